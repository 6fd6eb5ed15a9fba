"""The picture of a computational graph: fits its place, or is zoomed and moved by the hand."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from gdviz.engine.learning.gradient_check import Check
from gdviz.engine.learning.graph import Graph
from gdviz.ui.language import Translate
from gdviz.ui.theme import RunStyle, Theme
from gdviz.ui.views.canvas import paint_focus
from gdviz.ui.views.graph_cards import CardPainter
from gdviz.ui.views.graph_footer import Footer
from gdviz.ui.views.graph_layout import Plan, filled, plan
from gdviz.ui.views.graph_words import told

MARGIN = 12.0  # pixels round the graph
LEAST, MOST = 0.65, 2.4  # scales at which it fits itself into its place; the least whatever the text size
ZOOM, NEAREST, FARTHEST = 1.2, 4.0, 0.4


class Shown(NamedTuple):
    """What is to be painted: sample is one of the graph's, or None for all; share: its own gradient.

    caption: run, step and samples that the numbers are of; names: of the parameters.
    """

    graph: Graph
    sample: int | None
    share: Graph | None
    check: Check | None
    style: RunStyle
    caption: tuple[str, str, str]
    names: tuple[str, ...]


class GraphCanvas(QWidget):
    """stepped(by): another sample is asked for by the arrow keys up and down."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tr = theme, tr
        self._shown: Shown | None = None
        self._plans: tuple[tuple[object, ...], tuple[Plan, Plan]] | None = None
        self._zoom, self._moved = 1.0, QPointF(0, 0)
        self._pressed: QPointF | None = None
        self._footer = Footer(theme, tr)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(theme.px(160), theme.px(120))

    # What is shown

    def show_graph(self, shown: Shown | None) -> None:
        """Paint this from now on."""
        self._shown = shown
        self._footer.show(shown and (shown.style, shown.caption, shown.check, shown.names))
        if shown is not None:
            said = [*shown.caption, self._footer.badge()]
            if QAccessible.isActive():  # it takes as long as all the rest
                for node in shown.graph.nodes:
                    said += told(node, shown.graph, shown.sample, None, self._tr)
            self.setAccessibleDescription("; ".join(said))
        self.update()

    def fit(self) -> None:
        """Show all of it."""
        self._zoom, self._moved = 1.0, QPointF(0, 0)
        self.update()

    def plan(self, rect: QRectF) -> tuple[Plan, float, QPointF] | None:
        """The arrangement that is larger in `rect`, its scale there, and its upper left corner."""
        if self._shown is None:
            return None
        graph = self._shown.graph
        key = tuple((node.text, node.value.shape[:-1] if node.sampled else node.value.shape)
                    for node in graph.nodes)  # fmt: skip
        if self._plans is None or self._plans[0] != key:
            self._plans = key, (plan(graph, upright=True), plan(graph, upright=False))
        unit, room = self._theme.scale, self._room(rect)
        fits = [
            min(room.width() / (each.size.width() * unit), room.height() / (each.size.height() * unit))
            for each in self._plans[1]
        ]
        best = 0 if fits[0] >= fits[1] else 1
        scale = min(max(fits[best], LEAST / unit), MOST) * self._zoom
        chosen = filled(self._plans[1][best], graph)
        whole = chosen.size * scale * unit
        corner = room.center() - QPointF(whole.width() / 2, whole.height() / 2)
        # What does not fit begins at the upper left, where the computation begins.
        corner = QPointF(max(corner.x(), room.left()), max(corner.y(), room.top()))
        return chosen, scale, corner + self._moved

    def _room(self, rect: QRectF) -> QRectF:
        margin = self._theme.px(MARGIN)
        below = self._footer.height(rect.width())
        return rect.adjusted(margin, margin / 2, -margin, -margin / 2 - below)

    # Painting

    def paint_scene(self, painter: QPainter, rect: QRectF) -> None:
        """Paint everything in `rect` of any painter."""
        shown, placed = self._shown, self.plan(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.fillRect(rect, self._theme.color("plot"))
        if shown is not None and placed is not None:
            chosen, scale, corner = placed
            # The footer first: in an SVG the narrower clip stays for what is painted after it.
            self._footer.paint(painter, rect)
            painter.setClipRect(self._room(rect).adjusted(-3, -3, 3, 3), Qt.ClipOperation.IntersectClip)
            painter.translate(corner)
            CardPainter(painter, self._theme, self._tr, shown.graph, shown.sample, scale).paint(chosen)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The graph, and a ring while it has the keys."""
        painter = QPainter(self)
        self.paint_scene(painter, QRectF(self.rect()))
        if self.hasFocus():
            paint_focus(painter, self._theme, self.rect())
        painter.end()

    # The hand

    def _zoom_by(self, factor: float, at: QPointF) -> None:
        before = self.plan(QRectF(self.rect()))
        zoom = min(max(self._zoom * factor, FARTHEST), NEAREST)
        if before is None or zoom == self._zoom:
            return
        ratio, self._zoom = zoom / self._zoom, zoom
        after = self.plan(QRectF(self.rect()))
        assert after is not None
        self._moved += at + (before[2] - at) * ratio - after[2]
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the mouse."""
        if event.angleDelta().y():
            self._zoom_by(ZOOM ** (event.angleDelta().y() / 120), event.position())
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move with the hand."""
        if self._pressed is not None:
            self._moved += event.position() - self._pressed
            self._pressed = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._pressed = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all."""
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down: the sample before and the next; + and − zoom."""
        key, center = event.key(), QRectF(self.rect()).center()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_by(ZOOM, center)
        elif key == Qt.Key.Key_Minus:
            self._zoom_by(1 / ZOOM, center)
        else:
            super().keyPressEvent(event)

    def tip(self, at: QPointF) -> str:
        """What is said about what lies under the mouse, or nothing."""
        shown, placed = self._shown, self.plan(QRectF(self.rect()))
        if shown is None or placed is None:
            return ""
        if said := self._footer.tip(QRectF(self.rect()), at):
            return said
        chosen, scale, corner = placed
        inside = (at - corner) / (scale * self._theme.scale)
        for card in chosen.cards:
            if card.box.contains(inside):
                return "\n".join(told(card.node, shown.graph, shown.sample, shown.share, self._tr))
        return ""

    def event(self, event: QEvent) -> bool:
        """A tool tip over cards and the badge."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            said = self.tip(QPointF(event.pos()))
            if said:
                QToolTip.showText(event.globalPos(), said, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


