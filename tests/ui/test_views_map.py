"""The map shows every recorded point and tells only of the user's hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtWidgets import QApplication
from view_frames import (
    THEME,
    click,
    count,
    double_click,
    drag,
    frame,
    heard,
    lanes_changed,
    mouse,
    move,
    picture,
    pixels,
    running,
    scenario,
    show,
    spot,
    wheel,
)

from gdviz.engine.objective import Objective
from gdviz.ui.views.contour import ContourView
from gdviz.ui.views.paths import RunPath
from gdviz.ui.views.terrain import Layers

RUNS = ("gradient-descent:lr=0.43", "momentum:lr=0.12,momentum=0.8", "adam:lr=0.3")
BLUE = THEME.run(0).color


@pytest.fixture
def view(qtbot):
    made = ContourView(THEME)
    show(qtbot, made, frame(scenario("ravine", *RUNS), 8))
    return made


def test_that_every_recorded_point_is_on_the_drawn_path(view):
    shown = frame(scenario("ravine", *RUNS), 20)
    for lane in shown.lanes:
        path, extent = RunPath(THEME, lane), view.plot.extent
        old = path.old(extent, 20)
        assert old.last == 10
        np.testing.assert_array_equal(old.line(0, 10), extent.places(lane.path[:11, 0]))


def test_that_the_path_lies_where_the_points_are(view):
    image, lane = pixels(picture(view)), view._frame.lanes[0]
    blue = np.array([24, 119, 214])
    for a, b in zip(lane.path[:4, 0], lane.path[1:5, 0], strict=True):
        at = spot(view, *((a + b) / 2))
        near = image[at.y() - 2 : at.y() + 3, at.x() - 2 : at.x() + 3].reshape(-1, 3)
        assert (np.abs(near - blue).max(axis=1) < 90).any()


def test_that_hidden_lanes_are_not_drawn(view):
    seen = count(picture(view), BLUE)
    view.show_frame(lanes_changed(view._frame, 0, shown=False))
    assert seen > 300
    assert count(picture(view), BLUE) == 0


def test_that_scales_are_equal_at_any_size(view, qtbot):
    for size in ((400, 300), (900, 300), (500, 900)):
        view.resize(*size)
        qtbot.waitUntil(lambda width=size[0]: view.plot.width() == width)
        assert view.plot.extent.pixel[0] == pytest.approx(view.plot.extent.pixel[1])


def test_that_a_map_the_user_explored_keeps_its_middle_when_resized(view, qtbot):
    wheel(view, spot(view, -3.0, 0.0), 240)
    middle, pixel = view.plot.extent.center, view.plot.extent.pixel
    view.resize(500, 640)
    qtbot.waitUntil(lambda: view.plot.width() == 500)
    assert view.plot.extent.center == pytest.approx(middle)
    assert view.plot.extent.pixel[1] == pytest.approx(view.plot.extent.pixel[0])
    assert view.plot.extent.pixel[0] >= pixel[0] * 0.999


def test_that_dragging_the_start_tells_every_move_and_its_end(view):
    moved, dropped, chosen = heard(view.start_moved), [], heard(view.run_chosen)
    view.start_dropped.connect(lambda: dropped.append(len(moved)))
    places = [spot(view, x, y) for x, y in ((-5.0, -2.0), (-4.0, -1.5), (-3.5, -1.0))]
    drag(view, *places)
    assert [i for i, _ in moved] == [0, 0]
    for (_, point), wanted in zip(moved, ((-4.0, -1.5), (-3.5, -1.0)), strict=True):
        assert point == pytest.approx(wanted, abs=2 * view.plot.extent.pixel[0])
    assert dropped == [2]
    assert not chosen


def test_that_a_start_is_not_dragged_out_of_the_view(view):
    moved = heard(view.start_moved)
    drag(view, spot(view, -5.0, -2.0), QPoint(-4000, 5000))
    (_, (x, y)), extent = moved[0], view.plot.extent
    assert extent.left - 0.01 <= x <= extent.right
    assert extent.bottom - 0.01 <= y <= extent.top


def test_that_each_of_several_starts_can_be_dragged(qtbot):
    view = ContourView(THEME)
    show(qtbot, view, frame(scenario("ravine", starts=((-5.0, -2.0), (-3.0, 0.5))), 5))
    moved = heard(view.start_moved)
    drag(view, spot(view, -3.0, 0.5), spot(view, -2.0, 0.0))
    assert [i for i, _ in moved] == [1]


def test_that_nothing_is_told_without_the_hand(view):
    said = [heard(signal) for signal in (view.start_moved, view.start_dropped, view.run_chosen)]
    view.show_frame(frame(scenario("himmelblau", *RUNS), 3))
    view.show_layers(Layers(bands="viridis", field=True))
    view.show_arrows([("memory", 0.3, -0.1), ("gradient", 0.1, 0.4)])
    view.fit()
    view.resize(500, 400)
    move(view, spot(view, 0.0, 0.0))
    picture(view)
    assert said == [[], [], []]


def test_that_a_click_chooses_the_run_of_a_head_or_a_path(view):
    chosen = heard(view.run_chosen)
    adam = view._frame.lanes[2].path
    click(view, spot(view, *adam[8, 0]))
    click(view, spot(view, *((adam[3, 0] + adam[4, 0]) / 2)))
    click(view, spot(view, 0.5, -1.5))
    assert chosen == [2, 2]


def test_that_panning_moves_the_map_and_chooses_nothing(view):
    chosen, before = heard(view.run_chosen), view.plot.extent
    drag(view, QPoint(400, 300), QPoint(420, 310), QPoint(440, 320))
    assert view.plot.extent.place(0, 0) == pytest.approx(np.add(before.place(0, 0), (40, 20)))
    assert not chosen


def test_that_a_double_click_on_free_ground_sets_the_start(view):
    moved, dropped = heard(view.start_moved), heard(view.start_dropped)
    double_click(view, spot(view, 0.5, -1.5))
    assert [i for i, _ in moved] == [0]
    assert moved[0][1] == pytest.approx((0.5, -1.5), abs=0.03)
    assert len(dropped) == 1


def test_that_the_head_shows_what_is_under_the_mouse(view):
    move(view, spot(view, -3.0, 0.5))
    x, y = view.plot.extent.value(*view.plot.extent.place(-3.0, 0.5))
    assert view.head.numbers.startswith(("x −3.0", "x −2.9"))
    assert " f 1.39" in view.head.numbers or " f 1.40" in view.head.numbers
    assert (x, y) == pytest.approx((-3.0, 0.5))
    QApplication.sendEvent(view.plot, QEvent(QEvent.Type.Leave))
    assert view.head.numbers == ""


def test_that_the_map_stays_where_it_is_while_a_start_is_dragged(view):
    before = view.plot.extent
    view.show_frame(frame(scenario("ravine", *RUNS, starts=((-1.0, 0.5),)), 8))
    assert view.plot.extent == before


def test_that_another_objective_shows_its_own_part_of_the_plane(view):
    view.show_frame(frame(scenario("himmelblau"), 0))
    extent = view.plot.extent
    for x, y in Objective.parse("himmelblau").minima:
        assert extent.left < x < extent.right
        assert extent.bottom < y < extent.top


def test_that_zooming_refines_once_and_leaves_no_timer(view, qtbot):
    assert running(view) == []
    wheel(view, spot(view, 0.0, 0.0))
    wheel(view, spot(view, 0.0, 0.0))
    assert [timer.isSingleShot() for timer in running(view)] == [True]
    assert max(timer.interval() for timer in running(view)) <= 100
    qtbot.waitUntil(lambda: running(view) == [])
    assert view._terrain.fits(view.plot.extent)


def test_that_a_hidden_view_has_no_timer(view):
    wheel(view, spot(view, 0.0, 0.0))
    view.hide()
    assert running(view) == []


def test_that_a_diverging_run_ends_in_a_cross_and_has_no_future(qtbot):
    view = ContourView(THEME)
    made = scenario("ravine", "gradient-descent:lr=20", steps=40)
    shown = frame(made, 0)
    show(qtbot, view, shown)
    assert shown.lanes[0].last[0] > 0
    image = QImage(700, 500, QImage.Format.Format_RGB32)
    image.fill(0)
    empty = image.copy()
    path = RunPath(THEME, shown.lanes[0])
    painter = QPainter(image)
    path.paint_coming(painter, view.plot.extent, 0)
    painter.end()
    assert image == empty
    for step in range(0, 41, 5):
        view.show_frame(replace(shown, step=step))
        picture(view)
    assert path.end(40, 0) == shown.lanes[0].last[0]


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e300, 1e12, -1e12, 0.0])
def test_that_odd_points_never_raise(view, value):
    lane = view._frame.lanes[0]
    path = np.array(lane.path)
    path[5:, :, 0] = value
    for step in (0, 5, 12, 30):
        view.show_frame(replace(lanes_changed(view._frame, 0, path=path), step=step))
        picture(view)
        click(view, QPoint(300, 200))


def test_that_very_many_starts_are_drawn(qtbot):
    view = ContourView(THEME)
    starts = tuple((x, y) for x in np.linspace(-5, 1, 40).tolist() for y in np.linspace(-2, 1, 30).tolist())
    show(qtbot, view, frame(scenario("ravine", starts=starts), 6))
    assert count(picture(view), BLUE) > 3000
    assert len(view._starts.points) == 1


@pytest.mark.parametrize("layers", [
    Layers(bands="viridis"), Layers(bands="cividis"), Layers(bands="none"), Layers(lines=False),
    Layers(numbers=False), Layers(field=True), Layers(arrows=False, future=False),
])  # fmt: skip
def test_that_every_layer_can_be_switched(view, layers):
    before = picture(view)
    view.show_layers(layers)
    assert picture(view) != before
    view.show_layers(Layers())
    assert picture(view) == before


def test_that_the_layer_menu_switches_what_is_drawn(view):
    view.findChild(QAction, "action_layer_field").trigger()
    assert view.layers == Layers(field=True)
    view.findChild(QAction, "action_layer_bands_none").trigger()
    assert view.layers == Layers(bands="none", field=True)


def test_that_only_the_chosen_run_has_arrows(view):
    plain = picture(view)
    view.show_arrows([("memory", 0.5, -0.5), ("gradient", 0.5, 0.8)])
    with_terms = picture(view)
    assert count(with_terms, THEME.gradient) > 20 > count(plain, THEME.gradient)
    view.show_frame(view._frame)
    assert picture(view) == plain
    view.show_layers(Layers(arrows=False))
    assert picture(view) != plain


def test_that_the_plot_offers_no_menu_of_its_own(view):
    assert not view.plot.getPlotItem().getViewBox().menuEnabled()
    at = spot(view, 0.0, 0.0)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        mouse(view, kind, at, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton)
    assert QApplication.activePopupWidget() is None


def test_that_no_start_is_held_after_the_drop(view):
    drag(view, spot(view, -5.0, -2.0), spot(view, -4.0, -2.0))
    assert view._starts.held is None
    assert view._starts.cursor() in (Qt.CursorShape.OpenHandCursor, Qt.CursorShape.CrossCursor)


def test_that_an_objective_of_one_parameter_is_left_to_the_curve(qtbot):
    view = ContourView(THEME)
    show(qtbot, view, frame(scenario("parabola"), 3))
    view.fit()
    move(view, QPoint(200, 200))
    double_click(view, QPoint(200, 200))
    picture(view)
    assert view.head.numbers == ""


def test_that_stationary_points_are_named(view, qtbot):
    names = []
    import gdviz.ui.views.sights as sights

    original = sights.paint_name
    try:
        sights.paint_name = lambda painter, theme, at, text, side, free: names.append(text)
        view.show_frame(frame(scenario("saddle", starts=((2.5, 2.0),)), 0))
        picture(view)
    finally:
        sights.paint_name = original
    assert names == ["saddle"]
