"""The far past of paths, kept as pixels: a frame costs the same however long the paths are."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gdviz.engine.arrays import Array
from gdviz.ui.views.canvas import blank, on_screen, painting
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import FEW, heavy, length, stroke

SAMPLES = 12  # places on a segment that are looked at before it is painted on what is full already
FULL = 200 << 24  # of a pixel's 32 bits, the upper eight are its opacity
MANY = 64  # blocks: to go past more of them at once, the whole path is painted again
BRIEF = 400  # steps: so short paths are painted at once in their first pictures, and nothing is kept
FIRST = 3  # pictures

Line = Callable[[int, int], Array]  # pixels (n, 2) of a path between two steps


def _pixels(image: QImage) -> NDArray[np.uint32]:
    return np.frombuffer(image.bits(), np.uint32).reshape(image.height(), image.width())


class Trail:
    """Paints one path block by block on an image, and remembers which block first reached a pixel.

    So the picture after any earlier block is those pixels that were reached by then: going back in time
    costs a comparison for each pixel, whatever the path did. Blocks have at most `block` steps; a path
    that is watched while it grows has one for each frame. shown: how many blocks the last picture had.
    """

    def __init__(self, color: QColor, width: float, block: int) -> None:
        self.color, self.width, self._block = color, width, block
        self.shown = 0
        self._key: tuple[Extent, float] | None = None
        self._met: tuple[Extent, float] | None = None
        self._times = 0
        self._ratio = 1.0
        self._ends = [0]  # the step at which each block ends, after the start
        self._rects: list[QRect] = []
        self._image = QImage()
        self._reached: NDArray[np.uint32] = np.zeros((0, 0), np.uint32)

    def fits(self, extent: Extent, ratio: float) -> bool:
        """Whether its pixels are those of this view."""
        return self._key == (extent, ratio)

    def meet(self, extent: Extent, ratio: float) -> bool:
        """Whether this is one of its first pictures in this view."""
        if self._met != (extent, ratio):
            self._met, self._times = (extent, ratio), 0
        self._times += 1
        return self._times <= FIRST

    def begin(self, extent: Extent, ratio: float) -> None:
        """Start anew for another view."""
        self._key, self._ratio, self._ends, self._rects, self.shown = (extent, ratio), ratio, [0], [], 0
        self._image = blank(extent.width, extent.height, ratio)
        self._reached = np.zeros((self._image.height(), self._image.width()), np.uint32)

    def advance(self, last: int, line: Line, blocks: int) -> bool:
        """Paint at most so many of the blocks that are missing up to a step; whether all are there."""
        while self._ends[-1] < last and blocks > 0:
            blocks -= 1
            end = min(self._ends[-1] + self._block, last)
            self._rects.append(self._add(line(self._ends[-1], end)))
            self._ends.append(end)
        return self._ends[-1] >= last

    def whole(self, last: int) -> int:
        """Where the last block ends that lies before a step."""
        return self._ends[bisect_right(self._ends, last) - 1]

    def turn(self, step: int) -> QRect:
        """Show the blocks up to a step that ends one; returns the pixels that change by it."""
        before, self.shown = self.shown, bisect_right(self._ends, step) - 1
        first, last = sorted((before, self.shown))
        changed = QRect()
        for rect in self._rects[first:last] if last - first <= MANY else self._rects[:last]:
            changed = changed.united(rect)
        return changed

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw some of its pixels on another image of the same size, as they are after the shown blocks."""
        if not self.shown or not self._rects:
            return
        if self.shown == len(self._rects):
            painter.drawImage(QRectF(rect), self._image, QRectF(rect))
            return
        rows, columns = slice(rect.top(), rect.bottom() + 1), slice(rect.left(), rect.right() + 1)
        part, reached = blank(rect.width(), rect.height(), 1.0), self._reached[rows, columns]
        seen = (reached - 1) < self.shown  # not reached is 0 and wraps to the largest number
        np.multiply(_pixels(self._image)[rows, columns], seen, out=_pixels(part))
        painter.drawImage(rect.topLeft(), part)

    def _add(self, line: Array) -> QRect:
        """Paint a block; returns the pixels round it."""
        if len(line) > FEW and heavy(line, length(line)):
            line = self._uncovered(line)
        if len(line) < 2:
            return QRect()
        with painting(self._image) as painter:
            stroke(painter, line, self.color, self.width)
        height, width = self._reached.shape
        margin = self.width + 3
        left, top = ((np.fmin.reduce(line) - margin) * self._ratio).clip(0, 1e6).tolist()
        right, bottom = ((np.fmax.reduce(line) + margin) * self._ratio).clip(0, 1e6).tolist()
        rect = QRect(
            QPoint(int(left), int(top)), QPoint(min(int(right), width - 1), min(int(bottom), height - 1))
        )
        if rect.isEmpty():
            return QRect()
        part = slice(rect.top(), rect.bottom() + 1), slice(rect.left(), rect.right() + 1)
        reached = self._reached[part]
        new = (reached == 0) & (_pixels(self._image)[part] != 0)
        np.copyto(reached, np.uint32(len(self._ends)), where=new)
        return rect

    def _uncovered(self, line: Array) -> Array:
        """The segments, a nan after each, that touch a pixel which is not full yet."""
        pixels = _pixels(self._image)
        start, way = line[:-1], np.diff(line, axis=0)
        whole = np.isfinite(way).all(axis=1)
        start, way = start[whole], way[whole]
        parts = np.linspace(0, 1, SAMPLES)[:, None, None]
        at = ((start + parts * way) * self._ratio).astype(np.int64)
        height, width = pixels.shape
        inside = (at[..., 0] >= 0) & (at[..., 0] < width) & (at[..., 1] >= 0) & (at[..., 1] < height)
        flat = np.where(inside, at[..., 1] * width + at[..., 0], 0)
        free = (inside & (pixels.ravel()[flat] < FULL)).any(axis=0)
        segments = np.full((int(free.sum()), 3, 2), np.nan)
        segments[:, 0], segments[:, 1] = start[free], start[free] + way[free]
        return segments.reshape(-1, 2)


def _area(rect: QRect) -> int:
    return 0 if rect.isEmpty() else rect.width() * rect.height()


class Walked(NamedTuple):
    """A trail, the step up to which it is shown, and where its pixels come from."""

    trail: Trail
    last: int
    line: Line


class Trails:
    """All trails on one image, the later ones on top; only what changes is put together again."""

    def __init__(self, opacity: float) -> None:
        self._opacity = opacity
        self._extent: Extent | None = None
        self._ratio = 1.0
        self._size: tuple[float, float, float] | None = None
        self._trails: list[Trail] = []
        self._image = QImage()

    def paint(self, painter: QPainter, extent: Extent, walked: Sequence[Walked], stretch: bool) -> None:
        """Paint all; with `stretch`, while a gesture lasts, what was painted for another view."""
        ratio = on_screen(painter)
        if not ratio:
            for trail, last, line in walked:
                color = QColor(trail.color)
                color.setAlphaF(self._opacity)
                stroke(painter, line(0, last), color, trail.width)
            return
        painter.save()
        painter.setOpacity(self._opacity)
        if stretch and self.stretchable(extent):
            self._draw(painter, extent)
        elif self._brief(extent, ratio, walked):
            self._paint_once(extent, ratio, walked)
            self._draw(painter, extent)
        else:
            rests = self._put_together(extent, ratio, walked)
            self._draw(painter, extent)
            for trail, rest in rests:
                thin = len(rest) > BRIEF  # many wide lines cost too much
                stroke(painter, rest, trail.color, min(trail.width, 1.0) if thin else trail.width)
        painter.restore()

    def _brief(self, extent: Extent, ratio: float, walked: Sequence[Walked]) -> bool:
        """Whether short paths appear that were not there before: while a start is dragged, ever others."""
        new = [trail.meet(extent, ratio) for trail, _, _ in walked]
        return any(new) and max(last for _, last, _ in walked) <= BRIEF

    def _paint_once(self, extent: Extent, ratio: float, walked: Sequence[Walked]) -> None:
        """Paint all on the image, and keep nothing else."""
        self._clear(extent, ratio)
        self._trails = []
        self._image.setDevicePixelRatio(ratio)
        with painting(self._image) as painter:
            for trail, last, line in walked:
                stroke(painter, line(0, last), trail.color, trail.width)
        self._image.setDevicePixelRatio(1.0)

    def _clear(self, extent: Extent, ratio: float) -> None:
        """An empty image for this view; memory that is there already is much faster than new."""
        if (extent.width, extent.height, ratio) == self._size:
            self._image.fill(0)
        else:
            self._image = blank(extent.width, extent.height, ratio)
            self._image.setDevicePixelRatio(1.0)  # put together pixel by pixel
        self._size = extent.width, extent.height, ratio
        self._extent, self._ratio = extent, ratio

    def stretchable(self, extent: Extent) -> bool:
        """Whether there is a picture for another view that can stand for this one for a while."""
        return self._extent is not None and self._extent != extent

    def prepare(self, extent: Extent, ratio: float, walked: Sequence[Walked], blocks: int) -> bool:
        """Paint some blocks of each trail for a view to come; whether all of them are there."""
        for trail, _, _ in walked:
            if not trail.fits(extent, ratio):
                trail.begin(extent, ratio)
        # Not a generator: each is to advance, not only those before the first that lacks something.
        done = [trail.advance(last, line, blocks) for trail, last, line in walked]
        return all(done)

    def _draw(self, painter: QPainter, extent: Extent) -> None:
        made = self._extent
        assert made is not None
        left, top = extent.place(made.left, made.top)
        right, bottom = extent.place(made.right, made.bottom)
        painter.drawImage(
            QRectF(left, top, right - left, bottom - top), self._image, QRectF(self._image.rect())
        )

    def _put_together(
        self, extent: Extent, ratio: float, walked: Sequence[Walked]
    ) -> list[tuple[Trail, Array]]:
        """Bring the image up to date; returns what is left to be drawn after the last whole blocks."""
        self.prepare(extent, ratio, walked, sys.maxsize)
        trails = [trail for trail, _, _ in walked]
        whole = (extent, ratio, trails) != (self._extent, self._ratio, self._trails)
        changes, rests = [], []
        for trail, last, line in walked:
            end = trail.whole(last)
            changes.append(trail.turn(end))
            if end < last:
                rests.append((trail, line(end, last)))
        if whole:
            self._clear(extent, ratio)
            self._trails = trails
            changes = [self._image.rect()]
        bounds = reduce(QRect.united, changes, QRect())
        if sum(_area(rect) for rect in changes) > _area(bounds):
            changes = [bounds]
        with painting(self._image) as painter:
            for rect in changes:
                if rect.isEmpty():
                    continue
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
                painter.fillRect(rect, QColor(0, 0, 0, 0))
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                for trail in trails:
                    trail.draw(painter, rect)
        return rests
