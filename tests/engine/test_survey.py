"""Surveys of basins: every answer is the end of a single run from there."""

import numpy as np
import pytest

from gdviz.engine import basins
from gdviz.engine.attractors import Attractors
from gdviz.engine.basins import ASTRAY, COARSE, DIVERGED, UNKNOWN, Question, Survey
from gdviz.engine.batches import Batches
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task
from gdviz.engine.sweep import Sweep
from gdviz.scenario import Scenario


def surveyed(task: Task, steps: int, across: int = 4 * COARSE, up: int = 3 * COARSE) -> Survey:
    (left, right), (bottom, top) = task.objective.box
    x, y = np.linspace(left, right, across), np.linspace(bottom, top, up)
    made = Survey(Question.of(task, steps), Attractors(task.objective), x, y)
    while not made.done:
        made.advance()
    return made


def end_of(task: Task, start: tuple[float, ...], steps: int) -> tuple[bool, np.ndarray]:
    """Whether a single run diverges, and its last point."""
    single = Run(Task(task.objective, task.optimizer, (start,), task.noise, task.seed, task.batches))
    single.extend_to(steps)
    return bool(single.last[0] >= 0), single.trajectory.x[min(steps, single.trajectory.steps)][0]


@pytest.mark.parametrize(("objective", "method", "noise"), [
    ("himmelblau", "gradient-descent:lr=0.01", 0.0),
    ("freudenstein-roth", "gradient-descent:lr=0.001", 0.0),
    ("cliff-2d", "sign-descent:lr=0.5", 0.0),
    ("six-hump-camel", "momentum:lr=0.02", 0.3),
    ("rosenbrock", "newton", 0.0),
    ("himmelblau", "bfgs", 0.0),
    ("himmelblau", "line-search", 0.0),
])  # fmt: skip
def test_that_a_survey_tells_where_single_runs_end(objective: str, method: str, noise: float) -> None:
    task = Task(Objective.parse(objective), Optimizer.parse(method), (), noise, 5)
    found = surveyed(task, 40)
    assert not (found.kinds == UNKNOWN).any()
    draw = np.random.default_rng(1)
    for _ in range(12):
        row, column = int(draw.integers(len(found.y))), int(draw.integers(len(found.x)))
        diverged, end = end_of(task, (float(found.x[column]), float(found.y[row])), 40)
        kind, told = found.at(column, row)
        assert (kind == DIVERGED) == diverged
        assert np.allclose(told, end, rtol=1e-9, atol=1e-9)
        if kind >= 0:
            assert np.hypot(*(end - found.attractors.points[kind])) <= found.attractors.radius


def test_that_batches_of_samples_are_those_of_the_runs() -> None:
    scenario = Scenario.from_dict({
        "format": 1, "model": {"kind": "linear"}, "data": {"kind": "line"}, "steps": 90, "batch_size": 7,
        "runs": [{"kind": "gradient-descent", "lr": 0.05}, {"kind": "gradient-descent", "lr": 30.0}],
    })  # fmt: skip
    for task in scenario.tasks():
        starts = np.random.default_rng(0).uniform(-1, 1, (5, 2))
        sweep = Sweep(task, starts, 90)
        while not sweep.done:
            sweep.advance()
        for row in range(5):
            diverged, end = end_of(task, tuple(starts[row].tolist()), 90)
            assert sweep.diverged[row] == diverged
            assert diverged or np.allclose(sweep.ends[row], end, rtol=1e-12)
    assert task.batches == Batches(7)
    assert diverged


@pytest.mark.parametrize("kind", sorted(Optimizer.catalogue))
def test_that_others_go_on_alike_where_some_diverge(kind: str) -> None:
    summed = Batches(zero_grad=False)
    task = Task(Objective.parse("himmelblau"), Optimizer.parse(kind), (), batches=summed)
    starts = np.array([[1.0, 1.0], [1e13, 0.0], [1e5, 0.0], [2.5, 2.2]])
    sweep = Sweep(task, starts, 6)
    while not sweep.done:
        sweep.advance()
    assert sweep.diverged[1]
    for row in (0, 2, 3):
        diverged, end = end_of(task, tuple(starts[row].tolist()), 6)
        assert sweep.diverged[row] == diverged
        assert np.allclose(sweep.ends[row], end, rtol=1e-9)


def test_that_a_start_that_moves_longer_is_told_apart() -> None:
    task = Task(Objective.parse("sphere"), Optimizer.parse("gradient-descent:lr=0.1"), ())
    sweep = Sweep(task, np.array([[0.0, 0.0], [0.1, 0.0], [4.0, 0.0]]), 100, short=1e-3)
    while not sweep.done:
        sweep.advance()
    run = Run(Task(task.objective, task.optimizer, ((4.0, 0.0),)))
    run.extend_to(100)
    lengths = np.hypot(*np.diff(run.trajectory.x.rows()[:, 0], axis=0).T)
    assert sweep.moved[0] == 0 < sweep.moved[1] < sweep.moved[2] == np.flatnonzero(lengths > 1e-3)[-1] + 1


def test_that_points_which_nobody_declared_are_found_where_runs_end() -> None:
    newton = Task(Objective.parse("himmelblau"), Optimizer.parse("newton"), ())
    found = surveyed(newton, 60)
    assert len(newton.objective.minima) == 4
    assert len(found.attractors.points) == 9  # and four saddles and a top
    slope = newton.objective.gradient(found.attractors.points)
    assert np.abs(slope).max() < 1e-5
    assert (found.kinds >= 0).mean() > 0.99


def test_that_what_is_on_its_way_is_near_nothing() -> None:
    few = surveyed(Task(Objective.parse("rosenbrock"), Optimizer.parse("gradient-descent:lr=0.0001"), ()), 20)
    assert (few.kinds == ASTRAY).mean() > 0.9


def test_that_a_survey_which_takes_too_long_stays_coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    task = Task(Objective.parse("himmelblau"), Optimizer.parse("gradient-descent:lr=0.01"), ())
    monkeypatch.setattr(basins, "MOST", 5_000_000)
    found = surveyed(task, 60)
    assert found.cut
    assert found.begun
    assert not (found.kinds == UNKNOWN).any()
    blocks = found.kinds.reshape(3, COARSE, 4, COARSE)
    assert (blocks == blocks[:, :1, :, :1]).all()
    monkeypatch.setattr(basins, "MOST", 30_000)
    assert not surveyed(task, 60).begun
