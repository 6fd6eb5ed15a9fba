"""Takes samples from a file into the document: asks for the file, then how it is to be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gdviz import text_file
from gdviz.engine.datasets.csv import Csv
from gdviz.engine.learning.problem import DataProblem
from gdviz.scenario import Scenario
from gdviz.ui.document import TABLES
from gdviz.ui.file_dialog import ask_open
from gdviz.ui.import_dialog import ImportDialog
from gdviz.ui.language import Translate, refusal
from gdviz.ui.theme import Theme
from gdviz.values import SpecError

LONGEST = 80  # characters of a title


class Importing(QObject):
    """`edited(scenario, "")`: the scenario with samples from a file; `failed(text, detail)` when it can't be.

    The scenario that is shown is handed in by `show_scenario`.
    """

    edited = Signal(object, str)
    failed = Signal(str, str)

    def __init__(self, window: QWidget, theme: Theme, tr: Translate, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._theme, self._tr = window, theme, tr
        self._scenario: Scenario | None = None

    def show_scenario(self, scenario: Scenario) -> None:
        """Take note of what is to be edited."""
        self._scenario = scenario

    def ask(self) -> None:
        """Ask for a file, then how it is to be read."""
        known = " ".join(f"*{ending}" for ending in TABLES)
        filters = f"{self._tr('Tables')} ({known});;{self._tr('All files')} (*)"
        dialog = ask_open(self._window, self._tr, self._tr("Import data"), filters, self.open_path)
        dialog.setObjectName("import_file")

    def begin(self, data: object) -> None:
        """Ask how the file of these data is to be read; for a file where there are none."""
        if isinstance(data, Csv) and data.path:
            self._open(data)
        else:
            self.ask()

    def open_path(self, path: str | Path) -> None:
        """Ask how a file is to be read."""
        self._open(Csv(path=text_file.portable(str(Path(path).absolute()))))

    def _open(self, data: Csv) -> None:
        problem = self._scenario.objective if self._scenario is not None else None
        same = isinstance(problem, DataProblem) and isinstance(problem.data, Csv) and problem.data == data
        model = problem.model if same and isinstance(problem, DataProblem) else None
        dialog = ImportDialog(self._theme, self._tr, data, model, self._window)
        dialog.imported.connect(self._take)
        dialog.other_asked.connect(self.ask)
        dialog.open()

    def _take(self, problem: DataProblem) -> None:
        assert self._scenario is not None
        try:
            made = self._scenario.with_objective(problem)
        except SpecError as fault:  # so many parameters that the steps cannot be kept
            self.failed.emit(self._tr("These data can't be used"), refusal(fault, self._tr))
            return
        assert isinstance(problem.data, Csv)
        title = Path(problem.data.path.removeprefix(text_file.SHIPPED)).stem[:LONGEST]
        if getattr(self._scenario.objective, "data", None) != problem.data:
            made = replace(made, title=title, text="", question=None)
        self.edited.emit(made, "")
