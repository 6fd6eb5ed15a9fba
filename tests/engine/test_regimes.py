"""Each regime is named where it is, in one step as along the whole path, and by its documented thresholds."""

from __future__ import annotations

import numpy as np
import pytest

from gdviz.engine.arrays import norms
from gdviz.engine.explanation.step import explain
from gdviz.engine.measures.course import Course, course
from gdviz.engine.measures.land import Land, land
from gdviz.engine.measures.measurement import FEWEST, LEAST, MOST, Measurement, affordable
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


def path(
    objective: str, optimizer: str, start: tuple[float, ...], steps: int, noise: float = 0.0
) -> list[str]:
    task = Task(Objective.parse(objective), Optimizer.parse(optimizer), (start,), noise)
    return names(recorded(task, steps))


def stretches(found: list[str]) -> list[str]:
    return [name for name, last in zip(found, ["", *found], strict=False) if name != last]


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


@pytest.mark.parametrize(("name", "run", "most"), [
    ("schedules", 0, 1), ("schedules", 1, 1), ("batches", 1, 1), ("sgd-leaves-a-saddle", 1, 2),
    ("sgd-leaves-a-saddle", 2, 2), ("saddle", 1, 3), ("logistic", 1, 1), ("multi-label", 1, 2),
    ("noisy-line", 1, 1), ("nelder-mead", 0, 5), ("zero-grad", 1, 1), ("quasi-newton", 1, 1),
    ("network-moons", 1, 4),
])  # fmt: skip
def test_that_neither_noise_nor_lone_turns_cut_the_land_to_pieces(name: str, run: int, most: int) -> None:
    scenario = shipped(name)
    found = stretches(names(recorded(scenario.tasks()[run], min(scenario.steps, 1000))))
    assert 1 <= len(found) <= most, found


def test_that_noise_hides_no_oscillation_and_no_divergence() -> None:
    assert path("ravine", "gradient-descent:lr=0.49", (-5.0, -2.0), 60, 0.02)[8:] == ["oscillating"] * 52
    found = path("ravine", "gradient-descent:lr=0.55", (-5.0, -2.0), 60, 0.5)
    assert found[20:] == ["diverging"] * 40
    assert set(stretches(path("sphere", "gradient-descent:lr=0.5", (1.0, 1.0), 300, 0.5))) == {"bowl"}


def test_that_a_course_is_of_the_last_steps_more_of_them_on_long_paths_and_with_noise() -> None:
    x = np.concatenate([np.arange(320.0), 319 - 0.5 * (np.arange(40) % 2 == 0)])[:, None]
    f = np.concatenate([np.full(320, 9.0), 10.0 + np.arange(40.0)])
    steps = np.array([318, 319, 321, 326, 331, 358])
    late = np.array([9, 9, 10, 10, 10, 11])  # steps // 32
    turns = np.array([0, 1, 3, 8, 10, 11])
    assert course(x, f, steps, False).turned.tolist() == (turns / late).tolist()
    assert course(x, f, steps, True).turned.tolist() == (np.array([0, 1, 3, 8, 13, 24]) / 24).tolist()
    # The last third of 10 // 3 points lies above the middle one: 16, 17, 18 above 13, 14, 15.
    assert course(x, f, np.array([327]), False).rise.tolist() == [1 / 15]
    assert np.isnan(course(x, f, np.array([0]), False).growth).all()
    assert np.isnan(course(x, f, np.array([3]), True).growth).all()


@pytest.mark.parametrize(("name", "steps"), [
    ("adaptive", 14), ("cliff", 14), ("network-moons", 14), ("nelder-mead", 14), ("newton-maximum", 14),
    ("schedules", 40), ("learning-rate", 12),
])  # fmt: skip
def test_that_one_step_is_named_as_it_is_along_the_path(name: str, steps: int) -> None:
    for task in shipped(name).tasks():
        run = recorded(task, steps)
        told = [explain(task, run, k) for k in range(steps)]
        for known in (steps, steps - 1):  # the last point recorded, and not yet
            x, losses = (column.rows()[: known + 1] for column in (run.trajectory.x, run.trajectory.loss))
            one_by_one = [regime(task, x, losses, e, told[k - 1] if k else None).name
                          for k, e in enumerate(told)]
            assert one_by_one == names(run)


def test_that_with_noise_the_land_is_looked_at_every_eighth_step_and_at_the_middle_of_three() -> None:
    task = Task(Objective.parse("saddle"), Optimizer.parse("gradient-descent"), ((0.0, 0.0),), 0.1)
    x = np.zeros((2000, 2))
    x[8:16, 1], x[16:24, 1], x[24:, 1] = 1.0, 2.0, 3.0
    slopes = norms(task.objective.gradient(x))
    for k, at in ((0, 0), (7, 0), (8, 0), (16, 8), (23, 8), (24, 16), (31, 16), (40, 24)):
        assert land(task, x, np.array([k]), True).slope[0] == slopes[at]
        assert land(task, x, np.array([k]), False).slope[0] == slopes[k]
    x[1536 + 8] = 50.0  # on longer paths nobody looks there
    assert land(task, x, np.arange(1536, 1700), True).slope.max() == slopes[-1]


def test_that_a_step_is_named_alike_however_much_of_a_long_path_is_looked_at() -> None:
    run = recorded(Task(Objective.parse("ravine"), Optimizer.parse("gradient-descent:lr=0.49"),
                        ((-5.0, -2.0),), 0.3), 900)  # fmt: skip
    x, losses, along_it = run.trajectory.x.rows(), run.trajectory.loss.rows(), names(run)
    assert len(set(along_it)) > 1
    for k in range(5, 900, 35):
        before, step = explain(run.task, run, k - 1), explain(run.task, run, k)
        assert regime(run.task, x, losses, step, before).name == along_it[k]


def test_that_steps_are_named_as_they_arrive_and_the_last_point_waits() -> None:
    run = Run(shipped("ravine").tasks()[0])
    found = Measurement(run.task, along, ahead=1)
    for _ in range(3):
        run.extend(7)
        found.extend(run.trajectory.x.rows(), run.trajectory.loss.rows())
    assert [NAMES[int(number)] for number in found.values] == names(run)
    assert len(found.values) == run.trajectory.steps


def test_that_each_threshold_is_where_it_is_documented() -> None:
    plain, here = {"slope": 1.0, "slope_before": 1.0, "foreseen": 1.0}, {"flat": 1.0, "low": 1.0, "high": 2.0}
    still = {"turned": 0.0, "turn": 1.0, "growth": 0.9, "rise": -0.1, "rise_before": -0.1}
    flat, rising = {"flat": 0.009, "low": 0.001}, {"rise": 0.02, "rise_before": 0.02}
    cases = (
        ({"turned": 0.8}, {"turned": 0.79}, "oscillating"),
        ({"slope": 4.0}, {"slope": 3.9}, "cliff"),
        ({"slope": 4.0, "foreseen": np.nan}, {"slope": 4.0, "foreseen": 1.1}, "cliff"),
        ({"high": 10.0}, {"high": 9.9}, "ravine"),
        ({"low": -0.1}, {"low": -0.09}, "saddle"),
        ({"low": -1.0, "high": 0.05}, {"low": -1.0, "high": 0.06}, "maximum"),
        (flat | {"high": 0.009}, flat | {"high": 0.011}, "plateau"),
        (rising | {"growth": 1.2}, rising | {"growth": 1.1}, "diverging"),
        (rising | {"growth": 1.1, "turn": -0.1}, rising | {"growth": 1.0, "turn": -0.1}, "diverging"),
        (rising | {"growth": 1.2}, {"rise": 0.009, "rise_before": 0.02, "growth": 1.2}, "diverging"),
    )  # fmt: skip
    for within, without, name in cases:
        for changes, holds in ((within, True), (without, False)):
            given = {key: np.array([value]) for key, value in (plain | here | still | changes).items()}
            seen, gone = Land(*map(given.pop, here)), Course(*map(given.pop, still))
            found = NAMES[int(told(Signs(**given, land=seen, course=gone))[0])]
            assert (found == name) is holds, (changes, name)


def test_that_every_regime_has_a_remedy() -> None:
    assert all(each.remedy.endswith(".") and remedy(each.name) == each.remedy for each in REGIMES)
    assert remedy(NONE.name) == ""
    assert len(NAMES) == 8


def test_that_what_costs_seconds_a_point_is_measured_at_few_points() -> None:
    network, samples = 1.8e6, 1.8e8  # 42 parameters with 200 samples, and with 100 000
    assert affordable(1.0) == MOST
    assert affordable(network) == FEWEST
    assert affordable(samples) == affordable(1e30) == LEAST
    run = recorded(Task(Objective.parse("ravine"), Optimizer.parse("adam"), ((-5.0, -2.0),)), 40)
    found = Measurement(run.task, along, LEAST, ahead=1)
    found.extend(run.trajectory.x.rows(), run.trajectory.loss.rows())
    assert len(found.values) <= 2 * LEAST
