"""All that menus and keys can do: each action's name, words, key, and where the key works."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gdviz.ui.icons import icon
from gdviz.ui.key_focus import enter_typed
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme


class Command(NamedTuple):
    """words: in English; keys: the first is shown; plots: the keys work only where plots have focus."""

    words: str
    keys: tuple[str, ...] = ()
    plots: bool = False
    checkable: bool = False
    icon: str = ""


COMMANDS: dict[str, Command] = {
    "new": Command("New", ("Ctrl+N",)),
    "open": Command("Open…", ("Ctrl+O",)),
    "next_lesson": Command("Next scenario", ("Ctrl+PgDown",)),
    "previous_lesson": Command("Previous scenario", ("Ctrl+PgUp",)),
    "import_data": Command("Import data (CSV)…", ("Ctrl+I",)),
    "save": Command("Save", ("Ctrl+S",)),
    "save_as": Command("Save as…", ("Ctrl+Shift+S",)),
    "export_picture": Command("Export picture…", ("Ctrl+E",), icon="export"),
    "export_film": Command("Export film…", ("Ctrl+Shift+E",)),
    "export_table": Command("Export runs as CSV…"),
    "copy_picture": Command("Copy picture", ("Ctrl+Shift+C",)),
    "quit": Command("Quit", ("Ctrl+Q",)),
    "undo": Command("Undo", ("Ctrl+Z",)),
    "redo": Command("Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    "add_run": Command("Add optimizer…", ("Ctrl+Shift+A",)),
    "random_start": Command("Random start", ("Ctrl+Shift+R",)),
    "add_start": Command("Add a start"),
    "remove_start": Command("Remove the last start"),
    "copy_numpy": Command("Copy as NumPy script"),
    "copy_torch": Command("Copy as PyTorch script"),
    "play": Command("Play", ("Space",), plots=True, icon="play"),
    "step": Command("Step", ("Right",), plots=True, icon="step"),
    "step_back": Command("Step back", ("Left",), plots=True, icon="back"),
    "step_10": Command("10 steps", ("Shift+Right",), plots=True),
    "step_back_10": Command("10 steps back", ("Shift+Left",), plots=True),
    "first": Command("First step", ("Home",), plots=True, icon="first"),
    "last": Command("Last step", ("End",), plots=True, icon="last"),
    "reset": Command("Back to the start", ("Ctrl+R",)),
    "loop": Command("Loop", ("L",), plots=True, checkable=True, icon="loop"),
    "slower": Command("Slower", ("[",), plots=True),
    "faster": Command("Faster", ("]",), plots=True),
    "results": Command("Results…", ("Ctrl+T",)),
    "fit": Command("Show all", ("A",), plots=True),
    "grid": Command("Grid", ("G",), plots=True, checkable=True),
    "surface": Command("Surface", ("S",), plots=True, checkable=True),
    "graph": Command("Computational graph", ("C",), plots=True, checkable=True),
    "rates": Command("Loss by learning rate", ("R",), plots=True, checkable=True),
    "log_loss": Command("Logarithmic loss", ("Shift+L",), plots=True, checkable=True),
    "panels": Command("Hide the panels", ("F9",), checkable=True),
    "present": Command("Presentation", ("F5",), checkable=True),
    "full_screen": Command("Full screen", ("F11",), checkable=True),
    "reset_layout": Command("Reset the layout"),
    "gallery": Command("Gallery…", ("Ctrl+G",)),
    "guide": Command("Scenario guide", ("Ctrl+Shift+G",)),
    "keys": Command("Keys and guide", ("F1",)),
    "about": Command("About gdviz"),
}


class Actions(QObject):
    """The window's actions by name; each one's objectName is ``action_`` and its name."""

    def __init__(self, theme: Theme, tr: Translate, window: QWidget, plots: QWidget) -> None:
        super().__init__(window)
        self._all: dict[str, QAction] = {}
        for name, command in COMMANDS.items():
            action = QAction(tr(command.words), window)
            action.setObjectName(f"action_{name}")
            action.setCheckable(command.checkable)
            action.triggered.connect(enter_typed)  # before anything else is done
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            if command.icon:
                action.setIcon(icon(theme, command.icon))
                action.setIconVisibleInMenu(False)
            if command.plots:
                # Elsewhere these keys belong to the buttons, sliders, lists and fields themselves.
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                plots.addAction(action)
            else:
                window.addAction(action)
            self._all[name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def items(self) -> list[tuple[str, QAction]]:
        """Every action with its name."""
        return list(self._all.items())

    def checked(self) -> dict[str, bool]:
        """Which of the actions that can be checked are."""
        return {name: action.isChecked() for name, action in self._all.items() if action.isCheckable()}

    def check(self, states: dict[str, bool]) -> None:
        """Check them as they were; nobody is told."""
        for name, on in states.items():
            self._all[name].setChecked(on)

    def remove(self, window: QWidget) -> None:
        """Take all actions away again, before others are made."""
        for action in self._all.values():
            window.removeAction(action)
            action.deleteLater()
        self.deleteLater()
