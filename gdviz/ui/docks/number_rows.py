"""Rows of a name, a symbol and a number, made anew only when there are other names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gdviz.ui.docks.fresh_grid import FreshGrid
from gdviz.ui.docks.rule_card import elided, number
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.formula import FormulaLabel
from gdviz.ui.numbers import factored
from gdviz.ui.theme import Theme

MOST_IN_TIP = 12  # entries of a vector that a tool tip lists


class NumberLabel(QLabel):
    """A number or vector at the right; of a long vector as many entries as there is room for."""

    def __init__(self, theme: Theme, color: str, most: int = 4) -> None:
        super().__init__()
        self._theme, self._most = theme, most
        self._said: list[str] = [""]
        self.setFont(theme.font(13, 600))
        self.setStyleSheet(f"color:{color}")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_value(self, value: float | np.ndarray | str) -> None:
        """Show it; a text stands as it is."""
        whole = ""
        if isinstance(value, str):
            said = [value]
        elif np.size(value) == 1 or np.ndim(value) != 1:
            said = [number(value)]
        else:
            said, whole = self._shortened(value), number(value, MOST_IN_TIP)
        if said != self._said:
            self._said = said
            self.setToolTip(whole)
            self.updateGeometry()
            self._fit()

    def _shortened(self, value: float | np.ndarray) -> list[str]:
        """Ways to write a vector, the longest first; of two entries none is left out."""
        entries, said = np.ravel(value), []
        for n in range(min(len(entries), self._most), 1 if len(entries) == 2 else 0, -1):
            said += [number(value, n), elided(factored(entries[:n]), n < len(entries))]
        return said

    def sizeHint(self) -> QSize:
        """As wide as all that may be shown."""
        return QSize(self._wide(self._said[0]), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as a single entry."""
        return QSize(min(map(self._wide, self._said)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, more entries."""
        super().resizeEvent(event)
        self._fit()

    def _wide(self, text: str) -> int:
        return int(QFontMetricsF(self.font()).horizontalAdvance(text)) + 2

    def _fit(self) -> None:
        fitting = (text for text in self._said if self._wide(text) <= self.width())
        text = next(fitting, min(self._said, key=self._wide))
        if text != self.text():
            self.setText(text)


class NumberRow(NamedTuple):
    """name; LaTeX, empty for none; the value; its colour, empty for that of text."""

    name: str
    latex: str
    value: float | np.ndarray | str
    color: str = ""


class NumberRows(FreshGrid):
    """Names at the left, numbers at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shape: tuple[tuple[str, str, str], ...] | None = None
        self._values: list[NumberLabel] = []

    def show_rows(self, rows: Sequence[NumberRow]) -> None:
        """Show these rows; without any, nothing stands here."""
        shape = tuple((row.name, row.latex, row.color) for row in rows)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(rows)
        for label, row in zip(self._values, rows, strict=True):
            label.show_value(row.value)
        self.setVisible(bool(rows))

    def _rebuild(self, rows: Sequence[NumberRow]) -> None:
        theme = self._theme
        grid = self._fresh(theme.px(8))
        grid.setColumnStretch(0, 1)
        self._values = []
        for i, row in enumerate(rows):
            name = ElidedLabel(row.name)
            name.setFont(theme.font(13))
            name.setStyleSheet(f"color:{theme.muted}")
            name.setToolTip(row.name)
            name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            grid.addWidget(name, i, 0, 1, 1 if row.latex else 2)
            if row.latex:
                symbol = FormulaLabel(theme, row.latex, 14, color=row.color or theme.muted)
                grid.addWidget(symbol, i, 1, Qt.AlignmentFlag.AlignVCenter)
            value = NumberLabel(theme, row.color or theme.text)
            grid.addWidget(value, i, 2)
            grid.setRowMinimumHeight(i, theme.px(26))
            self._values.append(value)
