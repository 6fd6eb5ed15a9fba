"""The path of one run laid over a surface: tail, older way, way to come, marks; pale where hills hide it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.frame import Lane
from gdviz.ui.theme import Theme
from gdviz.ui.views.drape import Draped, drape, thinned
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import line_path, polyline_gap, stroke
from gdviz.ui.views.marks import HALO
from gdviz.ui.views.paths import COMING, COMING_OPACITY, FULL_ROWS, OLD_OPACITY, TAIL, RunPath, StepMarks
from gdviz.ui.views.scene import Scene
from gdviz.ui.views.trail import Trail, Walked

HIDDEN = 0.42  # of the opacity of what is seen
BLOCK = 256  # drawn steps that are kept as pixels at once
BEGINNING = 256  # steps that are drawn each, however long the way
MOST_DRAWN = 8192  # steps of a way; of a longer one every third, fifth … is drawn
MOST_ROWS = 200  # starts whose ways are drawn
MOST_TURNING = 1500  # steps that are drawn of a long way while the scene turns
OLD, NEW = 1.2, 2.2  # pixels


@dataclass(frozen=True)
class Overlook(Extent):
    """The pixels of a scene, for marks that stand on its surface: what is hidden has no place."""

    scene: Scene

    @classmethod
    def of(cls, scene: Scene) -> Overlook:
        width, height = scene.projection.width, scene.projection.height
        return cls(0.0, width, 0.0, height, width, height, scene)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the plane → its pixels."""
        across, down = self.places(np.array([[x, y]]))[0].tolist()
        return across, down

    def places(self, points: Array) -> Array:
        """Points (k, 2) of the plane → pixels (k, 2), inf (far from all others) for those not seen."""
        places = self.scene.places(points)
        places[self.scene.hidden(points, places) | ~np.isfinite(places).all(axis=1)] = np.inf
        return places


class SurfacePath:
    """Draws one lane on a scene; what it has worked out is kept while task and scene stay the same."""

    def __init__(self, theme: Theme, lane: Lane) -> None:
        self._theme = theme
        self.run = RunPath(theme, lane)
        self._color = self.run.style.color
        self._scene: Scene | None = None
        self._forget()

    def show(self, lane: Lane) -> bool:
        """Take the newest recording of the same run; False if it is another one."""
        return self.run.show(lane)

    def _forget(self) -> None:
        block = max(BLOCK // len(self._old_rows()), 4) * self._every
        color, width = self._theme.color(self._color), OLD * self._theme.scale
        self._trails = Trail(color, width, block), Trail(color, width, block)
        self._drawn = self._every
        self._covered: dict[tuple[int, int], Array] = {}
        self._hidden = False
        self._marks: dict[int, StepMarks] = {}

    def look(self, scene: Scene) -> None:
        """Draw on this scene from now on."""
        if scene is not self._scene:
            self._scene = scene
            self._forget()

    def _draped(self, first: int, last: int, rows: range, every: int = 1) -> Draped:
        """The way of some starts from one step to another."""
        assert self._scene is not None
        steps, parts = _steps(first, last, every), []
        for row in rows:
            parts += [thinned(self.run.lane.path[steps, row, :2], self._scene), np.full((1, 2), np.nan)]
        return drape(np.concatenate(parts[:-1]), self._scene)

    @property
    def _every(self) -> int:
        """Which steps of the older way are drawn: an odd number, so that none swings to one side only."""
        return (self.run.lane.known - 1) // MOST_DRAWN // 2 * 2 + 1

    def _old_rows(self) -> range:
        return range(min(self.run.lane.path.shape[1], MOST_ROWS))

    def _old_end(self, step: int) -> int:
        """The step at which the tail begins."""
        lane = self.run.lane
        return max(lane.at(step) - (TAIL if lane.path.shape[1] <= FULL_ROWS else 0), 0)

    def paint_old(self, painter: QPainter, step: int, turning: bool) -> None:
        """The way up to the tail: thin, pale, without a halo; while the scene turns, coarse."""
        rows, every, last = self._old_rows(), self._every, self._old_end(step)
        if turning:
            every = max(every, -(-last * len(rows) // MOST_TURNING) // 2 * 2 + 1)
        if last:
            self._stroke(painter, self._draped(0, last, rows, every), OLD, OLD_OPACITY)

    def old_seen(self, step: int) -> Walked:
        """The same to be kept as pixels: what is seen of it."""
        if self._every != self._drawn:
            self._forget()
        self._covered.clear()
        return Walked(self._trails[0], self._old_end(step), self._seen)

    def old_hidden(self, step: int) -> Walked | None:
        """What hills hide of it, if any; to be asked for after the other is painted."""
        return Walked(self._trails[1], self._old_end(step), self._behind) if self._hidden else None

    def _seen(self, first: int, last: int) -> Array:
        draped = self._draped(first, last, self._old_rows(), self._every)
        self._covered[first, last] = draped.hidden
        self._hidden |= len(draped.hidden) > 0
        return _lines(draped.seen)

    def _behind(self, first: int, last: int) -> Array:
        known = self._covered.get((first, last))
        if known is None:
            known = self._draped(first, last, self._old_rows(), self._every).hidden
        return _lines(known)

    def _stroke(self, painter: QPainter, draped: Draped, width: float, opacity: float) -> None:
        theme, width = self._theme, width * self._theme.scale
        stroke(painter, draped.hidden, theme.color(self._color, opacity * HIDDEN), width)
        stroke(painter, draped.seen, theme.color(self._color, opacity), width)

    def paint_coming(self, painter: QPainter, step: int) -> None:
        """The next steps, as far as they are known."""
        lane = self.run.lane
        now = lane.at(step)
        end = min(now + COMING, lane.known)
        for row in self.run.rows if end > now else ():
            if lane.last[row] < 0:
                self._stroke(painter, self._draped(now, end, range(row, row + 1)), 1.0, COMING_OPACITY)

    def paint_tail(self, painter: QPainter, step: int) -> None:
        """The last steps, thick and with a halo, and the marks of steps that lie far enough apart."""
        theme = self._theme
        for row in self.run.rows:
            now = self.run.end(step, row)
            draped = self._draped(max(now - TAIL, 0), now, range(row, row + 1))
            stroke(painter, draped.hidden, theme.color(self._color, HIDDEN * OLD_OPACITY), OLD * theme.scale)
            line = line_path(draped.seen)
            for color, width in ((theme.color("halo", HALO), 5.0), (theme.color(self._color), NEW)):
                pen = QPen(color, width * theme.scale)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.strokePath(line, pen)
            self._paint_marks(painter, now, row)

    def _paint_marks(self, painter: QPainter, now: int, row: int) -> None:
        assert self._scene is not None
        if row not in self._marks:
            self._marks[row] = StepMarks(self._theme, self.run.style, Overlook.of(self._scene))
        self._marks[row].paint(painter, self.run.lane.path[:, row, :2], now)

    def nearest(self, step: int, across: float, down: float) -> float:
        """How many pixels what is seen of the path so far keeps from a place."""
        last = self.run.lane.at(step)
        return polyline_gap(self._draped(0, last, self._old_rows(), self._every).seen, across, down)


def _steps(first: int, last: int, every: int) -> NDArray[np.int64]:
    """Both ends, and between them every nth step; of the beginning each."""
    dense = min(max(BEGINNING, first), last)
    return np.concatenate([np.arange(first, dense), np.arange(dense, last, every), [last]])


def _lines(places: Array) -> Array:
    """Pixels (k, 2), nan between parts, or none at all."""
    return places if np.isfinite(places).any() else np.empty((0, 2))
