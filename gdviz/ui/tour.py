"""Joins guide, gallery and questions to the window: what they ask for, and what waits for an answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMainWindow

from gdviz import library
from gdviz.frame import Frame
from gdviz.ui.actions import Actions
from gdviz.ui.desk import Desk
from gdviz.ui.document import Document
from gdviz.ui.language import tr
from gdviz.ui.page import Page
from gdviz.ui.player import Player
from gdviz.ui.suspense import Suspense
from gdviz.ui.theme import Theme
from gdviz.ui.time_bar import TimeBar

TIME = ("play", "step", "step_back", "step_10", "step_back_10", "first", "last", "reset")  # wait for a guess


class Tour(QObject):
    """Takes every frame, so that time is locked while a question is open, and what tells until it is told."""

    def __init__(
        self, window: QMainWindow, theme: Theme, player: Player, document: Document, desk: Desk, page: Page,
        actions: Actions, time_bar: TimeBar,
    ) -> None:  # fmt: skip
        super().__init__(desk)
        self._window, self._player, self._document, self._desk = window, player, document, desk
        self._actions, self._time_bar, self._theme = actions, time_bar, theme
        self._locked, self._suspense = False, Suspense(actions, tr)
        page.guessed.connect(player.guess)
        desk.guide.guessed.connect(player.guess)
        desk.guide.skipped.connect(player.skip)
        desk.guide.asked.connect(player.ask)
        actions["guide"].triggered.connect(desk.turn_guide)
        desk.docks["guide"].toggleViewAction().enabledChanged.connect(actions["guide"].setEnabled)
        actions["gallery"].triggered.connect(self.show_gallery)
        actions["next_lesson"].triggered.connect(partial(self._go_on, 1))
        actions["previous_lesson"].triggered.connect(partial(self._go_on, -1))
        self._renew_gallery()

    def show_gallery(self) -> None:
        """Open the gallery, or bring it to the front."""
        from gdviz.ui.gallery import GalleryDialog  # not before it is wanted: a start needs none of it
        from gdviz.ui.thumbnails import Thumbnails

        gallery = self._gallery()
        if gallery is None:
            thumbnails = self._window.findChild(Thumbnails) or Thumbnails(tr, self._window)
            here = library.titled(self._player.scenario.title)
            gallery = GalleryDialog(self._theme, tr, thumbnails, self._window, here)
            gallery.chosen.connect(self._open)
        gallery.show()
        gallery.raise_()
        gallery.activateWindow()

    def _gallery(self) -> QDialog | None:
        """The gallery, if it is open."""
        found = self._window.findChildren(QDialog, "gallery")
        return next((dialog for dialog in found if dialog.isVisible()), None)

    def _renew_gallery(self) -> None:
        """An open gallery from before a change of theme or language gives way to a new one."""
        old = self._gallery()
        if old is not None:
            place = old.geometry()
            old.close()
            self.show_gallery()
            new = self._gallery()
            assert new is not None
            new.setGeometry(place)

    def _go_on(self, way: int) -> None:
        """Open the lesson after the one that is shown, or the one before."""
        title = self._player.scenario.title
        name = library.beside(title, way)
        if name != library.titled(title):
            self._open(name)

    def _open(self, name: str) -> None:
        self._desk.show_guide()
        self._document.show_shipped(name)

    def show_frame(self, frame: Frame) -> None:
        """Lock and unlock as the question stands."""
        asked = frame.prediction
        self._suspense.show(asked)
        self._lock(asked is not None and asked.locked)

    def _lock(self, on: bool) -> None:
        if on == self._locked:
            return
        self._locked = on
        reason = tr("Answer the question in the guide first, or skip it") if on else ""
        for name in TIME:
            self._actions[name].setStatusTip(reason)
            self._actions[name].setEnabled(not on)
        self._time_bar.lock(on)
