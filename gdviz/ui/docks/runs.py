"""The runs: one card each, and a button that adds another optimizer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gdviz.engine.optimizer import Optimizer
from gdviz.scenario import MOST_RUNS, Entry, Scenario
from gdviz.ui.docks.run_card import RunCard
from gdviz.ui.icons import icon
from gdviz.ui.language import Translate
from gdviz.ui.offers import FamilyOffer
from gdviz.ui.refusal_label import RefusalLabel
from gdviz.ui.rows import reason
from gdviz.ui.theme import Theme
from gdviz.values import SpecError


class RunsForm(QWidget):
    """`edited(scenario, merge)`: the scenario with other runs; `run_chosen(i)`: a card was clicked."""

    edited = Signal(object, str)
    released = Signal()
    run_chosen = Signal(int)

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self.setObjectName("runs")
        self._theme, self._tr = theme, tr
        self._scenario: Scenario | None = None
        self._chosen = 0
        self._cards: list[RunCard] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(4), theme.px(14), theme.px(14))
        layout.setSpacing(theme.px(8))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        layout.addLayout(self._list)
        self._refusal = RefusalLabel(theme, "runs_refusal")
        layout.addWidget(self._refusal)
        self._button = self._add_button()
        layout.addWidget(self._button)
        layout.addStretch(1)

    def _add_button(self) -> QToolButton:
        theme = self._theme
        button = QToolButton()
        button.setObjectName("button_add_run")
        button.setText(self._tr("Add optimizer"))
        button.setFont(theme.font())
        button.setIcon(icon(theme, "add", 18))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.setFixedHeight(theme.px(30))
        button.setStyleSheet(
            f"QToolButton{{border:1px dashed {theme.border2};border-radius:{theme.px(4)}px;"
            f"color:{theme.muted};padding-left:{theme.px(8)}px;text-align:left}}"
            f"QToolButton:hover{{background:{theme.hover}}}"
            f"QToolButton:focus{{border:2px solid {theme.focus}}}"
        )
        button.clicked.connect(self.ask)
        return button

    def ask(self) -> None:
        """Let the user choose an optimizer that is then added."""
        from gdviz.ui.picker import Picker

        offer = FamilyOffer(Optimizer, self._tr)
        picker = Picker(self._theme, self._tr, self._tr("Add optimizer"), offer.groups())
        picker.chosen.connect(self._add)
        picker.open_by(self._button)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the scenario's runs; cards are made anew only when there are other optimizers."""
        self._scenario = scenario
        shape = [(entry.optimizer.kind, entry.slot) for entry in scenario.runs]
        if shape != [card.shape for card in self._cards]:
            self._rebuild(scenario)
        for card, entry, name in zip(self._cards, scenario.runs, scenario.names(), strict=True):
            card.show_entry(entry, scenario.objective, scenario.batches, name.distinction)
        self.show_chosen(self._chosen)
        self._refusal.say("")

    def show_chosen(self, run: int) -> None:
        """Mark the card of the chosen run."""
        self._chosen = run
        for i, card in enumerate(self._cards):
            card.show_chosen(i == run and len(self._cards) > 1)

    def _rebuild(self, scenario: Scenario) -> None:
        for card in self._cards:
            self._list.removeWidget(card)
            card.setParent(None)
            card.deleteLater()
        self._cards = []
        for i, entry in enumerate(scenario.runs):
            card = RunCard(self._theme, self._tr, i, entry)
            card.edited.connect(self._change)
            card.released.connect(self.released)
            card.clicked.connect(self.run_chosen)
            card.duplicated.connect(self._duplicate)
            card.removed.connect(self._remove)
            self._list.addWidget(card)
            self._cards.append(card)

    def _change(self, i: int, entry: Entry, merge: str) -> None:
        assert self._scenario is not None
        runs = self._scenario.runs
        if i != self._chosen and entry.optimizer != runs[i].optimizer:
            self.run_chosen.emit(i)  # whose rate is changed, its step and its limits are looked at
        self._emit((*runs[:i], entry, *runs[i + 1 :]), merge and f"run{i}.{merge}")

    def _add(self, kind: str) -> None:
        assert self._scenario is not None
        self._append(Entry(Optimizer.named(kind)(), self._scenario.free_slot()))

    def _duplicate(self, i: int) -> None:
        assert self._scenario is not None
        self._append(replace(self._scenario.runs[i], slot=self._scenario.free_slot(), hidden=False))

    def _append(self, entry: Entry) -> None:
        assert self._scenario is not None
        if len(self._scenario.runs) < MOST_RUNS and self._emit((*self._scenario.runs, entry)):
            self.run_chosen.emit(len(self._cards) - 1)

    def _remove(self, i: int) -> None:
        assert self._scenario is not None
        runs = self._scenario.runs
        if len(runs) > 1:
            self._emit((*runs[:i], *runs[i + 1 :]))

    def _emit(self, runs: tuple[Entry, ...], merge: str = "") -> bool:
        """Tell of the scenario with these runs; whether there can be such a one."""
        assert self._scenario is not None
        try:
            changed = replace(self._scenario, runs=runs)
        except SpecError as fault:  # more than can be recorded
            self.show_scenario(self._scenario)
            self._refusal.say(reason(fault, self._tr))
            return False
        self.edited.emit(changed, merge)
        return True
