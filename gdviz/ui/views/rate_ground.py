"""Behind the curves over the learning rate: where the chosen run diverges, and what theory says of it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gdviz.engine.explanation.stability import holds
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace, Spot
from gdviz.ui.views.marks import HALO, paint_text, text_width
from gdviz.ui.views.rate_curves import RateCurves


def paint_ground(painter: QPainter, theme: Theme, extent: Extent, curves: RateCurves) -> None:
    """Tint the rates with which the chosen run ends above its start, and mark where theory has its limit."""
    frame = curves.frame
    assert frame is not None
    for left, right, _ in curves.lost(frame.chosen, frame.steps):
        first, last = _within(left, right, extent)
        painter.fillRect(QRectF(first, 0, last - first, extent.height), theme.color("danger", 0.07))
    limit = _limit(curves)
    if limit is not None:
        pen = QPen(theme.color("danger"), 1.2 * theme.scale)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        x = extent.place(math.log10(limit), 0)[0]
        painter.drawLine(QPointF(x, 0), QPointF(x, extent.height))


def paint_ground_words(
    painter: QPainter, theme: Theme, extent: Extent, tr: Translate, curves: RateCurves, free: FreePlace
) -> None:
    """Say what is tinted and marked, where there is room."""
    frame = curves.frame
    assert frame is not None
    middle, right, left = (Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft,
                           Qt.AlignmentFlag.AlignRight)
    line, gap = theme.px(16), theme.px(6)
    limit = _limit(curves)
    if limit is not None:
        x = extent.place(math.log10(limit), 0)[0]
        heights = [extent.height - theme.px(12) - row * line for row in range(5)]
        spots = [(QPointF(x + way * gap, y), side) for y in heights for way, side in ((-1, left), (1, right))]
        if 0 <= x <= extent.width:
            _say(painter, theme, free, tr("stable < {limit}").format(limit=f"{limit:.3g}"), spots)
    for begin, end, gone in curves.lost(frame.chosen, frame.steps):
        first, last = _within(begin, end, extent)
        words = tr("diverges") if gone else tr("worse than the start")
        if last - first > text_width(words, theme.font(11)) + 2 * gap:
            rows = (theme.px(12), theme.px(12) + line, extent.height / 2, extent.height - theme.px(12) - line)
            _say(painter, theme, free, words, [(QPointF((first + last) / 2, y), middle) for y in rows])


def _say(painter: QPainter, theme: Theme, free: FreePlace, text: str, spots: Sequence[Spot]) -> None:
    font = theme.font(11)
    at, side = free.best(spots, text, font)
    paint_text(painter, at, text, font, theme.color("danger"), theme.color("halo", HALO), side)


def _within(left: float, right: float, extent: Extent) -> tuple[float, float]:
    """The pixels of two places, as far as they are in the plot."""
    first, last = (min(max(extent.place(x, 0)[0], 0.0), extent.width) for x in (left, right))
    return first, last


def _limit(curves: RateCurves) -> float | None:
    """The rate from which on the lowest known minimum can't hold the chosen run."""
    assert curves.frame is not None
    lane = curves.frame.lanes[curves.frame.chosen]
    known = holds(lane.optimizer, lane.task.objective)
    return known[0].limit if known else None
