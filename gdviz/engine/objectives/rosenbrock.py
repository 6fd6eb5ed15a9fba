"""Rosenbrock's valley."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Rosenbrock(Objective):
    """f(x, y) = (1 - x)² + 100 (y - x²)²: a curved ravine, easy to enter, slow to follow.

    Source: Rosenbrock (1960), The Computer Journal 3(3), 175-184.
    """

    label = "Rosenbrock"
    about = "A curved ravine: easy to enter, slow to follow."
    formula = "(1-x)^2 + 100\\,(y-x^2)^2"
    box = ((-2.0, 2.0), (-1.0, 3.0))
    start = (-1.2, 1.0)
    minima = ((1.0, 1.0),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return (1.0 - u) ** 2 + 100.0 * (v - u * u) ** 2

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        g = np.empty((2, len(x)))
        steep = np.multiply(200.0, v - u * u, out=g[1])
        np.multiply(2.0, u - 1.0 - u * steep, out=g[0])
        return g.T

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return symmetric(2.0 - 400.0 * (v - 3.0 * u * u), -400.0 * u, np.full(len(x), 200.0))
