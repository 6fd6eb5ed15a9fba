"""Arrows on plots, in pixels, with a halo."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gdviz.ui.theme import Theme
from gdviz.ui.views.lines import to_paint
from gdviz.ui.views.marks import HALO


def paint_arrow(
    painter: QPainter,
    theme: Theme,
    start: QPointF,
    end: QPointF,
    color: QColor,
    width: float = 2.2,
    head: float = 12.0,
    dashed: bool = False,
    halo: bool = True,
) -> bool:
    """An arrow in pixels with a halo; nothing, and False, when it is shorter than 3 px."""
    way = end - start
    length = math.hypot(way.x(), way.y())
    if not 3 <= length < 1e6:
        return False
    seen = to_paint(painter, np.array([[start.x(), start.y()], [end.x(), end.y()]]))
    if len(seen) < 2:
        return True  # all of it lies outside
    cut = abs(seen[1][0] - end.x()) + abs(seen[1][1] - end.y()) > 0.1
    way = QPointF(*(seen[1] - seen[0]))
    length, scale = math.hypot(way.x(), way.y()), theme.scale
    long = 0.0 if cut else min(head * scale, length)
    tip, shaft = _arrow_tip(length, long), QPointF(max(length - 0.8 * long, 0), 0)
    painter.save()
    painter.translate(*seen[0])
    painter.rotate(math.degrees(math.atan2(way.y(), way.x())))
    if halo:
        painter.setPen(_flat_pen(theme.color("halo", HALO), (width + 2.8) * scale))
        painter.drawLine(QPointF(0, 0), shaft)
        painter.setPen(QPen(theme.color("halo", HALO), 2.8 * scale))
        painter.drawPolygon(tip)
    pen = _flat_pen(color, width * scale)
    if dashed:
        pen.setDashPattern([2.4, 1.5])
    painter.setPen(pen)
    painter.drawLine(QPointF(0, 0), shaft)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(tip)
    painter.restore()
    return True


def _arrow_tip(length: float, long: float) -> QPolygonF:
    """The head, `long` pixels, of a level arrow that ends at `length`; nothing where the end is not seen."""
    if not long:
        return QPolygonF()
    back, wide = length - long, 0.42 * long
    return QPolygonF(
        [QPointF(length, 0), QPointF(back, -wide), QPointF(back + 0.28 * long, 0), QPointF(back, wide)]
    )


def _flat_pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
