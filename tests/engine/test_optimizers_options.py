"""Clipping, noise, schedules and weight decay work alike in every first-order method, rows of values too."""

from __future__ import annotations

import numpy as np
import pytest

from gdviz.engine import catalogue as catalogue
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import FirstOrder, Optimizer
from gdviz.engine.oracle import Oracle
from gdviz.engine.run import Run, Task

FIRST_ORDER = sorted(kind for kind, one in Optimizer.catalogue.items() if issubclass(one, FirstOrder))
HIMMELBLAU = Objective.parse("himmelblau")
SWEPT = [
    (kind, name)
    for kind in FIRST_ORDER
    for name in Optimizer.named(kind).params()
    if isinstance(Optimizer.named(kind).default(name), float)
]


def walk(method, starts, steps, noise=0.0):
    run = Run(Task(HIMMELBLAU, method, tuple(map(tuple, starts)), noise=noise, seed=3))
    run.extend(steps)
    return run


def gradient(typed, point):
    return Optimizer.parse(typed).gradient(np.array([point]), Oracle(HIMMELBLAU, 1))[0]


def test_that_a_long_gradient_is_shortened_by_torchs_formula():
    plain = HIMMELBLAU.gradient(np.array([(-0.5, -4.0)]))[0]
    length = np.hypot(*plain)
    clipped = gradient("gradient-descent:clip_norm=2", (-0.5, -4.0))
    np.testing.assert_allclose(clipped, plain * 2 / (length + 1e-6), rtol=1e-15)
    assert np.hypot(*clipped) < 2


def test_that_a_short_gradient_is_left_alone():
    plain = HIMMELBLAU.gradient(np.array([(3.0, 2.001)]))[0]
    assert (gradient("gradient-descent:clip_norm=2,clip_value=2", (3.0, 2.001)) == plain).all()


def test_that_components_are_clipped_after_the_norm():
    clipped = gradient("gradient-descent:clip_norm=2,clip_value=0.5", (-0.5, -4.0))
    assert np.abs(clipped).max() == 0.5
    assert np.abs(gradient("gradient-descent:clip_value=0.5", (-0.5, -4.0))).tolist() == [0.5, 0.5]


def test_that_noise_is_clipped_too_and_the_same_for_every_row():
    method = Optimizer.parse("gradient-descent:noise=50,clip_norm=1")
    oracle = Oracle(HIMMELBLAU, 2, seed=1)
    oracle.step = 4
    g = method.gradient(np.array([(3.0, 2.0), (3.0, 2.0)]), oracle)
    assert (g[0] == g[1]).all()
    assert np.hypot(*g[0]) == pytest.approx(1.0, abs=1e-5)
    oracle.step = 5
    assert (method.gradient(np.array([(3.0, 2.0), (3.0, 2.0)]), oracle) != g).any()


def test_that_a_methods_own_noise_replaces_the_scenarios():
    own = walk(Optimizer.parse("gradient-descent:lr=0.01,noise=0.5"), [(1, 1)], 20, noise=9.0)
    scenarios = walk(Optimizer.parse("gradient-descent:lr=0.01"), [(1, 1)], 20, noise=0.5)
    np.testing.assert_array_equal(own.trajectory.x.rows(), scenarios.trajectory.x.rows())


def test_that_a_schedule_sets_the_rate_of_each_step():
    typed = "gradient-descent:lr=0.01,schedule=step(step_size=3,gamma=0.5)"
    run = walk(Optimizer.parse(typed), [(1, 1)], 7)
    assert run.rates()[:, 0].tolist() == [0.01] * 3 + [0.005] * 3 + [0.0025] * 2
    x = run.trajectory.x.rows()
    np.testing.assert_array_equal(x[4], x[3] - 0.005 * HIMMELBLAU.gradient(x[3]))


@pytest.mark.parametrize(("kind", "name"), SWEPT)
def test_that_rows_of_a_parameter_equal_single_runs_bit_for_bit(kind, name):
    chosen = Optimizer.named(kind)
    about, default = chosen.params()[name], chosen.default(name)
    low = about.within.low if about.within else -2.0
    spread = [default, default * 0.5 + 0.01, default * 0.9 + 0.003, low, default * 0.99 + 0.005]
    values = [value for value in spread if about.within is None or value in about.within]
    assert len(values) >= 3
    base = {"schedule": "cosine", "lr": 0.01} if name != "lr" else {"schedule": "cosine"}
    base["schedule"] = {"kind": base["schedule"], "t_max": 50}
    if kind == "polyak":
        base["lowest"] = "given"
    for switched in (False, True):
        flags = {key: switched for key in chosen.params() if isinstance(chosen.default(key), bool)}
        given = {**base, **flags}
        swept = walk(chosen(**given, **{name: np.array(values)[:, None]}), [(-0.5, -4.0)] * len(values), 40)
        for row, value in enumerate(values):
            alone = walk(chosen(**given, **{name: value}), [(-0.5, -4.0)], 40)
            for together, single in zip(columns(swept), columns(alone), strict=True):
                steps = len(single)
                np.testing.assert_array_equal(together[:steps, row], single[:, 0])


def columns(run):
    return [run.trajectory.x.rows(), *(column.rows() for column in run.trajectory.memory.values())]
