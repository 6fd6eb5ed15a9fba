"""All runs on a surface, and what is known of the objective: which is drawn when, and where heads stand."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.engine.plane import Plane
from gdviz.frame import Frame
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.basins import Basins
from gdviz.ui.views.canvas import on_screen
from gdviz.ui.views.captions import paint_remark
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace
from gdviz.ui.views.marks import (
    NEAR_HEAD,
    paint_cross,
    paint_head,
    paint_maximum,
    paint_minimum,
    paint_name,
    paint_outside,
    paint_saddle,
    paint_start,
    text_width,
)
from gdviz.ui.views.paths import FULL_ROWS, OLD_OPACITY
from gdviz.ui.views.planes import note
from gdviz.ui.views.runs import CLICK_HEAD, CLICK_PATH
from gdviz.ui.views.scene import Scene
from gdviz.ui.views.sights import MOST_NAMES, kinds
from gdviz.ui.views.starts import GRAB, fixed
from gdviz.ui.views.surface_path import HIDDEN, SurfacePath
from gdviz.ui.views.trail import Trails

PALE = 0.4  # opacity of heads and marks behind hills
EDGE = 9.0  # pixels that `paint_outside` keeps from the edge of its area


class Spot(NamedTuple):
    """Where a point of the plane appears: pixels; whether it is hidden; whether it lies in what is shown."""

    at: QPointF
    hidden: bool
    inside: bool


def spots(scene: Scene, points: Array) -> list[Spot | None]:
    """Where points (k, 2) are, or the nearest ones that are shown; None where there is no surface."""
    relief = scene.relief
    low, high = np.array([relief.x[0], relief.y[0]]), np.array([relief.x[-1], relief.y[-1]])
    shown = np.clip(points, low, high)
    places = scene.places(shown)
    rows = zip(
        places.tolist(), np.isfinite(places[:, 0]).tolist(), scene.hidden(shown, places).tolist(),
        (shown == points).all(axis=1).tolist(), strict=True,
    )  # fmt: skip
    return [Spot(QPointF(*at), hidden, inside) if there else None for at, there, hidden, inside in rows]


class SurfaceRuns:
    """The runs of a frame over a scene."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        self._theme, self._tr = theme, tr
        self._names = {
            "minimum": tr("minimum"), "local minimum": tr("local minimum"), "saddle": tr("saddle"),
            "maximum": tr("maximum"), "start": tr("start"),
        }  # fmt: skip
        self._paths: list[SurfacePath] = []
        self._seen_trails, self._hidden_trails = Trails(OLD_OPACITY), Trails(OLD_OPACITY * HIDDEN)
        self._sights: list[tuple[str, tuple[float, ...]]] = []
        self._found: tuple[Scene, list[tuple[str, Spot]]] | None = None
        self._frame: Frame | None = None
        self.start: int | None = None  # the one under the hand
        self.basins: Basins | None = None  # that tint the ground
        self._places: list[tuple[float, float] | None] = []  # of the starts, as they were painted

    def show(self, frame: Frame) -> None:
        """Take the newest recordings; what is known of unchanged runs is kept."""
        if self._frame is None or frame.objective != self._frame.objective:
            self._sights, self._found = kinds(frame.objective), None
        self._frame, old = frame, self._paths
        self._paths = [
            old[i] if i < len(old) and old[i].show(lane) else SurfacePath(self._theme, lane)
            for i, lane in enumerate(frame.lanes)
        ]

    def _shown(self) -> list[tuple[int, SurfacePath]]:
        """From the lowest to the topmost: the chosen run lies above all."""
        chosen = -1 if self._frame is None else self._frame.chosen
        seen = [(i, path) for i, path in enumerate(self._paths) if path.run.lane.shown]
        return sorted(seen, key=lambda entry: entry[0] == chosen)

    def paint(self, painter: QPainter, scene: Scene, turning: bool) -> None:
        """Ways, marks of the objective, starts, heads."""
        frame = self._frame
        if frame is None:
            return
        if self.basins is not None:
            self.basins.paint_on_surface(painter, scene)
        shown = self._shown()
        for _, path in shown:
            path.look(scene)
            path.paint_coming(painter, frame.step)
        self._paint_old(painter, scene, [path for _, path in shown], turning)
        for _, path in shown:
            path.paint_tail(painter, frame.step)
        heads = [self._heads(path, scene) for _, path in shown]
        at = [place.at for places in heads for place in places if place]
        rings = self._rings(scene)
        free = self._free_place(scene, rings)
        self._paint_sights(painter, scene, at, free)
        self._paint_starts(painter, scene, rings, free)
        for (_, path), places in zip(shown, heads, strict=True):
            self._paint_others(painter, scene, path)
            self._paint_heads(painter, scene, path, places)
        if isinstance(frame.objective, Plane):
            paint_remark(painter, self._theme, scene.projection.width, note(frame.objective, self._tr))
        elif self.basins is not None:
            self.basins.paint_words(painter, scene.projection.width)

    def _paint_old(
        self, painter: QPainter, scene: Scene, paths: list[SurfacePath], turning: bool
    ) -> None:
        assert self._frame is not None
        step = self._frame.step
        if turning or not on_screen(painter):
            for path in paths:
                path.paint_old(painter, step, turning)
            return
        width, height = scene.projection.width, scene.projection.height
        area = Extent(0.0, width, 0.0, height, width, height)
        self._seen_trails.paint(painter, area, [path.old_seen(step) for path in paths], False)
        hidden = [walked for path in paths if (walked := path.old_hidden(step))]
        if hidden:
            self._hidden_trails.paint(painter, area, hidden, False)

    def _heads(self, path: SurfacePath, scene: Scene) -> list[Spot | None]:
        assert self._frame is not None
        step, lane = self._frame.step, path.run.lane
        return spots(scene, np.array([lane.path[path.run.end(step, row), row, :2] for row in path.run.rows]))

    def _paint_heads(
        self, painter: QPainter, scene: Scene, path: SurfacePath, places: list[Spot | None]
    ) -> None:
        assert self._frame is not None
        theme, style, lane = self._theme, path.run.style, path.run.lane
        color = theme.color(style.color)
        for row, place in zip(path.run.rows, places, strict=True):
            if place is None:
                continue
            painter.setOpacity(PALE if place.hidden else 1.0)
            if not place.inside:
                self._paint_outside(painter, scene, place.at, color)
            elif 0 <= lane.last[row] <= self._frame.step:
                paint_cross(painter, theme, place.at, color, theme.px(12))
            else:
                paint_head(painter, theme, style, place.at)
            painter.setOpacity(1.0)

    def _paint_outside(self, painter: QPainter, scene: Scene, at: QPointF, color: QColor) -> None:
        """A triangle on the surface's edge that points away from its middle."""
        projection = scene.projection
        middle = QPointF(*projection.places(np.array([0.0, 0.0, 0.0])).tolist())
        area = QRectF(at.x() - EDGE, at.y() - EDGE, 2 * EDGE, 2 * EDGE)
        paint_outside(painter, self._theme, color, at + (at - middle), area)

    def _paint_others(self, painter: QPainter, scene: Scene, path: SurfacePath) -> None:
        """Very many starts: a dot for each that is seen."""
        lane = path.run.lane
        if lane.path.shape[1] <= FULL_ROWS or self._frame is None:
            return
        points = lane.path[lane.at(self._frame.step), :, :2]
        points = points[scene.inside(points)]
        places = scene.places(points)
        seen = places[np.isfinite(places).all(axis=1) & ~scene.hidden(points, places)]
        pen = QPen(QColor(path.run.style.color), 5 * self._theme.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints([QPointF(x, y) for x, y in seen.tolist()])

    # What stands on the surface besides

    def _seen(self, scene: Scene) -> list[tuple[str, Spot]]:
        """Stationary points that lie in what is shown."""
        if self._found is None or self._found[0] is not scene:
            points = np.array([point[:2] for _, point in self._sights], dtype=np.float64).reshape(-1, 2)
            places = zip((kind for kind, _ in self._sights), spots(scene, points), strict=True)
            self._found = (scene, [(kind, place) for kind, place in places if place and place.inside])
        return self._found[1]

    def _paint_sights(self, painter: QPainter, scene: Scene, heads: list[QPointF], free: FreePlace) -> None:
        theme = self._theme
        seen = self._seen(scene)
        for kind, place in seen:
            painter.setOpacity(PALE if place.hidden else 1.0)
            if kind == "saddle":
                paint_saddle(painter, theme, place.at)
            elif kind == "maximum":
                paint_maximum(painter, theme, place.at)
            else:
                paint_minimum(painter, theme, place.at, lowest=kind == "minimum")
        painter.setOpacity(1.0)
        for kind, place in seen:
            alike = sum(other == kind for other, _ in seen)
            if place.hidden or alike > MOST_NAMES[kind] or _near(place.at, heads, theme.px(NEAR_HEAD)):
                continue
            name = self._names[kind]
            room = text_width(name, theme.font(12, 500)) + theme.px(20)
            side = "right" if place.at.x() + room <= scene.projection.width else "left"
            paint_name(painter, theme, place.at, name, side, free)

    def _rings(self, scene: Scene) -> list[Spot | None]:
        """Where the starts are, if in what is shown; with very many, only the first."""
        if self._frame is None or not self._frame.lanes:
            return []
        starts = self._frame.lanes[0].task.starts
        points = np.array([start[:2] for start in (starts if len(starts) <= FULL_ROWS else starts[:1])])
        return [place if place is not None and place.inside else None for place in spots(scene, points)]

    def _free_place(self, scene: Scene, rings: list[Spot | None]) -> FreePlace:
        """What names keep off: the starts, and the objective's marks."""
        free = FreePlace(scene.projection.width, scene.projection.height)
        marks = [*filter(None, rings), *(place for _, place in self._seen(scene))]
        free.add_marks([(place.at.x(), place.at.y()) for place in marks], self._theme.px(16))
        return free

    def _paint_starts(
        self, painter: QPainter, scene: Scene, placed: list[Spot | None], free: FreePlace
    ) -> None:
        self._places = [None if place is None else (place.at.x(), place.at.y()) for place in placed]
        for i, place in enumerate(placed):
            if place is None:
                continue
            painter.setOpacity(PALE if place.hidden else 1.0)
            if i == 0 and not place.hidden:
                side = self._free_side(scene, place.at.x())
                paint_name(painter, self._theme, place.at, self._names["start"], side, free)
            paint_start(painter, self._theme, place.at, i == self.start)
            painter.setOpacity(1.0)

    def _free_side(self, scene: Scene, across: float) -> str:
        """The side of the first start (at `across` pixels) where its name crosses no path."""
        second = np.array([path.run.lane.path[path.run.lane.at(1), 0, :2] for _, path in self._shown()])
        ways = scene.places(second.reshape(-1, 2))[:, 0] - across
        right = float(np.nan_to_num(np.clip(ways, -100.0, 100.0)).sum()) >= 0
        room = self._theme.px(50)
        if right:
            return "left" if across >= room else "right"
        return "right" if across <= scene.projection.width - room else "left"

    def grab(self, at: QPointF) -> bool:
        """Whether a start is under the mouse, the nearest of several; it grows, and can be dragged."""
        self.start = None
        if self._frame is None or fixed(self._frame.objective):
            return False
        gaps = [
            (math.hypot(place[0] - at.x(), place[1] - at.y()), i)
            for i, place in enumerate(self._places) if place is not None
        ]  # fmt: skip
        gap, nearest = min(gaps, default=(np.inf, 0))
        self.start = nearest if gap <= GRAB * self._theme.scale else None
        return self.start is not None

    def at(self, scene: Scene, at: QPointF) -> int | None:
        """The run whose head, or else whose path, lies under the mouse; the topmost of several."""
        if self._frame is None:
            return None
        scale = self._theme.scale
        for i, path in reversed(self._shown()):
            if _near(at, [place.at for place in self._heads(path, scene) if place], CLICK_HEAD * scale):
                return i
        gaps = []
        for i, path in self._shown():
            path.look(scene)
            gaps.append((path.nearest(self._frame.step, at.x(), at.y()), i))
        gap, nearest = min(gaps, default=(np.inf, 0))
        return nearest if gap <= CLICK_PATH * scale else None


def _near(at: QPointF, others: list[QPointF], gap: float) -> bool:
    return any(math.hypot(at.x() - other.x(), at.y() - other.y()) <= gap for other in others)
