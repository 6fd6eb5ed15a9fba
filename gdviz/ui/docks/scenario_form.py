"""What the forms of a scenario have in common: a change is tried, and told, or refused in its field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gdviz.scenario import Scenario
from gdviz.ui.fields import NumberField
from gdviz.ui.language import Translate
from gdviz.ui.rows import reason
from gdviz.ui.theme import Theme
from gdviz.values import SpecError


def named_fields(theme: Theme) -> QGridLayout:
    """A column of names and one of fields, as wide in each form."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(8))
    grid.setColumnMinimumWidth(0, theme.px(84))
    grid.setColumnStretch(1, 1)
    return grid


class ScenarioForm(QWidget):
    """`edited(scenario, merge)`: the changed scenario, by the user's hand only."""

    edited = Signal(object, str)

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._scenario: Scenario | None = None

    def _try(self, field: NumberField, **change: Any) -> None:
        """Change these parts of the scenario; the field says why, where that can't be."""
        assert self._scenario is not None
        try:
            changed = replace(self._scenario, **change)
        except SpecError as fault:
            field.refuse(reason(fault, self._tr))
            return
        self.edited.emit(changed, "")
