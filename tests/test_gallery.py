"""The shipped scenarios show what their texts say, in figures."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from gallery import ends, losses, path, played, tried

from gdviz import library
from gdviz.engine.exhaustive import found
from gdviz.engine.learning.problem import DataProblem
from gdviz.question import DIVERGES, OSCILLATES, UNDERWAY
from gdviz.session import Session
from gdviz.tables import outcomes


@pytest.mark.parametrize("name", library.names())
def test_that_each_says_what_to_look_for_and_to_try_and_asks_one_question(name: str) -> None:
    shown = library.shipped(name)
    assert 5 < len(shown.title) < 50
    assert 100 < len(shown.text) < 560
    parts = shown.text.split("\n\n")
    assert len(parts) == (3 if shown.question is None else 2)
    asked = parts[2] if shown.question is None else shown.question.text
    assert re.fullmatch(r"[^?]+\?", asked)
    assert "?" not in "".join(parts[:2])


ANSWERS: dict[str, object] = {
    "learning-rate": DIVERGES, "plateau": UNDERWAY, "zero-grad": OSCILLATES, "local-minimum": (-1.7982,),
    "newton-maximum": (1.8257,), "saddle": (0.0, 0.0), "nelder-mead": (-3.7793, -3.2832), "momentum": (2,),
    "adaptive": (2,), "network-moons": (2,), "network-losses": (0,), "warm-up": "arrives",
    "bias-correction": (0.9601,), "kink": (0.5,),
}  # fmt: skip


def test_that_the_questions_have_these_answers() -> None:
    asking = [name for name in library.names() if library.shipped(name).question is not None]
    assert sorted(asking) == sorted(ANSWERS)
    for name, known in ANSWERS.items():
        scenario, runs = played(name)
        assert scenario.question is not None
        answer = scenario.question.answer(runs, scenario.steps, scenario.tolerance)
        assert answer == (known if isinstance(known, str) else pytest.approx(known, abs=1e-3)), name


def test_that_what_is_to_be_tried_does_what_is_said() -> None:
    assert abs(tried("three-points", 0.21, 0, 400).x[0] - 2) < 1e-6
    assert abs(tried("three-points", 0.21, 1, 400).x[0] - 2) > 1
    assert abs(tried("learning-rate", 0.5, 2, 1).x[0]) < 1e-12
    assert tried("learning-rate", 1.0, 2, 41).x[0] == -10
    assert tried("zigzag", 0.112, 0, 400).loss > 100 > tried("zigzag", 0.111, 0, 400).loss
    assert tried("preconditioning", 0.45, 0, 9).loss < 1
    assert tried("warm-up", 0.52, 0, 60).loss < 1.001
    assert tried("warm-up", 0.54, 0, 60).status.kind == "diverged"
    assert tried("noisy-line", 0.029, 0, 300).loss < 1.1 < 100 < tried("noisy-line", 0.0295, 0, 300).loss


def test_that_starts_side_by_side_send_newton_far_apart() -> None:
    shown = library.shipped("local-minimum")
    session = Session(replace(shown, starts=tuple((x,) for x in (9.5, 10.0, 10.5, 11.0))))
    session.compute_to(30)
    ends = session.runs[2].trajectory.x[30][:, 0]
    assert np.abs(np.subtract.outer(ends, ends)[~np.eye(4, dtype=bool)]).min() > 5


def test_that_gradients_that_are_never_zeroed_swing_about_the_minimum() -> None:
    zeroed, kept = path("zero-grad", 0)[:, 0], path("zero-grad", 1)[:, 0]
    assert zeroed[-1] == pytest.approx(2)
    assert kept[30:].min() < 1.1
    assert kept[30:].max() > 2.9


def test_that_steps_fade_towards_the_minimum_from_both_sides() -> None:
    for start, sign in ((0, 1), (1, -1)):
        steps = np.diff(path("direction", 0, start)[:, 0])
        assert (np.sign(steps) == sign).all()
        assert (np.diff(np.abs(steps)) < 0).all()


def test_that_only_noise_leaves_the_saddle() -> None:
    plain, noisy = ends("saddle")
    assert plain.status.sentence.endswith("at a saddle point")
    assert abs(noisy.x[0]) == pytest.approx(1, abs=0.2)


def test_that_samples_leave_the_saddle_on_which_they_cancel_out() -> None:
    shown, runs = played("sgd-leaves-a-saddle")
    problem, start = shown.objective, np.array(shown.starts)
    assert isinstance(problem, DataProblem)
    bends = np.linalg.eigvalsh(problem.hessian(start)[0])
    assert (bends < -1e-9).sum() == 1
    assert bends[0] < -0.5
    pulls = problem.sample_gradients(start[0])
    assert not pulls.mean(axis=0).any()
    assert pulls[:, 2:].all()
    assert not (path("sgd-leaves-a-saddle", 0) - start).any()  # no rounding grows, however long it stays
    stays, *leaving = ends("sgd-leaves-a-saddle")
    assert stays.status.sentence.endswith("at a saddle point")
    assert [np.sign(end.x[0]) for end in leaving] == [-1, 1]
    curves = [problem.predict(np.array(end.x), problem.table.features) for end in leaving]
    assert np.abs(curves[0] - curves[1]).max() < 0.1
    assert runs[0].trajectory.loss[0][0] > 0.7
    for other in (replace(shown, seed=2), replace(shown, seed=3), replace(shown, batch_size=31)):
        session = Session(other)
        session.compute_to(shown.steps)
        left = list(outcomes(other, session.runs))[0 if other.batch_size else 1 :]
        assert all(end.loss < 0.05 for end in left)


def test_that_the_plateau_holds_gradient_descent_alone() -> None:
    plain, *rescaled = ends("plateau")
    assert plain.x[0] == pytest.approx(10 - 150 * 0.0001, abs=1e-3)
    assert all(abs(end.x[0]) < 0.05 for end in rescaled)


def test_that_the_large_rate_zigzags_and_the_small_one_creeps() -> None:
    across = np.array([1.0, 1.0]) / math.sqrt(2)  # the steep direction of the bowl
    large, small = ((path("zigzag", run) - [1, 3]) @ across for run in (0, 1))
    assert (np.sign(large[:-1]) == -np.sign(large[1:])).all()
    assert (np.sign(small) == np.sign(small[0])).all()
    assert losses("zigzag", 1)[-1] > 100 * losses("zigzag", 0)[-1]


def test_that_only_the_clipped_path_is_not_thrown_off_the_cliff() -> None:
    assert path("cliff", 0)[:, 0].min() < -3.5
    assert path("cliff", 1)[:, 0].min() > -1


def test_that_nesterov_settles_before_momentum_and_both_before_gradient_descent() -> None:
    plain, momentum, nesterov = (losses("momentum", run)[-1] for run in range(3))
    assert nesterov < momentum < plain


def test_that_adam_overshoots_and_adagrad_comes_last() -> None:
    assert path("adaptive", 2)[:, 1].min() < path("adaptive", 1)[:, 1].min() - 0.3
    assert losses("adaptive", 0)[-1] > max(losses("adaptive", 1)[-1], losses("adaptive", 2)[-1])


def test_that_newton_is_linear_far_out_and_squares_its_error_near_the_minimum() -> None:
    error = np.abs(path("newton", 0)[:, 0])
    assert np.diff(error[:4]) == pytest.approx([-2] * 3, abs=0.02)
    assert all(after < before**2 for before, after in pairwise(error[5:9]))
    assert path("newton", 1)[-1, 0] > 1


def test_that_the_cube_of_newtons_error_is_what_symmetry_leaves_of_it() -> None:
    error = np.abs(path("newton", 0)[:, 0])
    assert error[6:8] == pytest.approx(error[5:7] ** 3 / 12, rel=0.03)


def test_that_the_exact_hessian_alone_climbs() -> None:
    exact, *downhill = ends("newton-maximum")
    shown = library.shipped("newton-maximum")
    assert shown.objective.hessian(np.array(shown.starts))[0, 0, 0] == pytest.approx(-1.035, abs=5e-4)
    for damping, downwards in ((1.0, False), (1.2, False), (1.3, True)):
        damped = replace(shown.runs[1], optimizer=replace(shown.runs[1].optimizer, damping=damping))
        session = Session(replace(shown, runs=(damped,), question=None))
        session.compute_to(shown.steps)
        assert bool((np.diff(session.runs[0].trajectory.loss.rows()[:, 0]) < 1e-12).all()) is downwards
    assert exact.status.sentence.endswith("at a maximum")
    assert all(end.x[0] == pytest.approx(7.269388, abs=1e-3) for end in downhill)


def test_that_one_scale_for_each_axis_makes_the_path_straight() -> None:
    x = path("preconditioning", 1)
    assert np.allclose(x[:, 0] * 2, x[:, 1] * 5)
    assert losses("preconditioning", 0)[-1] > 1e6 * losses("preconditioning", 1)[-1]


def test_that_exact_searches_turn_at_right_angles_and_do_not_win() -> None:
    steps = np.diff(path("line-search", 0), axis=0)
    along = np.sum(steps[:-1] * steps[1:], axis=1)
    assert np.abs(along).max() < 1e-6 * np.sum(steps**2, axis=1).max()
    assert losses("line-search", 1)[-1] < losses("line-search", 0)[-1]


def test_that_conjugate_gradient_arrives_in_two_steps_with_the_same_first() -> None:
    steepest, conjugate = path("conjugate-gradient", 0), path("conjugate-gradient", 1)
    assert conjugate[1] == pytest.approx(steepest[1])
    assert conjugate[2] == pytest.approx([1, 3], abs=1e-9)
    assert losses("conjugate-gradient", 0)[-1] > 0.1


def test_that_learned_curvature_ends_what_gradient_descent_has_hardly_begun() -> None:
    plain, *learned = ends("quasi-newton")
    assert plain.x[0] < -0.9
    assert all(end.status.kind == "converged" for end in learned)


def test_that_the_triangle_arrives_without_a_gradient() -> None:
    triangle, plain = ends("nelder-mead")
    assert triangle.evaluations["gradient"] == 0
    assert triangle.x == pytest.approx(plain.x, abs=1e-3)


def test_that_the_starts_reach_each_of_the_four_minima() -> None:
    found = {tuple(round(part, 2) for part in end.x) for end in ends("basins")}
    assert found == {(3.0, 2.0), (-2.81, 3.13), (-3.78, -3.28), (3.58, -1.85)}


def test_that_only_a_falling_rate_calms_down() -> None:
    constant, *falling = (losses("schedules", run)[-20:].mean() for run in range(3))
    assert all(calm < constant / 10 for calm in falling)


def test_that_momentum_rolls_through_the_first_hollow() -> None:
    assert path("formula", 0)[-1] == pytest.approx([2.216, 0], abs=0.01)
    assert path("formula", 1)[-1] == pytest.approx([-0.739, 0], abs=0.1)
    shown = library.shipped("formula")
    told = re.findall(r"such as (\S.*)\.\n", shown.text)
    session = Session(replace(shown, objective=replace(shown.objective, f=told[0])))
    session.compute_to(shown.steps)
    ends = [run.trajectory.x[shown.steps][0, 0] for run in session.runs]
    assert ends == pytest.approx([2, -2], abs=0.15)


def test_that_one_start_leads_three_runs_into_three_valleys_of_a_network() -> None:
    good, fair, poor = (losses("network-losses", run) for run in (0, 2, 1))
    assert good[-1] < 0.04 < 0.07 < fair[-1] < 0.09 < 0.34 < poor[-1]
    for loss in (fair, poor):
        assert loss[-100] - loss[-1] < 0.03 * loss[-1]
    shown = library.shipped("network-losses")
    ends = {}
    for hidden in (2, 4):
        problem = replace(shown.objective, model=replace(shown.objective.model, hidden=hidden))
        starts = tuple(problem.start_from(seed) for seed in range(12))
        momentum = replace(shown, objective=problem, starts=starts, runs=shown.runs[1:2], question=None)
        session = Session(momentum)
        session.compute_to(400)
        ends[hidden] = session.runs[0].trajectory.loss[400]
    assert sum(ends[2] > 0.3) >= 2
    assert ends[4].max() < 0.02


def test_that_the_search_finds_a_hollow_that_descent_misses_and_descent_from_there_its_bottom() -> None:
    shown = library.shipped("exhaustive-search")
    known = shown.objective.minima
    assert ends("exhaustive-search")[0].x == pytest.approx(known[1], abs=1e-3)
    for tries, near in ((2, None), (3, False), (21, True), (41, True)):
        grid = replace(shown, grid_search=tries).grid
        assert grid is not None
        best = found(shown.objective, grid).best
        assert (math.dist(best, known[0]) < 0.4) is bool(near)
        session = Session(replace(shown, starts=(tuple(best),)))
        session.compute_to(60)
        end = session.runs[0].trajectory.x[60][0]
        assert (math.dist(end, known[0]) < 1e-3) is (near is not None)  # nine tries are enough
