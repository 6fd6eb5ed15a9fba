"""The drop wave."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class DropWave(Objective):
    """f(x, y) = -(1 + cos 12r)/(r²/2 + 2), r = √(x² + y²): rings round a drop.

    Smooth everywhere: both derivatives are written with sin(12r)/r, whose limit at 0 is 12. The rings,
    the first at r = 0.5202155588 with f = -0.9362453278, are circles of minima, flat along (λ = 0).

    Source: Surjanovic & Bingham, Virtual Library of Simulation Experiments, https://www.sfu.ca/~ssurjano.
    """

    label = "Drop wave"
    about = "Rings round a drop: descent ends in the nearest ring."
    group = "Two variables: many minima"
    scale = "linear"
    formula = r"-\frac{1+\cos 12r}{\tfrac12 r^2+2},\ r=\sqrt{x^2+y^2}"
    box = ((-5.12, 5.12), (-5.12, 5.12))
    start = (1.5, 0.8)
    minima = ((0.0, 0.0),)

    def value(self, x: Array) -> Array:
        r = np.hypot(x[:, 0], x[:, 1])
        return -(1.0 + np.cos(12.0 * r)) / (0.5 * r * r + 2.0)

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        slope, _ = self._slopes(np.hypot(u, v))
        return columns(slope * u, slope * v)

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        r = np.hypot(u, v)
        slope, bent = self._slopes(r)
        safe = np.where(r > 0.0, r, 1.0)
        n, m = u / safe, v / safe
        return symmetric(slope + bent * n * n, bent * n * m, slope + bent * m * m)

    def _slopes(self, r: Array) -> tuple[Array, Array]:
        """f′/r, and f″ - f′/r, as functions of the radius (B,)."""
        depth = 0.5 * r * r + 2.0
        crest, sine = 1.0 + np.cos(12.0 * r), np.sin(12.0 * r)
        away = r > 0.0
        ratio = np.where(away, sine, 12.0) / np.where(away, r, 1.0)
        slope = (12.0 * ratio + crest / depth) / depth
        second = (
            144.0 * np.cos(12.0 * r)
            + (crest - 24.0 * r * sine - 2.0 * crest * r * r / depth) / depth
        ) / depth
        return slope, second - slope
