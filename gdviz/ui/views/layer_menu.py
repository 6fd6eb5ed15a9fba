"""The menu behind a view's layers button: what is drawn besides the runs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget


class LayerMenu(QMenu):
    """Switches and choices; chosen(key, value) by the user's hand only: a bool, or the key of an option."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.triggered.connect(self._tell)

    def add_choice(self, key: str, options: Iterable[tuple[str, str]], shown: str) -> None:
        """Add options (key, text) of which one holds."""
        group = QActionGroup(self)
        for option, text in options:
            action = self._add(f"action_layer_{key}_{option}", text, option == shown)
            action.setData((key, option))
            group.addAction(action)
        self.addSeparator()

    def add_switch(self, key: str, text: str, on: bool) -> None:
        """Add something that is drawn or not."""
        self._add(f"action_layer_{key}", text, on).setData((key, None))

    def _add(self, name: str, text: str, on: bool) -> QAction:
        action = self.addAction(text)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _tell(self, action: QAction) -> None:
        key, option = action.data()
        self.chosen.emit(key, action.isChecked() if option is None else option)
