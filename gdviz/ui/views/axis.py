"""The axes of plots: one level of ticks, outward, at round places."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gdviz.ui.theme import Theme
from gdviz.ui.views.canvas import on_screen
from gdviz.ui.views.ticks import Tick

Ticks = Callable[[float, float, float], list[Tick]]  # low, high, length in pixels

AXIS_LEFT, AXIS_BOTTOM = 44, 26
MARGIN_LEFT = 4  # of the plot; texts may use it


class Axis(pg.AxisItem):  # type: ignore[misc]
    """One level of ticks, outward, at the places and with the texts of a function."""

    def __init__(self, theme: Theme, orientation: str, ticks: Ticks) -> None:
        super().__init__(orientation, pen=theme.border2, textPen=theme.muted, tickPen=theme.border2)
        self._ticks = ticks
        self._texts: dict[float, str] = {}
        self.setStyle(
            tickLength=theme.px(4), tickFont=theme.font(11), maxTickLevel=0, hideOverlappingLabels=False,
            autoExpandTextSpace=False, autoReduceTextSpace=False, tickAlpha=255,
            tickTextOffset=theme.px(4),
        )  # fmt: skip
        self.enableAutoSIPrefix(False)
        if orientation == "left":
            self.setWidth(theme.px(AXIS_LEFT))
        else:
            self.setHeight(theme.px(AXIS_BOTTOM))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """As pyqtgraph does, with errors kept out of Qt's painting."""
        try:
            if on_screen(painter):
                super().paint(painter, option, widget)
            else:  # the recorded picture that is played on screens is scaled by the device's resolution
                painter.save()
                painter.setClipRect(self.boundingRect().adjusted(-1, -1, 1, 1))  # Qt's SVG keeps the last one
                self.drawPicture(painter, *self.generateDrawSpecs(painter))
                painter.restore()
        except Exception:
            sys.excepthook(*sys.exc_info())

    def boundingRect(self) -> QRectF:
        """Left of the axis texts may use the margin, too: outside of this they would be left out."""
        bounds: QRectF = super().boundingRect()
        return bounds.adjusted(-MARGIN_LEFT, 0, 0, 0) if self.orientation == "left" else bounds

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """The ticks that have a text."""
        named = [tick for tick in self._ticks(minVal, maxVal, size) if tick.text]
        self._texts = {tick.value: tick.text for tick in named}
        return [(1.0, [tick.value for tick in named])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Their texts."""
        return [self._texts.get(value, "") for value in values]
