"""What the chosen run's method goes by at the step shown: model, probes, directions, simplex."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QPainter

from gdviz.engine.arrays import Array
from gdviz.engine.explanation.step import Explanation
from gdviz.frame import Frame, Lane
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.directions import Directions, DirectionsPainter, directions
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace
from gdviz.ui.views.model import Model, ModelPainter, model
from gdviz.ui.views.probes import Probes, ProbesPainter, probes
from gdviz.ui.views.simplex import Simplex, SimplexPainter, simplex


class Insight:
    """Worked out once for each step that is explained; drawn for the chosen run alone, while it goes on."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        self._theme = theme
        self._models, self._probed = ModelPainter(theme, tr("model")), ProbesPainter(theme)
        self._simplices, self._directed = SimplexPainter(theme, tr), DirectionsPainter(theme)
        self._lane: Lane | None = None
        self._why: Explanation | None = None
        self.model: Model | None = None
        self.probes: Probes | None = None
        self.directions: Directions | None = None
        self.simplex: Simplex | None = None

    def show(self, frame: Frame) -> None:
        """Take the step of the chosen run's first start; nothing where it is hidden, or has no next step."""
        lane, why = frame.lanes[frame.chosen], frame.explanation
        goes_on = lane.shown and frame.step < lane.known and not 0 <= lane.last[0] <= frame.step
        self._lane = lane if goes_on else None
        if why is self._why or not goes_on:
            return
        self._why = why
        dimension = frame.objective.dimension
        self.model, self.probes = model(why, dimension), probes(why, dimension)
        self.directions, self.simplex = directions(why, dimension), simplex(why, dimension)

    def paint_curve(self, painter: QPainter, extent: Extent, free: FreePlace) -> None:
        """On a curve."""
        if self._lane is None:
            return
        style = self._theme.run(self._lane.slot)
        if self.model is not None:
            self._models.paint_curve(painter, extent, self.model, style, free)
        if self.probes is not None:
            self._probed.paint_curve(painter, extent, self.probes, style)

    def curve_line(self, extent: Extent) -> Array:
        """The line (n, 2) in pixels that the model has on a curve."""
        known = self.model if self._lane is not None else None
        return np.empty((0, 2)) if known is None else known.line(extent)

    def paint_map(self, painter: QPainter, extent: Extent) -> None:
        """On a map."""
        if self._lane is None:
            return
        style = self._theme.run(self._lane.slot)
        if self.simplex is not None:
            self._simplices.paint(painter, extent, self.simplex, style)
        if self.model is not None:
            self._models.paint_map(painter, extent, self.model, style)
        if self.directions is not None:
            self._directed.paint(painter, extent, self.directions, style)
        if self.probes is not None:
            self._probed.paint_map(painter, extent, self.probes, style)
