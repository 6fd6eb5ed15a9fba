"""The names of fitted lines, near their right ends where they cover least of the data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.engine.arrays import Array
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace, Spot
from gdviz.ui.views.marks import HALO, paint_text, text_width

PLACES, STRIDE = 7, 20  # places along a line that are tried, and the pixels between them
FARTHER = 1.2  # what a place farther from the end costs, in points of lines that the name would cover
MOST_POINTS = 2000  # samples that are looked at


class NamedLine(NamedTuple):
    """A line (n, 2) in pixels, what it is called, and its colour."""

    line: Array
    name: str
    color: str


def paint_line_names(
    painter: QPainter, theme: Theme, extent: Extent, named: Sequence[NamedLine], samples: Array, bars: Array
) -> None:
    """Names over or under their lines. samples (m, 2); bars (k, 2, 2): residuals; all in pixels."""
    free, font = FreePlace(extent.width, extent.height), theme.font(12, 600)
    widest = max((text_width(each.name, font) for each in named), default=0.0)
    near = extent.width - theme.px(PLACES * STRIDE) - widest
    for each in named:
        free.add_line(each.line[each.line[:, 0] > near])
    samples = samples[:: max(len(samples) // MOST_POINTS, 1)]
    free.add_points(samples[samples[:, 0] > near])
    bars = bars[bars[:, 0, 0] > near]
    free.add_line(np.concatenate([bars, np.full((len(bars), 1, 2), np.nan)], axis=1).reshape(-1, 2))
    found = [(spots, each) for each in named if (spots := _spots(theme, extent, each))]
    for spots, each in sorted(found, key=lambda pair: pair[0][0][0].y()):
        at, align = free.best(spots, each.name, font, FARTHER)
        paint_text(painter, at, each.name, font, QColor(each.color), theme.color("halo", HALO), align)


def _spots(theme: Theme, extent: Extent, named: NamedLine) -> list[Spot]:
    """Over and under the line, from the right end of what is seen of it to the left."""
    line, px = named.line, theme.px
    seen = line[np.isfinite(line[:, 1]) & (line[:, 1] > 0) & (line[:, 1] < extent.height)]
    spots: list[Spot] = []
    wide = text_width(named.name, theme.font(12, 600))
    for i in range(PLACES if len(seen) else 0):
        right = float(seen[-1, 0]) - px(6 + STRIDE * i)
        under = seen[(seen[:, 0] >= right - wide) & (seen[:, 0] <= right), 1]
        for down in (under.min() - px(11), under.max() + px(11)) if len(under) else ():
            spots.append((QPointF(right, float(down)), Qt.AlignmentFlag.AlignRight))
    return spots
