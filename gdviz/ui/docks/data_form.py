"""A data problem's panel: which samples, which model is fitted to them, and the parameters of both."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gdviz.engine.data_problem import DataProblem
from gdviz.engine.dataset import Dataset
from gdviz.engine.datasets.csv import Csv
from gdviz.engine.model import Model
from gdviz.engine.table import Table
from gdviz.ui.fields import Choice, Item
from gdviz.ui.form import SpecForm
from gdviz.ui.language import Translate, in_order
from gdviz.ui.rows import muted_label, reason
from gdviz.ui.theme import Theme
from gdviz.values import SpecError

# What no straight line fits or parts is fitted by a network; the three points lie on a line through 0.
NATURAL = {
    "three-points": "proportional", "moons": "network", "circles": "network", "spirals": "network",
    "xor": "network",
}  # fmt: skip
FIRST = ("linear", "logistic", "softmax", "multi-label", "network")


def fits(model: Model, table: Table) -> bool:
    """Whether a model can be fitted to these samples."""
    try:
        model.require(table)
    except SpecError:
        return False
    return True


def natural_model(data: Dataset) -> Model:
    """The model with which a data set is first shown; raises SpecError where none fits."""
    kinds = [NATURAL[data.kind]] if data.kind in NATURAL else []
    for kind in (*kinds, *FIRST):
        model: Model = Model.named(kind)()
        if fits(model, data.table):
            return model
    raise SpecError("{kind}: no model fits these samples", kind=data.kind)


def data_problem(data: Dataset, model: Model | None = None) -> DataProblem:
    """A model fitted to a data set: the given one if it fits, else the natural one."""
    fitting = model if model is not None and fits(model, data.table) else natural_model(data)
    return DataProblem(model=fitting, data=data)


def data_items(tr: Translate) -> list[Item]:
    """Every data set that needs no file, as items of a choice."""
    return [
        (kind, tr(made.label, "catalogue"), tr(made.about, "catalogue"))
        for kind, made in in_order(Dataset.catalogue, tr)
        if made is not Csv
    ]


class DataForm(QWidget):
    """`edited(problem, merge)`: another data problem by the user's hand."""

    edited = Signal(object, str)
    released = Signal()

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._problem: DataProblem | None = None
        self._data = Choice(theme, "choice_data", tr("Data"))
        self._model = Choice(theme, "choice_model", tr("Model"))
        self._data.chosen.connect(self._on_data)
        self._model.chosen.connect(self._on_model)
        self._forms = {name: SpecForm(theme, tr, name) for name in ("model", "data")}
        self._refusal = QLabel()
        self._refusal.setFont(theme.font(12))
        self._refusal.setStyleSheet(f"color:{theme.danger}")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnMinimumWidth(0, theme.px(56))
        grid.setColumnStretch(1, 1)
        for row, (words, choice) in enumerate(((tr("Data"), self._data), (tr("Model"), self._model))):
            label = muted_label(theme, words)
            label.setBuddy(choice)
            grid.addWidget(label, row, 0)
            grid.addWidget(choice, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addLayout(grid)
        layout.addWidget(self._refusal)
        for form in self._forms.values():
            layout.addWidget(form)
            form.released.connect(self.released)
        self._forms["data"].edited.connect(self._on_data_edited)
        self._forms["model"].edited.connect(self._on_model_edited)

    def show_problem(self, problem: DataProblem) -> None:
        """Show the choices and both forms; only models that fit can be chosen."""
        tr, old, self._problem = self._tr, self._problem, problem
        if old is None or old.data.kind != problem.data.kind:
            given = problem.data
            own = [] if not isinstance(given, Csv) else [
                (given.kind, tr(given.label, "catalogue"), tr(given.about, "catalogue"))
            ]
            self._data.set_items([*data_items(tr), *own])
        if old is None or old.data != problem.data:
            self._model.set_items([
                (kind, tr(made.label, "catalogue"), tr(made.about, "catalogue"))
                for kind, made in in_order(Model.catalogue, tr)
                if fits(made(), problem.table)
            ])
        self._data.show_choice(problem.data.kind)
        self._model.show_choice(problem.model.kind)
        for name, form in self._forms.items():
            form.show_spec(getattr(problem, name))
            form.setVisible(not form.is_empty())
        self.refuse(None)

    def refuse(self, fault: SpecError | None) -> None:
        """Say why a problem cannot be shown; None when all is well."""
        self._refusal.setText("" if fault is None else reason(fault, self._tr))
        self._refusal.setVisible(fault is not None)

    def _on_data(self, kind: str) -> None:
        assert self._problem is not None
        self._try(Dataset.named(kind)(), self._problem.model, "")

    def _on_model(self, kind: str) -> None:
        assert self._problem is not None
        self._try(self._problem.data, Model.named(kind)(), "")

    def _on_data_edited(self, data: object, merge: str) -> None:
        assert self._problem is not None
        assert isinstance(data, Dataset)
        self._try(data, self._problem.model, merge)

    def _on_model_edited(self, model: object, merge: str) -> None:
        assert self._problem is not None
        assert isinstance(model, Model)
        self._try(self._problem.data, model, merge)

    def _try(self, data: Dataset, model: Model, merge: str) -> None:
        try:
            made = data_problem(data, model)
        except SpecError as fault:
            self.refuse(fault)
            return
        self.edited.emit(made, merge)
