"""The samples of a data set as points, thinned to pixels, and above them those of the step's batch."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from gdviz.engine.arrays import Array
from gdviz.ui.swatch import paint_marker
from gdviz.ui.theme import Theme
from gdviz.ui.views.canvas import blank, on_screen, painting
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.stamps import Stamps

POINT, BATCH, RING, OPACITY = 7.0, 10.0, 10.0, 0.55  # pixels, and how strongly samples are seen
CELL = 1.5  # pixels: of the samples in a square of this size one is drawn
MARKED = 2000  # points that get their class's marker; more of them are dots
DENSE = 8.0  # pixels: residuals that stand nearer than this are thin and pale
RESIDUALS = 400  # lines that can still be told apart
LOOKED_AT = 6000  # samples that are enough to see that there are more


def apart(places: Array, extent: Extent, cell: float = CELL) -> Array:
    """The numbers of the points (n, 2) in sight, in pixels, without those on the same few pixels."""
    seen = np.flatnonzero(
        (places[:, 0] >= -POINT) & (places[:, 0] <= extent.width + POINT)
        & (places[:, 1] >= -POINT) & (places[:, 1] <= extent.height + POINT)
    )  # fmt: skip
    cells = np.floor((places[seen] + POINT) / cell).astype(np.int64)
    wide = int((extent.height + 2 * POINT) / cell) + 2
    _, first = np.unique(cells[:, 0] * wide + cells[:, 1], return_index=True)
    return np.asarray(seen[np.sort(first)])


def paint_dots(painter: QPainter, places: Array, color: QColor, size: float) -> None:
    """Round points (n, 2) of one colour."""
    pen = QPen(color, size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in places.tolist()]))


class Samples:
    """points (n, 2) in the plane; kinds (n,): which class's marker and colour, -1 for a plain point."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._rings = Stamps(self._draw_ring, BATCH * theme.scale)
        self._points: Array = np.empty((0, 2))
        self._kinds = np.empty(0, dtype=np.intp)
        self._key: object = None
        self._image: QImage | None = None

    def show(self, points: Array, kinds: np.ndarray) -> None:
        """Take other samples."""
        self._points, self._kinds = points, kinds
        self._key = None

    def paint(self, painter: QPainter, extent: Extent) -> None:
        """All samples in sight; on screens their pixels are kept until the view changes."""
        ratio = on_screen(painter)
        if not ratio:
            self._draw(painter, extent)
            return
        if self._key != (extent, ratio) or self._image is None:
            self._key = (extent, ratio)
            self._image = blank(extent.width, extent.height, ratio)
            with painting(self._image) as inner:
                self._draw(inner, extent)
        painter.drawImage(QPointF(0, 0), self._image)

    def _draw(self, painter: QPainter, extent: Extent) -> None:
        places, theme = extent.places(self._points), self._theme
        kept = apart(places, extent)
        places, kinds = places[kept], self._kinds[kept]
        for kind in np.unique(kinds).tolist():
            chosen = places[kinds == kind]
            if kind < 0:
                paint_dots(painter, chosen, theme.color("muted", OPACITY), POINT * theme.scale)
            elif len(places) > MARKED:
                color = QColor(theme.run(kind).color)
                color.setAlphaF(OPACITY)
                paint_dots(painter, chosen, color, POINT * theme.scale)
            else:
                painter.setOpacity(0.8)
                for x, y in chosen.tolist():
                    paint_marker(painter, theme.run(kind), QPointF(x, y), POINT * theme.scale)
                painter.setOpacity(1.0)

    def paint_batch(self, painter: QPainter, extent: Extent, index: np.ndarray) -> None:
        """The chosen samples: plain ones in ink, those of a class with a ring of ink round their marker."""
        theme, places = self._theme, extent.places(self._points[index])
        # Of very many, marks of BATCH pixels cover the same when they are fewer.
        kept = apart(places, extent, (2 if len(index) <= LOOKED_AT else 4) * CELL)
        places, kinds = places[kept], self._kinds[index][kept]
        plain = kinds < 0
        if plain.any():
            paint_dots(painter, places[plain], theme.color("ink"), BATCH * theme.scale)
        if (~plain).any() and len(places) <= MARKED:
            self._rings.paint(painter, 0, places[~plain].tolist())

    def _draw_ring(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.color("ink"), 1.6 * self._theme.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(), 0.65 * BATCH * self._theme.scale, 0.65 * BATCH * self._theme.scale)

    def crowded(self, extent: Extent, index: np.ndarray) -> bool:
        """Whether the first of the chosen samples are already too many for their residuals to be seen."""
        if len(index) <= LOOKED_AT:
            return False
        return len(apart(extent.places(self._points[index[:LOOKED_AT]]), extent, 2 * CELL)) > RESIDUALS

    def paint_marked(self, painter: QPainter, extent: Extent, index: np.ndarray) -> None:
        """A wide ring round each of these samples."""
        theme = self._theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((theme.color("halo"), 4.5), (theme.color("ink"), 2.0)):
            painter.setPen(QPen(color, width * theme.scale))
            for x, y in extent.places(self._points[index]).tolist():
                painter.drawEllipse(QPointF(x, y), RING * theme.scale, RING * theme.scale)

    def paint_residuals(
        self, painter: QPainter, extent: Extent, index: np.ndarray, heights: Array, color: QColor
    ) -> Array:
        """Lines (m, 2, 2), returned, from the chosen samples to what is predicted for them, heights (n,)."""
        places = extent.places(self._points[index])
        ends = np.clip(extent.y(heights), -extent.height, 2 * extent.height)
        kept = apart(places, extent, 2 * CELL)
        kept = kept[np.isfinite(ends[kept])]
        if len(kept) > RESIDUALS:
            return np.empty((0, 2, 2))
        if dense := len(kept) * DENSE * self._theme.scale > extent.width:
            color = self._theme.color(color.name(), 0.5)
        pen = QPen(color, (1.0 if dense else 1.6) * self._theme.scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for (x, y), end in zip(places[kept].tolist(), ends[kept].tolist(), strict=True):
            painter.drawLine(QPointF(x, y), QPointF(x, end))
        feet = np.stack([places[kept, 0], ends[kept]], axis=1)
        return np.stack([places[kept], feet], axis=1)
