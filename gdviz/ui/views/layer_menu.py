"""The menu behind a view's layers button: what is drawn besides the runs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QMouseEvent
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

    def add_entry(self, key: str, text: str) -> None:
        """Add something to be done: chosen(key, None)."""
        action = self._add(f"action_layer_{key}", text, False)
        action.setCheckable(False)
        action.setData((key, None))

    def offer(self, there: dict[str, bool]) -> None:
        """Show only those of these keys for which there is something."""
        for key, on in there.items():
            self._found(key).setVisible(on)

    def allow(self, key: str, on: bool, text: str) -> None:
        """Let a switch be used or not; its text may say why not."""
        action = self._found(key)
        if action.isEnabled() != on or action.text() != text:
            action.setEnabled(on)
            action.setText(text)

    def check(self, key: str, on: bool) -> None:
        """Show a switch as on or off; tells nobody."""
        self._found(key).setChecked(on)

    def show_layers(self, layers: object) -> None:
        """Show which layers are drawn, each by its name; tells nobody."""
        for action in self.actions():
            key, option = action.data() or ("", None)
            if action.isCheckable() and hasattr(layers, key):
                action.setChecked(getattr(layers, key) == (True if option is None else option))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a switch leaves the menu open: one looks at the picture, and switches the next."""
        action = self.actionAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and action is not None and action is self.activeAction() and self._is_switch(action):
            action.activate(QAction.ActionEvent.Trigger)
        else:
            super().mouseReleaseEvent(event)

    @staticmethod
    def _is_switch(action: QAction) -> bool:
        return action.isEnabled() and action.isCheckable() and action.actionGroup() is None

    def _found(self, key: str) -> QAction:
        return next(action for action in self.actions() if action.data() == (key, None))

    def _add(self, name: str, text: str, on: bool) -> QAction:
        action = self.addAction(text)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _tell(self, action: QAction) -> None:
        key, option = action.data()
        self.chosen.emit(key, action.isChecked() if option is None else option)
