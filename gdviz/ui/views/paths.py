"""The path of one run on a map: a comet's tail, the older way, the way to come, the marks of the steps."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.frame import Lane
from gdviz.ui.swatch import paint_marker
from gdviz.ui.theme import RunStyle, Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import SPECK, length, line_path, polyline, polyline_gap, stroke, to_paint
from gdviz.ui.views.marks import HALO, STEP
from gdviz.ui.views.stamps import Stamps
from gdviz.ui.views.trail import Trail, Walked

TAIL = 10  # steps of the comet's tail
FLOOD = 1500.0  # pixels: a longer tail gets no halo, which would cover the map
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
        block = max(BLOCK // lane.path.shape[1], 4)
        self._trail = Trail(theme.color(self.style.color), 1.2 * theme.scale, block)
        self._marks: dict[int, StepMarks] = {}

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

    def end(self, step: int, row: int) -> int:
        """The step at which a row stands: the frame's, or where its recording or its course ended."""
        last = int(self.lane.last[row])
        at = self.lane.at(step)
        return min(at, last) if last >= 0 else at

    def place(self, step: int, row: int, extent: Extent) -> tuple[float, float]:
        """The pixels of a row's head."""
        x, y = self.lane.path[self.end(step, row), row, :2]
        return extent.place(float(x), float(y))

    def _line(self, extent: Extent, first: int, last: int) -> Array:
        return polyline(self.lane.path[first : last + 1, :, :2], extent)

    def old(self, extent: Extent, step: int) -> Walked:
        """The way up to the tail: thin, pale, without a halo."""
        tail = TAIL if self.lane.path.shape[1] <= FULL_ROWS else 0
        return Walked(self._trail, max(self.lane.at(step) - tail, 0), partial(self._line, extent))

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
            if length(places) > SPECK:
                painter.strokePath(line_path(to_paint(painter, places)), QPen(color, self._theme.scale))

    def paint_tail(self, painter: QPainter, extent: Extent, step: int) -> None:
        """The last steps, thick and with a halo, and the marks of steps that lie far enough apart."""
        theme = self._theme
        for row in self.rows:
            now = self.end(step, row)
            path = self.lane.path[max(now - TAIL, 0) : now + 1, row : row + 1, :2]
            if len(path) > 1:
                line = polyline(path, extent)
                if length(line) < FLOOD:
                    stroke(painter, line, theme.color("halo", HALO), 5.0 * theme.scale)
                stroke(painter, line, theme.color(self.style.color), 2.2 * theme.scale)
            self._paint_marks(painter, extent, now, row)

    def _paint_marks(self, painter: QPainter, extent: Extent, now: int, row: int) -> None:
        marks = self._marks.get(row)
        if marks is None or marks.extent != extent:
            marks = self._marks[row] = StepMarks(self._theme, self.style, extent)
        marks.paint(painter, self.lane.path[:, row, :2], now)

    def nearest(self, extent: Extent, step: int, across: float, down: float) -> float:
        """How many pixels the path so far keeps from a place."""
        line = polyline(self.lane.path[: self.lane.at(step) + 1, :, :2], extent)
        return polyline_gap(line, across, down)


class StepMarks:
    """The marks of one row in one view: steps at least MARK_GAP pixels apart get one."""

    def __init__(self, theme: Theme, style: RunStyle, extent: Extent) -> None:
        self.extent = extent
        self._size, self._gap = STEP * theme.scale, MARK_GAP * theme.scale
        halo, edge = theme.color("halo"), 0.8 * theme.scale
        self._stamps = Stamps(
            lambda painter: paint_marker(painter, style, QPointF(0, 0), self._size, halo, edge), self._size
        )
        self._looked = 0
        self._last: tuple[float, float] | None = None

    def paint(self, painter: QPainter, path: Array, now: int) -> None:
        """Stamp those of the steps before `now`, of a row's path (n, 2)."""
        self._look(path, min(now, MARKED + 1))
        recent = []
        if now > MARKED + 1:
            last: tuple[float, float] | None = None
            for x, y in self.extent.places(path[max(now - TAIL, MARKED + 1) : now]).tolist():
                if last is None or math.hypot(x - last[0], y - last[1]) >= self._gap:
                    last = (x, y)
                    if self.extent.holds(x, y, self._size):
                        recent.append(last)
        self._stamps.paint(painter, now, recent)

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
