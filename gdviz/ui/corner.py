"""The small buttons at the right end of the menu bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from gdviz.ui.buttons import IconButton
from gdviz.ui.theme import Theme

Button = QAction | tuple[str, Callable[[], None]]


def add_corner(bar: QMenuBar, theme: Theme, buttons: Mapping[str, Button]) -> None:
    """Put icon buttons there in the place of those before: by icon, an action, or its words and slot."""
    corner = QWidget(bar)
    row = QHBoxLayout(corner)
    row.setContentsMargins(0, 0, theme.px(12), 0)
    row.setSpacing(theme.px(2))
    for name, does in buttons.items():
        if isinstance(does, QAction):
            button = IconButton(theme, f"button_{name}", name, action=does)
        else:
            button = IconButton(theme, f"button_{name}", name, does[0])
            button.clicked.connect(does[1])
        row.addWidget(button)
    old = bar.cornerWidget(Qt.Corner.TopRightCorner)
    bar.setCornerWidget(corner, Qt.Corner.TopRightCorner)
    if old is not None:  # Qt leaves it where it was
        old.hide()
        old.deleteLater()
    corner.show()
