"""Lessons on rates, correction, dead nodes and overfitting show what their texts say, in figures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from gallery import altered, ends, losses, path, played

from gdviz import library
from gdviz.engine.learning.problem import DataProblem
from gdviz.session import Session


def test_that_a_rate_that_rises_arrives_where_its_last_value_alone_is_thrown_out() -> None:
    creeping, thrown, risen = ends("warm-up")
    assert creeping.x[0] > 1.5
    assert thrown.status.kind == "diverged"
    assert risen.status.kind == "converged"
    bends = library.shipped("warm-up").objective.hessian(np.array([[10.0], [0.0]]))[:, 0, 0]
    assert bends == pytest.approx([18.6, 0.25], abs=0.05)
    assert 2 / bends == pytest.approx([0.108, 8], abs=5e-4)


def test_that_only_the_correction_makes_a_first_step_of_the_length_of_the_rate() -> None:
    eta = 0.2
    assert [path("bias-correction", run)[1, 0] + 1.6 for run in (0, 1)] == pytest.approx([10 * eta, eta])
    assert path("bias-correction", 1)[-1, 0] == pytest.approx(-1.0356, abs=1e-3)
    for alpha, times in ((0.9, 10**0.5), (0.999, 1000**0.5)):
        moved = altered("bias-correction", 0, alpha=alpha).runs[0].trajectory.x[1][0, 0] + 1.6
        assert moved == pytest.approx(times * eta)


def test_that_only_steps_whose_sum_has_no_bound_settle_at_the_kink() -> None:
    fixed, shrinking = (path("kink", run)[-20:, 0] for run in (0, 1))
    assert fixed[::2] == pytest.approx(fixed[0])
    assert fixed[::2].min() * fixed[1::2].max() < 0
    assert np.abs(shrinking).max() < 0.1
    assert np.abs(np.diff(path("kink", 2)[:, 0])).sum() == pytest.approx(0.3 / (1 - 0.8), abs=1e-4)
    shown = library.shipped("kink")
    schedule = replace(shown.runs[2].optimizer.schedule, gamma=0.9)
    record = altered("kink", 2, schedule=schedule).runs[0].trajectory.x.rows()[:, 0, 0]
    assert np.abs(np.diff(record)).sum() == pytest.approx(3, abs=0.01)
    assert abs(record[-1]) < 0.01


def dead(parameters: np.ndarray, features: np.ndarray) -> np.ndarray:
    """Whether each of two nodes gives 0 for every sample, at each point (T, 7)."""
    sums = parameters[:, None, :2] * features[:, None] + parameters[:, None, 2:4]
    return np.asarray((sums <= 0).all(axis=1))


def test_that_a_large_rate_kills_one_node_after_the_other_for_good() -> None:
    shown, _ = played("dead-relu")
    features = shown.objective.table.features[:, 0]
    first, second = dead(path("dead-relu", 1), features).T
    assert first.tolist() == [False] + [True] * shown.steps
    assert second.tolist() == [False] * 2 + [True] * (shown.steps - 1)
    assert not dead(path("dead-relu", 0), features).any()
    assert losses("dead-relu", 0)[-1] < 0.01 < 0.74 < losses("dead-relu", 1)[-1]
    slope = shown.objective.gradient(path("dead-relu", 1)[-1:] + 0.1 * np.eye(7)[6])[0]
    assert np.flatnonzero(slope).tolist() == [6]  # b₂
    leaky = replace(shown.objective, model=replace(shown.objective.model, activation="leaky-relu"))
    session = Session(replace(shown, objective=leaky))
    session.compute_to(shown.steps)
    record = session.runs[1].trajectory.loss.rows()[:, 0]
    assert record[3:6].min() > 0.74 > 0.3 > record[6:].min()


def test_that_the_lowest_loss_draws_the_worst_curve() -> None:
    shown, _ = played("overfitting")
    between = np.linspace(-1.03, 1.02, 200)[:, None]

    def miss(problem: DataProblem, parameters: np.ndarray) -> float:
        """How far the curve is from the one that the points were drawn about."""
        return float(np.abs(problem.predict(parameters, between)[:, 0] - np.sin(2.6 * between[:, 0])).max())

    free, decayed, newton = (path("overfitting", run)[-1] for run in range(3))
    assert losses("overfitting", 2)[1] < 1e-12 < 0.01 < losses("overfitting", 0)[-1]
    assert miss(shown.objective, newton) > 2 > 0.25 > max(miss(shown.objective, x) for x in (free, decayed))
    assert np.abs(decayed).max() < np.abs(free).max() < 3 < 100 < np.abs(newton).max()
    gentle = replace(shown.objective, model=replace(shown.objective.model, degree=3))
    session = Session(shown.with_objective(gentle))
    session.compute_to(1)
    assert miss(gentle, session.runs[2].trajectory.x[1][0]) < 0.25


def test_that_no_constant_rate_ends_as_calmly_as_one_that_falls() -> None:
    calm = losses("schedules", 1)[-20:].mean()
    for rate in np.geomspace(0.005, 0.3, 12):
        record = altered("schedules", 0, lr=float(rate)).runs[0].trajectory.loss.rows()[-20:, 0]
        assert record.mean() > 1.5 * calm


def test_that_the_diagonal_of_a_tilted_bowl_is_a_single_rate() -> None:
    booth = library.shipped("zigzag").objective
    session = Session(library.shipped("preconditioning").with_objective(booth))
    plain, scaled = session.scenario.runs
    plain = replace(plain, optimizer=replace(plain.optimizer, lr=0.035))
    session.edit(replace(session.scenario, runs=(plain, scaled)))
    session.compute_to(30)
    ours, theirs = (run.trajectory.x.rows() for run in session.runs)
    assert ours == pytest.approx(theirs)


def test_that_one_remembered_pair_is_enough_for_two_parameters() -> None:
    few, many = (altered("quasi-newton", 2, history_size=size).runs[0].trajectory for size in (1, 5))
    assert max(few.loss[41][0], many.loss[41][0]) < 1e-15


def test_that_a_smaller_rate_swings_as_wide_but_takes_longer() -> None:
    turns = []
    for rate in (0.05, 0.0125):
        w = altered("zero-grad", 1, 120, lr=rate).runs[0].trajectory.x.rows()[:, 0, 0]
        assert w.max() - w.min() == pytest.approx(2, abs=0.15)
        turns.append(np.diff(np.flatnonzero((w[:-1] < 2) & (w[1:] >= 2))).mean())
    assert turns[1] == pytest.approx(2 * turns[0], rel=0.1)


def test_that_labels_add_their_losses_up() -> None:
    assert losses("multi-label", 0)[0] == pytest.approx(3 * np.log(2))


def test_that_clouds_with_less_noise_are_apart() -> None:
    shown = library.shipped("logistic")
    apart = replace(shown.objective, data=replace(shown.objective.data, noise=0.7))
    session = Session(shown.with_objective(apart))
    session.compute_to(40)
    newton = session.runs[2].trajectory
    assert newton.loss[40][0] < 1e-12
    assert np.linalg.norm(newton.x[40][0]) > 100
