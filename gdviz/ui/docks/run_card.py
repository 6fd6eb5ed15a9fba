"""One run as a card: its line and marker, its name, its parameters, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QInputDialog, QMenu, QToolButton, QVBoxLayout

from gdviz.engine.batches import Batches
from gdviz.engine.explanation.stability import holds
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.oracle import EVERYTHING
from gdviz.scenario import Entry, RunName
from gdviz.ui.buttons import IconButton
from gdviz.ui.docks.limits import limit_marks
from gdviz.ui.docks.run_batches import RunBatches
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.form import SpecForm
from gdviz.ui.icons import icon
from gdviz.ui.language import Translate, name_of
from gdviz.ui.offers import FamilyOffer
from gdviz.ui.swatch import Swatch
from gdviz.ui.theme import Theme


class RunCard(QFrame):
    """`edited(i, entry, merge)`, `clicked(i)`, `duplicated(i)`, `removed(i)`: all by the user's hand."""

    edited = Signal(int, object, str)
    released = Signal()
    clicked = Signal(int)
    duplicated = Signal(int)
    removed = Signal(int)

    def __init__(self, theme: Theme, tr: Translate, index: int, entry: Entry) -> None:
        super().__init__()
        self.setObjectName(f"run_card_{index}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._theme, self._tr, self._index, self._entry = theme, tr, index, entry
        self.shape = (entry.optimizer.kind, entry.slot)
        self._chosen: bool | None = None
        self._coloured: tuple[bool | None, bool] | None = None
        style = theme.run(entry.slot)
        self._swatch = Swatch(theme, style)
        self._name = ElidedLabel()
        self._eye = IconButton(theme, f"button_eye_{index}", "eye", tr("Show or hide"), size=26, icon_size=18)
        self._eye.clicked.connect(self._on_eye)
        self._more = IconButton(theme, f"button_more_{index}", "more", tr("More"), size=26, icon_size=18)
        self._more.setStyleSheet("QToolButton::menu-indicator{image:none}")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._menu())
        self._form = SpecForm(theme, tr, f"run{index}", style.color)
        self._folded = SpecForm(theme, tr, f"run{index}_more", style.color, advanced=True)
        self._folded.hide()
        self._batches = RunBatches(theme, tr, f"run{index}")
        self._batches.edited.connect(self._on_batches)
        self._batches.hide()
        self._dealt = False  # whether there are samples to be dealt out
        for form in (self._form, self._folded):
            form.edited.connect(self._on_spec)
            form.released.connect(self.released)
        row = QHBoxLayout()
        row.setSpacing(theme.px(2))
        row.addWidget(self._swatch)
        row.addSpacing(theme.px(4))
        row.addWidget(self._name, 1)
        row.addWidget(self._eye)
        row.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(10), theme.px(5), theme.px(10), theme.px(6))
        layout.setSpacing(theme.px(2))
        layout.addLayout(row)
        layout.addWidget(self._form)
        layout.addWidget(self._folded)
        layout.addWidget(self._batches)
        self.show_chosen(False)

    def _menu(self) -> QMenu:
        tr, menu = self._tr, QMenu(self)
        self._unfold = menu.addAction(tr("More parameters"))
        self._unfold.setCheckable(True)
        self._unfold.toggled.connect(self._on_unfold)
        menu.addAction(tr("Rename…")).triggered.connect(self._on_rename)
        menu.addAction(tr("Duplicate")).triggered.connect(self._on_duplicate)
        menu.addAction(tr("Change optimizer…")).triggered.connect(self._ask)
        menu.addSeparator()
        menu.addAction(icon(self._theme, "remove", 18), tr("Remove")).triggered.connect(self._on_remove)
        return menu

    def show_entry(
        self, entry: Entry, objective: Objective, given: Batches = EVERYTHING, distinction: str = ""
    ) -> None:
        """Show the entry; the learning rate has a mark where each known minimum stops to hold the iterate.

        given: how samples are dealt out to runs that say nothing of their own; distinction: what tells this
        run from its like.
        """
        self._entry, self._dealt = entry, objective.terms > 0
        method, text = type(entry.optimizer), entry.label or self._tr(entry.optimizer.label, "catalogue")
        about = self._tr(entry.optimizer.about, "catalogue")
        parts = [_folded_away(entry.optimizer, distinction), entry.own_batches if self._dealt else ""]
        told = ", ".join(filter(None, parts))
        if told and not entry.label:
            name = RunName("", method, told)
            about = f"{name_of(name, self._tr)}\n{about}"
            text = name_of(name, self._tr, short=True)
        name = RunName(entry.label, None if told else method, told)
        self._name.brief = name_of(name, self._tr, short=True)
        self._name.setText(text)
        self._name.setToolTip(about)
        self._batches.show_entry(entry, given)
        self._batches.setVisible(self._dealt and self._unfold.isChecked())
        self.setAccessibleName(text)
        self._eye.show_icon("hidden" if entry.hidden else "eye")
        self._form.show_spec(entry.optimizer)
        if self._unfold.isChecked():
            self._folded.show_spec(entry.optimizer)
        self._colour_name()
        self._mark_limit(entry, objective)

    def _mark_limit(self, entry: Entry, objective: Objective) -> None:
        slider = self._form.slider("lr")
        if slider is None:
            return
        slider.set_limits(*limit_marks(holds(entry.optimizer, objective, not entry.zero_grad), self._tr))

    def show_chosen(self, chosen: bool) -> None:
        """Make the card look chosen or not."""
        if chosen is self._chosen:
            return  # a style sheet costs more than the rest of a frame
        self._chosen = chosen
        theme = self._theme
        edge = theme.faint if chosen else theme.border
        self.setStyleSheet(
            f"#{self.objectName()}{{background:{theme.card};border:1px solid {edge};"
            f"border-radius:{theme.px(6)}px}} #{self.objectName()}:focus{{border:2px solid {theme.focus}}}"
        )
        self._colour_name()

    def _colour_name(self) -> None:
        theme, hidden = self._theme, self._entry.hidden
        if (self._chosen, hidden) == self._coloured:
            return
        self._coloured = (self._chosen, hidden)
        self._name.setFont(theme.font(13, 600 if self._chosen else 500))
        self._name.setStyleSheet(f"color:{theme.muted if hidden else theme.text}")
        self._swatch.setEnabled(not hidden)

    # The user's hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the card chooses the run."""
        self.clicked.emit(self._index)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the run, Delete removes it."""
        if not self.hasFocus():
            super().keyPressEvent(event)  # what a field inside does not use is not meant for the card
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self._index)
        elif event.key() == Qt.Key.Key_Delete:
            self._on_remove()
        else:
            super().keyPressEvent(event)

    def _on_eye(self) -> None:
        self.edited.emit(self._index, replace(self._entry, hidden=not self._entry.hidden), "")

    def _on_duplicate(self) -> None:
        self.duplicated.emit(self._index)

    def _on_remove(self) -> None:
        self.removed.emit(self._index)

    def _on_unfold(self, on: bool) -> None:
        if on:
            self._folded.show_spec(self._entry.optimizer)
        self._folded.setVisible(on)
        self._batches.setVisible(on and self._dealt)

    def _on_rename(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self._tr("Rename"))
        dialog.setLabelText(self._tr("Name of the run (empty: the optimizer's)"))
        dialog.setTextValue(self._entry.label)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(self._on_renamed)
        dialog.open()

    def _on_renamed(self, text: str) -> None:
        self.edited.emit(self._index, replace(self._entry, label=text.strip()[:80]), "")

    def _ask(self) -> None:
        from gdviz.ui.picker import Picker

        kind, title = self._entry.optimizer.kind, self._tr("Change optimizer")
        picker = Picker(self._theme, self._tr, title, FamilyOffer(Optimizer, self._tr).groups(), kind)
        picker.chosen.connect(self._on_method)
        picker.open_by(self._more)

    def _on_method(self, kind: str) -> None:
        if kind != self._entry.optimizer.kind:
            self.edited.emit(
                self._index, replace(self._entry, optimizer=self._entry.optimizer.related(kind)), ""
            )

    def _on_batches(self, entry: object) -> None:
        self.edited.emit(self._index, entry, "")

    def _on_spec(self, optimizer: object, merge: str) -> None:
        assert isinstance(optimizer, Optimizer)
        self.edited.emit(self._index, replace(self._entry, optimizer=optimizer), merge)


def _folded_away(optimizer: Optimizer, distinction: str) -> str:
    """The parts of a distinction, "η = 0.1, clip_norm = 1", that no row of a folded card shows."""
    folded = {param.symbol or name for name, param in optimizer.params().items() if param.advanced}
    return ", ".join(part for part in distinction.split(", ") if part.partition(" = ")[0] in folded)
