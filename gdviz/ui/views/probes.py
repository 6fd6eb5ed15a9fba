"""What a line search looked at: its ray, the lengths it probed on it, and the one it took."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.engine.explanation.step import Explanation
from gdviz.engine.line_search.ray import ACCEPTED
from gdviz.ui.theme import RunStyle, Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import paint_cut
from gdviz.ui.views.marks import HALO, paint_cross

BEYOND = 1.06  # of the longest probe: so far the ray is drawn
MOST = 24  # probes that are drawn, the latest
FIELDS = {"p", "alpha", "lengths", "values", "failed"}


class Probes(NamedTuple):
    """points (n, d) on the ray, losses (n,), which were accepted (n,); start (d,) and end (d,) of the ray."""

    points: Array
    losses: Array
    accepted: np.ndarray
    start: Array
    end: Array


def probes(why: Explanation, dimension: int) -> Probes | None:
    """What the search of a step looked at; None for methods that do not search, or in more dimensions."""
    memory = why.next_memory
    if not set(memory) >= FIELDS or dimension > 2 or why.x.shape != (dimension,) or not why.change.any():
        return None
    used = np.flatnonzero(np.isfinite(memory["lengths"]))[-MOST:]
    if not used.size:
        return None
    lengths, p = memory["lengths"][used], memory["p"]
    taken = lengths == memory["alpha"][0]
    accepted = (memory["failed"][used] == ACCEPTED) | taken
    points = why.x + lengths[:, None] * p
    return Probes(points, memory["values"][used], accepted, why.x, why.x + BEYOND * lengths.max() * p)


class ProbesPainter:
    """Paints probes: refused ones as crosses, the accepted one filled in the run's colour."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint_map(self, painter: QPainter, extent: Extent, seen: Probes, style: RunStyle) -> None:
        """The ray from the iterate, and the probes on it."""
        pen = QPen(self._theme.color("ink", 0.55), self._theme.scale)
        pen.setDashPattern([2.0, 3.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        ray = extent.places(np.stack([seen.start, seen.end]))
        if np.isfinite(ray).all():
            painter.setPen(pen)
            paint_cut(painter, ray, extent)
        self._paint(painter, extent, seen.points, seen.accepted, style)

    def paint_curve(self, painter: QPainter, extent: Extent, seen: Probes, style: RunStyle) -> None:
        """The probes on the curve."""
        self._paint(painter, extent, np.stack([seen.points[:, 0], seen.losses], axis=1), seen.accepted, style)

    def _paint(
        self, painter: QPainter, extent: Extent, points: Array, accepted: np.ndarray, style: RunStyle
    ) -> None:
        theme, radius = self._theme, 3.6 * self._theme.scale
        for (x, y), good in zip(extent.places(points).tolist(), accepted.tolist(), strict=True):
            if not extent.holds(x, y, 6):
                continue
            at = QPointF(x, y)
            if not good:
                paint_cross(painter, theme, at, theme.color("muted"), theme.px(7))
                continue
            painter.setPen(QPen(theme.color("halo", HALO), 2 * theme.scale))
            painter.setBrush(theme.color(style.color))
            painter.drawEllipse(at, radius, radius)
