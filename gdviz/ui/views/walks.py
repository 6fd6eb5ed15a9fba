"""All runs on a curve: heads, the last steps, the step that comes, and where they have been."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.frame import Frame, Lane
from gdviz.ui.numbers import shown
from gdviz.ui.swatch import paint_marker
from gdviz.ui.theme import Theme
from gdviz.ui.views.arrows import paint_arrow
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace, Spot
from gdviz.ui.views.lines import SPECK, length, line_path
from gdviz.ui.views.marks import (
    HALO,
    paint_cross,
    paint_head,
    paint_hollow,
    paint_outside,
    paint_text,
)
from gdviz.ui.views.paths import FULL_ROWS
from gdviz.ui.views.stamps import Stamps

CURVE_STEP = 6.2  # pixels: marks on the curve
RECENT = 6  # steps that are drawn as stairs
TANGENT = 95.0  # pixels to each side
CLICK = 11.0
FARTHEST = 1e6  # pixels


class Walk:
    """One lane on the curve: points (x, f) and the row of marks above the axis."""

    def __init__(self, theme: Theme, lane: Lane) -> None:
        self.lane, self.style = lane, theme.run(lane.slot)
        self._theme = theme
        self._key: tuple[Extent, float] | None = None
        self._stamps = self._row_stamps()
        self._taken: NDArray[np.bool_] = np.zeros(0, dtype=bool)
        self._known = self._looked = 0
        self._reached = float(lane.path[0, 0, 0]), float(lane.path[0, 0, 0])

    def show(self, lane: Lane) -> bool:
        """Take the newest recording of the same run; False if it is another one."""
        if lane.slot != self.lane.slot or lane.task is not self.lane.task or lane.known < self.lane.known:
            return False
        self.lane = lane
        return True

    def reach(self) -> tuple[float, float]:
        """The least and the greatest x of all that is recorded; only what is new is looked at."""
        new = self.lane.path[self._looked :, :FULL_ROWS, 0]
        new, self._looked = new[np.isfinite(new)], len(self.lane.path)
        if len(new):
            low, high = self._reached
            self._reached = min(low, float(new.min())), max(high, float(new.max()))
        return self._reached

    @property
    def rows(self) -> range:
        """The starts that are drawn in full."""
        count = self.lane.path.shape[1]
        return range(count if count <= FULL_ROWS else 1)

    def end(self, step: int, row: int) -> int:
        """The step at which a row stands."""
        last, at = int(self.lane.last[row]), self.lane.at(step)
        return min(at, last) if last >= 0 else at

    def places(self, first: int, last: int, row: int, extent: Extent) -> Array:
        """Pixels (n, 2) of the points at steps first…last."""
        x, f = self.lane.path[first : last + 1, row, 0], self.lane.losses[first : last + 1, row]
        places = extent.places(np.stack([x, f], axis=1))
        return np.clip(np.nan_to_num(places, nan=-FARTHEST), -FARTHEST, FARTHEST)

    def place(self, step: int, row: int, extent: Extent) -> tuple[float, float]:
        """The pixels of a row's head."""
        at = self.end(step, row)
        x, y = self.places(at, at, row, extent)[0].tolist()
        return x, y

    def paint_row(self, painter: QPainter, extent: Extent, step: int, down: float) -> None:
        """A mark for every pixel column that was visited up to `step`, `down` pixels from the top."""
        if (extent, down) != self._key:
            self._key, self._known = (extent, down), 0
            self._stamps = self._row_stamps()
            self._taken = np.zeros(int(extent.width) + 1, dtype=bool)
        if self._known < len(self.lane.path):
            x = extent.x(self.lane.path[self._known :, : FULL_ROWS if len(self.rows) > 1 else 1, 0])
            steps = np.repeat(np.arange(self._known, self._known + len(x)), x.shape[1])
            flat = x.ravel()
            inside = (flat >= 0) & (flat <= extent.width)
            flat, steps = flat[inside], steps[inside]
            columns, first = np.unique(flat.astype(np.int64), return_index=True)
            for i in np.sort(first[~self._taken[columns]]).tolist():
                self._stamps.add(int(steps[i]), float(flat[i]), down)
            self._taken[columns] = True
            self._known = len(self.lane.path)
        self._stamps.paint(painter, step + 1, opacity=0.55)

    def _row_stamps(self) -> Stamps:
        size = 5.0 * self._theme.scale
        return Stamps(lambda painter: paint_marker(painter, self.style, QPointF(0, 0), size), size)


class CurveRuns:
    """The runs of a frame on a curve."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._walks: list[Walk] = []
        self._frame: Frame | None = None

    def show(self, frame: Frame) -> None:
        """Take the newest recordings."""
        self._frame, old = frame, self._walks
        self._walks = [
            old[i] if i < len(old) and old[i].show(lane) else Walk(self._theme, lane)
            for i, lane in enumerate(frame.lanes)
        ]

    @property
    def _step(self) -> int:
        return self._frame.step if self._frame else 0

    def _shown(self) -> list[tuple[int, Walk]]:
        """From the lowest to the topmost: the chosen run lies above all."""
        chosen = self._frame.chosen if self._frame else -1
        seen = [(i, walk) for i, walk in enumerate(self._walks) if walk.lane.shown]
        return sorted(seen, key=lambda entry: entry[0] == chosen)

    def _chosen(self) -> Walk | None:
        chosen = self._frame.chosen if self._frame else -1
        return next((walk for i, walk in self._shown() if i == chosen), None)

    def heads(self, extent: Extent) -> list[tuple[float, float]]:
        """The pixels of all heads."""
        return [walk.place(self._step, row, extent) for _, walk in self._shown() for row in walk.rows]

    def paint_rows(self, painter: QPainter, extent: Extent) -> None:
        """Where each run has been: a row of small marks above the axis."""
        px = self._theme.px
        walks = [walk for walk in self._walks if walk.lane.shown]
        for i, walk in enumerate(reversed(walks)):
            walk.paint_row(painter, extent, self._step, extent.height - px(13) - i * px(9))

    def rows_area(self, extent: Extent) -> QRectF:
        """What those rows take, from the least to the greatest place that is visited."""
        px, reached = self._theme.px, [walk.reach() for walk in self._walks if walk.lane.shown]
        low, high = min((a for a, _ in reached), default=0.0), max((b for _, b in reached), default=0.0)
        left, right = max(extent.place(low, 0)[0], 0.0), min(extent.place(high, 0)[0], extent.width)
        tall = px(10) + len(reached) * px(9)
        return QRectF(left - 4, extent.height - tall, max(right - left, 0.0) + 8, tall)

    def paint_recent(self, painter: QPainter, extent: Extent, stairs: bool) -> None:
        """The last steps: marks on the curve; stairs for the chosen run."""
        theme, chosen = self._theme, self._chosen()
        for _, walk in self._shown():
            for row in walk.rows:
                end = walk.end(self._step, row)
                places = walk.places(max(end - RECENT, 0), end, row, extent)
                if stairs and walk is chosen and np.ptp(places, axis=0).max() >= 1:
                    self._paint_stairs(painter, walk, places)
                for x, y in places[:-1].tolist():
                    if extent.holds(x, y, 5):
                        paint_marker(
                            painter, walk.style, QPointF(x, y), CURVE_STEP * theme.scale, theme.color("halo"),
                            0.9 * theme.scale,
                        )  # fmt: skip

    def _paint_stairs(self, painter: QPainter, walk: Walk, places: Array) -> None:
        across, down = (np.repeat(values, 2) for values in places.T)
        corners = np.stack([across[1:], down[:-1]], axis=1)
        if length(corners) > SPECK:
            pen = QPen(self._theme.color(walk.style.color, 0.30), self._theme.scale)
            painter.strokePath(line_path(corners), pen)

    def paint_tangent(self, painter: QPainter, extent: Extent, free: FreePlace) -> None:
        """The slope where the chosen run stands; its number where it covers least."""
        found = self._slope(extent)
        if found is None:
            return
        at, slope = found
        dx, dy = extent.pixel
        way = QPointF(1.0, -slope * dx / dy)
        way *= TANGENT * self._theme.scale / math.hypot(way.x(), way.y())
        color = self._theme.color("gradient")
        painter.setPen(QPen(color, 1.8 * self._theme.scale))
        painter.drawLine(at - way, at + way)
        free.add_line(np.array([[end.x(), end.y()] for end in (at - way, at + way)]))
        text, font = f"f ′({self._name}) = {shown(slope)}", self._theme.font(12, 500)
        sides = [1, -1] if slope >= 0 else [-1, 1]
        px, left, right = self._theme.px, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        spots: list[Spot] = []
        for up in (16, 32, 50):
            for away in (QPointF(px(20), px(up * side)) for side in sides):
                spots += [(at + away, left), (at - away, right)]
        place, align = free.best(spots, text, font)
        paint_text(painter, place, text, font, color, self._theme.color("halo", HALO), align)

    @property
    def _name(self) -> str:
        return self._frame.objective.axes[0] if self._frame else ""

    def _slope(self, extent: Extent) -> tuple[QPointF, float] | None:
        """Place and slope of the chosen run's head, if both can be drawn."""
        walk = self._chosen()
        if walk is None or self._frame is None:
            return None
        x, y = walk.place(self._step, 0, extent)
        with np.errstate(all="ignore"):
            here = walk.lane.path[walk.end(self._step, 0), :1]
            slope = float(self._frame.objective.gradient(here)[0, 0])
        return (QPointF(x, y), slope) if extent.holds(x, y) and math.isfinite(slope) else None

    def paint_step(self, painter: QPainter, extent: Extent, free: FreePlace) -> None:
        """The chosen run's step as a level arrow, and where it leads; its length where it covers least."""
        walk, found = self._chosen(), self._slope(extent)
        if walk is None or found is None:
            return
        now = walk.end(self._step, 0)
        if now >= walk.lane.known or 0 <= walk.lane.last[0] <= now:
            return
        at, slope = found
        (x, y), theme = walk.places(now + 1, now + 1, 0, extent)[0].tolist(), self._theme
        color, tip = theme.color(walk.style.color), QPointF(x, at.y())
        drop = QPen(theme.color(walk.style.color, 0.7), 1.6 * theme.scale)
        drop.setDashPattern([1.6, 1.6])
        drop.setCapStyle(Qt.PenCapStyle.FlatCap)
        foot = QPointF(x, min(max(y, -20.0), extent.height + 20))
        if abs(foot.y() - tip.y()) > SPECK:
            painter.setPen(drop)
            painter.drawLine(tip, foot)
        if not paint_arrow(painter, theme, at, tip, color, head=11.0):
            return
        if extent.holds(x, y, 6):
            paint_hollow(painter, theme, walk.style, QPointF(x, y))
        step = float(walk.lane.path[now + 1, 0, 0] - walk.lane.path[now, 0, 0])
        text, font = f"{self._step_name(walk.lane, now, step, slope)} = {shown(step)}", theme.font(12, 500)
        px = theme.px
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter
        onwards, align = (-1, Qt.AlignmentFlag.AlignRight) if x < at.x() else (1, left)
        free.add_marks([(x, y)], px(12))
        spots: list[Spot] = [(tip + QPointF(onwards * px(12), 0), align)]
        for up in (16, 32, 50):
            spots += [((at + tip) / 2 + QPointF(0, px(side * up)), middle) for side in (-1, 1)]
            spots += [(tip + QPointF(onwards * px(12), px(side * up)), align) for side in (-1, 1)]
        label, align = free.best(spots, text, font)
        paint_text(painter, label, text, font, color, theme.color("halo", HALO), align)

    def _step_name(self, lane: Lane, now: int, step: float, slope: float) -> str:
        rate = np.ravel(lane.optimizer.rate(now))
        plain = lane.optimizer.kind == "gradient-descent" and math.isclose(
            step, -float(rate[0]) * slope, rel_tol=1e-6, abs_tol=1e-300
        )
        return f"−η f ′({self._name})" if plain else f"Δ{self._name}"

    def paint_heads(self, painter: QPainter, extent: Extent) -> None:
        """The heads above everything; triangles on the edge for those outside."""
        theme, area = self._theme, QRectF(0, 0, extent.width, extent.height)
        for _, walk in self._shown():
            color = theme.color(walk.style.color)
            for row in walk.rows:
                x, y = walk.place(self._step, row, extent)
                at = QPointF(x, y)
                if not extent.holds(x, y):
                    paint_outside(painter, theme, color, at, area)
                elif 0 <= walk.lane.last[row] <= self._step:
                    paint_cross(painter, theme, at, color, theme.px(12))
                else:
                    paint_head(painter, theme, walk.style, at)

    def at(self, extent: Extent, at: QPointF) -> int | None:
        """The run whose head lies under the mouse; the topmost of several."""
        for i, walk in reversed(self._shown()):
            places = [walk.place(self._step, row, extent) for row in walk.rows]
            if any(math.hypot(x - at.x(), y - at.y()) <= CLICK * self._theme.scale for x, y in places):
                return i
        return None
