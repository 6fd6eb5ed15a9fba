"""The quadratic model that the chosen run's step is taken from: a parabola on a curve, ellipses on a map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.engine.explanation.step import Explanation
from gdviz.ui.theme import RunStyle, Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace
from gdviz.ui.views.lines import paint_cut
from gdviz.ui.views.marks import HALO, paint_hollow, paint_text, text_width

POINTS = 181  # of a line
LEVELS = (1.0, 0.25)  # of the height of the iterate above the model's stationary point
DASH = (5.0, 3.0)
OPACITY = 0.8
SMALLEST = 9.0  # pixels: what is smaller than this lies under the head
SINGULAR = 1e-12  # smallest part of the largest curvature that still counts as one


@dataclass(frozen=True, eq=False)
class Model:
    """q(x + p) = f + gᵀp + ½ pᵀMp, for x, g (d,) and M (d, d) with d = 1 or 2."""

    x: Array
    f: float
    g: Array
    matrix: Array

    @cached_property
    def vertex(self) -> Array:
        """Its stationary point (d,)."""
        return np.asarray(self.x - np.linalg.solve(self.matrix, self.g))

    @cached_property
    def height(self) -> float:
        """q(x) - q at the vertex: negative where the model is a hill."""
        away = self.x - self.vertex
        return float(away @ self.matrix @ away) / 2

    def values(self, x: Array) -> Array:
        """q at points (n,) of a line."""
        p = x - self.x[0]
        return np.asarray(self.f + self.g[0] * p + self.matrix[0, 0] * p * p / 2)

    def line(self, extent: Extent) -> Array:
        """The parabola (n, 2) in pixels."""
        x = np.linspace(extent.left, extent.right, max(int(extent.width / 2), 2))
        with np.errstate(all="ignore"):
            line = extent.places(np.stack([x, self.values(x)], axis=1))
        return np.asarray(line[np.isfinite(line).all(axis=1)])

    def level(self, part: float, reach: float) -> list[Array]:
        """The points (n, 2) at `part` of its height: an ellipse, or two branches as far as `reach`."""
        curvatures, axes = np.linalg.eigh(self.matrix)
        squares = 2 * part * self.height / curvatures
        if (squares > 0).all():
            turn = np.linspace(0, 2 * np.pi, POINTS)
            round_ = np.stack([np.cos(turn), np.sin(turn)], axis=1)
            return [self.vertex + (round_ * np.sqrt(squares)) @ axes.T]
        first = int(np.argmax(squares))  # along this axis the branches lie apart
        half = np.sqrt(np.abs(squares))
        if not half.min() > 0:
            return []
        t = np.linspace(-1, 1, POINTS) * np.arcsinh(reach / half.min())
        branch = np.empty((POINTS, 2))
        branch[:, first], branch[:, 1 - first] = half[first] * np.cosh(t), half[1 - first] * np.sinh(t)
        return [self.vertex + branch @ axes.T, self.vertex - branch @ axes.T]


@np.errstate(all="ignore")
def model(why: Explanation, dimension: int) -> Model | None:
    """The model that a step comes from; None without one, in more dimensions, or where it has no vertex.

    Where the step was taken with the gradient of a batch, or with noise, the full objective's model is not
    what it came from, and there is none either.
    """
    if why.hessian is None or dimension > 2 or why.x.shape != (dimension,):
        return None
    matrix = why.optimizer.model(why.hessian, why.next_memory)
    if matrix is None or not np.isfinite(matrix).all() or not np.isfinite([*why.gradient, why.f]).all():
        return None
    curvatures = np.abs(np.linalg.eigvalsh(matrix))
    if not curvatures.min() > SINGULAR * max(curvatures.max(), 1e-300):
        return None
    made = Model(why.x, why.f, why.gradient, matrix)
    whole, length = made.vertex - why.x, float(np.linalg.norm(why.change))
    off = why.change - whole * (why.change @ whole) / max(float(whole @ whole), 1e-300)
    used = why.rate if np.isfinite(why.rate) else None
    wrong = np.linalg.norm(why.change - used * whole) if used is not None else np.linalg.norm(off)
    return made if length > 0 and wrong <= 1e-4 * length and np.isfinite(made.height) else None


class ModelPainter:
    """Paints a model in a run's colour."""

    def __init__(self, theme: Theme, name: str) -> None:
        self._theme, self._name = theme, name

    def _pen(self, style: RunStyle, width: float) -> QPen:
        pen = QPen(self._theme.color(style.color, OPACITY), width * self._theme.scale)
        pen.setDashPattern(DASH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def paint_curve(
        self, painter: QPainter, extent: Extent, shown: Model, style: RunStyle, free: FreePlace
    ) -> None:
        """The parabola, its vertex as a hollow mark, its name."""
        line = shown.line(extent)
        if len(line) < 2:
            return
        painter.setPen(self._pen(style, 1.5))
        paint_cut(painter, line, extent)
        self._paint_vertex(painter, extent, (float(shown.vertex[0]), shown.f - shown.height), style)
        self._paint_curve_name(painter, extent, line, float(extent.x(shown.x)[0]), style, free)

    def _paint_curve_name(
        self, painter: QPainter, extent: Extent, line: Array, head: float, style: RunStyle, free: FreePlace
    ) -> None:
        """Beside the arm that ends farther from the head, a little inside the area."""
        theme, edge = self._theme, self._theme.px(24)
        inside = (line[:, 1] > edge) & (line[:, 1] < extent.height - 2 * edge)
        room = text_width(self._name, theme.font(12, 600)) + theme.px(16)
        inside &= (line[:, 0] > room) & (line[:, 0] < extent.width - room)
        if not inside.any():
            return
        ends = line[inside][[0, -1]]
        end = ends[int(np.argmax(np.abs(ends[:, 0] - head)))]
        left = end[0] < head
        align = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        beside = QPointF(float(end[0]) + theme.px(-8 if left else 8), float(end[1]))
        spots = [(beside + QPointF(0, theme.px(down)), align) for down in (0, 14, -14, 24, -24)]
        at, align = free.best(spots, self._name, theme.font(12, 600))
        self._paint_name(painter, at, style, align)

    def paint_map(self, painter: QPainter, extent: Extent, shown: Model, style: RunStyle) -> None:
        """The level through the iterate and one nearer to the vertex, the vertex, the name."""
        corners = np.array([[x, y] for x in (extent.left, extent.right) for y in (extent.bottom, extent.top)])
        reach = float(np.linalg.norm(corners - shown.vertex, axis=1).max())
        lines: list[Array] = []
        with np.errstate(all="ignore"):
            for part in LEVELS:
                lines += [extent.places(line) for line in shown.level(part, reach)]
        lines = [line for line in lines if np.isfinite(line).all() and np.ptp(line, axis=0).max() > SMALLEST]
        painter.setPen(self._pen(style, 1.3))
        for line in lines:
            paint_cut(painter, line, extent)
        x, y = shown.vertex.tolist()
        self._paint_vertex(painter, extent, (x, y), style)
        self._paint_map_name(painter, extent, lines, style)

    def _paint_map_name(
        self, painter: QPainter, extent: Extent, lines: list[Array], style: RunStyle
    ) -> None:
        """Where the outermost line stands highest in the area."""
        low = np.array([self._theme.px(40), self._theme.px(22)])
        high = np.array([extent.width, extent.height]) - low
        for line in lines[:2]:
            free = ((line > low) & (line < high)).all(axis=1)
            if free.any():
                x, y = line[free][int(np.argmin(line[free][:, 1]))].tolist()
                at = QPointF(x, y - self._theme.px(10))
                self._paint_name(painter, at, style, Qt.AlignmentFlag.AlignHCenter)
                return

    def _paint_vertex(
        self, painter: QPainter, extent: Extent, point: tuple[float, float], style: RunStyle
    ) -> None:
        x, y = extent.place(*point)
        if extent.holds(x, y, 6):
            paint_hollow(painter, self._theme, style, QPointF(x, y), 7.0)

    def _paint_name(
        self, painter: QPainter, at: QPointF, style: RunStyle, align: Qt.AlignmentFlag
    ) -> None:
        theme = self._theme
        color, halo = theme.color(style.color), theme.color("halo", HALO)
        paint_text(painter, at, self._name, theme.font(12, 600), color, halo, align)
