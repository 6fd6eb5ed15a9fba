"""A closed box that shows what is chosen of a catalogue, and opens the list to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gdviz.ui.fields import Choice
from gdviz.ui.language import Translate
from gdviz.ui.offers import Offer
from gdviz.ui.theme import Theme

STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
KEYBOARD = Qt.KeyboardModifier
PLAIN = (KEYBOARD.NoModifier, KEYBOARD.ShiftModifier, KEYBOARD.KeypadModifier)


class CatalogueChoice(Choice):
    """It holds but the one that is shown: the others are made when the list is opened.

    Typing opens the list and finds; Up and Down go from one to the next without it.
    """

    def __init__(
        self, theme: Theme, name: str, accessible: str, tr: Translate, offer: Offer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, accessible, parent=parent)
        self._tr, self._offer = tr, offer

    def show_choice(self, key: str) -> None:
        """Show the entry with this key; none if there is no such entry."""
        entry = self._offer.entry(key)
        if entry is not None and key == self._key and self.itemText(0) == entry.label:
            return
        self._key = key
        self.clear()
        self.setToolTip("" if entry is None else entry.about)
        if entry is not None:
            self.addItem(entry.label, key)

    def choices(self) -> list[str]:
        """Every key that arrow keys reach."""
        return [entry.key for group in self._offer.groups() for entry in group.entries if not entry.asks]

    def showPopup(self) -> None:
        """Open the list."""
        self._open("")

    def _open(self, text: str) -> None:
        from gdviz.ui.picker import Picker

        picker = Picker(self._theme, self._tr, self.accessibleName(), self._offer.groups(), self._key)
        picker.chosen.connect(self.take)
        picker.open_by(self, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the list."""
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self._open("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters open the list with what they find; arrows take the next."""
        plain, text = event.modifiers() in PLAIN, event.text()
        if plain and event.key() in STEPS:
            self._step(STEPS[event.key()])
        elif plain and text.isprintable() and text.strip():
            self._open(text)
        else:
            super().keyPressEvent(event)

    def _step(self, way: int) -> None:
        keys = self.choices()
        at = keys.index(self._key) + way if self._key in keys else 0
        self.take(keys[min(max(at, 0), len(keys) - 1)])
