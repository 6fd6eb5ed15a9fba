"""Quantities over time as lines: kept as pixels, bold up to the play-head and pale after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.frame import Lane
from gdviz.ui.theme import RunStyle, Theme
from gdviz.ui.views.canvas import blank, on_screen, painting
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import hairline, length, line_path, to_paint
from gdviz.ui.views.paths import FULL_ROWS

BOLD_WIDTH, PALE_WIDTH, PALE = 2.0, 1.2, 0.34
LONGEST = 12_000.0  # pixels of line that are dashed and thick; noise beyond it fills its area anyway
OUTSIDE = 60.0  # pixels: what is off the scale runs to here


@dataclass(frozen=True)
class Quantity:
    """What is drawn: x (n,) or (n, B) and y (n, B) of a lane's steps first…last, both included; whether y is
    log10."""

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


def thinned(
    lane: Lane, quantity: Quantity, extent: Extent, first: int, last: int, bin_: int
) -> tuple[Array, Array]:
    """Pixels x (n, B) and y (n, B) of steps first…last; of every `bin_` steps only the lowest and highest."""
    y = quantity.height(quantity.y(lane, first, last), extent)
    x = extent.x(quantity.x(lane, first, last))
    x = np.broadcast_to(x[:, None] if x.ndim == 1 else x, y.shape)
    if bin_ < 3:
        return x, y
    count = -(-len(y) // bin_)
    lacking = count * bin_ - len(y)
    x, y = (np.pad(part, ((0, lacking), (0, 0)), mode="edge").reshape(count, bin_, -1) for part in (x, y))
    low = np.argmin(np.where(np.isnan(y), np.inf, y), axis=1)
    high = np.argmax(np.where(np.isnan(y), -np.inf, y), axis=1)
    order = np.sort(np.stack([low, high], axis=1), axis=1)
    placed, chosen = (np.take_along_axis(part, order, axis=1).reshape(2 * count, -1) for part in (x, y))
    return placed, chosen


class Traces:
    """The lines of all lanes in one view, painted twice: as they are before and after the play-head."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._key: object = None
        self._images: list[QImage] = []
        self._drawn: list[int] = []  # of each lane: steps that are on the images
        self._lengths: list[Array] = []  # of each row: pixels so far, where the next dash begins
        self._grown = False

    def paint(
        self, painter: QPainter, extent: Extent, lanes: Sequence[Lane], quantity: Quantity, playhead: float,
        strength: float = 1.0,
    ) -> None:
        """Paint bold left of `playhead` (pixels) and pale right of it; all of it at an opacity `strength`."""
        ratio = on_screen(painter)
        if not ratio:
            self._draw_all(painter, extent, lanes, quantity, playhead, strength)
            return
        self._prepare(extent, lanes, quantity, ratio)
        bold, pale = self._images
        edge = min(max(round(playhead * ratio), 0), bold.width())
        painter.setOpacity(strength)
        painter.drawImage(QPointF(0, 0), bold, QRectF(0, 0, edge, bold.height()))
        painter.setOpacity(PALE * strength)
        rest = QRectF(edge, 0, pale.width() - edge, pale.height())
        painter.drawImage(QPointF(edge / ratio, 0), pale, rest)
        painter.setOpacity(1.0)

    def _draw_all(
        self, painter: QPainter, extent: Extent, lanes: Sequence[Lane], quantity: Quantity, playhead: float,
        strength: float,
    ) -> None:
        """Lines instead of pixels; cut off where they end, because not every vector format can clip."""
        for bounds, width, opacity in (
            ((-np.inf, playhead), BOLD_WIDTH, 1.0),
            ((playhead, np.inf), PALE_WIDTH, PALE),
        ):
            self._forget(lanes)
            painter.setOpacity(opacity * strength)
            for i, lane in enumerate(lanes):
                self._extend(i, lane, quantity, extent, [(painter, width)], bounds)
        painter.setOpacity(1.0)

    def _forget(self, lanes: Sequence[Lane]) -> None:
        self._key = None
        self._drawn = [-1] * len(lanes)
        self._lengths = [np.zeros(lane.path.shape[1]) for lane in lanes]

    def _prepare(self, extent: Extent, lanes: Sequence[Lane], quantity: Quantity, ratio: float) -> None:
        """Bring the images up to date."""
        key = (extent, ratio, quantity, [(lane.task, lane.slot, lane.shown) for lane in lanes])
        known = [lane.known if lane.shown else -1 for lane in lanes]
        if key == self._key and known == self._drawn and not self._grown:
            return
        cut = any(new < old for new, old in zip(known, self._drawn, strict=False))
        # Lines that grew bit by bit cross each other in another order: once they are whole, draw them anew.
        if key != self._key or cut or known == self._drawn:
            self._images = [blank(extent.width, extent.height, ratio) for _ in range(2)]
            self._forget(lanes)
            self._key, self._grown = key, False
        else:
            self._grown = True
        with painting(self._images[0]) as bold, painting(self._images[1]) as pale:
            for i, lane in enumerate(lanes):
                self._extend(i, lane, quantity, extent, [(bold, BOLD_WIDTH), (pale, PALE_WIDTH)])

    def _extend(
        self,
        i: int,
        lane: Lane,
        quantity: Quantity,
        extent: Extent,
        pens: Sequence[tuple[QPainter, float]],
        bounds: tuple[float, float] = (-np.inf, np.inf),
    ) -> None:
        """Draw what is new of a lane with each painter and its width, from one pixel column to another."""
        first, known = max(self._drawn[i], 0), lane.known
        if not lane.shown or known <= self._drawn[i]:
            return
        self._drawn[i] = known
        reached = float(quantity.x(lane, known, known).max())
        pixel = (extent.right - extent.left) / extent.width
        bin_ = int(min(pixel * known / reached, known)) if reached > 0 else 1  # steps on a pixel
        x, y = thinned(lane, quantity, extent, first, known, bin_)
        style, scale = self._theme.run(lane.slot), self._theme.scale
        for row in range(x.shape[1]):
            whole = _between(np.stack([x[:, row], y[:, row]], axis=1), -20, extent.width + 20)
            line = _between(whole, *bounds)
            if not len(line):
                continue
            long, begun = length(whole), float(self._lengths[i][row])
            begun += length(whole[whole[:, 0] <= line[0, 0]])
            for painter, width in pens:
                if x.shape[1] > FULL_ROWS or long > LONGEST:
                    _hatch(painter, line, QColor(style.color))
                else:
                    _dash(painter, line, style, width * scale, begun)
            self._lengths[i][row] += long


def _between(line: Array, left: float, right: float) -> Array:
    """The points from the first to the last of those between two columns of pixels."""
    inside = np.flatnonzero((line[:, 0] >= left - 1e-6) & (line[:, 0] <= right + 1e-6))
    return line[inside[0] : inside[-1] + 1] if len(inside) else line[:0]


def _hatch(painter: QPainter, line: Array, color: QColor) -> None:
    """Noise, or very many lines: thin, solid, on screens without antialiasing, which would take a second."""
    painter.save()
    if on_screen(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    hairline(painter, line_path(to_paint(painter, line)), color)
    painter.restore()


def _dash(painter: QPainter, line: Array, style: RunStyle, width: float, begun: float) -> None:
    """A line in the run's dash, which began `begun` pixels before."""
    pen = QPen(QColor(style.color), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if style.dash:
        pen.setDashPattern(style.dash)
        pen.setDashOffset(begun / width)
    painter.strokePath(line_path(to_paint(painter, line)), pen)
