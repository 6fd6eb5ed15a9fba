"""Exhaustive search over a grid of parameters."""

from __future__ import annotations

import numpy as np
import pytest

import gdviz.engine.catalogue  # noqa: F401
from gdviz.engine import exhaustive
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import Objective
from gdviz.values import SpecError


def test_that_the_three_points_are_fitted_best_at_w_2_after_41_evaluations() -> None:
    problem = DataProblem(model=Model.parse("proportional"), data=Dataset.parse("three-points"))
    found = exhaustive.search(problem, (exhaustive.values(0.0, 4.0, 0.1),))
    assert found.best == (2.0,)
    assert found.loss == 0.0
    assert found.evaluations == 41
    assert found.samples == 123
    np.testing.assert_allclose(found.losses, 14 / 3 * (found.grid[0] - 2) ** 2, atol=1e-12)


def test_that_a_map_has_the_first_parameter_first() -> None:
    problem = DataProblem(model=Model.parse("linear"), data=Dataset.parse("line:noise=0"))
    w, b = exhaustive.values(0.0, 3.0, 0.5), exhaustive.values(-1.0, 2.0, 0.25)
    found = exhaustive.search(problem, (w, b))
    assert found.losses.shape == (7, 13)
    assert found.best == (2.0, 1.0)
    assert found.losses[4, 8] == pytest.approx(found.loss, abs=1e-20)
    assert found.losses[1, 3] == problem.value(np.array([[w[1], b[3]]]))[0]


def test_that_any_objective_can_be_searched() -> None:
    found = exhaustive.search(Objective.parse("parabola"), (np.array([-1.0, 0.25, 3.0]),))
    assert (found.best, found.loss, found.evaluations, found.samples) == ((0.25,), 0.0625, 3, 0)


def test_that_grids_that_make_no_sense_are_refused() -> None:
    for low, high, step in ((0.0, 1.0, 0.0), (1.0, 0.0, 0.1), (0.0, 1.0, float("nan")), (0.0, 1.0, 1e-320)):
        with pytest.raises(SpecError, match="is no grid"):
            exhaustive.values(low, high, step)
    with pytest.raises(SpecError, match="at most 4000000 points"):
        exhaustive.values(0.0, 1.0, 1e-9)
    with pytest.raises(SpecError, match="1 parameters need as many lists of values, not 2"):
        exhaustive.search(Objective.parse("parabola"), (np.zeros(2), np.zeros(2)))
    with pytest.raises(SpecError, match="at most 4000000 points"):
        exhaustive.search(Objective.parse("saddle"), (np.zeros(4000), np.zeros(4000)))


def test_that_steps_that_do_not_fit_end_below_the_last_value() -> None:
    np.testing.assert_allclose(exhaustive.values(0.0, 1.0, 0.3), [0.0, 0.3, 0.6, 0.9])
    assert exhaustive.values(0.0, 4.0, 0.1)[20] == 2.0


def test_that_a_grid_tries_evenly_spaced_values_up_to_both_ends_and_is_searched_once() -> None:
    grid = exhaustive.Grid(41, ((0.0, 4.0),))
    problem = DataProblem(model=Model.parse("proportional"), data=Dataset.parse("three-points"))
    np.testing.assert_allclose(grid.values[0], np.arange(41) / 10, atol=1e-15)
    assert exhaustive.found(problem, grid).best == (2.0,)
    assert exhaustive.found(problem, grid) is exhaustive.found(problem, exhaustive.Grid(41, ((0.0, 4.0),)))


def test_that_the_customary_box_is_searched_at_round_numbers() -> None:
    assert exhaustive.rounded(((-5.12, 5.12), (0.2, 1.4))) == ((-6.0, 6.0), (0.2, 1.4))
    assert exhaustive.rounded(((-500.0, 500.0), (-1.73, 6.68))) == ((-500.0, 500.0), (-2.0, 7.0))
