"""What stands on plots: texts, stationary points, starts, heads; all in pixels, with a halo."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from gdviz.ui.swatch import marker_path, paint_marker
from gdviz.ui.theme import RunStyle, Theme
from gdviz.ui.views.canvas import blank, on_screen, painting
from gdviz.ui.views.free_place import FreePlace, Spot

HALO = 0.85  # opacity of the halo under paths, marks and texts
MARGIN = 4  # pixels round a text for its halo
HEAD = 13.2  # with half of a 2 px edge on each side: 15 px
STEP = 5.2
SIDES = ("right", "left", "below", "above")
NEAR_HEAD = 80  # names of stationary points are hidden when a head is as near as this


@lru_cache(maxsize=512)
def _outline(text: str, font: QFont) -> QPainterPath:
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, text)
    return path


def _draw_text(
    painter: QPainter, text: str, font: QFont, color: QColor, halo: QColor | None, width: float
) -> None:
    """Letters whose baseline begins at the origin; width: of the halo's pen, 0 for the usual one."""
    outline = _outline(text, font)
    if halo is not None:
        pen = QPen(halo, width or 0.3 * QFontMetricsF(font).capHeight() + 1)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(outline, pen)
    engine = painter.paintEngine()
    if engine is not None and engine.type() == QPaintEngine.Type.Pdf:
        painter.setFont(font)  # where letters can stay letters, they can be searched and copied
        painter.setPen(color)
        painter.drawText(QPointF(0, 0), text)
    else:
        painter.fillPath(outline, color)


@lru_cache(maxsize=512)
def _text_image(
    text: str, font: QFont, color: int, halo: int | None, width: float, ratio: float
) -> QImage:
    """The letters as pixels, the origin MARGIN from the left and MARGIN + ascent from the top."""
    # Images, not pixmaps: a pixmap that outlives the QApplication is an error.
    metrics = QFontMetricsF(font)
    room = metrics.horizontalAdvance(text) + 2 * MARGIN, metrics.height() + 2 * MARGIN
    image = blank(*room, ratio)
    with painting(image) as painter:
        painter.translate(MARGIN, MARGIN + round(metrics.ascent()))
        edge = None if halo is None else QColor.fromRgba(halo)
        _draw_text(painter, text, font, QColor.fromRgba(color), edge, width)
    return image


def text_width(text: str, font: QFont) -> float:
    """The room a text takes."""
    return QFontMetricsF(font).horizontalAdvance(text)


def paint_text(
    painter: QPainter,
    at: QPointF,
    text: str,
    font: QFont,
    color: QColor,
    halo: QColor | None = None,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    halo_width: float = 0.0,
) -> QRectF:
    """Paint letters with a halo; `at` is their left end, middle or right end, amid their height.

    On screens their pixels are kept: stroking the outlines of letters takes a millisecond a word.
    """
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(text)
    left = at.x() - {Qt.AlignmentFlag.AlignHCenter: width / 2, Qt.AlignmentFlag.AlignRight: width}.get(
        align, 0.0
    )
    baseline = at.y() + metrics.capHeight() / 2
    if ratio := on_screen(painter):
        edge = None if halo is None else halo.rgba()
        image = _text_image(text, font, color.rgba(), edge, halo_width, ratio)
        top = baseline - round(metrics.ascent()) - MARGIN
        place = QPointF(round((left - MARGIN) * ratio) / ratio, round(top * ratio) / ratio)
        painter.drawImage(place, image)
    else:
        painter.save()
        painter.translate(left, baseline)
        _draw_text(painter, text, font, color, halo, halo_width)
        painter.restore()
    return QRectF(left, at.y() - metrics.height() / 2, width, metrics.height())


def _name_spot(theme: Theme, at: QPointF, side: str, broad: float = 0.0) -> Spot:
    gap = theme.px(12 + broad)
    way, align = {
        "left": (QPointF(-gap, 0), Qt.AlignmentFlag.AlignRight),
        "right": (QPointF(gap, 0), Qt.AlignmentFlag.AlignLeft),
        "above": (QPointF(0, -theme.px(18)), Qt.AlignmentFlag.AlignHCenter),
        "below": (QPointF(0, theme.px(22)), Qt.AlignmentFlag.AlignHCenter),
    }[side]
    return at + way, align


def paint_name(
    painter: QPainter, theme: Theme, at: QPointF, text: str, side: str, free: FreePlace | None = None,
    broad: float = 0.0,
) -> QRectF:
    """The name of a mark beside it: `side` is left, right, above or below; `at` the mark's center.

    free: what else is drawn; the name goes to another side where it would cover more of it. broad: how much
    farther out the mark goes to the left and right than others.
    """
    font, spot = theme.font(12, 500), _name_spot(theme, at, side, broad)
    if free is not None:
        others = [other for other in SIDES if other != side]
        spot = free.best([spot, *(_name_spot(theme, at, other, broad) for other in others)], text, font)
    place, align = spot
    return paint_text(painter, place, text, font, theme.color("text"), theme.color("halo", HALO), align)


def _paint_shape(
    painter: QPainter, shape: QPainterPath, at: QPointF, size: float, fill: QColor, edge: QColor, width: float
) -> None:
    painter.save()
    painter.translate(at)
    painter.scale(size, size)
    pen = QPen(edge, width / size)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawPath(shape)
    painter.restore()


def paint_minimum(painter: QPainter, theme: Theme, at: QPointF, lowest: bool = True) -> None:
    """A star: of ink for the lowest minimum, hollow for others."""
    star, scale = marker_path("star"), theme.scale
    size = (15 if lowest else 17) * scale
    painter.save()
    painter.translate(at)
    edge = QPen(theme.color("halo"), (3.5 if lowest else 4.5) * scale / size)
    edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.scale(size, size)
    painter.strokePath(star, edge)
    painter.restore()
    if lowest:
        _paint_shape(painter, star, at, size, theme.color("ink"), theme.color("ink"), 0.01)
    else:
        _paint_shape(painter, star, at, size, theme.color("plot"), theme.color("ink"), 1.6 * scale)


def paint_saddle(painter: QPainter, theme: Theme, at: QPointF) -> None:
    """A small cross of ink."""
    paint_cross(painter, theme, at, theme.color("ink"), theme.px(10))


def paint_maximum(painter: QPainter, theme: Theme, at: QPointF) -> None:
    """A small hollow triangle that points up."""
    shape, size = marker_path("t1"), theme.px(9)
    _paint_shape(
        painter, shape, at, size, theme.color("halo", HALO), theme.color("halo", HALO), 3.5 * theme.scale
    )
    _paint_shape(painter, shape, at, size, theme.color("plot"), theme.color("ink"), 1.2 * theme.scale)


def paint_cross(painter: QPainter, theme: Theme, at: QPointF, color: QColor, size: float) -> None:
    """A diagonal cross with a halo: where a run diverged, or a saddle."""
    half = size / 2
    for pen in (QPen(theme.color("halo", HALO), 5 * theme.scale), QPen(color, 2 * theme.scale)):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(at + QPointF(-half, -half), at + QPointF(half, half))
        painter.drawLine(at + QPointF(-half, half), at + QPointF(half, -half))


def paint_start(painter: QPainter, theme: Theme, at: QPointF, held: bool) -> None:
    """The ring that can be dragged; it grows under the mouse."""
    radius = (8.5 if held else 6.6) * theme.scale
    painter.setBrush(theme.color("plot"))
    painter.setPen(QPen(theme.color("halo", HALO), 4.5 * theme.scale))
    painter.drawEllipse(at, radius, radius)
    painter.setPen(QPen(theme.color("ink"), 2 * theme.scale))
    painter.drawEllipse(at, radius, radius)


def paint_head(painter: QPainter, theme: Theme, style: RunStyle, at: QPointF, size: float = HEAD) -> None:
    """The run's marker where the run is."""
    paint_marker(painter, style, at, size * theme.scale, theme.color("halo"), 1.75 * theme.scale)


def paint_hollow(painter: QPainter, theme: Theme, style: RunStyle, at: QPointF, size: float = 9.0) -> None:
    """The run's marker, hollow: where it will be."""
    size *= theme.scale
    color = theme.color(style.color)
    _paint_shape(painter, marker_path(style.marker), at, size, theme.color("plot"), color, 1.8 * theme.scale)


def paint_outside(painter: QPainter, theme: Theme, color: QColor, at: QPointF, area: QRectF) -> QPointF:
    """A triangle on the area's edge that points to a place outside of it; returns where it stands."""
    inner = area.adjusted(9, 9, -9, -9)
    place = QPointF(
        min(max(at.x(), inner.left()), inner.right()), min(max(at.y(), inner.top()), inner.bottom())
    )
    way = at - place
    painter.save()
    painter.translate(place)
    painter.rotate(math.degrees(math.atan2(way.y(), way.x())))
    size = theme.scale
    shape = QPolygonF([QPointF(7 * size, 0), QPointF(-5 * size, -6 * size), QPointF(-5 * size, 6 * size)])
    painter.setPen(QPen(theme.color("halo"), 2 * size))
    painter.setBrush(color)
    painter.drawPolygon(shape)
    painter.restore()
    return place
