"""What the menus' actions do: each is connected to what does it; steps, starts and views need no more."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QMessageBox

from gdviz import __version__, scenario_file
from gdviz.engine.learning.problem import DataProblem
from gdviz.scenario import MOST_STARTS, Scenario
from gdviz.ui.actions import Actions
from gdviz.ui.document import Document
from gdviz.ui.exporting import Exporting
from gdviz.ui.help import HelpDialog
from gdviz.ui.importing import Importing
from gdviz.ui.language import refusal, tr
from gdviz.ui.page import Page
from gdviz.ui.player import Player
from gdviz.ui.settings import Settings
from gdviz.ui.theme import Theme
from gdviz.values import SpecError


class Tools(QObject):
    """Connects the actions to player, document and page."""

    def __init__(
        self, window: QMainWindow, player: Player, document: Document, actions: Actions, page: Page,
        theme: Theme,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._player, self._document = window, player, document
        self._actions, self._page, self._theme = actions, page, theme
        self.importing = Importing(window, theme, tr, self)
        self.importing.edited.connect(player.edit)
        document.table_given.connect(self.importing.open_path)
        self.exporting = Exporting(window, player, page, theme, self)
        for part in (self.importing, self.exporting):
            part.failed.connect(self._say)
        slots = {
            "new": document.new, "open": document.open, "save": document.save, "save_as": document.save_as,
            "import_data": self.importing.ask,
            "export_picture": self.exporting.picture, "export_film": self.exporting.film,
            "export_table": self.exporting.table, "copy_picture": self.exporting.copy,
            "random_start": self._random_start, "add_start": self._add_start,
            "remove_start": self._remove_start,
            "step": self._step, "step_back": self._step_back, "step_10": self._step_10,
            "step_back_10": self._step_back_10, "first": self._first, "last": self._last,
            "reset": self._first, "slower": self._slower, "faster": self._faster,
            "fit": page.fit, "log_loss": self._log_loss, "rates": page.below.show_rates,
            "results": self._results, "keys": self._keys, "about": self._about,
        }  # fmt: skip
        for name, slot in slots.items():
            actions[name].triggered.connect(slot)
        page.below.charted.connect(self._show_log)
        # Also told when a window that was built anew checks them again.
        actions["grid"].toggled.connect(page.show_grid)
        actions["surface"].toggled.connect(page.show_surface)
        actions["graph"].toggled.connect(page.show_graph)
        actions["surface"].triggered.connect(self._leave_graph)
        page.search_chosen.connect(self._search)

    def show_scenario(self, shown: Scenario) -> None:
        """Enable what can be done with this scenario."""
        self.importing.show_scenario(shown)
        self._actions["remove_start"].setEnabled(len(shown.starts) > 1)
        self._actions["surface"].setEnabled(shown.objective.dimension > 1)
        self._actions["graph"].setEnabled(isinstance(shown.objective, DataProblem))

    def remember(self, settings: Settings) -> None:
        """Keep what is shown for the next time."""
        settings.last_scenario = scenario_file.dumps(self._player.scenario)

    # Time

    def _step(self) -> None:
        self._player.move(1)

    def _step_back(self) -> None:
        self._player.move(-1)

    def _step_10(self) -> None:
        self._player.move(10)

    def _step_back_10(self) -> None:
        self._player.move(-10)

    def _first(self) -> None:
        self._player.pause()
        self._player.seek(0)

    def _last(self) -> None:
        self._player.pause()
        self._player.seek(self._player.scenario.steps)

    def _slower(self) -> None:
        self._player.change_speed(-1)

    def _faster(self) -> None:
        self._player.change_speed(1)

    # Starts

    def _somewhere(self) -> tuple[float, ...]:
        box = self._player.scenario.objective.box
        point = np.random.default_rng().uniform([low for low, _ in box], [high for _, high in box])
        return tuple(float(f"{x:.3g}") for x in point)

    def _random_start(self) -> None:
        shown = self._player.scenario
        self._player.edit(replace(shown, starts=(self._somewhere(), *shown.starts[1:])))

    def _add_start(self) -> None:
        shown = self._player.scenario
        if len(shown.starts) >= MOST_STARTS:
            return
        try:
            more = replace(shown, starts=(*shown.starts, self._somewhere()))
        except SpecError as fault:  # more than can be recorded
            self._say(tr("There can't be another start"), refusal(fault, tr))
        else:
            self._player.edit(more)

    def _search(self, points: int, box: tuple[float, ...]) -> None:
        shown = self._player.scenario
        self._player.edit(replace(shown, grid_search=points, grid_search_box=box or shown.grid_search_box))

    def _remove_start(self) -> None:
        shown = self._player.scenario
        if len(shown.starts) > 1:
            self._player.edit(replace(shown, starts=shown.starts[:-1]))

    # Views

    def _log_loss(self, on: bool) -> None:
        self._page.loss.show_log(on)

    def _leave_graph(self) -> None:
        self._actions["graph"].setChecked(False)

    def _show_log(self) -> None:
        self._actions["log_loss"].setChecked(self._page.below.log)
        self._actions["rates"].setChecked(self._page.below.by_rate)

    # Words

    def _say(self, text: str, detail: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "gdviz", text, parent=self._window)
        box.setInformativeText(detail)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _results(self) -> None:
        from gdviz.ui.results_dialog import ResultsDialog

        ResultsDialog(self._theme, tr, self._player, self._window).show()

    def _keys(self) -> None:
        HelpDialog(self._theme, tr, self._actions, self._window).open()

    def _about(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("About gdviz"))
        box.setText(f"<b>gdviz {__version__}</b>")
        box.setInformativeText(tr("See gradient descent, step by step."))
        box.setIconPixmap(self._window.windowIcon().pixmap(64, 64))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
