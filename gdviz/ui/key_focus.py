"""Who has the keys: the pictures, but for what is typed, dragged, or reached with the Tab key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenuBar, QWidget

from gdviz.ui.page import Page

LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


def take_stray_key(event: QKeyEvent, page: Page, command: Callable[[str], QAction]) -> None:
    """Act on a key that no widget took: Enter and Escape give the keys to the pictures, Space plays.

    Escape where the pictures have them already ends a presentation, or else the full screen.
    """
    focused = QApplication.focusWidget()
    looking = focused is not None and (focused is page or page.isAncestorOf(focused))
    if event.key() == Qt.Key.Key_Escape and looking:
        for name in ("present", "full_screen"):
            if command(name).isChecked():
                command(name).trigger()
                return
    elif event.key() in LEAVING:
        refused = focused is not None and focused.property("refused")
        if not refused or event.key() == Qt.Key.Key_Escape:
            page.take_keys()  # but what was refused is typed again, and no key of it is meant for the plots
    elif event.key() == Qt.Key.Key_Space and not event.modifiers() and not isinstance(focused, QMenuBar):
        command("play").trigger()  # after a slider was dragged or a card chosen it means nothing else


def enter_typed() -> None:
    """Enter what is being typed, as Enter would: what is done next is meant to be done with it."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit) and focused.isModified():
        focused.editingFinished.emit()


class KeyFocus(QObject):
    """Hands the keys to the pictures when the mouse, not the Tab key, gives them to a button or a list:
    a click there is one thing, and the Space after it another."""

    def __init__(self, window: QWidget, page: Page) -> None:
        super().__init__(page)
        self._window, self._page = window, page
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._hand_over)

    def _hand_over(self, old: QWidget | None, new: QWidget | None) -> None:
        clicked = isinstance(new, QAbstractButton | QComboBox) and new.window() is self._window
        if clicked and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._page.take_keys()
