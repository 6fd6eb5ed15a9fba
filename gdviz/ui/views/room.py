"""The room in which a surface stands: floor, back walls, axes with ticks and names."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from gdviz.engine.arrays import Array
from gdviz.ui.theme import Theme
from gdviz.ui.views.marks import HALO, paint_text
from gdviz.ui.views.projection import TALL
from gdviz.ui.views.scene import GROUND, Scene
from gdviz.ui.views.ticks import even

Point = tuple[float, float, float]

TICK, GAP = 4.0, 6.0  # pixels: length of a tick, from its end to its number
NAME = 30.0  # pixels from an axis to its name
LEAST_FLOOR, LEAST_WALL = 44.0, 26.0  # pixels between ticks


class Room:
    """Paints what surrounds the surface of one scene."""

    def __init__(self, theme: Theme, scene: Scene) -> None:
        self._theme, self._scene = theme, scene
        projection = scene.projection
        # The corner of the floor next to the eye, and the one where both back walls meet.
        self._half = projection.half_x, projection.half_y
        (a, b), eye = self._half, projection.eye
        self._near = -a if eye[0] < 0 else a, -b if eye[1] < 0 else b
        self._back = -self._near[0], -self._near[1]

    def _places(self, points: Sequence[Sequence[float]] | Array) -> Array:
        return self._scene.projection.places(np.asarray(points, float))

    def _polygon(self, painter: QPainter, points: Sequence[Sequence[float]]) -> None:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in self._places(points).tolist()]))

    # The floor and the walls

    def paint_walls(self, painter: QPainter, grid: bool) -> None:
        """Edges of the floor and of both back walls; with `grid` also lines at the ticks."""
        (a, b), (back_x, back_y) = self._half, self._back
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("border"), self._theme.scale))
        self._polygon(painter, [(-a, -b, 0), (a, -b, 0), (a, b, 0), (-a, b, 0)])
        self._polygon(painter, [(back_x, -b, 0), (back_x, b, 0), (back_x, b, TALL), (back_x, -b, TALL)])
        self._polygon(painter, [(-a, back_y, 0), (a, back_y, 0), (a, back_y, TALL), (-a, back_y, TALL)])
        if grid:
            painter.setPen(QPen(self._theme.color("ink", 0.10), self._theme.scale))
            painter.strokePath(self._grid(), painter.pen())

    def _grid(self) -> QPainterPath:
        (near_x, near_y), (back_x, back_y) = self._near, self._back
        path = QPainterPath()
        bends = [
            *([(x, near_y, 0), (x, back_y, 0), (x, back_y, TALL)] for (x, _, _), _ in self._floor_ticks(0)),
            *([(near_x, y, 0), (back_x, y, 0), (back_x, y, TALL)] for (_, y, _), _ in self._floor_ticks(1)),
            *(
                [(near_x, back_y, z), (back_x, back_y, z), (back_x, near_y, z)]
                for (_, _, z), _ in self._wall_ticks()
            ),
        ]
        for bend in bends:
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in self._places(bend).tolist()]))
        return path

    # The axes

    def paint_axes(self, painter: QPainter, names: tuple[str, str, str]) -> None:
        """x and y along the floor's near edges, f up the outermost edge at the left."""
        theme, floor = self._theme, self._places([(0, 0, 0)])[0]
        name_font, muted = theme.font(13, 500, italic=True), theme.color("muted")
        for side in (0, 1):
            start, end = self._places(self._floor_edge(side))
            out = _outwards(start, end, floor)
            self._axis(painter, start, end, out, self._floor_ticks(side))
            middle = (start + end) / 2 + out * NAME * theme.scale
            self._text(painter, middle, out, names[side], name_font)
        x, y = self._upright()
        foot, top = self._places([(x, y, 0), (x, y, TALL)])
        self._axis(painter, foot, top, np.array([-1.0, 0.0]), self._wall_ticks())
        room = QFontMetricsF(name_font).horizontalAdvance(names[2]) + theme.px(4)  # none is cut at the edge
        at = QPointF(max(top[0] + theme.px(4), room), top[1] - theme.px(14))
        paint_text(
            painter, at, names[2], name_font, muted,
            theme.color("halo", HALO), Qt.AlignmentFlag.AlignRight,
        )  # fmt: skip

    def _axis(
        self, painter: QPainter, start: Array, end: Array, out: Array, ticks: list[tuple[Point, str]]
    ) -> None:
        theme = self._theme
        pen = QPen(theme.color("border2"), theme.scale)
        painter.setPen(pen)
        painter.drawLine(QPointF(*start), QPointF(*end))
        for point, text in ticks:
            place = self._places([point])[0]
            tip = place + out * TICK * theme.scale
            painter.setPen(pen)
            painter.drawLine(QPointF(*place), QPointF(*tip))
            self._text(painter, tip + out * GAP * theme.scale, out, text, theme.font(11))

    def _text(self, painter: QPainter, at: Array, out: Array, text: str, font: QFont) -> None:
        """A text whose nearest edge is at a place, outwards from there."""
        metrics = QFontMetricsF(font)
        half = metrics.horizontalAdvance(text) / 2
        middle = at + out * [half, metrics.capHeight() / 2]
        edge = half + self._theme.px(4)
        middle[0] = max(min(middle[0], self._scene.projection.width - edge), edge)
        muted = self._theme.color("muted")
        paint_text(painter, QPointF(*middle), text, font, muted, None, Qt.AlignmentFlag.AlignHCenter)

    # Where the axes and their ticks are in the room

    def _floor_edge(self, side: int) -> tuple[Point, Point]:
        """The floor's edge next to the eye along x (side 0) or y (1)."""
        (a, b), (near_x, near_y) = self._half, self._near
        return ((-a, near_y, 0.0), (a, near_y, 0.0)) if side == 0 else ((near_x, -b, 0.0), (near_x, b, 0.0))

    def _upright(self) -> tuple[float, float]:
        """Where the axis of f stands: of the two corners where a wall ends, the left one."""
        (near_x, near_y), (back_x, back_y) = self._near, self._back
        corners = [(near_x, back_y), (back_x, near_y)]
        left, right = self._places([(*corner, 0.0) for corner in corners])[:, 0]
        return corners[0] if left <= right else corners[1]

    def _floor_ticks(self, side: int) -> list[tuple[Point, str]]:
        relief, half = self._scene.relief, self._half[side]
        low, high = (relief.x_range, relief.y_range)[side]
        start, end = self._floor_edge(side)
        ticks = even(low, high, self._length(start, end), self._theme.px(LEAST_FLOOR))
        placed = [((tick.value - low) / (high - low) * 2 * half - half, tick.text) for tick in ticks]
        return [((at, start[1], 0.0) if side == 0 else (start[0], at, 0.0), text) for at, text in placed]

    def _wall_ticks(self) -> list[tuple[Point, str]]:
        x, y = self._upright()
        length = self._length((x, y, 0.0), (x, y, TALL))
        ticks = self._scene.relief.scale.ticks(length, self._theme.px(LEAST_WALL))
        return [((x, y, (GROUND + (1 - GROUND) * tick.value) * TALL), tick.text) for tick in ticks]

    def _length(self, start: Point, end: Point) -> float:
        """Pixels between two points."""
        first, last = self._places([start, end])
        return math.hypot(*(last - first))


def _outwards(start: Array, end: Array, middle: Array) -> Array:
    """The direction (2,) at right angles to a line of pixels that leads away from a place."""
    along = end - start
    out: Array = np.array([along[1], -along[0]]) / max(math.hypot(*along), 1e-9)
    return -out if out @ ((start + end) / 2 - middle) < 0 else out
