"""What holds for every optimizer of the catalogue, those that are still to come included."""

from __future__ import annotations

import inspect
import re

import numpy as np
import pytest

from gdviz.engine import catalogue as catalogue
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import FirstOrder, Optimizer
from gdviz.engine.oracle import Oracle
from gdviz.engine.run import Run, Task, remembered
from gdviz.values import SpecError

KINDS = sorted(Optimizer.catalogue)
FIRST_ORDER = [kind for kind in KINDS if issubclass(Optimizer.named(kind), FirstOrder)]
HIMMELBLAU = Objective.parse("himmelblau")
STARTS = ((-0.5, -4.0), (1.0, 1.0), (4.9, 4.9), (-3.0, 0.25), (0.0, 0.0))
LOADED = {
    "lr": 0.01, "noise": 0.3, "clip_norm": 20.0, "clip_value": 15.0,
    "schedule": {"kind": "linear-warmup", "steps": 5, "then": {"kind": "cosine", "t_max": 20}},
}
PARAMETERS = [(kind, name) for kind in KINDS for name in Optimizer.named(kind).params()]


def columns(run):
    """Everything that a run records and that is an array (T, B, …)."""
    record = run.trajectory
    return [record.x.rows(), record.loss.rows(), *(column.rows() for column in record.memory.values()),
            record.counts.rows().transpose(0, 2, 1)]


def recorded(method, starts, steps=40, noise=0.0):
    run = Run(Task(HIMMELBLAU, method, starts, noise=noise, seed=7))
    run.extend(steps)
    return run


def assert_rows_equal_single_runs(method, noise):
    together = columns(recorded(method, STARTS, noise=noise))
    for row, start in enumerate(STARTS):
        for batch, single in zip(together, columns(recorded(method, (start,), noise=noise)), strict=True):
            np.testing.assert_array_equal(batch[: len(single), row], single[:, 0])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("noise", [0.0, 0.2])
def test_that_a_row_of_a_batch_equals_the_single_run_bit_for_bit(kind, noise):
    assert_rows_equal_single_runs(Optimizer.named(kind)(), noise)


@pytest.mark.parametrize("kind", FIRST_ORDER)
def test_that_rows_stay_equal_with_clipping_noise_and_a_schedule(kind):
    assert_rows_equal_single_runs(Optimizer.named(kind)(**LOADED), 0.0)


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_step_does_not_write_to_its_inputs(kind):
    loaded = [LOADED] if kind in FIRST_ORDER else []
    for given in ({}, *loaded):
        method = Optimizer.named(kind)(**given)
        oracle = Oracle(HIMMELBLAU, len(STARTS), seed=2, noise=0.1)
        x = np.array(STARTS, order="F")
        with np.errstate(all="ignore"):
            memory = method.init(x)
            for k in range(3):
                x.flags.writeable = False
                for leaf in memory:
                    leaf.flags.writeable = False
                kept = [np.array(leaf) for leaf in (x, *memory)]
                oracle.step = k
                new, after = method.step(x, memory, oracle)
                for leaf, copy in zip((x, *memory), kept, strict=True):
                    np.testing.assert_array_equal(leaf, copy)
                assert new.shape == x.shape
                assert [leaf.shape for leaf in after] == [leaf.shape for leaf in memory]
                x, memory = new, after


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_size_of_a_memory_is_known_before_it_is_made(kind):
    method = Optimizer.named(kind)()
    for d in (1, 2, 7):
        assert remembered(method, d) == sum(leaf.size for leaf in method.init(np.zeros((1, d))))


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_elliptic_bowl_is_descended_with_the_defaults(kind):
    bowl = Objective.parse("elliptic-bowl")
    run = Run(Task(bowl, Optimizer.named(kind)(), (bowl.start,)))
    run.extend(100)
    assert run.trajectory.steps == 100
    assert run.trajectory.loss[100][0] < 0.9 * run.trajectory.loss[0][0]


@pytest.mark.parametrize("kind", KINDS)
def test_that_any_step_can_be_replayed_from_what_was_recorded(kind):
    loaded = [LOADED] if kind in FIRST_ORDER else []
    for given in ({}, *loaded):
        method = Optimizer.named(kind)(**given)
        run = recorded(method, STARTS[:2], noise=0.2)
        for k in (17, 3, 0, 1, 29):
            if k >= run.trajectory.steps or (run.last >= 0).any():
                continue
            oracle = Oracle(HIMMELBLAU, 2, seed=7, noise=0.2)
            oracle.step = k
            x, memory = method.step(run.trajectory.x[k], run.trajectory.remembered(k), oracle)
            np.testing.assert_array_equal(x, run.trajectory.x[k + 1])
            for own, kept in zip(memory, run.trajectory.remembered(k + 1), strict=True):
                np.testing.assert_array_equal(own, kept)


@pytest.mark.parametrize("kind", ["gradient-descent", "momentum", "adam"])
def test_that_a_sweep_of_200_learning_rates_equals_200_single_runs(kind):
    rates = np.geomspace(1e-4, 1.0, 200)
    swept = recorded(Optimizer.named(kind)(lr=rates[:, None]), (STARTS[0],) * 200)
    together = columns(swept)
    for row, lr in enumerate(rates):
        alone = recorded(Optimizer.named(kind)(lr=float(lr)), (STARTS[0],))
        for batch, single in zip(together, columns(alone), strict=True):
            np.testing.assert_array_equal(batch[: len(single), row], single[:, 0])
        assert swept.last[row] == alone.last[0]


@pytest.mark.parametrize("kind", KINDS)
def test_that_what_is_typed_and_written_comes_back(kind):
    chosen = Optimizer.named(kind)
    changed = {}
    for name, about in chosen.params().items():
        default = chosen.default(name)
        if isinstance(default, bool):
            changed[name] = not default
        elif about.choices:
            changed[name] = next(choice for choice in about.choices if choice != default)
        elif isinstance(default, float) and about.within and default * 0.75 + 0.01 in about.within:
            changed[name] = default * 0.75 + 0.01
    for given in ({}, *({name: value} for name, value in changed.items())):
        method = chosen(**given)
        assert Optimizer.parse(method.typed()) == method
        assert Optimizer.from_dict(method.to_dict()) == method
        assert all(f"{name}=" in method.typed() for name in given)


@pytest.mark.parametrize(("kind", "name"), PARAMETERS)
def test_that_a_value_just_outside_its_bounds_is_refused(kind, name):
    chosen = Optimizer.named(kind)
    about, default = chosen.params()[name], chosen.default(name)
    low, high = (about.within.low, about.within.high) if about.within else (-np.inf, np.inf)
    if isinstance(default, float):
        closed = about.within.text if about.within else "()"
        wrong = [np.nan, np.inf, np.nextafter(low, -np.inf) if closed[0] == "[" else low]
        wrong.append(np.nextafter(high, np.inf) if closed[-1] == "]" else high)
    elif isinstance(default, int) and not isinstance(default, bool):
        wrong = [int(low) - 1, 1.5]
    else:
        wrong = ["no such choice", 3, None]
    for value in wrong:
        with pytest.raises(SpecError, match="no such choice|" + name):
            chosen(**{name: value})


@pytest.mark.parametrize("kind", KINDS)
def test_that_documentation_is_complete(kind):
    chosen = Optimizer.named(kind)
    assert chosen.label
    assert chosen.about.endswith(".")
    assert len(chosen.about) <= 80
    assert chosen.short or len(chosen.label) <= 18
    assert chosen.source()
    assert "←" in chosen.__doc__
    for name, about in chosen.params().items():
        assert about.doc.endswith("."), name
    symbols = [about.symbol for about in chosen.params().values() if about.symbol]
    assert len(set(symbols)) == len(symbols)
    memory = chosen().init(np.zeros((1, 2)))
    told = inspect.getsource(type(memory))
    for name in memory._fields:
        assert name in type(memory).__doc__ or re.search(rf"\b{name}: \w+  # ", told), name


@pytest.mark.parametrize("kind", FIRST_ORDER)
def test_that_forms_show_at_most_three_parameters_at_first(kind):
    shown = [name for name, about in Optimizer.named(kind).params().items() if not about.advanced]
    assert shown[0] == "lr"
    assert len(shown) <= 3


def test_that_every_first_order_method_is_there():
    expected = {
        "gradient-descent", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam", "adamw",
        "adamax", "nadam", "radam", "asgd", "rprop", "lion", "sign-descent", "adabelief", "yogi", "qhm",
        "qhadam", "polyak",
    }
    assert expected <= set(FIRST_ORDER)


@pytest.mark.parametrize("typed", ["rprop:step_min=2,step_max=1"])
def test_that_contradicting_parameters_are_refused(typed):
    with pytest.raises(SpecError, match="step_min"):
        Optimizer.parse(typed)
