"""Tabs side by side, of which one is chosen; a box with a list when there are many, or no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QTabBar, QWidget

from gdviz.ui.fields import Choice
from gdviz.ui.swatch import marker_icon, paint_marker
from gdviz.ui.theme import RunStyle, Theme

Segment = tuple[str, RunStyle | None]  # a text, and the run's marker before it
_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class _Tabs(QTabBar):
    """The track with its tabs; Qt's tab bar as to keys and accessibility, painted and laid out here."""

    taken = Signal(int)

    def __init__(self, theme: Theme, name: str, accessible: str, high: int) -> None:
        super().__init__()
        self._theme, self._high = theme, theme.px(high)
        self._styles: list[RunStyle | None] = []
        self._ringed = False
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tabs(self, segments: Sequence[Segment], index: int) -> None:
        while self.count() > len(segments):
            self.removeTab(self.count() - 1)
        while self.count() < len(segments):
            self.addTab("")
        self._styles = [style for _, style in segments]
        for i, (text, _) in enumerate(segments):
            self.setTabText(i, text.replace("&", "&&"))
            self.setTabToolTip(i, text)
        self.setCurrentIndex(index)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._needs())), self._high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40) * max(1, self.count()), self._high)

    def tabSizeHint(self, index: int) -> QSize:
        """Equal widths; a tab whose text needs more gets it, as far as there is room."""
        return QSize(int(self._widths()[index]), self._high)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex()
        self._ringed = False
        super().mousePressEvent(event)
        self._tell(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        self._ringed = True
        super().keyPressEvent(event)
        self._tell(before)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in _KEYBOARD
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, color = self._theme.px, self._theme.color
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("segment"))
        painter.drawRoundedRect(QRectF(self.rect()), px(6), px(6))
        for i in range(self.count()):
            chosen = i == self.currentIndex()
            tab = QRectF(self.tabRect(i)).adjusted(px(2), px(2), -px(2), -px(2))
            if chosen:
                ringed = self._ringed and self.hasFocus()
                painter.setPen(QPen(color("focus"), px(2)) if ringed else Qt.PenStyle.NoPen)
                painter.setBrush(color("segment_chosen"))
                inset = px(1) if ringed else 0
                painter.drawRoundedRect(tab.adjusted(inset, inset, -inset, -inset), px(4), px(4))
            style = self._styles[i]
            if style is not None:
                marker = QPointF(tab.left() + px(8) + px(4.5), tab.center().y())
                paint_marker(painter, style, marker, px(9))
            font = self._theme.font(13, 600 if chosen else 400)
            painter.setFont(font)
            painter.setPen(color("text" if chosen else "muted"))
            place = tab.adjusted(px(8 + 9 + 5) if style else px(4), 0, -px(4), 0)
            whole = self.tabText(i).replace("&&", "&")
            text = QFontMetricsF(font).elidedText(whole, Qt.TextElideMode.ElideRight, place.width() + 1)
            side = Qt.AlignmentFlag.AlignLeft if style else Qt.AlignmentFlag.AlignHCenter
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, text)

    def _needs(self) -> list[float]:
        count = self.count()  # Qt asks between one tab and the next
        styles = [*self._styles, *[None] * count][:count]
        return self.needs([(self.tabText(i), style) for i, style in enumerate(styles)])

    def needs(self, segments: Sequence[Segment]) -> list[float]:
        """The widths in which these would be shown whole."""
        metrics, px = QFontMetricsF(self._theme.font(13, 600)), self._theme.px
        around = [px(2 + 8 + 9 + 5 + 4 + 2) if style else px(2 + 4 + 4 + 2) for _, style in segments]
        return [metrics.horizontalAdvance(segments[i][0]) + space for i, space in enumerate(around)]

    def _widths(self) -> list[float]:
        needs = self._needs()
        left, widths = float(self.width()), [0.0] * len(needs)
        fits = sum(needs) <= left
        # With room the widest first takes what it needs, without it the narrowest; the others share the rest.
        for k, i in enumerate(sorted(range(len(needs)), key=needs.__getitem__, reverse=fits)):
            share = left / (len(needs) - k)
            widths[i] = max(needs[i], share) if fits else min(needs[i], share)
            left -= widths[i]
        return widths

    def _tell(self, before: int) -> None:
        if self.currentIndex() != before:
            self.taken.emit(self.currentIndex())


class Segments(QWidget):
    """One of several texts, each with its marker if it is a run; `chosen(index)` by the user's hand."""

    AT_MOST = 4

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, name: str, accessible: str, parent: QWidget | None = None, high: int = 32
    ) -> None:
        super().__init__(parent)
        self._theme, self._high = theme, theme.px(high)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tabs = _Tabs(theme, f"{name}_tabs", accessible, high)
        self._list = Choice(theme, f"{name}_list", accessible)
        self._list.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._tabs)
        self._stack.addWidget(self._list)
        self._segments: tuple[Segment, ...] = ()
        self._tabs.taken.connect(self._taken)
        self._list.chosen.connect(self._listed)

    def show_segments(self, segments: Sequence[Segment], index: int) -> None:
        """Show texts with their runs' markers, one of them chosen; tells nobody."""
        if tuple(segments) != self._segments:
            self._segments = tuple(segments)
            self._list.set_items([(str(i), text, "") for i, (text, _) in enumerate(segments)])
            for i, (_, style) in enumerate(segments):
                if style is not None:
                    icon = marker_icon(self._theme, style, 16, self.devicePixelRatioF())
                    self._list.setItemIcon(i, icon)
        self._list.show_choice(str(index))
        self._tabs.show_tabs(segments, index)
        self._choose_form()

    def sizeHint(self) -> QSize:
        """As high as either; never the reason for a wider panel."""
        return QSize(self._theme.px(120), self._high)

    def minimumSizeHint(self) -> QSize:
        """A list needs little."""
        return QSize(self._theme.px(72), self._high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What no longer fits side by side becomes a list."""
        super().resizeEvent(event)
        self._choose_form()

    def _choose_form(self) -> None:
        crowded = sum(self._tabs.needs(self._segments)) > self.width()
        many = crowded or len(self._segments) > self.AT_MOST
        self._stack.setCurrentWidget(self._list if many else self._tabs)

    def index(self) -> int:
        """The one that is shown as chosen; −1 when there is none."""
        if self._stack.currentWidget() is self._list:
            return self._list.currentIndex()
        return self._tabs.currentIndex()

    def _taken(self, index: int) -> None:
        self._list.show_choice(str(index))
        self.chosen.emit(index)

    def _listed(self, key: str) -> None:
        self._tabs.setCurrentIndex(int(key))
        self.chosen.emit(int(key))
