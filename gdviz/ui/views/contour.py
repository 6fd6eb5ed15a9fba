"""The map: the landscape of two parameters from above, and the runs' paths on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gdviz.engine.objective import Objective
from gdviz.frame import Frame
from gdviz.ui.language import Translate, plain
from gdviz.ui.numbers import shown
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.head import ViewHead
from gdviz.ui.views.home import home
from gdviz.ui.views.layer_menu import LayerMenu
from gdviz.ui.views.marks import paint_axis_names, paint_name, paint_start
from gdviz.ui.views.paths import FULL_ROWS
from gdviz.ui.views.plot import Plot
from gdviz.ui.views.runs import Arrow, MapRuns
from gdviz.ui.views.sights import Sights
from gdviz.ui.views.terrain import BANDS, Layers, Terrain
from gdviz.ui.views.ticks import even

REFINE_AFTER = 60  # ms between a gesture and the sharp picture
GRAB = 13.0  # pixels round a start that take hold of it


class ContourView(QWidget):
    """Signals by the user's hand only.

    start_moved(index of the start, (x, y)) while a start is dragged; start_dropped() at its end;
    run_chosen(index of the lane) by a click on its head or path.
    """

    start_moved = Signal(int, object)
    start_dropped = Signal()
    run_chosen = Signal(int)

    def __init__(
        self, theme: Theme, tr: Translate = plain, title: str = "Landscape", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._tr = theme, tr
        self._frame: Frame | None = None
        self._layers = Layers()
        self._explored = self._settled = False
        self._held: int | None = None
        self._hot: int | None = None
        self.setObjectName("view_contour")
        self.setAccessibleName(tr(title))
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.color("plot"))
        self.setPalette(palette)

        self.head = ViewHead(theme, tr(title))
        self._add_layer_menu()
        self.head.add_icon("button_fit_contour", "fit", tr("Show all")).clicked.connect(self.fit)
        self.plot = Plot(
            theme, self, partial(_ticks, least=theme.px(80)), partial(_ticks, least=theme.px(58))
        )
        self.plot.setAccessibleName(tr(title))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.plot, 1)

        self._terrain, self._sights = Terrain(theme), Sights(theme, tr)
        self._runs = MapRuns(theme)
        self.plot.add_layer(self._terrain.paint)
        self.plot.add_layer(self._paint)
        self._refining = QTimer(self)
        self._refining.setSingleShot(True)
        self._refining.setInterval(REFINE_AFTER)
        self._refining.timeout.connect(self._refine)
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
            ("future", tr("Steps to come")), ("field", tr("Gradient field")),
        ):  # fmt: skip
            menu.add_switch(key, text, getattr(self._layers, key))
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
        self._layers = layers
        if self._frame is not None:
            self._terrain.show(self._frame.objective, layers)
        self.plot.repaint_layers()

    def fit(self) -> None:
        """Show minima, starts and paths."""
        if self._frame is None or self._frame.objective.dimension < 2:
            return
        self._explored = False
        low, high = home(self._frame)
        self._show(self.plot.extent.fitted(low, high, 0.08))

    def _show(self, extent: Extent) -> None:
        if extent != self.plot.extent:
            self.plot.show_extent(extent)
        self._refine()

    def _choose_layer(self, key: str, value: object) -> None:
        self.show_layers(replace(self._layers, **{key: value}))  # type: ignore[arg-type]

    # Zooming, panning, resizing

    def _follow(self) -> None:
        extent = self.plot.extent
        dx, dy = extent.pixel
        if self._frame is None or math.isclose(dx, dy, rel_tol=1e-9):
            return
        if self._explored:
            self._show(extent.around(*extent.center, max(dx, dy), max(dx, dy)))
        else:
            self.fit()

    def _explore(self) -> None:
        self._explored = True
        if not self._refining.isActive():
            self._refining.start()

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
        x, y = self._frame.objective.axes[:2]
        f = _value(self._frame.objective, point)
        self.head.show_numbers([(x, shown(point[0])), (y, shown(point[1])), ("f", shown(f, 3))])

    # Painting

    def _paint(self, painter: QPainter, extent: Extent) -> None:
        frame = self._frame
        if frame is None or frame.objective.dimension < 2:
            return
        paint_axis_names(painter, self._theme, extent, *frame.objective.axes[:2])
        self._runs.paint_paths(painter, extent, self._refining.isActive(), self._layers.future)
        heads = self._runs.heads(extent)
        self._sights.paint(painter, extent, heads)
        self._paint_starts(painter, extent, heads)
        self._runs.paint_heads(painter, extent, self._layers.arrows)

    def _starts(self) -> Sequence[Sequence[float]]:
        if self._frame is None or not self._frame.lanes or self._frame.objective.dimension < 2:
            return ()
        starts = self._frame.lanes[0].task.starts
        return starts if len(starts) <= FULL_ROWS else starts[:1]

    def _paint_starts(self, painter: QPainter, extent: Extent, heads: list[tuple[float, float]]) -> None:
        for i, start in enumerate(self._starts()):
            at = QPointF(*extent.place(start[0], start[1]))
            if i == 0 and extent.holds(at.x(), at.y()):
                side = self._runs.free_side(extent, at.x())
                paint_name(painter, self._theme, at, self._tr("start"), side)
            paint_start(painter, self._theme, at, i in (self._held, self._hot))

    # The hand

    def _start_at(self, at: QPointF) -> int | None:
        places = [self.plot.extent.place(start[0], start[1]) for start in self._starts()]
        gaps = [math.hypot(x - at.x(), y - at.y()) for x, y in places]
        nearest = min(range(len(gaps)), key=gaps.__getitem__, default=None)
        return nearest if nearest is not None and gaps[nearest] <= GRAB * self._theme.scale else None

    def press(self, at: QPointF) -> bool:
        """Take hold of a start."""
        self._held = self._start_at(at)
        return self._held is not None

    def drag(self, at: QPointF) -> None:
        """Move the start; the window answers with a new frame."""
        if self._held is not None:
            self.start_moved.emit(self._held, self._point(at))

    def drop(self) -> None:
        """Let the start go."""
        self._held = None
        self.start_dropped.emit()

    def click(self, at: QPointF) -> None:
        """Choose the run whose head or path is here."""
        run = self._runs.at(self.plot.extent, at)
        if run is not None:
            self.run_chosen.emit(run)

    def double_click(self, at: QPointF) -> None:
        """Put the first start here, where nothing else is."""
        if self._start_at(at) is None and self._starts() and self._runs.at(self.plot.extent, at) is None:
            self.start_moved.emit(0, self._point(at))
            self.start_dropped.emit()

    def hover(self, at: QPointF | None) -> Qt.CursorShape:
        """Starts grow under the mouse."""
        hot = None if at is None else self._start_at(at)
        if hot != self._hot:
            self._hot = hot
            self.plot.repaint_layers()
        if self._held is not None:
            return Qt.CursorShape.ClosedHandCursor
        return Qt.CursorShape.OpenHandCursor if hot is not None else Qt.CursorShape.CrossCursor

    def _point(self, at: QPointF) -> tuple[float, float]:
        """The point under the mouse, kept in the view and rounded to what a pixel can tell."""
        extent = self.plot.extent
        area = QRectF(0, 0, extent.width, extent.height)
        across = min(max(at.x(), area.left()), area.right())
        down = min(max(at.y(), area.top()), area.bottom())
        x, y = extent.value(across, down)
        digits = max(0, math.ceil(-math.log10(extent.pixel[0])))
        return round(x, digits), round(y, digits)


def _ticks(low: float, high: float, length: float, least: float) -> list:  # type: ignore[type-arg]
    return even(low, high, length, least)


def _value(objective: Objective, point: tuple[float, float]) -> float:
    with np.errstate(all="ignore"):
        return float(objective.value(np.array([point]))[0])
