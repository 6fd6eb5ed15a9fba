"""Where a name on a plot covers least of what is drawn there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from gdviz.engine.arrays import Array

FAR = 1e5  # pixels: parts of lines that lead farther are left out
GRAIN = 3.0  # pixels between the points that stand for a line
FARTHER = 0.6  # what each later candidate costs: as much as to cover so many points of a line
OUTSIDE = 200.0
ON_RECT = 40.0

Spot = tuple[QPointF, Qt.AlignmentFlag]  # where a text stands as `paint_text` takes it


def text_rect(spot: Spot, text: str, font: QFont) -> QRectF:
    """The room that letters with a halo take."""
    at, align = spot
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 4, metrics.capHeight() + 6
    part = {Qt.AlignmentFlag.AlignHCenter: 0.5, Qt.AlignmentFlag.AlignRight: 1.0}.get(align, 0.0)
    return QRectF(at.x() - part * (width - 4) - 2, at.y() - height / 2, width, height)


def dense(line: Array) -> Array:
    """Points (m, 2) at most GRAIN apart along a polyline (n, 2) in pixels with nan between its parts."""
    with np.errstate(all="ignore"):
        near: np.ndarray = np.all(np.abs(line) < FAR, axis=1)
        start, way = line[:-1], np.diff(line, axis=0)
    sound = near[:-1] & near[1:]
    start, way = start[sound], way[sound]
    counts = np.clip(np.ceil(np.hypot(way[:, 0], way[:, 1]) / GRAIN), 1, 2000).astype(np.int64)
    first = np.repeat(np.cumsum(counts) - counts, counts)
    part = (np.arange(len(first)) - first) / np.repeat(counts, counts)
    points = np.repeat(start, counts, axis=0) + part[:, None] * np.repeat(way, counts, axis=0)
    return np.concatenate([points, line[-1:][near[-1:]]])


class FreePlace:
    """What is drawn in an area of `width` × `height` pixels, and where among it a text may stand."""

    def __init__(self, width: float, height: float) -> None:
        self._area = QRectF(0, 0, width, height)
        self._points: list[Array] = []  # not yet among the columns
        self._columns: Array = np.empty((2, 0))
        self._rects: list[QRectF] = []

    def add_line(self, line: Array) -> None:
        """A polyline (n, 2)."""
        self._points.append(self.inside(dense(line)))

    def inside(self, points: Array) -> Array:
        """Those of the points (n, 2) that lie in the area."""
        far = [self._area.width(), self._area.height()]
        return points[(points >= 0).all(axis=1) & (points <= far).all(axis=1)]

    def add_points(self, points: Array) -> None:
        """Marks (n, 2)."""
        self._points.append(points)

    def add_rect(self, rect: QRectF) -> None:
        """Something that no text should touch."""
        self._rects.append(rect)

    def add_marks(self, places: Iterable[tuple[float, float]], size: float) -> None:
        """Marks that no text should touch, of so many pixels."""
        self._rects += [QRectF(x - size / 2, y - size / 2, size, size) for x, y in places]

    def cost(self, rect: QRectF) -> float:
        """How much a text there would cover."""
        if self._points:  # in columns, which are compared much faster
            self._columns = np.concatenate([self._columns, *(points.T for points in self._points)], axis=1)
            self._points.clear()
        across, down = self._columns
        inside = (across > rect.left()) & (across < rect.right())
        inside &= (down > rect.top()) & (down < rect.bottom())
        found = OUTSIDE * (not self._area.contains(rect)) + ON_RECT * sum(map(rect.intersects, self._rects))
        return found + float(np.count_nonzero(inside))

    def best(self, spots: Sequence[Spot], text: str, font: QFont, farther: float = FARTHER) -> Spot:
        """The spot that costs least, the first of them if it is free; taken from now on."""
        least, chosen, taken = np.inf, spots[0], QRectF()
        for i, spot in enumerate(spots):
            if farther * i >= least:
                break
            rect = text_rect(spot, text, font)
            cost = self.cost(rect) + farther * i
            if cost < least:
                least, chosen, taken = cost, spot, rect
        self._rects.append(taken)
        return chosen
