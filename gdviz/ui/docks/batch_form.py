"""How samples are dealt out to the updates, and buttons for other noise and another start."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from gdviz.engine.batches import ORDERS, Batches
from gdviz.engine.learning.problem import DataProblem
from gdviz.frame import Frame
from gdviz.scenario import Scenario
from gdviz.ui.docks.scenario_form import ScenarioForm, named_fields
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.fields import Choice, NumberField
from gdviz.ui.language import Translate, short_name
from gdviz.ui.rows import muted_label, spoken
from gdviz.ui.theme import Theme

LARGEST_SEED = 2**32


def dealt(batches: Batches, terms: int, tr: Translate) -> str:
    """What batches make of so many samples, in words."""
    updates = batches.updates_per_epoch(terms)
    text = tr("1 update per epoch") if updates == 1 else tr("{n} updates per epoch").format(n=updates)
    if batches.accumulate > 1 and not batches.full(terms):
        b, k = min(batches.size, terms), batches.accumulate
        whole = b * k if batches.order == "replacement" else min(b * k, terms)
        text += "\n" + tr("b·k = {b}·{k} = {n} samples per update").format(b=b, k=k, n=whole)
    return text if batches.zero_grad else text + "\n" + tr("the gradient is never set to zero")


class BatchForm(ScenarioForm):
    """`edited(scenario, merge)` by the user's hand; `refused(sentence)` tells why a text is no number."""

    refused = Signal(str)

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__(tr)
        self._size = self._number(theme, "batch_size", tr("Batch size"))
        self._accumulate = self._number(theme, "accumulate", spoken("accumulate", tr))
        items = [(order, tr(order, "choice"), "") for order in ORDERS]
        self._order = Choice(theme, "choice_order", tr("Order of the batches"), items)
        self._order.setToolTip(tr(Scenario.params()["order"].doc, "parameter"))
        self._order.chosen.connect(self._on_order)
        self._of = ElidedLabel()
        self._of.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._of.setFont(theme.font())
        self._of.setStyleSheet(f"color:{theme.muted}")
        self._note = muted_label(theme, "")
        self._note.setObjectName("batch_words")
        self._note.setFont(theme.font(12))
        self._note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(4), 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(self._fields(theme))
        layout.addLayout(self._buttons(theme))
        self.unfold(False)

    def _fields(self, theme: Theme) -> QGridLayout:
        tr, grid = self._tr, named_fields(theme)
        size = QHBoxLayout()
        size.setSpacing(theme.px(8))
        size.addWidget(self._size, 1)
        size.addWidget(self._of)
        self._labels = {}
        words = (tr("Batch size"), spoken("order", tr).capitalize(), spoken("accumulate", tr).capitalize())
        fields = (self._size, self._order, self._accumulate)
        for row, (name, field) in enumerate(zip(words, fields, strict=True)):
            label = muted_label(theme, name)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            self._labels[field] = label
        grid.addLayout(size, 0, 1)
        grid.addWidget(self._order, 1, 1)
        grid.addWidget(self._accumulate, 2, 1)
        grid.addWidget(self._note, 3, 0, 1, 2)
        return grid

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        tr = self._tr
        self._noise, self._start = QPushButton(tr("New noise")), QPushButton(tr("New start"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        self._noise.setToolTip(tr("Draw other samples from the same law; the start stays."))
        self._start.setToolTip(tr("Draw another start, and another order of the batches; the samples stay."))
        for key, button, pressed in (("noise", self._noise, self._on_noise),
                                     ("start", self._start, self._on_start)):  # fmt: skip
            button.setObjectName(f"button_new_{key}")
            button.setFont(theme.font())
            button.clicked.connect(pressed)
            buttons.addWidget(button)
        return buttons

    def _number(self, theme: Theme, name: str, words: str) -> NumberField:
        field = NumberField(theme, f"field_{name}", words, integer=True, tr=self._tr)
        field.setToolTip(self._tr(Scenario.params()[name].doc, "parameter"))
        field.value_edited.connect(self._on_number)
        field.refused.connect(self.refused)
        return field

    def unfold(self, on: bool) -> None:
        """Show or hide what is rarely needed."""
        for field in (self._order, self._accumulate):
            field.setVisible(on)
            self._labels[field].setVisible(on)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show how a scenario deals out its samples; nothing where there are none."""
        self._scenario = scenario
        problem = scenario.objective
        self.setVisible(isinstance(problem, DataProblem))
        self._size.show_value(scenario.batch_size)
        of = self._tr("of {m}") if scenario.batch_size else self._tr("= all {m}")
        self._of.brief = f"{'/' if scenario.batch_size else '='} {problem.terms}"
        self._of.setText(of.format(m=problem.terms))
        self._order.show_choice(scenario.order)
        self._accumulate.show_value(scenario.accumulate)
        self._noise.setEnabled(isinstance(problem, DataProblem) and "seed" in problem.data.params())

    def show_frame(self, frame: Frame) -> None:
        """Tell what the chosen run's batches make of the samples; its name where it has its own batches."""
        if self._scenario is None or not isinstance(frame.objective, DataProblem):
            return
        lane = frame.lanes[frame.chosen]
        words = dealt(lane.task.batches, frame.objective.terms, self._tr)
        if lane.task.batches != self._scenario.batches:
            words = self._tr("{run}: {words}").format(run=short_name(lane, self._tr), words=words)
        self._note.setText(words)

    def _on_number(self, value: int) -> None:
        field = self._size if self.sender() is self._size else self._accumulate
        self._try(field, **{"batch_size" if field is self._size else "accumulate": value})

    def _on_order(self, order: str) -> None:
        self._try(self._size, order=order)

    def _on_noise(self) -> None:
        """The next seed of the data; runs start where they did."""
        assert self._scenario is not None
        problem: Any = self._scenario.objective
        data = replace(problem.data, seed=(problem.data.seed + 1) % LARGEST_SEED)
        self._try(self._size, objective=replace(problem, data=data))

    def _on_start(self) -> None:
        """The next seed, and the start that is drawn from it."""
        assert self._scenario is not None
        seed = (self._scenario.seed + 1) % LARGEST_SEED
        self._try(self._size, seed=seed, starts=(self._scenario.objective.new_start(seed),))
