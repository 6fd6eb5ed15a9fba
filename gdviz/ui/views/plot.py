"""The plain plot that every view draws on: axes, layers that paint in pixels, the hand's gestures."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gdviz.ui.theme import Theme
from gdviz.ui.views.axis import MARGIN_LEFT, Axis, Ticks
from gdviz.ui.views.extent import Extent

Paint = Callable[[QPainter, Extent], None]

MARGIN_TOP, MARGIN_RIGHT, MARGIN_BOTTOM = 4, 16, 4
STILL = 3  # pixels that the mouse may move in a click


class Hand(Protocol):
    """What a view does with gestures; positions are pixels from the upper left corner of the plot's area."""

    def press(self, at: QPointF) -> bool:
        """Whether something is taken hold of, so that the plot does not pan."""

    def drag(self, at: QPointF) -> None:
        """What is held follows the mouse."""

    def drop(self) -> None:
        """What was held is let go."""

    def click(self, at: QPointF) -> None:
        """A press and release in one place where nothing was to be held."""

    def double_click(self, at: QPointF) -> None:
        """Twice."""

    def hover(self, at: QPointF | None) -> Qt.CursorShape:
        """The mouse is at a place, or outside: the cursor to be shown."""


class Layer(QGraphicsItem):
    """Paints in pixels from the upper left corner of the plot's area, antialiased; clipped to it or not."""

    def __init__(self, parent: QGraphicsItem, paint: Paint, extent: Callable[[], Extent], clip: bool) -> None:
        super().__init__(parent)
        self._paint, self._extent, self._clip = paint, extent, clip
        self._bounds = QRectF()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_on(self, area: QRectF, around: QRectF) -> None:
        """Paint in `area`, or if not clipped in `around` (both in the scene's pixels)."""
        self.prepareGeometryChange()
        self.setPos(area.topLeft())
        self._bounds = (area if self._clip else around).translated(-area.topLeft())

    def boundingRect(self) -> QRectF:
        """What may be painted on."""
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Call the view's function. Its errors go to the hook: raised through Qt's painting they crash."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Always a clip of one's own: Qt's SVG keeps that of the item before, where none is set.
        painter.setClipRect(self._bounds)
        try:
            self._paint(painter, self._extent())
        except Exception:
            sys.excepthook(*sys.exc_info())
        finally:
            painter.restore()


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """Axes round an area in which layers paint; wheel zooms, dragging pans.

    changed(): other ranges or another size; explored(): the user is about to zoom or pan;
    hovered(object): the point (x, y) under the mouse, or None.
    """

    changed = Signal()
    explored = Signal()
    hovered = Signal(object)

    def __init__(
        self, theme: Theme, hand: Hand, x_ticks: Ticks, y_ticks: Ticks, parent: QWidget | None = None
    ) -> None:
        axes = {"left": Axis(theme, "left", y_ticks), "bottom": Axis(theme, "bottom", x_ticks)}
        super().__init__(parent=parent, background=theme.plot, axisItems=axes, enableMenu=False)
        self._theme, self._hand = theme, hand
        self._layers: list[Layer] = []
        self._held = self._panning = False
        self._pressed: QPointF | None = None
        item = self.getPlotItem()
        item.hideButtons()
        self._box = item.getViewBox()
        self._box.setMouseEnabled(False, False)
        self._box.disableAutoRange()
        self._box.setDefaultPadding(0)
        self.show_margin(theme.px(MARGIN_RIGHT))
        self.setMouseTracking(True)
        self._extent = Extent(0.0, 1.0, 0.0, 1.0, 1.0, 1.0)
        self._box.sigResized.connect(self._resize)

    def add_layer(self, paint: Paint, clip: bool = True) -> Layer:
        """Let `paint` draw above all layers added so far."""
        layer = Layer(self.getPlotItem(), paint, self._current, clip)
        layer.setZValue(10 + len(self._layers))
        self._layers.append(layer)
        self._place_layers()
        return layer

    def repaint_layers(self) -> None:
        """Paint all layers again soon."""
        for layer in self._layers:
            layer.update()

    def show_margin(self, right: float) -> None:
        """Leave `right` pixels free beside the area."""
        px = self._theme.px
        self.getPlotItem().layout.setContentsMargins(
            px(MARGIN_LEFT), px(MARGIN_TOP), right, px(MARGIN_BOTTOM)
        )

    # The part of the plane

    @property
    def extent(self) -> Extent:
        return self._extent

    def _current(self) -> Extent:
        return self._extent

    def show_extent(self, extent: Extent) -> None:
        """Show these ranges; the pixels are the plot's own."""
        size = self._box.size()
        self._extent = replace(extent, width=max(size.width(), 1.0), height=max(size.height(), 1.0))
        self._box.setRange(
            xRange=(extent.left, extent.right), yRange=(extent.bottom, extent.top), padding=0, update=True
        )
        self.repaint_layers()
        self.changed.emit()

    def _resize(self) -> None:
        size = self._box.size()
        self._extent = replace(self._extent, width=max(size.width(), 1.0), height=max(size.height(), 1.0))
        self._place_layers()
        self.changed.emit()

    def _place_layers(self) -> None:
        area = self._box.mapRectToScene(self._box.rect())
        right = max(self.width(), area.right())
        around = QRectF(area.left() - 12, area.top() - 12, right - area.left() + 12, area.height() + 24)
        for layer in self._layers:
            layer.show_on(area, around)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Axes and area follow."""
        super().resizeEvent(event)
        if event is not None:
            self.getPlotItem().layout.activate()

    # The hand

    def _place(self, event: QMouseEvent | QWheelEvent) -> QPointF:
        at: QPointF = self._box.mapFromScene(self.mapToScene(event.position().toPoint()))
        return at

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The view may take hold of something; else the plot will pan."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        at = self._place(event)
        self._held = self._hand.press(at)
        self._pressed, self._panning = at, False
        self._point(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held, pan, or hover."""
        at = self._place(event)
        if self._held:
            self._hand.drag(at)
        elif self._pressed is not None:
            way = at - self._pressed
            moved = abs(way.x()) + abs(way.y()) > STILL
            if self._panning or (moved and self._extent.holds(at.x(), at.y())):
                self._panning = True
                self._pressed = at
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.explored.emit()
                self.show_extent(self._extent.moved(way.x(), way.y()))
        self._point(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, or click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        held, panned, at = self._held, self._panning, self._pressed
        self._held = self._panning = False
        self._pressed = None
        if held:
            self._hand.drop()
        elif not panned:
            self._hand.click(at)
        self._point(self._place(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of two."""
        at = self._place(event)
        if event.button() == Qt.MouseButton.LeftButton and self._extent.holds(at.x(), at.y()):
            self._hand.double_click(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom round the mouse."""
        at = self._place(event)
        turn = event.angleDelta().y() or event.angleDelta().x()
        if turn and self._extent.holds(at.x(), at.y()):
            self.explored.emit()
            self.show_extent(self._extent.zoomed(1.2 ** (turn / 120), at.x(), at.y()))
            self._point(at)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        super().leaveEvent(event)
        if self._pressed is None:
            self._hand.hover(None)
            self.hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys belong to the window."""
        event.ignore()

    def _point(self, at: QPointF) -> None:
        inside = self._extent.holds(at.x(), at.y())
        cursor = self._hand.hover(at)
        if not self._panning:
            self.setCursor(cursor)
        self.hovered.emit(self._extent.value(at.x(), at.y()) if inside else None)
