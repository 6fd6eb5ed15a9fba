"""The guide: read, closed, remembered; the question in it locks time until it is answered or skipped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.ui.fields import NumberField
from gdviz.ui.player import Player
from gdviz.ui.tour import TIME
from gdviz.ui.window import MainWindow

WHAT = "learning-rate"


def named(window: MainWindow, kind: type, name: str) -> QWidget:
    found = [widget for widget in window.findChildren(kind, name) if widget.parent() is not None]
    assert found, name
    return found[-1]


def opened(window: MainWindow, name: str, qtbot: QtBot) -> None:
    window.document.show_shipped(name, ask=False)
    window._player.finish()
    qtbot.waitUntil(lambda: not window.desk.docks["guide"].isHidden() or name == library.FIRST)


def guide(window: MainWindow) -> QWidget:
    return window.desk.docks["guide"]


def test_that_a_first_start_shows_no_guide_and_one_click_opens_it(window: MainWindow, qtbot: QtBot) -> None:
    assert not guide(window).isVisible()
    button = named(window, QWidget, "button_guide")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert guide(window).isVisible()
    assert named(window, QLabel, "guide_title").text() == "A ravine, three ways"
    qtbot.mouseClick(named(window, QWidget, "button_close_guide"), Qt.MouseButton.LeftButton)
    assert not guide(window).isVisible()


def test_that_a_scenario_without_text_has_no_guide_and_the_next_one_has_it_again(
    window: MainWindow, player: Player
) -> None:
    from dataclasses import replace

    shown = player.scenario
    window.desk.turn_guide()
    player.edit(replace(shown, text=""))
    assert not guide(window).isVisible()
    assert not window.commands["guide"].isEnabled()
    player.edit(shown)
    assert guide(window).isVisible()


def test_that_it_goes_with_the_panels_and_comes_back_with_them(window: MainWindow) -> None:
    window.desk.turn_guide()
    for on in (True, False):
        window.commands["panels"].trigger()
        assert guide(window).isHidden() is on
    window.desk.turn_guide()
    for _ in (True, False):
        window.commands["panels"].trigger()
        assert guide(window).isHidden()


def test_that_a_change_of_theme_keeps_it_open(window: MainWindow) -> None:
    window.desk.turn_guide()
    window._look.switch_theme()
    assert guide(window).isVisible()


def test_that_time_waits_for_an_answer(window: MainWindow, player: Player, qtbot: QtBot) -> None:
    opened(window, WHAT, qtbot)
    assert guide(window).isVisible()
    assert not any(window.commands[name].isEnabled() for name in (*TIME, "results"))
    assert "question" in named(window, QWidget, "button_play").toolTip()
    assert not named(window, QWidget, "scrub").isEnabled()
    player.seek(5)
    player.play()
    assert (player.session.playhead, player.playing) == (0, False)
    qtbot.mouseClick(named(window, QPushButton, "guess_3"), Qt.MouseButton.LeftButton)
    assert all(window.commands[name].isEnabled() for name in TIME)
    assert not window.commands["results"].isEnabled()
    player.seek(player.scenario.steps)
    assert named(window, QLabel, "question_verdict").text() == "Right. It runs away."
    assert window.commands["results"].isEnabled()


def test_that_skipping_unlocks_and_asking_again_locks(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    opened(window, WHAT, qtbot)
    qtbot.mouseClick(named(window, QPushButton, "button_skip"), Qt.MouseButton.LeftButton)
    player.seek(7)
    assert player.session.playhead == 7
    qtbot.mouseClick(named(window, QPushButton, "button_predict"), Qt.MouseButton.LeftButton)
    assert player.session.playhead == 0
    assert not window.commands["play"].isEnabled()


def test_that_a_click_into_the_picture_says_where_and_the_end_how_far_off(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    name = next(n for n in library.names()
                if (question := library.shipped(n).question) is not None and question.kind == "where"
                and library.shipped(n).objective.dimension == 2)  # fmt: skip
    opened(window, name, qtbot)
    view = window.page.contour
    far = QPointF(view.plot.extent.width / 2, 20)
    view.click(far)
    first = player.session.prediction.guess
    assert len(first) == 2
    fields = [named(window, NumberField, f"field_guess_{i}") for i in (0, 1)]
    assert [field.value() for field in fields] == list(first)
    fields[0].value_edited.emit(0.25)
    player.seek(player.scenario.steps)
    told = player.session.prediction
    assert told.off == pytest.approx(
        sum((a - b) ** 2 for a, b in zip(told.guess, told.truth, strict=True)) ** 0.5
    )
    assert "You were" in named(window, QLabel, "question_verdict").text()
    window.grab()


def test_that_another_scenario_asks_its_own_question(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, WHAT, qtbot)
    opened(window, library.FIRST, qtbot)
    assert window.commands["play"].isEnabled()
    assert not window.desk.guide._card.isVisible()
