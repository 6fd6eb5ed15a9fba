"""A form made from a spec's declarations, and why a value is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdviz.spec import Param, Spec
from gdviz.ui.fields import Choice, Switch
from gdviz.ui.language import Translate
from gdviz.ui.refusal_label import RefusalLabel
from gdviz.ui.rows import Row, make_row
from gdviz.ui.sliders import ScaleSlider
from gdviz.ui.text_line import TextLine
from gdviz.ui.theme import Theme
from gdviz.values import SpecError


class SpecForm(QWidget):
    """One row per parameter. `edited(spec, merge)` by the user's hand: what `merge` says alike is one edit.

    `advanced` shows the parameters that are folded away, else those that are not. Parameters in `left_out`
    are not shown at all.
    """

    edited = Signal(object, str)
    released = Signal()

    def __init__(
        self,
        theme: Theme,
        tr: Translate,
        name: str,
        color: str = "",
        advanced: bool = False,
        left_out: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme, self._tr = theme, tr
        self._color = color or theme.ink
        self._advanced, self._left_out = advanced, left_out
        self._spec: Spec | None = None
        self._rows: dict[str, Row] = {}
        self._refusals: dict[str, RefusalLabel] = {}
        self._nested: dict[str, SpecForm] = {}
        self._host = QWidget()
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._around.addWidget(self._host)

    def show_spec(self, spec: Spec) -> None:
        """Show `spec`; rows are made anew only when its kind changes."""
        if self._spec is None or type(self._spec) is not type(spec):
            self._rebuild(spec)
        self._spec = spec
        for name, row in self._rows.items():
            value = getattr(spec, name)
            row.show_value(value)
            if name in self._nested:
                self._nested[name].show_spec(value)
                self._nested[name].setVisible(not self._nested[name].is_empty())

    def is_empty(self) -> bool:
        """Whether there is nothing to set."""
        return not self._rows

    def slider(self, name: str) -> ScaleSlider | None:
        """The slider of a parameter, to mark a limit on it."""
        return self._rows[name].slider if name in self._rows else None

    def _rebuild(self, spec: Spec) -> None:
        old = self._host
        self._host = QWidget()
        self._grid = QGridLayout(self._host)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._theme.px(8))
        self._grid.setVerticalSpacing(self._theme.px(4))
        self._grid.setColumnStretch(1, 1)
        self._around.replaceWidget(old, self._host)
        old.setParent(None)
        old.deleteLater()
        self._rows, self._refusals, self._nested = {}, {}, {}
        for field in spec.param_fields():
            about: Param = field.metadata["param"]
            if about.advanced == self._advanced and field.name not in self._left_out:
                self._add_row(field.name, about, field.default)

    def _add_row(self, name: str, about: Param, default: Any) -> None:
        line = self._grid.rowCount()
        row = make_row(self._theme, self._tr, self.objectName(), name, about, default, self._color)
        row.tried.connect(self._try)
        row.said.connect(self._say)
        row.released.connect(self.released)
        self._rows[name] = row
        self._place(row, about, line)
        self._refusals[name] = RefusalLabel(self._theme)
        self._grid.addWidget(self._refusals[name], line + 1, 0, 1, 3)
        if isinstance(default, Spec):
            inner = SpecForm(self._theme, self._tr, f"{self.objectName()}_{name}", self._color)
            inner.edited.connect(self._on_nested)
            self._nested[name] = inner
            self._grid.addWidget(inner, line + 2, 0, 1, 3)

    def _place(self, row: Row, about: Param, line: int) -> None:
        """Put a parameter's label and editor where its kind of editor stands."""
        px = self._theme.px
        if row.slider is not None and row.label is not None:
            # The slider is higher than the others where it has a limit below: all begin at the top.
            top = Qt.AlignmentFlag.AlignTop
            row.label.setMinimumWidth(px(16))
            self._grid.addWidget(_centred(row.label, px(28)), line, 0, top)
            self._grid.addWidget(row.slider, line, 1, top)
            row.editor.setFixedWidth(px(76 if (about.high or 0) >= 1e5 else 60))
            self._grid.addWidget(row.editor, line, 2, top)
        elif isinstance(row.editor, TextLine):
            pair = QVBoxLayout()
            pair.setContentsMargins(0, px(4), 0, 0)
            pair.setSpacing(px(4))
            if row.label is not None:
                pair.addWidget(row.label)
            pair.addWidget(row.editor)
            self._grid.addLayout(pair, line, 0, 1, 3)
        elif row.label is None or isinstance(row.editor, Switch):
            self._grid.addWidget(row.editor, line, 0, 1, 3)
        else:
            width = px(116 if isinstance(row.editor, Choice) else 72)
            if about.choices:  # declared words are never cut; of a family's names the list shows the whole
                width = max(width, min(row.editor.sizeHint().width(), px(156)))
            row.editor.setFixedWidth(width)
            if isinstance(row.label, QLabel):
                row.label.setWordWrap(True)
            across = QHBoxLayout()
            across.addWidget(row.label, 1)
            across.addWidget(row.editor)
            self._grid.addLayout(across, line, 0, 1, 3)

    def _on_nested(self, spec: Spec, merge: str) -> None:
        for name, form in self._nested.items():
            if form is self.sender():
                self._try(name, spec, merge)

    def _try(self, name: str, value: Any, merge: str) -> None:
        """Take the user's value if the spec allows it, else show why not and keep the last good one."""
        assert self._spec is not None
        try:
            changed = replace(self._spec, **{name: value})
        except SpecError as fault:
            self._rows[name].refuse(fault)
            return
        self._say(name, "")
        if changed != self._spec:
            self.show_spec(changed)
            self.edited.emit(changed, merge and f"{self.objectName()}.{merge}")

    def _say(self, name: str, sentence: str) -> None:
        self._refusals[name].say(sentence)


def _centred(widget: QWidget, height: int) -> QWidget:
    """The widget in the middle of a line of that height."""
    host = QWidget()
    host.setFixedHeight(height)
    layout = QVBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return host
