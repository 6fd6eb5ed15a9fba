"""Extents, ticks, names and polylines: what views reckon with."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gdviz.ui.views.extent import FARTHEST, Extent
from gdviz.ui.views.lines import FAR, clipped, near, polyline, polyline_gap
from gdviz.ui.views.names import apart
from gdviz.ui.views.ticks import WIDEST, decades, even

VIEW = Extent(-2.0, 2.0, -1.0, 1.0, 400.0, 200.0)
numbers = st.floats(allow_nan=True, allow_infinity=True)
pixels = st.floats(-500, 900)


@given(pixels, pixels)
def test_that_places_and_values_undo_each_other(across, down):
    assert VIEW.place(*VIEW.value(across, down)) == pytest.approx((across, down), abs=1e-9)
    np.testing.assert_allclose(VIEW.places(np.array([VIEW.value(across, down)])), [[across, down]], atol=1e-9)


@given(st.floats(0.1, 10), pixels, pixels)
def test_that_zooming_holds_the_point_under_the_mouse(factor, across, down):
    point = VIEW.value(across, down)
    zoomed = VIEW.zoomed(factor, across, down)
    assert zoomed.place(*point) == pytest.approx((across, down), abs=1e-6)
    assert zoomed.pixel == pytest.approx(tuple(size / factor for size in VIEW.pixel))


def test_that_dragging_moves_the_plane_with_the_mouse():
    assert VIEW.moved(10, 20).place(*VIEW.value(100, 100)) == pytest.approx((110, 120))


@given(numbers, numbers, numbers, numbers)
def test_that_no_numbers_make_an_extent_that_qt_cannot_show(x, y, dx, dy):
    made = VIEW.around(x, y, dx, dy)
    edges = (made.left, made.right, made.bottom, made.top)
    assert all(np.isfinite(edge) and abs(edge) <= 2 * FARTHEST for edge in edges)
    assert made.left < made.right
    assert made.bottom < made.top


def test_that_a_fitted_map_has_equal_scales_and_holds_the_box():
    made = VIEW.fitted((0.0, 0.0), (10.0, 1.0), 0.1)
    assert made.pixel[0] == pytest.approx(made.pixel[1])
    assert made.left == pytest.approx(-1.0)
    assert made.bottom <= -0.1


def test_that_ticks_are_round_and_not_too_near():
    ticks = even(-5.6, 1.2, 776, 80)
    assert [tick.text for tick in ticks] == ["−5", "−4", "−3", "−2", "−1", "0", "1"]


def test_that_one_tick_alone_gets_company():
    assert [tick.text for tick in even(-4.6, 3.9, 300, 90)] == ["−4", "−2", "0", "2"]


@given(st.floats(-1e9, 1e9), st.floats(1e-9, 1e9), st.integers(60, 2000))
@example(360287971.0, 6.181535922511099e-08, 597)
def test_that_ticks_fit_beside_the_axis(low, span, length):
    ticks = even(low, low + span, length, 50)
    assert len(ticks) <= length / 50 + 3
    assert all(len(tick.text) <= WIDEST for tick in ticks)
    assert all("-" not in tick.text for tick in ticks)


def test_that_decades_are_named_as_agreed():
    texts = [tick.text for tick in decades(-4.5, 4.5, 500, 28)]
    assert texts == ["10⁻⁴", "10⁻³", "0.01", "0.1", "1", "10", "100", "1000", "10⁴"]


def test_that_every_second_decade_is_named_when_they_are_near():
    ticks = decades(-5.1, 1.4, 176, 28)
    assert [tick.text for tick in ticks if tick.text] == ["10⁻⁴", "0.01", "1"]
    assert [tick.value for tick in ticks] == [-5, -4, -3, -2, -1, 0, 1]  # the grid has every one


@given(st.floats(-320, 320), st.floats(1e-6, 700) | st.just(1e12), st.integers(40, 1000))
def test_that_decades_never_fail_and_are_few(low, span, length):
    ticks = decades(low, low + span, length, 28)
    assert len([tick for tick in ticks if tick.text]) <= length / 14 + 3
    assert len(ticks) <= length / 8 + 12


@given(st.lists(st.floats(-50, 500), max_size=20))
def test_that_names_are_pushed_apart_and_stay_in_order(wanted):
    placed = apart(wanted, 16, 8, 400)
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    gaps = [placed[b] - placed[a] for a, b in pairwise(order)]
    assert all(gap >= 16 - 1e-9 for gap in gaps)
    assert all(place >= 8 - 1e-9 for place in placed)


def test_that_names_with_room_stay_where_they_belong():
    assert apart([300.0, 20.0, 100.0], 16, 8, 400) == [300.0, 20.0, 100.0]
    assert apart([100.0, 102.0], 16, 8, 400) == [93.0, 109.0]


def test_that_a_short_path_is_drawn_with_every_recorded_point():
    path = np.random.default_rng(0).normal(size=(60, 1, 2)) * 1e-4
    np.testing.assert_array_equal(polyline(path, VIEW), VIEW.places(path[:, 0]))


def test_that_rows_of_a_batch_are_not_joined():
    path = np.random.default_rng(0).normal(size=(5, 3, 2))
    line = polyline(path, VIEW)
    assert np.isnan(line[[5, 11]]).all()
    np.testing.assert_array_equal(line[6:11], VIEW.places(path[:, 1]))


def test_that_a_long_path_is_thinned_to_pixels_without_leaving_it():
    angle = np.linspace(0, 6, 100_000)
    path = np.stack([np.cos(angle), 0.5 * np.sin(angle)], axis=1)[:, None]
    line, whole = polyline(path, VIEW), VIEW.places(path[:, 0])
    assert len(line) < 2000
    np.testing.assert_array_equal(line[[0, -1]], whole[[0, -1]])
    gaps = np.array([polyline_gap(line, *point) for point in whole[::997]])
    assert gaps.max() < 0.5


def test_that_what_is_far_outside_is_cut_off_on_its_way():
    line = np.array([[100.0, 100.0], [1e12, 100.0], [1e12, 1e12], [100.0, 150.0]])
    parts = near(line, VIEW)
    finite = parts[np.isfinite(parts).all(axis=1)]
    assert np.abs(finite).max() <= FAR
    np.testing.assert_allclose(finite[0], [100, 100])
    np.testing.assert_allclose(finite[-1], [100, 150])
    np.testing.assert_allclose(finite[1][1], 100)


def test_that_a_clipped_line_stays_joined_where_it_stays_inside():
    line = np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 1.0], [3.0, 99.0], [5.0, 99.0], [5.0, 1.0]])
    parts = clipped(line, (0.0, 0.0), (10.0, 10.0))
    np.testing.assert_allclose(
        parts, [[1, 1], [2, 2], [3, 1], [3, 10], [np.nan, np.nan], [5, 10], [5, 1], [np.nan, np.nan]]
    )
