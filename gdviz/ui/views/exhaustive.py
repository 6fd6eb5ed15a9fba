"""Exhaustive search beside gradient descent: the points it tries, the best of them, and what both cost."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.engine.exhaustive import Exhaustive, found
from gdviz.engine.oracle import GRADIENT, HESSIAN, SAMPLES, VALUE
from gdviz.frame import Frame
from gdviz.ui.language import Translate, short_name
from gdviz.ui.numbers import shown
from gdviz.ui.theme import Theme
from gdviz.ui.views.canvas import blank, on_screen, painting
from gdviz.ui.views.captions import paint_remark
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace
from gdviz.ui.views.marks import HALO, paint_text, text_width
from gdviz.ui.views.samples import apart, paint_dots

SHADES = 6  # ranks that can be told apart
SMALL, LARGE = 4.0, 7.5  # pixels: the worst and the best rank
FAINT, STRONG = 0.35, 0.85  # their opacities
RING = 7.0  # pixels: radius of the mark of the best


class SearchDots:
    """Paints a search over one or two parameters; with `walk` the first k points at step k."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        self._theme, self._tr = theme, tr
        self._key: object = None
        self._image: QImage | None = None
        self._made: tuple[Exhaustive, Array, Array] | None = None

    def _points(self, frame: Frame) -> tuple[Exhaustive, Array, Array] | None:
        """The search, its points (n, 2) in the plot's plane, and their ranks (n,), 0 for the best … 1."""
        if frame.grid is None or frame.objective.dimension != len(frame.grid.box):
            return None
        result = found(frame.objective, frame.grid)
        if self._made is None or self._made[0] is not result:
            losses = result.losses.ravel()
            parts = np.meshgrid(*result.grid, indexing="ij")
            second = parts[1].ravel() if len(parts) == 2 else losses
            ranks = np.argsort(np.argsort(losses, kind="stable"), kind="stable")
            self._made = result, np.stack([parts[0].ravel(), second], axis=1), ranks / max(len(losses) - 1, 1)
        return self._made

    def paint(
        self, painter: QPainter, extent: Extent, frame: Frame, walk: bool, free: FreePlace | None = None
    ) -> None:
        """The points that were tried by the frame's step; on screens their pixels are kept."""
        made = self._points(frame)
        if made is None:
            return
        result, points, ranks = made
        count = min(frame.step, len(points)) if walk else len(points)
        ratio = on_screen(painter)
        if not ratio:
            self._draw(painter, extent, points[:count], ranks)
        else:
            key = (result, extent, ratio, count)
            if key != self._key or self._image is None:
                self._key, self._image = key, blank(extent.width, extent.height, ratio)
                with painting(self._image) as inner:
                    self._draw(inner, extent, points[:count], ranks)
            painter.drawImage(QPointF(0, 0), self._image)
        if count:
            self._paint_best(painter, extent, frame, points[int(np.argmin(ranks[:count]))], count, free)

    def _draw(self, painter: QPainter, extent: Extent, points: Array, ranks: Array) -> None:
        places = extent.places(np.nan_to_num(points, nan=1e9, posinf=1e9, neginf=-1e9))
        kept = apart(places, extent)
        shades = np.minimum((np.sqrt(ranks[kept]) * SHADES).astype(np.int64), SHADES - 1)
        for shade in range(SHADES - 1, -1, -1):
            part = 1.0 - shade / (SHADES - 1)
            chosen = places[kept[shades == shade]]
            if len(chosen):
                size = (SMALL + (LARGE - SMALL) * part**2) * self._theme.scale
                paint_dots(painter, chosen, self._theme.color("halo", HALO), size + 1.5 * self._theme.scale)
                color = self._theme.color("ink", FAINT + (STRONG - FAINT) * part**2)
                paint_dots(painter, chosen, color, size)

    def _named_below(self, frame: Frame, extent: Extent, at: QPointF) -> bool:
        """Whether the name of a minimum stands on a map where the name of the best would."""
        if frame.objective.dimension < 2:
            return False
        ways = [QPointF(*extent.place(x, y)) - at for x, y in frame.objective.minima]
        wide, high = self._theme.px(80), self._theme.px(40)
        return any(abs(way.x()) < wide and 0 < way.y() < high for way in ways)

    def _paint_best(
        self, painter: QPainter, extent: Extent, frame: Frame, point: Array, count: int,
        free: FreePlace | None,
    ) -> None:
        at, theme = QPointF(*extent.place(*point.tolist())), self._theme
        if not extent.holds(at.x(), at.y()):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((theme.color("halo", HALO), 4.5), (theme.color("ink"), 2.0)):
            painter.setPen(QPen(color, width * theme.scale))
            painter.drawEllipse(at, RING * theme.scale, RING * theme.scale)
        text, font = self._tr("best of {n}").format(n=count), theme.font(12, 500)
        room = text_width(text, font) / 2 + theme.px(6)
        above = at.y() + theme.px(34) > extent.height or self._named_below(frame, extent, at)
        down = theme.px(-18 if above else 22)
        place = QPointF(max(min(at.x(), extent.width - room), room), at.y() + down)
        middle = Qt.AlignmentFlag.AlignHCenter
        if free is not None:
            free.best([(place, middle)], text, font)  # other names keep clear of it
        paint_text(painter, place, text, font, theme.color("text"), theme.color("halo", HALO), middle)

    def paint_costs(self, painter: QPainter, width: float, frame: Frame, walk: bool, line: int) -> int:
        """What the search and the chosen run have cost, from this line on; returns the next free one."""
        made = self._points(frame)
        if made is None:
            return line
        result, tr = made[0], self._tr
        losses = result.losses.ravel()
        count = min(frame.step, len(losses)) if walk else len(losses)
        parts = [tr("{n} losses").format(n=count)]
        if frame.objective.terms:
            parts.append(tr("{n} samples").format(n=count * frame.objective.terms))
        if count:
            parts.append(f"f = {shown(float(np.fmin.reduce(losses[:count])), 3)}")
        text = f"{tr('grid')}: {', '.join(parts)}"
        paint_remark(painter, self._theme, width, text, line)
        lane = frame.lanes[frame.chosen]
        now = lane.at(frame.step)
        costs = lane.counts[now, :, 0]
        words = {VALUE: tr("{n} losses"), GRADIENT: tr("{n} gradients"), HESSIAN: tr("{n} Hessians"),
                 SAMPLES: tr("{n} samples")}  # fmt: skip
        parts = [text.format(n=int(costs[kind])) for kind, text in words.items() if costs[kind]]
        parts.append(f"f = {shown(float(lane.losses[now, 0]), 3)}")
        text = f"{short_name(lane, tr)}: {', '.join(parts)}"
        color = self._theme.run(lane.slot).color
        paint_remark(painter, self._theme, width, text, line + 1, color=color)
        return line + 2
