"""A data problem's panel: which samples, which model is fitted to them, and the parameters of both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gdviz.engine.datasets.csv import Csv
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.learning.table import Table
from gdviz.text_file import SHIPPED
from gdviz.ui.buttons import IconButton
from gdviz.ui.catalogue_choice import CatalogueChoice
from gdviz.ui.docks.standardised import StandardisedNote
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.fields import Switch
from gdviz.ui.form import SpecForm
from gdviz.ui.language import Translate, said
from gdviz.ui.offers import FamilyOffer
from gdviz.ui.refusal_label import RefusalLabel
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


class DataForm(QWidget):
    """`edited(problem, merge)`: another data problem by the user's hand; `columns_asked(data)`: how the file
    is to be read.

    `models`: the choice of the model and the button that unfolds the rest, for the owner to place.
    """

    edited = Signal(object, str)
    released = Signal()
    columns_asked = Signal(object)
    unfolded = Signal(bool)

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._problem: DataProblem | None = None
        offer = FamilyOffer(Model, tr, self._fits)
        self._model = CatalogueChoice(theme, "choice_model", tr("Model"), tr, offer)
        self._model.chosen.connect(self._on_model)
        self._more = IconButton(theme, "button_more_data", "more", tr("Parameters of data and model"),
                                size=26, icon_size=18)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._unfold)
        self.models = QWidget()
        row = QHBoxLayout(self.models)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        label = muted_label(theme, tr("Model"))
        label.setBuddy(self._model)
        row.addWidget(label)
        row.addWidget(self._model, 1)
        row.addWidget(self._more)
        self._file = self._file_row(theme, tr)
        self._standardise = Switch(theme, "switch_standardise", tr("standardise", "parameter").capitalize())
        self._standardise.setToolTip(tr(Dataset.params()["standardise"].doc, "parameter"))
        self._standardise.switched.connect(self._on_standardise)
        self.standardised = StandardisedNote(theme, tr)
        kept_apart = ("standardise",)
        self._forms = {name: SpecForm(theme, tr, name, left_out=kept_apart) for name in ("model", "data")}
        self._refusal = RefusalLabel(theme, "data_refusal")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        for widget in (self._file, self._refusal, self._standardise, self.standardised):
            layout.addWidget(widget)
        for form in self._forms.values():
            layout.addWidget(form)
            form.released.connect(self.released)
        self._forms["data"].edited.connect(self._on_data_edited)
        self._forms["model"].edited.connect(self._on_model_edited)

    def _file_row(self, theme: Theme, tr: Translate) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self._path = ElidedLabel()
        self._path.setFont(theme.font(12))
        self._path.setStyleSheet(f"color:{theme.muted}")
        columns = QPushButton(tr("Columns…"))
        columns.setObjectName("button_columns")
        columns.setFont(theme.font())
        columns.setToolTip(tr("How the file is read, and which columns are used"))
        columns.clicked.connect(self._on_columns)
        row.addWidget(self._path, 1)
        row.addWidget(columns)
        return made

    def show_problem(self, problem: DataProblem) -> None:
        """Show the choices and both forms; only models that fit can be chosen."""
        tr, self._problem = self._tr, problem
        self._model.show_choice(problem.model.kind)
        self._standardise.show_value(problem.data.standardise)
        self._standardise.setEnabled(problem.table.features.size > 0)
        given = problem.data
        self._file.setVisible(isinstance(given, Csv))
        if isinstance(given, Csv):
            self._path.setText(Path(given.path.removeprefix(SHIPPED)).name)
            lines = [given.path, *(said(remark, tr) for remark in problem.table.assumed)]
            self._path.setToolTip("\n".join(lines))
        for name, form in self._forms.items():
            form.show_spec(getattr(problem, name))
        self._unfold(self._more.isChecked())
        self.refuse(None)

    def _fits(self, model: type[Model]) -> bool:
        return self._problem is not None and fits(model(), self._problem.table)

    def _unfold(self, on: bool) -> None:
        filled = [form for form in self._forms.values() if not form.is_empty() and not self._of_file(form)]
        self._more.setVisible(bool(filled))
        for form in self._forms.values():
            form.setVisible(on and form in filled)
        self.unfolded.emit(on)

    def _of_file(self, form: SpecForm) -> bool:
        """Whether the form is the dialog's: how a file is read."""
        return self._problem is not None and (
            form is self._forms["data"] and isinstance(self._problem.data, Csv)
        )

    def refuse(self, fault: SpecError | None) -> None:
        """Say why a problem cannot be shown; None when all is well."""
        self._refusal.say("" if fault is None else reason(fault, self._tr))

    def _on_columns(self) -> None:
        assert self._problem is not None
        self.columns_asked.emit(self._problem.data)

    def _on_standardise(self, on: bool) -> None:
        assert self._problem is not None
        self._try(replace(self._problem.data, standardise=on), self._problem.model, "")

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
