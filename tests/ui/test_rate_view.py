"""The loss as a curve over the learning rate: beside the steps, turned by hand, exported."""

from __future__ import annotations

import csv
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QToolButton
from view_frames import THEME, click, count, double_click, drag, frame, heard, picture, scenario, spot

from gdviz import library
from gdviz.cli import main
from gdviz.frame import Frame
from gdviz.picture import Chart, Picture
from gdviz.session import Session
from gdviz.ui.language import plain
from gdviz.ui.player import Player
from gdviz.ui.views.below import Below
from gdviz.ui.views.rate_view import RateView
from gdviz.ui.window import MainWindow

BY_RATE = Chart(x="learning-rate")
RUNS = ("gradient-descent:lr=0.1", "momentum:lr=0.1,momentum=0.8", "nelder-mead")


@pytest.fixture
def view(qtbot: object) -> RateView:
    shown = RateView(THEME)
    qtbot.addWidget(shown)  # type: ignore[attr-defined]
    shown.resize(700, 300)
    shown.show()
    QApplication.processEvents()
    see(shown, frame(scenario("ravine", *RUNS, steps=40), 40))
    return shown


def see(view: RateView, shown: Frame, wanted: Chart = BY_RATE) -> None:
    view.show_frame(shown, wanted, ["updates", "learning-rate"])
    view.finish()
    QApplication.processEvents()


def at(view: RateView, rate: float, height: float = 0.5) -> QPoint:
    """The pixels of a rate, so high in the plot."""
    extent = view.plot.extent
    return spot(view, math.log10(rate), extent.bottom + height * (extent.top - extent.bottom))


def test_that_there_is_a_curve_for_each_run_with_a_rate_and_a_region_where_it_is_lost(view: RateView) -> None:
    assert view._curves.lanes == [1, 0]
    assert view.head._title.text() == "Loss after step 40"
    ((first, last, gone),) = view._curves.lost(0, 40)
    assert gone
    assert 10**first == pytest.approx(0.5, rel=0.03)  # 2/λ with λ = 4
    assert 10**last == pytest.approx(10, rel=0.03)
    image = picture(view)
    assert count(image, THEME.run(0).color) > 300
    assert count(image, THEME.run(1).color) > 200


def test_that_the_curve_is_that_of_the_step_shown_and_the_mark_stands_on_it(view: RateView) -> None:
    for step in (0, 7, 40):
        shown = frame(scenario("ravine", *RUNS, steps=40), step)
        see(view, shown)
        rates, curve = view._sweeps.of(0).rates, view._curves.values(0, step)
        near = int(np.abs(rates - 0.1).argmin())
        assert curve[near - 1] >= view._curves.own(0, step) >= curve[near + 1]
    best = view._curves.best(0, 40)
    assert best is not None
    assert best[0] == pytest.approx(2 / 4.2, rel=0.05)  # 2/(λ_min + λ_max)
    assert view._curves.best(0, 0) is None


def test_that_another_rate_asks_for_no_other_sweep(view: RateView) -> None:
    before = view._sweeps.of(0)
    turned = scenario("ravine", "gradient-descent:lr=0.3", *RUNS[1:], steps=40)
    see(view, frame(turned, 40))
    assert view._sweeps.of(0) is before
    see(view, frame(replace(turned, starts=((1.0, 1.0),)), 40))
    assert view._sweeps.of(0) is not before


def test_that_a_sweep_goes_on_only_while_it_is_looked_at(view: RateView) -> None:
    view.show_frame(frame(scenario("sphere", "adam", steps=900), 10), BY_RATE, ["updates"])
    assert view._sweeps.of(0).known == 1
    picture(view)
    assert view._sweeps._timer.isActive()
    view.hide()
    assert not view._sweeps._timer.isActive()
    view.finish()
    assert view._sweeps.of(0).done


def test_that_the_handle_turns_the_rate_and_a_double_click_sets_it(view: RateView) -> None:
    moved, dropped, chosen = heard(view.rate_moved), heard(view.rate_dropped), heard(view.run_chosen)
    drag(view, at(view, 0.1), at(view, 0.2), at(view, 0.4))
    assert [run for run, _ in moved] == [0] * len(moved)
    assert moved[-1][1] == pytest.approx(0.4, rel=0.03)
    assert len(dropped) == 1
    double_click(view, at(view, 0.02))
    assert moved[-1][1] == pytest.approx(0.02, rel=0.03)
    rates, curve = view._sweeps.of(1).rates, view._curves.line(1, 40, view.plot.extent)
    place = curve[int(np.abs(rates - 0.03).argmin())]
    click(view, spot(view, *view.plot.extent.value(*place)))
    assert chosen[-1] == 1


def test_that_a_function_that_falls_for_ever_does_not_press_the_curves_flat(view: RateView) -> None:
    see(view, frame(library.shipped("local-minimum"), 60))
    assert not view.log
    assert -9 < view.plot.extent.bottom < -6.9
    see(view, frame(library.shipped("local-minimum"), 60), replace(BY_RATE, y="error"))
    assert view.log
    assert view.head._title.text() == "Error after step 60"


def test_that_no_rate_is_shown_before_a_question_is_answered_nor_where_there_is_none(qtbot: object) -> None:
    below = Below(THEME, plain)
    qtbot.addWidget(below)  # type: ignore[attr-defined]
    below.loss.show_chart(BY_RATE)
    asking = Session(library.find("plateau"))
    asking.ask()
    below.show_frame(asking.frame())
    assert not below.by_rate
    asking.skip()
    asking.compute_to(150)
    below.show_frame(asking.frame())
    assert below.by_rate
    assert below.chart.x == "learning-rate"
    below.show_frame(frame(scenario("rosenbrock", "nelder-mead", "bfgs")))
    assert not below.by_rate
    assert below.chart.x == "updates"


def test_that_key_menu_and_button_agree_and_a_drag_is_one_edit(window: MainWindow, player: Player) -> None:
    below, action = window.page.below, window.commands["rates"]
    action.trigger()
    assert below.by_rate
    assert not window.page.loss.isVisible()
    view = below.rates()
    view.finish()
    QApplication.processEvents()
    drag(view, at(view, 0.43), at(view, 0.3), at(view, 0.2))
    assert player.scenario.runs[0].optimizer.lr == pytest.approx(0.2, rel=0.03)
    window.commands["undo"].trigger()
    assert player.scenario.runs[0].optimizer.lr == 0.43
    window.rebuild()
    assert window.page.below.by_rate
    assert window.commands["rates"].isChecked()
    assert window.tools.exporting._shown() == replace(
        window.tools.exporting._shown(), views=("contour", "loss"), chart=window.page.below.chart
    )
    menu = window.page.below.rates().findChild(QToolButton, "button_axis").menu()
    next(act for act in menu.actions() if act.data() == ("x", "updates")).trigger()
    assert not window.page.below.by_rate
    assert not window.commands["rates"].isChecked()


def test_that_a_picture_and_a_table_of_the_rates_come_from_the_command_line(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "rates.svg"
    words = ["--out", str(out), "--view", "loss", "--loss-x", "learning-rate", "--lang", "zh_CN"]
    assert main(["render", "ravine", *words]) == 0
    assert "#" in out.read_text()
    assert main(["run", "ravine", "--rates", "-"]) == 0
    told = capsys.readouterr()
    rows = list(csv.DictReader(told.out.splitlines()))
    assert len(rows) == 3 * 241
    lost = [float(row["lr"]) for row in rows if row["run"] == "0" and row["loss"] == "inf"]
    assert 0.5 < min(lost) < 0.7
    assert "rates of run 0 (gradient-descent): best lr = 0.46" in told.err
    assert main(["run", "nelder-mead", "--optimizer", "nelder-mead", "--rates", "-"]) == 2
    assert "--rates needs a run whose method has a learning rate" in capsys.readouterr().err
    assert Picture(chart=BY_RATE).chart.x == "learning-rate"
