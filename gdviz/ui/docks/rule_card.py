"""The update rule of the chosen run: as a formula, and with this step's numbers in the arrows' colours."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gdviz.engine.explanation.notation import rule_latex
from gdviz.engine.explanation.step import Explanation
from gdviz.engine.expression.text import Token
from gdviz.ui.docks.section import wrapped_height
from gdviz.ui.formula import FormulaLabel
from gdviz.ui.numbers import shown, typed, vector
from gdviz.ui.theme import Theme

LONG = 64  # characters; a longer line of worked numbers breaks wherever it must
UNBROKEN = 3  # entries of a vector that stay on one line
RAISED = tuple("⁻⁰¹²³⁴⁵⁶⁷⁸⁹ᵗᵀ^")  # what begins an exponent, or ends a power of ten
MOST_SHOWN = 4  # entries of a vector; of longer ones only the first are worth reading


def role_colors(theme: Theme, run_color: str) -> dict[str, str]:
    """The colour of each role in formulas, numbers and arrows; roles without one are in ink."""
    return {"gradient": theme.gradient, "memory": theme.memory, "step": run_color}


class RuleCard(QFrame):
    """Formulas above a line, worked numbers below it; rebuilt only when the rule changes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("rule_card")
        self.setStyleSheet(
            f"#rule_card{{background:{theme.card};border:1px solid {theme.border};"
            f"border-radius:{theme.px(6)}px}}"
        )
        self._theme = theme
        self._shape: tuple[tuple[str, ...], str] = ((), "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        layout.setSpacing(theme.px(6))
        self._formulas = QVBoxLayout()
        self._formulas.setSpacing(theme.px(5))
        layout.addLayout(self._formulas)
        line = QWidget()
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line.setStyleSheet(f"background:{theme.border}")
        line.setFixedHeight(1)
        layout.addWidget(line)
        self._worked = QLabel()
        self._worked.setObjectName("worked_numbers")
        self._worked.setFont(theme.font(12))
        self._worked.setStyleSheet(f"color:{theme.muted}")
        self._worked.setTextFormat(Qt.TextFormat.RichText)
        self._worked.setWordWrap(True)
        self._worked.setMinimumWidth(theme.px(80))
        self._worked.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self._worked)

    def show_explanation(self, explanation: Explanation, run_color: str) -> None:
        """Show the rule, and its numbers at this step."""
        colors = role_colors(self._theme, run_color)
        lines = rule_latex(explanation.optimizer, explanation.step + 1, colors)
        if (lines, run_color) != self._shape:
            self._shape = (lines, run_color)
            self._rebuild(lines, [equation.text for equation in explanation.equations])
            self._worked.setMinimumHeight(0)  # else Qt would take the last rule's height for this one's
        self._worked.setText(
            "".join(self._line(equation.worked, colors) for equation in explanation.equations)
        )

        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other line breaks."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._worked.setMinimumHeight(0)
        self._make_room()

    def _make_room(self) -> None:
        """As high as the wrapped lines are: a card in a scrolling panel is not asked by Qt."""
        margins = self.contentsMargins().left() + self.contentsMargins().right()
        width = self.width() - margins - 2 * self._theme.px(14)
        if width > 0:
            # Fixed: left to itself a label that wraps asks for the height of a narrower one.
            self._worked.setFixedHeight(wrapped_height(self._worked, width))

    def _rebuild(self, lines: tuple[str, ...], texts: list[str]) -> None:
        while (item := self._formulas.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        size = 18 if len(lines) <= 3 else 15
        for latex, text in zip(lines, texts, strict=True):
            self._formulas.addWidget(FormulaLabel(self._theme, latex, size, text))

    def _line(self, worked: tuple[Token, ...], colors: dict[str, str]) -> str:
        theme = self._theme
        parts: list[str] = []
        lines = bracketed(worked)
        short = sum(map(len, lines)) <= LONG
        for token, line in zip(worked, lines, strict=True):
            text = escape(line)
            color = colors.get(token.role, theme.text if token.value is not None else theme.muted)
            if token.role == "position":
                color = theme.text
            if token.value is not None and np.ndim(token.value) < 2 and np.size(token.value) <= UNBROKEN:
                text = text.replace(", ", ",\u00a0")
            elif token.value is None and short:
                text = _unbroken(text)
            slant = "" if parts else ";font-style:italic"  # the symbol before the arrow
            parts.append(f'<span style="color:{color}{slant}">{text}</span>')
        margin = theme.px(3)
        return f'<p style="margin:0 0 {margin}px 0">{"".join(parts)}</p>'


def _unbroken(text: str) -> str:
    """A sign stays with what follows it: lines break before + and −, never at a product's point."""
    for sign in "+−←":
        text = text.replace(f" {sign} ", f" {sign}\u00a0")
    return text.replace(" · ", "\u00a0·\u00a0")


def bracketed(worked: tuple[Token, ...]) -> list[str]:
    """What is read of each token: powers of ten in brackets where raised, divided by or under a root."""
    lines = [_said(token) for token in worked]
    for i, token in enumerate(worked):
        before, after = "".join(lines[i - 1 : i]), "".join(lines[i + 1 : i + 2])
        bound = before.endswith(("√", "/ ")) or after.startswith(RAISED)
        if token.value is not None and lines[i].endswith(RAISED) and bound:
            lines[i] = f"({lines[i]})"
    return lines


def _said(token: Token) -> str:
    """A token as it is read; parameters as short as they were typed."""
    if token.value is None:
        return token.text
    if token.role == "plain" and np.size(token.value) == 1:
        return typed(float(np.ravel(token.value)[0]))
    # What says that there are more takes the place of an entry.
    return number(token.value, MOST_SHOWN if np.size(token.value) <= MOST_SHOWN else MOST_SHOWN - 1)


def number(value: float | np.ndarray, most: int = MOST_SHOWN) -> str:
    """A number, vector or matrix as the inspector shows it; of longer vectors the first `most` entries."""
    if np.ndim(value) == 0 or np.size(value) == 1:
        return shown(float(np.ravel(value)[0]))
    array = np.asarray(value)
    if array.ndim > 1:
        rows = ", ".join(number(row) for row in array[:MOST_SHOWN])
        return f"({rows}{', …' if len(array) > MOST_SHOWN else ''})"
    return elided(vector(array[:most]), len(array) > most)


def elided(text: str, cut: bool) -> str:
    """What is written of a vector's first entries, with a sign that there are more."""
    if not cut:
        return text
    inside, bracket, rest = text.partition(")")
    return f"{inside if bracket else '(' + inside}, …){rest}"
