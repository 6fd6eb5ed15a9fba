"""Segments: chosen by mouse and keys, told of the user's hand only, a list when there are many."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QTabBar
from pytestqt.qtbot import QtBot

from gdviz.ui.segments import Segments
from gdviz.ui.theme import LIGHT

RUNS = [(text, LIGHT.run(slot)) for slot, text in enumerate(["GD", "Momentum", "Adam", "R & D", "RMSProp"])]


@pytest.fixture
def segments(qtbot: QtBot) -> Segments:
    made = Segments(LIGHT, "segments", "run")
    qtbot.addWidget(made)
    made.resize(296, 32)
    made.show()
    made.show_segments(RUNS[:3], 1)
    return made


def tabs(segments: Segments) -> QTabBar:
    found = segments.findChild(QTabBar)
    assert isinstance(found, QTabBar)
    return found


def test_that_a_click_chooses_and_showing_does_not(qtbot: QtBot, segments: Segments) -> None:
    chosen: list[int] = []
    segments.chosen.connect(chosen.append)
    segments.show_segments(RUNS[:2], 0)
    segments.show_segments(RUNS[:4], 2)
    assert (segments.index(), chosen) == (2, [])
    bar = tabs(segments)
    for index in (2, 0, 3):
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())
    assert (chosen, segments.index()) == ([0, 3], 3)


def test_that_the_arrow_keys_choose(qtbot: QtBot, segments: Segments) -> None:
    chosen: list[int] = []
    segments.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(tabs(segments), key)
    assert chosen == [2, 1, 0]


def test_that_the_tabs_fill_the_track_by_their_texts(segments: Segments) -> None:
    bar = tabs(segments)
    widths = [bar.tabRect(i).width() for i in range(3)]
    assert 296 - 3 <= sum(widths) <= 296
    assert widths[1] > widths[0] == widths[2]
    segments.resize(600, 32)
    assert [bar.tabRect(i).width() for i in range(3)] == [200, 200, 200]


def test_that_names_without_room_side_by_side_become_a_list(segments: Segments) -> None:
    segments.show_segments([("GD", LIGHT.run(0)), ("Nesterov accelerated gradient", LIGHT.run(1))], 1)
    box = segments.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    for width, listed in ((150, True), (296, False), (200, True)):
        segments.resize(width, 32)
        assert box.isVisible() is listed
        assert segments.index() == 1
    assert box.currentText() == "Nesterov accelerated gradient"
    assert segments.minimumSizeHint().width() < 150


def test_that_what_is_no_run_has_no_marker(segments: Segments) -> None:
    segments.show_segments([("Step", None), ("Curvature", None)], 0)
    image = tabs(segments).grab().toImage()
    colors = {image.pixelColor(x, 16).name().upper() for x in range(296)}
    assert LIGHT.run(0).color not in colors
    assert LIGHT.segment_chosen in colors


def test_that_more_than_four_become_a_list(qtbot: QtBot, segments: Segments) -> None:
    chosen: list[int] = []
    segments.chosen.connect(chosen.append)
    segments.show_segments(RUNS, 4)
    box = segments.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert (box.isVisible(), tabs(segments).isVisible()) == (True, False)
    assert (box.currentText(), segments.index(), box.itemIcon(4).isNull()) == ("RMSProp", 4, False)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert (chosen, segments.index()) == ([3], 3)
    segments.show_segments(RUNS[:3], 1)
    assert (segments.index(), chosen, box.isVisible()) == (1, [3], False)


def test_that_they_are_tabs_to_a_screen_reader(segments: Segments) -> None:
    segments.show_segments(RUNS[:4], 1)
    interface = QAccessible.queryAccessibleInterface(tabs(segments))
    assert interface.role() == QAccessible.Role.PageTabList
    names = [interface.child(i).text(QAccessible.Text.Name) for i in range(4)]
    assert names == ["GD", "Momentum", "Adam", "R & D"]
    assert tabs(segments).accessibleName() == "run"


def test_that_the_chosen_tab_is_drawn_as_chosen(segments: Segments) -> None:
    bar = tabs(segments)
    image = bar.grab().toImage()
    for index in range(3):
        inside = bar.tabRect(index).topRight() + QPoint(-8, 8)
        expected = LIGHT.segment_chosen if index == 1 else LIGHT.segment
        assert image.pixelColor(inside).name().upper() == expected
