"""A table that is sorted by a click, and whose rows are copied and saved as text."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from gdviz.ui.formula_header import FormulaHeader
from gdviz.ui.numbers import exact, significant
from gdviz.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
FORMULAS = {"‖∇f‖": r"\|\nabla f\|"}  # heads that are mathematics
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel):
    """Rows of texts and numbers under their heads; `SORT_ROLE` gives what to sort by.

    words: how many of the first columns hold words; tips: what the columns mean, as far as it needs saying.
    """

    def __init__(
        self, heads: Sequence[str], words: int, tips: Sequence[str] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.heads, self._words, self._tips = tuple(heads), words, tuple(tips)
        self._rows: list[tuple[Any, ...]] = []

    def show_rows(self, found: Sequence[tuple[Any, ...]]) -> None:
        """Show these; a selection stays where there are as many rows."""
        if len(found) == len(self._rows):
            self._rows = list(found)
            last = self.index(len(found) - 1, len(self.heads) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = list(found)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One for each row that is shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as there are heads."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if section < self._words else RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and section < len(self._tips):
            return self._tips[section]
        return self.heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell as it is shown, aligned, told in full, or sorted by."""
        value = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _exact(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if index.column() < self._words else RIGHT
        return _sorted(value) if role == SORT_ROLE else None

    def text(self, rows: Iterable[int], separator: str) -> str:
        """These rows under their heads, numbers exactly."""
        stream = io.StringIO()
        writer = csv.writer(stream, delimiter=separator, lineterminator="\n")
        writer.writerow(self.heads)
        writer.writerows([_exact(value) for value in self._rows[row]] for row in rows)
        return stream.getvalue()


class ResultsTable(QTableView):
    """Shows a model; Ctrl+C copies."""

    def __init__(self, theme: Theme, name: str, accessible: str, model: RowsModel) -> None:
        super().__init__()
        self._rows_model = model
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(model)
        self._sorted.setSortRole(SORT_ROLE)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFont(theme.font())
        self.setModel(self._sorted)
        self.setHorizontalHeader(FormulaHeader(theme, FORMULAS, self))
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(28))
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setStyleSheet(
            f"QTableView{{background:{theme.base};border:1px solid {theme.border}}}"
            f"QTableView::item{{padding:0 {theme.px(5)}px}}"
            f"QTableView::item:selected{{background:{theme.selected};color:{theme.text}}}"
            f"QHeaderView::section{{background:{theme.window};color:{theme.muted};border:none;"
            f"border-bottom:1px solid {theme.border};padding:{theme.px(6)}px {theme.px(8)}px}}"
            # Above the words: at their end it would cover them.
            f"QHeaderView::up-arrow,QHeaderView::down-arrow{{subcontrol-position:top center;"
            f"width:{theme.px(8)}px;height:{theme.px(8)}px}}"
        )
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.copy)

    def rows(self) -> list[int]:
        """The selected rows of the model as they are sorted now; all where none is selected."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = chosen or list(range(self._sorted.rowCount()))
        return [self._sorted.mapToSource(self._sorted.index(row, 0)).row() for row in rows]

    def text(self, separator: str) -> str:
        """The selected rows, or all, under their heads."""
        return self._rows_model.text(self.rows(), separator)

    def copy(self) -> None:
        """Put the selected rows, or all, on the clipboard as text with tabs."""
        QApplication.clipboard().setText(self.text("\t"))


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(significant(part) for part in value)
    return significant(value) if isinstance(value, float) else _exact(value)


def _exact(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return ", ".join(map(exact, value))
    return exact(value) if isinstance(value, float) else str(value)


def _sorted(value: object) -> object:
    """What Qt can compare: no number comes last, as nan does."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return math.inf
    if isinstance(value, tuple):
        return float(value[0])
    return float(value) if isinstance(value, int) else value
