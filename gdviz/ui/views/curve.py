"""The curve: an objective of one parameter, and the runs that walk on it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from gdviz.engine.landscape import curve
from gdviz.frame import Frame
from gdviz.ui.language import Translate, plain
from gdviz.ui.numbers import shown
from gdviz.ui.theme import Theme
from gdviz.ui.views.basins import Basins
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.guess import GuessMark
from gdviz.ui.views.home import curve_home
from gdviz.ui.views.insight import Insight
from gdviz.ui.views.layer_menu import LayerMenu
from gdviz.ui.views.lines import FAR, line_path, near, to_paint
from gdviz.ui.views.marks import paint_axis_names, text_width
from gdviz.ui.views.overlays import Overlays
from gdviz.ui.views.plot import Plot
from gdviz.ui.views.sights import Sights
from gdviz.ui.views.starts import Starts
from gdviz.ui.views.ticks import even
from gdviz.ui.views.view import View
from gdviz.ui.views.walks import CurveRuns

ROOM_ABOVE, ROOM_BELOW, ROOM_ROW = 30, 42, 9  # pixels free over and under the curve, and for each run's row


@dataclass(frozen=True)
class CurveLayers:
    """What is drawn besides the curve and the heads."""

    slope: bool = True
    insight: bool = True
    stairs: bool = True
    rows: bool = True
    batch: bool = False
    samples: bool = False
    walk: bool = False
    basins: bool = False


class CurveView(View):
    """Signals by the user's hand only.

    start_moved(index of the start, (x,)) while a start is dragged; start_dropped() at its end;
    run_chosen(index of the lane) by a click on its head; guessed((x,)) by a click while a place is asked for;
    search_chosen(points, box) from the menu.
    """

    start_moved = Signal(int, object)
    start_dropped = Signal()
    run_chosen = Signal(int)
    guessed = Signal(object)
    search_chosen = Signal(int, object)

    def __init__(self, theme: Theme, tr: Translate = plain, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr, "view_curve", tr("Curve"), parent)
        self._frame: Frame | None = None
        self._layers = CurveLayers()
        self._overlays = Overlays(theme, tr)
        self._explored = False
        self._add_layer_menu()
        self.head.add_icon("button_fit_curve", "fit", tr("Show all")).clicked.connect(self.fit)
        x_ticks, y_ticks = (partial(even, least=theme.px(least)) for least in (80, 58))
        self._lay_out(Plot(theme, self, x_ticks, y_ticks))
        self._sights, self._starts = Sights(theme, tr), Starts(theme, tr)
        self._runs, self._guess = CurveRuns(theme), GuessMark(theme, tr)
        self._insight, self.basins = Insight(theme, tr), Basins(theme, tr, self)
        self.basins.changed.connect(self.plot.repaint_layers)
        self.plot.add_layer(self.basins.paint)
        self.plot.add_layer(self._paint)
        self.plot.add_layer(self._paint_heads)
        self.plot.changed.connect(self._follow)
        self.plot.explored.connect(self._explore)
        self.plot.hovered.connect(self._show_place)

    def _add_layer_menu(self) -> None:
        tr = self._tr
        button = self.head.add_icon("button_layers", "layers", tr("Layers"))
        menu = LayerMenu(button)
        menu.add_switch("slope", tr("Tangent and step"), True)
        menu.add_switch("insight", tr("What the method goes by"), True)
        menu.add_switch("stairs", tr("Stairs of the last steps"), True)
        menu.add_switch("rows", tr("Positions above the axis"), True)
        self._overlays.add_switches(menu)
        self._menu = menu
        menu.chosen.connect(self._choose_layer)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    # What is shown

    def show_frame(self, frame: Frame) -> None:
        """Draw the runs as they are known now; another objective shows its own part of the curve."""
        old, self._frame = self._frame, frame
        if frame.objective.dimension != 1:
            return
        self._runs.show(frame)
        self._starts.show(frame)
        self._guess.show(frame)
        self._overlays.enable(self._menu, frame)
        self._insight.show(frame)
        self.basins.show(frame, self._layers.basins)
        if old is None or old.objective != frame.objective:
            self._sights.show(frame.objective)
            self._explored = False
            self.fit()
        self.plot.repaint_layers()

    @property
    def layers(self) -> CurveLayers:
        return self._layers

    def show_layers(self, layers: CurveLayers) -> None:
        """Draw these besides the curve."""
        self._layers = layers
        if self._frame is not None:
            self.basins.show(self._frame, layers.basins)
            self._menu.check("basins", layers.basins)
        self.plot.repaint_layers()

    def finish(self) -> None:
        """Do at once what would go on in slices."""
        self.basins.finish(self.plot.extent)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on unseen."""
        self.basins.rest()
        super().hideEvent(event)

    def fit(self) -> None:
        """Show the customary range, the starts, and the curve there."""
        frame = self._frame
        if frame is None or frame.objective.dimension != 1:
            return
        self._explored = False
        (left, right), (low, high) = curve_home(frame, int(self.plot.extent.width))
        px = self._theme.px
        above, below = px(ROOM_ABOVE), px(ROOM_BELOW) + px(ROOM_ROW) * min(len(frame.lanes), 6)
        pixel = (high - low) / max(self.plot.extent.height - above - below, 40)
        made = replace(
            self.plot.extent, left=left, right=right, bottom=low - below * pixel, top=high + above * pixel
        )
        if made != self.plot.extent:
            self.plot.show_extent(made)

    def _choose_layer(self, key: str, value: object) -> None:
        asked = self._overlays.asked(key, value, self.plot.extent, flat=True)
        if asked is not None:
            self.search_chosen.emit(*asked)
        else:
            self.show_layers(replace(self._layers, **{key: bool(value)}))

    def _follow(self) -> None:
        if not self._explored:
            self.fit()

    def _explore(self) -> None:
        self._explored = True

    def _show_place(self, point: tuple[float, float] | None) -> None:
        if point is None or self._frame is None or self._frame.objective.dimension != 1:
            self.head.show_numbers()
            return
        with np.errstate(all="ignore"):
            f = float(self._frame.objective.value(np.array([[point[0]]]))[0])
        height = self._tr(shown(f, 3), "number")
        x = self._frame.objective.axes[0]
        self.head.show_numbers([*self.basins.ending(point), (x, shown(point[0])), ("f", height)])

    # Painting

    def _paint(self, painter: QPainter, extent: Extent) -> None:
        frame = self._frame
        if frame is None or frame.objective.dimension != 1:
            return
        sampled = curve(frame.objective, extent.left, extent.right, 2 * int(extent.width))
        line = extent.places(np.stack([sampled.x, sampled.y], axis=1))
        if np.nanmax(np.abs(line), initial=0.0) > FAR:
            line = near(line, extent)
        paint_axis_names(painter, self._theme, extent, frame.objective.axes[0], "f")
        pen = QPen(self._theme.color("ink", 0.75), 1.8 * self._theme.scale)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(line_path(to_paint(painter, line)), pen)

    def _paint_heads(self, painter: QPainter, extent: Extent) -> None:
        if self._frame is None or self._frame.objective.dimension != 1:
            return
        layers, runs = self._layers, self._runs
        self._overlays.paint_ground(painter, extent, self._frame, layers)
        if layers.rows:
            runs.paint_rows(painter, extent)
        self._sights.paint(painter, extent, runs.heads(extent))
        runs.paint_recent(painter, extent, layers.stairs)
        if layers.slope:
            runs.paint_tangent(painter, extent)
        if layers.insight:
            self._insight.paint_curve(painter, extent)
        self._starts.paint(painter, extent, self._start_side(extent))
        if layers.slope:
            runs.paint_step(painter, extent)
        line = self.basins.paint_words(painter, extent, "f")
        self._overlays.paint_above(painter, extent, self._frame, layers, line)
        runs.paint_heads(painter, extent)
        self._guess.paint(painter, extent)

    def _start_side(self, extent: Extent) -> str:
        """Where the name of the first start crosses neither the curve nor the stairs."""
        assert self._frame is not None
        if not self._starts.points:
            return "above"
        x, f = self._starts.points[0]
        with np.errstate(all="ignore"):
            slope = float(self._frame.objective.gradient(np.array([[x]]))[0, 0])
        dx, dy = extent.pixel
        steep = slope * dx / dy
        if not math.isfinite(steep) or abs(steep) < 1:
            return "above"
        across = extent.place(x, f)[0]
        room = text_width(self._tr("start"), self._theme.font(12, 500)) + self._theme.px(14)
        if steep > 0:
            return "right" if across + room < extent.width else "left"
        return "left" if across > room else "right"

    # The hand

    def press(self, at: QPointF) -> bool:
        """Take hold of a start."""
        self._starts.held = self._starts.at(self.plot.extent, at)
        return self._starts.held is not None

    def drag(self, at: QPointF) -> None:
        """Move the start along the curve; the window answers with a new frame."""
        if self._starts.held is not None:
            self.start_moved.emit(self._starts.held, self._point(at))

    def drop(self) -> None:
        """Let the start go."""
        self._starts.held = None
        self.start_dropped.emit()

    def click(self, at: QPointF) -> None:
        """Choose the run whose head is here."""
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
        if self._starts.points and self._starts.at(extent, at) is None and self._runs.at(extent, at) is None:
            self.start_moved.emit(0, self._point(at))
            self.start_dropped.emit()

    def hover(self, at: QPointF | None) -> Qt.CursorShape:
        """Starts grow under the mouse."""
        if self._starts.hover(self.plot.extent, at):
            self.plot.repaint_layers()
        return self._starts.cursor()

    def _point(self, at: QPointF) -> tuple[float]:
        """The parameter under the mouse, kept in the view and rounded to what a pixel can tell."""
        extent = self.plot.extent
        x = extent.value(min(max(at.x(), 0.0), extent.width), 0)[0]
        return (round(x, max(0, math.ceil(-math.log10(extent.pixel[0])))),)
