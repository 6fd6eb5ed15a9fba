"""The plot of the loss shows other quantities against other axes, smoothed or not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QToolButton
from view_frames import THEME, drag, frame, heard, move, picture, scenario, show, spot

from gdviz.library import shipped
from gdviz.picture import Chart
from gdviz.session import Session
from gdviz.ui.language import plain
from gdviz.ui.numbers import significant
from gdviz.ui.views.loss import LossView

RUNS = ("gradient-descent:lr=0.43", "line-search:search=wolfe", "adam:lr=0.3")


@pytest.fixture
def view(qtbot):
    made = LossView(THEME)
    show(qtbot, made, frame(scenario("ravine", *RUNS, steps=60), 8), (840, 250))
    return made


def chart(view, **changes):
    view.show_chart(Chart(**changes))
    picture(view)
    return view


def place(view, i, step):
    """Where a lane stands at a step: x and y of the plot."""
    extent = view.plot.extent
    x, y = extent.value(*view._lines.place(view._frame.lanes[i], step, extent))
    return x, 10**y if view.log else y


def options(view, name):
    menu = view.findChild(QToolButton, name).menu()
    return {action.data()[1]: action for action in menu.actions() if action.data()}


def test_that_the_axis_shows_what_the_oracle_counted(view):
    chart(view, x="evaluations")
    counts = view._frame.lanes[1].counts[:, 1, 0]
    assert counts[60] > 60
    assert place(view, 1, 30)[0] == pytest.approx(counts[30])
    assert view.plot.extent.right == counts[60]


def test_that_the_playhead_stands_where_the_chosen_run_has_the_step_and_seeks_it(view):
    chart(view, x="evaluations")
    view.show_frame(replace(view._frame, chosen=1))
    sought, lane = heard(view.sought), view._frame.lanes[1]
    counts = lane.counts[:, 1, 0]
    extent = view.plot.extent
    assert view._lines.playhead(extent) == pytest.approx(extent.place(counts[8], 0)[0])
    down = extent.center[1]
    drag(view, spot(view, counts[8], down), spot(view, counts[20], down), spot(view, 1e4, down))
    assert sought == [20, 60]


def test_that_the_head_names_the_step_of_the_line_under_the_mouse(view):
    chart(view, x="evaluations", y="distance")
    at = place(view, 1, 12)
    move(view, spot(view, at[0], np.log10(at[1])))
    distance = np.hypot(*view._frame.lanes[1].path[12, 0])
    assert view.head.numbers == f"step 12   distance {significant(distance)}"


@pytest.mark.parametrize(("y", "expected"), [
    ("gradient-norm", lambda lane: lane.grad_norms[40, 0]),
    ("distance", lambda lane: np.hypot(*lane.path[40, 0])),
    ("error", lambda lane: lane.losses[40, 0]),
    ("stability", lambda lane: 0.43 * 4.0),
])  # fmt: skip
def test_that_each_quantity_is_what_it_says(view, y, expected):
    chart(view, y=y)
    assert place(view, 0, 40)[1] == pytest.approx(expected(view._frame.lanes[0]), rel=1e-9)
    assert view.log == (y != "stability")


@pytest.mark.parametrize("run", [
    "gradient-descent:lr=0.1,schedule=cosine(t_max=8)", "gradient-descent:lr=1e-300,weight_decay=1e300",
])  # fmt: skip
def test_that_a_step_without_a_limit_of_stability_is_drawn_without(qtbot, run):
    made = LossView(THEME)
    show(qtbot, made, frame(scenario("ravine", run, steps=9), 8), (840, 250))
    for scale in ("log", "linear"):
        chart(made, y="stability", scale=scale)
        assert all(limit > 0 for limit in made._lines.limits())


def test_that_the_limits_of_stability_are_in_view(qtbot):
    view = LossView(THEME)
    runs = ("momentum:lr=0.01,momentum=0.8", "gradient-descent:lr=0.01", "gradient-descent:lr=0.02")
    show(qtbot, view, frame(scenario("ravine", *runs)))
    chart(view, y="stability")
    assert view._lines.limits() == [3.6, 2.0]
    assert view.plot.extent.top > 3.6


def test_that_what_a_problem_has_not_is_not_offered_but_remembered(view):
    assert list(options(view, "button_axis")) == ["updates", "evaluations", "seconds", "learning-rate"]
    assert "batch-loss" not in options(view, "button_quantity")
    chart(view, y="distance")
    view.show_frame(frame(scenario("saddle", starts=((1.0, 0.5),))))
    assert (view.chart.y, view.wanted.y) == ("loss", "distance")
    assert "distance" not in options(view, "button_quantity")
    view.show_frame(frame(scenario("himmelblau")))
    assert view.chart.y == "distance"


def test_that_batches_have_epochs_and_their_own_faint_loss(qtbot):
    session = Session(shipped("batches"), clock=lambda: 0.0)
    session.compute_to(200)
    session.choose(1)
    view = LossView(THEME)
    show(qtbot, view, session.frame())
    view.show_chart(Chart(x="epochs", y="batch-loss"))
    lane = view._frame.lanes[1]
    assert view._lines.axis.at(lane, 200) == 40.0
    assert view._lines.faint.y(lane, 3, 5).shape == (3, 1)
    np.testing.assert_array_equal(view._lines.main.y(lane, 0, 200), lane.losses[:201])
    picture(view)


def test_that_smoothing_draws_the_average_before_the_raw_line(view):
    view.findChild(QToolButton, "button_layers_loss").menu().actions()[2].trigger()
    assert view.chart.smoothing == 0.9
    lane, lines = view._frame.lanes[2], view._lines
    raw, smooth = (np.log10(q.y(lane, 0, 60)[:, 0]) for q in (lines.faint, lines.main))
    assert np.abs(np.diff(smooth)).max() < np.abs(np.diff(raw)).max()
    assert smooth[1] == pytest.approx((0.9 * raw[0] + raw[1]) / 1.9)


def test_that_measured_time_has_a_unit_and_nothing_moves_while_it_is_estimated(qtbot):
    ticks = iter(np.cumsum(np.random.default_rng(0).uniform(1e-3, 1.1e-3, size=64)))
    session = Session(scenario("ravine", "adam", steps=1000), clock=lambda: next(ticks))
    view = LossView(THEME)
    ends = set()
    session.compute(64)
    show(qtbot, view, session.frame())
    view.show_chart(Chart(x="seconds"))
    for _ in range(3):
        session.compute(64)
        view.show_frame(session.frame())
        ends.add(view.plot.extent.right)
    assert len(ends) == 1
    texts = [tick.text for tick in view._lines.x_ticks(0.0, 0.032, 600.0)]
    assert texts[:3] == ["0", "5", "10"]


def test_that_the_hand_chooses_quantity_and_axis_and_the_title_follows(view):
    said = heard(view.charted)
    options(view, "button_quantity")["gradient-norm"].trigger()
    options(view, "button_axis")["seconds"].trigger()
    assert (view.chart.x, view.chart.y) == ("seconds", "gradient-norm")
    assert view.head._title.text() == "Gradient norm ‖∇f‖"
    assert len(said) == 2


@pytest.mark.parametrize("x", ["updates", "evaluations"])
def test_that_odd_paths_break_no_quantity(qtbot, x):
    view = LossView(THEME)
    runs = ("gradient-descent:lr=20", "nelder-mead", "newton", "adam")
    show(qtbot, view, frame(scenario("ravine", *runs, steps=12), 5))
    for i, y in enumerate(Chart.params()["y"].choices):
        chart(view, x=x, y=y, smoothing=0.9 * (i % 2))
        extent = view.plot.extent
        move(view, spot(view, 2, extent.center[1]))
        assert np.isfinite([extent.left, extent.right, extent.bottom, extent.top]).all()


def test_that_narrow_heads_leave_the_words_out(view, qtbot):
    chart(view, y="distance")
    button = view.findChild(QToolButton, "button_axis")
    wide = button.sizeHint().width()
    view.resize(330, 200)
    qtbot.waitUntil(lambda: view.width() == 330)
    assert button.sizeHint().width() < wide
    assert view.minimumSizeHint().width() <= 330


def said(view):
    return [text for text, _ in view._rates.words(plain)]


def test_that_the_rate_of_the_chosen_run_is_said_beside_that_of_theory(view):
    assert said(view) == []
    chart(view, y="distance")
    assert said(view) == ["measured: × 0.9140 a step", "theory: × 0.9140 a step, max |1 − ηλ|"]
    chart(view, y="error")
    assert said(view) == ["measured: × 0.8354 a step", "theory: × 0.8354 a step, (max |1 − ηλ|)²"]
    view.show_frame(replace(view._frame, chosen=2))
    assert len(said(view)) == 1


def test_that_newton_is_said_to_be_superlinear(qtbot):
    view = LossView(THEME)
    show(qtbot, view, frame(scenario("cosh", "newton", starts=((4.0,),))))
    chart(view, y="distance")
    assert said(view) == ["measured: superlinear, of order 3.0"]
    view.show_frame(frame(scenario("ravine", "newton")))
    assert said(view)[0] == "reached at step 1"


def test_that_theorys_line_goes_from_the_start_with_its_factor(view):
    chart(view, y="distance", x="evaluations")
    x, y = view._rates._promise(view._frame.lanes[0], 0.914)
    assert (x[0], y[0]) == (0.0, pytest.approx(np.hypot(5, 2)))
    assert (x[-1], y[-1]) == (60.0, pytest.approx(np.hypot(5, 2) * 0.914**60))


def test_that_the_band_names_the_regime_under_the_mouse_and_makes_room_for_itself(view):
    extent = view.plot.extent
    assert [view._band.regime_at(x).name for x in (-1, 0.5, 3.5, 30, 61)] == \
        ["", "ravine", "oscillating", "ravine", ""]
    chart(view, scale="linear")
    extent = view.plot.extent
    lowest = max(view._lines.place(lane, k, extent)[1] for lane in view._frame.lanes[::2] for k in range(61))
    assert lowest <= extent.height - 15
    move(view, spot(view, 30, extent.value(0, extent.height - 6)[1]))
    assert view.head.numbers.startswith("step 30   ravine")
    assert "Momentum" in view.plot.toolTip()
    move(view, spot(view, 30, extent.center[1]))
    assert view.plot.toolTip() == ""


def test_that_the_band_can_be_switched_off(view):
    before = picture(view)
    actions = view.findChild(QToolButton, "button_layers_loss").menu().actions()
    next(action for action in actions if action.data() == ("regimes", None)).trigger()
    assert not view.chart.regimes
    assert view._band.regime_at(30).name == ""
    assert picture(view) != before
    chart(view)
    assert picture(view) == before


def test_that_the_band_follows_the_axis_and_the_chosen_run(view):
    chart(view, x="evaluations")
    view.show_frame(replace(view._frame, chosen=1))
    lane = view._frame.lanes[1]
    places = lane.counts[:, 1, 0]
    last = view._band.regime_at(places[-1] - 0.5).name
    assert last
    assert view._band.regime_at(places[-1] + 1).name == ""
