"""Tests of the window where room is scarce: small screens, large text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.language import choice_words, plain
from gdviz.ui.player import Player
from gdviz.ui.settings import Settings
from gdviz.ui.theme import LIGHT
from gdviz.ui.views.head import ViewHead
from gdviz.ui.views.title import Title
from gdviz.ui.window import MainWindow


def fitting(window: MainWindow) -> dict[str, bool]:
    """By dock in sight: whether its contents are as wide as they need to be."""
    found = {}
    for name, dock in window.desk.docks.items():
        inner = dock.widget().widget()
        if dock.isVisible():
            found[name] = inner.minimumSizeHint().width() <= dock.widget().viewport().width()
    return found


@pytest.mark.parametrize(("size", "text", "inspected"), [
    ((900, 600), 100, True), ((900, 600), 150, False), ((1280, 800), 150, True),
])  # fmt: skip
def test_that_panels_are_never_narrower_than_their_contents(
    window: MainWindow, player: Player, settings: Settings, qtbot: QtBot, size: tuple[int, int], text: int,
    inspected: bool,
) -> None:
    player.open(library.shipped("ravine"))
    settings.text_size = text
    window.rebuild()
    window.resize(*size)
    docks = {"problem", "runs", "start"} | ({"inspector"} if inspected else set())
    qtbot.waitUntil(lambda: fitting(window) == dict.fromkeys(docks, True))
    assert (window.width(), window.height()) == size


@pytest.mark.parametrize(("name", "steps"), [("ravine", (0, 6, 60)), ("network-wave", (198, 600))])
def test_that_a_method_without_memory_is_explained_without_scrolling(
    window: MainWindow, player: Player, qtbot: QtBot, name: str, steps: tuple[int, ...]
) -> None:
    player.open(library.shipped(name))
    player.finish()
    window.desk.show_guide(False)
    window.resize(1280, 800)
    dock = window.desk.docks["inspector"]
    bar = dock.widget().verticalScrollBar()
    for step in steps:
        player.seek(step)
        qtbot.waitUntil(lambda: dock.whole <= dock.height() and bar.maximum() == 0)


@pytest.mark.parametrize(("title", "word"), [
    ("Landscape", "Landscape"), ("损失地形", "损失"), ("Error f − f*", "Error"),
])  # fmt: skip
def test_that_the_title_of_a_view_is_cut_to_words_and_never_to_letters(
    qtbot: QtBot, title: str, word: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    head = ViewHead(LIGHT, title, window)
    head.add_icon("fit", "fit", "fit")
    window.show()
    label, seen = head.findChild(Title), []
    for width in range(60, 220, 2):
        head.resize(width, 40)
        QApplication.sendPostedEvents()
        shown = label.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, label.width())
        seen.append(shown if label.isVisible() else "")
    assert {"", title} <= set(seen)
    assert all(text.startswith(word) for text in seen if text)
    assert (title == word) == (len(set(seen)) == 2)
    assert seen == sorted(seen, key=len)


def test_that_the_inspector_comes_back_when_there_is_room_again(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    inspector = window.desk.docks["inspector"]
    settings.text_size = 150
    window.rebuild()
    for size, seen in (((900, 600), False), ((1280, 800), True)):
        window.resize(*size)
        qtbot.waitUntil(lambda seen=seen: window.desk.docks["inspector"].isVisible() == seen)
    window.resize(900, 600)
    qtbot.waitUntil(lambda: window.desk.docks["inspector"].isHidden())
    settings.text_size = 100
    window.rebuild()
    qtbot.waitUntil(lambda: window.desk.docks["inspector"].isVisible())
    assert inspector is not window.desk.docks["inspector"]
    window.resize(700, 560)  # the window's least size is larger
    assert window.width() >= 760


def test_that_panels_become_narrower_with_the_window_unless_the_user_has_chosen_their_width(
    window: MainWindow, qtbot: QtBot
) -> None:
    docks = window.desk.docks
    qtbot.waitUntil(lambda: docks["problem"].width() == 264)
    window.resize(900, 600)
    qtbot.waitUntil(lambda: (docks["problem"].width(), docks["inspector"].width()) == (232, 272))
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: (docks["problem"].width(), docks["inspector"].width()) == (264, 304))
    window.resizeDocks([docks["problem"]], [300], window.page.orientation().Horizontal)
    qtbot.waitUntil(lambda: docks["problem"].width() == 300)
    window.resize(900, 600)
    qtbot.waitUntil(lambda: docks["inspector"].width() == 272)
    assert docks["problem"].width() > 264


def test_that_an_open_guide_has_the_only_side_of_a_very_narrow_window(
    window: MainWindow, player: Player, settings: Settings, qtbot: QtBot
) -> None:
    docks = window.desk.docks

    def seen() -> set[str]:
        return {name for name, dock in window.desk.docks.items() if dock.isVisible()}

    player.open(library.shipped("batches"))
    settings.text_size = 150
    window.rebuild()
    window.resize(900, 600)
    window.desk.show_guide()
    qtbot.waitUntil(lambda: seen() == {"guide"})
    window.rebuild()
    assert docks is not window.desk.docks
    assert seen() == {"guide"}
    window.desk.turn_guide()
    qtbot.waitUntil(lambda: seen() == {"problem", "runs", "start"})
    window.desk.setVisible(False)
    assert seen() == set()
    window.desk.setVisible(True)
    window.desk.turn_guide()
    qtbot.waitUntil(lambda: seen() == {"guide"})
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: seen() == {"guide", "inspector", "problem", "runs", "start"})


def test_that_panels_that_gave_way_keep_their_places_in_the_layout(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.text_size = 150
    window.rebuild()
    window.resize(900, 600)
    qtbot.waitUntil(lambda: window.desk.docks["inspector"].isHidden())
    kept = window.desk.layout(1)
    window.desk.docks["inspector"].hide()
    assert window.restoreState(kept, 1)
    assert window.desk.docks["inspector"].isVisible()


def test_that_a_narrow_card_tells_its_run_from_its_like(window: MainWindow, player: Player) -> None:
    cliff = library.shipped("cliff")
    player.open(replace(cliff, runs=tuple(replace(run, label="") for run in cliff.runs)))
    names = [label.brief for label in window.desk.runs.findChildren(ElidedLabel) if label.brief]
    assert [name for name in names if name.startswith("clip_norm")] == ["clip_norm = 0", "clip_norm = 1"]


def test_that_choices_bear_the_names_of_people_as_people_write_them() -> None:
    assert choice_words("polak-ribiere-plus", plain) == "Polak–Ribière+"
    assert choice_words("per-step", plain) == "per step"
