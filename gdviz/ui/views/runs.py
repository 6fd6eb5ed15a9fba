"""All runs on the map: which is drawn when, their heads, and the arrows of the chosen one."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.frame import Frame
from gdviz.ui.theme import Theme
from gdviz.ui.views.arrows import paint_arrow
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace, dense
from gdviz.ui.views.marks import paint_cross, paint_head, paint_outside
from gdviz.ui.views.paths import FULL_ROWS, OLD_OPACITY, RunPath
from gdviz.ui.views.trail import Trails, Walked

Arrow = tuple[str, float, float]  # role (memory, gradient, step), and the vector in the plane
LONG = 8000  # recorded points
SLICE = 2  # blocks of each path that are painted between two looks at the mouse
BEGINNING, NAMED = 300, 60  # steps of a path that numbers, and that the start's name, keep clear of
COARSE = 50  # steps after which it is looked anew
CLICK_HEAD, CLICK_PATH = 11.0, 6.0  # pixels


class MapRuns:
    """The runs of a frame. arrows: the terms of the chosen run's step, or None for Δx alone."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._paths: list[RunPath] = []
        self._trails = Trails(OLD_OPACITY)
        self._frame: Frame | None = None
        self._beginnings: tuple[Hashable, Array] = (None, np.empty((0, 2)))  # of what, and points of them
        self.arrows: Sequence[Arrow] | None = None

    def show(self, frame: Frame) -> None:
        """Take the newest recordings; what is known of unchanged runs is kept."""
        self._frame, self.arrows = frame, None
        old = self._paths
        self._paths = [
            old[i] if i < len(old) and old[i].show(lane) else RunPath(self._theme, lane)
            for i, lane in enumerate(frame.lanes)
        ]

    def _shown(self) -> list[tuple[int, RunPath]]:
        """From the lowest to the topmost: the chosen run lies above all."""
        chosen = -1 if self._frame is None else self._frame.chosen
        seen = [(i, path) for i, path in enumerate(self._paths) if path.lane.shown]
        return sorted(seen, key=lambda entry: entry[0] == chosen)

    def paint_paths(self, painter: QPainter, extent: Extent, stretch: bool, future: bool) -> None:
        """The way to come, the older way, the comets."""
        if self._frame is None:
            return
        step = self._frame.step
        for _, path in self._shown():
            if future:
                path.paint_coming(painter, extent, step)
        self._trails.paint(painter, extent, self._walked(extent), stretch and self.long(extent))
        for _, path in self._shown():
            path.paint_tail(painter, extent, step)

    def _walked(self, extent: Extent) -> list[Walked]:
        step = self._frame.step if self._frame else 0
        return [path.old(extent, step) for _, path in self._shown()]

    def long(self, extent: Extent) -> bool:
        """Whether painting the paths for a new view takes longer than a frame, and can be put off."""
        points = sum(path.lane.losses.size for _, path in self._shown())
        return points > LONG and self._trails.stretchable(extent)

    def prepare(self, extent: Extent, ratio: float) -> bool:
        """Paint a part of the paths for a view to come; whether all is done."""
        return self._trails.prepare(extent, ratio, self._walked(extent), SLICE)

    def heads(self, extent: Extent) -> list[tuple[float, float]]:
        """The pixels of the heads that are drawn in full."""
        step = self._frame.step if self._frame else 0
        return [path.place(step, row, extent) for _, path in self._shown() for row in path.rows]

    def paint_heads(self, painter: QPainter, extent: Extent, arrows: bool) -> None:
        """Arrows of the chosen run, then the heads above everything."""
        frame = self._frame
        if frame is None:
            return
        area = QRectF(0, 0, extent.width, extent.height)
        for i, path in self._shown():
            if arrows and i == frame.chosen:
                self._paint_arrows(painter, extent, path)
            self._paint_others(painter, extent, path)
            color = self._theme.color(path.style.color)
            for row in path.rows:
                x, y = path.place(frame.step, row, extent)
                at = QPointF(x, y)
                if not extent.holds(x, y):
                    paint_outside(painter, self._theme, color, at, area)
                elif 0 <= path.lane.last[row] <= frame.step:
                    paint_cross(painter, self._theme, at, color, self._theme.px(12))
                else:
                    paint_head(painter, self._theme, path.style, at)

    def _paint_others(self, painter: QPainter, extent: Extent, path: RunPath) -> None:
        """Very many starts: a dot for each."""
        lane = path.lane
        if lane.path.shape[1] <= FULL_ROWS or self._frame is None:
            return
        places = extent.places(lane.path[lane.at(self._frame.step), :, :2])
        inside = (places >= 0).all(axis=1) & (places <= [extent.width, extent.height]).all(axis=1)
        pen = QPen(QColor(path.style.color), 5 * self._theme.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints([QPointF(x, y) for x, y in places[inside].tolist()])

    def _paint_arrows(self, painter: QPainter, extent: Extent, path: RunPath) -> None:
        """The terms one after another from the head, then their sum from the head, in the run's colour."""
        assert self._frame is not None
        theme, lane = self._theme, path.lane
        now = path.end(self._frame.step, 0)
        here = lane.path[now, 0, :2]
        if not extent.holds(*extent.place(*here.tolist())):
            return
        terms = [arrow for arrow in self.arrows or () if arrow[0] != "step"]
        given = [arrow for arrow in self.arrows or () if arrow[0] == "step"]
        if given:
            whole = np.array(given[0][1:])
        elif now < lane.known:
            whole = lane.path[now + 1, 0, :2] - here
        else:
            return
        if len(terms) > 1:
            at = here
            for role, dx, dy in terms:
                end = at + np.array([dx, dy])
                color = theme.color("memory" if role == "memory" else "gradient")
                paint_arrow(
                    painter, theme, QPointF(*extent.place(*at)), QPointF(*extent.place(*end)), color,
                    head=11.0, dashed=role == "memory",
                )  # fmt: skip
                at = end
        start, end = (QPointF(*extent.place(*point)) for point in (here, here + whole))
        paint_arrow(painter, theme, start, end, theme.color(path.style.color), width=3.0, head=13.0)

    def free_side(self, extent: Extent, starts: Sequence[tuple[float, float]]) -> str:
        """The side of the first start where its name crosses no path: away from the steps."""
        across = extent.place(*starts[0])[0] if starts else 0.0
        steps = [path.place(1, 0, extent)[0] - across for _, path in self._shown()]
        way = sum(math.copysign(min(abs(step), 100.0), step) for step in steps)
        side = "left" if way >= 0 else "right"
        room = self._theme.px(50)
        if side == "left" and across < room:
            return "right"
        return "left" if side == "right" and across > extent.width - room else side

    def free_place(self, extent: Extent, starts: Sequence[tuple[float, float]]) -> FreePlace:
        """What the starts and the beginnings of all paths leave free, also of those still to come."""
        free = FreePlace(extent.width, extent.height)
        free.add_marks((extent.place(*point) for point in starts), self._theme.px(16))
        key = (extent, tuple((path.lane.task, min(path.lane.known, NAMED)) for _, path in self._shown()))
        if key != self._beginnings[0]:
            lines = [dense(extent.places(line[:NAMED])) for line in self.beginnings()]
            self._beginnings = key, free.inside(np.concatenate([np.empty((0, 2)), *lines]))
        free.add_points(self._beginnings[1])
        return free

    def beginnings(self) -> Iterator[Array]:
        """The first steps (n, 2) of all paths that are shown."""
        for _, path in self._shown():
            for row in path.rows:
                yield path.lane.path[:BEGINNING, row, :2]

    @property
    def key(self) -> Hashable:
        """Changes with `beginnings`, though not with every step that is computed."""
        return tuple((path.lane.task, min(path.lane.known, BEGINNING) // COARSE) for _, path in self._shown())

    def at(self, extent: Extent, at: QPointF) -> int | None:
        """The run whose head, or else whose path, lies under the mouse; the topmost of several."""
        if self._frame is None:
            return None
        step, scale = self._frame.step, self._theme.scale
        for i, path in reversed(self._shown()):
            places = [path.place(step, row, extent) for row in path.rows]
            if any(math.hypot(x - at.x(), y - at.y()) <= CLICK_HEAD * scale for x, y in places):
                return i
        gaps = [(path.nearest(extent, step, at.x(), at.y()), i) for i, path in self._shown()]
        gap, nearest = min(gaps, default=(np.inf, 0))
        return nearest if gap <= CLICK_PATH * scale else None
