"""The gallery: every scenario by chapters, pictures that come one after another, keys, opening."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.ui.gallery import GalleryDialog
from gdviz.ui.gallery_card import elided_lines
from gdviz.ui.player import Player
from gdviz.ui.theme import LIGHT
from gdviz.ui.thumbnails import Thumbnails
from gdviz.ui.window import MainWindow


@pytest.fixture
def gallery(window: MainWindow) -> GalleryDialog:
    window.commands["gallery"].trigger()
    found = window.findChild(QDialog, "gallery")
    assert isinstance(found, GalleryDialog)
    return found


def test_that_it_opens_once_and_at_once_with_every_scenario(
    window: MainWindow, gallery: GalleryDialog
) -> None:
    assert sorted(gallery._cards) == library.names()
    assert not all(card.shown for card in gallery._cards.values())
    window.commands["gallery"].trigger()
    assert len(window.findChildren(GalleryDialog)) == 1
    assert not gallery.isModal()
    gallery.close()


def test_that_pictures_come_one_after_another_and_stop_unseen(
    window: MainWindow, gallery: GalleryDialog, qtbot: QtBot
) -> None:
    cards = list(gallery._cards.values())
    qtbot.waitUntil(lambda: cards[2].shown)
    assert not cards[-1].shown
    image = cards[0]._image
    assert image is not None
    assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 2
    thumbnails = window.findChild(Thumbnails)
    gallery.close()
    assert not thumbnails._timer.isActive()


def test_that_what_was_drawn_is_there_at_once_the_next_time(
    window: MainWindow, gallery: GalleryDialog, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: next(iter(gallery._cards.values())).shown)
    first = next(iter(gallery._cards.values()))._image
    gallery.close()
    QApplication.processEvents()
    window.commands["gallery"].trigger()
    again = window.tour._gallery()
    assert isinstance(again, GalleryDialog)
    qtbot.waitUntil(lambda: next(iter(again._cards.values())).shown)
    assert next(iter(again._cards.values()))._image is first
    again.close()


def test_that_arrows_move_and_enter_opens(
    window: MainWindow, gallery: GalleryDialog, player: Player, qtbot: QtBot
) -> None:
    cards = list(gallery._cards.values())
    for key, at in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, 0), (Qt.Key.Key_Left, 0), (Qt.Key.Key_End, -1),
                    (Qt.Key.Key_Home, 0), (Qt.Key.Key_Down, gallery._columns)):  # fmt: skip
        qtbot.keyClick(gallery.focusWidget(), key)
        assert gallery.focusWidget() is cards[at]
    name = cards[gallery._columns].name
    qtbot.keyClick(gallery.focusWidget(), Qt.Key.Key_Return)
    assert player.scenario == library.shipped(name)
    assert not gallery.isVisible()
    assert window.desk.docks["guide"].isVisible()


def test_that_a_double_click_opens_and_one_click_does_not(
    gallery: GalleryDialog, player: Player, qtbot: QtBot
) -> None:
    card = gallery._cards["zigzag"]
    before = player.scenario
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert player.scenario == before
    qtbot.mouseDClick(card, Qt.MouseButton.LeftButton)
    assert player.scenario == library.shipped("zigzag")


def test_that_columns_follow_the_width(gallery: GalleryDialog) -> None:
    gallery.resize(gallery._width(2) + 5, 500)
    assert gallery._columns == 2
    gallery.resize(gallery._width(5), 500)
    assert gallery._columns == 5
    gallery.close()


def test_that_another_language_renews_it(window: MainWindow, gallery: GalleryDialog) -> None:
    place = gallery.geometry()
    window._look.switch_language()
    again = window.tour._gallery()
    assert again is not None
    assert again.windowTitle() == "图库"
    assert again.geometry() == place
    again.close()
    window._look.switch_language()


def test_that_long_texts_end_in_an_ellipsis() -> None:
    font = LIGHT.font(12)
    lines = elided_lines("one two three four five six seven eight nine ten " * 3, font, 90, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert elided_lines("short", font, 90, 2) == ["short"]


def test_that_the_menu_lists_every_scenario_in_its_chapter(window: MainWindow, player: Player) -> None:
    chapters = [action.menu() for action in window._menus.submenus["<scenarios>"].actions()]
    assert [menu.title() for menu in chapters] == list(library.CHAPTERS)
    names = [action.data() for menu in chapters for action in menu.actions()]
    assert sorted(names) == library.names()
    chapters[1].actions()[1].trigger()
    assert player.scenario == library.shipped(library.CHAPTERS["Landscapes"][1])
