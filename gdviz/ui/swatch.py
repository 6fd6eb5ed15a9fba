"""A run's marker and line as they stand in its card, and the markers' shapes for the plots too."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdviz.ui.theme import RunStyle, Theme

# Corners in a square of edge 1 round the origin, y downwards.
_CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "s": ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)),
    "t1": ((0, -0.5), (0.5, 0.5), (-0.5, 0.5)),
    "d": ((0, -0.5), (0.4, 0), (0, 0.5), (-0.4, 0)),
    "p": ((0, -0.5), (0.4755, -0.1545), (0.2939, 0.4045), (-0.2939, 0.4045), (-0.4755, -0.1545)),
    "h": ((0, -0.5), (0.433, -0.25), (0.433, 0.25), (0, 0.5), (-0.433, 0.25), (-0.433, -0.25)),
    "star": (
        (0, -0.5), (0.1123, -0.1545), (0.4755, -0.1545), (0.1816, 0.059), (0.2939, 0.4045),
        (0, 0.191), (-0.2939, 0.4045), (-0.1816, 0.059), (-0.4755, -0.1545), (-0.1123, -0.1545),
    ),
    "x": (
        (-0.5, -0.36), (-0.36, -0.5), (0, -0.14), (0.36, -0.5), (0.5, -0.36), (0.14, 0),
        (0.5, 0.36), (0.36, 0.5), (0, 0.14), (-0.36, 0.5), (-0.5, 0.36), (-0.14, 0),
    ),
}  # fmt: skip


@cache
def marker_path(name: str) -> QPainterPath:
    """The outline of a marker, 1 wide, round the origin: o s t1 d p h star x. Raises KeyError for others."""
    path = QPainterPath()
    if name == "o":
        path.addEllipse(QPointF(0, 0), 0.5, 0.5)
    else:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in _CORNERS[name]]))
        path.closeSubpath()
    return path


def paint_marker(
    painter: QPainter,
    style: RunStyle,
    center: QPointF,
    size: float,
    halo: QColor | None = None,
    halo_width: float = 1.0,
) -> None:
    """Paint a run's marker `size` wide, with an edge of `halo_width` in the halo's colour round it.

    A hollow marker is filled with the halo's colour, or not at all without one. Lengths are in the
    painter's units; the caller sets the antialiasing.
    """
    shape = marker_path(style.marker)
    color = QColor(style.color)
    painter.save()
    painter.translate(center)
    painter.scale(size, size)
    if halo is not None:
        pen = QPen(halo, 2 * halo_width / size)  # half of it falls under the marker
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.strokePath(shape, pen)
    if style.hollow:
        edge = 0.18
        painter.scale(1 - edge, 1 - edge)
        pen = QPen(color, edge / (1 - edge))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(halo if halo is not None else Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
    else:
        painter.fillPath(shape, color)
    painter.restore()


def marker_icon(theme: Theme, style: RunStyle, size: int, ratio: float) -> QIcon:
    """A run's marker in a square `size` px wide, for a screen with `ratio` device pixels to a pixel."""
    edge = theme.px(size)
    pixmap = QPixmap(round(edge * ratio), round(edge * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_marker(painter, style, QPointF(edge / 2, edge / 2), theme.px(9))
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Disabled)
    return icon


class Swatch(QWidget):
    """The sample of a run: its marker on its dashed line (28×20)."""

    def __init__(self, theme: Theme, style: RunStyle) -> None:
        super().__init__()
        self._theme, self._style = theme, style
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fixed."""
        return QSize(self._theme.px(28), self._theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line to both sides of the marker, then the marker."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QRectF(self.rect()).center()
        self._paint_line(painter, center)
        paint_marker(painter, self._style, center, self._theme.px(8))

    def _paint_line(self, painter: QPainter, center: QPointF) -> None:
        half, free = self.width() / 2, self._theme.px(8) / 2 + self._theme.px(1.5)
        pen = QPen(QColor(self._style.color), self._theme.px(2))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash := self._style.dash:
            # Alike on both sides, and with a gap in sight: begin amid a gap, or amid a dash if too long.
            unbroken = (dash[-1] / 2 + dash[0]) * pen.widthF() >= half
            pen.setDashPattern(dash)
            pen.setDashOffset(dash[0] / 2 if unbroken else sum(dash) - dash[-1] / 2)
            pen.setDashOffset(pen.dashOffset() + free / pen.widthF())
        painter.setPen(pen)
        for side in (-1, 1):
            painter.drawLine(center + QPointF(side * free, 0), center + QPointF(side * half, 0))
