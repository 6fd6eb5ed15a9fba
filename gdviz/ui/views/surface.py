"""The surface: the landscape of two parameters in three dimensions, and the runs' paths on it."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gdviz.engine.arrays import Array
from gdviz.engine.landscape import Range, prepare
from gdviz.engine.objective import Objective
from gdviz.frame import Frame
from gdviz.ui.language import Translate, plain
from gdviz.ui.numbers import shown
from gdviz.ui.theme import Theme
from gdviz.ui.views.basins import Basins
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.facets import FINEST
from gdviz.ui.views.head import ViewHead
from gdviz.ui.views.home import home
from gdviz.ui.views.layer_menu import LayerMenu
from gdviz.ui.views.overlays import allow_basins
from gdviz.ui.views.plane_menu import PlaneButton
from gdviz.ui.views.relief import CELLS, LEVEL_PIXELS, relief
from gdviz.ui.views.surface_canvas import SurfaceCanvas
from gdviz.ui.views.surface_runs import SurfaceRuns

AROUND = 0.04  # of the sides of what is worth seeing, free on each side
SLIMMEST = 0.62  # the shorter side, in parts of the longer
FINE = 2 * CELLS * FINEST  # pixels: cells of basins are 2, as fine as the parts of a cell


class SurfaceView(QWidget):
    """Signals by the user's hand only.

    start_moved(index of the start, (x, y)) while a start is dragged; start_dropped() at its end;
    run_chosen(index of the lane) by a click on its head or path; basins_chosen(bool) from the menu.
    """

    start_moved = Signal(int, object)
    start_dropped = Signal()
    run_chosen = Signal(int)
    basins_chosen = Signal(bool)

    def __init__(
        self, theme: Theme, tr: Translate = plain, title: str = "Surface", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._tr = theme, tr
        self._frame: Frame | None = None
        self._settled = False
        self._extent: Extent | None = None  # what is shown, as fine as basins are looked for
        self._wanted: tuple[Objective, Range, Range] | None = None  # what is still being sampled
        self._sampling = QTimer(self)
        self._sampling.setSingleShot(True)
        self._sampling.timeout.connect(self._go_on)
        self.setObjectName("view_surface")
        self.setAccessibleName(tr(title))
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.color("plot"))
        self.setPalette(palette)

        self.head = ViewHead(theme, tr(title))
        self.plane_button = PlaneButton(theme, tr)
        self.head.add_folding(self.plane_button)
        self._menu = self._layers()
        self.head.add_icon("button_fit_surface", "fit", tr("Show all")).clicked.connect(self.fit)
        self._runs = SurfaceRuns(theme, tr)
        self.basins = Basins(theme, tr, self)
        self.basins.changed.connect(self._tint)
        self._tints = False  # whether basins are asked for
        self._runs.basins = self.basins
        self.canvas = SurfaceCanvas(theme, self._runs.paint, self._runs.grab)
        self.canvas.setObjectName("canvas_surface")
        self.canvas.setAccessibleName(tr(title))
        self.canvas.setAccessibleDescription(
            tr("Dragging or the arrow keys turn it, the wheel or + and − zoom, a double click resets it.")
        )
        self.canvas.clicked.connect(self._click)
        self.canvas.hovered.connect(self._show_place)
        self.canvas.dragged.connect(self._drag)
        self.canvas.dropped.connect(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.canvas, 1)

    def _layers(self) -> LayerMenu:
        button = self.head.add_icon("button_layers_surface", "layers", self._tr("Layers"))
        menu = LayerMenu(button)
        menu.add_switch("basins", self._tr("Basins"), False)
        menu.chosen.connect(self._choose_layer)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return menu

    def _choose_layer(self, key: str, on: object) -> None:
        self.basins_chosen.emit(bool(on))
        self.show_basins(bool(on))

    # What is shown

    def show_basins(self, on: bool) -> None:
        """Tint the surface by where the chosen run would end from each place, or not."""
        self._tints = on
        self._menu.check("basins", on)
        self._tint()

    def _tint(self) -> None:
        frame = self._frame
        if frame is None or frame.objective.dimension < 2:
            return
        self.basins.show(frame, self._tints)
        extent, seen = self._extent, self.isVisible()
        self.canvas.show_tints(None if extent is None else self.basins.tinted(extent, seen))

    def show_frame(self, frame: Frame) -> None:
        """Draw the runs as they are known now; another objective shows its own part of the plane."""
        old, self._frame = self._frame, frame
        if frame.objective.dimension < 2:
            return
        self._runs.show(frame)
        allow_basins(self._menu, frame, self._tr)
        if old is None or old.objective != frame.objective:
            self._settled = False
            if old is None or type(old.objective) is not type(frame.objective):
                self.canvas.look_at(_wanted(frame))
        if not self._settled:
            # Once the beginnings of the paths are known the ground stays as it is.
            self._settled = all(
                lane.known >= min(100, frame.steps) or (lane.last >= 0).all() for lane in frame.lanes
            )
            self._show_part()
        elif self._wanted is not None and not self._sampling.isActive():
            self._sampling.start(0)
        self._tint()
        self.canvas.update()

    def fit(self) -> None:
        """Show minima, starts and paths, all in sight, from the same side."""
        if self._frame is not None and self._frame.objective.dimension >= 2:
            self._show_part()
            self.canvas.show_camera(self.canvas.camera.centered())

    def finish(self) -> None:
        """Do at once what would go on in slices."""
        while self._sampling.isActive():
            self._sampling.stop()
            self._go_on()
        if self._extent is not None:
            self.basins.finish(self._extent)
            self._tint()

    def showEvent(self, event: QShowEvent) -> None:
        """What did not go on unseen goes on."""
        super().showEvent(event)
        self._tint()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on unseen."""
        self._sampling.stop()
        self.basins.rest()
        super().hideEvent(event)

    def show_grid(self, on: bool) -> None:
        """Lines at the ticks on the floor and the back walls."""
        self.canvas.show_grid(on)

    def paint_scene(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the picture without its head in `rect` of any painter; without pixels as vectors."""
        self.canvas.paint_scene(painter, rect)

    def _show_part(self) -> None:
        assert self._frame is not None
        self._wanted = (self._frame.objective, *_part(self._frame))
        self._go_on()

    def _go_on(self) -> None:
        """Sample what takes long in slices, with the old ground in its place."""
        if self._wanted is None:
            return
        if not prepare(*self._wanted, LEVEL_PIXELS, LEVEL_PIXELS)[1]:
            self._sampling.start(0)
            return
        (objective, *part), self._wanted = self._wanted, None
        name = "f"
        if objective.scale == "log":
            lowest = objective.lowest()
            name = f"{name if lowest is not None and abs(lowest) < 1e-12 else 'f − f*'}  ({self._tr('log')})"
        ground = partial(relief, objective, *part)
        self.canvas.show_relief(ground, (objective.axes[0], objective.axes[1], name))
        (left, right), (bottom, top) = part
        pixel = max(right - left, top - bottom) / FINE
        self._extent = Extent(left, right, bottom, top, (right - left) / pixel, (top - bottom) / pixel)
        self._tint()

    # The hand

    def _drag(self, at: QPointF) -> None:
        """Move the start to the point of the surface that is seen here; beside it, it stays."""
        scene = self.canvas.scene(self.canvas.width(), self.canvas.height())
        point = None if scene is None else scene.at(at.x(), at.y())
        if scene is None or point is None or self._runs.start is None:
            return
        left, right = scene.relief.x_range
        digits = max(0, math.ceil(-math.log10((right - left) / max(self.canvas.width(), 1))))
        self.start_moved.emit(self._runs.start, tuple(round(x, digits) for x in point))

    def _drop(self) -> None:
        self._runs.start = None
        self.canvas.update()
        self.start_dropped.emit()

    def _click(self, at: QPointF) -> None:
        scene = self.canvas.scene(self.canvas.width(), self.canvas.height())
        run = None if scene is None else self._runs.at(scene, at)
        if run is not None:
            self.run_chosen.emit(run)

    def _show_place(self, at: QPointF | None) -> None:
        scene = None if at is None else self.canvas.scene(self.canvas.width(), self.canvas.height())
        point = None if scene is None or at is None else scene.at(at.x(), at.y())
        if point is None or self._frame is None:
            self.head.show_numbers()
            return
        x, y = self._frame.objective.axes[:2]
        with np.errstate(all="ignore"):
            f = float(self._frame.objective.value(np.array([point]))[0])
        height = self._tr(shown(f, 3), "number")
        numbers = [(x, shown(point[0])), (y, shown(point[1])), ("f", height)]
        self.head.show_numbers(self.basins.ending(point) + numbers)


def _wanted(frame: Frame) -> Array:
    """What should be in sight: minima and starts (k, 2)."""
    starts = [start[:2] for lane in frame.lanes[:1] for start in lane.task.starts[:20]]
    return np.array([point[:2] for point in frame.objective.minima[:20]] + starts).reshape(-1, 2)


def _part(frame: Frame) -> tuple[Range, Range]:
    """The part of the plane that is shown: the box, what else is worth seeing, and a little more."""
    first, last = home(frame)
    box = np.array(frame.objective.box[:2], dtype=np.float64).T
    low, high = np.minimum(first, box[0]), np.maximum(last, box[1])
    size = (high - low) * (1 + 2 * AROUND)
    size = np.maximum(size, size.max() * SLIMMEST)
    middle = low / 2 + high / 2
    (left, bottom), (right, top) = (middle - size / 2).tolist(), (middle + size / 2).tolist()
    return (left, right), (bottom, top)
