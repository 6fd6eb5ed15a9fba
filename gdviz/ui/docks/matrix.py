"""A small matrix in brackets, for numbers that change."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdviz.ui.numbers import significant
from gdviz.ui.theme import Theme


class Matrix(QWidget):
    """Entries in columns, right-aligned, between two brackets; smaller where there is no room."""

    MOST = 3  # rows and columns that are worth showing

    def __init__(self, theme: Theme, accessible: str) -> None:
        super().__init__()
        self._theme = theme
        self._entries: list[list[str]] = []
        self.setAccessibleName(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_value(self, matrix: np.ndarray) -> None:
        """Show a matrix (n, n) with n ≤ `MOST`."""
        entries = [[significant(entry) for entry in row] for row in matrix]
        if entries != self._entries:
            self._entries = entries
            self.setAccessibleDescription("; ".join(", ".join(row) for row in entries))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """The entries, with room between and around them."""
        width = sum(self._widths(13)) + self._theme.px(12) * len(self._entries) + self._theme.px(8)
        return QSize(math.ceil(width), self._theme.px(19) * len(self._entries) + self._theme.px(6))

    def minimumSizeHint(self) -> QSize:
        """Letters of ten pixels can still be read."""
        return QSize(round(self.sizeHint().width() * 10 / 13), self.sizeHint().height())

    def _widths(self, size: float) -> list[float]:
        metrics = QFontMetricsF(self._theme.font(size, 600))
        return [max(map(metrics.horizontalAdvance, column)) for column in zip(*self._entries, strict=True)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Brackets, then the entries, from the right."""
        theme, px, right = self._theme, self._theme.px, float(self.width() - 1)
        size = min(13.0, 13.0 * self.width() / max(self.sizeHint().width(), 1))
        widths = self._widths(size)
        whole = min(sum(widths) + px(12) * len(widths) + px(8), right)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("muted"), 1.2 * theme.scale))
        low, high, hook = self.height() - 1.5, 1.5, px(4)
        for edge, inward in ((right - whole + 1, hook), (right, -hook)):
            corners = [(edge + inward, high), (edge, high), (edge, low), (edge + inward, low)]
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in corners]))
        painter.setFont(theme.font(size, 600))
        painter.setPen(theme.color("text"))
        step = (self.height() - px(6)) / max(len(self._entries), 1)
        end = right - px(8)
        for column, width in reversed(list(enumerate(widths))):
            for row, entries in enumerate(self._entries):
                place = QRectF(end - width - 1, px(3) + row * step, width + 1, step)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                                 entries[column])  # fmt: skip
            end -= width + px(12)
        painter.end()
