"""Says in a form why something can't be."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from gdviz.ui.theme import Theme


class RefusalLabel(QLabel):
    """A sentence in the colour of danger; it takes no room while there is nothing to say."""

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFont(theme.font(12))
        self.setStyleSheet(f"color:{theme.danger}")
        self.setWordWrap(True)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the sentence; nothing where it is empty."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
