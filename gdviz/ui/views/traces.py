"""Quantities over time as lines: kept as pixels, bold up to the play-head and pale after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.frame import Lane
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import line_path, on_screen
from gdviz.ui.views.paths import FULL_ROWS

PALE = 0.34
LONGEST = 30_000.0  # pixels of line that are dashed and thick; noise beyond it fills its area anyway
OUTSIDE = 60.0  # pixels: what is off the scale runs to here


@dataclass(frozen=True)
class Quantity:
    """What is drawn: x (n,) and y (n, B) of a lane's steps first…last, both included; whether y is log10."""

    x: Callable[[Lane, int, int], Array]
    y: Callable[[Lane, int, int], Array]
    log: bool

    def height(self, y: Array, extent: Extent) -> Array:
        """Values → pixels from the top; below the scale for 0 and less when log; nan stays nan."""
        with np.errstate(all="ignore"):
            down = extent.y(np.log10(y)) if self.log else extent.y(y)
            if self.log:
                down = np.where(y <= 0, extent.height + OUTSIDE, down)
        return np.clip(down, -OUTSIDE, extent.height + OUTSIDE)


def steps(lane: Lane, first: int, last: int) -> Array:
    """The number of the step."""
    return np.arange(first, last + 1, dtype=np.float64)


def losses(lane: Lane, first: int, last: int) -> Array:
    """The full loss."""
    return lane.losses[first : last + 1]


def thinned(
    lane: Lane, quantity: Quantity, extent: Extent, first: int, last: int, bin_: int
) -> tuple[Array, Array]:
    """Pixels x (n, B) and y (n, B) of steps first…last; of every `bin_` steps only the lowest and highest."""
    x = extent.x(quantity.x(lane, first, last))
    y = quantity.height(quantity.y(lane, first, last), extent)
    if bin_ < 3:
        return np.broadcast_to(x[:, None], y.shape), y
    count = -(-len(y) // bin_)
    lacking = count * bin_ - len(y)
    x, y = np.pad(x, (0, lacking), mode="edge"), np.pad(y, ((0, lacking), (0, 0)), mode="edge")
    y = y.reshape(count, bin_, -1)
    low = np.argmin(np.where(np.isnan(y), np.inf, y), axis=1)
    high = np.argmax(np.where(np.isnan(y), -np.inf, y), axis=1)
    order = np.sort(np.stack([low, high], axis=1), axis=1)
    chosen = np.take_along_axis(y, order, axis=1).reshape(2 * count, -1)
    return x.reshape(count, bin_)[np.arange(count)[:, None, None], order].reshape(2 * count, -1), chosen


class Traces:
    """The lines of all lanes in one view."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._key: object = None
        self._images: tuple[QImage, QImage] | None = None
        self._drawn: list[int] = []
        self._lengths: list[Array] = []
        self._grown = False

    def paint(
        self, painter: QPainter, extent: Extent, lanes: Sequence[Lane], quantity: Quantity, playhead: float
    ) -> None:
        """Paint bold left of `playhead` (pixels) and pale right of it."""
        ratio = on_screen(painter)
        left = QRectF(-1, 0, playhead + 1, extent.height)
        right = QRectF(playhead, 0, max(extent.width - playhead, 0), extent.height)
        if not ratio:
            for part, bold in ((left, True), (right, False)):
                painter.save()
                painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
                self._forget(lanes)
                for i, lane in enumerate(lanes):
                    self._draw(i, lane, quantity, extent, (painter,) if bold else (None, painter))
                painter.restore()
            self._key = None
            return
        images = self._prepared(extent, lanes, quantity, ratio)
        edge = min(max(round(playhead * ratio), 0), images[0].width())
        painter.drawImage(QPointF(0, 0), images[0], QRectF(0, 0, edge, images[0].height()))
        rest = QRectF(edge, 0, images[1].width() - edge, images[1].height())
        painter.drawImage(QPointF(edge / ratio, 0), images[1], rest)

    def _forget(self, lanes: Sequence[Lane]) -> None:
        self._drawn = [0] * len(lanes)
        self._lengths = [np.zeros(lane.path.shape[1]) for lane in lanes]

    def _prepared(
        self, extent: Extent, lanes: Sequence[Lane], quantity: Quantity, ratio: float
    ) -> tuple[QImage, QImage]:
        key = (extent, ratio, quantity, tuple((id(lane.task), lane.slot, lane.shown) for lane in lanes))
        growing = any(lane.known > done for lane, done in zip(lanes, self._drawn, strict=False) if lane.shown)
        # Lines that grew bit by bit cross each other in another order: once they are whole, draw them anew.
        if key != self._key or self._images is None or (self._grown and not growing):
            size = int(np.ceil(extent.width * ratio)), int(np.ceil(extent.height * ratio))
            self._images = tuple(_empty(*size, ratio) for _ in range(2))  # type: ignore[assignment]
            self._key, self._tasks = key, [lane.task for lane in lanes]  # ids stay taken
            self._grown = False
            self._forget(lanes)
        elif growing:
            self._grown = True
        images = self._images
        assert images is not None
        painters = [QPainter(image) for image in images]
        for painter in painters:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i, lane in enumerate(lanes):
            self._draw(i, lane, quantity, extent, painters)
        for painter in painters:
            painter.end()
        return images

    def _draw(
        self, i: int, lane: Lane, quantity: Quantity, extent: Extent, painters: Sequence[QPainter | None]
    ) -> None:
        """Draw what is new of a lane, bold with the first painter, pale with the second."""
        first, known = self._drawn[i], lane.known
        if not lane.shown or (known <= first and (first or known)):
            return
        per_pixel = (extent.right - extent.left) / extent.width
        reach = float(quantity.x(lane, known, known)[0]) / max(known, 1)
        bin_ = int(per_pixel / reach) if reach > 0 else 1
        last = known
        if bin_ >= 3 and lane.last.min() < 0:
            last = known // bin_ * bin_
            if last <= first:
                last = first or known
        self._drawn[i] = last
        if last <= first and first:
            return
        x, y = thinned(lane, quantity, extent, first, last, bin_)
        inside = np.flatnonzero((x[:, 0] >= -20) & (x[:, 0] <= extent.width + 20))
        if len(inside):
            part = slice(max(inside[0] - 1, 0), inside[-1] + 2)
            self._stroke(i, lane, x[part], y[part], painters)

    def _stroke(self, i: int, lane: Lane, x: Array, y: Array, painters: Sequence[QPainter | None]) -> None:
        theme, style = self._theme, self._theme.run(lane.slot)
        with np.errstate(invalid="ignore"):
            ways = np.hypot(np.diff(x, axis=0), np.diff(y, axis=0))
        lengths = np.nansum(ways, axis=0)
        color = QColor(style.color)
        for painter, width, opacity in zip(painters, (2.0, 1.2), (1.0, PALE), strict=False):
            if painter is None:
                continue
            color.setAlphaF(opacity)
            many = x.shape[1] > FULL_ROWS
            for row in range(x.shape[1]):
                pen = QPen(color, width * theme.scale)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                if many or (lengths[row] > LONGEST and on_screen(painter)):
                    pen = QPen(color, 1)
                    pen.setCosmetic(True)
                elif style.dash:
                    pen.setDashPattern(style.dash)
                    pen.setDashOffset(float(self._lengths[i][row]) / pen.widthF())
                painter.strokePath(line_path(np.stack([x[:, row], y[:, row]], axis=1)), pen)
        self._lengths[i] = self._lengths[i] + lengths


def _empty(width: int, height: int, ratio: float) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    return image
