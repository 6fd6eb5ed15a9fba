"""The Tab key goes through the window as one reads it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdviz.ui.window import MainWindow

LEFT = ("choice_objective", "run_card_0", "button_eye_0", "button_more_0", "run0_lr_slider", "run0_lr",
        "run_card_1", "run1_lr", "run1_momentum", "run_card_2", "run2_lr", "button_add_run",
        "field_start_0", "field_start_1", "field_steps", "field_seed")  # fmt: skip
REST = ("page", "button_fit_contour", "button_log", "run_tabs_tabs", "button_first", "button_play",
        "button_last", "scrub", "field_step", "field_speed", "button_guide", "button_language")  # fmt: skip


def walked(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> list[str]:
    """Names of what has the focus, until it is where it began."""
    names: list[str] = []
    begin = window.focusWidget()
    while len(names) < 200:
        here = window.focusWidget()
        names.append(here.objectName())
        qtbot.keyClick(here, key)
        if window.focusWidget() is begin:
            return names
    raise AssertionError(names)


def test_that_tab_goes_through_the_window_as_one_reads_and_backtab_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.findChild(QWidget, "choice_objective").setFocus()
    names = walked(window, qtbot, Qt.Key.Key_Tab)
    places = [names.index(name) for name in (*LEFT, *REST)]
    assert all(before < after for before, after in pairwise(places)), names
    back = walked(window, qtbot, Qt.Key.Key_Backtab)
    assert back == [names[0], *reversed(names[1:])]


def test_that_the_pictures_get_the_keys_when_what_had_them_has_gone(
    window: MainWindow, qapp: QApplication
) -> None:
    window.findChild(QWidget, "button_language").setFocus()
    window._look.switch_theme()
    assert window.focusWidget() is window.page
    field = window.findChild(QWidget, "field_steps")
    field.setFocus()
    field.setEnabled(False)
    assert window.focusWidget() is window.page


def test_that_a_menu_bar_with_the_focus_has_its_own_keys(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.menuBar()
    bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
    before = window._player.session.playhead
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    qtbot.keyClick(bar, Qt.Key.Key_S)
    assert window._player.session.playhead == before
    assert not window.commands["surface"].isChecked()
    window.page.take_keys()
    qtbot.keyClick(window.page, Qt.Key.Key_Right)
    assert window._player.session.playhead == before + 1
