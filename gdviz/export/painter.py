"""A painter of many frames: what comes again, such as texts with their halos, is kept as pixels."""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

KEPT = 256
LEAST, MOST = 24, 4000  # elements of a path that is worth keeping

Key = tuple[int, int, float]  # elements of the path, colour, width of the pen or 0


class Stamp(NamedTuple):
    """Pixels of a path, and where they go; without pixels as long as the path came only once."""

    path: QPainterPath
    place: QTransform
    pixels: QImage | None = None
    corner: QPointF = QPointF()


class FramePainter(QPainter):
    """Paints on images; `stamps` is handed from frame to frame, those used last at its end."""

    stamps: OrderedDict[Key, Stamp]

    def strokePath(self, path: QPainterPath, pen: QPen | Qt.PenStyle | QColor) -> None:
        """Stroke, or stamp what was stroked before."""
        pen = QPen(pen)
        plain = pen.style() == Qt.PenStyle.SolidLine and not pen.isCosmetic()
        if not plain or not self._stamped(path, pen.color(), pen):
            super().strokePath(path, pen)

    def fillPath(self, path: QPainterPath, brush: Any) -> None:
        """Fill, or stamp what was filled before."""
        color = brush if isinstance(brush, QColor) else QBrush(brush).color()
        plain = isinstance(brush, QColor) or QBrush(brush).style() == Qt.BrushStyle.SolidPattern
        if not plain or not self._stamped(path, color, None):
            super().fillPath(path, brush)

    def _stamped(self, path: QPainterPath, color: QColor, pen: QPen | None) -> bool:
        """Whether the path came before in the same place, and has been stamped."""
        if not LEAST <= path.elementCount() <= MOST or not self.testRenderHint(self.RenderHint.Antialiasing):
            return False
        key = path.elementCount(), color.rgba(), pen.widthF() if pen else 0.0
        place, kept = self.deviceTransform(), self.stamps.pop(key, None)
        again = kept is not None and kept.path == path and kept.place == place and self.opacity() == 1
        stamp = kept if kept is not None and again else Stamp(path, place)
        if again and stamp.pixels is None:
            stamp = _made(stamp, color, pen)
        self.stamps[key] = stamp
        if len(self.stamps) > KEPT:
            self.stamps.popitem(last=False)
        if stamp.pixels is None:
            return False
        world = self.worldTransform()
        self.setWorldTransform(QTransform())
        ratio = self.device().devicePixelRatio()
        stamp.pixels.setDevicePixelRatio(ratio)
        self.drawImage(stamp.corner / ratio, stamp.pixels)
        self.setWorldTransform(world)
        return True


def _made(stamp: Stamp, color: QColor, pen: QPen | None) -> Stamp:
    """The stamp with its pixels: those that the painter itself would draw, on nothing."""
    reach = (pen.widthF() if pen else 0.0) + 1
    area = stamp.place.mapRect(stamp.path.boundingRect().adjusted(-reach, -reach, reach, reach))
    left, top = math.floor(area.left()), math.floor(area.top())
    size = QRectF(left, top, area.right() - left, area.bottom() - top).toAlignedRect().size()
    pixels = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    pixels.fill(0)
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(stamp.place * QTransform.fromTranslate(-left, -top))
    if pen is None:
        painter.fillPath(stamp.path, color)
    else:
        painter.strokePath(stamp.path, pen)
    painter.end()
    return stamp._replace(pixels=pixels, corner=QPointF(left, top))
