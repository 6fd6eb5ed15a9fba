"""Exhaustive search: how many values of each parameter it tries, and from where to where."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel

from gdviz.scenario import Scenario
from gdviz.ui.buttons import IconButton
from gdviz.ui.docks.scenario_form import ScenarioForm, named_fields
from gdviz.ui.fields import NumberField
from gdviz.ui.language import Translate
from gdviz.ui.rows import muted_label, spoken
from gdviz.ui.theme import Theme

MOST = 2  # parameters that can be searched


class SearchForm(ScenarioForm):
    """`edited(scenario, merge)`: the scenario with another search; `refused(sentence)`: why a text is none.

    The ranges are those that are searched: the scenario's own, or the customary ones.
    """

    refused = Signal(str)

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__(tr)
        self._grid = named_fields(theme)
        self._grid.setContentsMargins(0, theme.px(4), 0, 0)
        self.setLayout(self._grid)
        self._points = NumberField(theme, "field_grid_search", spoken("grid_search", tr), integer=True, tr=tr)
        self._points.value_edited.connect(self._on_points)
        self._points.refused.connect(self.refused)
        about = Scenario.params()["grid_search"]
        self._help = f"{tr(about.doc, 'parameter')}\n{about.within.text if about.within else ''}"
        label = muted_label(theme, spoken("grid_search", tr).capitalize())
        label.setBuddy(self._points)
        self._customary = IconButton(theme, "button_customary_box", "reset",
                                     tr("Search the customary range again"))
        self._customary.clicked.connect(self._on_customary)
        first = QHBoxLayout()
        first.setSpacing(theme.px(8))
        first.addWidget(self._points, 1)
        first.addWidget(self._customary)
        self._grid.addWidget(label, 0, 0)
        self._grid.addLayout(first, 0, 1)
        self._names = [muted_label(theme, "") for _ in range(MOST)]
        self._ends = [self._ends_row(theme, row) for row in range(MOST)]

    def _ends_row(self, theme: Theme, number: int) -> tuple[NumberField, NumberField, QLabel]:
        made = []
        for name in ("low", "high"):
            field = NumberField(theme, f"field_grid_search_{name}_{number}", "", tr=self._tr)
            field.setToolTip(self._tr("Low and high end of what is searched of this parameter."))
            field.value_edited.connect(self._on_end)
            field.refused.connect(self.refused)
            made.append(field)
        low, high = made
        dash = muted_label(theme, "–")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(low, 1)
        row.addWidget(dash)
        row.addWidget(high, 1)
        self._names[number].setBuddy(low)
        self._grid.addWidget(self._names[number], number + 1, 0)
        self._grid.addLayout(row, number + 1, 1)
        return low, high, dash

    def show_scenario(self, scenario: Scenario) -> None:
        """Show what is searched; the ranges only where something is."""
        self._scenario, tr = scenario, self._tr
        objective, grid = scenario.objective, scenario.grid
        small = objective.dimension <= MOST
        self._points.show_value(scenario.grid_search)
        self._points.setEnabled(small)
        many = tr("There are too many parameters to try all values.")
        self._points.setToolTip(self._help if small else many)
        self._customary.setVisible(grid is not None and bool(scenario.grid_search_box))
        for number, (name, (low, high, dash)) in enumerate(zip(self._names, self._ends, strict=True)):
            shown = grid is not None and number < objective.dimension
            for widget in (name, low, high, dash):
                widget.setVisible(shown)
            if not shown or grid is None:
                continue
            axis = objective.axes[number]
            name.setText(axis)
            for field, words, value in zip(
                (low, high), (tr("Lowest {axis}"), tr("Highest {axis}")), grid.box[number], strict=True
            ):
                field.setAccessibleName(words.format(axis=axis))
                field.show_value(value)

    def _on_points(self, value: int) -> None:
        self._try(self._points, grid_search=value)

    def _on_end(self, value: float) -> None:
        assert self._scenario is not None
        grid = self._scenario.grid
        assert grid is not None
        box = [end for ends in grid.box for end in ends]
        fields = [field for low, high, _ in self._ends for field in (low, high)]
        for number, field in enumerate(fields):
            if field is self.sender():
                self._try(field, grid_search_box=(*box[:number], value, *box[number + 1 :]))

    def _on_customary(self) -> None:
        self._try(self._points, grid_search_box=())
