"""The name of a view, shortened to no less than a word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from gdviz.ui.elided import ElidedLabel

FEWEST = 2  # characters that make a word where words are not parted, as in Chinese


def shortened(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text as far as it fits and …, at least its first word; empty where not even that fits."""
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    word = text.split()[0] if text.strip() else ""
    least = len(word) if word.isascii() else min(FEWEST, len(word))
    return fitting if fitting == text or len(fitting.removesuffix("…").rstrip()) >= least else ""


class Title(ElidedLabel):
    """One line of text that gives way altogether where it would be cut to letters."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def share(self, width: int) -> int:
        """How much of that width it takes; it is hidden where it takes none."""
        fits = bool(shortened(self.text(), self.fontMetrics(), width))
        taken = min(self.sizeHint().width(), width) if fits else 0
        self.setMinimumWidth(taken)
        self.setVisible(fits)
        return taken
