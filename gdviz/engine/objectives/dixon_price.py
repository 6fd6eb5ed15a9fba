"""The function of Dixon and Price."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class DixonPrice(Objective):
    """f(x, y) = (x - 1)² + 2 (2y² - x)²: a parabolic valley with two equal minima.

    Source: Dixon & Price (1989), Journal of Optimization Theory and Applications 60(2), 261-275.
    """

    label = "Dixon–Price"
    about = "A bent valley with two equal minima, a saddle between."
    group = "Two variables: a few minima"
    formula = r"(x-1)^2 + 2\,(2y^2-x)^2"
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (8.0, 0.5)
    minima = ((1.0, 0.7071067811865476), (1.0, -0.7071067811865476))
    saddles = ((0.3333333333333333, 0.0),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        w = 2.0 * v * v - u
        return (u - 1.0) * (u - 1.0) + 2.0 * w * w

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        w = 2.0 * v * v - u
        return columns(2.0 * (u - 1.0) - 4.0 * w, 16.0 * v * w)

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return symmetric(np.full(len(x), 6.0), -16.0 * v, 96.0 * v * v - 16.0 * u)
