"""Where the runs start and when they stop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from gdviz.frame import Frame
from gdviz.scenario import Scenario
from gdviz.ui.docks.batch_form import BatchForm
from gdviz.ui.docks.scenario_form import ScenarioForm, named_fields
from gdviz.ui.docks.search_form import SearchForm
from gdviz.ui.fields import NumberField
from gdviz.ui.language import Translate
from gdviz.ui.refusal_label import RefusalLabel
from gdviz.ui.rows import muted_label, spoken
from gdviz.ui.theme import Theme

NUMBERS = ("steps", "seed")
FOLDED = ("noise", "tolerance")
MOST_FIELDS = 2  # coordinates of a start that have a field each


class StartForm(ScenarioForm):
    """`edited(scenario, merge)`: the scenario with another start, steps, seed, noise, tolerance or search."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__(tr)
        self.setObjectName("start")
        self._theme = theme
        self._starts: list[NumberField] = []
        self._numbers: dict[str, NumberField] = {}
        self._labels: dict[str, QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(4), theme.px(14), theme.px(14))
        layout.setSpacing(theme.px(4))
        grid = named_fields(theme)
        layout.addLayout(grid)
        self._search, self._batches = SearchForm(theme, tr), BatchForm(theme, tr)
        for part in (self._search, self._batches):
            part.edited.connect(self.edited)
            part.refused.connect(self._say)
            layout.addWidget(part)
        layout.addStretch(1)
        self._add_start(grid)
        for name in (*NUMBERS, *FOLDED):
            self._add_number(grid, name)
        self._refusal = RefusalLabel(theme)
        layout.insertWidget(1, self._refusal)
        self.unfold(False)

    def _add_start(self, grid: QGridLayout) -> None:
        self._start_label = muted_label(self._theme, self._tr("Start"))
        grid.addWidget(self._start_label, 0, 0)
        self._start_row = QHBoxLayout()
        self._start_row.setSpacing(self._theme.px(8))
        self._many = muted_label(self._theme, "")
        self._many.setObjectName("many_parameters")
        self._many.setWordWrap(True)
        self._many.hide()
        self._start_row.addWidget(self._many, 1)
        grid.addLayout(self._start_row, 0, 1)

    def _add_number(self, grid: QGridLayout, name: str) -> None:
        tr, about, row = self._tr, Scenario.params()[name], grid.rowCount()
        whole = isinstance(Scenario.default(name), int)
        field = NumberField(self._theme, f"field_{name}", spoken(name, tr), whole, about.log, tr)
        field.value_edited.connect(self._on_number)
        field.refused.connect(self._say)
        field.setToolTip(f"{tr(about.doc, 'parameter')}\n{about.within.text if about.within else ''}")
        label = muted_label(self._theme, spoken(name, tr).capitalize())
        label.setBuddy(field)
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)
        self._numbers[name], self._labels[name] = field, label

    def unfold(self, on: bool) -> None:
        """Show or hide what is rarely needed."""
        for name in FOLDED:
            self._numbers[name].setVisible(on)
            self._labels[name].setVisible(on)
        self._search.setVisible(on)
        self._batches.unfold(on)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show where and how long `scenario` runs."""
        self._scenario = scenario
        self._search.show_scenario(scenario)
        self._batches.show_scenario(scenario)
        tr, many = self._tr, len(scenario.starts)
        self._start_label.setText(tr("Start") if many == 1 else tr("Start 1 of {n}").format(n=many))
        first = scenario.starts[0]
        fields = len(first) if len(first) <= MOST_FIELDS else 0
        if len(self._starts) != fields:
            self._rebuild_starts(scenario.objective.axes[:fields])
        self._many.setText("" if fields else self._origin(scenario).format(n=len(first)))
        self._many.setVisible(not fields)
        for field, value in zip(self._starts, first, strict=False):
            field.show_value(value)
        for name, field in self._numbers.items():
            field.show_value(getattr(scenario, name))

    def _origin(self, scenario: Scenario) -> str:
        """Where a start of many parameters comes from."""
        first = scenario.starts[0]
        if not any(first):
            return self._tr("{n} parameters, all 0")
        if first == scenario.objective.new_start(scenario.seed):
            return self._tr("{n} parameters, drawn from the seed")
        return self._tr("{n} parameters, given one by one")

    def show_frame(self, frame: Frame) -> None:
        """Show what the chosen run's batches are."""
        self._batches.show_frame(frame)

    def _rebuild_starts(self, axes: Sequence[str]) -> None:
        for field in self._starts:
            self._start_row.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._starts = []
        for i, axis in enumerate(axes):
            words = self._tr("Start {axis}").format(axis=axis)
            field = NumberField(self._theme, f"field_start_{i}", words, tr=self._tr)
            field.value_edited.connect(self._on_start)
            field.refused.connect(self._say)
            field.setToolTip(words)
            self._start_row.addWidget(field)
            self._starts.append(field)

    def _on_start(self, value: float) -> None:
        assert self._scenario is not None
        for i, field in enumerate(self._starts):
            if field is self.sender():
                first = self._scenario.starts[0]
                moved = (*first[:i], value, *first[i + 1 :])
                self._try(field, starts=(moved, *self._scenario.starts[1:]))

    def _on_number(self, value: float) -> None:
        for name, field in self._numbers.items():
            if field is self.sender():
                self._try(field, **{name: value})

    def _say(self, sentence: str) -> None:
        self._refusal.say(sentence)
