"""The simplex of Nelder and Mead: a triangle, where its highest vertex may go, and where it went."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from gdviz.engine.arrays import Array
from gdviz.engine.explanation.step import Explanation
from gdviz.ui.language import Translate
from gdviz.ui.theme import RunStyle, Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import paint_cut
from gdviz.ui.views.marks import HALO, paint_name

TINT, EDGE = 0.16, 0.75
LARGEST = 1e5  # pixels: a triangle that reaches farther out is not drawn
SHRINK = 4.0
FIELDS = {"simplex", "done", "pivot", "moved", "candidate"}


class Simplex(NamedTuple):
    """before, after (3, 2): vertices; places (n, 2): where the highest could go; taken (2,); done: how."""

    before: Array
    after: Array
    places: Array
    taken: Array
    done: float


def simplex(why: Explanation, dimension: int) -> Simplex | None:
    """The simplex of a step; None for other methods and in other dimensions."""
    memory = why.next_memory
    if not set(memory) >= FIELDS or dimension != 2 or why.x.shape != (2,):
        return None
    method, pivot, done = why.optimizer, memory["pivot"], float(memory["done"][0])
    way = pivot - memory["moved"]
    named = {name: float(getattr(method, name)) for name in ("reflection", "expansion", "contraction")}
    reach = [named["reflection"], named["reflection"] * named["expansion"],
             named["reflection"] * named["contraction"], -named["contraction"]]
    places = pivot + np.array([] if done == SHRINK else reach)[:, None] * way
    return Simplex(why.memory["simplex"], memory["simplex"], places, memory["candidate"], done)


class SimplexPainter:
    """Paints a simplex in a run's colour."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        self._theme = theme
        # In the order of what `done` counts.
        self._names = [tr("reflect"), tr("expand"), tr("contract"), tr("contract"), tr("shrink")]

    def paint(self, painter: QPainter, extent: Extent, seen: Simplex, style: RunStyle) -> None:
        """The triangle filled, what becomes of it in outline, the candidates, the name of what is done."""
        theme, color = self._theme, style.color
        painter.setPen(QPen(theme.color(color, EDGE), 1.4 * theme.scale))
        self._triangle(painter, extent, seen.before, theme.color(color, TINT))
        pen = QPen(theme.color(color, EDGE), 1.2 * theme.scale)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        self._triangle(painter, extent, seen.after)
        for x, y in extent.places(seen.places).tolist():
            if extent.holds(x, y, 6):
                painter.setPen(QPen(theme.color(color), 1.3 * theme.scale))
                painter.setBrush(theme.color("plot"))
                painter.drawEllipse(QPointF(x, y), 3.2 * theme.scale, 3.2 * theme.scale)
        x, y = extent.place(*seen.taken.tolist())
        if extent.holds(x, y, 6):
            at = QPointF(x, y)
            painter.setPen(QPen(theme.color("halo", HALO), 2 * theme.scale))
            painter.setBrush(theme.color(color))
            painter.drawEllipse(at, 4.2 * theme.scale, 4.2 * theme.scale)
            if np.isfinite(seen.done):
                side = "left" if x > extent.width / 2 else "right"
                paint_name(painter, theme, at, self._names[int(seen.done)], side)

    def _triangle(
        self, painter: QPainter, extent: Extent, corners: Array, fill: QColor | None = None
    ) -> None:
        """With the painter's pen, and what lies in the area filled."""
        places = extent.places(corners)
        if not np.isfinite(places).all() or np.abs(places).max() > LARGEST:
            return
        if fill is not None:
            area = QPainterPath()
            area.addRect(QRectF(0, 0, extent.width, extent.height))
            inner = QPainterPath()
            inner.addPolygon(QPolygonF([QPointF(x, y) for x, y in places.tolist()]))
            painter.fillPath(inner.intersected(area), fill)
        paint_cut(painter, places[[0, 1, 2, 0]], extent)
