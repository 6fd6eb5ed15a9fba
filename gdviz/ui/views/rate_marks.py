"""What stands on the curves over the learning rate: the runs, the handle, the best rate, and their names."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from gdviz.ui.language import Translate, short_name
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace
from gdviz.ui.views.loss_marks import paint_playhead
from gdviz.ui.views.marks import HALO, paint_cross, paint_head, paint_hollow, paint_text
from gdviz.ui.views.rate_curves import RateCurves
from gdviz.ui.views.rate_ground import paint_ground_words

HEAD, BEST, ROOM = 10.0, 9.0, 16  # pixels
CLOSE = 14.0  # pixels: the best rate is not marked where the run is


class RateMarks:
    """Painted over `curves`, each name where it covers least."""

    def __init__(self, theme: Theme, tr: Translate, curves: RateCurves) -> None:
        self._theme, self._tr, self._curves = theme, tr, curves

    def paint(self, painter: QPainter, extent: Extent, taken: QRectF) -> None:
        """Paint them; `taken`: where something is written already."""
        frame, theme, curves = self._curves.frame, self._theme, self._curves
        assert frame is not None
        free = FreePlace(extent.width, extent.height)
        free.add_rect(taken)
        places: dict[int, QPointF] = {}
        for lane in curves.lanes:
            free.add_line(curves.line(lane, frame.step, extent))
            at = QPointF(*curves.place(curves.rate(lane), curves.own(lane, frame.step), extent))
            if extent.holds(at.x(), at.y(), 1):
                places[lane] = at
        free.add_marks([(at.x(), at.y()) for at in places.values()], theme.px(ROOM))
        if frame.chosen in places:
            x = places[frame.chosen].x()
            free.add_line(np.array([[x, 0.0], [x, extent.height]]))
            paint_playhead(painter, theme, extent, x)
            self._paint_best(painter, extent, places[frame.chosen], free)
            self._paint_reached(painter, free)
        for lane, at in places.items():
            style = theme.run(frame.lanes[lane].slot)
            if math.isinf(curves.own(lane, frame.step)):
                paint_cross(painter, theme, at, theme.color(style.color), theme.px(9))
            else:
                paint_head(painter, theme, style, at, HEAD)
        for lane, at in places.items():
            name, color = short_name(frame.lanes[lane], self._tr), theme.run(frame.lanes[lane].slot).color
            self._name(painter, free, at, name, theme.font(12, 600), color)
        if frame.chosen in curves.lanes:
            paint_ground_words(painter, theme, extent, self._tr, curves, free)

    def _paint_best(self, painter: QPainter, extent: Extent, own: QPointF, free: FreePlace) -> None:
        """A hollow mark where the chosen run would be best after this step."""
        frame, theme = self._curves.frame, self._theme
        assert frame is not None
        best = self._curves.best(frame.chosen, frame.step)
        if best is None:
            return
        at = QPointF(*self._curves.place(*best, extent))
        if abs(at.x() - own.x()) < CLOSE * theme.scale or not extent.holds(at.x(), at.y()):
            return
        style = theme.run(frame.lanes[frame.chosen].slot)
        paint_hollow(painter, theme, style, at, BEST)
        free.add_marks([(at.x(), at.y())], theme.px(ROOM))
        text = self._tr("best {rate}").format(rate=f"{best[0]:.2g}")
        self._name(painter, free, at, text, theme.font(12, 500), style.color)

    def _paint_reached(self, painter: QPainter, free: FreePlace) -> None:
        """Say how far the chosen run's sweep has come, where the step shown is beyond that."""
        frame, theme = self._curves.frame, self._theme
        assert frame is not None
        reached = self._curves.reached(frame.chosen)
        if reached is None or reached >= frame.step:
            return
        at, text = QPointF(theme.px(8), theme.px(12)), self._tr("known up to step {n}").format(n=reached)
        free.add_rect(paint_text(painter, at, text, theme.font(11), theme.color("muted"),
                                 theme.color("halo", HALO)))

    def _name(
        self, painter: QPainter, free: FreePlace, at: QPointF, text: str, font: QFont, color: str
    ) -> None:
        """Words beside a mark, where they cover least."""
        middle, right, left = (Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft,
                               Qt.AlignmentFlag.AlignRight)
        gap, line = float(self._theme.px(12)), float(self._theme.px(18))
        ways = [(gap, 0.0, right), (-gap, 0.0, left), (0.0, -line, middle), (0.0, line, middle)]
        ways += [(way * gap, down * line / 2, side)
                 for down in (-1, 1) for way, side in ((1, right), (-1, left))]
        where, side = free.best([(at + QPointF(dx, dy), side) for dx, dy, side in ways], text, font)
        ink, halo = self._theme.color(color), self._theme.color("halo", HALO)
        paint_text(painter, where, text, font, ink, halo, side)
