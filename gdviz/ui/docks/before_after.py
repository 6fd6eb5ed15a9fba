"""What a step began with and what it left: loss, gradient, learning rate, and each field of the memory."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import Qt

from gdviz.engine.explanation.notation import Notation
from gdviz.engine.explanation.step import Explanation
from gdviz.ui.docks.fresh_grid import FreshGrid
from gdviz.ui.docks.matrix import Matrix
from gdviz.ui.docks.number_rows import NumberLabel
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.formula import FormulaLabel
from gdviz.ui.language import Translate
from gdviz.ui.numbers import significant
from gdviz.ui.theme import Theme

NAME = re.compile(r"[A-Za-z_]\w*")


class Row(NamedTuple):
    """One line: what it is of, LaTeX on the first line of that, when, the value; of two numbers as text."""

    name: str
    latex: str
    when: str
    value: np.ndarray | float | str


class BeforeAfter(FreshGrid):
    """Symbols at the left, numbers at the right; made anew only when there are other rows."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self.setObjectName("before_after")
        self._theme, self._tr = theme, tr
        self._shape: tuple[tuple[str, str, int], ...] = ()
        self._cells: list[NumberLabel | Matrix] = []

    def show_explanation(self, e: Explanation) -> None:
        """Show the numbers of one step."""
        rows = self._rows(e)
        shape = tuple((row.latex, row.when, int(np.ndim(row.value) == 2)) for row in rows)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(rows)
        for cell, row in zip(self._cells, rows, strict=True):
            if isinstance(cell, Matrix):
                cell.show_value(np.asarray(row.value))
            else:
                cell.show_value(row.value)

    def _rows(self, e: Explanation) -> list[Row]:
        tr, notation = self._tr, Notation(e.optimizer)
        rows = self._pair(tr("loss"), "f", e.f, e.next_f)
        if e.terms:  # else it is among the parts of the step
            rows.append(Row(tr("gradient", "term"), r"\nabla f", tr("before"), e.gradient))
        if np.isfinite(e.rate):
            rows.append(Row(tr("learning rate"), r"\eta", "", e.rate))
        used = {name for line in e.optimizer.rule(e.step + 1) for name in NAME.findall(line)} - {"f", "g"}
        for name, before in e.memory.items():
            if name in used and (np.ndim(before) < 2 or (before.ndim == 2 and len(before) <= Matrix.MOST)):
                latex, after = notation.name_latex(name), e.next_memory[name]
                rows += self._pair(tr("memory", "term"), latex, before, after)
        return rows

    def _pair(self, name: str, latex: str, *values: np.ndarray | float) -> list[Row]:
        before, after = values
        if np.size(before) == np.size(after) == 1:
            when = f"{self._tr('before')} → {self._tr('after')}"
            one, other = (significant(np.ravel(value)[0]) for value in values)  # in decimals both may be 0.01
            return [Row(name, latex, when, f"{one} → {other}")]
        return [Row(name, latex, self._tr("before"), before), Row(name, "", self._tr("after"), after)]

    def _rebuild(self, rows: list[Row]) -> None:
        theme = self._theme
        grid = self._fresh(theme.px(12))
        grid.setColumnMinimumWidth(0, theme.px(20))
        grid.setColumnStretch(1, 1)
        self._cells = []
        for i, row in enumerate(rows):
            if row.latex:
                symbol = FormulaLabel(theme, row.latex, 14, row.name, color=theme.muted)
                symbol.setToolTip(row.name)
                grid.addWidget(symbol, i, 0, Qt.AlignmentFlag.AlignVCenter)
            when = ElidedLabel(row.when)  # gives way to long numbers
            when.setFont(theme.font())
            when.setStyleSheet(f"color:{theme.muted}")
            grid.addWidget(when, i, 1)
            matrix = np.ndim(row.value) == 2
            cell = Matrix(theme, row.name) if matrix else NumberLabel(theme, theme.text)
            grid.addWidget(cell, i, 2)
            grid.setRowMinimumHeight(i, theme.px(24))
            self._cells.append(cell)
