"""The small buttons at the right end of the menu bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from gdviz.ui.buttons import IconButton
from gdviz.ui.theme import Theme


def add_corner(bar: QMenuBar, theme: Theme, buttons: Mapping[str, tuple[str, Callable[[], None]]]) -> None:
    """Put icon buttons there: by icon, what it is called and what it does."""
    corner = QWidget(bar)
    row = QHBoxLayout(corner)
    row.setContentsMargins(0, 0, theme.px(12), 0)
    row.setSpacing(theme.px(2))
    for name, (words, slot) in buttons.items():
        button = IconButton(theme, f"button_{name}", name, words)
        button.clicked.connect(slot)
        row.addWidget(button)
    before = bar.cornerWidget(Qt.Corner.TopRightCorner)
    bar.setCornerWidget(corner, Qt.Corner.TopRightCorner)
    if before is not None:  # Qt leaves it where it is, under the new one
        before.hide()
        before.deleteLater()
    corner.show()
