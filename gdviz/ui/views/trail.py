"""The far past of a path, kept as pixels: a frame costs the same however long the path is."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gdviz.engine.arrays import Array
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import heavy, stroke

SAMPLES = 24  # places on a segment that are looked at before it is painted on what is full already


class Trail:
    """Paints blocks of a path on an image of its own, each once, and remembers which block reached a pixel.

    So the picture after any earlier block is those pixels that were reached by then: going back in time
    costs a comparison for each pixel, whatever the path did.
    """

    def __init__(self, color: QColor, width: float) -> None:
        self._color, self._width = color, width
        self._extent: Extent | None = None
        self._ratio = 1.0
        self._done = 0
        self._image = QImage()
        self._reached: NDArray[np.uint32] = np.zeros((0, 0), np.uint32)
        self._past: tuple[int, QImage] | None = None

    def fits(self, extent: Extent) -> bool:
        """Whether its pixels are those of this view."""
        return self._extent == extent

    def paint(
        self,
        painter: QPainter,
        extent: Extent,
        ratio: float,
        blocks: int,
        line: Callable[[int], Array],
        stretch: bool = False,
    ) -> None:
        """Paint the first `blocks` blocks; `line(block)` gives the pixels (n, 2) of a block's points.

        With `stretch` what was painted for another view is shown in its place, for the time of a gesture.
        """
        if self._extent is None or not stretch or self._ratio != ratio:
            self._prepare(extent, ratio)
            while self._done < blocks:
                self._add(line(self._done))
        image = self._after(min(blocks, self._done))
        if image is None or self._extent is None:
            return
        made = self._extent
        left, top = extent.place(made.left, made.top)
        right, bottom = extent.place(made.right, made.bottom)
        if made == extent:
            painter.drawImage(QPointF(0, 0), image)
        else:
            painter.drawImage(QRectF(left, top, right - left, bottom - top), image, QRectF(image.rect()))

    def _prepare(self, extent: Extent, ratio: float) -> None:
        if (self._extent, self._ratio) == (extent, ratio):
            return
        self._extent, self._ratio, self._done, self._past = extent, ratio, 0, None
        width, height = int(np.ceil(extent.width * ratio)), int(np.ceil(extent.height * ratio))
        self._image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(0)
        self._image.setDevicePixelRatio(ratio)
        self._reached = np.zeros((height, width), np.uint32)

    def _pixels(self, image: QImage) -> NDArray[np.uint32]:
        return np.frombuffer(image.bits(), np.uint32).reshape(image.height(), image.width())

    def _add(self, line: Array) -> None:
        self._done += 1
        if len(line) < 2:
            return
        dense = heavy(line)
        if dense:
            line = self._uncovered(line)
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke(painter, line, self._color, self._width)
        painter.end()
        with np.errstate(invalid="ignore"):
            low = np.nan_to_num(np.nanmin(line, axis=0) * self._ratio - 4) if len(line) else np.zeros(2)
            high = np.nan_to_num(np.nanmax(line, axis=0) * self._ratio + 5) if len(line) else np.zeros(2)
        (left, top), (right, bottom) = (np.clip(edge, 0, 1e6).astype(int) for edge in (low, high))
        reached = self._reached[top:bottom, left:right]
        new = (self._pixels(self._image)[top:bottom, left:right] != 0) & (reached == 0)
        reached[new] = self._done

    def _uncovered(self, line: Array) -> Array:
        """The segments, a nan after each, that touch a pixel which is not full yet."""
        alpha = self._pixels(self._image).view(np.uint8).reshape(*self._reached.shape, 4)[:, :, 3]
        start, way = line[:-1], np.diff(line, axis=0)
        whole = np.isfinite(way).all(axis=1)
        start, way = start[whole], way[whole]
        parts = np.linspace(0, 1, SAMPLES)[:, None, None]
        at = ((start + parts * way) * self._ratio).astype(np.int64)
        height, width = alpha.shape
        inside = (at[..., 0] >= 0) & (at[..., 0] < width) & (at[..., 1] >= 0) & (at[..., 1] < height)
        flat = np.where(inside, at[..., 1] * width + at[..., 0], 0)
        open_ = (inside & (alpha.ravel()[flat] < 200)).any(axis=0)
        segments = np.full((int(open_.sum()), 3, 2), np.nan)
        segments[:, 0], segments[:, 1] = start[open_], start[open_] + way[open_]
        return segments.reshape(-1, 2)

    def _after(self, blocks: int) -> QImage | None:
        if not blocks or self._image.isNull():
            return None
        if blocks == self._done:
            return self._image
        if self._past is None or self._past[0] != blocks:
            image = QImage(self._image.size(), self._image.format())
            image.setDevicePixelRatio(self._ratio)
            seen = (self._reached <= blocks) & (self._reached > 0)
            np.multiply(self._pixels(self._image), seen, out=self._pixels(image))
            self._past = (blocks, image)
        return self._past[1]
