"""Taylor's promise beside what came of it, and why they differ."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.engine.explanation.promise import is_plain
from gdviz.engine.explanation.reason import Reason
from gdviz.engine.explanation.step import Explanation
from gdviz.ui.docks.number_rows import NumberRow, NumberRows
from gdviz.ui.docks.section import Sentence
from gdviz.ui.language import Translate
from gdviz.ui.numbers import significant
from gdviz.ui.theme import Theme


def said(reason: Reason, tr: Translate) -> str:
    """The sentence in the chosen language, with its numbers as the window writes them."""
    return reason.said(tr(reason.template, "reason"), significant).replace(" %", "\u00a0%")


class Promise(QWidget):
    """First order, both orders, the change of f; under them the reasons."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self._theme, self._tr = theme, tr
        self._rows = NumberRows(theme)
        self._reasons = Sentence(theme)
        self._reasons.setObjectName("promise_reasons")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self._rows)
        layout.addWidget(self._reasons)

    def show_explanation(self, e: Explanation) -> None:
        """Show what was promised at this step, and what came."""
        tr, danger = self._tr, self._theme.danger
        first = r"-\eta\,\|\nabla f\|^2" if is_plain(e) else r"\nabla f\cdot\Delta x"
        rows = [NumberRow(tr("first order"), first, significant(e.first_order))]
        if e.hessian is not None:
            both = r"\ldots+\tfrac{1}{2}\,\Delta x^{T}H\,\Delta x"
            rows.append(NumberRow(tr("both orders"), both, significant(e.first_order + e.second_order)))
        rose = danger if e.actual > 0 else ""
        rows.append(NumberRow(tr("change of f"), r"f(x')-f(x)", significant(e.actual), rose))
        self._rows.show_rows(rows)
        self._reasons.show_text("\n".join(said(reason, tr) for reason in e.reasons))
