"""The first rows of a table from a file, and above each column what it is used for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gdviz.table_sheet import Sheet
from gdviz.ui.fields import Choice
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.values import SpecError

FEATURE, TARGET, UNUSED = "feature", "target", "unused"
ROWS = 8
MOST_COLUMNS = 100  # columns that are offered
LONGEST = 60  # characters of a cell that are shown
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Columns(QTableWidget):
    """`chosen()` when the user gives a column another part."""

    chosen = Signal()

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self.setObjectName("import_columns")
        self.setAccessibleName(tr("First rows"))
        self._theme, self._tr = theme, tr
        self._choices: list[Choice] = []
        self._names: tuple[str, ...] = ()
        self.setFont(theme.font())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMinimumHeight(theme.px(180))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(26))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(LEFT)
        self.setStyleSheet(
            f"QTableView{{background:{theme.base};border:1px solid {theme.border}}}"
            f"QTableView::item{{padding:0 {theme.px(5)}px}}"
            f"QHeaderView::section{{background:{theme.window};color:{theme.text};border:none;"
            f"border-bottom:1px solid {theme.border};padding:{theme.px(6)}px {theme.px(8)}px}}"
        )

    def clear(self) -> None:
        """Show no table."""
        self._choices, self._names = [], ()
        self.setRowCount(0)
        self.setColumnCount(0)

    def show_sheet(self, sheet: Sheet, parts: Mapping[int, str]) -> None:
        """Show the first rows; parts: column → FEATURE or TARGET."""
        self.clear()
        self._names = sheet.names[:MOST_COLUMNS]
        rows = sheet.preview(ROWS)
        self.setColumnCount(len(self._names))
        self.setRowCount(1 + len(rows))
        self.setHorizontalHeaderLabels([name[:LONGEST] for name in self._names])
        items = [
            (FEATURE, self._tr("feature", "column"), ""), (TARGET, self._tr("target", "column"), ""),
            (UNUSED, self._tr("not used", "column"), ""),
        ]  # fmt: skip
        for j, name in enumerate(self._names):
            words = self._tr("What {name} is used for").format(name=name[:LONGEST])
            choice = Choice(self._theme, f"import_column_{j}", words, items)
            choice.show_choice(parts.get(j, UNUSED))
            choice.chosen.connect(self._on_chosen)
            self.setCellWidget(0, j, self._framed(choice))
            self._choices.append(choice)
            for i, row in enumerate(rows, 1):
                item = QTableWidgetItem(row[j].strip()[:LONGEST] if j < len(row) else "")
                item.setTextAlignment(LEFT)
                self.setItem(i, j, item)
        self.setRowHeight(0, self._theme.px(36))
        least = self._theme.px(120)
        self.resizeColumnsToContents()
        for j in range(len(self._names)):
            self.setColumnWidth(j, min(max(self.columnWidth(j), least), 2 * least))
        self._fade()

    def _framed(self, choice: Choice) -> QWidget:
        host = QWidget()
        row = QHBoxLayout(host)
        row.setContentsMargins(self._theme.px(4), 0, self._theme.px(4), 0)
        row.addWidget(choice)
        return host

    def joined(self, part: str) -> str:
        """The names of the columns with this part, as the data set takes them; raises SpecError."""
        names = [name for name, choice in zip(self._names, self._choices, strict=True)
                 if choice.choice() == part]  # fmt: skip
        if not names and part == FEATURE:
            raise SpecError("choose a column as feature")
        if not names:
            raise SpecError("choose a column as target")
        bad = next((name for name in names if "|" in name), None)
        if bad is not None and len(names) > 1:
            raise SpecError("column {name!r} can only stand alone, as its name holds a |", name=bad[:80])
        return "|".join(names)

    def _on_chosen(self) -> None:
        self._fade()
        self.chosen.emit()

    def _fade(self) -> None:
        """What is not used is pale, the target heavy."""
        theme = self._theme
        for j, choice in enumerate(self._choices):
            part = choice.choice()
            color = theme.color("muted", 0.55) if part == UNUSED else theme.color("text")
            for i in range(1, self.rowCount()):
                item = self.item(i, j)
                if item is not None:
                    item.setForeground(QBrush(color))
                    item.setFont(theme.font(13, 600 if part == TARGET else 400))
