"""A label that ends in … where there is no room, and says the whole in its tool tip."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class ElidedLabel(QLabel):
    """One line of text that makes nothing wider; `brief` stands for it where there is no room."""

    def __init__(self, text: str = "", brief: str = "") -> None:
        super().__init__(text)
        self.brief = brief
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def sizeHint(self) -> QSize:
        """As wide as the text: Qt's own is never narrower than the least width that was once set."""
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(math.ceil(wide) + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics, text = self.fontMetrics(), self.text()
        if self.brief and metrics.horizontalAdvance(text) > self.width():
            text = self.brief
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, text)
        painter.end()
