"""The figures by which ways of dealing out samples are compared."""

from __future__ import annotations

from itertools import count

import numpy as np
import pytest

from gdviz.engine.batches import Batches
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.measures.batch_comparison import SECONDS, batch_figures, gradient_noise, update_cost
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task

PROBLEM = DataProblem(model=Model.parse("linear"), data=Dataset.parse("line:n=100,noise=1"))
HERE = np.array([1.0, 0.5])


def run_of(batches: Batches, optimizer: str = "gradient-descent:lr=0.001", noise: float = 0.0) -> Run:
    made = Run(Task(PROBLEM, Optimizer.parse(optimizer), ((0.0, 0.0),), noise, 3, batches))
    made.extend(12)
    return made


def scatter(size: int) -> float:
    """The variance of the mean of `size` samples' gradients that are drawn with replacement, exactly."""
    each = PROBLEM.sample_gradients(HERE)
    return float(np.sum((each - each.mean(axis=0)) ** 2, axis=1).mean() / size)


def test_that_all_samples_leave_no_noise() -> None:
    assert gradient_noise(run_of(Batches()).task, HERE, 5) == 0.0


def test_that_single_samples_scatter_as_their_gradients_do() -> None:
    for order in ("shuffle", "sequential"):
        found = gradient_noise(run_of(Batches(1, order)).task, HERE, 5)
        assert found == pytest.approx(scatter(1))


def test_that_noise_falls_as_batches_grow() -> None:
    drawn = {size: gradient_noise(run_of(Batches(size, "replacement")).task, HERE, 0) for size in (1, 4, 25)}
    for size, found in drawn.items():
        assert found == pytest.approx(scatter(size), rel=0.5)
    assert drawn[1] > 2 * drawn[4] > 4 * drawn[25]


def test_that_accumulated_batches_are_as_quiet_as_one_large_one() -> None:
    accumulated = gradient_noise(run_of(Batches(10, "shuffle", 2)).task, HERE, 7)
    assert accumulated == pytest.approx(gradient_noise(run_of(Batches(20, "shuffle")).task, HERE, 7))


def test_that_noise_on_the_gradient_itself_counts() -> None:
    found = gradient_noise(run_of(Batches(), noise=0.1).task, HERE, 0)
    assert found == pytest.approx(2 * 0.1**2, rel=0.5)


def test_that_a_gradient_that_is_never_zeroed_is_measured_as_if_it_were() -> None:
    kept, zeroed = (run_of(Batches(20, "shuffle", 1, zero)).task for zero in (False, True))
    assert gradient_noise(kept, HERE, 4) == gradient_noise(zeroed, HERE, 4)


def test_that_the_cost_is_what_an_update_evaluates() -> None:
    ticks = count()
    figures = batch_figures(run_of(Batches(20, "shuffle", 2)), 5, 12, lambda: 1e-3 * next(ticks))
    assert (figures.samples, figures.batch, figures.accumulated, figures.updates) == (100, 20, 2, 3)
    assert figures.per_update == pytest.approx(100 / 3, rel=0.2)  # two of three updates use 40, the last 20
    assert figures.seconds == pytest.approx(1e-3)
    assert figures.epoch_seconds == pytest.approx(3e-3)
    assert figures.loss == run_of(Batches(20, "shuffle", 2)).trajectory.loss[12][0]


def test_that_measuring_ends_in_time_and_changes_nothing() -> None:
    ticks = count()
    run = run_of(Batches(10), "adam:lr=0.1")
    before = [run.trajectory.x[k].copy() for k in range(13)]
    update_cost(run, 12, lambda: 0.1 * SECONDS * next(ticks))
    assert next(ticks) < 50
    assert all((run.trajectory.x[k] == x).all() for k, x in enumerate(before))
    run.extend(5)
    other = run_of(Batches(10), "adam:lr=0.1")
    other.extend(5)
    assert (run.trajectory.x[17] == other.trajectory.x[17]).all()
