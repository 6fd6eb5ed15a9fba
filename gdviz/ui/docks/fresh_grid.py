"""A grid of labels that is made anew when other rows are to be shown."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget


class FreshGrid(QWidget):
    """Holds one grid at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._host = QWidget()
        self._around.addWidget(self._host)

    def _fresh(self, between: int) -> QGridLayout:
        """An empty grid in the place of the one before; between: pixels between its columns."""
        old, self._host = self._host, QWidget()
        self._around.replaceWidget(old, self._host)
        old.setParent(None)
        old.deleteLater()
        grid = QGridLayout(self._host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(between)
        grid.setVerticalSpacing(0)
        return grid
