"""The rates that are measured are those of the theory, and no objective is taken for a quadratic wrongly."""

from __future__ import annotations

import numpy as np
import pytest

from gdviz.engine.arrays import norms
from gdviz.engine.measures.convergence import (
    LINEAR,
    REACHED,
    STILL,
    SUPERLINEAR,
    UNKNOWN,
    Rate,
    measured,
    theory,
)
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task
from gdviz.library import shipped

EPS = float(np.finfo(np.float64).eps)
BOWLS = [kind() for kind in Objective.catalogue.values() if kind().quadratic and kind().minima]
DATA = shipped("three-points").objective


def path(objective: Objective, optimizer: str, steps: int) -> tuple[Task, np.ndarray]:
    """The errors x_k - x* (T, d)."""
    run = Run(Task(objective, Optimizer.parse(optimizer), (objective.start,)))
    run.extend(steps)
    return run.task, run.trajectory.x.rows()[:, 0] - np.array(objective.minima[0])


def rounding(objective: Objective) -> float:
    return 16 * EPS * float(norms(np.array(objective.minima[0])))


@pytest.mark.parametrize("objective", BOWLS, ids=lambda objective: objective.kind)
@pytest.mark.parametrize("method", [
    "gradient-descent:lr={:r}", "gradient-descent:lr={:b}", "gradient-descent:lr={:s}",
    "momentum:lr={:s},momentum=0.8", "momentum:lr={:r},momentum=0.3,dampening=0.2",
    "nesterov:lr={:s},momentum=0.7", "qhm:lr={:r},momentum=0.6,nu=0.7", "newton:lr=0.7",
])  # fmt: skip
def test_that_the_measured_linear_factor_on_quadratics_equals_the_theory(
    objective: Objective, method: str
) -> None:
    low, high = objective.curvature(objective.start)[[0, -1]]
    rates = {"r": 0.9 / high, "b": 2.0 / (low + high), "s": 0.4 / high}
    name, _, said = method.partition("{:")
    typed = name + repr(float(rates[said[0]])) + said[2:] if said else method
    task, errors = path(objective, typed, 60)
    promised = theory(task)
    assert promised is not None
    if promised.factor < 1e-9:
        assert measured(errors, rounding(objective)).kind == REACHED
        return
    found = measured(errors, rounding(objective))
    assert found.kind == LINEAR
    assert found.factor == pytest.approx(promised.factor, rel=1e-6)
    losses = objective.value(errors + np.array(objective.minima[0])) - objective.lowest()
    squared = measured(losses, 16 * EPS * abs(objective.lowest())).factor
    assert squared == pytest.approx(found.factor**2, rel=0.1)


def test_that_the_factor_of_exact_line_search_is_reached_from_the_worst_start() -> None:
    ravine = Objective.parse("ravine")
    worst = (20.0, 1.0)  # (1/μ, 1/L) in proportion
    run = Run(Task(ravine, Optimizer.parse("line-search:search=exact"), (worst,)))
    run.extend(60)
    promised = theory(run.task)
    assert promised is not None
    assert promised.bound
    assert promised.factor == pytest.approx(19 / 21)
    assert measured(run.trajectory.x.rows()[:, 0]).factor == pytest.approx(19 / 21, rel=1e-6)


def test_that_the_well_known_bounds_are_called_by_their_names() -> None:
    for lr, factor, formula in ((0.25, 0.95, "1 − μ/L"), (2 / 4.2, 19 / 21, "(κ − 1)/(κ + 1)"),
                                (0.43, 0.914, "max |1 − ηλ|")):
        promised = theory(path(Objective.parse("ravine"), f"gradient-descent:lr={lr!r}", 1)[0])
        assert promised is not None
        assert (promised.factor, promised.formula) == (pytest.approx(factor), formula)


@pytest.mark.parametrize("typed", ["adam", "gradient-descent:schedule=cosine", "gradient-descent:clip_norm=1",
                                   "momentum:weight_decay=0.1", "line-search:search=armijo"])
def test_that_there_is_no_theory_where_steps_are_not_linear(typed: str) -> None:
    assert theory(path(Objective.parse("ravine"), typed, 1)[0]) is None


def test_that_least_squares_have_a_theory_for_the_whole_batch_only() -> None:
    made = shipped("three-points")
    whole, single = (task for task in made.tasks()[:2])
    descent = [task for task in made.tasks() if task.optimizer.kind == "gradient-descent"]
    promised = [theory(task) for task in descent]
    full = [task.batches.full(task.objective.terms) for task in descent]
    assert [each is not None for each in promised] == full
    assert whole.objective == single.objective
    assert any(full)


@pytest.mark.parametrize("kind", sorted(Objective.catalogue))
def test_that_quadratics_are_those_whose_hessian_is_the_same_everywhere(kind: str) -> None:
    objective = Objective.parse(kind)
    if kind == "formula":
        assert not objective.quadratic
        return
    points = np.random.default_rng(1).uniform(*np.array(objective.box).T, size=(6, objective.dimension))
    hessians = objective.hessian(np.array(points, order="F"))
    assert objective.quadratic == (np.abs(hessians - hessians[0]).max() < 1e-9 and bool(np.any(hessians)))


def test_that_a_quadratic_rate_is_told_from_a_linear_one() -> None:
    errors = [0.5]
    for _ in range(5):
        errors.append(0.8 * errors[-1] ** 2)
    found = measured(np.array(errors))
    assert (found.kind, found.order) == (SUPERLINEAR, 2.0)
    assert found.factor == pytest.approx(0.8, rel=1e-6)
    cosh = Objective.parse("cosh")
    assert measured(path(cosh, "newton", 12)[1]).order == pytest.approx(3.0, abs=0.3)


def test_that_noise_rests_and_short_or_odd_paths_say_nothing() -> None:
    noise = 1.0 + 1e-3 * np.random.default_rng(0).normal(size=400)
    assert measured(noise).kind == STILL
    assert measured(np.array([1.0, 0.5])) == Rate(UNKNOWN)
    assert measured(np.array([1.0, 0.0, 0.0])) == Rate(REACHED, last=1)
    assert measured(np.array([1.0, np.nan, 1.0])).kind == UNKNOWN
    jagged = 0.9 ** np.arange(300.0) * np.exp(0.3 * np.random.default_rng(0).normal(size=300))
    assert measured(jagged).factor == pytest.approx(0.9, abs=0.003)


def test_that_a_slope_that_chance_would_make_is_none() -> None:
    rng = np.random.default_rng(3)
    walks = [np.exp(0.5 * rng.normal(size=120)) for _ in range(40)]
    assert sum(measured(walk).kind == STILL for walk in walks) >= 38
