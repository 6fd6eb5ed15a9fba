"""The path of one run on a map: a comet's tail, the older way, the way to come, the marks of the steps."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gdviz.engine.arrays import Array
from gdviz.frame import Lane
from gdviz.ui.swatch import marker_path
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import line_path, on_screen, polyline, polyline_gap, stroke
from gdviz.ui.views.marks import HALO, STEP
from gdviz.ui.views.stamps import Stamps
from gdviz.ui.views.trail import Trail

TAIL = 10  # steps of the comet's tail
COMING = 40  # steps of the future that are shown
BLOCK = 1024  # points that are painted at once on the trail
MARKED = 240  # first steps that get a mark; later ones only in the tail
MARK_GAP = 9.0  # pixels: steps nearer than this get no mark
FULL_ROWS = 12  # starts that get a comet and marks of their own; with more, only the first does
OLD_OPACITY, COMING_OPACITY = 0.60, 0.36


class RunPath:
    """Draws one lane; what it has worked out is kept as long as task and view stay the same."""

    def __init__(self, theme: Theme, lane: Lane) -> None:
        self._theme = theme
        self.lane = lane
        self.style = theme.run(lane.slot)
        self._trail = Trail(theme.color(self.style.color), 1.2 * theme.scale)
        self._marks: dict[int, StepMarks] = {}
        self._block = max(BLOCK // lane.path.shape[1], 4)

    def show(self, lane: Lane) -> bool:
        """Take the newest recording of the same run; False if it is another one."""
        if lane.slot != self.lane.slot or (lane.task is not self.lane.task and lane.task != self.lane.task):
            return False
        self.lane = lane
        return True

    @property
    def rows(self) -> range:
        """The starts that are drawn in full."""
        count = self.lane.path.shape[1]
        return range(count if count <= FULL_ROWS else 1)

    @property
    def long(self) -> bool:
        """Whether painting it for another view takes longer than a frame."""
        return self.lane.losses.size > 20_000

    def end(self, step: int, row: int) -> int:
        """The step at which a row stands: the frame's, or where its recording or its course ended."""
        last = int(self.lane.last[row])
        at = self.lane.at(step)
        return min(at, last) if last >= 0 else at

    def place(self, step: int, row: int, extent: Extent) -> tuple[float, float]:
        """The pixels of a row's head."""
        x, y = self.lane.path[self.end(step, row), row, :2]
        return extent.place(float(x), float(y))

    def _line(self, first: int, last: int, extent: Extent) -> Array:
        return polyline(self.lane.path[first : last + 1, :, :2], extent)

    def paint_old(self, painter: QPainter, extent: Extent, step: int, stretch: bool = False) -> None:
        """The way up to the tail: thin, pale, without a halo."""
        count = self.lane.path.shape[1]
        last = self.lane.at(step) - (TAIL if count <= FULL_ROWS else 0)
        if last < 1:
            return
        painter.save()
        begin, ratio = 0, on_screen(painter)
        if ratio and last >= self._block:
            blocks = last // self._block
            begin = blocks * self._block
            painter.setOpacity(OLD_OPACITY)
            self._trail.paint(
                painter, extent, ratio, blocks,
                lambda n: self._line(n * self._block, (n + 1) * self._block, extent),
                stretch=stretch,
            )  # fmt: skip
            painter.setOpacity(1.0)
        color = self._theme.color(self.style.color, OLD_OPACITY)
        stroke(painter, self._line(begin, last, extent), color, 1.2 * self._theme.scale)
        painter.restore()

    def paint_coming(self, painter: QPainter, extent: Extent, step: int) -> None:
        """The next steps, as far as they are known and stay near the view."""
        now, color = self.lane.at(step), self._theme.color(self.style.color, COMING_OPACITY)
        end = min(now + COMING, self.lane.known)
        if end <= now:
            return
        for row in range(self.lane.path.shape[1]) if self.lane.path.shape[1] <= FULL_ROWS else (0,):
            if self.lane.last[row] >= 0:
                continue
            places = extent.places(self.lane.path[now : end + 1, row, :2])
            outside = (places < [-extent.width, -extent.height]) | (
                places > [2 * extent.width, 2 * extent.height]
            )
            if (gone := outside.any(axis=1)).any():
                places = places[: int(np.argmax(gone))]
            if len(places) > 1:
                painter.strokePath(line_path(places), QPen(color, self._theme.scale))

    def paint_tail(self, painter: QPainter, extent: Extent, step: int) -> None:
        """The last steps, thick and with a halo, and the marks of steps that lie far enough apart."""
        theme = self._theme
        for row in self.rows:
            now = self.end(step, row)
            path = self.lane.path[max(now - TAIL, 0) : now + 1, row : row + 1, :2]
            if len(path) > 1:
                line = line_path(polyline(path, extent))
                for color, width in (
                    (theme.color("halo", HALO), 5.0),
                    (theme.color(self.style.color), 2.2),
                ):
                    pen = QPen(color, width * theme.scale)
                    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                    painter.strokePath(line, pen)
            self._paint_marks(painter, extent, now, row)

    def _paint_marks(self, painter: QPainter, extent: Extent, now: int, row: int) -> None:
        marks = self._marks.get(row)
        if marks is None or marks.extent != extent:
            marks = self._marks[row] = StepMarks(self._theme, self.style.marker, extent)
        shape = marks.upto(self.lane.path[:, row, :2], now)
        painter.strokePath(shape, QPen(self._theme.color("halo"), 1.5 * self._theme.scale))
        if self.style.hollow:
            painter.fillPath(shape, self._theme.color("plot"))
            painter.strokePath(shape, QPen(self._theme.color(self.style.color), self._theme.scale))
        else:
            painter.fillPath(shape, self._theme.color(self.style.color))

    def nearest(self, extent: Extent, step: int, across: float, down: float) -> float:
        """How many pixels the path so far keeps from a place."""
        line = polyline(self.lane.path[: self.lane.at(step) + 1, :, :2], extent)
        return polyline_gap(line, across, down)


class StepMarks:
    """The marks of one row in one view: which steps get one, and their shapes so far as one path."""

    def __init__(self, theme: Theme, marker: str, extent: Extent) -> None:
        self.extent = extent
        self._size, self._gap = STEP * theme.scale, MARK_GAP * theme.scale
        self._stamps = Stamps(marker_path(marker), self._size)
        self._looked = 0
        self._last: tuple[float, float] | None = None

    def upto(self, path: Array, now: int) -> QPainterPath:
        """The shapes for the steps before `now`, of a row's path (n, 2)."""
        self._look(path, min(now, MARKED + 1))
        shapes = self._stamps.before(now)
        if now - 1 <= MARKED:
            return shapes
        recent = QPainterPath(shapes)
        last: tuple[float, float] | None = None
        for x, y in self.extent.places(path[max(now - TAIL, MARKED + 1) : now]).tolist():
            if last is None or math.hypot(x - last[0], y - last[1]) >= self._gap:
                last = (x, y)
                if self.extent.holds(x, y, self._size):
                    self._stamps.stamp(recent, x, y)
        return recent

    def _look(self, path: Array, end: int) -> None:
        if end <= self._looked + 1:
            return
        places = self.extent.places(path[self._looked + 1 : end]).tolist()
        last = self._last or self.extent.place(*map(float, path[0]))
        for step, (x, y) in enumerate(places, self._looked + 1):
            if math.hypot(x - last[0], y - last[1]) >= self._gap:
                last = (x, y)
                if self.extent.holds(x, y, self._size):
                    self._stamps.add(step, x, y)
        self._last, self._looked = last, end - 1
