"""What is written along the edges of plots: the axes' names, and what has to be said of a picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from gdviz.engine.arrays import Array
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace
from gdviz.ui.views.marks import HALO, paint_text, text_width


def paint_axis_names(
    painter: QPainter, theme: Theme, extent: Extent, across: str, up: str, line: Array | None = None
) -> None:
    """The axes' names inside the area, at their ends; the upright one's beside a line that passes there."""
    font, color, halo = theme.font(13, 500, italic=True), theme.color("muted"), theme.color("halo", HALO)
    spots = [(QPointF(theme.px(7 + 8 * i), theme.px(13)), Qt.AlignmentFlag.AlignLeft) for i in range(9)]
    place = spots[0][0]
    if line is not None:
        free = FreePlace(extent.width, extent.height)
        free.add_line(line[line[:, 0] < theme.px(120)])
        place = free.best(spots, up, font)[0]
    paint_text(painter, place, up, font, color, halo)
    right = QPointF(extent.width - theme.px(7), extent.height - theme.px(13))
    paint_text(painter, right, across, font, color, halo, Qt.AlignmentFlag.AlignRight)


def paint_remark(
    painter: QPainter, theme: Theme, width: float, text: str, line: int = 0, beside: str = "",
    color: str = "",
) -> None:
    """What has to be said of a picture, at the right end of its upper edge; with `line` below others.

    beside: the name of the axis at the left end, below which it goes where both have no room.
    """
    taken = text_width(beside, theme.font(13, 500, italic=True)) + theme.px(28) if beside else 0.0
    line += taken + text_width(text, theme.font(12)) > width
    at = QPointF(width - theme.px(7), theme.px(13 + 18 * line))
    text = QFontMetricsF(theme.font(12)).elidedText(text, Qt.TextElideMode.ElideRight, width - theme.px(14))
    ink = QColor(color or theme.muted)
    paint_text(painter, at, text, theme.font(12), ink, theme.color("halo", HALO), Qt.AlignmentFlag.AlignRight)


def room_above(line: Array, width: float, high: float) -> float:
    """How much of the upper edge, `high` pixels of it, is free left of where a line (n, 2) rises there."""
    right = line[(line[:, 0] > width / 2) & (line[:, 1] < high), 0]
    return min(width, float(right.min()) - 8) if len(right) else width
