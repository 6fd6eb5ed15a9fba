"""Each regime is named where it is, in one step as along the whole path, and by its documented thresholds."""

from __future__ import annotations

import numpy as np
import pytest

from gdviz.engine.explanation.step import explain
from gdviz.engine.measures.measurement import Measurement, affordable
from gdviz.engine.measures.regimes import NAMES, NONE, REGIMES, Signs, along, cost, regime, remedy, told
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task
from gdviz.library import shipped


def recorded(task: Task, steps: int) -> Run:
    run = Run(task)
    run.extend(steps)
    return run


def names(run: Run) -> list[str]:
    found = Measurement(run.task, along, affordable(cost(run.task)), ahead=1)
    found.extend(run.trajectory.x.rows(), run.trajectory.loss.rows())
    return ["" if number < 0 else NAMES[int(number)] for number in found.values]


def path(objective: str, optimizer: str, start: tuple[float, ...], steps: int) -> list[str]:
    return names(recorded(Task(Objective.parse(objective), Optimizer.parse(optimizer), (start,)), steps))


@pytest.mark.parametrize(("objective", "optimizer", "start", "step", "expected"), [
    ("sphere", "gradient-descent:lr=0.1", (4.0, 2.5), 5, "bowl"),
    ("ravine", "gradient-descent:lr=0.1", (-5.0, -2.0), 5, "ravine"),
    ("plateau", "gradient-descent:lr=0.1", (10.0,), 5, "plateau"),
    ("cliff-2d", "gradient-descent:lr=0.8", (0.45, 2.5), 6, "cliff"),
    ("saddle", "gradient-descent:lr=0.1", (2.5, 0.01), 5, "saddle"),
    ("x-cos", "newton", (-7.0,), 0, "maximum"),
    ("ravine", "gradient-descent:lr=0.49", (-5.0, -2.0), 5, "oscillating"),
    ("parabola", "gradient-descent:lr=1.01", (10.0,), 5, "diverging"),
    ("absolute", "gradient-descent:lr=0.1", (10.0,), 5, ""),
])  # fmt: skip
def test_that_each_regime_is_found_where_it_is(
    objective: str, optimizer: str, start: tuple[float, ...], step: int, expected: str
) -> None:
    assert path(objective, optimizer, start, 12)[step] == expected


def test_that_a_quadratic_has_no_cliffs_whatever_the_method() -> None:
    for method in ("momentum:lr=0.3,momentum=0.9", "adam:lr=1", "newton:lr=0.5", "nelder-mead"):
        for start in ((-5.0, -2.0), (0.7, 0.01), (-0.001, 3.0)):
            assert "cliff" not in path("ravine", method, start, 80)


@pytest.mark.parametrize("name", ["adaptive", "cliff", "network-moons", "nelder-mead", "newton-maximum"])
def test_that_one_step_is_named_as_it_is_along_the_path(name: str) -> None:
    for task in shipped(name).tasks():
        run = recorded(task, 14)
        steps = [explain(task, run, k) for k in range(14)]
        one_by_one = [regime(step, steps[k - 1] if k else None).name for k, step in enumerate(steps)]
        assert one_by_one == names(run)


def test_that_steps_are_named_as_they_arrive_and_the_last_point_waits() -> None:
    run = Run(shipped("ravine").tasks()[0])
    found = Measurement(run.task, along, ahead=1)
    for _ in range(3):
        run.extend(7)
        found.extend(run.trajectory.x.rows(), run.trajectory.loss.rows())
    assert [NAMES[int(number)] for number in found.values] == names(run)
    assert len(found.values) == run.trajectory.steps


def test_that_each_threshold_is_where_it_is_documented() -> None:
    plain = {"slope": 1.0, "slope_before": 1.0, "foreseen": 1.0, "low": 1.0, "high": 2.0, "turn": 1.0,
             "growth": 0.9, "rise": -0.1, "rise_before": -0.1}  # fmt: skip
    flat, rising = {"slope": 0.009, "low": 0.001}, {"rise": 0.02, "rise_before": 0.02}
    cases = (
        ({"turn": -0.51}, {"turn": -0.49}, "oscillating"),
        ({"slope": 4.0}, {"slope": 3.9}, "cliff"),
        ({"slope": 4.0, "foreseen": np.nan}, {"slope": 4.0, "foreseen": 1.1}, "cliff"),
        ({"high": 10.0}, {"high": 9.9}, "ravine"),
        ({"low": -0.1}, {"low": -0.09}, "saddle"),
        ({"low": -1.0, "high": 0.05}, {"low": -1.0, "high": 0.06}, "maximum"),
        (flat | {"high": 0.009}, flat | {"high": 0.011}, "plateau"),
        (rising | {"growth": 1.2}, rising | {"growth": 1.1}, "diverging"),
    )  # fmt: skip
    for within, without, name in cases:
        for changes, holds in ((within, True), (without, False)):
            signs = Signs(**{key: np.array([value]) for key, value in (plain | changes).items()})
            assert (NAMES[int(told(signs)[0])] == name) is holds, (changes, name)


def test_that_every_regime_has_a_remedy() -> None:
    assert all(each.remedy.endswith(".") and remedy(each.name) == each.remedy for each in REGIMES)
    assert remedy(NONE.name) == ""
    assert len(NAMES) == 8
