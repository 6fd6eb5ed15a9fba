"""The problem: which objective is minimised, its formula, what it shows, and its parameters."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gdviz.engine.objective import Objective
from gdviz.scenario import Scenario
from gdviz.ui.fields import Choice, Item
from gdviz.ui.form import SpecForm
from gdviz.ui.formula import FormulaLabel
from gdviz.ui.language import Translate, in_order
from gdviz.ui.theme import Theme


class ProblemForm(QWidget):
    """`edited(scenario, merge)`: the scenario with another objective."""

    edited = Signal(object, str)
    released = Signal()

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self.setObjectName("problem")
        self._tr = tr
        self._scenario: Scenario | None = None
        self._choice = Choice(theme, "choice_objective", tr("Objective"), self._items())
        self._choice.chosen.connect(self._on_chosen)
        self._formula = FormulaLabel(theme, "", 18)
        self._about = QLabel()
        self._about.setFont(theme.font(12))
        self._about.setStyleSheet(f"color:{theme.muted}")
        self._about.setWordWrap(True)
        self._form = SpecForm(theme, tr, "objective")
        self._form.edited.connect(self._on_edited)
        self._form.released.connect(self.released)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(4), theme.px(14), theme.px(14))
        layout.setSpacing(theme.px(6))
        for widget in (self._choice, self._formula, self._about, self._form):
            layout.addWidget(widget)

    def _items(self) -> list[Item]:
        tr = self._tr
        groups: dict[int, list[Item]] = {}
        for kind, made in in_order(Objective.catalogue, tr):
            item = (kind, tr(made.label, "catalogue"), tr(made.about, "catalogue"))
            groups.setdefault(made().dimension, []).append(item)
        names = {1: tr("One variable"), 2: tr("Two variables")}
        return [entry for d in sorted(groups) for entry in ((None, names.get(d, str(d)), ""), *groups[d])]

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the scenario's objective."""
        objective, self._scenario = scenario.objective, scenario
        self._choice.show_choice(objective.kind)
        arguments = ", ".join(objective.axes)
        self._formula.set_formula(
            f"f({arguments}) = {objective.formula}",
            f"{self._tr(objective.label, 'catalogue')}: {objective.formula}",
        )
        self._about.setText(self._tr(objective.about, "catalogue"))
        self._form.show_spec(objective)
        self._form.setVisible(not self._form.is_empty())

    def _on_chosen(self, kind: str) -> None:
        self._on_edited(Objective.named(kind)(), "")

    def _on_edited(self, objective: object, merge: str) -> None:
        assert self._scenario is not None
        assert isinstance(objective, Objective)
        self.edited.emit(self._scenario.with_objective(objective), merge)
