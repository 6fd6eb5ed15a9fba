"""The problem: which objective is minimised, its formula, what it shows, and its parameters."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gdviz.engine.datasets.csv import Csv
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import Objective
from gdviz.frame import Frame
from gdviz.scenario import Scenario
from gdviz.ui.catalogue_choice import CatalogueChoice
from gdviz.ui.docks.data_form import DataForm, data_problem
from gdviz.ui.docks.problem_offer import DATA, FILE, ProblemOffer
from gdviz.ui.form import SpecForm
from gdviz.ui.formula import FormulaLabel
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.values import SpecError


class ProblemForm(QWidget):
    """`edited(scenario, merge)`: the scenario with another objective; `file_asked(data)`: how the file of
    these data is to be read, or with None which file.
    """

    edited = Signal(object, str)
    file_asked = Signal(object)
    released = Signal()

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self.setObjectName("problem")
        self._tr = tr
        self._scenario: Scenario | None = None
        self._choice = CatalogueChoice(theme, "choice_objective", tr("Objective"), tr, ProblemOffer(tr))
        self._choice.chosen.connect(self._on_chosen)
        self._formula = FormulaLabel(theme, "", 16)
        self._about = QLabel()
        self._about.setFont(theme.font(12))
        self._about.setStyleSheet(f"color:{theme.muted}")
        self._about.setWordWrap(True)
        self._form = SpecForm(theme, tr, "objective")
        self._form.edited.connect(self._on_edited)
        self._form.released.connect(self.released)
        self._data = DataForm(theme, tr)
        self._data.edited.connect(self._on_edited)
        self._data.released.connect(self.released)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(4), theme.px(14), theme.px(14))
        layout.setSpacing(theme.px(6))
        self._data.columns_asked.connect(self.file_asked)
        self._data.unfolded.connect(self._about.setVisible)
        for widget in (self._choice, self._data.models, self._formula, self._about, self._form, self._data):
            layout.addWidget(widget)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the scenario's objective."""
        objective, self._scenario = scenario.objective, scenario
        fitted = isinstance(objective, DataProblem)
        if fitted:
            self._form.hide()
        self._data.setVisible(fitted)
        self._data.models.setVisible(fitted)
        if isinstance(objective, DataProblem):
            self._show_data(objective)
            return
        self._choice.show_choice(objective.kind)
        arguments = ", ".join(objective.axes)
        self._formula.set_formula(
            f"f({arguments}) = {objective.formula}",
            f"{self._tr(objective.label, 'catalogue')}: {objective.formula}",
        )
        self._about.setText(self._tr(objective.about, "catalogue"))
        self._about.show()
        self._form.show_spec(objective)
        self._form.setVisible(not self._form.is_empty())

    def _show_data(self, problem: DataProblem) -> None:
        data, model = problem.data, problem.model
        self._choice.show_choice(FILE if isinstance(data, Csv) else DATA + data.kind)
        name = f"{self._tr(model.label, 'catalogue')}, {self._tr(data.label, 'catalogue')}"
        self._formula.set_formula(model.formula(problem.table), f"{name}: {problem.formula}")
        self._about.setText(self._tr(data.about, "catalogue"))
        self._data.show_problem(problem)

    def show_frame(self, frame: Frame) -> None:
        """Show what is known of the data's model at the step shown."""
        self._data.standardised.show_frame(frame)

    def _on_chosen(self, kind: str) -> None:
        if kind == FILE:
            assert self._scenario is not None
            self.show_scenario(self._scenario)  # until a file is chosen, what is shown stays
            self.file_asked.emit(None)
            return
        if kind.startswith(DATA):
            self._on_edited(data_problem(Dataset.named(kind.removeprefix(DATA))()), "")
            return
        self._on_edited(Objective.named(kind)(), "")

    def _on_edited(self, objective: object, merge: str) -> None:
        assert self._scenario is not None
        assert isinstance(objective, Objective)
        try:
            made = self._scenario.with_objective(objective)
        except SpecError as fault:  # a network with so many parameters that the steps cannot be kept
            self._data.refuse(fault)
            return
        self.edited.emit(made, merge)
