"""The place where the user expects a run to end, and in the end how far off that was."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from gdviz.frame import Frame
from gdviz.question import Prediction, Where
from gdviz.ui.language import Translate
from gdviz.ui.numbers import shown
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace
from gdviz.ui.views.marks import HALO, paint_name, paint_text

RADIUS, ARM = 7.0, 11.0  # pixels: the ring, and the hairs across it
GRAB = 13.0  # pixels round it that take hold of it


class GuessMark:
    """A ring with hairs at the guess; once it is told, a dashed line from there to the truth."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        self._theme, self._name = theme, tr("your guess")
        self._frame: Frame | None = None
        self.held = False

    def show(self, frame: Frame) -> None:
        """Take the prediction from a frame."""
        self._frame = frame
        self.held = self.held and self.wanted

    @property
    def _asked(self) -> Prediction | None:
        asked = self._frame.prediction if self._frame else None
        return asked if asked is not None and isinstance(asked.question, Where) else None

    @property
    def wanted(self) -> bool:
        """Whether a click is to say where."""
        return self._asked is not None and not self._asked.fixed

    # The hand

    def near(self, extent: Extent, at: QPointF) -> bool:
        """Whether a pixel is on a guess that may still be changed."""
        asked = self._asked
        if asked is None or not self.wanted or not isinstance(asked.guess, tuple):
            return False
        away = self._place(asked.guess, extent) - at
        return math.hypot(away.x(), away.y()) <= GRAB * self._theme.scale

    def take(self, extent: Extent, at: QPointF) -> bool:
        """Hold the guess, if it is here."""
        self.held = self.near(extent, at)
        return self.held

    def let_go(self) -> bool:
        """Hold it no longer; whether it was held."""
        held, self.held = self.held, False
        return held

    def cursor(self, extent: Extent, at: QPointF | None) -> Qt.CursorShape | None:
        """A hand at the guess, closed while it is held; None elsewhere."""
        if self.held:
            return Qt.CursorShape.ClosedHandCursor
        return Qt.CursorShape.OpenHandCursor if at is not None and self.near(extent, at) else None

    def paint(self, painter: QPainter, extent: Extent, free: FreePlace) -> None:
        """The guess and its name, and the way to the truth; free: where among the rest a name may stand."""
        asked = self._asked
        if asked is None or not isinstance(asked.guess, tuple):
            return
        theme, at = self._theme, self._place(asked.guess, extent)
        if isinstance(asked.truth, tuple):
            end = self._place(asked.truth, extent)
            painter.setPen(QPen(theme.color("halo", HALO), 4 * theme.scale))
            painter.drawLine(at, end)
            dashed = QPen(theme.color("ink"), 1.4 * theme.scale)
            dashed.setDashPattern([4, 3])
            painter.setPen(dashed)
            painter.drawLine(at, end)
            if math.hypot(end.x() - at.x(), end.y() - at.y()) > theme.px(70):
                self._paint_distance(painter, asked, (at + end) / 2)
        self._paint_ring(painter, at)
        side = "right" if at.x() < extent.width - theme.px(90) else "left"
        paint_name(painter, theme, at, self._name, side, free, broad=5)

    def _place(self, point: tuple[float, ...], extent: Extent) -> QPointF:
        """The pixels of a point; of one parameter on the curve. Kept near the view: Qt draws no farther."""
        assert self._frame is not None
        height = point[-1]
        if len(point) == 1:
            with np.errstate(all="ignore"):
                height = float(self._frame.objective.value(np.array([point]))[0])
        x, y = extent.place(point[0], height if math.isfinite(height) else extent.bottom)
        return QPointF(min(max(x, -9e3), 9e3), min(max(y, -9e3), 9e3))

    def _paint_ring(self, painter: QPainter, at: QPointF) -> None:
        theme = self._theme
        radius, arm = RADIUS * theme.scale, ARM * theme.scale
        edge, line = theme.color("halo", HALO), theme.color("ink")
        for pen in (QPen(edge, 4.5 * theme.scale), QPen(line, 1.8 * theme.scale)):
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius, radius)
            for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
                painter.drawLine(at + way * (radius - 3 * theme.scale), at + way * arm)

    def _paint_distance(self, painter: QPainter, asked: Prediction, at: QPointF) -> None:
        theme, text = self._theme, shown(asked.off)
        color, halo = theme.color("text"), theme.color("halo", HALO)
        place, middle = at - QPointF(0, theme.px(12)), Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, place, text, theme.font(12, 600), color, halo, middle)
