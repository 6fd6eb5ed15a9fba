"""The ends to which the basins of a map belong: a disc at each, in the tint of its basin."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.scene import Scene

RADIUS, LEAST = 12.0, 5.0  # pixels: of a disc where there is room, and below which it is left out
CLOSE = 0.42  # of the distance of two ends: what the radius may be
MANY = 40  # discs; more would hide what they explain, and each of so many lies amid its own basin
DOTTED = Qt.BrushStyle.Dense6Pattern
FLAT = 4.5  # pixels: of a disc on the axis of a single parameter


class End(NamedTuple):
    """Where runs end, and the tint of the places from which they come, of its dots if it has any."""

    point: tuple[float, ...]
    tint: QColor
    dots: QColor | None


Placed = tuple[float, float, End]  # with its pixels


def paint_ends(painter: QPainter, theme: Theme, extent: Extent, ends: Sequence[End]) -> None:
    """A ring of ink filled with the tint; where ends are crowded, smaller ones, or none.

    With one parameter they stand in the band along the axis.
    """
    flat = len(ends) > 0 and len(ends[0].point) == 1
    if flat:
        height = extent.height - FLAT * theme.scale - 1
        placed = [(extent.place(end.point[0], 0.0)[0], height, end) for end in ends]
    else:
        placed = [(*extent.place(*end.point), end) for end in ends]
    placed = [(x, y, end) for x, y, end in placed if extent.holds(x, y, RADIUS)]
    _paint_discs(painter, theme, placed, FLAT * theme.scale if flat else _radius(theme, placed))


def paint_ends_on(painter: QPainter, theme: Theme, scene: Scene, ends: Sequence[End]) -> None:
    """The same on a surface, where they are not hidden."""
    points = np.array([end.point for end in ends]).reshape(-1, 2)
    places = scene.places(points)
    seen = scene.inside(points) & np.isfinite(places).all(axis=1)
    seen[seen] &= ~scene.hidden(points[seen], places[seen])
    placed = [(x, y, end) for (x, y), end, on in zip(places.tolist(), ends, seen, strict=True) if on]
    _paint_discs(painter, theme, placed, _radius(theme, placed))


def _radius(theme: Theme, placed: Sequence[Placed]) -> float:
    """As large as the nearest two leave room for, 0 if that is too small or there are too many."""
    radius = min(RADIUS * theme.scale, CLOSE * _nearest(np.array([(x, y) for x, y, _ in placed])))
    return radius if radius >= LEAST * theme.scale and len(placed) <= MANY else 0.0


def _paint_discs(painter: QPainter, theme: Theme, placed: Sequence[Placed], radius: float) -> None:
    if not radius:
        return
    painter.save()
    for x, y, end in placed:
        at = QPointF(x, y)
        painter.setPen(QPen(theme.color("halo", 0.7), 3.4 * theme.scale))
        painter.setBrush(end.tint)
        painter.drawEllipse(at, radius, radius)
        painter.setPen(QPen(theme.color("ink", 0.8), 1.2 * theme.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush if end.dots is None else QBrush(end.dots, DOTTED))
        painter.drawEllipse(at, radius, radius)
    painter.restore()


def _nearest(places: np.ndarray) -> float:
    """The distance of the two places (k, 2) that are nearest to each other."""
    if len(places) < 2:
        return math.inf
    away = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1))
    np.fill_diagonal(away, np.inf)
    return float(away.min())
