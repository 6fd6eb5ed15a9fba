"""A dock without a frame: a heading, its contents, and a level line to what stands above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from gdviz.ui.theme import Theme

LEAST = 120  # px that a dock keeps when it gives room up, large text or not: three must fit a small window


class Heading(QWidget):
    """The flat title of a panel; `add` puts small buttons at its right end. It drags the dock."""

    def __init__(self, theme: Theme, text: str, line: bool) -> None:
        super().__init__()
        height = theme.px(28 if text else 2)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.px(16), 0 if line else theme.px(12), theme.px(12), 0)
        self._layout.setSpacing(theme.px(8))
        if line:
            rule = QWidget()
            rule.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            rule.setStyleSheet(f"background:{theme.border}")
            rule.setFixedHeight(1)
            inset = QHBoxLayout()  # as wide as what stands below it, which keeps 2 px more than buttons do
            inset.setContentsMargins(0, 0, theme.px(2), 0)
            inset.addWidget(rule)
            self._layout.addLayout(inset)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(text)
        label.setFont(theme.font(13, 600))
        label.setFixedHeight(height)
        self._row.addWidget(label)
        self._row.addStretch(1)
        self._layout.addLayout(self._row)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget)


class Panel(QDockWidget):
    """A movable, closable dock that looks like a section of a page; never taller than its contents.

    line: a level line above; bare: without a heading; stretch: takes the room that is left; scroll: gives
    room up first, when there is too little.
    `fitted()` when the contents want another height.
    """

    fitted = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        title: str,
        inner: QWidget,
        line: bool = False,
        bare: bool = False,
        stretch: bool = False,
        scroll: bool = False,
    ) -> None:
        super().__init__(title)
        self._inner, self.stretches, self._scroll = inner, stretch, scroll
        self._least = LEAST
        self.whole = 0  # px: the height at which nothing has to scroll
        self.setObjectName(f"dock_{name}")
        self.setAccessibleName(title)
        self.heading = Heading(theme, "" if bare else title, line)
        self.setTitleBarWidget(self.heading)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._view = Scroll(inner, self.accessibleName())
        self.setWidget(self._view)
        inner.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the contents when they grow or shrink."""
        if watched is self._inner and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        layout = self._inner.layout()
        if layout is None:
            return
        width = self._view.inner_width
        content = (
            layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        )
        whole = self.heading.sizeHint().height() + content + 2
        if whole == self.whole:
            return  # to lay out a window anew takes longer than to paint it
        self.whole = whole
        if not self.stretches:
            self.setMaximumHeight(self.whole)
        self.setMinimumHeight(min(self.whole, self._least) if self._scroll else self.whole)
        self.fitted.emit()


def shared(column: Sequence[Panel], room: int, yielding: Sequence[Panel]) -> list[int]:
    """The height of each panel of a column of that height: its contents', as far as there is room.

    Where there is too little, those that come first in `yielding` give theirs up first; what is left is for
    those that stretch.
    """
    heights = {panel: panel.whole for panel in column}
    over = sum(heights.values()) + len(column) - room  # a line each
    for panel in sorted(column, key=yielding.index):
        given_up = min(max(over, 0), panel.whole - panel.minimumHeight())
        heights[panel] -= given_up
        over -= given_up
    for panel in (panel for panel in column if panel.stretches and over < 0):
        heights[panel] -= over  # else Qt draws the line beside the column no further than the contents
        over = 0
    return list(heights.values())


class Scroll(QScrollArea):
    """Scrolls when there is no room; never wider than its contents, never taller than needed."""

    def __init__(self, inner: QWidget, name: str) -> None:
        super().__init__()
        self._inner = inner
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        layout = inner.layout()
        self._right = layout.contentsMargins().right() if layout is not None else 0
        self.verticalScrollBar().setAccessibleName(name)
        if isinstance(layout, QVBoxLayout):  # the margin below is the first to give way
            margins = layout.contentsMargins()
            layout.addItem(QSpacerItem(0, margins.bottom(), vData=QSizePolicy.Policy.Maximum))
            margins.setBottom(0)
            layout.setContentsMargins(margins)
        self.verticalScrollBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the bar stand in the margin, so that nothing becomes narrower when it comes."""
        bar, layout = self.verticalScrollBar(), self._inner.layout()
        if watched is bar and layout is not None and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            margins = layout.contentsMargins()
            taken = bar.sizeHint().width() if event.type() == QEvent.Type.Show else 0
            margins.setRight(max(self._right - taken, 0))
            layout.setContentsMargins(margins)
        return super().eventFilter(watched, event)

    @property
    def inner_width(self) -> int:
        """What the contents and their margins take, also while the bar comes or goes."""
        layout = self._inner.layout()
        return self.width() - (self._right - layout.contentsMargins().right() if layout is not None else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
