"""Sliders for a float on a linear or log scale, with its limit, and for time, with its ticks."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from gdviz.ui.numbers import exact, rounded
from gdviz.ui.slider import Slider
from gdviz.ui.theme import Theme


class ScaleSlider(Slider):
    """A slider for a float in [low, high], on a linear or log scale, with a mark where stability ends.

    `value_dragged(float)` while the user moves it, rounded to two or three significant digits; `drag_ended()`
    when the hand is off. Raises ValueError unless low < high, and for a log scale unless low > 0.
    """

    POSITIONS = 1000

    value_dragged = Signal(float)
    drag_ended = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        accessible: str,
        low: float,
        high: float,
        log: bool = False,
        color: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        if not low < high or (log and low <= 0) or not math.isfinite(high - low):
            raise ValueError(f"no {'log ' if log else ''}scale from {low} to {high}")
        super().__init__(theme, name, accessible, color, parent=parent)
        self._low, self._high, self._log = low, high, log
        self._value = low
        self._limits: tuple[float, ...] = ()
        self._texts: tuple[str, ...] = ("",)
        self._by_hand = False
        self.setRange(0, self.POSITIONS)
        self.setSingleStep(self.POSITIONS // 100)
        self.setPageStep(self.POSITIONS // 10)
        self.moved.connect(self._drag)
        self.sliderReleased.connect(self._let_go)

    def sizeHint(self) -> QSize:
        """Higher by a line of text when a limit is shown; the groove stays where it was."""
        return QSize(self._theme.px(120), self._theme.px(40 if self._limits else 28))

    def show_value(self, value: float) -> None:
        """Show a value, clamped to the scale; tells nobody. A handle in the user's hand stays there."""
        if math.isnan(value):
            return
        self._value = value
        if not self.isSliderDown():
            self.setValue(self._position(value))
        self._describe()

    def set_limits(self, limits: Sequence[float], texts: Sequence[str] = ("",), tool_tip: str = "") -> None:
        """Mark the values, in ascending order, at which stability ends, one for each minimum.

        texts: what stands below while none of them is passed, one, two, …; without limits there is no mark.
        """
        changed = bool(limits) != bool(self._limits)
        self._limits, self._texts = tuple(limits), tuple(texts)
        self.setToolTip(tool_tip)
        self._describe()
        if changed:
            self.updateGeometry()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key let go ends what it did."""
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self._let_go()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Each turn is a drag of its own."""
        super().wheelEvent(event)
        self._let_go()

    def _act(self, action: int) -> None:
        if action != QAbstractSlider.SliderAction.SliderMove.value:
            self._leave_what_rounds_back()
        super()._act(action)

    def _leave_what_rounds_back(self) -> None:
        # Else a step of the keyboard could round to the value it began from, and the handle would stay.
        position = self.sliderPosition()
        direction = 1 if position > self.value() else -1
        while 0 < position < self.POSITIONS and self._at(position) == self._value:
            position += direction
        self.setSliderPosition(position)

    def _drag(self, position: int) -> None:
        value = self._at(position)
        if value != self._value:
            self._value = value
            self._by_hand = True
            self._describe()
            self.value_dragged.emit(value)

    def _let_go(self) -> None:
        if self._by_hand:
            self._by_hand = False
            self.show_value(self._value)
            self.drag_ended.emit()

    def _position(self, value: float) -> int:
        value = min(max(value, self._low), self._high)
        if self._log:
            share = math.log(value / self._low) / math.log(self._high / self._low)
        else:
            share = (value - self._low) / (self._high - self._low)
        return round(share * self.POSITIONS)

    def _at(self, position: int) -> float:
        share = position / self.POSITIONS
        if position in (0, self.POSITIONS):
            return self._high if position else self._low
        if self._log:
            value = rounded(self._low * (self._high / self._low) ** share, 2)
        else:
            decimals = -math.floor(math.log10((self._high - self._low) / 100) + 0.05)
            value = round(self._low + (self._high - self._low) * share, decimals) + 0.0
        return min(max(value, self._low), self._high)

    def _passed(self) -> int:
        """How many of the limits the value is beyond."""
        return sum(self._value > limit for limit in self._limits)

    def _text(self) -> str:
        return self._texts[min(self._passed(), len(self._texts) - 1)]

    def _describe(self) -> None:
        self.setAccessibleDescription(f"{exact(self._value)} {self._text()}".strip())
        self.update()

    def _marks_x(self) -> list[float]:
        """Where the limits lie that are on the scale."""
        return [self.position_to_x(self._position(limit)) for limit in self._limits if limit <= self._high]

    def _paint_groove(self, painter: QPainter, left: float, right: float) -> None:
        """Tinted from the first limit on, and more so where all are passed."""
        marks = self._marks_x()
        if not marks:
            return
        whole = len(marks) == len(self._limits)
        if len(self._limits) > 1:
            painter.save()
            painter.setOpacity(painter.opacity() * 0.55)
            self._bar(painter, marks[0], right, self._theme.danger_tint)
            painter.restore()
        if whole:
            self._bar(painter, marks[-1], right, self._theme.danger_tint)

    def _paint_marks(self, painter: QPainter, left: float, right: float) -> None:
        if not self._limits:
            return
        marks = self._marks_x()
        for at in marks:
            line = QRectF(round(at), self._groove_y - self._theme.px(7), 1, self._theme.px(16))
            painter.fillRect(line, self._theme.color("danger"))
        font = self._theme.font(11)
        text = self._text()
        width = QFontMetricsF(font).horizontalAdvance(text)
        start = min(max((marks[0] if marks else right) - width / 2, 1.0), self.width() - width - 1)
        painter.setFont(font)
        painter.setPen(self._theme.color("danger" if self._passed() else "muted"))
        place = QRectF(start, self._groove_y + self._theme.px(9), width + 1, self._theme.px(16))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class TimeSlider(Slider):
    """The slider of time: steps 0 … last, with ticks and numbers below that never touch."""

    def __init__(self, theme: Theme, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, accessible, big=True, parent=parent)
        self._font = theme.font(11)
        self.show_step(0, 0)

    def sizeHint(self) -> QSize:
        """Groove, ticks and numbers."""
        return QSize(self._theme.px(240), self._theme.px(44))

    def show_step(self, step: int, last: int) -> None:
        """Show a step out of 0 … last; tells nobody."""
        self.setRange(0, last)
        self.setPageStep(max(1, last // 10))
        if not self.isSliderDown():
            self.setValue(step)

    def interval(self) -> int:
        """Steps between two numbers: 1, 2, 5, 10, … the first that leaves room between them."""
        left, right = self._ends()
        room = max(self._theme.px(80), self._width(self.maximum()) + self._theme.px(16))
        fits = (right - left) / room
        interval, turn = 1, 0
        while self.maximum() / interval > max(fits, 1.0):
            turn += 1
            interval = (1, 2, 5)[turn % 3] * 10 ** (turn // 3)
        return interval

    def numbered_steps(self) -> list[int]:
        """The steps that have a tick and a number: every interval, and the last."""
        last, gap = self.maximum(), self._width(self.maximum()) + self._theme.px(16)
        end = self.position_to_x(last)
        return [k for k in range(0, last, self.interval()) if end - self.position_to_x(k) >= gap] + [last]

    def _width(self, step: int) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(str(step))

    def _ends(self) -> tuple[float, float]:
        left, right = super()._ends()
        return left, min(right, self.width() - self._width(self.maximum()) / 2)

    def _paint_marks(self, painter: QPainter, left: float, right: float) -> None:
        painter.setFont(self._font)
        for step in self.numbered_steps():
            x = self.position_to_x(step)
            top = self._groove_y + self._theme.px(6)
            painter.fillRect(QRectF(round(x - 0.5), top, 1, self._theme.px(4)), self._theme.color("border2"))
            painter.setPen(self._theme.color("muted"))
            width = self._width(step)
            place = QRectF(x - width / 2, top + self._theme.px(3), width + 1, self._theme.px(16))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(step))
