"""What a person types, chooses or switches: each tells only of the user's hand, never of a value shown."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from gdviz.ui.numbers import NumberError, exact, read_integer, read_number
from gdviz.ui.theme import Theme

_KEYPAD = Qt.KeyboardModifier.KeypadModifier

Item = tuple[str | None, str, str]  # key, label, tool tip; key None: the heading of the items below it


class NumberField(QLineEdit):
    """A number in C notation; keeps the last good value when what is typed is refused.

    `value_edited(int | float)` asks the owner, who answers at once with `show_value` or `refuse`; no answer
    is consent. `refused(str)` carries the sentence, and "" when the field is good again. Up and Down step by
    one (integers) or by one of the last digit; with `log` they never step onto or over zero.
    """

    value_edited = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        accessible: str,
        integer: bool = False,
        log: bool = False,
        tr: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFont(theme.font())
        self.setMinimumWidth(theme.px(44))
        self._integer, self._log, self._tr = integer, log, tr
        self._good: float | int | None = None
        self._refused_text: str | None = None
        self._answered = False
        self._tool_tip = ""
        self.editingFinished.connect(self._commit)

    def value(self) -> float | int | None:
        """The last good value; None before the first."""
        return self._good

    def is_typing(self) -> bool:
        """Whether the user has begun a text that is not yet entered."""
        return self.hasFocus() and self.isModified()

    def show_value(self, value: float | int) -> None:
        """Show a value; a text that is being typed stays as long as the value is the one it began from."""
        self._answered = True
        if self.is_typing() and value == self._good:
            return
        # 0.50 stays 0.50 while one steps, else the next step would be ten times as long.
        keeps = self.hasFocus() and _is_plain(self.text()) and self._read() == value
        self._good = value
        self.accept()
        if not keeps:
            self.setText(exact(value))
            self.setCursorPosition(0)
        self.setModified(False)

    def refuse(self, sentence: str) -> None:
        """Mark the text as refused and say why; the last good value stays what it was."""
        self._answered = True
        self._refused_text = self.text()
        self._mark(sentence)

    def accept(self) -> None:
        """Take the mark away."""
        if self._refused_text is not None:
            self._refused_text = None
            self._mark("")

    def setToolTip(self, text: str) -> None:
        """The tool tip while the field is good; a refused field says why instead."""
        self._tool_tip = text
        super().setToolTip(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the last good value back; Up and Down step."""
        if event.key() == Qt.Key.Key_Escape and (self.isModified() or self._refused_text is not None):
            self.setModified(False)
            if self._good is None:
                self.clear()
                self.accept()
            else:
                self.setText("")
                self.show_value(self._good)
                self.selectAll()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers() & ~_KEYPAD:
            self._step(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def _mark(self, sentence: str) -> None:
        self.setProperty("refused", bool(sentence))
        self.style().unpolish(self)
        self.style().polish(self)
        super().setToolTip(sentence or self._tool_tip)
        self.setAccessibleDescription(sentence)
        self.refused.emit(sentence)

    def _read(self) -> float | int:
        return read_integer(self.text()) if self._integer else read_number(self.text())

    def _commit(self) -> None:
        try:
            value = self._read()
        except NumberError as error:
            self.refuse(self._tr(error.template).format(error.text))
            return
        if value == self._good:
            self.setModified(False)
            self.show_value(value)
            return
        self._offer(value)

    def _offer(self, value: float | int) -> None:
        self._answered = False
        self.value_edited.emit(value)
        if not self._answered:
            self.show_value(value)

    def _step(self, direction: int) -> None:
        try:
            value = self._read()
        except NumberError:
            return
        if math.isinf(value):
            return
        if isinstance(value, int):
            text = str(value + direction)
        else:
            number = Decimal(self.text() if _is_plain(self.text()) else exact(value))
            unit = Decimal((0, (1,), int(number.as_tuple().exponent)))
            moved = number + direction * unit
            if self._log and number and moved * number <= 0:
                moved = number + direction * unit / 10
            text = str(moved) if _is_plain(str(moved)) else exact(float(moved))
        self.setText(text)
        self.setModified(True)
        self._offer(self._read())


def _is_plain(text: str) -> bool:
    """Whether a text is nothing but a sign, ASCII digits and a point."""
    return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) is not None


class Choice(QComboBox):
    """One of several; `chosen(key)` when the user takes another one. Items may stand under headings."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        accessible: str,
        items: Sequence[Item] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = ""
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFont(theme.font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a wheel on its way down a panel changes nothing
        self.setMaxVisibleItems(18)
        self.activated.connect(self._activated)
        if items:
            self.set_items(items)

    def set_items(self, items: Sequence[Item]) -> None:
        """Replace the items; the one that was shown stays shown if it is among them."""
        self.clear()
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        for key, label, tool_tip in items:
            self.addItem(label, key)
            item = model.item(self.count() - 1)
            if key is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setFont(self._theme.font(12, 600))
            if tool_tip:
                item.setToolTip(tool_tip)
        self.show_choice(self._key)

    def show_choice(self, key: str) -> None:
        """Show the item with this key; none if there is no such item."""
        self._key = key
        index = self.findData(key) if key else -1
        self.setCurrentIndex(index)
        self.setToolTip(str(self.itemData(index, Qt.ItemDataRole.ToolTipRole) or ""))

    def choice(self) -> str:
        """The key of the item that is shown; "" for none."""
        return str(self.currentData() or "")

    def choices(self) -> list[str]:
        """Every key that can be chosen."""
        return [str(self.itemData(row)) for row in range(self.count()) if self.itemData(row) is not None]

    def take(self, key: str) -> None:
        """Choose the item with this key, as the hand does."""
        if key != self._key:
            self.show_choice(key)
            self.chosen.emit(key)

    def minimumSizeHint(self) -> QSize:
        """Narrower than the longest item: a panel may cut the closed box, never the open list."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._theme.px(72)), hint.height())

    def showPopup(self) -> None:
        """Open the list as wide as its longest item."""
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width() if self.count() > self.maxVisibleItems() else 0
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + bar + self._theme.px(16)))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only where the focus is, else scroll what is around."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _activated(self, index: int) -> None:
        key = self.itemData(index)
        if key is not None:
            self.take(key)


class Switch(QCheckBox):
    """On or off; `switched(bool)` by the user's hand."""

    switched = Signal(bool)

    def __init__(self, theme: Theme, name: str, text: str) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setFont(theme.font())
        self.clicked.connect(self.switched)

    def show_value(self, on: bool) -> None:
        """Show on or off; tells nobody."""
        self.setChecked(on)
