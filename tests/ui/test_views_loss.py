"""The losses over the steps, the play-head, and the logarithmic axis."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from view_frames import (
    THEME,
    click,
    count,
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

from gdviz.ui.views.loss import LossView
from gdviz.ui.views.quantities import losses
from gdviz.ui.views.step_axis import StepAxis
from gdviz.ui.views.traces import Quantity, thinned

STEPS = StepAxis("updates").values

RUNS = ("gradient-descent:lr=0.43", "momentum:lr=0.12,momentum=0.8", "adam:lr=0.3")


@pytest.fixture
def view(qtbot):
    made = LossView(THEME)
    show(qtbot, made, frame(scenario("ravine", *RUNS, steps=60), 8), (840, 250))
    return made


def with_losses(view, values):
    lane = view._frame.lanes[0]
    losses = np.array(values, float)[:, None]
    return lanes_changed(view._frame, 0, losses=losses, path=lane.path[: len(values)])


def test_that_the_lines_have_exactly_the_recorded_losses(view):
    lane, extent = view._frame.lanes[1], view.plot.extent
    x, y = thinned(lane, Quantity(STEPS, losses, log=True), extent, 0, 60, 1)
    np.testing.assert_allclose(x[:, 0], extent.x(np.arange(61.0)))
    np.testing.assert_allclose(y[:, 0], extent.y(np.log10(lane.losses[:, 0])))


def test_that_thinning_keeps_the_lowest_and_highest_of_every_pixel(view):
    values = np.random.default_rng(0).uniform(1, 2, size=10_000)
    shown = with_losses(view, values)
    path = np.zeros((10_000, 1, 2))
    lane = replace(shown.lanes[0], path=path)
    extent = replace(view.plot.extent, right=10_000.0)
    x, y = thinned(lane, Quantity(STEPS, losses, log=False), extent, 0, 9_999, 20)
    assert len(y) == 1000
    bins = extent.y(values).reshape(-1, 20)
    np.testing.assert_allclose(np.sort(y.reshape(-1, 2)), np.stack([bins.min(1), bins.max(1)], 1))
    assert (np.diff(x[:, 0]) >= 0).all()


def test_that_the_axis_is_logarithmic_where_all_losses_are_positive(view):
    assert view.log
    assert view.log_button.isChecked()
    view.show_frame(frame(scenario("saddle", starts=((1.0, 0.5),)), 3))
    assert not view.log
    assert not view.log_button.isChecked()


def test_that_a_loss_of_zero_runs_off_the_logarithmic_scale(qtbot):
    view = LossView(THEME)
    show(qtbot, view, frame(scenario("ravine", "newton", "gradient-descent:lr=0.3"), 5))
    assert (view._frame.lanes[0].losses[1:] == 0).all()
    assert view.log
    assert view._lines.place(view._frame.lanes[0], 5, view.plot.extent)[1] == view.plot.extent.height


def test_that_the_log_button_toggles_and_is_remembered_for_the_objective(view):
    view.log_button.click()
    assert not view.log
    view.show_frame(replace(view._frame, step=20))
    assert not view.log
    view.show_frame(frame(scenario("himmelblau"), 0))
    assert view.log


def test_that_all_losses_are_in_view(view):
    values = np.log10(np.concatenate([lane.losses.ravel() for lane in view._frame.lanes]))
    extent = view.plot.extent
    assert extent.bottom <= values.min() <= values.max() <= extent.top
    assert (extent.left, extent.right) == (0.0, 60.0)


def test_that_dragging_the_playhead_seeks(view):
    sought, chosen = heard(view.sought), heard(view.run_chosen)
    middle = sum((view.plot.extent.bottom, view.plot.extent.top)) / 2
    drag(view, *(spot(view, step, middle) for step in (8, 12, 12.2, 30, 500, -70)))
    assert sought == [12, 30, 60, 0]
    assert not chosen


def test_that_the_playhead_is_grabbed_within_nine_pixels(view):
    sought = heard(view.sought)
    at = spot(view, 8, -3.0)
    drag(view, at + QPoint(8, 0), at + QPoint(100, 0))
    assert len(sought) == 1
    drag(view, at + QPoint(14, 0), at + QPoint(100, 0))
    assert len(sought) == 1


def test_that_a_click_on_a_line_or_its_name_chooses_the_run(view):
    chosen = heard(view.run_chosen)
    lane = view._frame.lanes[2]
    click(view, spot(view, 30, float(np.log10(lane.losses[30, 0]))))
    picture(view)
    rect, i = view._names[1]
    area = view.plot.getPlotItem().getViewBox()
    click(view, view.plot.mapFromScene(area.mapToScene(rect.center())))
    click(view, spot(view, 50, 0.9))
    assert chosen == [2, i]


def test_that_nothing_is_told_without_the_hand(view):
    said = [heard(signal) for signal in (view.sought, view.run_chosen)]
    for step in (0, 20, 60):
        view.show_frame(replace(view._frame, step=step))
    view.fit()
    view.show_log(False)
    view.resize(500, 300)
    move(view, spot(view, 10, 0))
    picture(view)
    assert said == [[], []]


def test_that_the_head_shows_step_and_loss_under_the_mouse(view):
    lane = view._frame.lanes[0]
    move(view, spot(view, 12, float(np.log10(lane.losses[12, 0]))))
    assert view.head.numbers == f"step 12   loss {lane.losses[12, 0]:.3f}"


def test_that_names_have_the_room_they_need_and_do_not_touch(view):
    picture(view)
    rects = sorted((rect for rect, _ in view._names), key=lambda rect: rect.center().y())
    assert len(rects) == 3
    for upper, lower in pairwise(rects):
        assert lower.center().y() - upper.center().y() >= 16 - 1e-6
    width = view.plot.width() - view.plot.getPlotItem().getViewBox().mapToScene(rects[0].topLeft()).x()
    assert all(rect.width() <= width - 8 for rect in rects)


def test_that_hidden_lanes_have_neither_line_nor_name(view):
    green = THEME.run(2).color
    seen = count(picture(view), green)
    view.show_frame(lanes_changed(view._frame, 2, shown=False))
    assert seen > 60
    assert count(picture(view), green) == 0
    assert [i for _, i in view._names] == [0, 1]


ODD = [
    [np.nan] * 10,
    [np.inf] * 10,
    [-np.inf, 1, 2],
    [1, np.nan, 2, np.inf, 3],
    [0.0] * 10,
    [-1.0, -2.0, -1e308],
    [1e308, 1e-308, 1],
    [5.0] * 20,
    [1e-320] * 5,
    [1.0],
]


@pytest.mark.parametrize("values", ODD)
@pytest.mark.parametrize("log", [True, False, None])
@pytest.mark.parametrize("alone", [True, False])
def test_that_odd_losses_never_raise_nor_break_the_view(view, values, log, alone):
    shown = with_losses(view, values)
    if alone:
        shown = replace(shown, lanes=shown.lanes[:1])
    for step in (0, 60):
        view.show_frame(replace(shown, step=step))
        if log is not None:
            view.show_log(log)
        picture(view)
        move(view, spot(view, 2, view.plot.extent.center[1]))
        click(view, QPoint(300, 100))
    extent = view.plot.extent
    assert np.isfinite([extent.bottom, extent.top]).all()
    assert extent.bottom < extent.top


def test_that_a_diverging_run_does_not_press_the_others_flat(qtbot):
    view = LossView(THEME)
    made = scenario("ravine", "gradient-descent:lr=0.3", "gradient-descent:lr=20", steps=40)
    show(qtbot, view, frame(made, 10))
    assert view._frame.lanes[1].last[0] > 0
    assert view._frame.lanes[1].losses.max() > 1e10
    assert view.plot.extent.top < 6
    view.show_log(False)
    assert view.plot.extent.top < 100


def test_that_a_run_on_its_way_to_diverge_does_not_press_the_others_flat(qtbot):
    view = LossView(THEME)
    show(qtbot, view, frame(scenario("ravine", "gradient-descent:lr=0.6", *RUNS[1:], steps=60), 10))
    assert view._frame.lanes[0].last[0] < 0
    assert view._frame.lanes[0].losses.max() > 1e18
    assert view.plot.extent.top < 6
    assert view.plot.extent.bottom < np.log10(view._frame.lanes[1].losses.min())
    alone = LossView(THEME)
    show(qtbot, alone, frame(scenario("ravine", "gradient-descent:lr=0.6", steps=60), 10))
    assert alone.plot.extent.top > 18


def test_that_lines_that_grow_end_up_like_whole_ones(qtbot):
    whole = frame(scenario("ravine", *RUNS, steps=60), 30)
    grown, at_once = LossView(THEME), LossView(THEME)
    show(qtbot, grown, whole)
    for known in (5, 20, 33, 60):
        lanes = tuple(
            replace(lane, path=lane.path[: known + 1], losses=lane.losses[: known + 1])
            for lane in whole.lanes
        )
        grown.show_frame(replace(whole, lanes=lanes))
        picture(grown)
    grown.show_frame(whole)
    picture(grown)
    grown.show_frame(whole)
    show(qtbot, at_once, whole)
    assert picture(grown) == picture(at_once)


def test_that_no_timer_runs_and_fit_undoes_zooming(view):
    before = view.plot.extent
    wheel(view, spot(view, 20, 0.0), 240)
    assert view.plot.extent != before
    view.show_frame(replace(view._frame, step=9))
    assert view.plot.extent != before
    assert running(view) == []
    view.fit()
    assert view.plot.extent == before


def test_that_the_cursor_tells_what_can_be_taken(view):
    at = spot(view, 8, -2.0)
    move(view, at)
    assert view.plot.cursor().shape() == Qt.CursorShape.SizeHorCursor
    move(view, at + QPoint(60, 0))
    assert view.plot.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_that_many_starts_are_all_drawn(qtbot):
    view = LossView(THEME)
    starts = tuple((float(x), 1.0) for x in np.linspace(-5, 1, 30))
    show(qtbot, view, frame(scenario("ravine", starts=starts), 30))
    some = LossView(THEME)
    show(qtbot, some, frame(scenario("ravine", starts=starts[:1]), 30))
    blue = THEME.run(0).color
    assert count(picture(view), blue) > 3 * count(picture(some), blue)


@pytest.mark.parametrize("size", [(840, 120), (300, 160), (1600, 900)])
def test_that_the_losses_fit_at_any_size(view, qtbot, size):
    view.resize(*size)
    qtbot.waitUntil(lambda: view.plot.width() == size[0])
    picture(view)
    other = LossView(THEME)
    show(qtbot, other, view._frame, size)
    assert view.plot.extent == other.plot.extent


def test_that_the_scale_is_of_ones_where_nothing_but_rounding_is_known(view):
    shown = with_losses(view, [-1.8e-14])
    view.show_frame(replace(shown, lanes=shown.lanes[:1], step=0))
    assert 0.5 < view.plot.extent.top - view.plot.extent.bottom < 10


def test_that_what_was_zoomed_to_is_left_when_the_scale_turns_logarithmic(view):
    below = with_losses(view, [-2.0, -1e12, 1e12])
    view.show_frame(replace(below, lanes=below.lanes[:1]))
    assert not view.log
    view.plot.explored.emit()
    view.plot.show_extent(replace(view.plot.extent, bottom=-1e12, top=1e12))
    above = with_losses(view, [2.0, 1.0])
    view.show_frame(replace(above, lanes=above.lanes[:1]))
    assert view.log
    assert view.plot.extent.top < 1
