"""The curve shows slope, step and history of the runs, whatever they do."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from view_frames import (
    THEME,
    click,
    count,
    double_click,
    drag,
    frame,
    heard,
    lanes_changed,
    move,
    picture,
    running,
    scenario,
    show,
    spot,
    wheel,
)

import gdviz.ui.views.walks as walks
from gdviz.ui.views.curve import CurveLayers, CurveView

RUNS = ("gradient-descent:lr=0.1", "momentum:lr=0.05,momentum=0.8")


@pytest.fixture
def view(qtbot):
    made = CurveView(THEME)
    show(qtbot, made, frame(scenario("parabola", *RUNS), 4))
    return made


@pytest.fixture
def words(monkeypatch):
    """The texts that the runs write on the curve."""
    said = []
    paint = walks.paint_text
    monkeypatch.setattr(walks, "paint_text", lambda *values: said.append(values[2]) or paint(*values))
    return said


def test_that_the_slope_and_the_step_are_written(view, words):
    picture(view)
    x = view._frame.lanes[0].path[4, 0, 0]
    assert words == [f"f ′(x) = {2 * x:.2f}", f"−η f ′(x) = −{0.2 * x:.2f}"]


def test_that_other_methods_name_their_step_otherwise(view, words):
    view.show_frame(replace(view._frame, chosen=1))
    picture(view)
    assert [text.split(" = ")[0] for text in words] == ["f ′(x)", "Δx"]


def test_that_every_position_has_a_mark_above_the_axis(view):
    lane, extent = view._frame.lanes[0], view.plot.extent
    walk = view._runs._walks[0]
    picture(view)
    places = walk._stamps.before(5)
    np.testing.assert_allclose(places[:, 0], extent.x(lane.path[:5, 0, 0]))
    assert (places[:, 1] > extent.height - 40).all()


def test_that_the_heads_stand_on_the_curve(view):
    for walk in view._runs._walks:
        x, y = walk.place(4, 0, view.plot.extent)
        value = walk.lane.path[4, 0, 0] ** 2
        assert (x, y) == pytest.approx(view.plot.extent.place(walk.lane.path[4, 0, 0], value))


def test_that_hidden_lanes_are_not_drawn(view):
    orange = THEME.run(1).color
    seen = count(picture(view), orange)
    view.show_frame(lanes_changed(view._frame, 1, shown=False))
    assert seen > 60
    assert count(picture(view), orange) == 0


def test_that_the_start_is_dragged_along_x(view):
    moved, dropped = heard(view.start_moved), heard(view.start_dropped)
    drag(view, spot(view, 10.0, 100.0), spot(view, 6.0, 20.0), spot(view, -3.0, 90.0))
    assert [(i, round(point[0])) for i, point in moved] == [(0, 6), (0, -3)]
    assert all(len(point) == 1 for _, point in moved)
    assert len(dropped) == 1


def test_that_a_double_click_sets_the_start(view):
    moved, dropped = heard(view.start_moved), heard(view.start_dropped)
    double_click(view, spot(view, -5.0, 80.0))
    assert [(i, round(point[0], 1)) for i, point in moved] == [(0, -5.0)]
    assert len(dropped) == 1


def test_that_a_click_on_a_head_chooses_its_run(view):
    chosen = heard(view.run_chosen)
    x = view._frame.lanes[1].path[4, 0, 0]
    click(view, spot(view, x, x * x))
    click(view, spot(view, -5.0, 80.0))
    assert chosen == [1]


def test_that_nothing_is_told_without_the_hand(view):
    said = [heard(signal) for signal in (view.start_moved, view.start_dropped, view.run_chosen)]
    view.show_frame(frame(scenario("x-cos", *RUNS), 3))
    view.show_layers(CurveLayers(slope=False, stairs=False, rows=False))
    view.fit()
    view.resize(500, 400)
    move(view, spot(view, 0.0, 0.0))
    picture(view)
    assert said == [[], [], []]


def test_that_the_head_shows_what_is_under_the_mouse(view):
    move(view, spot(view, 5.0, 60.0))
    assert view.head.numbers.startswith(("x 5.0", "x 4.9"))
    assert "f 2" in view.head.numbers


def test_that_a_diverging_run_does_not_blow_up_the_view(qtbot):
    view = CurveView(THEME)
    shown = frame(scenario("parabola", "gradient-descent:lr=1.1", steps=40), 0)
    show(qtbot, view, shown)
    before = view.plot.extent
    for step in (5, 20, 40):
        view.show_frame(replace(shown, step=step))
        picture(view)
    assert view.plot.extent == before
    assert before.top < 200
    assert count(picture(view), THEME.run(0).color) > 20  # the triangle on the edge


def test_that_the_curve_and_the_start_are_in_view(view):
    extent = view.plot.extent
    assert extent.left < -10 < 10 < extent.right
    assert extent.bottom < 0 < 100 < extent.top


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e300, -1e12, 0.0])
def test_that_odd_points_never_raise(view, value):
    lane = view._frame.lanes[0]
    path, losses = np.array(lane.path), np.array(lane.losses)
    path[5:, :, 0] = losses[5:] = value
    for step in (0, 4, 5, 12, 30):
        view.show_frame(replace(lanes_changed(view._frame, 0, path=path, losses=losses), step=step))
        picture(view)
        click(view, QPoint(300, 200))


def test_that_zooming_leaves_no_timer_and_fit_undoes_it(view):
    before = view.plot.extent
    wheel(view, spot(view, 0.0, 50.0), 240)
    assert view.plot.extent != before
    assert running(view) == []
    view.fit()
    assert view.plot.extent == before


def test_that_every_layer_can_be_switched(view):
    before = picture(view)
    for layers in (CurveLayers(slope=False), CurveLayers(stairs=False), CurveLayers(rows=False)):
        view.show_layers(layers)
        assert picture(view) != before
    view.show_layers(CurveLayers())
    assert picture(view) == before


@pytest.mark.parametrize("kind", ["x-cos", "cosh", "parabola"])
def test_that_every_curve_is_shown_from_start_to_end(qtbot, kind):
    view = CurveView(THEME)
    shown = frame(scenario(kind, "newton", *RUNS), 0)
    show(qtbot, view, shown, (500, 300))
    for step in (0, 1, 15, 30):
        view.show_frame(replace(shown, step=step))
        picture(view)


def test_that_an_objective_of_two_parameters_is_left_to_the_map(qtbot):
    view = CurveView(THEME)
    show(qtbot, view, frame(scenario("ravine"), 3))
    view.fit()
    move(view, QPoint(200, 200))
    picture(view)
    assert view.head.numbers == ""


def test_that_the_row_of_positions_follows_the_view(view):
    picture(view)
    wheel(view, spot(view, 5.0, 25.0), 240)
    picture(view)
    lane, extent = view._frame.lanes[0], view.plot.extent
    inside = [x for x in lane.path[:5, 0, 0] if extent.left <= x <= extent.right]
    assert 0 < len(inside) < 5
    np.testing.assert_allclose(view._runs._walks[0]._stamps.before(5)[:, 0], extent.x(np.array(inside)))
