"""The bounded saddle."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class BoundedSaddle(Objective):
    """f(x, y) = sin x + y²: a saddle at (π/2, 0) and the minimum (-π/2, 0) to escape to.

    Source: made for this catalogue.
    """

    label = "Bounded saddle"
    about = "A saddle that holds a path up before it finds the minimum."
    group = "Two variables: saddles, plateaus, cliffs"
    scale = "linear"
    formula = r"\sin x + y^2"
    box = ((-2.5, 2.5), (-2.5, 2.5))
    start = (1.55, 2.0)
    minima = ((-0.5 * np.pi, 0.0),)
    saddles = ((0.5 * np.pi, 0.0),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return np.sin(u) + v * v

    def gradient(self, x: Array) -> Array:
        return columns(np.cos(x[:, 0]), 2.0 * x[:, 1])

    def hessian(self, x: Array) -> Array:
        return symmetric(-np.sin(x[:, 0]), np.zeros(len(x)), np.full(len(x), 2.0))
