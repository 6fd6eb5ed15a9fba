"""Who has the keys after the mouse was used, and what becomes of what is typed meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.ui.player import Player
from gdviz.ui.slider import Slider
from gdviz.ui.window import MainWindow


def named(window: MainWindow, kind: type, name: str) -> QWidget:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def click(window: MainWindow, widget: QWidget) -> None:
    """Through the window, as the system hands it in: only so does Qt move the focus and know the button."""
    handle = window.windowHandle()
    at = widget.mapTo(window, QPoint(min(12, widget.width() // 2), widget.height() // 2))
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def keys_are_with_the_plots(window: MainWindow) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is window.page or window.page.isAncestorOf(focused))


def test_that_space_plays_after_a_slider_was_dragged(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    slider = named(window, Slider, "run0_lr_slider")
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Space)
    assert player.playing
    qtbot.keyClick(slider, Qt.Key.Key_Space)
    assert not player.playing


def test_that_space_plays_once_a_question_was_answered_with_the_mouse(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    player.open(library.shipped("learning-rate"))
    player.ask()
    QApplication.processEvents()
    click(window, named(window, QAbstractButton, "guess_2"))
    assert player.session.frame().prediction.guess == "oscillates"
    assert keys_are_with_the_plots(window)
    qtbot.keyClick(window.page, Qt.Key.Key_Space)
    assert player.playing


def test_that_a_list_keeps_the_keys_after_the_tab_key_but_not_after_a_click(window: MainWindow) -> None:
    speed = named(window, QComboBox, "field_speed")
    click(window, speed)
    assert isinstance(speed, QComboBox)
    speed.hidePopup()
    assert keys_are_with_the_plots(window)
    speed.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is speed


def test_that_what_is_typed_holds_for_what_is_done_next(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    field = named(window, QLineEdit, "run0_lr")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "0.031")
    click(window, named(window, QAbstractButton, "button_play"))
    assert player.scenario.runs[0].optimizer.lr == 0.031
    assert player.playing


@pytest.mark.parametrize("name", ["run0_lr", "objective_f"])
def test_that_a_refused_text_can_be_typed_again_or_given_up(
    window: MainWindow, player: Player, qtbot: QtBot, name: str
) -> None:
    player.open(library.shipped("formula"))
    QApplication.processEvents()
    field = named(window, QLineEdit, name)
    good = field.text()
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "2x(")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field
    assert field.property("refused")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == good
    assert not field.property("refused")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert keys_are_with_the_plots(window)


@pytest.mark.parametrize("command", ["present", "full_screen"])
def test_that_escape_ends_a_presentation_but_first_what_is_typed(
    window: MainWindow, qtbot: QtBot, command: str
) -> None:
    window.commands[command].trigger()
    field = named(window, QLineEdit, "field_step")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert window.commands[command].isChecked()
    assert keys_are_with_the_plots(window)
    qtbot.keyClick(window.page, Qt.Key.Key_Escape)
    assert not window.commands[command].isChecked()
