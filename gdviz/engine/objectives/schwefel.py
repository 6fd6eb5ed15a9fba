"""Schwefel's function."""

from __future__ import annotations

from itertools import product

import numpy as np

from gdviz.engine.arrays import Array, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register

LINE = (420.96874635998205, -302.52493561191176, 203.81425264889447, -124.82935642021526,
        65.54786509015155, -25.877417347618685, 5.239199300195525)


@register
class Schwefel(Objective):
    """f(x, y) = 2 · 418.9828872724338 - x sin√|x| - y sin√|y|: the best basin lies in the far corner.

    Every axis for itself; the second best basin lies far from the best. On the lines x = 0 and y = 0 the
    slope is continuous (0), but the second derivative grows without bound beside them; on them it is
    taken as 0.

    Source: Schwefel (1981), Numerical Optimization of Computer Models, Wiley.
    """

    label = "Schwefel"
    about = "The best basin lies in a corner, the second best far from it."
    group = "Two variables: many minima"
    scale = "linear"
    formula = r"837.966 - \sum_{u=x,y} u\sin\sqrt{\left|u\right|}"
    box = ((-500.0, 500.0), (-500.0, 500.0))
    start = (130.0, -60.0)
    minima = tuple(product(LINE, repeat=2))

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        sums = u * np.sin(np.sqrt(np.abs(u))) + v * np.sin(np.sqrt(np.abs(v)))
        return 2.0 * 418.9828872724338 - sums

    def gradient(self, x: Array) -> Array:
        q = np.sqrt(np.abs(x))
        return -(np.sin(q) + 0.5 * q * np.cos(q))

    def hessian(self, x: Array) -> Array:
        return symmetric(self._bend(x[:, 0]), np.zeros(len(x)), self._bend(x[:, 1]))

    def _bend(self, u: Array) -> Array:
        """The second derivative along one axis (B,)."""
        q = np.sqrt(np.abs(u))
        safe = np.where(q > 0.0, q, 1.0)
        bend: Array = -np.sign(u) * (3.0 * np.cos(q) / safe - np.sin(q)) / 4.0
        return bend
