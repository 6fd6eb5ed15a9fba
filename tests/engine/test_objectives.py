"""Every objective keeps what the family promises; a new file is tested without being named."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gdviz.engine import catalogue
from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective

with warnings.catch_warnings():  # it opens its own files in a way that Python 3.11 and 3.12 warn of
    warnings.simplefilter("ignore", DeprecationWarning)
    import ziamath

VARIANTS = ("rosenbrock:a=-0.5,b=7", "rosenbrock:a=1.5,b=1000")
KINDS = catalogue.FAMILIES["objectives"].catalogue
OBJECTIVES: list[Objective] = [kind() for kind in KINDS.values()] + [Objective.parse(v) for v in VARIANTS]
every = pytest.mark.parametrize("objective", OBJECTIVES, ids=lambda objective: objective.typed())
EPS = float(np.finfo(float).eps)


def to_multiple(u: Array) -> Array:
    """The distance from the nearest multiple of π."""
    return np.abs(u - np.pi * np.round(u / np.pi))


# How far a point (B, d) is from where the function has no derivatives, and points that lie right there.
KINKS: dict[str, Callable[[Array], Array]] = {
    "absolute": lambda x: np.abs(x[:, 0]),
    "ackley": lambda x: np.hypot(x[:, 0], x[:, 1]),
    "bukin-6": lambda x: np.minimum(np.abs(x[:, 1] - 0.01 * x[:, 0] ** 2), np.abs(x[:, 0] + 10.0)),
    "cross-in-tray": lambda x: np.minimum(to_multiple(x[:, 0]), to_multiple(x[:, 1])),
    "holder-table": lambda x: np.minimum.reduce(
        [to_multiple(x[:, 0]), to_multiple(x[:, 1] + 0.5 * np.pi), np.abs(np.hypot(x[:, 0], x[:, 1]) - np.pi)]
    ),
    "schwefel": lambda x: np.min(np.abs(x), axis=1),
}
ON_KINKS: dict[str, list[tuple[float, ...]]] = {
    "bukin-6": [(u, 0.01 * (u * u)) for u in np.linspace(-15.0, -5.0, 41)] + [(-10.0, -3.0), (-10.0, 2.0)],
    "cross-in-tray": [(k * np.pi, v) for k in (-3, -1, 0, 2) for v in (-3.0, 0.0, np.pi)],
    "holder-table": [(np.pi, 0.0), (0.0, np.pi), (0.0, 2.0), (3.0, 0.5 * np.pi), (-np.pi, 0.0)],
    "schwefel": [(0.0, 3.0), (3.0, 0.0)],
}
MARGIN = 0.05  # nearer to a kink the slope bends faster than differences over 2e-4 can follow


def kink_distance(objective: Objective, x: Array) -> Array:
    """(B,): infinite for functions without kinks."""
    measure = KINKS.get(objective.kind)
    return measure(x) if measure else np.full(len(x), np.inf)


def edges(objective: Objective) -> tuple[Array, Array]:
    low, high = np.array(objective.box, dtype=float).T
    return low, high


def scattered(objective: Objective, count: int, seed: int = 0) -> Array:
    """Random points (count, d) of the box."""
    low, high = edges(objective)
    return low + (high - low) * np.random.default_rng(seed).random((count, objective.dimension))


def grid(objective: Objective, count: int) -> Array:
    """A grid over the box, its edges included: (count^d, d)."""
    axes = [np.linspace(low, high, count) for low, high in objective.box]
    return np.stack([part.ravel() for part in np.meshgrid(*axes)], axis=1)


def answers(objective: Objective, x: Array) -> tuple[Array, Array, Array]:
    return objective.value(x), objective.gradient(x), objective.hessian(x)


def circle(point: Array, radius: float) -> Array:
    """Points (B, d) at a distance from a point (d,)."""
    if len(point) == 1:
        return point + radius * np.array([[-1.0], [1.0]])
    angle = np.linspace(0.0, 2.0 * np.pi, 64, endpoint=False) + 0.01
    return point + radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def rings(objective: Objective, point: Array) -> Iterator[Array]:
    low, high = edges(objective)
    for share in (1e-4, 1e-3):
        yield circle(point, share * float((high - low).min()))


def points_in(objective: Objective) -> st.SearchStrategy[Array]:
    unit = st.floats(0.0, 1.0)
    low, high = edges(objective)
    shares = st.lists(unit, min_size=objective.dimension, max_size=objective.dimension)
    return shares.map(lambda share: (low + (high - low) * np.array(share))[None, :])


def check_slopes(
    function: Callable[[Array], Array], slope: Callable[[Array], Array], x: Array, axis: int, usual: float
) -> None:
    """The central difference along an axis is the slope's mean over it (Simpson's: exact to order 4).

    What may be missing is 1e-7 of the slope's length, and the rounding of values of the usual size.
    """
    h = 1e-4 * max(1.0, abs(float(x[0, axis])))
    ahead, behind = x.copy(), x.copy()
    ahead[0, axis] += h
    behind[0, axis] -= h
    difference = (function(ahead) - function(behind)) / (ahead[0, axis] - behind[0, axis])
    mean = (slope(behind) + 4.0 * slope(x) + slope(ahead)) / 6.0
    size = max(usual, *(float(np.abs(function(p)).max()) for p in (ahead, behind)))
    room = 1e-7 * float(np.abs(mean).max()) + 100.0 * EPS * size / h
    np.testing.assert_allclose(mean[..., axis], difference, rtol=0.0, atol=room)


@every
def test_that_the_gradient_is_the_slope_of_the_value(objective: Objective) -> None:
    usual = float(np.median(np.abs(objective.value(scattered(objective, 200)))))

    @settings(max_examples=40, deadline=None, derandomize=True, database=None)
    @given(points_in(objective))
    def holds(x: Array) -> None:
        assume(kink_distance(objective, x)[0] > MARGIN)
        for axis in range(objective.dimension):
            check_slopes(objective.value, objective.gradient, x, axis, usual)

    holds()


@every
def test_that_the_hessian_is_the_slope_of_the_gradient(objective: Objective) -> None:
    usual = float(np.median(np.abs(objective.gradient(scattered(objective, 200)))))

    @settings(max_examples=40, deadline=None, derandomize=True, database=None)
    @given(points_in(objective))
    def holds(x: Array) -> None:
        assume(kink_distance(objective, x)[0] > MARGIN)
        hessian = objective.hessian(x)
        np.testing.assert_array_equal(hessian, hessian.transpose(0, 2, 1))
        for axis in range(objective.dimension):
            check_slopes(objective.gradient, objective.hessian, x, axis, usual)

    holds()


@every
@pytest.mark.parametrize("order", ["C", "F"])
def test_that_a_batch_equals_its_rows_bit_for_bit(objective: Objective, order: str) -> None:
    for batch in (1, 2, 7, 200):
        check_rows(objective, batch, order)


def check_rows(objective: Objective, batch: int, order: str) -> None:
    x = np.array(scattered(objective, batch, seed=batch), order="F" if order == "F" else "C")
    x.flags.writeable = False
    whole = answers(objective, x)
    d = objective.dimension
    assert [part.shape for part in whole] == [(batch,), (batch, d), (batch, d, d)]
    assert all(part.dtype == np.float64 for part in whole)
    for row in range(batch):
        alone = answers(objective, np.array(x[row : row + 1]))
        for part, single in zip(whole, alone, strict=True):
            assert part[row].tobytes() == single[0].tobytes()


@every
def test_that_nothing_in_the_box_is_infinite_or_warns(objective: Objective) -> None:
    for count in (200, 201):
        for part in answers(objective, grid(objective, count)):
            assert np.isfinite(part).all()


@every
def test_that_kinks_and_their_neighbourhood_give_finite_answers(objective: Objective) -> None:
    low, high = edges(objective)
    d = objective.dimension
    exact = [*objective.minima, *ON_KINKS.get(objective.kind, [])]
    if (low <= 0.0).all() and (high >= 0.0).all():
        exact.append((0.0,) * d)
    tiny = [0.0, 5e-324, 1e-310, 1e-200, 1e-100, 1e-16, 1e-9]
    offsets = np.array(list(product([*tiny, *(-t for t in tiny)], repeat=d)))
    for point in exact:
        for part in answers(objective, np.array(point) + offsets):
            assert np.isfinite(part).all()


@every
def test_that_points_far_outside_give_an_answer_without_a_warning(objective: Objective) -> None:
    sizes = [0.0, 1.0, 1e6, -1e6, 1e150, -1e150, 1e308]
    far = np.array(list(product(sizes, repeat=objective.dimension)))
    with np.errstate(all="ignore"):
        for part in answers(objective, far):
            assert len(part) == len(far)


def check_stationary(objective: Objective, point: Array) -> Array:
    """The gradient vanishes as far as float64 can tell; returns the Hessian's eigenvalues."""
    low, high = edges(objective)
    bends = objective.curvature(tuple(point))
    scale = float(np.abs(bends).max()) * float((high - low).min())
    assert np.abs(objective.gradient(point[None, :])).max() <= 1e-12 * scale
    return bends


def check_inside(objective: Objective, points: Array) -> None:
    low, high = edges(objective)
    assert ((points >= low) & (points <= high)).all()


@every
def test_that_declared_minima_are_minima(objective: Objective) -> None:
    for given_point in objective.minima:
        point = np.array(given_point)
        check_inside(objective, point)
        f = objective.value(point[None, :])[0]
        for ring in rings(objective, point):
            assert (objective.value(ring) >= f - 4.0 * EPS * abs(f)).all()
        if kink_distance(objective, point[None, :])[0] > 1e-9:
            bends = check_stationary(objective, point)
            assert bends[0] >= -1e-9 * bends[-1]


@every
def test_that_declared_maxima_are_maxima(objective: Objective) -> None:
    for given_point in objective.maxima:
        point = np.array(given_point)
        check_inside(objective, point)
        f = objective.value(point[None, :])[0]
        assert check_stationary(objective, point)[-1] < 0.0
        for ring in rings(objective, point):
            assert (objective.value(ring) < f).all()


@every
def test_that_declared_saddles_go_up_and_down(objective: Objective) -> None:
    for given_point in objective.saddles:
        point = np.array(given_point)
        check_inside(objective, point)
        f = objective.value(point[None, :])[0]
        bends = check_stationary(objective, point)
        assert (bends == 0.0).all() or bends[0] < 0.0 < bends[-1]
        for ring in rings(objective, point):
            around = objective.value(ring)
            assert around.min() < f < around.max()


@every
def test_that_no_stationary_point_is_declared_twice(objective: Objective) -> None:
    low, high = edges(objective)
    points = np.array([*objective.minima, *objective.saddles, *objective.maxima]).reshape(-1, len(low))
    apart = np.abs(points[:, None, :] - points[None, :, :]).max(axis=2)
    assert (apart + np.diag(np.full(len(points), np.inf)) > 1e-3 * (high - low).min()).all()


@every
def test_that_no_random_point_is_lower_than_the_lowest_minimum(objective: Objective) -> None:
    lowest = objective.lowest()
    if lowest is None:
        assert not objective.minima
        return
    values = objective.value(scattered(objective, 20_000))
    assert values.min() >= lowest - 1e-12 * max(1.0, abs(lowest))


@every
def test_that_the_start_lies_in_the_box_on_a_slope(objective: Objective) -> None:
    start = np.array([objective.start])
    assert start.shape == (1, objective.dimension)
    check_inside(objective, start)
    assert np.abs(objective.gradient(start)).max() > 0.0
    lowest = objective.lowest()
    assert lowest is None or objective.value(start)[0] > lowest


@every
def test_that_the_formula_can_be_set(objective: Objective, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ziamath.config, "svg2", False)
    drawn = ziamath.Latex(objective.formula, size=18)
    assert drawn.svg().startswith("<svg")
    assert drawn.getsize()[0] <= 230.0


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_that_people_are_told_what_it_is_and_where_it_is_from(kind: type[Objective]) -> None:
    assert kind.label
    assert kind.about.endswith(".")
    assert len(kind.about) <= 70
    assert "f(x" in (kind.__doc__ or "")
    assert kind.source()
    assert kind.scale in ("log", "linear")
    assert [other.label for other in KINDS.values()].count(kind.label) == 1
