"""The curve: an objective of one parameter, and the runs that walk on it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from gdviz.engine.arrays import Array
from gdviz.engine.landscape import curve
from gdviz.frame import Frame
from gdviz.ui.language import Translate, plain
from gdviz.ui.numbers import shown
from gdviz.ui.theme import Theme
from gdviz.ui.views.captions import paint_axis_names, room_above
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace
from gdviz.ui.views.home import curve_home
from gdviz.ui.views.landscape_view import LandscapeView
from gdviz.ui.views.layer_menu import LayerMenu
from gdviz.ui.views.lines import FAR, line_path, near, to_paint
from gdviz.ui.views.marks import text_width
from gdviz.ui.views.plot import Plot
from gdviz.ui.views.ticks import even
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


class CurveView(LandscapeView):
    """The curve between its axes, the tangent where the chosen run stands, and the steps as stairs."""

    def __init__(self, theme: Theme, tr: Translate = plain, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr, "view_curve", tr("Curve"), parent)
        self._layers = CurveLayers()
        self._add_layer_menu()
        self.head.add_icon("button_fit_curve", "fit", tr("Show all")).clicked.connect(self.fit)
        x_ticks, y_ticks = (partial(even, least=theme.px(least)) for least in (90, 70))
        self._lay_out(Plot(theme, self, x_ticks, y_ticks))
        self._runs: CurveRuns = CurveRuns(theme)
        self.basins.changed.connect(self.plot.repaint_layers)
        self.plot.add_layer(self.basins.paint)
        self.plot.add_layer(self._paint)
        self.plot.add_layer(self._paint_heads)
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
        self._show_marks(frame)
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
        self._menu.show_layers(layers)
        self.plot.repaint_layers()

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
        line = self._line(extent)
        paint_axis_names(painter, self._theme, extent, frame.objective.axes[0], "f", line)
        pen = QPen(self._theme.color("ink", 0.75), 1.8 * self._theme.scale)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(line_path(to_paint(painter, line)), pen)

    def _line(self, extent: Extent) -> Array:
        """The curve in pixels."""
        assert self._frame is not None
        sampled = curve(self._frame.objective, extent.left, extent.right, 2 * int(extent.width))
        line = extent.places(np.stack([sampled.x, sampled.y], axis=1))
        return near(line, extent) if np.nanmax(np.abs(line), initial=0.0) > FAR else line

    def _free(self, extent: Extent) -> FreePlace:
        """Where names may stand among curve, heads and marks."""
        free, px = FreePlace(extent.width, extent.height), self._theme.px
        free.add_line(self._line(extent))
        if self._layers.insight:
            free.add_line(self._insight.curve_line(extent))
        if self._layers.rows:
            free.add_rect(self._runs.rows_area(extent))
        free.add_marks(self._runs.heads(extent), px(16))
        free.add_marks((extent.place(*point) for point in self._starts.points), px(16))
        return free

    def _paint_heads(self, painter: QPainter, extent: Extent) -> None:
        if self._frame is None or self._frame.objective.dimension != 1:
            return
        layers, runs, free = self._layers, self._runs, self._free(extent)
        self._overlays.paint_ground(painter, extent, self._frame, layers, free=free)
        self.basins.paint_ends(painter, extent)
        if layers.rows:
            runs.paint_rows(painter, extent)
        self._sights.paint(painter, extent, runs.heads(extent), free)
        runs.paint_recent(painter, extent, layers.stairs)
        if layers.slope:
            runs.paint_tangent(painter, extent, free)
        if layers.insight:
            self._insight.paint_curve(painter, extent, free)
        self._starts.paint(painter, extent, self._start_side(extent), free)
        if layers.slope:
            runs.paint_step(painter, extent, free)
        width = room_above(self._line(extent), extent.width, self._theme.px(46))
        line = self.basins.paint_words(painter, width, "f")
        self._overlays.paint_above(painter, extent, self._frame, layers, width, line)
        runs.paint_heads(painter, extent)
        self._guess.paint(painter, extent, free)

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

    def _point(self, at: QPointF) -> tuple[float]:
        return self.plot.extent.pointed(at.x(), at.y())[:1]
