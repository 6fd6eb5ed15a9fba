"""The map: the landscape of two parameters from above, and the runs' paths on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QWidget

from gdviz.engine.objective import Objective
from gdviz.frame import Frame
from gdviz.ui.language import Translate, plain
from gdviz.ui.numbers import shown
from gdviz.ui.theme import Theme
from gdviz.ui.views.captions import paint_axis_names
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.home import home
from gdviz.ui.views.landscape_view import LandscapeView
from gdviz.ui.views.level_numbers import LevelNumbers
from gdviz.ui.views.map_menu import map_menu
from gdviz.ui.views.plane_menu import PlaneButton
from gdviz.ui.views.plot import Plot
from gdviz.ui.views.runs import Arrow, MapRuns
from gdviz.ui.views.terrain import Layers, Terrain
from gdviz.ui.views.ticks import even

REFINE_AFTER = 60  # ms between a gesture and the sharp picture


class ContourView(LandscapeView):
    """Bands, level lines and numbers under the paths; sharp anew when the hand has come to rest."""

    def __init__(
        self, theme: Theme, tr: Translate = plain, title: str = "Landscape", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tr, "view_contour", tr(title), parent)
        self._layers = Layers()
        self._settled = False
        self._part: Extent | None = None
        self.plane_button = PlaneButton(theme, tr)
        self.head.add_folding(self.plane_button)
        button = self.head.add_icon("button_layers", "layers", tr("Layers"))
        self._menu = map_menu(button, tr, self._layers, self._overlays)
        self._menu.chosen.connect(self._choose_layer)
        self.head.add_icon("button_fit_contour", "fit", tr("Show all")).clicked.connect(self.fit)
        ticks = partial(even, least=theme.px(90))  # with equal scales as far apart both ways
        self._lay_out(Plot(theme, self, ticks, ticks))
        self._terrain, self._numbers = Terrain(theme), LevelNumbers(theme)
        self._runs: MapRuns = MapRuns(theme)
        self.basins.changed.connect(self._show_basins)
        self.plot.add_layer(self.basins.paint)
        self.plot.add_layer(self._terrain.paint)
        self.plot.add_layer(self._paint)
        self._refining = QTimer(self)
        self._refining.setSingleShot(True)
        self._refining.timeout.connect(self._go_on)
        self.plot.hovered.connect(self._show_place)

    # What is shown

    def show_frame(self, frame: Frame) -> None:
        """Draw the runs as they are known now; another objective shows its own part of the plane."""
        old, self._frame = self._frame, frame
        if frame.objective.dimension < 2:
            return
        self._show_marks(frame)
        self._show_ground()
        if old is None or old.objective != frame.objective:
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
            self._show_ground()
        self._menu.show_layers(layers)
        if before.equal != layers.equal:
            self.fit()
        self.plot.repaint_layers()

    def _show_ground(self) -> None:
        """Show the basins and the landscape; the tints of both would not go together."""
        assert self._frame is not None
        self.basins.show(self._frame, self._layers.basins)
        bare = replace(self._layers, bands="none") if self.basins.known else self._layers
        self._terrain.show(self._frame.objective, bare)

    def _show_basins(self) -> None:
        self._show_ground()
        self.plot.repaint_layers()

    def fit(self) -> None:
        """Show minima, starts and paths."""
        if self._frame is None or self._frame.objective.dimension < 2:
            return
        self._explored, self._part = False, None
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
            part = replace(self._part or extent, width=extent.width, height=extent.height)
            self._show(part.around(*part.center, max(part.pixel), max(part.pixel)))
        else:
            self.fit()

    @property
    def part(self) -> Extent | None:
        """What was zoomed to; with equal scales and other proportions more than that is seen."""
        return self._part or super().part

    def show_part(self, part: Extent) -> None:
        """It is kept until the hand chooses another: else each change of size would show more."""
        self._part = part
        super().show_part(part)

    def _explore(self) -> None:
        self._explored, self._part = True, None
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
        super().finish()

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
        numbers = [(x, shown(point[0])), (y, shown(point[1])), ("f", height)]
        self.head.show_numbers(self.basins.ending(point) + numbers)

    # Painting

    def _paint(self, painter: QPainter, extent: Extent) -> None:
        frame = self._frame
        if frame is None or frame.objective.dimension < 2:
            return
        self._paint_numbers(painter, extent)
        self._overlays.paint_ground(painter, extent, frame, self._layers, self._terrain)
        self.basins.paint_ends(painter, extent)
        paint_axis_names(painter, self._theme, extent, frame.objective.axes[0], frame.objective.axes[1])
        self._runs.paint_paths(painter, extent, self._refining.isActive(), self._layers.future)
        if self._layers.insight:
            self._insight.paint_map(painter, extent)
        heads = self._runs.heads(extent)
        free = self._runs.free_place(extent, self._starts.points)
        line = self.basins.paint_words(painter, extent.width, frame.objective.axes[1])
        self._sights.paint(painter, extent, heads, free)
        free.add_marks(heads, self._theme.px(12))
        self._starts.paint(painter, extent, self._runs.free_side(extent, self._starts.points), free)
        self._overlays.paint_above(painter, extent, frame, self._layers, line=line)
        self._runs.paint_heads(painter, extent, self._layers.arrows)
        self._guess.paint(painter, extent, free)

    def _paint_numbers(self, painter: QPainter, extent: Extent) -> None:
        marks = [*self._sights.places, *self._starts.points]
        key, paths = (self._runs.key, tuple(marks)), self._runs.beginnings()
        self._numbers.paint(painter, extent, self._terrain, paths, marks, key, self._starts.held is not None)

    def _point(self, at: QPointF) -> tuple[float, float]:
        return self.plot.extent.pointed(at.x(), at.y())


def _value(objective: Objective, point: tuple[float, float]) -> float:
    with np.errstate(all="ignore"):
        return float(objective.value(np.array([point]))[0])
