"""Sweeps over learning rates: each column is a run of its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gdviz import library
from gdviz.engine.batches import Batches
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.rate_sweep import KEPT, RateSweep, has_rate, question, rate_range, spread
from gdviz.engine.run import Run, Task
from gdviz.engine.schedule import Schedule

RATED = [kind for kind, method in Optimizer.catalogue.items() if has_rate(method())]


def swept(task: Task, steps: int, rates: np.ndarray) -> RateSweep:
    sweep = RateSweep(task, steps, rates)
    while not sweep.done:
        sweep.advance()
    return sweep


def compared(task: Task, steps: int, rates: np.ndarray) -> RateSweep:
    """The sweep, after each column was seen to be the run with its rate."""
    sweep = swept(task, steps, rates)
    for column, rate in enumerate(rates):
        run = Run(replace(task, optimizer=replace(task.optimizer, lr=float(rate)), starts=task.starts[:1]))
        run.extend_to(steps)
        end = int(run.last[0]) if run.last[0] >= 0 else steps
        wanted = np.full(steps + 1, np.inf)
        wanted[: end + 1] = [run.trajectory.loss[k][0] for k in range(end + 1)]
        np.testing.assert_array_equal(sweep.losses[:, column], wanted[sweep.steps])
    return sweep


@pytest.mark.parametrize("kind", RATED)
def test_that_each_column_is_a_run_with_that_rate_for_every_method(kind: str) -> None:
    optimizer = Optimizer.parse(kind)
    task = Task(Objective.parse("rosenbrock"), optimizer, ((-1.2, 1.0), (0.0, 0.0)), seed=3)
    sweep = compared(task, 12, spread(1e-4, 3.0, 7))
    assert np.isfinite(sweep.losses[0]).all()


@pytest.mark.parametrize("kind", Schedule.catalogue)
def test_that_a_schedule_multiplies_every_rate(kind: str) -> None:
    optimizer = Optimizer.parse(f"momentum:schedule={kind}")
    compared(Task(Objective.parse("ravine"), optimizer, ((-5.0, -2.0),), noise=0.1), 15, spread(1e-3, 3.0, 5))


@pytest.mark.parametrize("batches", [Batches(), Batches(size=7)])
def test_that_data_problems_are_swept_with_their_batches(batches: Batches) -> None:
    objective = library.find("network-wave").objective
    task = Task(objective, Optimizer.parse("adam"), (tuple(objective.start_from(0)),), batches=batches)
    compared(task, 9, spread(1e-3, 1.0, 4))


def test_that_rates_that_diverge_are_told_from_those_that_do_not() -> None:
    task = Task(Objective.parse("ravine"), Optimizer.parse("gradient-descent"), ((-5.0, -2.0),))
    rates = spread(1e-3, 10.0, 101)
    sweep = swept(task, 2000, rates)
    assert (np.isinf(sweep.at(2000)) == (rates > 0.5)).all()  # 2/λ with λ = 4
    assert len(sweep.steps) == KEPT + 1
    assert sweep.at(2000)[rates < 0.45].min() < 1e-12


def test_that_losses_are_those_of_the_last_known_step_before() -> None:
    sweep = RateSweep(Task(Objective.parse("sphere"), Optimizer.parse("adam"), ((1.0, 1.0),)), 900,
                      spread(0.01, 1.0, 3))
    assert (sweep.known, list(sweep.at(500))) == (1, list(sweep.losses[0]))
    while not sweep.done:
        sweep.advance()
    assert sweep.steps[1] == 2  # of 900 steps not every one is kept
    assert (sweep.at(1) == sweep.losses[0]).all()
    assert (sweep.at(2) == sweep.losses[1]).all()


def test_that_a_sweep_does_not_depend_on_the_rate_that_the_run_has() -> None:
    one, two = (Task(Objective.parse("sphere"), Optimizer.parse(f"adam:lr={lr}"), ((1.0, 1.0),))
                for lr in (1, 2))
    assert question(one) == question(two)
    assert rate_range(Optimizer.parse("gradient-descent:lr=77")) == (1e-3, 77.0)
    assert not has_rate(Optimizer.parse("nelder-mead"))
