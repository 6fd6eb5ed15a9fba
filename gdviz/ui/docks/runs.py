"""The runs: one card each, and a button that adds another optimizer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from gdviz.engine.optimizer import Optimizer
from gdviz.scenario import MOST_RUNS, Entry, Scenario
from gdviz.ui.buttons import dim_after
from gdviz.ui.docks.run_card import RunCard
from gdviz.ui.icons import icon
from gdviz.ui.language import Translate, in_order
from gdviz.ui.theme import Theme


def optimizer_menu(menu: QMenu, tr: Translate) -> None:
    """Fill a menu with every optimizer; each action's data is its name in the catalogue."""
    for kind, made in in_order(Optimizer.catalogue, tr):
        action = menu.addAction(tr(made.label, "catalogue"))
        action.setData(kind)
        action.setToolTip(tr(made.about, "catalogue"))
    menu.setToolTipsVisible(True)


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
        layout.addWidget(self._add_button())
        layout.addStretch(1)

    def _add_button(self) -> QToolButton:
        theme = self._theme
        button = QToolButton()
        button.setObjectName("button_add_run")
        button.setText(self._tr("Add optimizer"))
        button.setFont(theme.font())
        button.setIcon(icon(theme, "add", 18))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.setFixedHeight(theme.px(30))
        button.setStyleSheet(
            f"QToolButton{{border:1px dashed {theme.border2};border-radius:{theme.px(4)}px;"
            f"color:{theme.muted};padding-left:{theme.px(8)}px;text-align:left}}"
            f"QToolButton:hover{{background:{theme.hover}}}"
            f"QToolButton:focus{{border:2px solid {theme.focus}}}"
            "QToolButton::menu-indicator{image:none}"
        )
        menu = QMenu(button)
        self.fill_add_menu(menu)
        button.setMenu(menu)
        dim_after(menu, button)
        return button

    def fill_add_menu(self, menu: QMenu) -> None:
        """Fill a menu with the optimizers that can be added."""
        optimizer_menu(menu, self._tr)
        menu.triggered.connect(self._add)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the scenario's runs; cards are made anew only when there are other optimizers."""
        self._scenario = scenario
        shape = [(entry.optimizer.kind, entry.slot) for entry in scenario.runs]
        if shape != [card.shape for card in self._cards]:
            self._rebuild(scenario)
        for card, entry, name in zip(self._cards, scenario.runs, scenario.names(), strict=True):
            card.show_entry(entry, scenario.objective, scenario.batches, name.distinction)
        self.show_chosen(self._chosen)

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

    def _add(self, action: QAction) -> None:
        assert self._scenario is not None
        self._append(Entry(Optimizer.named(action.data())(), self._scenario.free_slot()))

    def _duplicate(self, i: int) -> None:
        assert self._scenario is not None
        self._append(replace(self._scenario.runs[i], slot=self._scenario.free_slot(), hidden=False))

    def _append(self, entry: Entry) -> None:
        assert self._scenario is not None
        if len(self._scenario.runs) < MOST_RUNS:
            self._emit((*self._scenario.runs, entry))
            self.run_chosen.emit(len(self._cards) - 1)

    def _remove(self, i: int) -> None:
        assert self._scenario is not None
        runs = self._scenario.runs
        if len(runs) > 1:
            self._emit((*runs[:i], *runs[i + 1 :]))

    def _emit(self, runs: tuple[Entry, ...], merge: str = "") -> None:
        assert self._scenario is not None
        self.edited.emit(replace(self._scenario, runs=runs), merge)
