"""The gallery: every scenario by chapters, pictures that come one after another, keys, opening."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gdviz import library
from gdviz.ui.gallery import GalleryDialog
from gdviz.ui.gallery_card import GalleryCard, elided_lines
from gdviz.ui.language import tr
from gdviz.ui.player import Player
from gdviz.ui.theme import LIGHT
from gdviz.ui.thumbnails import Thumbnails
from gdviz.ui.window import MainWindow


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(1280, 800)
    yield made
    made.deleteLater()


@pytest.fixture
def gallery(parent: QWidget) -> Iterator[GalleryDialog]:
    """The gallery, open."""
    made = GalleryDialog(LIGHT, tr, Thumbnails(tr, parent), parent)
    made.show()
    yield made
    if isValid(made):
        made.close()


def cards(gallery: GalleryDialog) -> list[GalleryCard]:
    return gallery.findChildren(GalleryCard)


def test_that_pictures_come_one_after_another_and_stop_unseen(
    gallery: GalleryDialog, parent: QWidget, qtbot: QtBot
) -> None:
    assert sorted(card.name for card in cards(gallery)) == library.names()
    assert not gallery.isModal()
    qtbot.waitUntil(lambda: cards(gallery)[1].shown)
    assert not cards(gallery)[-1].shown
    image = cards(gallery)[0]._image
    assert image is not None
    assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 2
    thumbnails = parent.findChild(Thumbnails)
    gallery.close()
    assert not thumbnails._timer.isActive()
    again = GalleryDialog(LIGHT, tr, thumbnails, parent)
    again.show()
    qtbot.waitUntil(lambda: cards(again)[0].shown)
    assert cards(again)[0]._image is image  # what was drawn is kept
    again.close()


def test_that_arrows_move_and_enter_or_a_double_click_opens(gallery: GalleryDialog, qtbot: QtBot) -> None:
    shown, opened = cards(gallery), []
    gallery.chosen.connect(opened.append)
    gallery.resize(gallery._width(3) + 5, 500)
    assert gallery._columns == 3
    for key, at in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, 0), (Qt.Key.Key_Left, 0), (Qt.Key.Key_End, -1),
                    (Qt.Key.Key_Up, -4), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Down, 3)):  # fmt: skip
        qtbot.keyClick(gallery.focusWidget(), key)
        assert gallery.focusWidget() is shown[at], (key, at)
    qtbot.mouseClick(shown[4], Qt.MouseButton.LeftButton)
    assert opened == []
    QTest.mouseDClick(shown[4], Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    qtbot.keyClick(shown[0], Qt.Key.Key_Return)
    assert opened == [shown[4].name, shown[0].name]


def test_that_long_texts_end_in_an_ellipsis() -> None:
    font = LIGHT.font(12)
    lines = elided_lines("one two three four five six seven eight nine ten " * 3, font, 90, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert elided_lines("short", font, 90, 2) == ["short"]


def test_that_the_window_opens_it_once_in_its_language_and_shows_what_is_chosen(
    window: MainWindow, player: Player
) -> None:
    for _ in range(2):
        window.commands["gallery"].trigger()
    assert len(window.findChildren(GalleryDialog)) == 1
    place = window.tour._gallery().geometry()
    window._look.switch_language()
    gallery = window.tour._gallery()
    assert gallery.windowTitle() == "图库"
    assert gallery.geometry() == place
    gallery.findChild(GalleryCard, "gallery_zigzag").opened.emit()
    assert player.scenario == library.shipped("zigzag")
    assert not gallery.isVisible()
    assert window.desk.docks["guide"].isVisible()
    window._look.switch_language()


def test_that_the_menu_lists_every_scenario_in_its_chapter(window: MainWindow, player: Player) -> None:
    window._menus.submenus["<scenarios>"].aboutToShow.emit()
    chapters = [action.menu() for action in window._menus.submenus["<scenarios>"].actions()]
    assert [menu.title() for menu in chapters] == list(library.CHAPTERS)
    names = [action.data() for menu in chapters for action in menu.actions()]
    assert sorted(names) == library.names()
    chapters[1].actions()[1].trigger()
    assert player.scenario == library.shipped(library.CHAPTERS["Landscapes"][1])


def test_that_the_gallery_begins_at_what_is_shown(parent: QWidget, qapp: QApplication) -> None:
    made = GalleryDialog(LIGHT, tr, Thumbnails(tr, parent), parent, "network-moons")
    made.show()
    for _ in range(3):
        qapp.processEvents()
    focused = made.focusWidget()
    assert isinstance(focused, GalleryCard)
    assert focused.name == "network-moons"
    top = focused.mapTo(made, QPoint(0, 0)).y()
    assert 0 <= top <= made.height() - focused.height()
    made.close()


def test_that_keys_lead_from_lesson_to_lesson_and_stop_at_the_ends(
    window: MainWindow, player: Player
) -> None:
    last = library.course()[-1]
    for name, key, then in (
        ("local-minimum", "next_lesson", "basins"), ("basins", "previous_lesson", "local-minimum"),
        ("formula", "next_lesson", "ravine"), (last, "next_lesson", last),
    ):  # fmt: skip
        window.document.show_shipped(name, ask=False)
        window.commands[key].trigger()
        assert player.scenario.title == library.shipped(then).title
    assert window.desk.docks["guide"].isVisible()
    player.open(replace(library.shipped("ravine"), title="My own"))
    window.commands["next_lesson"].trigger()
    assert player.scenario == library.shipped(library.course()[0])
