"""The file behind the window: new, open, save, recent files, drag and drop, and asking before losing work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from gdviz import library, scenario_file
from gdviz.scenario import Scenario
from gdviz.ui.file_dialog import ask_open, ask_save
from gdviz.ui.language import Translate, refusal
from gdviz.ui.player import Player
from gdviz.ui.settings import Settings
from gdviz.values import SpecError

FILTER = "gdviz (*.toml)"
TABLES = (".csv", ".tsv", ".txt", ".dat", ".tab")  # endings of files that hold samples


class Document(QObject):
    """Which file the scenario belongs to. `named(str)`: the title to show; `recent_changed()`;
    `table_given(Path)`: a table was dropped, which is no scenario.

    Every dialog is opened without blocking; `tr` is set anew when the language changes.
    """

    named = Signal(str)
    recent_changed = Signal()
    table_given = Signal(object)

    def __init__(self, player: Player, settings: Settings, window: QWidget, tr: Translate) -> None:
        super().__init__(window)
        self._player, self._settings, self._window = player, settings, window
        self.tr_ = tr
        self.path: Path | None = None
        self._given_up = False  # the user has said that unsaved changes may be lost

    @property
    def title(self) -> str:
        """The file's name, or else the scenario's title, or else that of its objective."""
        shown = self._player.scenario
        if self.path is not None:
            return self.path.name
        return (
            self.tr_(shown.title, "scenario") if shown.title else self.tr_(shown.objective.label, "catalogue")
        )

    @property
    def unsaved(self) -> bool:
        return self._player.session.unsaved

    def tell(self) -> None:
        """Say how the document is called now."""
        self.named.emit(f"{self.title}[*] — gdviz")

    # Opening

    def new(self) -> None:
        """A fresh document: what the first start shows."""
        self._unless_lost(lambda: self.show_shipped(library.FIRST, ask=False))

    def show_shipped(self, name: str, ask: bool = True) -> None:
        """Open a scenario that comes with the program."""
        if ask:
            self._unless_lost(lambda: self.show_shipped(name, ask=False))
        else:
            self._take(library.shipped(name), None)

    def open(self) -> None:
        """Ask for a file and open it."""
        self._unless_lost(self._ask_open)

    def _ask_open(self) -> None:
        ask_open(self._window, self.tr_, self.tr_("Open a scenario"), FILTER, self.load, self._folder)

    def open_path(self, path: Path) -> None:
        """Open a file that was dropped or chosen among the recent ones; hand on a table."""
        if path.suffix.lower() in TABLES:
            self.table_given.emit(path)
            return
        self._unless_lost(lambda: self.load(str(path)))

    def load(self, name: str) -> None:
        """Open a file; one that can't be read leaves the document as it was, and says why."""
        path = Path(name)
        try:
            found = scenario_file.load(path)
        except (SpecError, OSError) as fault:
            self._say(self.tr_("{file} can't be opened").format(file=path.name), refusal(fault, self.tr_))
            return
        self._take(found, path)
        self._settings.add_recent(path.absolute())
        self.recent_changed.emit()

    def _take(self, found: Scenario, path: Path | None) -> None:
        # Nobody is asked about a document without a file, so what was made of it must not be lost.
        nameless = self.path is None and path is None and self.unsaved
        self.path = path
        self._player.open(found, way_back=nameless)
        self.tell()

    # Saving

    def save(self) -> None:
        """Save to the document's file, or ask for one."""
        if self.path is None:
            self.save_as()
        else:
            self.write(str(self.path))

    def save_as(self) -> None:
        """Ask for a file and save to it."""
        name = self.path.name if self.path else f"{self._player.scenario.objective.kind}.toml"
        title = self.tr_("Save the scenario")
        ask_save(self._window, self.tr_, title, FILTER, self.write, name, self._folder)

    def write(self, name: str) -> None:
        """Save to a file, whole; when that fails the document stays open and marked as unsaved."""
        path = Path(name)
        try:
            scenario_file.save(self._player.scenario, path)
        except OSError as fault:
            self._say(self.tr_("{file} can't be saved").format(file=path.name), refusal(fault, self.tr_))
            return
        self.path = path
        self._player.saved()
        self._settings.add_recent(path.absolute())
        self.recent_changed.emit()
        self.tell()

    # Asking

    @property
    def _folder(self) -> str:
        return str(self.path.parent) if self.path else ""

    def _say(self, text: str, detail: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "gdviz", text, parent=self._window)
        box.setInformativeText(detail)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _unless_lost(self, go_on: Callable[[], object]) -> None:
        """Go on at once if nothing of the user's own would be lost, else ask first."""
        if self.path is None or not self.unsaved:
            go_on()
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "gdviz",
            self.tr_("Save the changes to {file}?").format(file=self.title),
            parent=self._window,
        )
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answered(result: int) -> None:
            if result == buttons.Save:
                self.save()
            if result == buttons.Discard or (result == buttons.Save and not self.unsaved):
                go_on()

        box.finished.connect(answered)
        box.open()

    def may_close(self, close: Callable[[], object]) -> bool:
        """Whether the window may close now; else the user is asked, and `close` called afterwards."""
        if self._given_up or self.path is None or not self.unsaved:
            return True

        def go_on() -> None:
            self._given_up = True
            close()

        self._unless_lost(go_on)
        return False
