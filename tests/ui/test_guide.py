"""The guide: read, closed, remembered; the question in it locks time until it is answered or skipped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.ui.docks.panel import Panel
from gdviz.ui.fields import NumberField
from gdviz.ui.player import Player
from gdviz.ui.suspense import TELLING
from gdviz.ui.tour import TIME
from gdviz.ui.views import guess, sights
from gdviz.ui.views.marks import paint_name
from gdviz.ui.window import MainWindow


def named(window: MainWindow, kind: type, name: str) -> QWidget:
    found = [widget for widget in window.findChildren(kind, name) if widget.parent() is not None]
    assert found, name
    return found[-1]


def opened(window: MainWindow, player: Player, name: str) -> None:
    window.document.show_shipped(name, ask=False)
    player.finish()


def pressed(window: MainWindow, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(window, QWidget, name), Qt.MouseButton.LeftButton)


def guide(window: MainWindow) -> Panel:
    return window.desk.docks["guide"]


def test_that_one_click_opens_it_and_one_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    assert not guide(window).isVisible()
    pressed(window, "button_guide", qtbot)
    assert guide(window).isVisible()
    assert named(window, QLabel, "guide_title").text() == "A ravine, three ways"
    window._look.switch_theme()
    assert guide(window).isVisible()
    pressed(window, "button_close_guide", qtbot)
    assert not guide(window).isVisible()


def test_that_it_goes_with_the_panels_and_where_nothing_is_to_be_read(
    window: MainWindow, player: Player
) -> None:
    shown = player.scenario
    window.desk.turn_guide()
    for on in (True, False):
        window.commands["panels"].trigger()
        assert guide(window).isHidden() is on
    player.edit(replace(shown, text=""))
    assert not guide(window).isVisible()
    assert not window.commands["guide"].isEnabled()
    player.edit(shown)
    assert guide(window).isVisible()
    window.desk.turn_guide()
    for _ in (True, False):
        window.commands["panels"].trigger()
        assert guide(window).isHidden()


def test_that_time_waits_for_an_answer_or_for_skipping(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    opened(window, player, "learning-rate")
    assert guide(window).isVisible()
    assert not any(window.commands[name].isEnabled() for name in (*TIME, *TELLING))
    window.menuBar().findChild(QMenu, "menu_edit").aboutToShow.emit()
    for name in TELLING:
        assert "question in the guide" in window.commands[name].toolTip()
        assert not window.commands[name].isEnabled()
    assert "question" in named(window, QWidget, "button_export").toolTip()
    assert window.commands["copy_picture"].isEnabled()
    assert "question" in named(window, QWidget, "button_play").toolTip()
    assert not named(window, QWidget, "scrub").isEnabled()
    player.seek(5)
    player.play()
    assert (player.session.playhead, player.playing) == (0, False)
    pressed(window, "guess_3", qtbot)
    assert named(window, QPushButton, "guess_3").isChecked()
    assert all(window.commands[name].isEnabled() for name in TIME)
    assert not any(window.commands[name].isEnabled() for name in TELLING)
    assert "play to the end first" in named(window, QWidget, "button_export").toolTip()
    player.seek(player.scenario.steps)
    assert named(window, QLabel, "question_verdict").text() == "Right. It runs away."
    assert all(window.commands[name].isEnabled() for name in TELLING)
    assert named(window, QWidget, "button_export").toolTip() == "Export picture… (Ctrl+E)"
    pressed(window, "button_predict", qtbot)
    assert player.session.playhead == 0
    assert not window.commands["play"].isEnabled()
    pressed(window, "button_skip", qtbot)
    player.seek(7)
    assert player.session.playhead == 7


def test_that_a_click_into_the_picture_says_where_and_the_end_how_far_off(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    opened(window, player, "saddle")
    view, start = window.page.contour, player.scenario.starts
    view.click(QPointF(view.plot.extent.width / 2, 20))
    view.double_click(QPointF(40, 40))
    assert player.scenario.starts == start
    fields = [named(window, NumberField, f"field_guess_{i}") for i in (0, 1)]
    assert tuple(field.value() for field in fields) == player.session.prediction.guess
    fields[0].value_edited.emit(0.3)
    fields[1].value_edited.emit(0.4)
    player.seek(player.scenario.steps)
    assert player.session.prediction.off == pytest.approx(0.5, abs=1e-3)
    assert named(window, QLabel, "question_verdict").text() == (
        "It ended at (0.00, 0.00). You were 0.50 off."
    )
    window.grab()
    opened(window, player, library.FIRST)
    assert window.commands["play"].isEnabled()
    assert not named(window, QWidget, "question").isVisible()


def test_that_a_place_on_a_curve_and_a_run_can_be_guessed(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    opened(window, player, "newton-maximum")
    window.page.curve.click(QPointF(-20, 100))  # on the axis beside it
    assert player.session.prediction.guess is None
    window.page.curve.click(QPointF(100, 100))
    assert len(player.session.prediction.guess) == 1
    player.seek(player.scenario.steps)
    window.grab()
    opened(window, player, "momentum")
    pressed(window, "guess_1", qtbot)
    player.seek(player.scenario.steps)
    assert named(window, QLabel, "question_verdict").text() == "Not so. Best: Nesterov momentum."


def test_that_in_a_wide_window_panels_are_wider_and_the_guide_is_seen_whole(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    left = window.desk.docks["problem"]
    assert left.width() == 264
    window.resize(1600, 1000)
    qtbot.waitUntil(lambda: left.width() == 272)
    window.desk.show_guide()
    for name in ("network-moons", "plateau"):
        opened(window, player, name)
        player.skip()
        qtbot.waitUntil(lambda: guide(window).height() == guide(window).whole)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: left.width() == 264)


def test_that_wrapped_numbers_are_no_higher_than_they_are(window: MainWindow, player: Player) -> None:
    worked = window.desk.inspector.findChild(QLabel, "worked_numbers")
    opened(window, player, "adaptive")
    high = worked.minimumHeight()
    opened(window, player, "learning-rate")
    assert worked.minimumHeight() < high


def test_that_another_look_leaves_nothing_of_the_one_before_in_the_corner(window: MainWindow) -> None:
    window._look.present(True)
    window._look.present(False)
    found = window.menuBar().findChildren(QWidget, "button_export")
    assert sum(button.isVisible() for button in found) == 1
    corner = window.menuBar().cornerWidget(Qt.Corner.TopRightCorner)
    assert corner.width() > 4 * found[-1].width()  # as many as there are


@pytest.mark.parametrize("name", ["learning-rate", "plateau"])
def test_that_no_answer_stands_below_the_fold(
    window: MainWindow, player: Player, qapp: QApplication, name: str
) -> None:
    opened(window, player, name)
    for _ in range(5):
        qapp.processEvents()
    for button in ("guess_3", "button_skip"):
        answer = named(window, QPushButton, button)
        assert answer.visibleRegion().boundingRect() == answer.rect(), button


@pytest.mark.parametrize(("name", "dimension"), [("saddle", 2), ("newton-maximum", 1)])
def test_that_the_guess_is_dragged_until_time_runs(
    window: MainWindow, player: Player, qtbot: QtBot, name: str, dimension: int
) -> None:
    opened(window, player, name)
    view = window.page.contour if dimension == 2 else window.page.curve
    plot, ask = view.plot.viewport(), player.session
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(120, 90))
    first = ask.prediction.guess
    if dimension == 1:  # its mark lies on the curve, wherever the click was
        assert view._guess.cursor(view.plot.extent, QPointF(-99, -99)) is None
    mark = view._guess._place(first, view.plot.extent)
    at = view.plot.mapFromScene(view.plot.getPlotItem().getViewBox().mapToScene(mark))
    starts = player.scenario.starts
    qtbot.mousePress(plot, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(plot, at + QPoint(60, 0))
    assert plot.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    qtbot.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 0))
    moved = ask.prediction.guess
    width = view.plot.extent.pixel[0]
    assert moved[0] - first[0] == pytest.approx(60 * width, abs=1.5 * width)
    assert named(window, NumberField, "field_guess_0").value() == moved[0]
    assert player.scenario.starts == starts
    player.seek(1)
    place = view._guess._place(moved, view.plot.extent)
    assert not view.press(place) or view._starts.held is not None
    view.drop()
    assert ask.prediction.guess == moved


def test_that_the_name_of_a_guess_stands_beside_marks_not_on_them(
    window: MainWindow, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[QRectF] = []
    places: list[QPointF] = []
    monkeypatch.setattr(guess, "paint_name", lambda *all_, **more: names.append(paint_name(*all_, **more)))
    monkeypatch.setattr(sights, "paint_maximum", lambda painter, theme, at: places.append(at))
    player.open(library.shipped("local-minimum"))
    player.ask()
    player.guess((-7.72,))  # left of a maximum
    window.page.curve.grab()
    assert names
    assert places
    assert not any(names[-1].adjusted(-5, 0, 5, 0).contains(at) for at in places)


@pytest.mark.parametrize("asked_first", [False, True])
def test_that_a_question_is_seen_in_a_presentation(
    window: MainWindow, player: Player, asked_first: bool
) -> None:
    steps = [window.commands["present"].trigger, lambda: opened(window, player, "learning-rate")]
    for step in reversed(steps) if asked_first else steps:
        step()
    assert not window.commands["play"].isEnabled()
    assert guide(window).isVisible()
    assert window.desk.docks["runs"].isHidden()
    window.commands["present"].trigger()
    assert guide(window).isVisible()
