"""Schedules are closed forms in k, defined for every step and for rows of learning rates."""

from __future__ import annotations

import numpy as np
import pytest

from gdviz.engine import catalogue as catalogue
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.schedule import Schedule
from gdviz.values import SpecError

KINDS = sorted(Schedule.catalogue)
FAR = (0, 1, 2, 9, 10, 49, 50, 99, 100, 101, 1000, 123_457)


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_rate_is_defined_at_every_step(kind):
    for k in FAR:
        rate = Schedule.parse(kind).rate(0.1, k)
        assert np.isfinite(rate)
        assert 0 <= rate <= 0.1


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_column_of_rates_is_each_rate_alone(kind):
    schedule = Schedule.parse(kind)
    column = np.array([[0.3], [0.01], [7.0]])
    for k in FAR:
        rates = schedule.rate(column, k)
        assert rates.shape == (3, 1)
        assert rates.ravel().tolist() == [schedule.rate(float(lr), k) for lr in column.ravel()]


@pytest.mark.parametrize(("kind", "name", "values"), [
    ("step", "gamma", (0.1, 0.35, 0.9)),
    ("multi-step", "gamma", (0.1, 0.35, 0.9)),
    ("exponential", "gamma", (0.8, 0.95, 1.0)),
    ("polynomial", "power", (0.5, 1.0, 2.7)),
    ("inverse-time", "decay", (0.0, 0.1, 3.0)),
    ("cosine", "eta_min", (0.0, 0.01, 0.05)),
    ("cosine-restarts", "eta_min", (0.0, 0.01, 0.05)),
    ("one-cycle", "div_factor", (2.0, 25.0, 100.0)),
])
def test_that_a_schedules_own_parameter_can_be_swept(kind, name, values):
    chosen = Schedule.named(kind)
    swept = chosen(**{name: np.array(values)[:, None]})
    for k in FAR:
        alone = [chosen(**{name: value}).rate(0.1, k) for value in values]
        assert np.broadcast_to(swept.rate(0.1, k), (3, 1)).ravel().tolist() == alone


@pytest.mark.parametrize("kind", KINDS)
def test_that_documentation_is_complete(kind):
    chosen = Schedule.named(kind)
    assert chosen.label
    assert chosen.about.endswith(".")
    assert len(chosen.about) <= 80
    assert chosen.source()
    assert "lr_k =" in chosen.__doc__ or kind == "one-cycle"


@pytest.mark.parametrize("typed", [
    "cosine", "cosine:t_max=60", "multi-step:milestones=3.0|9.0",
    "linear-warmup:steps=4,then=cosine(t_max=50)",
    "linear-warmup:then=linear-warmup(steps=3,then=multi-step(milestones=3.0|9.0,gamma=0.5))",
])
def test_that_what_is_typed_comes_back(typed):
    schedule = Schedule.parse(typed)
    assert schedule.typed() == typed
    assert Schedule.parse(schedule.typed()) == schedule
    assert Schedule.from_dict(schedule.to_dict()) == schedule


def test_that_a_schedule_is_typed_within_an_optimizer():
    method = Optimizer.parse("adam:lr=0.1,schedule=linear-warmup(steps=10,then=cosine(t_max=50))")
    assert method.schedule == Schedule.parse("linear-warmup:steps=10,then=cosine(t_max=50)")
    assert method.rate(10) == 0.1
    assert Optimizer.parse(method.typed()) == method


@pytest.mark.parametrize("typed", [
    "step:step_size=0", "step:gamma=1.5", "multi-step:milestones=-1", "exponential:gamma=0", "cosine:t_max=0",
    "polynomial:power=0", "inverse-time:decay=-1", "cosine-restarts:t_mult=0", "linear-warmup:start_factor=0",
    "one-cycle:pct_start=1.5", "one-cycle:anneal_strategy=cosine", "linear-warmup:then=cosin(t_max=3)",
])
def test_that_what_is_outside_is_refused(typed):
    with pytest.raises(SpecError):
        Schedule.parse(typed)


@pytest.mark.parametrize(("typed", "step", "rate"), [
    ("step:step_size=10,gamma=0.5", 9, 1.0), ("step:step_size=10,gamma=0.5", 10, 0.5),
    ("multi-step:milestones=5|8,gamma=0.5", 7, 0.5), ("multi-step:milestones=5|8,gamma=0.5", 500, 0.25),
    ("polynomial:total_iters=10", 5, 0.5), ("polynomial:total_iters=10", 99, 0.0),
    ("inverse-time:decay=0.5", 2, 0.5),
    ("cosine:t_max=10,eta_min=0.5", 10, 0.5), ("cosine:t_max=10", 20, 1.0),
    ("cosine-restarts:t_0=10", 10, 1.0), ("cosine-restarts:t_0=10,t_mult=3", 25, 0.5),
    ("linear-warmup:steps=10,start_factor=0.5", 5, 0.75),
    ("linear-warmup:steps=10,start_factor=0.5", 10, 1.0),
    ("one-cycle:total_steps=10,pct_start=0.5,div_factor=10", 4, 1.0),
    ("one-cycle:total_steps=10,div_factor=10,final_div_factor=10", 9, 0.01),
    ("one-cycle:total_steps=10,div_factor=10,final_div_factor=10", 9999, 0.01),
    ("one-cycle:total_steps=10,pct_start=0.1", 0, 1.0),
])
def test_that_known_values_come_out(typed, step, rate):
    assert Schedule.parse(typed).rate(1.0, step) == pytest.approx(rate, rel=1e-14, abs=1e-15)
