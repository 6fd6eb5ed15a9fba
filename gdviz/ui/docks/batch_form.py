"""How samples are dealt out to the updates, and buttons for other noise and another start."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gdviz.engine.batches import ORDERS
from gdviz.engine.data_problem import DataProblem
from gdviz.scenario import Scenario
from gdviz.ui.fields import Choice, NumberField
from gdviz.ui.language import Translate
from gdviz.ui.rows import muted_label, reason
from gdviz.ui.theme import Theme
from gdviz.values import SpecError

LARGEST_SEED = 2**32


class BatchForm(QWidget):
    """`edited(scenario, merge)` by the user's hand; `refused(sentence)` tells why a text is no batch size."""

    edited = Signal(object, str)
    refused = Signal(str)

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._scenario: Scenario | None = None
        about = Scenario.params()["batch_size"]
        self._size = NumberField(theme, "field_batch_size", tr("Batch size"), integer=True, tr=tr)
        self._size.setToolTip(tr(about.doc, "parameter"))
        self._size.value_edited.connect(self._on_size)
        self._size.refused.connect(self.refused)
        items = [(order, tr(order, "choice"), "") for order in ORDERS]
        self._order = Choice(theme, "choice_order", tr("Order of the batches"), items)
        self._order.chosen.connect(self._on_order)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnMinimumWidth(0, theme.px(84))
        grid.setColumnStretch(1, 1)
        words = (tr("Batch size"), tr("order", "parameter").capitalize())
        for row, (name, field) in enumerate(zip(words, (self._size, self._order), strict=True)):
            label = muted_label(theme, name)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self._noise, self._start = QPushButton(tr("New noise")), QPushButton(tr("New start"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        for name, button, pressed in (("noise", self._noise, self._on_noise),
                                      ("start", self._start, self._on_start)):
            button.setObjectName(f"button_new_{name}")
            button.setFont(theme.font())
            button.clicked.connect(pressed)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(4), 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(grid)
        layout.addLayout(buttons)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show how a scenario deals out its samples; nothing where there are none."""
        self._scenario = scenario
        problem = scenario.objective
        self.setVisible(isinstance(problem, DataProblem))
        self._size.show_value(scenario.batch_size)
        self._order.show_choice(scenario.order)
        self._noise.setEnabled(isinstance(problem, DataProblem) and "seed" in problem.data.params())

    def _on_size(self, size: int) -> None:
        self._try(batch_size=size)

    def _on_order(self, order: str) -> None:
        self._try(order=order)

    def _on_noise(self) -> None:
        """The next seed of the data; runs start where they did."""
        assert self._scenario is not None
        problem: Any = self._scenario.objective
        data = replace(problem.data, seed=(problem.data.seed + 1) % LARGEST_SEED)
        self._try(objective=replace(problem, data=data))

    def _on_start(self) -> None:
        """The next seed, and the start that is drawn from it."""
        assert self._scenario is not None
        seed = (self._scenario.seed + 1) % LARGEST_SEED
        self._try(seed=seed, starts=(self._scenario.objective.new_start(seed),))

    def _try(self, **change: Any) -> None:
        assert self._scenario is not None
        try:
            changed = replace(self._scenario, **change)
        except SpecError as fault:
            self._size.refuse(reason(fault, self._tr))
            return
        self.edited.emit(changed, "")
