"""A line of text that can point at the character where it is at fault."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QLineEdit

from gdviz.ui.theme import Theme


class TextLine(QLineEdit):
    """`mark(column)` puts the cursor at a character and a small triangle under it; `mark(None)` ends that.

    given_up(): Escape was pressed on a text that was begun or refused; the owner shows the last good one.
    """

    given_up = Signal()

    def __init__(self, theme: Theme, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFont(theme.font())
        self._theme = theme
        self._column: int | None = None

    @property
    def column(self) -> int | None:
        """The character that is marked, counted from 0."""
        return self._column

    def mark(self, column: int | None) -> None:
        """Point at a character of the text, or at none."""
        self._column = column
        if column is not None:
            self.setCursorPosition(min(column, len(self.text())))
        self.setProperty("refused", column is not None)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the last good text back."""
        if event.key() == Qt.Key.Key_Escape and (self.isModified() or self._column is not None):
            self.setModified(False)
            self.mark(None)
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and under the marked character the triangle."""
        super().paintEvent(event)
        if self._column is None or self.cursorPosition() != min(self._column, len(self.text())):
            return
        size, foot = self._theme.px(4), self.height() - self._theme.px(2)
        x = self.cursorRect().center().x() + self._theme.px(3)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("danger"))
        painter.drawPolygon(
            QPolygonF([QPointF(x, foot - size), QPointF(x - size, foot), QPointF(x + size, foot)])
        )
        painter.end()
