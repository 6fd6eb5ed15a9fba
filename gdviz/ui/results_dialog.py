"""How all runs ended, as a wide table: sorted by a click, copied, saved as CSV."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gdviz import files
from gdviz.ui.fields import NumberField
from gdviz.ui.language import Translate, refusal
from gdviz.ui.player import Player
from gdviz.ui.results_model import SORT_ROLE, ResultsModel, results
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
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(SORT_ROLE)
        self._table = self._make_table()
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
        self.resize(max(min(needed, parent.width()), theme.px(480)), theme.px(380))

    def _make_table(self) -> QTableView:
        theme, table = self._theme, QTableView()
        table.setObjectName("results_table")
        table.setAccessibleName(self._tr("Results"))
        table.setFont(theme.font())
        table.setModel(self._sorted)
        table.setSortingEnabled(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(28))
        header = table.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.setStyleSheet(
            f"QTableView{{background:{theme.base};border:1px solid {theme.border}}}"
            f"QTableView::item:selected{{background:{theme.selected};color:{theme.text}}}"
            f"QHeaderView::section{{background:{theme.window};color:{theme.muted};border:none;"
            f"border-bottom:1px solid {theme.border};padding:{theme.px(6)}px {theme.px(8)}px}}"
        )
        return table

    def _build(self) -> None:
        theme, tr = self._theme, self._tr
        top = QHBoxLayout()
        label = muted_label(theme, tr("Loss to reach"))
        label.setBuddy(self._mark)
        for widget in (label, self._mark):
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
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self._table)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(12))
        layout.setSpacing(theme.px(10))
        layout.addLayout(top)
        layout.addWidget(self._table, 1)
        layout.addWidget(buttons)
        self._table.setFocus()

    def _on_frame(self, frame: object) -> None:
        session = self._player.session
        told = (session.scenario, *(run.trajectory.steps for run in session.runs))
        if told != self._told:  # the play-head changes nothing here
            self._show()

    def _show(self) -> None:
        session, mark = self._player.session, self._mark.value()
        self._told = (session.scenario, *(run.trajectory.steps for run in session.runs))
        self._model.show_results(results(session, float(mark or 0.0), self._tr))

    def _on_mark(self, value: float) -> None:
        self._mark.show_value(value)
        self._show()

    def _say(self, sentence: str) -> None:
        self._words.setText(sentence)

    # Out of here

    def _rows(self) -> list[int]:
        """The selected rows as they are sorted now; all where none is selected."""
        chosen = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        rows = chosen or list(range(self._sorted.rowCount()))
        return [self._sorted.mapToSource(self._sorted.index(row, 0)).row() for row in rows]

    def copy(self) -> None:
        """Put the selected rows, or all, on the clipboard as text with tabs."""
        QApplication.clipboard().setText(self._model.text(self._rows(), "\t"))

    def _ask(self) -> None:
        dialog = QFileDialog(self, self._tr("Save the results"), "", "CSV (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("results.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, name: str) -> None:
        """Save all rows as they are sorted, whole."""
        self._table.clearSelection()
        try:
            files.write_text(Path(name), self._model.text(self._rows(), ","))
        except OSError as fault:
            self._say(refusal(fault, self._tr))
