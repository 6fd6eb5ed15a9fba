"""The stationary points of an objective on a map: stars, crosses, triangles, and their names."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from gdviz.engine.objective import Objective
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace
from gdviz.ui.views.marks import (
    NEAR_HEAD,
    paint_maximum,
    paint_minimum,
    paint_name,
    paint_saddle,
    text_width,
)

MOST_NAMES = {"minimum": 4, "local minimum": 3, "saddle": 2, "maximum": 2}
MOST_MARKS = 400
MARK = 14  # pixels of a mark that no other name should touch


def kinds(objective: Objective) -> list[tuple[str, tuple[float, ...]]]:
    """Known stationary points with what they are."""
    found = [("saddle", point) for point in objective.saddles] + [
        ("maximum", point) for point in objective.maxima
    ]
    if objective.minima:
        values = objective.value(np.array(objective.minima))
        lowest = float(np.min(values))
        edge = lowest + 1e-9 * (1 + abs(lowest))
        found += [
            ("minimum" if value <= edge else "local minimum", point)
            for value, point in zip(values, objective.minima, strict=True)
        ]
    return found[:MOST_MARKS]


class Sights:
    """Paints what is known of one objective."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        self._theme = theme
        self._names = {
            "minimum": tr("minimum"), "local minimum": tr("local minimum"), "saddle": tr("saddle"),
            "maximum": tr("maximum"),
        }  # fmt: skip
        self._found: list[tuple[str, float, float]] = []
        self._flat = False

    def show(self, objective: Objective) -> None:
        """Another objective: of two parameters on a map, of one on its curve."""
        found = kinds(objective)
        self._flat = objective.dimension == 1
        if self._flat and found:
            heights = objective.value(np.array([point for _, point in found]))
            self._found = [(kind, x[0], float(f)) for (kind, x), f in zip(found, heights, strict=True)]
        else:
            self._found = [(kind, point[0], point[1]) for kind, point in found]

    @property
    def places(self) -> list[tuple[float, float]]:
        """Where they are in the plot's plane."""
        return [(x, y) for _, x, y in self._found]

    def paint(
        self, painter: QPainter, extent: Extent, heads: Sequence[tuple[float, float]],
        free: FreePlace | None = None,
    ) -> None:
        """Marks in view; names beside them where no head is near and there are not too many of a kind."""
        placed = [(kind, *extent.place(x, y)) for kind, x, y in self._found]
        seen = [(kind, x, y) for kind, x, y in placed if extent.holds(x, y, 8)]
        for kind, x, y in seen:
            at = QPointF(x, y)
            if kind == "saddle":
                paint_saddle(painter, self._theme, at)
            elif kind == "maximum":
                paint_maximum(painter, self._theme, at)
            else:
                paint_minimum(painter, self._theme, at, lowest=kind == "minimum")
        near = self._theme.px(NEAR_HEAD)
        for kind, x, y in seen:
            alike = sum(other == kind for other, _, _ in seen)
            if alike <= MOST_NAMES[kind] and all(math.hypot(x - a, y - b) >= near for a, b in heads):
                name = self._names[kind]
                side = self._side(kind, name, x, extent)
                paint_name(painter, self._theme, QPointF(x, y), name, side, free)
        if free is not None:
            free.add_marks(((x, y) for _, x, y in seen), self._theme.px(MARK))

    def _side(self, kind: str, name: str, x: float, extent: Extent) -> str:
        if self._flat:
            return "above" if kind == "maximum" else "below"
        room = text_width(name, self._theme.font(12, 500)) + self._theme.px(20)
        return "right" if x + room <= extent.width else "left"
