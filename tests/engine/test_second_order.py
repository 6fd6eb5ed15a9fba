"""Newton's method, diagonal preconditioning and all that second-order methods have in common."""

from __future__ import annotations

import numpy as np
import pytest

from gdviz.engine.catalogue import Objective, Optimizer
from gdviz.engine.status import CONVERGED, OUT_OF_STEPS, STALLED
from gdviz.spec import declared
from gdviz.values import SpecError
from tests.engine.second_order import METHODS, ran

EVERYWHERE = (
    "newton", "newton:hessian=absolute", "preconditioned", "nelder-mead", "conjugate-gradient",
    "conjugate-gradient:search=wolfe", "bfgs", "bfgs:search=armijo", "lbfgs", "lbfgs:search=exact",
    *(f"line-search:search={search}" for search in ("exact", "armijo", "wolfe")),
)
SEARCHING = ("line-search", "conjugate-gradient", "bfgs", "lbfgs")


def end(run, row=0):
    return run.trajectory.x[run.trajectory.steps][row]


@declared
class Plane(Objective):
    """A function of two parameters that a test needs: value, gradient and Hessian are nothing but zeros."""

    kind = label = about = formula = "plane"
    box = ((-2.0, 2.0), (-2.0, 2.0))
    start = (0.5, 0.5)

    def value(self, x):
        return np.zeros(len(x))

    def gradient(self, x):
        return np.zeros(x.shape)

    def hessian(self, x):
        return np.zeros((*x.shape, x.shape[1]))


@declared
class Slope(Plane):
    kind = "slope"

    def value(self, x):
        return x[:, 0]

    def gradient(self, x):
        return np.broadcast_to([1.0, 0.0], x.shape)


@declared
class MonkeySaddle(Plane):
    kind = "monkey"

    def value(self, x):
        return x[:, 0] ** 3 - 3 * x[:, 0] * x[:, 1] ** 2

    def gradient(self, x):
        u, v = x[:, 0], x[:, 1]
        return np.stack([3 * u * u - 3 * v * v, -6 * u * v], axis=1)

    def hessian(self, x):
        u, v = x[:, 0], x[:, 1]
        return np.stack([np.stack([6 * u, -6 * v], axis=1), np.stack([-6 * v, -6 * u], axis=1)], axis=1)


@declared
class Island(Plane):
    """A bowl that is defined only near its start."""

    kind = "island"

    def value(self, x):
        return np.where(np.abs(x - 0.5).max(axis=1) < 0.1, (x * x).sum(axis=1), np.nan)

    def gradient(self, x):
        return np.where(np.abs(x - 0.5) < 0.1, 2 * x, np.nan)

    def hessian(self, x):
        return np.where(np.abs(x - 0.5).max(axis=1)[:, None, None] < 0.1, 2 * np.eye(2), np.nan)


@pytest.mark.parametrize(("objective", "method", "expected"), [
    ("x-cos", "newton", 26.83413291324767),
    ("x-cos", "newton:lr=0.5", 7.269860168684531),
    ("x-cos", "newton:hessian=absolute", 20.221875666520),
    ("x-cos", "newton:hessian=absolute,lr=0.5", 7.269860168685),
    ("x-cos", "preconditioned", 26.83413291324767),
    ("x-cos", "preconditioned:hessian=absolute", 20.221875666520),
])
def test_that_newton_gives_the_known_figures_on_x_cos(objective, method, expected):
    assert end(ran(objective, method, (10.0,), steps=10))[0] == pytest.approx(expected, rel=1e-12)


def test_that_newton_converges_quadratically_on_cosh():
    path = ran("cosh", "newton", (10.0,), steps=10).trajectory.x.rows()[:, 0, 0]
    known = [8.000181591, 6.001522749, 4.011398229, 2.082542183, 0.525763159, 0.011785578]
    assert np.abs(path[1:7]) == pytest.approx(known, abs=1e-9)
    assert abs(path[7]) == pytest.approx(1.364e-7, rel=1e-3)
    assert abs(path[8]) < 1e-21
    assert path[10] == 0


def test_that_newton_jumps_to_the_minimum_of_a_quadratic_and_the_diagonal_alone_does_not():
    @declared
    class Rotated(Plane):
        kind = "rotated"

        def value(self, x):
            return (x @ [1.0, 2.0] - 7) ** 2 + (x @ [2.0, 1.0] - 5) ** 2

        def gradient(self, x):
            return (2 * (x @ [1.0, 2.0] - 7)[:, None] * [1.0, 2.0]
                    + 2 * (x @ [2.0, 1.0] - 5)[:, None] * [2.0, 1.0])

        def hessian(self, x):
            return np.broadcast_to([[10.0, 8.0], [8.0, 10.0]], (len(x), 2, 2))

    assert end(ran(Rotated(), "newton", (-5.0, 4.0), steps=1)) == pytest.approx([1, 3], abs=1e-12)
    first = ran(Rotated(), "preconditioned", (-5.0, 4.0), steps=1)
    expected = np.array([-5.0, 4.0]) - Rotated().gradient(np.array([[-5.0, 4.0]]))[0] / 10
    assert end(first) == pytest.approx(expected, rel=1e-14)


def test_that_signs_of_the_curvature_are_treated_as_the_option_says():
    x = (2.0, 1.0)  # on the saddle H = diag(2, -2), g = (4, -2)
    for kind in ("newton", "preconditioned"):
        assert end(ran("saddle", kind, x, steps=1)) == pytest.approx([0, 0], abs=1e-15)
        assert end(ran("saddle", f"{kind}:hessian=absolute", x, steps=1)) == pytest.approx([0, 2])
        damped = end(ran("saddle", f"{kind}:hessian=damped,damping=6", x, steps=1))
        assert damped == pytest.approx([2 - 4 / 8, 1 + 2 / 4])


@pytest.mark.parametrize(("objective", "start"), [(MonkeySaddle(), (0.0, 0.0)), (Plane(), (0.5, 0.5)),
                                                  (Slope(), (0.5, 0.5))])
@pytest.mark.parametrize("kind", ["newton", "preconditioned"])
def test_that_a_singular_hessian_is_an_outcome_in_words(kind, objective, start):
    for hessian in ("exact", "absolute"):
        run = ran(objective, f"{kind}:hessian={hessian}", start, steps=5)
        status = run.status(5, 1e-6)
        assert status.kind == STALLED
        assert "undefined" in status.sentence
        assert np.array_equal(end(run), start)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("objective", [MonkeySaddle(), Plane(), Slope(), Island()], ids=lambda o: o.kind)
def test_that_nothing_but_an_outcome_comes_of_flat_endless_far_and_undefined_places(method, objective):
    for start in ((0.0, 0.0), (0.5, 0.5), (1e8, -3e7), (1e200, 1e-200), (0.5, -0.5)):
        run = ran(objective, method, start, steps=30)
        assert run.status(30, 1e-6).sentence, start
        assert np.isfinite(end(run)).all(), start


@pytest.mark.parametrize("kind", SEARCHING)
def test_that_a_search_without_success_is_said_in_words_and_asks_nothing_more(kind):
    run = ran(Slope(), f"{kind}:search=wolfe", steps=30)
    assert run.status(30, 1e-6).sentence.endswith("the loss keeps falling along the search direction, "
                                                  "as far as was searched")
    counts = run.trajectory.counts.rows()[:, :, 0]
    assert np.array_equal(counts[2], counts[30])
    assert np.isfinite(run.trajectory.memory["lengths"][30][0]).all(), "the last search can still be drawn"

    @declared
    class Wrong(Plane):
        kind = "wrong"

        def value(self, x):
            return -x[:, 0]

        def gradient(self, x):
            return np.broadcast_to([1.0, 0.0], x.shape)

    stuck = ran(Wrong(), f"{kind}:search=armijo", steps=30)
    assert "no probed step along the search direction lowers the loss" in stuck.status(30, 1e-6).sentence
    assert np.array_equal(end(stuck), [0.5, 0.5])


@pytest.mark.parametrize("kind", SEARCHING)
@pytest.mark.parametrize("search", ["exact", "armijo", "wolfe"])
@pytest.mark.parametrize("objective", ["himmelblau", "cosh", "elliptic-bowl", "x-cos"])
def test_that_a_run_at_a_minimum_to_rounding_has_converged_and_is_not_called_stuck(objective, kind, search):
    chosen = Objective.parse(objective)
    for start in (chosen.start, (1.0,) * chosen.dimension, (3.0,) * chosen.dimension):
        run = ran(chosen, f"{kind}:search={search}", start, steps=80)
        assert run.status(80, 1e-5).kind in (CONVERGED, OUT_OF_STEPS)


@pytest.mark.parametrize("objective", sorted(Objective.catalogue))
def test_that_every_method_ends_in_an_outcome_on_the_whole_catalogue(objective):
    chosen = Objective.catalogue[objective]()
    for method in EVERYWHERE:
        run = ran(chosen, method, steps=12)
        assert run.status(12, 1e-6).sentence, method
        assert np.isfinite(end(run)).all(), method
        for name in run.task.optimizer.halts:
            assert np.isfinite(run.trajectory.memory[name].rows()).all(), name
        probes = run.trajectory.counts.rows()[:, :, 0]
        assert (np.diff(probes, axis=0) <= 3 * 40 + 8).all(), method


def test_that_declarations_are_short_and_complete():
    for kind in ("newton", "preconditioned", "nelder-mead", *SEARCHING):
        method = Optimizer.catalogue[kind]
        assert 0 < len(method.about) <= 80
        assert method.label
        assert method.source()
        assert len([p for p in method.params().values() if not p.advanced]) <= 3, kind


def test_that_wolfe_conditions_that_exclude_each_other_are_refused():
    with pytest.raises(SpecError, match="c1 must be below c2"):
        Optimizer.parse("line-search:search=wolfe,c1=0.5,c2=0.4")
    Optimizer.parse("line-search:search=armijo,c1=0.5,c2=0.4")
