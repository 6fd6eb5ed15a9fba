"""The part of a plane that a plot shows, and the pixels it is shown on."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from gdviz.engine.arrays import Array

FARTHEST = 1e13  # ranges stay within this, so that nothing in Qt overflows
NARROWEST = 1e-9  # of the largest coordinate: closer up, float64 shows steps


@dataclass(frozen=True)
class Extent:
    """x from `left` to `right` on `width` pixels, y from `bottom` to `top` on `height`; pixel y downwards."""

    left: float
    right: float
    bottom: float
    top: float
    width: float
    height: float

    @property
    def pixel(self) -> tuple[float, float]:
        """The size of a pixel in x and y."""
        return (self.right - self.left) / self.width, (self.top - self.bottom) / self.height

    @property
    def center(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @np.errstate(all="ignore")  # what is too far off is infinitely far
    def x(self, x: Array) -> Array:
        """Values → pixels from the left."""
        return (x - self.left) * (self.width / (self.right - self.left))

    @np.errstate(all="ignore")
    def y(self, y: Array) -> Array:
        """Values → pixels from the top."""
        return (self.top - y) * (self.height / (self.top - self.bottom))

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point → its pixels."""
        return (
            (float(x) - self.left) * (self.width / (self.right - self.left)),
            (self.top - float(y)) * (self.height / (self.top - self.bottom)),
        )

    def places(self, points: Array) -> Array:
        """Points (…, 2) → pixels (…, 2)."""
        placed = np.empty(points.shape)
        placed[..., 0] = self.x(points[..., 0])
        placed[..., 1] = self.y(points[..., 1])
        return placed

    def value(self, across: float, down: float) -> tuple[float, float]:
        """Pixels → the point there."""
        dx, dy = self.pixel
        return self.left + across * dx, self.top - down * dy

    def pointed(self, across: float, down: float) -> tuple[float, float]:
        """The point meant by the mouse at these pixels: in the view, and rounded to what a pixel can tell."""
        x, y = self.value(min(max(across, 0.0), self.width), min(max(down, 0.0), self.height))
        digits = [max(0, math.ceil(-math.log10(size))) for size in self.pixel]
        return round(x, digits[0]), round(y, digits[1])

    def holds(self, across: float, down: float, margin: float = 0.0) -> bool:
        """Whether pixels lie in the plot, or at most `margin` outside."""
        return -margin <= across <= self.width + margin and -margin <= down <= self.height + margin

    def moved(self, across: float, down: float) -> Extent:
        """What is seen after dragging the plane by pixels."""
        dx, dy = self.pixel
        return self.around(self.center[0] - across * dx, self.center[1] + down * dy, dx, dy)

    def zoomed(self, factor: float, across: float, down: float) -> Extent:
        """What is seen `factor` times larger, with the point at these pixels held in its place."""
        x, y = self.value(across, down)
        dx, dy = (size / factor for size in self.pixel)
        return self.around(x + (self.width / 2 - across) * dx, y - (self.height / 2 - down) * dy, dx, dy)

    def around(self, x: float, y: float, dx: float, dy: float) -> Extent:
        """The same pixels round another center, of size (dx, dy); kept where float64 can follow."""
        (left, right), (bottom, top) = _kept(x, dx * self.width), _kept(y, dy * self.height)
        return replace(self, left=left, right=right, bottom=bottom, top=top)

    def fitted(self, low: tuple[float, float], high: tuple[float, float], margin: float) -> Extent:
        """Equal scales, with the box from `low` to `high` in the middle and `margin` of its size free."""
        spans = [max(b - a, 1e-12) * (1 + 2 * margin) for a, b in zip(low, high, strict=True)]
        pixel = max(spans[0] / self.width, spans[1] / self.height)
        x, y = ((a + b) / 2 for a, b in zip(low, high, strict=True))
        return self.around(x, y, pixel, pixel)

    def filled(self, low: tuple[float, float], high: tuple[float, float], margin: float) -> Extent:
        """Each scale by itself, with the box from `low` to `high` filling the plot but for the `margin`."""
        spans = [max(b - a, 1e-12) * (1 + 2 * margin) for a, b in zip(low, high, strict=True)]
        x, y = ((a + b) / 2 for a, b in zip(low, high, strict=True))
        return self.around(x, y, spans[0] / self.width, spans[1] / self.height)


def _kept(middle: float, span: float) -> tuple[float, float]:
    if not np.isfinite(middle):
        middle = 0.0
    middle = min(max(middle, -FARTHEST), FARTHEST)
    narrowest = max(abs(middle) * NARROWEST, 1e-12)
    span = min(max(span, narrowest), FARTHEST) if np.isfinite(span) else FARTHEST
    return middle - span / 2, middle + span / 2
