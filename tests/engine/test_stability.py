"""What curvature says of a step: the published figures, true limits, and reasons that fit the numbers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import gdviz.engine.catalogue  # noqa: F401
from gdviz.engine.batches import Batches
from gdviz.engine.explanation.account import account
from gdviz.engine.explanation.stability import holds, stability
from gdviz.engine.explanation.step import Explanation, explain
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task

GD = "gradient-descent"


def step(typed: str, objective: str, start: tuple[float, ...], at: int = 0) -> Explanation:
    run = Run(Task(Objective.parse(objective), Optimizer.parse(typed), (start,)))
    run.extend_to(at)
    return explain(run.task, run, at)


def end(optimizer: Optimizer, objective: Objective, start: float) -> float:
    """Where 200 steps lead, or the last that is finite."""
    run = Run(Task(objective, optimizer, ((start,),)))
    run.extend_to(200)
    return float(run.trajectory.x[run.trajectory.steps][0, 0])


def said(e: Explanation) -> str:
    return " ".join(reason.said() for reason in e.reasons)


# Objective: eigenvalues at its lowest minimum; η_max; κ ("" where not printed).
@pytest.mark.parametrize(("name", "eigenvalues", "limit", "condition"), [
    ("elliptic-bowl", (2, 4), 0.5, 2), ("booth", (2, 18), 0.1111, 9),
    ("rosenbrock", (0.39936, 1001.60), 0.001997, 2508), ("levy-13", (2, 179.65), 0.01113, 90),
    ("ravine", (0.2, 4), 0.5, 20), ("himmelblau", (25.716, 82.284), 0.02431, 3.1998),
])  # fmt: skip
def test_that_eigenvalues_condition_and_limit_are_the_published_ones(
    name: str, eigenvalues: tuple[float, ...], limit: float, condition: float
) -> None:
    objective, optimizer = Objective.named(name)(), Optimizer.named(GD)()
    hold = holds(optimizer, objective)[0]
    found = stability(objective.hessian(np.array([hold.point]))[0], optimizer, 0.1)
    assert found is not None
    assert found.eigenvalues == pytest.approx(eigenvalues, rel=5e-5)
    assert (hold.limit, found.limit) == pytest.approx((limit, limit), rel=5e-4)
    assert found.condition == pytest.approx(condition, rel=2e-3)
    assert found.best_rate == 2 / found.eigenvalues.sum()
    assert found.most == pytest.approx(2)


def test_that_a_rate_of_two_is_lost_by_the_deep_minimum_and_held_by_the_poor_one() -> None:
    objective = Objective.named("x-cos")()
    deep, poor = holds(Optimizer.named(GD)(), objective)
    assert deep.value < poor.value
    assert [f"{hold.limit:.4f}" for hold in (deep, poor)] == ["1.1027", "2.0432"]
    for hold, stays in ((deep, False), (poor, True)):
        found = end(Optimizer.parse(f"{GD}:lr=2"), objective, hold.point[0] + 1e-3)
        assert (abs(found - hold.point[0]) < 1e-3) is stays


LINEAR = (GD, "momentum", "momentum:dampening=0.5", "nesterov", "nesterov:momentum=0", "qhm", "qhm:nu=0",
          "qhm:momentum=0.9,nu=0.9", "newton", "newton:hessian=damped,damping=3", "newton:hessian=absolute")


@pytest.mark.parametrize("typed", LINEAR)
def test_that_the_limit_is_where_the_spectral_radius_of_a_step_reaches_one(typed: str) -> None:
    optimizer = Optimizer.parse(typed)
    for curvature in (1e-6, 0.7, 2.0, 1e6):
        limit = optimizer.stable_below(curvature)
        assert limit is not None
        steps = [replace(optimizer, lr=part * limit).iteration(curvature) for part in (0.5, 0.999, 1, 1.001)]
        inside, near, there, outside = (np.abs(np.linalg.eigvals(matrix)).max() for matrix in steps)
        assert max(inside, near) < 1 < outside
        assert there == pytest.approx(1, abs=1e-6)


def test_that_limits_are_those_of_the_books_whatever_the_schedule_and_the_clipping() -> None:
    for typed, limit in ((GD, 2), ("momentum:momentum=0.8", 3.6), ("nesterov:momentum=0.8", 3.6 / 2.6),
                         (f"{GD}:weight_decay=0.5", 2 / 1.25), (f"{GD}:schedule=cosine,clip_norm=1", 2)):
        assert Optimizer.parse(typed).stable_below(2.0) == pytest.approx(limit / 2, rel=1e-12)
    for typed in ("adam", "polyak", "lbfgs", "momentum:dampening=1"):
        assert Optimizer.parse(typed).stable_below(2.0) is None
    assert Optimizer.parse(GD).stable_below(-1.0) is None


@pytest.mark.parametrize("typed", [GD, "momentum:momentum=0.8", f"{GD}:weight_decay=0.3",
                                   "nesterov:momentum=0.8", "qhm:momentum=0.5", "newton:hessian=damped"])
def test_that_the_limit_parts_what_comes_back_from_what_leaves(typed: str) -> None:
    objective, optimizer = Objective.parse("parabola"), Optimizer.parse(typed)
    (hold,) = holds(optimizer, objective)
    inside, outside = (abs(end(replace(optimizer, lr=part * hold.limit), objective, 1.0))
                       for part in (0.99, 1.01))
    assert inside < 0.3 < 3 < outside


def test_that_what_is_left_of_the_error_is_told() -> None:
    for rate, text, factor in ((0.1, "each step leaves 80 %", 0.8), (0.9, "overshoots and leaves 80 %", 0.8),
                               (1.5, "makes the error 2 times as large", 2.0)):
        e = step(f"{GD}:lr={rate}", "parabola", (3.0,))
        assert e.stability is not None
        assert text in e.stability.verdict.said()
        assert abs(e.next_x[0]) == pytest.approx(3 * factor)


def test_that_there_is_no_condition_number_where_f_bends_down() -> None:
    for objective, start, word in (("saddle", (0.1, 0.1), "saddle"), ("x-cos", (1.8,), "maximum"),
                                   ("formula:f=x**2+0*y", (1.0, 1.0), "infinite"),
                                   ("formula:f=x+y", (1.0, 1.0), "no curvature")):
        found = step(GD, objective, start).stability
        assert found is not None
        assert np.isnan(found.condition)
        assert found.shape is not None
        assert word in found.shape.said()
        assert "condition number" not in account(step(GD, objective, start))
    assert holds(Optimizer.named("adam")(), Objective.named("ravine")()) == ()


@pytest.mark.parametrize(("typed", "objective", "start", "sentences"), [
    (f"{GD}:lr=0.25", "parabola", (2.0,), ("λ = 2, takes ηλ/2 = 25 % of", "f is a parabola")),
    (f"{GD}:lr=1.25", "parabola", (2.0,), ("125 %, more than all", "beyond η = 2/λ = 1 the step leads up")),
    (f"{GD}:lr=1e-5", "rosenbrock", (-1.0, 1.05), ("slope hardly changes",)),
    (f"{GD}:lr=0.5", "x-cos", (2.5,), ("f curves downwards (",)),
    (f"{GD}:lr=3", "x-cos", (9.0,), ("miss what came by", "f is no parabola")),
    ("newton", "x-cos", (3.0,), ("The slope leads uphill", "f curves downwards")),
    (f"{GD}:noise=0.1", "ravine", (-5.0, -2.0), ("followed a gradient with noise",)),
    (GD, "parabola", (0.0,), ("stays where it is",)),
    ("nesterov", "ravine", (-5.0, -2.0), ("Curvature along the ",)),
])  # fmt: skip
def test_that_the_reason_fits_the_step(
    typed: str, objective: str, start: tuple[float, ...], sentences: tuple[str, ...]
) -> None:
    e = step(typed, objective, start)
    for sentence in sentences:
        assert sentence in said(e)
        assert sentence in account(e)


def test_that_curvature_eats_half_of_the_learning_rate_times_it_and_a_step_beyond_two_goes_up() -> None:
    for rate in (0.1, 0.9, 1.1):
        e = step(f"{GD}:lr={rate}", "parabola", (3.0,))
        assert e.actual == pytest.approx(e.first_order * (1 - rate * 2 / 2))
        assert (e.actual > 0) is (rate > 1)
        assert ("more than all" in said(e)) is (rate > 1)


def test_that_a_batch_is_named_and_a_full_batch_is_not() -> None:
    problem = DataProblem()
    for size, told in ((5, True), (0, False)):
        run = Run(Task(problem, Optimizer.parse(f"{GD}:lr=0.01"), (problem.start,), batches=Batches(size)))
        run.extend_to(2)
        assert ("gradient of a batch" in said(explain(run.task, run, 1))) is told


def test_that_probes_fail_the_condition_they_are_said_to_fail() -> None:
    e = step("line-search:search=armijo,first_step=1.0", "rosenbrock", (-1.0, 1.5))
    *failed, last = e.probes
    assert failed
    assert all(probe.value > probe.bound and "Armijo" in probe.verdict.said() for probe in failed)
    assert last.accepted
    assert last.value <= last.bound == e.level + 1e-4 * last.length * e.slope
    assert e.slope == pytest.approx(-np.sum(e.gradient**2))
    told = account(e)
    for probe in e.probes:
        assert f"α = {probe.length!r}, φ(α) = {probe.value!r}, Armijo ≤ {probe.bound!r}: " in told
    wolfe = step("line-search:search=wolfe,first_step=0.01", "ravine", (-5.0, -2.0))
    steep = [probe for probe in wolfe.probes if not probe.accepted]
    assert steep
    assert all("curvature" in probe.verdict.said() and probe.value <= probe.bound for probe in steep)


def test_that_conjugate_directions_are_conjugate_and_steepest_ones_are_not() -> None:
    assert step("conjugate-gradient", "booth", (6.0, -3.0)).conjugacy is None
    for typed, conjugate in (("conjugate-gradient", True), ("line-search", False)):
        e = step(typed, "booth", (6.0, -3.0), 1)
        assert e.conjugacy is not None
        product, cosine = e.conjugacy
        assert product == pytest.approx(e.memory["p"] @ e.hessian @ e.next_memory["p"])
        assert (abs(cosine) < 1e-12) is conjugate
        assert f"  {product!r}\n" in account(e)


def test_that_where_the_hessian_is_not_positive_there_is_no_cosine() -> None:
    e = step("line-search:search=wolfe", "rosenbrock", (-1.2, 1.0), 3)
    assert e.stability is not None
    for k in range(2, 12):
        e = step("line-search:search=wolfe", "himmelblau", (0.1, 0.1), k)
        assert e.conjugacy is not None
        assert e.stability is not None
        assert np.isnan(e.conjugacy[1]) if e.stability.lowest <= 0 else abs(e.conjugacy[1]) <= 1
        assert ("cosine of it" in account(e)) is (e.stability.lowest > 0)


def test_that_the_corners_of_the_simplex_have_their_losses() -> None:
    e = step("nelder-mead", "himmelblau", (-2.0, -2.0), 3)
    objective = Objective.named("himmelblau")()
    assert len(e.vertices) == 3
    assert [f for _, f in e.vertices] == sorted(objective.value_at(tuple(corner)) for corner, _ in e.vertices)


def test_that_the_text_has_every_digit_of_what_curvature_says() -> None:
    e = step(f"{GD}:lr=0.43", "ravine", (-5.0, -2.0), 8)
    found, told = e.stability, account(e)
    assert found is not None
    numbers = (*found.eigenvalues, found.condition, found.best_rate, found.reach, found.limit,
               e.first_order + e.second_order)
    for number in numbers:
        assert repr(float(number)) in told


def verdict(e: Explanation) -> str:
    assert e.stability is not None
    assert e.stability.verdict is not None
    return e.stability.verdict.said()


def test_that_what_is_left_of_the_error_is_said_only_of_steps_along_the_gradient() -> None:
    plain = step(f"{GD}:lr=0.4", "ravine", (-5.0, -2.0))
    assert abs(plain.next_x[1] / plain.x[1]) == pytest.approx(0.6)
    assert "leaves 60 % of the error" in verdict(plain)
    clipped = step(f"{GD}:lr=0.4,clip_norm=1", "ravine", (-5.0, -2.0))
    assert abs(clipped.next_x[1] / clipped.x[1]) > 0.7
    assert verdict(clipped) == "The learning rate is 80 % of what this curvature can hold."


@pytest.mark.parametrize(("reach", "bounded"), [(3.9, True), (4.1, False)])
def test_that_a_sum_of_gradients_swings_below_four_and_grows_above(reach: float, bounded: bool) -> None:
    optimizer, parabola = Optimizer.parse(f"{GD}:lr={reach / 2}"), Objective.named("parabola")()
    run = Run(Task(parabola, optimizer, ((1.0,),), batches=Batches(zero_grad=False)))
    run.extend_to(200)
    swings = np.abs(run.trajectory.x.rows()[:, 0, 0]).max()
    assert 0.9 < swings < 10 if bounded else swings > 100
    e = explain(run.task, run, 3)
    assert "swing about the minimum for ever" in verdict(e)
    assert e.stability is not None
    assert e.stability.most is None
    assert holds(optimizer, parabola, summed=True) == ()


def test_that_a_saddle_says_how_fast_it_is_left() -> None:
    e = step(f"{GD}:lr=0.1", "saddle", (1.0, 0.5))
    assert e.stability is not None
    assert e.stability.shape is not None
    assert e.next_x[1] / e.x[1] == pytest.approx(1.2)
    assert "makes the distance 1.2 times as large" in e.stability.shape.said()


def test_that_a_best_rate_is_told_of_gradient_descent_alone() -> None:
    assert "best fixed rate" in account(step(f"{GD}:lr=0.1", "ravine", (-5.0, -2.0)))
    assert "best fixed rate" not in account(step("newton", "ravine", (-5.0, -2.0)))


def test_that_no_short_step_is_claimed_where_a_kink_is_crossed() -> None:
    across, along = (said(step(f"{GD}:lr=0.3", "absolute", (start,))) for start in (0.2, 2.0))
    assert "but on its way it does" in across
    assert along == "Over so short a step the slope hardly changes."


def test_that_no_step_is_called_too_long_that_leads_down() -> None:
    leap = step("rmsprop:lr=0.2", "tilted-double-well", (-1.6,))
    assert leap.first_order + leap.second_order > 0 > leap.actual
    assert "yet it falls" in said(leap)
    assert "too long" not in said(leap)
    assert "too long" in said(step("rmsprop:lr=0.5", "tilted-double-well", (-1.6,)))
