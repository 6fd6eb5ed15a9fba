"""The row above a plot: its name at the left; the cross-hair's numbers and buttons at the right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gdviz.ui.buttons import IconButton
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.theme import Theme
from gdviz.ui.views.title import Title


class Folding(QToolButton):
    """A button with words, or without; `changed()` when it is shown or its words are others."""

    changed = Signal()


W = TypeVar("W", bound=QWidget)
F = TypeVar("F", bound=Folding)


class Room(QWidget):
    """Gives the label in it a fixed size: any other asks for a new layout of the window with each text."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The label fills it."""
        for label in self.findChildren(QLabel):
            label.setFixedSize(event.size())


class Note(QLabel):
    """A short text of which all is shown, or nothing; `changed()` when it needs other room."""

    changed = Signal()

    def setText(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            wide = self.sizeHint().width()
            super().setText(text)
            if self.sizeHint().width() != wide:
                self.changed.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class ViewHead(QWidget):
    """36 px and 4 above them; buttons are added from left to right, the fit button comes last.

    In a narrow head notes give way to the title, and it is elided, but not to less than a word.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Title(title)
        self._title.setFont(theme.font(13, 600))
        room = Room()
        self._numbers = ElidedLabel()
        self._numbers.setParent(room)
        self._numbers.setFont(theme.font(12))
        palette = self._numbers.palette()
        palette.setColor(self._numbers.foregroundRole(), theme.color("muted"))
        self._numbers.setPalette(palette)
        self._numbers.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), theme.px(4), theme.px(8), 0)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self._title)
        self._row.addWidget(room, 1)
        self._notes: list[Note] = []
        self._folding: list[Folding] = []
        self.setFixedHeight(theme.px(40))

    def show_numbers(self, named: Iterable[tuple[str, str]] = ()) -> None:
        """Show what stands under the mouse, as names with numbers; nothing when it is outside."""
        self._numbers.setText("   ".join(f"{name} {number}" for name, number in named))

    @property
    def numbers(self) -> str:
        """What is shown of the place under the mouse."""
        return self._numbers.text()

    def add_note(self, name: str) -> Note:
        """Add a short text beside the buttons; `name` is its object name."""
        note = Note()
        note.setObjectName(name)
        note.setFont(self._theme.font(12))
        note.setStyleSheet(f"color:{self._theme.muted}")
        note.changed.connect(self._share)
        self._row.addWidget(note)
        self._notes.append(note)
        return note

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room."""
        super().resizeEvent(event)
        self._share()

    def minimumSizeHint(self) -> QSize:
        """Room for the buttons: texts can be left out."""
        return QSize(self._needed() + self._theme.px(12), self.height())

    def _needed(self) -> int:
        """Pixels that the buttons need."""
        margins, gap = self._row.contentsMargins(), self._row.spacing()
        texts: tuple[QWidget, ...] = (self._title, *self._notes)
        others = (w for w in self.children() if isinstance(w, QWidget) and w not in texts)
        widths = [
            (hint if w in self._folding else hint.expandedTo(w.minimumSize())).width() + gap
            for w, hint in ((w, w.minimumSizeHint()) for w in others)
            if not w.isHidden() and not w.isWindow()
        ]
        return margins.left() + margins.right() + sum(widths)

    def _share(self) -> None:
        """The title first, then the notes that it leaves room for."""
        left, gap = self.width() - self._needed(), self._row.spacing()
        left -= self._title.share(max(left, 0))
        for button in self._folding:
            least, most = button.minimumSizeHint().width(), button.sizeHint().width()
            whole = most - least <= left
            button.setFixedWidth(most if whole else least)
            left -= most - least if whole and not button.isHidden() else 0
        for note in self._notes:
            wide = note.sizeHint().width() + gap
            note.setVisible(wide <= left)
            left -= wide

    def add_widget(self, widget: W) -> W:
        """Add a widget beside the buttons."""
        self._row.addWidget(widget)
        return widget

    def add_folding(self, widget: F) -> F:
        """Add a button beside the others that has words where there is room for all of them."""
        widget.changed.connect(self._share)
        self._row.addWidget(widget)
        self._folding.append(widget)
        return widget

    def add_icon(self, name: str, icon_name: str, tip: str) -> IconButton:
        """Add a flat button with an icon; `name` is its object name."""
        button = IconButton(self._theme, name, icon_name, accessible=tip)
        self._row.addWidget(button)
        return button

    def add_switch(self, name: str, text: str, tip: str) -> QToolButton:
        """Add a checkable button of 24 px with a text."""
        theme, button = self._theme, QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFont(theme.font(12))
        button.setFixedHeight(theme.px(24))
        button.setStyleSheet(
            f"QToolButton{{border:1px solid {theme.border2};border-radius:{theme.px(4)}px;"
            f"padding:0 {theme.px(12)}px;background:{theme.plot};color:{theme.muted}}}"
            f"QToolButton:hover{{background:{theme.hover}}}"
            f"QToolButton:checked{{background:{theme.pressed};color:{theme.text}}}"
            f"QToolButton:focus{{border:{theme.px(2)}px solid {theme.focus};padding:0 {theme.px(11)}px}}"
        )
        self._row.addWidget(button)
        return button
