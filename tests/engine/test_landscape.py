"""What landscapes and curves look like in a range."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

import numpy as np
import pytest

import gdviz.engine.catalogue  # noqa: F401
from gdviz.engine.landscape import MOST_LEVELS, curve, surface
from gdviz.engine.level_labels import level_labels
from gdviz.engine.objective import Objective
from gdviz.spec import declared

FLAT = sorted((kind for kind, made in Objective.catalogue.items() if made().dimension == 2), key=str)
LINES = sorted(kind for kind, made in Objective.catalogue.items() if made().dimension == 1)


@declared
class Odd(Objective):
    """f given as a function, in a box."""

    kind: ClassVar[str] = "odd"
    label: ClassVar[str] = "odd"
    formula = "odd"
    start = (0.0, 0.0)
    function: ClassVar = staticmethod(lambda x: np.zeros(len(x)))
    box = ((-1.0, 1.0), (-1.0, 1.0))

    def value(self, x):
        return self.function(x)

    def gradient(self, x):
        return np.zeros_like(x)

    def hessian(self, x):
        return np.zeros((len(x), x.shape[1], x.shape[1]))


def odd(function, dimension=2):
    """An objective of its own class, since equal objectives share a cached landscape."""
    made = declared(
        type("Odder", (Odd,), {
            "function": staticmethod(function), "box": ((-1.0, 1.0),) * dimension, "__annotations__": {},
        })
    )  # fmt: skip
    return made()


def whole(kind, width=400, height=300):
    objective = Objective.parse(kind)
    return objective, surface(objective, *objective.box, width, height)


def test_that_levels_are_powers_of_two_above_the_lowest_value():
    _, found = whole("ravine")
    exponents = np.log2([level.value for level in found.levels])
    assert len(exponents) > 8
    np.testing.assert_array_equal(np.diff(exponents), 1)
    assert [level.strong for level in found.levels] == [e % 3 == 0 for e in exponents]


@pytest.mark.parametrize("kind", FLAT)
@pytest.mark.parametrize("zoom", [1.0, 1e-4, 50.0])
def test_that_there_are_some_levels_and_never_too_many(kind, zoom):
    objective = Objective.parse(kind)
    x, y = (tuple(zoom * edge for edge in edges) for edges in objective.box)
    found = surface(objective, x, y, 300, 200)
    assert 3 <= len(found.levels) <= MOST_LEVELS + 1
    assert all(low.value < high.value for low, high in pairwise(found.levels))
    assert len(found.bands) == len(found.levels) + 1
    heights = [band.height for band in found.bands]
    assert heights == sorted(heights)
    assert 0 <= heights[0] <= heights[-1] <= 1


@pytest.mark.parametrize("kind", FLAT)
def test_that_a_level_line_lies_where_the_function_has_its_value(kind):
    objective, found = whole(kind, 1200, 900)
    level = found.levels[-2]
    points = level.points[np.isfinite(level.points).all(axis=1)]
    slope = np.hypot(*objective.gradient(points).T)
    bend = np.abs(np.linalg.eigvalsh(objective.hessian(points))).max(axis=1)
    cell = np.hypot(found.x[1] - found.x[0], found.y[1] - found.y[0])
    allowed = slope * cell + bend * cell**2 + 1e-9
    assert (np.abs(objective.value(points) - level.value) <= allowed).all()


def test_that_bands_reach_from_their_level_up():
    objective, found = whole("himmelblau")
    for level, band in zip(found.levels, found.bands[1:], strict=True):
        points = band.outline[np.isfinite(band.outline).all(axis=1)]
        cell = np.hypot(found.x[1] - found.x[0], found.y[1] - found.y[0])
        slope = np.hypot(*objective.gradient(points).T)
        assert (objective.value(points) >= level.value - slope * cell).all()


def test_that_linear_objectives_get_evenly_spread_levels():
    _, found = whole("saddle")
    values = np.array([level.value for level in found.levels])
    np.testing.assert_allclose(np.diff(values), values[1] - values[0])
    assert 0.0 in values


def test_that_numbers_stand_below_the_minimum_and_inside():
    objective = Objective.parse("ravine")
    found = surface(objective, (-5.6, 1.2), (-2.6, 1.6), 776, 481)
    labels = level_labels(found.levels, objective, (-5.6, 1.2), (-2.6, 1.6), 776, 481)
    assert [label.value for label in labels] == [1.0, 8.0]
    for label in labels:
        assert -2.6 + 0.04 * 4.2 <= label.y < 0
        assert objective.value(np.array([[label.x, label.y]]))[0] == pytest.approx(label.value, rel=0.02)


@pytest.mark.parametrize("kind", FLAT)
def test_that_numbers_keep_off_the_edges_and_each_other(kind):
    objective, found = whole(kind, 800, 600)
    (left, right), (bottom, top) = objective.box
    labels = level_labels(found.levels, objective, (left, right), (bottom, top), 800, 600)
    places = [((a.x - left) / (right - left), (a.y - bottom) / (top - bottom)) for a in labels]
    assert all(0.039 < part < 0.961 for place in places for part in place)
    gaps = [np.hypot((a - c) * 800, (b - d) * 600) for a, b in places for c, d in places if (a, b) != (c, d)]
    assert all(gap >= 43 for gap in gaps)


@pytest.mark.parametrize("function", [
    lambda x: np.full(len(x), np.nan),
    lambda x: np.full(len(x), np.inf),
    lambda x: np.zeros(len(x)),
    lambda x: np.full(len(x), 7.25),
    lambda x: np.where(x[:, 0] > 0, np.nan, x[:, 1]),
    lambda x: 1 / x[:, 0],
    lambda x: np.exp(1e3 * x[:, 0]),
    lambda x: 1e300 * x[:, 0] * x[:, 1],
    lambda x: np.log(x[:, 0]),
    lambda x: 1e16 + x[:, 0],
    lambda x: 3.0,
])  # fmt: skip
@pytest.mark.parametrize("scale", ["log", "linear"])
def test_that_no_function_is_too_odd_for_a_landscape(function, scale):
    objective = odd(function)
    type(objective).scale = scale
    found = surface(objective, (-1.0, 1.0), (-1.0, 1.0), 60, 40)
    assert all(np.isfinite(level.value) for level in found.levels)
    assert all(0 <= band.height <= 1 for band in found.bands)


def test_that_a_landscape_is_worked_out_once():
    objective = Objective.parse("ravine")
    first = surface(objective, (-5.0, 1.0), (-2.0, 1.0), 300, 200)
    assert surface(Objective.parse("ravine"), (-5.0, 1.0), (-2.0, 1.0), 300, 200) is first


@pytest.mark.parametrize("kind", LINES)
def test_that_a_curve_is_the_function(kind):
    objective = Objective.parse(kind)
    found = curve(objective, *objective.box[0], 300)
    assert (np.diff(found.x) > 0).all()
    np.testing.assert_array_equal(found.y, objective.value(found.x[:, None]))


def test_that_a_curve_is_refined_at_a_kink():
    found = curve(odd(lambda x: np.abs(x[:, 0] - 0.1234), 1), -1.0, 1.0, 200)
    near = np.abs(found.x - 0.1234).min()
    assert near < 2 / 200 / 8
    assert len(found.x) < 240


@pytest.mark.parametrize("function", [
    lambda x: np.full(len(x), np.nan),
    lambda x: np.log(x[:, 0]),
    lambda x: 1 / x[:, 0],
    lambda x: np.full(len(x), np.inf),
    lambda x: 1e308 * x[:, 0],
    lambda x: np.zeros(len(x)),
])  # fmt: skip
def test_that_no_function_is_too_odd_for_a_curve(function):
    found = curve(odd(function, 1), -1.0, 1.0, 100)
    assert len(found.x) == len(found.y) >= 100
    assert not np.isinf(found.y).any()


@pytest.mark.parametrize("side", [np.sign, np.asarray], ids=["steps", "slope"])
def test_that_values_as_far_apart_as_numbers_reach_have_levels(side):
    found = surface(odd(lambda x: 1.7e308 * side(x[:, 0])), (-1.0, 1.0), (-1.0, 1.0), 200, 200)
    assert len(found.bands) == len(found.levels) + 1 > 1
    assert np.isfinite([level.value for level in found.levels]).all()


@pytest.mark.parametrize(("name", "fewest"), [("styblinski-tang", 4), ("mccormick", 6), ("holder-table", 8)])
def test_that_lines_part_the_minima_however_far_values_reach_beside_the_box(name, fewest):
    objective = Objective.named(name)()
    (left, right), height = objective.box
    beside = (right - left) / 2
    found = surface(objective, (left - beside, right + beside), height, 640, 420)
    known = objective.value(np.array(objective.minima))
    assert sum(known.min() < level.value < known.max() for level in found.levels) >= fewest
