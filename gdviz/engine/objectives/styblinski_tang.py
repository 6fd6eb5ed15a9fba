"""The function of Styblinski and Tang."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register

DEEP, SHALLOW, HILL = -2.903534027771177, 2.746802770990837, 0.1567312567803401


@register
class StyblinskiTang(Objective):
    """f(x, y) = ½ (x⁴ - 16x² + 5x + y⁴ - 16y² + 5y): four basins, each axis for itself.

    Source: Styblinski & Tang (1990), Neural Networks 3(4), 467-483.
    """

    label = "Styblinski–Tang"
    about = "Four basins of three depths; each axis is on its own."
    group = "Two variables: a few minima"
    formula = r"\tfrac12\sum_{u=x,y}(u^4-16u^2+5u)"
    box = ((-5.0, 5.0), (-5.0, 5.0))
    start = (0.4, -0.4)
    minima = ((DEEP, DEEP), (DEEP, SHALLOW), (SHALLOW, DEEP), (SHALLOW, SHALLOW))
    saddles = ((DEEP, HILL), (HILL, DEEP), (SHALLOW, HILL), (HILL, SHALLOW))
    maxima = ((HILL, HILL),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return 0.5 * (u * (u * (u * u - 16.0) + 5.0) + v * (v * (v * v - 16.0) + 5.0))

    def gradient(self, x: Array) -> Array:
        return 2.0 * x * (x * x - 8.0) + 2.5

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return symmetric(6.0 * u * u - 16.0, np.zeros(len(x)), 6.0 * v * v - 16.0)
