"""What is measured along a path, the time that steps take, and running averages."""

from __future__ import annotations

from itertools import count

import numpy as np
import pytest

from gdviz.engine.measures.measurement import Measurement, batch_losses, eigenvalues, sharpness
from gdviz.engine.measures.smoothing import Smoothed
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task
from gdviz.library import shipped
from gdviz.scenario import Scenario


def recorded(name: str, i: int, steps: int) -> Run:
    made: Scenario = shipped(name)
    run = Run(made.tasks()[i])
    run.extend(steps)
    return run


def test_that_the_time_of_a_block_is_shared_evenly_by_its_steps() -> None:
    ticks = count()
    run = Run(shipped("ravine").tasks()[0], lambda: 2.0 * next(ticks))
    run.extend(80)
    seconds = run.trajectory.seconds.rows()
    assert len(seconds) == 81
    np.testing.assert_allclose(seconds[:65], 2.0 / 64 * np.arange(65.0))
    np.testing.assert_allclose(seconds[64:], 2.0 + 2.0 / 16 * np.arange(17.0))


def test_that_a_run_that_diverges_has_a_time_for_each_step_it_kept() -> None:
    ravine = Objective.parse("ravine")
    run = Run(Task(ravine, Optimizer.parse("gradient-descent:lr=20"), (ravine.start,)))
    run.extend(200)
    assert run.ended
    assert len(run.trajectory.seconds) == len(run.trajectory.x)


def test_that_sharpness_is_the_rate_times_the_largest_eigenvalue() -> None:
    run = recorded("adaptive", 0, 30)
    x, task = run.trajectory.x.rows(), run.task
    found = sharpness(task, x, run.trajectory.loss.rows(), np.array([0, 7, 30]))
    for value, k in zip(found[:, 0], (0, 7, 30), strict=True):
        expected = np.ravel(task.optimizer.rate(k))[0] * task.objective.curvature(tuple(x[k, 0]))[-1]
        assert value == pytest.approx(expected, rel=1e-12)


def test_that_a_hessian_that_is_not_finite_has_no_eigenvalues() -> None:
    task = Task(Objective.parse("rosenbrock"), Optimizer.parse("gradient-descent"), ((1.0, 1.0),))
    found = eigenvalues(task, np.array([[np.nan, 1.0], [1.0, 1.0]]))
    assert np.isnan(found[0]).all()
    assert found[1, 0] > 0


def test_that_batch_losses_are_those_the_oracle_gives() -> None:
    run = recorded("batches", 1, 12)
    found = batch_losses(run.task, run.trajectory.x.rows(), run.trajectory.loss.rows(), np.arange(12))
    np.testing.assert_allclose(found, run.batch_losses(0, 12), rtol=1e-14)


def test_that_a_long_path_is_thinned_and_its_growth_changes_nothing() -> None:
    run = recorded("ravine", 1, 60)
    x, losses = run.trajectory.x.rows(), run.trajectory.loss.rows()
    asked: list[int] = []

    def measure(task, path, losses, steps):  # type: ignore[no-untyped-def]
        asked.extend(steps)
        return losses[steps]

    grown, whole = Measurement(run.task, measure, most=5), Measurement(run.task, measure, most=5)
    for known in (3, 9, 20, 41, 60):
        grown.extend(x[: known + 1], losses)
    first = len(asked)
    whole.extend(x, losses)
    assert grown.every == whole.every == 8
    np.testing.assert_array_equal(grown.values, whole.values)
    assert len(asked) - first == 8
    np.testing.assert_array_equal(whole.rows(0, 60)[::8], losses[::8])
    assert whole.rows(4, 4)[0, 0] == pytest.approx((losses[0, 0] + losses[8, 0]) / 2)


def test_that_the_running_average_is_that_of_its_formula_however_it_arrives() -> None:
    y = np.random.default_rng(0).normal(size=(200, 2))
    at_once, bit_by_bit = Smoothed(0.9), Smoothed(0.9)
    at_once.extend(y)
    for begin, end in ((0, 1), (1, 64), (64, 200)):
        bit_by_bit.extend(y[begin:end])
    average, expected = np.zeros(2), []
    for k, row in enumerate(y):
        average = 0.9 * average + 0.1 * row
        expected.append(average / (1 - 0.9 ** (k + 1)))
    np.testing.assert_allclose(at_once.rows(0, 199), expected, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(bit_by_bit.rows(0, 199), expected, rtol=1e-12, atol=1e-14)


def test_that_an_average_leaves_out_what_is_not_finite() -> None:
    made = Smoothed(0.5)
    made.extend(np.array([[1.0], [np.inf], [np.nan], [1.0]]))
    np.testing.assert_allclose(made.rows(0, 3), 1.0)
