"""The inspector's page about curvature: stability, the promise of the step, known minima, the search."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdviz.engine.explanation.stability import Stability, holds
from gdviz.engine.explanation.step import Explanation
from gdviz.engine.measures.regimes import regime
from gdviz.engine.objective import Objective
from gdviz.frame import Frame
from gdviz.ui.docks.gauge import Gauge
from gdviz.ui.docks.limits import name_of_minimum
from gdviz.ui.docks.matrix import Matrix
from gdviz.ui.docks.number_rows import NumberRow, NumberRows
from gdviz.ui.docks.promise import Promise, said
from gdviz.ui.docks.section import Section, Sentence
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.formula import FormulaLabel
from gdviz.ui.language import Translate
from gdviz.ui.numbers import shown, significant, vector
from gdviz.ui.theme import Theme

MOST_MINIMA = 5
MOST_PROBES = 6


class Curvature(QWidget):
    """What H says about the learning rate, and what that made of the step."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self.setObjectName("page_curvature")
        self._theme, self._tr = theme, tr
        self._gauge = Gauge(theme, tr("Learning rate times largest curvature"))
        self._reach = NumberRows(theme)
        self._verdict, self._shape, self._remedy = Sentence(theme), Sentence(theme), Sentence(theme)
        self._hessian = _Hessian(theme, tr("Hessian"))
        self._numbers = NumberRows(theme)
        self._promise = Promise(theme, tr)
        self._minima, self._search, self._corners = NumberRows(theme), NumberRows(theme), NumberRows(theme)
        self._regime = Section(theme, "", self._remedy, line=False)
        self._regime.setContentsMargins(0, 0, 0, theme.px(8))
        self._stability = Section(
            theme, tr("Stability"), self._reach, self._gauge, self._verdict, self._hessian, self._numbers,
            self._shape, line=False,
        )  # fmt: skip
        self._known = Section(theme, tr("Known minima"), self._minima)
        self._searched = Section(theme, tr("Line search"), self._search)
        self._simplex = Section(theme, tr("Simplex"), self._corners)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        promise = Section(theme, tr("Promise and outcome"), self._promise)
        for section in (self._regime, self._stability, promise, self._known, self._searched, self._simplex):
            layout.addWidget(section)
        layout.addStretch(1)

    def _show_regime(self, frame: Frame) -> None:
        """Name the kind of place where the iterate is, with what one customarily does about it."""
        lane = frame.lanes[frame.chosen]
        found = regime(lane.task, lane.path, lane.losses, frame.explanation, frame.before)
        self._regime.show_title(self._tr(found.name, "regime") if found.name else "")
        self._remedy.show_text(self._tr(found.remedy, "regime") if found.name else "")
        self._regime.setVisible(bool(found.name))

    def show_frame(self, frame: Frame, moves: str, color: str) -> None:
        """Show the chosen run's step; moves: from which point to which."""
        self._show_regime(frame)
        e = frame.explanation
        self._stability.show_side(moves)
        self._show_stability(e, color)
        self._promise.show_explanation(e)
        self._show_minima(e, frame.objective)
        self._show_search(e)

    def _show_stability(self, e: Explanation, color: str) -> None:
        tr, found = self._tr, e.stability
        most = found.most if found is not None and np.isfinite(found.reach) else None
        self._gauge.setVisible(most is not None)
        rows: list[NumberRow] = []
        if found is not None and most is not None:
            self._gauge.show_value(found.reach, most, color)
            danger = self._theme.danger if found.reach >= most else ""
            name = tr("beyond its limit") if danger else tr("below its limit")
            rows.append(NumberRow(name, r"\eta\,\lambda_{\max}", significant(found.reach), danger))
        self._reach.show_rows(rows)
        self._verdict.show_text(said(found.verdict, tr) if found else self._unknown(e))
        shape = found.shape if found else None
        self._shape.show_text(said(shape, tr) if shape else "")
        self._hessian.show_value(e.hessian if found is not None else None)
        self._numbers.show_rows(self._bends(found) if found is not None else [])

    def _unknown(self, e: Explanation) -> str:
        if e.hessian is None:
            return self._tr("More than 50 parameters: the Hessian is not computed at every step.")
        return self._tr("The Hessian is not finite here.")

    def _bends(self, found: Stability) -> list[NumberRow]:
        tr, d = self._tr, len(found.eigenvalues)
        if d > 2:
            rows = [NumberRow(tr("largest eigenvalue"), r"\lambda_{\max}", significant(found.highest)),
                    NumberRow(tr("smallest eigenvalue"), r"\lambda_{\min}", significant(found.lowest))]
        else:
            text = ", ".join(significant(value) for value in found.eigenvalues)
            rows = [NumberRow(tr("eigenvalues") if d > 1 else tr("curvature"), r"\lambda", text)]
        if found.lowest > 0:
            best = r"\tfrac{2}{\lambda_{\min}+\lambda_{\max}}" if d > 1 else r"1/\lambda"
            if d > 1:
                rows.append(NumberRow(tr("condition number"), r"\kappa", significant(found.condition)))
            if found.descends:
                rows.append(NumberRow(tr("best fixed rate"), best, significant(found.best_rate)))
        if found.most is not None and found.limit is not None:
            rows.append(NumberRow(tr("stable below"), r"\eta", significant(found.limit)))
        return rows

    def _show_minima(self, e: Explanation, objective: Objective) -> None:
        tr, rows = self._tr, []
        known = holds(e.optimizer, objective, e.disturbed == "sum") if np.isfinite(e.rate) else ()
        for hold in known[:MOST_MINIMA]:
            lost = e.rate >= hold.limit
            place = vector(hold.point) if len(hold.point) == 2 else ""
            if len(hold.point) == 1:
                place = f"{objective.axes[0]} = {shown(hold.point[0])}"
            name = f"{name_of_minimum(hold, known, tr)} {place}".strip()
            verdict = tr("unstable > {limit}") if lost else tr("stable < {limit}")
            text = verdict.format(limit=f"{hold.limit:.3g}")
            rows.append(NumberRow(name, "", text, self._theme.danger if lost else ""))
        if len(known) > MOST_MINIMA:
            rows.append(NumberRow(tr("and {n} more").format(n=len(known) - MOST_MINIMA), "", ""))
        self._minima.show_rows(rows)
        self._known.show_side(f"η = {significant(e.rate)}")
        self._known.setVisible(bool(rows))

    def _show_search(self, e: Explanation) -> None:
        tr, rows = self._tr, []
        for probe in e.probes[-MOST_PROBES:]:
            verdict = said(probe.verdict, tr)
            rows.append(NumberRow(f"α = {significant(probe.length)}", "",
                                  f"{significant(probe.value, 4)}  {verdict}",
                                  "" if probe.accepted else self._theme.muted))  # fmt: skip
        if e.probes:
            rows.append(NumberRow(tr("direction"), "p", np.asarray(e.next_memory["p"])))
        if e.conjugacy is not None:
            product, cosine = e.conjugacy
            rows.append(NumberRow(tr("last direction"), r"\hat{p}", np.asarray(e.memory["p"])))
            rows.append(NumberRow(tr("conjugacy"), r"\hat{p}^{T}H\,p", significant(product)))
            if np.isfinite(cosine):
                rows.append(NumberRow(tr("its cosine"), "", significant(cosine)))
        self._search.show_rows(rows)
        self._searched.setVisible(bool(rows))
        corners = [NumberRow(vector(corner[:2]), "", significant(f, 4)) for corner, f in e.vertices]
        self._corners.show_rows(corners)
        self._simplex.setVisible(bool(corners))


class _Hessian(QWidget):
    """The name, H, and the matrix; nothing where it is too large to be read."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        row.setSpacing(theme.px(8))
        label = ElidedLabel(name)
        label.setFont(theme.font())
        label.setStyleSheet(f"color:{theme.muted}")
        row.addWidget(label, 1)
        row.addWidget(FormulaLabel(theme, "H", 14, color=theme.muted))
        self._matrix = Matrix(theme, name)
        row.addWidget(self._matrix)

    def show_value(self, hessian: np.ndarray | None) -> None:
        """Show H (d, d)."""
        fits = hessian is not None and 1 < len(hessian) <= Matrix.MOST
        if hessian is not None and fits:
            self._matrix.show_value(hessian)
        self.setVisible(fits)
