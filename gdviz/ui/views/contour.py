"""The map: the landscape of two parameters from above, and the runs' paths on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QToolButton, QWidget

from gdviz.engine.objective import Objective
from gdviz.frame import Frame
from gdviz.ui.language import Translate, plain
from gdviz.ui.numbers import shown
from gdviz.ui.theme import Theme
from gdviz.ui.views.captions import paint_axis_names
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.guess import GuessMark
from gdviz.ui.views.home import home
from gdviz.ui.views.insight import Insight
from gdviz.ui.views.layer_menu import LayerMenu
from gdviz.ui.views.level_numbers import LevelNumbers
from gdviz.ui.views.overlays import Overlays
from gdviz.ui.views.plane_menu import PlaneButton
from gdviz.ui.views.plot import Plot
from gdviz.ui.views.runs import Arrow, MapRuns
from gdviz.ui.views.sights import Sights
from gdviz.ui.views.starts import Starts
from gdviz.ui.views.terrain import BANDS, Layers, Terrain
from gdviz.ui.views.ticks import even
from gdviz.ui.views.view import View

REFINE_AFTER = 60  # ms between a gesture and the sharp picture


class ContourView(View):
    """Signals by the user's hand only.

    start_moved(index of the start, (x, y)) while a start is dragged; start_dropped() at its end;
    run_chosen(index of the lane) by a click on its head or path; guessed((x, y)) by a click or a drag while a
    place is asked for; search_chosen(points, box) from the menu.
    """

    start_moved = Signal(int, object)
    start_dropped = Signal()
    run_chosen = Signal(int)
    guessed = Signal(object)
    search_chosen = Signal(int, object)

    def __init__(
        self, theme: Theme, tr: Translate = plain, title: str = "Landscape", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tr, "view_contour", tr(title), parent)
        self._frame: Frame | None = None
        self._layers = Layers()
        self._overlays = Overlays(theme, tr)
        self._explored = self._settled = False
        self.plane_button = PlaneButton(theme, tr)
        self.head.add_widget(self.plane_button)
        self._add_layer_menu()
        self.head.add_icon("button_fit_contour", "fit", tr("Show all")).clicked.connect(self.fit)
        ticks = partial(even, least=theme.px(90))  # with equal scales as far apart both ways
        self._lay_out(Plot(theme, self, ticks, ticks))
        self._terrain, self._numbers, self._sights = Terrain(theme), LevelNumbers(theme), Sights(theme, tr)
        self._runs, self._starts = MapRuns(theme), Starts(theme, tr)
        self._guess = GuessMark(theme, tr)
        self._insight = Insight(theme, tr)
        self.plot.add_layer(self._terrain.paint)
        self.plot.add_layer(self._paint)
        self._refining = QTimer(self)
        self._refining.setSingleShot(True)
        self._refining.timeout.connect(self._go_on)
        self.plot.changed.connect(self._follow)
        self.plot.explored.connect(self._explore)
        self.plot.hovered.connect(self._show_place)

    def _add_layer_menu(self) -> None:
        tr = self._tr
        button = self.head.add_icon("button_layers", "layers", tr("Layers"))
        menu = LayerMenu(button)
        texts = {"ramp": tr("Blue bands"), "none": tr("No bands")}
        menu.add_choice("bands", [(key, texts.get(key, key)) for key in BANDS], "ramp")
        for key, text in (
            ("lines", tr("Level lines")), ("numbers", tr("Numbers")), ("arrows", tr("Arrows of the step")),
            ("insight", tr("What the method goes by")),
            ("future", tr("Steps to come")), ("field", tr("Gradient field")),
            ("equal", tr("Equal scales")),
        ):  # fmt: skip
            menu.add_switch(key, text, getattr(self._layers, key))
        self._overlays.add_switches(menu)
        self._menu = menu
        menu.chosen.connect(self._choose_layer)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    # What is shown

    def show_frame(self, frame: Frame) -> None:
        """Draw the runs as they are known now; another objective shows its own part of the plane."""
        old, self._frame = self._frame, frame
        if frame.objective.dimension < 2:
            return
        self._runs.show(frame)
        self._starts.show(frame)
        self._guess.show(frame)
        self._overlays.enable(self._menu, frame)
        self._insight.show(frame)
        if old is None or old.objective != frame.objective:
            self._terrain.show(frame.objective, self._layers)
            self._sights.show(frame.objective)
            self._explored = self._settled = False
        if not self._settled and not self._explored:
            # Once the beginnings of the paths are known the view stays: no map may move under the hand.
            self._settled = all(
                lane.known >= min(100, frame.steps) or (lane.last >= 0).all() for lane in frame.lanes
            )
            self.fit()
        elif self._terrain.lacking and not self._refining.isActive():
            self._refining.start(0)
        self.plot.repaint_layers()

    def show_arrows(self, arrows: Sequence[Arrow] | None) -> None:
        """The chosen run's step as terms (role, dx, dy), to be shown until the next frame; None: Δx alone."""
        self._runs.arrows = arrows
        self.plot.repaint_layers()

    @property
    def layers(self) -> Layers:
        return self._layers

    def show_layers(self, layers: Layers) -> None:
        """Draw these layers besides the runs."""
        before, self._layers = self._layers, layers
        if self._frame is not None:
            self._terrain.show(self._frame.objective, layers)
        if before.equal != layers.equal:
            self.fit()
        self.plot.repaint_layers()

    def fit(self) -> None:
        """Show minima, starts and paths."""
        if self._frame is None or self._frame.objective.dimension < 2:
            return
        self._explored = False
        low, high = home(self._frame)
        extent = self.plot.extent
        self._show((extent.fitted if self._layers.equal else extent.filled)(low, high, 0.08))

    def _show(self, extent: Extent) -> None:
        if extent != self.plot.extent:
            self.plot.show_extent(extent)
        if self._runs.long(extent) or not self._terrain.prepare(extent):
            self._refining.start(0)
        else:
            self._refine()

    def _choose_layer(self, key: str, value: object) -> None:
        asked = self._overlays.asked(key, value, self.plot.extent)
        if asked is not None:
            self.search_chosen.emit(*asked)
        else:
            self.show_layers(replace(self._layers, **{key: value}))  # type: ignore[arg-type]

    # Zooming, panning, resizing

    def _follow(self) -> None:
        extent = self.plot.extent
        dx, dy = extent.pixel
        if self._frame is None or (self._layers.equal and math.isclose(dx, dy, rel_tol=1e-9)):
            return
        if self._explored and not self._layers.equal:
            self._explore()
        elif self._explored:
            self._show(extent.around(*extent.center, max(dx, dy), max(dx, dy)))
        else:
            self.fit()

    def _explore(self) -> None:
        self._explored = True
        if not self._refining.isActive():
            self._refining.start(REFINE_AFTER)

    def _go_on(self) -> None:
        """Prepare long paths and costly ground in slices, with the old picture stretched in their place."""
        extent = self.plot.extent
        walked = not self._runs.long(extent) or self._runs.prepare(extent, self.plot.devicePixelRatioF())
        if self._terrain.prepare(extent) and walked:
            self._refine()
        else:
            self._refining.start(0)
            self.plot.repaint_layers()

    def finish(self) -> None:
        """Do at once what would go on in slices."""
        while self._refining.isActive():
            self._refining.stop()
            self._go_on()

    def _refine(self) -> None:
        self._refining.stop()
        self._terrain.refine(self.plot.extent)
        self.plot.repaint_layers()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on unseen."""
        self._refining.stop()
        super().hideEvent(event)

    def _show_place(self, point: tuple[float, float] | None) -> None:
        if point is None or self._frame is None or self._frame.objective.dimension < 2:
            self.head.show_numbers()
            return
        x, y = self._frame.objective.axes[:2] if not self._starts.fixed else ("→", "↑")
        f = _value(self._frame.objective, point)
        height = self._tr(shown(f, 3), "number")
        self.head.show_numbers([(x, shown(point[0])), (y, shown(point[1])), ("f", height)])

    # Painting

    def _paint(self, painter: QPainter, extent: Extent) -> None:
        frame = self._frame
        if frame is None or frame.objective.dimension < 2:
            return
        self._paint_numbers(painter, extent)
        self._overlays.paint_ground(painter, extent, frame, self._layers, self._terrain)
        paint_axis_names(painter, self._theme, extent, frame.objective.axes[0], frame.objective.axes[1])
        self._runs.paint_paths(painter, extent, self._refining.isActive(), self._layers.future)
        if self._layers.insight:
            self._insight.paint_map(painter, extent)
        heads = self._runs.heads(extent)
        free = self._runs.free_place(extent, self._starts.points)
        self._sights.paint(painter, extent, heads, free)
        self._starts.paint(painter, extent, self._runs.free_side(extent, self._starts.points), free)
        self._overlays.paint_above(painter, extent, frame, self._layers)
        self._runs.paint_heads(painter, extent, self._layers.arrows)
        self._guess.paint(painter, extent)

    def _paint_numbers(self, painter: QPainter, extent: Extent) -> None:
        marks = [*self._sights.places, *self._starts.points]
        key, paths = (self._runs.key, tuple(marks)), self._runs.beginnings()
        self._numbers.paint(painter, extent, self._terrain, paths, marks, key, self._starts.held is not None)

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
        """Choose the run whose head or path is here."""
        if self._guess.wanted:
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

    def _point(self, at: QPointF) -> tuple[float, float]:
        return self.plot.extent.pointed(at.x(), at.y())


def _value(objective: Objective, point: tuple[float, float]) -> float:
    with np.errstate(all="ignore"):
        return float(objective.value(np.array([point]))[0])
