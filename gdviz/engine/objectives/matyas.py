"""The Matyas function."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Matyas(Objective):
    """f(x, y) = 0.26 (x² + y²) - 0.48xy: nearly flat along the diagonal, κ = 25.

    Computed as 0.01 (x + y)² + 0.25 (x - y)², which is never negative.

    Source: listed by Jamil & Yang (2013), https://arxiv.org/abs/1308.4008.
    """

    label = "Matyas"
    about = "A plate-like valley along the diagonal: fast in, slow along."
    group = "Two variables: bowls and ravines"
    formula = r"0.26\,(x^2+y^2) - 0.48\,xy"
    quadratic = True
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (9.0, -1.0)
    minima = ((0.0, 0.0),)

    def value(self, x: Array) -> Array:
        along, across = x[:, 0] + x[:, 1], x[:, 0] - x[:, 1]
        return 0.01 * along * along + 0.25 * across * across

    def gradient(self, x: Array) -> Array:
        along, across = 0.02 * (x[:, 0] + x[:, 1]), 0.5 * (x[:, 0] - x[:, 1])
        return columns(along + across, along - across)

    def hessian(self, x: Array) -> Array:
        return np.broadcast_to(np.array([[0.52, -0.48], [-0.48, 0.52]]), (len(x), 2, 2))
