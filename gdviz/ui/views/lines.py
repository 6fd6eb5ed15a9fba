"""Polylines of any length on pixels: thinned to what can be seen, clipped, and stroked at a bounded cost."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPainterPath, QPen

from gdviz.engine.arrays import Array
from gdviz.ui.views.canvas import on_screen
from gdviz.ui.views.extent import Extent

FAR = 8000.0  # pixels: what lies farther outside is cut off, which Qt does wrongly or slowly
FEW = 64  # points that are never thinned
SHORT = 600.0  # pixels of line that are stroked with round joins
SPECK = 0.01  # pixels: shorter lines are left out: a PDF would get an empty outline, which is a fault


def line_path(places: Array) -> QPainterPath:
    """Points (n, 2), nan between parts → a path."""
    if len(places) < 2:
        return QPainterPath()
    path: QPainterPath = pg.functions.arrayToQPath(
        np.ascontiguousarray(places[:, 0]), np.ascontiguousarray(places[:, 1]), connect="finite"
    )
    return path


def polyline(path: Array, extent: Extent) -> Array:
    """Steps (n, B, 2) → pixels (m, 2), a nan between the rows; points on the same pixel are left out."""
    places = extent.places(path)
    steps, rows = places.shape[:2]
    by_row = places.transpose(1, 0, 2)
    if steps > FEW:
        cells = np.floor(by_row * 1.5)
        kept = np.ones((rows, steps), dtype=bool)
        kept[:, 1:-1] = (cells[:, 1:-1] != cells[:, :-2]).any(axis=2)
    else:
        kept = np.ones((rows, steps), dtype=bool)
    if rows == 1:
        line = by_row[0][kept[0]]
    else:
        ended = np.concatenate([by_row, np.full((rows, 1, 2), np.nan)], axis=1)
        line = ended[np.concatenate([kept, np.ones((rows, 1), dtype=bool)], axis=1)][:-1]
    far = np.fmax.reduce(np.abs(line), axis=None)
    if not np.isfinite(far):  # nothing at all, or infinities
        line = np.where(np.isfinite(line).all(axis=1, keepdims=True), line, np.nan)
        far = np.fmax.reduce(np.abs(line), axis=None, initial=0.0)
    return near(line, extent) if far > FAR else line


def near(line: Array, extent: Extent) -> Array:
    """A polyline without what lies farther than FAR / 2 outside of the view."""
    return clipped(line, (-FAR / 2, -FAR / 2), (extent.width + FAR / 2, extent.height + FAR / 2))


def clipped(line: Array, low: tuple[float, float], high: tuple[float, float]) -> Array:
    """The parts of a polyline (n, 2) in a box, with a nan where it leaves the box."""
    start, way = line[:-1], np.diff(line, axis=0)
    with np.errstate(all="ignore"):
        first, second = (np.array(low) - start) / way, (np.array(high) - start) / way
        inside = (start >= low) & (start <= high)
        enter = np.where(way == 0, np.where(inside, -np.inf, np.inf), np.minimum(first, second)).max(axis=1)
        leave = np.where(way == 0, np.inf, np.maximum(first, second)).min(axis=1)
        enter, leave = np.maximum(enter, 0.0), np.minimum(leave, 1.0)
        kept = enter < leave
    parts = np.full((int(kept.sum()), 3, 2), np.nan)
    parts[:, 0] = start[kept] + enter[kept, None] * way[kept]
    parts[:, 1] = start[kept] + leave[kept, None] * way[kept]
    wanted = np.ones(parts.shape[:2], dtype=bool)
    joined = (np.diff(np.flatnonzero(kept)) == 1) & (leave[kept][:-1] == 1) & (enter[kept][1:] == 0)
    wanted[1:, 0] = wanted[:-1, 2] = ~joined
    return parts[wanted]


def to_paint(painter: QPainter, line: Array) -> Array:
    """A polyline, for vector formats cut at the painter's clip, which some of them (SVG) do not know."""
    if on_screen(painter) or not painter.hasClipping() or len(line) < 2:
        return line
    box = painter.clipBoundingRect()
    return clipped(line, (box.left(), box.top()), (box.right(), box.bottom()))


def paint_cut(painter: QPainter, line: Array, extent: Extent, margin: float = 2.0) -> None:
    """Stroke a line of pixels with the painter's pen, cut at the plot's area.

    Dashes far outside cost time, and not every vector format can clip.
    """
    far = (extent.width + margin, extent.height + margin)
    painter.strokePath(line_path(clipped(line, (-margin, -margin), far)), painter.pen())


def length(line: Array) -> float:
    """The length of a polyline in pixels, without its gaps."""
    way = np.diff(line, axis=0)
    with np.errstate(invalid="ignore"):
        return float(np.nansum(np.hypot(way[:, 0], way[:, 1])))


def heavy(line: Array, long: float) -> bool:
    """Whether a wide antialiased pen would be slow: very many points, or many with long ways between."""
    return len(line) > FEW and (len(line) > 2000 or long > 12 * len(line))


def hairline(painter: QPainter, path: QPainterPath, color: QColor) -> None:
    """Stroke a path one pixel wide, also where it is enlarged or a vector; fast for noise of any length.

    Only lines of one device pixel are fast: where a pixel has several, as many lie beside each other.
    """
    pen, ratio = QPen(color, 1), on_screen(painter)
    if not ratio:
        painter.strokePath(path, pen)
        return
    pen.setCosmetic(True)
    shifts = (np.arange(max(round(ratio), 1)) - (max(round(ratio), 1) - 1) / 2) / ratio
    for across in shifts.tolist():
        for down in shifts.tolist():
            painter.strokePath(path.translated(across, down), pen)


def stroke(painter: QPainter, line: Array, color: QColor, width: float) -> None:
    """Stroke a polyline in pixels; on screens short ones for beauty, long ones for speed.

    Qt joins the segments of a path before it paints them, which takes ten times as long for ways to and fro.
    A heavy line gets one of one pixel, again ten times as fast. Long lines should have an opaque colour.
    """
    line = to_paint(painter, line)
    long = length(line)
    if long < SPECK:
        return
    pen = QPen(color, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if painter.paintEngine().type() != QPaintEngine.Type.Raster or long < SHORT:
        painter.strokePath(line_path(line), pen)
    elif heavy(line, long):
        hairline(painter, line_path(line), color)
    else:
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        segments = np.concatenate([line[:-1], line[1:]], axis=1)
        segments = segments[np.isfinite(segments).all(axis=1)]
        if len(segments):
            array = PrimitiveArray(QLineF, 4)
            array.resize(len(segments))
            array.ndarray()[:] = segments
            painter.setPen(pen)
            painter.drawLines(*array.drawargs())


def polyline_gap(line: Array, across: float, down: float) -> float:
    """How many pixels a polyline (n, 2), nan between its parts, keeps from a place; inf for none."""
    at = np.array([across, down])
    if len(line) == 1:
        return float(np.hypot(*(line[0] - at)))
    start, way = line[:-1], np.diff(line, axis=0)
    with np.errstate(all="ignore"):
        part = ((at - start) * way).sum(axis=1) / np.maximum((way * way).sum(axis=1), 1e-12)
        gaps = np.hypot(*(start + np.clip(part, 0, 1)[:, None] * way - at).T)
    gaps = gaps[np.isfinite(gaps)]
    return float(gaps.min()) if len(gaps) else np.inf
