"""Second-order methods on batches: each row is the single run, inputs stay untouched, counts are exact."""

from __future__ import annotations

import numpy as np
import pytest

from gdviz.engine.catalogue import Objective, Optimizer
from gdviz.engine.oracle import Oracle
from gdviz.spec import declared
from tests.engine.second_order import METHODS, ran


@declared
class Wide(Objective):
    """A bowl of twelve parameters."""

    kind = label = about = formula = "wide"
    box = ((-2.0, 2.0),) * 12
    start = (1.0,) * 12
    scale = np.arange(1.0, 13.0)

    def value(self, x):
        total = 0.0
        for j in range(12):
            total = total + self.scale[j] * x[:, j] ** 2 + np.cos(x[:, j])
        return total

    def gradient(self, x):
        return 2 * self.scale * x - np.sin(x)

    def hessian(self, x):
        return (2 * self.scale - np.cos(x))[:, :, None] * np.eye(12)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("objective", "noise"), [("rosenbrock", 0.0), ("himmelblau", 0.05), ("x-cos", 0.0),
                                                  (Wide(), 0.0), (Wide(), 0.05)])
def test_that_each_row_of_a_batch_is_the_single_run_bit_for_bit(method, objective, noise):
    chosen = Objective.parse(objective) if isinstance(objective, str) else objective
    low, high = np.array(chosen.box).T
    starts = [tuple(point) for point in np.random.default_rng(2).uniform(low, high, (4, len(low)))]
    starts[3] = chosen.minima[0] if chosen.minima else chosen.start
    together = ran(chosen, method, *starts, steps=15, noise=noise)
    for row, start in enumerate(starts):
        alone = ran(chosen, method, start, steps=15, noise=noise)
        known = alone.trajectory.steps + 1
        assert np.array_equal(together.trajectory.x.rows(0, known)[:, row], alone.trajectory.x.rows()[:, 0])
        assert np.array_equal(together.trajectory.counts.rows(0, known)[:, :, row],
                              alone.trajectory.counts.rows()[:, :, 0])
        for name, column in alone.trajectory.memory.items():
            batch = together.trajectory.memory[name].rows(0, known)[:, row]
            assert np.array_equal(batch, column.rows()[:, 0], equal_nan=True), name


@pytest.mark.parametrize("method", METHODS)
def test_that_a_step_reads_its_inputs_only_and_is_repeatable(method):
    objective, optimizer = Objective.parse("rosenbrock"), Optimizer.parse(method)
    x = np.array([[-1.2, 1.0], [0.3, 0.4], [1.0, 1.0]], order="F")
    memory = optimizer.init(x)
    for k in range(8):
        for array in (x, *memory):
            array.flags.writeable = False
        kept = [array.copy() for array in (x, *memory)]
        oracles = [Oracle(objective, 3, seed=1, noise=0.1) for _ in range(2)]
        for oracle in oracles:
            oracle.step = k
        (new, after), (again, same) = (optimizer.step(x, memory, oracle) for oracle in oracles)
        assert all(np.array_equal(a, b, equal_nan=True) for a, b in zip(kept, (x, *memory), strict=True))
        assert np.array_equal(new, again)
        assert all(np.array_equal(a, b, equal_nan=True) for a, b in zip(after, same, strict=True))
        assert all(a.dtype == np.float64 and a.shape == b.shape for a, b in zip(after, memory, strict=True))
        x, memory = new, after


def test_that_noise_is_one_for_all_questions_of_a_step_and_another_at_the_next():
    objective = Objective.parse("ravine")
    oracle, x = Oracle(objective, 2, seed=4, noise=0.5), np.array([[1.0, 2.0], [-3.0, 0.5]])
    assert oracle.varies
    assert not Oracle(objective, 2).varies
    assert Oracle(objective, 2).disturbance(2) is None
    for oracle.step in (3, 4, 3):
        expected = 0.5 * np.random.default_rng((4, oracle.step)).standard_normal(2)
        for _ in range(2):
            assert np.array_equal(oracle.gradient(x), objective.gradient(x) + expected)
        assert np.array_equal(oracle.gradient(x[1:], np.array([1])), objective.gradient(x[1:]) + expected)
        assert np.array_equal(oracle.disturbance(2), expected)
        assert np.array_equal(oracle.gradient(x, noise=1.0), objective.gradient(x) + 2 * expected)


@pytest.mark.parametrize("method", METHODS)
def test_that_hyper_parameters_may_differ_from_row_to_row(method):
    optimizer = Optimizer.parse(method)
    names = [n for n in ("lr", "damping", "first_step", "c1", "c2", "shrink", "initial_size", "contraction")
             if n in optimizer.params()]
    rows = [{n: getattr(optimizer, n) * factor for n in names} for factor in (1.0, 0.5)]
    joint = {n: np.array([[row[n]] for row in rows]) for n in names}
    start = np.array([-1.2, 1.0])
    objective = Objective.parse("rosenbrock")

    def path(given, batch):
        chosen = type(optimizer)(**{n: getattr(optimizer, n) for n in optimizer.params()} | given)
        x, oracle = np.array([start] * batch, order="F"), Oracle(objective, batch)
        memory = chosen.init(x)
        with np.errstate(all="ignore"):
            for oracle.step in range(10):
                x, memory = chosen.step(x, memory, oracle)
        return x

    together = path(joint, 2)
    for i, row in enumerate(rows):
        assert np.array_equal(together[i], path(row, 1)[0], equal_nan=True)


def test_that_the_same_search_costs_the_same_whatever_the_other_rows_do():
    starts = (1.0, 1.0), (-1.2, 1.0), (1.5, -1.0)
    alone = ran("rosenbrock", "bfgs", starts[1], steps=30).trajectory.counts.rows()[:, :, 0]
    company = ran("rosenbrock", "bfgs", *starts, steps=30).trajectory.counts.rows()
    assert np.array_equal(alone, company[:, :, 1])
    assert company[30, :3, 0].tolist() == [0, 1, 0], "a row that starts at the minimum asks once"
