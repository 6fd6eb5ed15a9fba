"""The small buttons at the right end of the menu bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from gdviz.ui.buttons import IconButton
from gdviz.ui.theme import Theme


def add_corner(
    bar: QMenuBar, theme: Theme, guide: QAction, buttons: Mapping[str, tuple[str, Callable[[], None]]]
) -> None:
    """Put icon buttons there in the place of those before: the guide's, then by icon its words and slot."""
    old = bar.cornerWidget(Qt.Corner.TopRightCorner)
    corner = QWidget(bar)
    row = QHBoxLayout(corner)
    row.setContentsMargins(0, 0, theme.px(12), 0)
    row.setSpacing(theme.px(2))
    row.addWidget(IconButton(theme, "button_guide", "guide", action=guide))
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
    if old is not None:
        old.hide()  # Qt leaves it where it was, above the new one
        old.deleteLater()
