"""What curve and map have in common: starts that the hand moves, a place that it guesses, runs it chooses."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from gdviz.engine.objective import Point
from gdviz.frame import Frame
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.basins import Basins
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.guess import GuessMark
from gdviz.ui.views.insight import Insight
from gdviz.ui.views.layer_menu import LayerMenu
from gdviz.ui.views.overlays import Overlays
from gdviz.ui.views.sights import Sights
from gdviz.ui.views.starts import Starts
from gdviz.ui.views.view import View


class Runs(Protocol):
    """The runs as a view draws them."""

    def show(self, frame: Frame) -> None:
        """Take the newest recordings."""

    def at(self, extent: Extent, at: QPointF) -> int | None:
        """The run of which something is drawn here."""


class LandscapeView(View):
    """Signals by the user's hand only; a point has one coordinate on a curve and two on a map.

    start_moved(index of the start, point) while a start is dragged; start_dropped() at its end;
    run_chosen(index of the lane) by a click on what is drawn of it; guessed(point) by a click or a drag while
    a place is asked for; search_chosen(points, box) from the menu.
    """

    start_moved = Signal(int, object)
    start_dropped = Signal()
    run_chosen = Signal(int)
    guessed = Signal(object)
    search_chosen = Signal(int, object)

    _runs: Runs
    _menu: LayerMenu

    def __init__(self, theme: Theme, tr: Translate, name: str, title: str, parent: QWidget | None) -> None:
        super().__init__(theme, tr, name, title, parent)
        self._frame: Frame | None = None
        self._overlays, self._insight = Overlays(theme, tr), Insight(theme, tr)
        self.basins = Basins(theme, tr, self)
        self._sights, self._starts, self._guess = Sights(theme, tr), Starts(theme, tr), GuessMark(theme, tr)

    def _show_marks(self, frame: Frame) -> None:
        """Take what is drawn upon the landscape from a frame, whose objective this view can show."""
        self._runs.show(frame)
        self._starts.show(frame)
        self._guess.show(frame)
        self._overlays.enable(self._menu, frame)
        self._insight.show(frame)

    def finish(self) -> None:
        """Do at once what would go on in slices."""
        self.basins.finish(self.plot.extent)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on unseen."""
        self.basins.rest()
        super().hideEvent(event)

    @abstractmethod
    def _point(self, at: QPointF) -> Point:
        """The point meant by the mouse at these pixels."""

    # The hand

    def press(self, at: QPointF) -> bool:
        """Take hold of the guess, or of a start."""
        if self._guess.take(self.plot.extent, at):
            return True
        self._starts.held = self._starts.at(self.plot.extent, at)
        return self._starts.held is not None

    def drag(self, at: QPointF) -> None:
        """Move what is held; the window answers with a new frame."""
        if self._guess.held:
            self.guessed.emit(self._point(at))
        if self._starts.held is not None:
            self.start_moved.emit(self._starts.held, self._point(at))

    def drop(self) -> None:
        """Let it go."""
        if not self._guess.let_go():
            self._starts.held = None
            self.start_dropped.emit()

    def click(self, at: QPointF) -> None:
        """Guess the place here where one is asked for, or choose the run that is drawn here."""
        if self._guess.wanted:
            if self.plot.extent.holds(at.x(), at.y()):  # and not on an axis, which means no place
                self.guessed.emit(self._point(at))
            return
        run = self._runs.at(self.plot.extent, at)
        if run is not None:
            self.run_chosen.emit(run)

    def double_click(self, at: QPointF) -> None:
        """Put the first start here, where nothing else is."""
        extent = self.plot.extent
        if self._guess.wanted:
            return  # the first of the two clicks has put the guess here
        known = self._starts.points and not self._starts.fixed
        if known and self._starts.at(extent, at) is None and self._runs.at(extent, at) is None:
            self.start_moved.emit(0, self._point(at))
            self.start_dropped.emit()

    def hover(self, at: QPointF | None) -> Qt.CursorShape:
        """Starts grow under the mouse; the guess can be taken."""
        if self._starts.hover(self.plot.extent, at):
            self.plot.repaint_layers()
        return self._guess.cursor(self.plot.extent, at) or self._starts.cursor()
