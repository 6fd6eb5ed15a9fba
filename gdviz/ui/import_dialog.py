"""Asks how a table in a text file is to be read: which columns, which model, and what was assumed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gdviz.engine.datasets.csv import Csv
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.learning.table import Table
from gdviz.table_sheet import Sheet
from gdviz.ui.catalogue_choice import CatalogueChoice
from gdviz.ui.columns import FEATURE, TARGET, Columns
from gdviz.ui.docks.data_form import data_problem, fits
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.fields import Choice, Switch
from gdviz.ui.language import Translate, refusal, said
from gdviz.ui.numbers import significant
from gdviz.ui.offers import FamilyOffer
from gdviz.ui.rows import muted_label, spoken
from gdviz.ui.theme import Theme
from gdviz.values import SpecError

WRITING = ("encoding", "delimiter", "decimal", "header")
UNEVEN = 30.0  # how far the scales of features may differ before it is said


@np.errstate(all="ignore")
def _spread(table: Table) -> float:
    """The largest root mean square of a feature over the smallest that is not 0."""
    sizes = np.sqrt(np.mean(table.features**2, axis=0))
    sizes = sizes[sizes > 0]
    return float(max(sizes.max(), 1.0) / min(sizes.min(), 1.0)) if sizes.size else 1.0


class ImportDialog(QDialog):
    """`imported(DataProblem)` when the user agrees; `other_asked()` for another file.

    Every choice is tried at once on the whole file.
    """

    imported = Signal(object)
    other_asked = Signal()

    def __init__(
        self, theme: Theme, tr: Translate, data: Csv, model: Model | None, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(tr("Import data"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._tr = theme, tr
        self._data, self._model = data, model
        self._problem: DataProblem | None = None
        self._writing = {name: self._choice(name) for name in WRITING}
        self._columns = Columns(theme, tr)
        self._columns.chosen.connect(self._on_columns)
        self._task = self._choice("task")
        offer = FamilyOffer(Model, tr, self._fits)
        self._models = CatalogueChoice(theme, "import_model", tr("Model"), tr, offer)
        self._models.chosen.connect(self._on_model)
        self._standardise = Switch(theme, "import_standardise", spoken("standardise", tr).capitalize())
        self._standardise.setToolTip(tr(Csv.params()["standardise"].doc, "parameter"))
        self._standardise.switched.connect(self._on_standardise)
        self._count = QLabel()
        self._count.setObjectName("import_count")
        self._assumed = self._words("import_assumed", theme.muted)
        self._refusal = self._words("import_refusal", theme.danger)
        self._build()
        self._show_writing()
        wanted = QSize(theme.px(660), theme.px(520))
        self.resize(wanted if parent is None else wanted.boundedTo(parent.size()))

    def _choice(self, name: str) -> Choice:
        about, tr = Csv.params()[name], self._tr
        items = [(word, tr(word.replace("-", " "), "choice"), "") for word in about.choices]
        made = Choice(self._theme, f"import_{name}", spoken(name, tr), items)
        made.setToolTip(tr(about.doc, "parameter"))
        made.show_choice(getattr(self._data, name))
        made.chosen.connect(self._on_task if name == "task" else self._on_writing)
        return made

    def _words(self, name: str, color: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setFont(self._theme.font(12))
        label.setStyleSheet(f"color:{color}")
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _build(self) -> None:
        theme, tr = self._theme, self._tr
        name = ElidedLabel(Path(self._data.path).name)
        name.setFont(theme.font(13, 600))
        name.setToolTip(self._data.path)
        self._count.setFont(theme.font(12))
        self._count.setStyleSheet(f"color:{theme.muted}")
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self._count)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        shown = [(spoken(name, tr).capitalize(), field) for name, field in self._writing.items()]
        shown += [(tr("The target is"), self._task), (tr("Model"), self._models)]
        for i, (words, field) in enumerate(shown):
            label = muted_label(theme, words)
            label.setBuddy(field)
            row, column = (0, i) if i < len(WRITING) else (5, 2 * (i - len(WRITING)))
            grid.addWidget(label, row, column, 1, 1 if row == 0 else 2)
            grid.addWidget(field, row + 1, column, 1, 1 if row == 0 else 2)
        for column in range(len(WRITING)):
            grid.setColumnStretch(column, 1)
        grid.setRowMinimumHeight(2, theme.px(4))
        grid.addWidget(self._columns, 3, 0, 1, len(WRITING))
        grid.setRowStretch(3, 1)
        grid.setRowMinimumHeight(4, theme.px(4))
        buttons = QDialogButtonBox()
        self._take = buttons.addButton(tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setObjectName("button_import")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        other = buttons.addButton(tr("Another file…"), QDialogButtonBox.ButtonRole.ActionRole)
        other.setObjectName("button_other_file")
        other.clicked.connect(self._on_other)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(12))
        layout.setSpacing(theme.px(10))
        layout.addLayout(head)
        layout.addLayout(grid, 1)
        layout.addWidget(self._standardise)
        layout.addWidget(self._assumed)
        layout.addWidget(self._refusal)
        layout.addWidget(buttons)

    # What is shown

    @property
    def refusal(self) -> str:
        """Why nothing can be imported, or empty."""
        return self._refusal.text()

    @property
    def assumed(self) -> str:
        """What was found out about the file, a line for each."""
        return self._assumed.text()

    def _show_writing(self) -> None:
        """Read the file as it is said to be written, and offer its columns."""
        self._standardise.show_value(self._data.standardise)
        try:
            sheet = self._data.sheet()
        except SpecError as fault:
            self._columns.clear()
            self._show_problem(None, fault)
            return
        self._columns.show_sheet(sheet, self._roles(sheet))
        self._on_columns()

    def _roles(self, sheet: Sheet) -> dict[int, str]:
        """What the columns were, as far as they are still there; else the last one that can be is the target.

        Texts other than the target are not used, as features must be numbers.
        """
        try:
            targets = sheet.places(self._data.target) if self._data.target else []
            features = sheet.places(self._data.features) if self._data.features else []
        except SpecError:
            targets, features = [], []
        targets = targets or [len(sheet.names) - 1]
        if not features:
            rest = (j for j in range(len(sheet.names)) if j not in targets)
            features = [j for j in rest if not sheet.is_text(j)]
        return {**dict.fromkeys(features, FEATURE), **dict.fromkeys(targets, TARGET)}

    def _show_table(self) -> None:
        """Read the chosen columns, and fit what model is chosen or suits them."""
        try:
            problem = data_problem(self._data, self._model)
        except SpecError as fault:
            self._show_problem(None, fault)
            return
        self._show_problem(problem, None)
        self._models.show_choice(problem.model.kind)

    def _fits(self, model: type[Model]) -> bool:
        return self._problem is not None and fits(model(), self._problem.table)

    def _show_problem(self, problem: DataProblem | None, fault: SpecError | None) -> None:
        self._problem = problem
        self._take.setEnabled(problem is not None)
        self._models.setEnabled(problem is not None)
        self._refusal.setText("" if fault is None else refusal(fault, self._tr))
        table = problem.table if problem is not None else None
        self._count.setText("" if table is None else self._counted(table))
        assumed = () if table is None else table.assumed
        lines = [said(remark, self._tr) for remark in assumed]
        spread = 1.0 if table is None or self._data.standardise else _spread(table)
        if spread > UNEVEN:
            words = self._tr("the scales of the features differ by a factor of {n}: standardising helps")
            lines.append(words.format(n=significant(spread, 2)))
        self._assumed.setText("\n".join(f"• {line}" for line in lines))
        self._assumed.setVisible(bool(lines))
        self._refusal.setVisible(fault is not None)

    def _counted(self, table: Table) -> str:
        wide = table.features.shape[1]
        words = self._tr("{m} samples, {k} features") if wide > 1 else self._tr("{m} samples, 1 feature")
        text = words.format(m=table.terms, k=wide)
        if table.classes:
            text += self._tr(", {n} classes").format(n=len(table.classes))
        return text

    # The hand

    def _on_writing(self) -> None:
        self._data = replace(self._data, **{name: field.choice() for name, field in self._writing.items()})
        self._show_writing()

    def _on_columns(self) -> None:
        try:
            features, target = self._columns.joined(FEATURE), self._columns.joined(TARGET)
        except SpecError as fault:
            self._show_problem(None, fault)
            return
        self._data = replace(self._data, features=features, target=target)
        self._show_table()

    def _on_task(self, task: str) -> None:
        self._data = replace(self._data, task=task)
        self._show_table()

    def _on_model(self, kind: str) -> None:
        self._model = Model.named(kind)()
        self._show_table()

    def _on_standardise(self, on: bool) -> None:
        self._data = replace(self._data, standardise=on)
        self._show_table()

    def _on_other(self) -> None:
        self.reject()
        self.other_asked.emit()

    def _on_accepted(self) -> None:
        if self._problem is not None:
            self.imported.emit(self._problem)
            self.accept()
