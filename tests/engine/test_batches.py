"""Which samples an update uses."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gdviz.engine.catalogue  # noqa: F401
from gdviz.engine.batches import ORDERS, Batches
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.oracle import GRADIENT, HESSIAN, SAMPLES, VALUE
from gdviz.engine.run import Run, Task

LINE = DataProblem(model=Model.parse("linear"), data=Dataset.parse("line:n=23,seed=5"))
POINT = np.array([[0.3, -1.2]])


def epoch_of(batches: Batches, terms: int, epoch: int, seed: int = 0) -> list[np.ndarray]:
    per = batches.updates_per_epoch(terms)
    return [batches.samples(k, terms, seed) for k in range(epoch * per, (epoch + 1) * per)]


sizes = st.integers(1, 40)


@given(terms=sizes, size=sizes, epoch=st.integers(0, 50), order=st.sampled_from(ORDERS[:2]))
def test_that_an_epoch_without_replacement_uses_every_sample_once(
    terms: int, size: int, epoch: int, order: str
) -> None:
    used = epoch_of(Batches(size, order), terms, epoch, seed=3)
    assert len(used) == -(-terms // size)
    assert sorted(np.concatenate(used)) == list(range(terms))
    assert [len(batch) for batch in used[:-1]] == [size] * (len(used) - 1)


@given(terms=sizes, size=sizes, update=st.integers(0, 500), seed=st.integers(0, 2**32 - 1))
def test_that_a_batch_with_replacement_has_its_size_and_known_samples(
    terms: int, size: int, update: int, seed: int
) -> None:
    batch = Batches(size, "replacement").samples(update, terms, seed)
    assert len(batch) == min(size, terms)
    assert set(batch) <= set(range(terms))


def test_that_a_shuffled_epoch_has_a_permutation_of_its_own() -> None:
    first, second = (np.concatenate(epoch_of(Batches(5, "shuffle"), 40, epoch)) for epoch in (0, 1))
    assert list(first) != list(second)
    assert list(first) != list(range(40))
    other = np.concatenate(epoch_of(Batches(5, "shuffle"), 40, 0, seed=1))
    assert list(first) != list(other)


def test_that_draws_with_replacement_differ_by_update_and_by_seed() -> None:
    batches = Batches(8, "replacement")
    draws = {tuple(batches.samples(update, 40, seed)) for update in range(3) for seed in range(3)}
    assert len(draws) == 9


def test_that_gradient_noise_comes_on_top_of_the_batch_and_shares_no_random_numbers_with_it() -> None:
    task = Task(LINE, Optimizer.parse("adam"), ((0.0, 0.0),), noise=0.5, seed=1, batches=Batches(4))
    oracle = task.oracle()
    oracle.step = 6
    noise = 0.5 * np.random.default_rng((1, 6)).standard_normal(2)
    batch = task.batches.samples(6, 23, 1)
    assert np.array_equal(oracle.gradient(POINT), LINE.batch_gradient(POINT, batch) + noise)
    for epoch in range(4):
        plain = np.random.default_rng((1, epoch)).permutation(23)
        assert not np.array_equal(np.concatenate(epoch_of(Batches(4), 23, epoch, seed=1)), plain)


@given(order=st.sampled_from(ORDERS), steps=st.permutations(range(12)), accumulate=st.integers(1, 3))
def test_that_batches_are_the_same_in_whatever_order_they_are_asked_for(
    order: str, steps: list[int], accumulate: int
) -> None:
    batches = Batches(3, order, accumulate)
    asked = {k: batches.samples(k, 10, 7) for k in steps}
    assert all(np.array_equal(asked[k], batches.samples(k, 10, 7)) for k in sorted(steps))


@given(
    terms=sizes, size=sizes, accumulate=st.integers(1, 6), update=st.integers(0, 99),
    order=st.sampled_from(ORDERS[:2]),
)
def test_that_accumulated_batches_are_one_batch_that_many_times_as_large(
    terms: int, size: int, accumulate: int, update: int, order: str
) -> None:
    small, large = Batches(size, order, accumulate), Batches(size * accumulate, order)
    assert small.updates_per_epoch(terms) == large.updates_per_epoch(terms)
    together = sorted(small.samples(update, terms, 1))
    assert together == sorted(large.samples(update, terms, 1))


@pytest.mark.parametrize(("size", "updates"), [(0, 50), (20, 250), (1, 5000), (30, 200), (999, 50)])
def test_that_fifty_epochs_of_a_hundred_samples_take_as_many_updates_as_there_are_batches(
    size: int, updates: int
) -> None:
    batches = Batches(size)
    assert 50 * batches.updates_per_epoch(100) == updates
    assert batches.epoch(updates, 100) == 50
    assert batches.epoch(updates - 1, 100) == 49


@pytest.mark.parametrize("size", [1, 4, 7, 23])
@pytest.mark.parametrize("order", ORDERS[:2])
def test_that_the_mean_of_an_epochs_batch_gradients_is_the_full_gradient(size: int, order: str) -> None:
    used = epoch_of(Batches(size, order), LINE.terms, 2)
    weighted = sum(len(batch) * LINE.batch_gradient(POINT, batch) for batch in used) / LINE.terms
    np.testing.assert_allclose(weighted, LINE.gradient(POINT), rtol=1e-12)


def test_that_the_variance_of_a_batch_gradient_falls_as_one_over_its_size_with_replacement() -> None:
    full = LINE.gradient(POINT)
    single = LINE.sample_gradients(POINT[0])
    expected = np.sum((single - full) ** 2) / LINE.terms
    for size in (1, 4, 16):
        drawn = [Batches(size, "replacement").samples(k, LINE.terms, 11) for k in range(4000)]
        noise = [np.sum((LINE.batch_gradient(POINT, batch) - full) ** 2) for batch in drawn]
        assert np.mean(noise) * size == pytest.approx(expected, rel=0.1)


def run(optimizer: str, batches: Batches, steps: int, seed: int = 0) -> Run:
    made = Run(Task(LINE, Optimizer.parse(optimizer), ((0.0, 0.0),), seed=seed, batches=batches))
    made.extend_to(steps)
    return made


@pytest.mark.parametrize("order", ORDERS)
def test_that_accumulating_gives_the_path_of_the_larger_batch(order: str) -> None:
    small = run("gradient-descent:lr=0.005", Batches(2, order, 3), 40)
    large = run("gradient-descent:lr=0.005", Batches(6, order), 40)
    if order != "replacement":  # drawn with replacement, 6 samples are the same ones too
        assert small.task.updates_per_epoch() == large.task.updates_per_epoch() == 4
    np.testing.assert_allclose(small.trajectory.x.rows(), large.trajectory.x.rows(), rtol=1e-12)
    assert np.array_equal(small.trajectory.counts[40][SAMPLES], large.trajectory.counts[40][SAMPLES])


def test_that_a_batch_of_all_samples_is_gradient_descent_to_the_last_bit() -> None:
    full = run("gradient-descent:lr=0.005", Batches(), 70)
    large = run("gradient-descent:lr=0.005", Batches(23), 70)
    assert np.array_equal(full.trajectory.x.rows(), large.trajectory.x.rows())


def test_that_one_seed_gives_one_path_and_another_seed_another() -> None:
    paths = [run("adam:lr=0.1", Batches(4), 50, seed).trajectory.x.rows() for seed in (3, 3, 4)]
    assert np.array_equal(paths[0], paths[1])
    assert not np.array_equal(paths[0], paths[2])


def test_that_evaluations_and_samples_are_counted() -> None:
    newton = run("newton", Batches(5, "sequential"), 6).trajectory.counts[6][:, 0]
    assert newton[GRADIENT] == newton[HESSIAN] == 6
    # Five batches make an epoch of 23 samples; the sixth begins the next.
    assert newton[SAMPLES] == 2 * (23 + 5)
    assert newton[VALUE] == 0
    accumulated = run("gradient-descent:lr=0.001", Batches(5, "sequential", 2), 3).trajectory.counts[3][:, 0]
    assert list(accumulated) == [0, 5, 0, 23]


def test_that_value_gradient_and_hessian_of_a_step_are_those_of_its_batch() -> None:
    task = Task(LINE, Optimizer.parse("newton"), ((0.0, 0.0),), seed=9, batches=Batches(4))
    oracle = task.oracle()
    for step in (7, 2, 7):
        oracle.step = step
        batch = task.batches.samples(step, 23, 9)
        assert np.array_equal(oracle.value(POINT), LINE.batch_value(POINT, batch))
        assert np.array_equal(oracle.gradient(POINT), LINE.batch_gradient(POINT, batch))
        assert np.array_equal(oracle.hessian(POINT), LINE.batch_hessian(POINT, batch))


def test_that_a_recorded_step_can_be_replayed_in_any_order() -> None:
    for batches in (Batches(4), Batches(4, zero_grad=False), Batches(), Batches(3, "replacement", 2)):
        made = run("momentum:lr=0.001", batches, 130)
        record = made.trajectory
        for step in (129, 3, 64, 0, 65):
            x = np.array(record.x[step], order="F")
            again, _ = made.task.optimizer.step(x, record.remembered(step), made.oracle_at(step))
            assert np.array_equal(again, record.x[step + 1])


def test_that_a_gradient_that_is_never_zeroed_sums_all_gradients() -> None:
    made = run("gradient-descent:lr=0.0001", Batches(4, "sequential", zero_grad=False), 80)
    assert made.trajectory.held is not None
    x, total = np.zeros((1, 2)), np.zeros((1, 2))
    for k in range(80):
        total = total + LINE.batch_gradient(x, made.task.batches.samples(k, 23, 0))
        x = x - 0.0001 * total
        np.testing.assert_allclose(made.trajectory.x[k + 1], x, rtol=1e-12)
        np.testing.assert_allclose(made.trajectory.held[k + 1], total, rtol=1e-12)
    # It is gradient descent with a momentum that never fades.
    twin = run("momentum:lr=0.0001,momentum=0.999999999999", Batches(4, "sequential"), 80)
    np.testing.assert_allclose(made.trajectory.x.rows(), twin.trajectory.x.rows(), rtol=1e-8, atol=1e-9)


def test_that_recording_in_pieces_gives_the_same_bits() -> None:
    for batches in (Batches(), Batches(4), Batches(4, zero_grad=False)):
        whole = run("adam:lr=0.05", batches, 150).trajectory
        pieces = Run(Task(LINE, Optimizer.parse("adam:lr=0.05"), ((0.0, 0.0),), batches=batches))
        for steps in (1, 2, 30, 64, 17, 36):
            pieces.extend(steps)
        for name in ("x", "loss", "grad_norm", "counts"):
            assert np.array_equal(getattr(whole, name).rows(), getattr(pieces.trajectory, name).rows())


def test_that_batch_losses_are_those_of_the_step_that_leaves_the_point() -> None:
    made = run("gradient-descent:lr=0.005", Batches(4), 20)
    losses = made.batch_losses(0, 20)
    assert losses.shape == (20, 1)
    batch = made.task.batches.samples(13, 23, 0)
    assert losses[13, 0] == LINE.batch_value(made.trajectory.x[13], batch)[0]
    assert losses[13, 0] != made.trajectory.loss[13][0]
