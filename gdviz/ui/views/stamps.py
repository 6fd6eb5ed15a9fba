"""Equal small marks along a path, as one shape that grows with the steps."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtGui import QPainterPath, QTransform


class Stamps:
    """Marks of one shape (1 wide) and size in pixels, kept in the order of their steps."""

    def __init__(self, shape: QPainterPath, size: float) -> None:
        self._shape, self._size = shape, size
        self._steps: list[int] = []
        self._places: list[tuple[float, float]] = []
        self._path, self._count = QPainterPath(), 0

    def add(self, step: int, x: float, y: float) -> None:
        """Add a mark; steps must not fall."""
        self._steps.append(step)
        self._places.append((x, y))

    def stamp(self, target: QPainterPath, x: float, y: float) -> None:
        """Add the shape at a place to another path."""
        target.addPath(QTransform(self._size, 0, 0, self._size, x, y).map(self._shape))

    def before(self, step: int) -> QPainterPath:
        """The shapes of all marks of earlier steps."""
        count = bisect_left(self._steps, step)
        if count < self._count:
            self._path, self._count = QPainterPath(), 0
        for x, y in self._places[self._count : count]:
            self.stamp(self._path, x, y)
        self._count = count
        return self._path
