"""A gauge: how much of what the curvature allows the learning rate takes up."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdviz.ui.numbers import significant
from gdviz.ui.theme import Theme

BEYOND = 1.5  # end of the scale, as a multiple of the limit


class Gauge(QWidget):
    """A track from 0 to one and a half times the limit, filled up to the value; danger beyond the limit."""

    def __init__(self, theme: Theme, accessible: str) -> None:
        super().__init__()
        self._theme = theme
        self._reach, self._most, self._color = 0.0, 1.0, theme.ink
        self.setObjectName("gauge_stability")
        self.setAccessibleName(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A pointer, the track, and a line of numbers."""
        return QSize(self._theme.px(120), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """Readable at half its width."""
        return QSize(self._theme.px(60), self._theme.px(40))

    def show_value(self, reach: float, most: float, color: str) -> None:
        """Show η λ_max, its limit (> 0), and the run's colour."""
        self._reach, self._most, self._color = reach, most, color
        self.setAccessibleDescription(f"{significant(reach)} / {significant(most)}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, part beyond the limit, filled part, limit, pointer, numbers."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        at, limit = self._x(self._reach), self._x(self._most)
        unstable = self._reach >= self._most
        end = float(self.width() - px(6))
        self._bar(painter, px(6), limit, theme.groove)
        self._bar(painter, limit, end, theme.danger_tint)
        self._bar(painter, px(6), min(at, limit), self._color)
        if unstable:
            self._bar(painter, limit, at, theme.danger)
        painter.fillRect(QRectF(round(limit), px(7), 1, px(18)), theme.color("danger"))
        painter.setBrush(theme.color("danger" if unstable else "ink"))
        painter.drawPolygon(self._pointer(at))
        painter.setFont(theme.font(11))
        self._number(painter, px(6), 0.0, "muted")
        self._number(painter, limit, self._most, "danger" if unstable else "muted")
        painter.end()

    def _x(self, value: float) -> float:
        share = value / (BEYOND * self._most)
        share = min(max(share, 0.0), 1.0) if math.isfinite(share) else 1.0
        left, right = self._theme.px(6), self.width() - self._theme.px(6)
        return left + share * (right - left)

    def _bar(self, painter: QPainter, left: float, right: float, color: str) -> None:
        painter.setBrush(self._theme.color(color))
        painter.drawRect(QRectF(left, self._theme.px(12), right - left, self._theme.px(8)))

    def _pointer(self, at: float) -> QPolygonF:
        """A triangle above the value; lying down at the end where the value is off the scale."""
        half, tip = self._theme.px(5), self._theme.px(11)
        if self._reach > BEYOND * self._most:
            middle = float(self._theme.px(16))
            return QPolygonF([QPointF(at + half, middle), QPointF(at - half / 2, middle - 1.4 * half),
                              QPointF(at - half / 2, middle + 1.4 * half)])  # fmt: skip
        return QPolygonF([QPointF(at, tip), QPointF(at - half, tip - 1.7 * half),
                          QPointF(at + half, tip - 1.7 * half)])  # fmt: skip

    def _number(self, painter: QPainter, at: float, value: float, color: str) -> None:
        text = f"{value:.3g}"
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        painter.setPen(self._theme.color(color))
        left = min(max(at - width / 2, 0.0), self.width() - width)
        place = QRectF(left, self._theme.px(24), width + 1, self._theme.px(16))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
