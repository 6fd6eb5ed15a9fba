"""A painter of many frames: what is stroked again and again, such as the halos of texts, is stroked once."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

KEPT = 256
LEAST, MOST = 24, 4000  # elements of a path that is worth keeping

Key = tuple[int, float, int]  # elements of the path, width and colour of the pen
Stroked = tuple[QPainterPath, QPainterPath | None]  # a path, and its outline if it came a second time


class Strokes(OrderedDict[Key, Stroked]):
    """Paths that were stroked, the latest last, with outlines in which nothing overlaps: far less to fill."""

    def outline(self, path: QPainterPath, pen: QPen) -> QPainterPath | None:
        """The outline of a stroke that came before, or None."""
        key = path.elementCount(), pen.widthF(), pen.color().rgba()
        kept = self.pop(key, None)
        outline = None
        if kept is not None and kept[0] == path:
            outline = kept[1] or _outline(path, pen)
        self[key] = path, outline
        if len(self) > KEPT:
            self.popitem(last=False)
        return outline


class FramePainter(QPainter):
    """Paints pixels; `strokes` is handed from frame to frame."""

    strokes: Strokes

    def strokePath(self, path: QPainterPath, pen: QPen | Qt.PenStyle | QColor) -> None:
        """Fill the outline that is known already: a fifth of the cost, and nearly the same pixels."""
        pen = QPen(pen)
        plain = pen.style() == Qt.PenStyle.SolidLine and not pen.isCosmetic()
        known = None
        if plain and LEAST <= path.elementCount() <= MOST:
            known = self.strokes.outline(path, pen)
        if known is None:
            super().strokePath(path, pen)
        else:
            self.fillPath(known, pen.brush())


def _outline(path: QPainterPath, pen: QPen) -> QPainterPath:
    return QPainterPathStroker(pen).createStroke(path).simplified()
