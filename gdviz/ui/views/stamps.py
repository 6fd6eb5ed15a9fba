"""Equal small marks along a path: drawn once, then stamped on the plot all at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

import numpy as np
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from gdviz.engine.arrays import Array
from gdviz.ui.views.canvas import on_screen, painting

Place = tuple[float, float]


class Stamps:
    """Marks in the order of their steps. `draw` paints one round the origin, at most `reach` pixels out."""

    def __init__(self, draw: Callable[[QPainter], None], reach: float) -> None:
        self._draw, self._reach = draw, reach
        self._steps: list[int] = []
        self._places: list[Place] = []
        self._array: Array = np.zeros((0, 2))
        self._fragments = PrimitiveArray(QPainter.PixmapFragment, 10)
        self._pixmap: tuple[float, QPixmap] | None = None

    def add(self, step: int, x: float, y: float) -> None:
        """Add a mark; steps must not fall."""
        self._steps.append(step)
        self._places.append((x, y))

    def before(self, step: int) -> Array:
        """The places (n, 2) of the marks of earlier steps."""
        if len(self._array) != len(self._places):
            self._array = np.array(self._places)
        return self._array[: bisect_left(self._steps, step)]

    def paint(self, painter: QPainter, step: int, more: Sequence[Place] = (), opacity: float = 1.0) -> None:
        """Stamp the marks of steps before `step`, and `more` of them."""
        places = self.before(step)
        if more:
            places = np.concatenate([places, np.array(more)])
        ratio = on_screen(painter)
        if not len(places):
            return
        if ratio:
            self._stamp(painter, places, ratio, opacity)
            return
        painter.setOpacity(opacity)
        for x, y in places.tolist():
            painter.save()
            painter.translate(x, y)
            self._draw(painter)
            painter.restore()
        painter.setOpacity(1.0)

    def _stamp(self, painter: QPainter, places: Array, ratio: float, opacity: float) -> None:
        if self._pixmap is None or self._pixmap[0] != ratio:
            self._pixmap = (ratio, self._drawn(ratio))
        pixmap = self._pixmap[1]
        size = pixmap.width()
        self._fragments.resize(len(places))
        table = self._fragments.ndarray()
        table[:, :2] = (np.round(places * ratio - size / 2) + size / 2) / ratio  # whole device pixels: crisp
        table[:, 2:] = [0, 0, size, size, 1 / ratio, 1 / ratio, 0, opacity]
        painter.drawPixmapFragments(*self._fragments.drawargs(), pixmap)  # type: ignore[call-arg]

    def _drawn(self, ratio: float) -> QPixmap:
        size = 2 * int(np.ceil(self._reach * ratio)) + 1
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        with painting(pixmap) as painter:
            painter.translate(QPointF(size / 2, size / 2))
            painter.scale(ratio, ratio)
            self._draw(painter)
        return pixmap
