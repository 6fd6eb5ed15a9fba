"""Parts that the inspector's pages are made of: a section with its heading, a sentence that wraps."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdviz.ui.theme import Theme


def level_line(theme: Theme) -> QWidget:
    """A level line between two sections."""
    line = QWidget()
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    line.setStyleSheet(f"background:{theme.border}")
    line.setFixedHeight(1)
    return line


def wrapped_height(label: QLabel, width: int) -> int:
    """How high a label's text is in that width.

    Not the label's own answer: that is never less than the height it was given for an earlier, longer text.
    """
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    if label.textFormat() == Qt.TextFormat.RichText:
        document.setHtml(label.text())
    else:
        document.setPlainText(label.text())
    document.setTextWidth(width)
    return math.ceil(document.size().height()) if label.text() else 0


class Sentence(QLabel):
    """Muted text over as many lines as it needs, as high as those; nothing where it is empty."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFont(theme.font(12))
        self.setStyleSheet(f"color:{theme.muted}")
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_text(self, text: str) -> None:
        """Show it."""
        if text != self.text():
            self.setText(text)
            self._make_room()
        self.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other line breaks."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        # A label in a scrolling panel is not asked by Qt how high it is in its width.
        self.setMinimumHeight(wrapped_height(self, self.width()))


class Section(QWidget):
    """A heading with what stands at its right end, and what follows it; under a level line."""

    def __init__(self, theme: Theme, title: str, *parts: QWidget, line: bool = True) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, theme.px(10 if line else 0), 0, 0)
        self._layout.setSpacing(theme.px(4))
        if line:
            self._layout.addWidget(level_line(theme))
        self._heading, self._side = QLabel(title), QLabel()
        self._heading.setFont(theme.font(13, 600))
        self._heading.setFixedHeight(theme.px(28))
        self._side.setFont(theme.font())
        self._side.setStyleSheet(f"color:{theme.muted}")
        row = QHBoxLayout()
        row.addWidget(self._heading)
        row.addStretch(1)
        row.addWidget(self._side)
        self._layout.addLayout(row)
        for part in parts:
            self._layout.addWidget(part)

    def show_title(self, title: str) -> None:
        """Another heading."""
        self._heading.setText(title)

    def show_side(self, text: str) -> None:
        """What stands at the right end of the heading."""
        self._side.setText(text)
