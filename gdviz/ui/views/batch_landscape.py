"""The loss of the samples that the chosen run's step uses: a faint curve, or faint level lines."""

from __future__ import annotations

from collections.abc import Sequence

import contourpy
import numpy as np
from PySide6.QtGui import QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.frame import Frame
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import FAR, line_path, near, to_paint

CELL = 6.0  # pixels between two samples
NUMBERS = 1_500_000  # that a picture may take; for larger batches it is coarser
FEWEST = 12  # samples along a side
OPACITY = 0.55


def batch_of(frame: Frame) -> np.ndarray | None:
    """The numbers of the samples (b,) of the chosen run's step; None where it uses all, or there are none."""
    lane = frame.lanes[frame.chosen]
    terms = lane.task.objective.terms
    if lane.task.batches.full(terms):
        return None
    return lane.task.batches.samples(lane.at(frame.step), terms, lane.task.seed)


class BatchLandscape:
    """What was computed of a batch is kept as long as batch and view stay the same."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._key: object = None
        self._lines: list[Array] = []

    def paint(self, painter: QPainter, extent: Extent, frame: Frame, levels: Sequence[float]) -> None:
        """The curve of one parameter; of two the lines at these levels."""
        index, lane = batch_of(frame), frame.lanes[frame.chosen]
        if index is None or not lane.shown:
            return
        key = (frame.objective, extent, index.tobytes(), tuple(levels))
        if key != self._key:
            flat = frame.objective.dimension == 1
            self._lines = [_curve(frame, extent, index)] if flat else _cut(frame, extent, index, levels)
            self._key = key
        theme = self._theme
        pen = QPen(theme.color(theme.run(lane.slot).color, OPACITY), theme.scale)
        for line in self._lines:
            places = extent.places(line)
            if np.fmax.reduce(np.abs(places), axis=None, initial=0.0) > FAR:
                places = near(places, extent)
            painter.strokePath(line_path(to_paint(painter, places)), pen)


def _values(frame: Frame, x: Array, index: np.ndarray) -> Array:
    with np.errstate(all="ignore"):
        f = np.array(frame.objective.batch_value(x, index))
    f[~np.isfinite(f)] = np.nan
    return f


def _curve(frame: Frame, extent: Extent, index: np.ndarray) -> Array:
    most = NUMBERS // (frame.objective.term_cost * len(index))
    x = np.linspace(extent.left, extent.right, max(min(int(extent.width / 3), most), FEWEST))
    return np.stack([x, _values(frame, x[:, None], index)], axis=1)


def _cut(frame: Frame, extent: Extent, index: np.ndarray, levels: Sequence[float]) -> list[Array]:
    most = np.sqrt(NUMBERS / (frame.objective.term_cost * len(index)))
    across, up = (max(int(min(side / CELL, most)), FEWEST) for side in (extent.width, extent.height))
    x, y = np.linspace(extent.left, extent.right, across), np.linspace(extent.bottom, extent.top, up)
    grid = np.array([np.tile(x, up), np.repeat(y, across)]).T
    z = _values(frame, grid, index).reshape(up, across)
    cut = contourpy.contour_generator(
        x, y, np.ma.masked_invalid(z), line_type=contourpy.LineType.ChunkCombinedNan
    )
    found = [cut.lines(level)[0][0] for level in levels]
    return [np.asarray(points) for points in found if points is not None]
