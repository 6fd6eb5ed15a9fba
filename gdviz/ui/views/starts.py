"""The starts: rings that the user's hand can take and move."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from gdviz.engine.objective import Objective
from gdviz.engine.plane import Plane
from gdviz.frame import Frame
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace
from gdviz.ui.views.marks import paint_name, paint_start
from gdviz.ui.views.paths import FULL_ROWS

GRAB = 13.0  # pixels round a start that take hold of it


def fixed(objective: Objective) -> bool:
    """Whether starts can't be taken: a place in a plane's directions tells nothing of single parameters."""
    return isinstance(objective, Plane) and not objective.parameters


class Starts:
    """Places in the plot's plane: (x, y) on a map, (x, f) on a curve. held, hot: indices, or None."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        self._theme, self._name = theme, tr("start")
        self.points: list[tuple[float, float]] = []
        self.fixed = False
        self.held: int | None = None
        self.hot: int | None = None

    def show(self, frame: Frame) -> None:
        """Take the starts from the runs, which all have the same ones; with very many, only the first."""
        self.points = []
        self.fixed = fixed(frame.objective)
        if frame.lanes:
            lane = frame.lanes[0]
            count = lane.path.shape[1]
            for row in range(count if count <= FULL_ROWS else 1):
                start = lane.path[0, row]
                self.points.append(
                    (float(start[0]), float(lane.losses[0, row] if len(start) == 1 else start[1]))
                )

    def at(self, extent: Extent, at: QPointF) -> int | None:
        """The start under the mouse."""
        if self.fixed:
            return None
        gaps = [
            math.hypot(x - at.x(), y - at.y()) for x, y in (extent.place(*point) for point in self.points)
        ]
        nearest = min(range(len(gaps)), key=gaps.__getitem__, default=None)
        return nearest if nearest is not None and gaps[nearest] <= GRAB * self._theme.scale else None

    def hover(self, extent: Extent, at: QPointF | None) -> bool:
        """Whether another start than before is under the mouse."""
        before, self.hot = self.hot, None if at is None else self.at(extent, at)
        return self.hot != before

    def cursor(self) -> Qt.CursorShape:
        """A hand at starts, closed while it holds one."""
        if self.held is not None:
            return Qt.CursorShape.ClosedHandCursor
        return Qt.CursorShape.OpenHandCursor if self.hot is not None else Qt.CursorShape.CrossCursor

    def paint(self, painter: QPainter, extent: Extent, side: str, free: FreePlace | None = None) -> None:
        """The rings; the name of the first on its `side`, or where it covers less."""
        for i, point in enumerate(self.points):
            x, y = extent.place(*point)
            if not extent.holds(x, y, 20):
                continue
            if i == 0:
                paint_name(painter, self._theme, QPointF(x, y), self._name, side, free)
            paint_start(painter, self._theme, QPointF(x, y), i in (self.held, self.hot))
