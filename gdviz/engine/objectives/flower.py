"""The flower function."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Flower(Objective):
    """f(x, y) = x sin y + y sin x + x² + y²: a minimum without curvature along x = -y.

    Near 0 it is (x + y)² and, along x = -y, only x⁴/3: the Hessian there has the eigenvalues 0 and 4,
    and descent slows down like 1/√k instead of geometrically.

    Source: no publication known; the behaviour follows from the series above.
    """

    label = "Flower"
    about = "The minimum is flat in one direction: ever slower, never there."
    group = "Two variables: bowls and ravines"
    formula = r"x\sin y + y\sin x + x^2 + y^2"
    box = ((-6.0, 6.0), (-6.0, 6.0))
    start = (5.0, -3.5)
    minima = ((0.0, 0.0),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return u * np.sin(v) + v * np.sin(u) + u * u + v * v

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return columns(
            np.sin(v) + v * np.cos(u) + 2.0 * u, u * np.cos(v) + np.sin(u) + 2.0 * v
        )

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return symmetric(2.0 - v * np.sin(u), np.cos(v) + np.cos(u), 2.0 - u * np.sin(v))
