"""What stands over the lines of the plot of the loss: play-head, names at their ends, limits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from gdviz.frame import Lane
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.marks import HALO, paint_text
from gdviz.ui.views.names import apart


def paint_playhead(painter: QPainter, theme: Theme, extent: Extent, x: float) -> None:
    """The line of the step shown, with the triangle by which it is taken."""
    width = max(1, theme.px(1))
    left = round(x - width / 2 + 0.49)
    painter.fillRect(QRectF(left, 0, width, extent.height), theme.color("ink"))
    half, low = 6.0 * theme.scale, 10.5 * theme.scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink"))
    painter.drawPolygon(
        QPolygonF([QPointF(left + width / 2 + dx, dy) for dx, dy in ((-half, 0), (half, 0), (0, low))])
    )


def paint_names(
    painter: QPainter, theme: Theme, extent: Extent, named: Sequence[tuple[Lane, str, float]]
) -> list[QRectF]:
    """Lanes' names beside the ends of their lines (pixels from the top), pushed apart; where they stand."""
    gap = theme.px(16)
    places = apart([y for _, _, y in named], gap, gap / 2, extent.height - gap / 4)
    return [
        paint_text(
            painter, QPointF(extent.width + theme.px(8), y), name, theme.font(12, 600),
            theme.color(theme.run(lane.slot).color), theme.color("halo", HALO),
        )
        for (lane, name, _), y in zip(named, places, strict=True)
    ]  # fmt: skip


def paint_axis_name(
    painter: QPainter, theme: Theme, extent: Extent, text: str, lifted: float = 0.0
) -> QRectF:
    """What runs along the axis, inside the area at its right end; where it stands."""
    at = QPointF(extent.width - theme.px(7), extent.height - lifted - theme.px(11))
    return paint_text(painter, at, text, theme.font(12, 500, italic=True), theme.color("muted"),
                      theme.color("halo", HALO), Qt.AlignmentFlag.AlignRight)


def paint_limit(painter: QPainter, theme: Theme, extent: Extent, y: float, text: str) -> None:
    """A level line in the colour of danger, with what it means; y: its pixels from the top."""
    pen = QPen(theme.color("danger"), 1.2 * theme.scale)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawLine(QPointF(0, y), QPointF(extent.width, y))
    at = QPointF(extent.width - theme.px(7), y - theme.px(8))
    paint_text(painter, at, text, theme.font(11), theme.color("danger"), theme.color("halo", HALO),
               Qt.AlignmentFlag.AlignRight)
