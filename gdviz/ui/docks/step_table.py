"""The step of the chosen run in rows that sum up: where it is, what is added, where it comes to."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QWidget

from gdviz.engine.explanation.step import Explanation
from gdviz.ui.docks.fresh_grid import FreshGrid
from gdviz.ui.docks.number_rows import NumberLabel
from gdviz.ui.docks.rule_card import role_colors
from gdviz.ui.formula import FormulaLabel
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme

MOST_SHOWN = 3  # entries of a vector that may fit beside a term's name and formula

WIDEST = 96  # px of a term's formula, beyond which only its name is shown: the rule above has the rest


class Arrow(QWidget):
    """The arrow that a term has on the map, small."""

    def __init__(self, theme: Theme, color: str, dashed: bool) -> None:
        super().__init__()
        self._theme, self._color, self._dashed = theme, color, dashed
        self.setFixedSize(theme.px(20), theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, color = QPainter(self), self._theme.color(self._color)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(color, 2 * self._theme.scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self._dashed:
            pen.setDashPattern([2, 1.5])
        painter.setPen(pen)
        middle, end, head = self.height() / 2, self.width() - 1.0, 6.0 * self._theme.scale
        painter.drawLine(QPointF(0, middle), QPointF(end - head + 1, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        tip = [
            QPointF(end, middle),
            QPointF(end - head, middle - head / 2),
            QPointF(end - head, middle + head / 2),
        ]
        painter.drawPolygon(QPolygonF(tip))
        painter.end()


class Line(NamedTuple):
    """One row: the arrow's role or "", the name, LaTeX, and the value (d,)."""

    role: str
    name: str
    latex: str
    value: np.ndarray


class StepTable(FreshGrid):
    """position, the terms, step, next; made anew only when there are other terms."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self._theme, self._tr = theme, tr
        self._shape: tuple[tuple[str, ...], str] = ((), "")
        self._values: list[NumberLabel] = []

    def show_explanation(self, explanation: Explanation, run_color: str) -> None:
        """Show the numbers of one step."""
        lines = self._lines(explanation)
        shape = (tuple(line.name + line.latex for line in lines), run_color)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(lines, role_colors(self._theme, run_color))
        for label, line in zip(self._values, lines, strict=True):
            label.show_value(line.value)

    def _lines(self, e: Explanation) -> list[Line]:
        tr = self._tr
        terms = [Line(part.role, tr(part.name, "term"), part.latex, part.value) for part in e.terms]
        if not terms:
            terms = [Line("", tr("gradient", "term"), r"\nabla f", e.gradient)]
        return [
            Line("", tr("position", "term"), "x", e.x),
            *terms,
            Line("step", tr("step", "term"), r"\Delta x", e.change),
            Line("", tr("next", "term"), "x'", e.next_x),
        ]

    def _rebuild(self, lines: list[Line], colors: dict[str, str]) -> None:
        theme = self._theme
        grid = self._fresh(theme.px(8))
        grid.setColumnMinimumWidth(0, theme.px(20))
        grid.setColumnStretch(3, 1)
        self._values = []
        for row, line in enumerate(lines):
            role = line.role or ("gradient" if line.latex == r"\nabla f" else "")
            color = colors.get(role, theme.text)
            if line.role:
                grid.addWidget(Arrow(theme, color, line.role == "memory"), row, 0)
            name = QLabel(line.name)
            name.setFont(theme.font())
            name.setStyleSheet(f"color:{theme.muted}")
            value = NumberLabel(theme, color, MOST_SHOWN)
            grid.addWidget(name, row, 1)
            shade = color if role else theme.muted
            symbol = FormulaLabel(theme, line.latex, 14, color=shade, widest=theme.px(WIDEST))
            grid.addWidget(symbol, row, 2, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(value, row, 3)
            grid.setRowMinimumHeight(row, theme.px(26))
            self._values.append(value)
