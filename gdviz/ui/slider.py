"""The slider that every other is made from: Qt's keys, focus and accessibility, drawn in the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from gdviz.ui.theme import Theme

_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Slider(QSlider):
    """A horizontal slider; `moved(int)` by the user's hand: mouse, keys or wheel.

    `color` is the "#RRGGBB" of the filled part and the dot (ink if None); `big` is the slider of time.
    """

    moved = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        accessible: str,
        color: str | None = None,
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a wheel on its way down a panel changes nothing
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._color = color or theme.ink
        self._handle = theme.px(16 if big else 14)
        self._groove_y = theme.px(16 if big else 14)
        self._grip = 0.0
        self._ringed = False
        self.actionTriggered.connect(self._act)

    def sizeHint(self) -> QSize:
        """As high as a field beside it."""
        return QSize(self._theme.px(120), self._theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Still usable at half its width."""
        return QSize(self._theme.px(60), self.sizeHint().height())

    def position_to_x(self, position: float) -> float:
        """Where a position lies, in logical pixels from the left edge."""
        left, right = self._ends()
        span = self.maximum() - self.minimum()
        return left + (right - left) * ((position - self.minimum()) / span if span else 0.0)

    def x_to_position(self, x: float) -> int:
        """The position nearest to a place, within the range."""
        left, right = self._ends()
        share = (x - left) / max(right - left, 1.0)
        return self.minimum() + round(min(max(share, 0.0), 1.0) * (self.maximum() - self.minimum()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Groove, filled part, what a subclass marks on it, handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        left, right = self._ends()
        at = self.position_to_x(self.sliderPosition())
        self._bar(painter, left, right, self._theme.groove)
        self._paint_groove(painter, left, right)
        self._bar(painter, left, at, self._color)
        self._paint_marks(painter, left, right)
        ringed = self._ringed and self.hasFocus()
        edge = self._theme.px(2) if ringed else 1
        painter.setPen(QPen(self._theme.color("focus" if ringed else "border2"), edge))
        painter.setBrush(Qt.GlobalColor.white)
        center = QPointF(at, self._groove_y)
        painter.drawEllipse(center, (self._handle - edge) / 2, (self._handle - edge) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(self._color))
        painter.drawEllipse(center, self._theme.px(5) / 2, self._theme.px(5) / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle where it was grabbed, or bring it to where the groove was clicked."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._ringed = False
        offset = event.position().x() - self.position_to_x(self.sliderPosition())
        self._grip = offset if abs(offset) <= self._handle / 2 else 0.0
        self.setSliderDown(True)
        self.setSliderPosition(self.x_to_position(event.position().x() - self._grip))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self.isSliderDown():
            self.setSliderPosition(self.x_to_position(event.position().x() - self._grip))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's keys; from the first one on, the focus is shown."""
        self._ringed = True
        self.update()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for the keyboard only."""
        self._ringed = event.reason() in _KEYBOARD
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only where the focus is, else scroll what is around."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _act(self, action: int) -> None:
        # Qt has moved the position but not yet the value; showing a value does not come through here.
        if self.sliderPosition() != self.value():
            self.moved.emit(self.sliderPosition())

    def _ends(self) -> tuple[float, float]:
        return self._handle / 2, self.width() - self._handle / 2

    def _bar(self, painter: QPainter, left: float, right: float, color: str) -> None:
        thick = self._theme.px(4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(color))
        bar = QRectF(left, self._groove_y - thick / 2, right - left, thick)
        painter.drawRoundedRect(bar, min(thick, bar.width()) / 2, thick / 2)

    def _paint_groove(self, painter: QPainter, left: float, right: float) -> None:
        """Drawn on the groove, under the filled part."""

    def _paint_marks(self, painter: QPainter, left: float, right: float) -> None:
        """Drawn over the filled part, under the handle."""
