"""A relief seen by a camera: where its points appear, which cell covers which pixel, what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from gdviz.engine.arrays import Array
from gdviz.ui.views.projection import TALL, Projection
from gdviz.ui.views.relief import FINER, Relief

WALL = 0xFFFFF0  # the number of what is no cell but a cut
GROUND = 0.03  # of the height: the surface hovers that much over the floor
LARGEST = 4096  # pixels of the mask along a side


class Scene:
    """A relief on the pixels of a projection; a coarse one has a quarter of the cells.

    Cells are numbered row by row; `order` lists the visible ones from the farthest to the nearest.
    """

    def __init__(self, relief: Relief, projection: Projection, coarse: bool = False) -> None:
        self.relief, self.projection, self.coarse = relief, projection, coarse
        self._every = FINER * (2 if coarse else 1)
        heights = self.relief_heights = relief.corners[:: self._every // FINER, :: self._every // FINER]
        x, y = relief.x[:: self._every], relief.y[:: self._every]
        self.shape = len(y) - 1, len(x) - 1
        grid = np.stack([*np.broadcast_arrays(x[None, :], y[:, None])], axis=-1)
        self.corners = self.room(grid, heights)
        self.corner_places = projection.places(self.corners)
        self.order = self._sorted()

    # Coordinates

    def room(self, points: Array, heights: Array) -> Array:
        """Points of the plane (…, 2) at heights (…,) in [0, 1] → points of the room (…, 3)."""
        (left, right), (bottom, top) = self.relief.x_range, self.relief.y_range
        half = max(right - left, top - bottom) / 2
        room = np.empty((*points.shape[:-1], 3))
        room[..., 0] = (points[..., 0] - (left / 2 + right / 2)) / half
        room[..., 1] = (points[..., 1] - (bottom / 2 + top / 2)) / half
        room[..., 2] = (GROUND + (1 - GROUND) * heights) * TALL
        return room

    def places(self, points: Array) -> Array:
        """Points of the plane (k, 2) → their pixels (k, 2) on the surface; nan where there is none."""
        return self.projection.places(self.room(points, self.relief.heights(points)))

    def inside(self, points: Array) -> NDArray[np.bool_]:
        """Whether points of the plane (k, 2) lie in the part that is shown."""
        low = np.array([self.relief.x[0], self.relief.y[0]])
        high = np.array([self.relief.x[-1], self.relief.y[-1]])
        inside: NDArray[np.bool_] = np.all((points >= low) & (points <= high), axis=-1)
        return inside

    # Cells

    def _sorted(self) -> NDArray[np.int64]:
        """Cells by the distance from the eye on the ground: exact, since no cell stands above another."""
        corners = self.corners
        middles = (corners[1:, 1:, :2] + corners[:-1, :-1, :2]) / 2
        away = np.hypot(*np.moveaxis(middles - self.projection.eye[:2], -1, 0)).ravel()
        order = np.argsort(-away, kind="stable")
        z = corners[..., 2]
        whole = np.isfinite(z[1:, 1:] + z[:-1, 1:] + z[1:, :-1] + z[:-1, :-1]).ravel()
        return order[whole[order]]

    @cached_property
    def polygons(self) -> list[QPolygonF]:
        """The cells' outlines in pixels, in their order."""
        p = self.corner_places
        cells = np.stack([p[:-1, :-1], p[:-1, 1:], p[1:, 1:], p[1:, :-1]], axis=2).reshape(-1, 4, 2)
        return [QPolygonF([QPointF(x, y) for x, y in cell]) for cell in cells[self.order].tolist()]

    @cached_property
    def walls(self) -> list[tuple[bool, QPolygonF]]:
        """Cuts through the ground below the near edges: whether one lies along x, and its outline."""
        return [*self._cut(True), *self._cut(False)]

    @cached_property
    def far_rims(self) -> list[Array]:
        """The far edges as lines (k, 3) of x, y and height, nan where there is no surface."""
        x, y = self.relief.x[:: self._every], self.relief.y[:: self._every]
        column, row = (0 if side > 0 else -1 for side in self.projection.eye[:2])
        z = self.relief_heights
        return [
            np.column_stack([x, np.full(len(x), y[row]), z[row]]),
            np.column_stack([np.full(len(y), x[column]), y, z[:, column]]),
        ]

    def _cut(self, along_x: bool) -> Iterator[tuple[bool, QPolygonF]]:
        far = -1 if self.projection.eye[1 if along_x else 0] > 0 else 0
        rim = self.corners[far] if along_x else self.corners[:, far]
        foot = rim * [1.0, 1.0, 0.0]
        whole = np.flatnonzero(np.isfinite(rim[:, 2]))
        for part in np.split(whole, np.flatnonzero(np.diff(whole) > 1) + 1):
            if len(part) > 1:
                outline = np.concatenate([rim[part], foot[part[[-1, 0]]]])
                places = self.projection.places(np.nan_to_num(outline))
                yield along_x, QPolygonF([QPointF(x, y) for x, y in places.tolist()])

    @cached_property
    def mask(self) -> NDArray[np.int64]:
        """The cell that is seen at each pixel (height, width), -1 for none, WALL for a cut."""
        width = min(max(int(self.projection.width), 1), LARGEST)
        height = min(max(int(self.projection.height), 1), LARGEST)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.setPen(Qt.PenStyle.NoPen)
        for cell, polygon in zip(self.order.tolist(), self.polygons, strict=True):
            painter.setBrush(QColor.fromRgb(cell + 1))
            painter.drawPolygon(polygon)
        painter.setBrush(QColor.fromRgb(WALL + 1))
        for _, polygon in self.walls:
            painter.drawPolygon(polygon)
        painter.end()
        pixels = np.frombuffer(image.bits(), np.uint32).reshape(height, width)
        return (pixels & 0xFFFFFF).astype(np.int64) - 1

    @cached_property
    def _rank(self) -> NDArray[np.int64]:
        rank = np.full(self.shape[0] * self.shape[1], -1, np.int64)
        rank[self.order] = np.arange(len(self.order))
        return rank

    def _cells(self, points: Array) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Row and column (k,) of the cells that points of the plane (k, 2) lie in, or nearest to."""
        (left, right), (bottom, top) = self.relief.x_range, self.relief.y_range
        m, n = self.shape
        across = _kept((points[:, 0] - left) * (n / (right - left)), n - 1.0)
        along = _kept((points[:, 1] - bottom) * (m / (top - bottom)), m - 1.0)
        return along.astype(np.int64), across.astype(np.int64)

    def hidden(self, points: Array, places: Array) -> NDArray[np.bool_]:
        """Whether a nearer part of the surface covers points of the plane (k, 2) at their pixels."""
        if not len(points):
            return np.zeros(0, dtype=bool)
        mask, n = self.mask, self.shape[1]
        height, width = mask.shape
        across, down = places[:, 0], places[:, 1]
        seen = (across >= 0) & (across < width) & (down >= 0) & (down < height)
        column = _kept(across, width - 1.0).astype(np.int64)
        row = _kept(down, height - 1.0).astype(np.int64)
        cover = np.where(seen, mask[row, column], -1)
        wall = cover == WALL
        cover[wall] = -1
        along, over = self._cells(points)
        nearer = self._rank[cover] > self._rank[along * n + over]
        # A point's own cell and its neighbours don't hide it: their edges are rounded to pixels.
        apart = (np.abs(cover // n - along) > 1) | (np.abs(cover % n - over) > 1)
        hidden: NDArray[np.bool_] = (cover >= 0) & nearer & apart
        if wall.any():  # and what lies on the upper edge of a cut belongs to the surface
            hidden |= wall & (mask[np.maximum(row - 2, 0), column] == WALL)
        return hidden

    def at(self, across: float, down: float) -> tuple[float, float] | None:
        """The point of the plane that is seen at a pixel; None where there is no surface."""
        height, width = self.mask.shape
        if not (0 <= across < width and 0 <= down < height):
            return None
        cell = int(self.mask[int(down), int(across)])
        if cell < 0 or cell == WALL:
            return None
        j, i = divmod(cell, self.shape[1])
        corners = self.corner_places[j : j + 2, i : i + 2].reshape(4, 2)
        u, v = _within(corners, np.array([across, down]))
        m, n = self.shape
        (left, right), (bottom, top) = self.relief.x_range, self.relief.y_range
        return left + (i + u) / n * (right - left), bottom + (j + v) / m * (top - bottom)


def _kept(values: Array, most: float) -> Array:
    """Values kept in [0, most], nan as 0."""
    kept: Array = np.fmin(np.fmax(values, 0.0), most)
    return kept


def _within(corners: Array, place: Array) -> tuple[float, float]:
    """How far across and along a cell (4, 2) a pixel lies, each in [0, 1]: Newton's method."""
    a, b, c, d = corners  # at (0, 0), (1, 0), (0, 1), (1, 1)
    u = v = 0.5
    for _ in range(6):
        off = a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v - place
        across, along = b - a + (a - b - c + d) * v, c - a + (a - b - c + d) * u
        area = across[0] * along[1] - across[1] * along[0]
        if abs(area) < 1e-9:
            break
        u = min(max(u - (off[0] * along[1] - off[1] * along[0]) / area, 0.0), 1.0)
        v = min(max(v - (across[0] * off[1] - across[1] * off[0]) / area, 0.0), 1.0)
    return float(u), float(v)
