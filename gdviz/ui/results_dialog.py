"""How all runs ended, as a wide table: sorted by a click, copied, saved as CSV."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gdviz import files
from gdviz.ui.fields import NumberField
from gdviz.ui.file_dialog import ask_save
from gdviz.ui.language import Translate, refusal
from gdviz.ui.player import Player
from gdviz.ui.results_batches import BatchesPage
from gdviz.ui.results_model import ResultsModel, results
from gdviz.ui.results_table import ResultsTable
from gdviz.ui.rows import muted_label
from gdviz.ui.theme import Theme

MARK = 1e-3  # the loss that is to be reached, until another is entered


class ResultsDialog(QDialog):
    """Follows the player while it is open, so that the window can go on beside it."""

    def __init__(self, theme: Theme, tr: Translate, player: Player, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setWindowTitle(tr("Results"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._tr, self._player = theme, tr, player
        self._told: tuple[object, ...] = ()
        self._model = ResultsModel(tr, self)
        self._table = ResultsTable(theme, "results_table", tr("Results"), self._model)
        self._batches = BatchesPage(theme, tr, player)
        self._stack = QStackedWidget()
        self._tabs = QButtonGroup(self)
        self._mark = NumberField(theme, "field_results_loss", tr("Loss to reach"), log=True, tr=tr)
        self._mark.setMaximumWidth(theme.px(120))
        self._mark.show_value(MARK)
        self._mark.value_edited.connect(self._on_mark)
        self._mark.refused.connect(self._say)
        self._words = muted_label(theme, "")
        self._words.setStyleSheet(f"color:{theme.danger}")
        self._build()
        player.frame_changed.connect(self._on_frame)
        self._show()
        self._table.resizeColumnsToContents()
        needed = self._table.horizontalHeader().length() + theme.px(60)
        self.resize(max(min(needed, parent.width()), theme.px(480)), min(theme.px(380), parent.height()))

    def _build(self) -> None:
        theme, tr = self._theme, self._tr
        top = QHBoxLayout()
        for i, (name, words, page) in enumerate(
            (("outcomes", tr("Outcomes"), self._table), ("batches", tr("Batches"), self._batches))
        ):
            tab = QPushButton(words)
            tab.setObjectName(f"button_tab_{name}")
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            tab.setChecked(i == 0)
            self._tabs.addButton(tab, i)
            self._stack.addWidget(page)
            top.addWidget(tab)
        self._tabs.idClicked.connect(self._on_tab)
        top.addSpacing(theme.px(8))
        label = muted_label(theme, tr("Loss to reach"))
        label.setBuddy(self._mark)
        self._of_outcomes = (label, self._mark)
        for widget in self._of_outcomes:
            top.addWidget(widget)
        top.addWidget(self._words, 1)
        role, buttons = QDialogButtonBox.ButtonRole.ActionRole, QDialogButtonBox()
        for name, words, slot in (
            ("copy_results", tr("Copy"), self.copy),
            ("save_results", tr("Save as CSV…"), self._ask),
        ):
            button = buttons.addButton(words, role)
            button.setObjectName(f"button_{name}")
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        buttons.addButton(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(12))
        layout.setSpacing(theme.px(10))
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        layout.addWidget(buttons)
        self._table.setFocus()

    def _on_frame(self, frame: object) -> None:
        session = self._player.session
        if session.prediction is not None and session.prediction.truth is None:
            self.reject()  # it would tell the answer
            return
        told = (session.scenario, *(run.trajectory.steps for run in session.runs))
        if told != self._told:  # the play-head changes nothing here
            self._show()

    def _show(self) -> None:
        session, mark = self._player.session, self._mark.value()
        self._told = (session.scenario, *(run.trajectory.steps for run in session.runs))
        self._model.show_rows(results(session, float(mark or 0.0), self._tr))
        samples = session.scenario.objective.terms > 0
        for tab in self._tabs.buttons():
            tab.setVisible(samples)
        if not samples and self._stack.currentIndex():
            self._tabs.button(0).click()
        if self._stack.currentIndex() and session.complete:
            self._batches.follow()

    def _on_tab(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        for widget in self._of_outcomes:
            widget.setVisible(place == 0)
        if place:
            self._batches.follow()

    def _on_mark(self, value: float) -> None:
        self._mark.show_value(value)
        self._show()

    def _say(self, sentence: str) -> None:
        self._words.setText(sentence)

    # Out of here

    @property
    def _shown(self) -> ResultsTable:
        """The table in front."""
        front = self._stack.currentWidget()
        return front.table if isinstance(front, BatchesPage) else self._table

    def _rows(self) -> list[int]:
        """The selected rows of the results as they are sorted now; all where none is selected."""
        return self._table.rows()

    def copy(self) -> None:
        """Put the selected rows, or all, on the clipboard as text with tabs."""
        self._shown.copy()

    def _ask(self) -> None:
        name = "batches.csv" if self._stack.currentIndex() else "results.csv"
        ask_save(self, self._tr, self._tr("Save the results"), "CSV (*.csv)", self.write, name)

    def write(self, name: str) -> None:
        """Save all rows as they are sorted, whole."""
        self._shown.clearSelection()
        try:
            files.write_text(Path(name), self._shown.text(","))
        except OSError as fault:
            self._say(refusal(fault, self._tr))
