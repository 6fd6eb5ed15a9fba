"""A run's own batches, in place of the scenario's, so that several ways of dealing out can be compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gdviz.engine.batches import ORDERS, Batches
from gdviz.entry import Entry
from gdviz.scenario import Scenario
from gdviz.ui.fields import Choice, NumberField, Switch
from gdviz.ui.language import Translate
from gdviz.ui.refusal_label import RefusalLabel
from gdviz.ui.rows import muted_label, reason, spoken
from gdviz.ui.theme import Theme
from gdviz.values import SpecError

OWN = ("batch_size", "order", "accumulate")


class RunBatches(QWidget):
    """`edited(entry)` by the user's hand."""

    edited = Signal(object)

    def __init__(self, theme: Theme, tr: Translate, name: str) -> None:
        super().__init__()
        self._tr = tr
        self._entry: Entry | None = None
        self._given = Batches()
        self._own = Switch(theme, f"{name}_own_batches", tr("Own batches"))
        self._own.setToolTip(tr("Batches of this run alone, in place of those that hold for all runs."))
        self._own.switched.connect(self._on_own)
        self._zero = Switch(theme, f"{name}_zero_grad", tr("zero grad", "parameter").capitalize())
        self._zero.setToolTip(tr("Off: the classic mistake of never setting the gradient to zero, so that "
                                 "each update uses the sum of all gradients so far."))
        self._zero.switched.connect(self._on_zero)
        order = [(word, tr(word, "choice"), "") for word in ORDERS]
        self._order = Choice(theme, f"{name}_order", spoken("order", tr), order)
        self._order.chosen.connect(self._on_order)
        self._numbers = {}
        for key in ("batch_size", "accumulate"):
            field = NumberField(theme, f"{name}_{key}", spoken(key, tr), integer=True, tr=tr)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.value_edited.connect(self._on_number)
            field.refused.connect(self._say)
            self._numbers[key] = field
        self._refusal = RefusalLabel(theme)
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px(4), 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._own, 0, 0, 1, 2)
        self._labels = {}
        fields: dict[str, QWidget] = {"batch_size": self._numbers["batch_size"], "order": self._order,
                                      "accumulate": self._numbers["accumulate"]}  # fmt: skip
        for row, (key, editor) in enumerate(fields.items(), 1):
            label = muted_label(theme, spoken(key, self._tr))
            label.setBuddy(editor)
            for told in (label, editor):
                told.setToolTip(self._tr(Scenario.params()[key].doc, "parameter"))
            editor.setFixedWidth(theme.px(116 if key == "order" else 72))
            grid.addWidget(label, row, 0)
            grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignRight)
            self._labels[key] = (label, editor)
        grid.addWidget(self._refusal, 4, 0, 1, 2)
        grid.addWidget(self._zero, 5, 0, 1, 2)

    def show_entry(self, entry: Entry, given: Batches) -> None:
        """Show a run's batches; given: those that hold for all runs."""
        self._entry, self._given = entry, given
        used = entry.batches(given)
        own = any(getattr(entry, key) is not None for key in OWN)
        self._own.show_value(own)
        self._zero.show_value(entry.zero_grad)
        self._numbers["batch_size"].show_value(used.size)
        self._numbers["accumulate"].show_value(used.accumulate)
        self._order.show_choice(used.order)
        for widgets in self._labels.values():
            for widget in widgets:
                widget.setVisible(own)

    def _on_own(self, on: bool) -> None:
        given = self._given
        self._change(batch_size=given.size if on else None, order=given.order if on else None,
                     accumulate=given.accumulate if on else None)

    def _on_zero(self, on: bool) -> None:
        self._change(zero_grad=on)

    def _on_order(self, order: str) -> None:
        self._change(order=order)

    def _on_number(self, value: int) -> None:
        for key, field in self._numbers.items():
            if field is self.sender():
                about = Scenario.params()[key]
                if about.within is not None and value not in about.within:
                    field.refuse(reason(SpecError("", within=about.within.text), self._tr))
                    return
                self._change(**{key: value})

    def _change(self, **change: Any) -> None:
        assert self._entry is not None
        changed = replace(self._entry, **change)
        self.show_entry(changed, self._given)
        self.edited.emit(changed)

    def _say(self, sentence: str) -> None:
        self._refusal.say(sentence)
