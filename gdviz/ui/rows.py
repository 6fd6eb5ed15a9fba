"""The rows of a form: how one parameter is shown and what the user's hand does to it."""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from gdviz.spec import Param, Spec
from gdviz.ui.catalogue_choice import CatalogueChoice
from gdviz.ui.fields import Choice, NumberField, Switch
from gdviz.ui.formula import FormulaLabel
from gdviz.ui.language import Translate, choice_words, refusal
from gdviz.ui.numbers import exact
from gdviz.ui.offers import FamilyOffer
from gdviz.ui.sliders import ScaleSlider
from gdviz.ui.text_line import TextLine
from gdviz.ui.theme import Theme
from gdviz.values import SpecError, read, typed

# Not every sign that is one character in a text is one in the typeface of formulas.
_SIGNS: dict[int, str] = {ord("₀") + i: f"_{i}" for i in range(10)}
_SIGNS |= {ord("₊"): "_+", ord("₋"): "_-", ord("ᾱ"): r"\bar{α}"}


def symbol_latex(symbol: str) -> str:
    """The LaTeX of a parameter's symbol: β₁ → β_1."""
    return symbol.translate(_SIGNS)


def spoken(name: str, tr: Translate) -> str:
    """A parameter's name in words."""
    return tr(name.replace("_", " "), "parameter")


def reason(fault: SpecError, tr: Translate) -> str:
    """Why a value was refused, without the names that the form already shows."""
    within = fault.values.get("within")
    if within:
        return tr("must be in {within}", "refused").format(within=within)
    if "what" in fault.values:
        said = tr("must be {what}, not {value}", "refused")
        return said.format(what=tr(fault.values["what"], "refused"), value=fault.values["value"])
    return refusal(fault, tr, named=False)


def muted_label(theme: Theme, text: str) -> QLabel:
    """The words before a field."""
    label = QLabel(text)
    label.setFont(theme.font())
    label.setStyleSheet(f"color:{theme.muted}")
    return label


class Row(QObject):
    """One parameter: `label`, `editor`, and between them `slider` if there is one.

    `tried(name, value, merge)` offers the user's value; `said(name, sentence)` tells why a text is no value
    at all, or "" when it is good again; `released()` ends a drag. What the owner answers is `show_value` or
    `refuse`.
    """

    tried = Signal(str, object, str)
    said = Signal(str, str)
    released = Signal()

    editor: QWidget
    slider: ScaleSlider | None = None

    def __init__(self, theme: Theme, tr: Translate, form: str, name: str, about: Param) -> None:
        super().__init__()
        self.name, self.words = name, spoken(name, tr)
        self.object_name = f"{form}_{name}"
        bounds = f"  {about.within.text}" if about.within else ""
        self.help = f"{tr(about.doc, 'parameter')}\n{name}{bounds}"
        self._theme, self._tr, self._about = theme, tr, about
        symbol = f" {about.symbol}" if about.symbol not in ("", self.words) else ""
        self.label: QWidget | None = muted_label(theme, self.words + symbol)

    @abstractmethod
    def show_value(self, value: Any) -> None:
        """Show a value; tells nobody."""

    def refuse(self, fault: SpecError) -> None:
        """Say why the value is not taken."""
        self.said.emit(self.name, reason(fault, self._tr))

    def _finish(self, editor: QWidget) -> None:
        self.editor = editor
        for widget in (self.label, self.slider, editor):
            if widget is not None:
                widget.setToolTip(self.help)
        if isinstance(self.label, QLabel):
            self.label.setBuddy(editor)

    def _offer(self, value: object) -> None:
        self.tried.emit(self.name, value, "")


class NumberRow(Row):
    """A number field; where the declaration gives a range to slide over, a slider before it."""

    def __init__(
        self, theme: Theme, tr: Translate, form: str, name: str, about: Param, integer: bool, color: str
    ) -> None:
        super().__init__(theme, tr, form, name, about)
        field = NumberField(theme, self.object_name, self.words, integer, about.log, tr)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.value_edited.connect(self._offer)
        field.refused.connect(self._on_refused)
        self._field = field
        if about.low is not None and about.high is not None and not about.advanced:
            self.slider = ScaleSlider(
                theme,
                f"{self.object_name}_slider",
                self.words,
                about.low,
                about.high,
                log=about.log,
                color=color,
            )
            self.slider.value_dragged.connect(self._on_dragged)
            self.slider.drag_ended.connect(self.released)
            if about.symbol:
                self.label = FormulaLabel(theme, symbol_latex(about.symbol), 15, color=theme.muted)
                self.label.setAccessibleName(self.words)
        self._finish(field)

    def show_value(self, value: Any) -> None:
        self._field.show_value(value)
        if self.slider is not None:
            self.slider.show_value(value)

    def refuse(self, fault: SpecError) -> None:
        self._field.refuse(reason(fault, self._tr))

    def _on_dragged(self, value: float) -> None:
        self.tried.emit(self.name, value, self.name)

    def _on_refused(self, sentence: str) -> None:
        self.said.emit(self.name, sentence)


class ChoiceRow(Row):
    """One of the declared words, or one of a family's kinds for a spec inside the spec."""

    def __init__(self, theme: Theme, tr: Translate, form: str, name: str, about: Param, default: Any) -> None:
        super().__init__(theme, tr, form, name, about)
        self._family = default if isinstance(default, Spec) else None
        if self._family is not None:
            offer = FamilyOffer(type(self._family), tr)
            self._choice: Choice = CatalogueChoice(theme, self.object_name, self.words, tr, offer)
        else:
            items = [(word, choice_words(word, tr), "") for word in about.choices]
            self._choice = Choice(theme, self.object_name, self.words, items)
        self._choice.chosen.connect(self._on_chosen)
        self._finish(self._choice)

    def show_value(self, value: Any) -> None:
        self._choice.show_choice(value.kind if isinstance(value, Spec) else value)

    def _on_chosen(self, key: str) -> None:
        self._offer(self._family.named(key)() if self._family is not None else key)


class SwitchRow(Row):
    """On or off; the switch itself carries the words."""

    def __init__(self, theme: Theme, tr: Translate, form: str, name: str, about: Param) -> None:
        super().__init__(theme, tr, form, name, about)
        self.label = None
        self._switch = Switch(theme, self.object_name, self.words)
        self._switch.switched.connect(self._offer)
        self._finish(self._switch)

    def show_value(self, value: Any) -> None:
        self._switch.show_value(value)


class TextRow(Row):
    """A line of text, or numbers joined by |; commas, semicolons and spaces may stand for it."""

    def __init__(self, theme: Theme, tr: Translate, form: str, name: str, about: Param, default: Any) -> None:
        super().__init__(theme, tr, form, name, about)
        self._default = self._good = default
        if isinstance(default, tuple) and default and isinstance(default[0], tuple):
            self.label = muted_label(theme, tr("{name}, low|high for each axis").format(name=self.words))
        self._line = TextLine(theme, self.object_name, self.words)
        self._line.editingFinished.connect(self._on_entered)
        self._line.given_up.connect(self._on_given_up)
        self._finish(self._line)

    def show_value(self, value: Any) -> None:
        self._good = value
        if not (self._line.hasFocus() and self._line.isModified()) and self._line.column is None:
            parts = typed(value).split("|") if value and isinstance(value, tuple) else []
            self._line.setText("|".join(exact(float(part)) for part in parts) or typed(value))
            self._line.setCursorPosition(0)

    def _on_given_up(self) -> None:
        self.show_value(self._good)
        self._line.selectAll()
        self.said.emit(self.name, "")

    def refuse(self, fault: SpecError) -> None:
        column = fault.values.get("column")
        self._line.mark(len(self._line.text()) if column is None else column)
        super().refuse(fault)

    def _on_entered(self) -> None:
        if not self._line.isModified():
            return
        self._line.setModified(False)
        self._line.mark(None)
        text = self._line.text().strip()
        if isinstance(self._default, tuple):
            text = re.sub(r"\s*[|｜,，;；\s]\s*", "|", text.replace("−", "-"))
        try:
            self._offer(read("", self.name, text, self._default))
        except SpecError as fault:
            self.refuse(fault)


def make_row(
    theme: Theme, tr: Translate, form: str, name: str, about: Param, default: Any, color: str
) -> Row:
    """The row that fits a parameter's declaration."""
    if isinstance(default, Spec) or about.choices:
        return ChoiceRow(theme, tr, form, name, about, default)
    if isinstance(default, bool):
        return SwitchRow(theme, tr, form, name, about)
    if isinstance(default, int | float):
        return NumberRow(theme, tr, form, name, about, isinstance(default, int), color)
    return TextRow(theme, tr, form, name, about, default)
