"""The ravine."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Ravine(Objective):
    """f(x, y) = 0.1 x² + 2 y²: the condition number 20 makes gradient descent zigzag.

    Source: Polyak (1964) treats such quadratics; the figures are those of common lectures.
    """

    label = "Ravine"
    about = "A long valley, 20 times steeper across than along."
    group = "Two variables: bowls and ravines"
    formula = "0.1\\,x^2 + 2\\,y^2"
    quadratic = True
    box = ((-5.5, 1.0), (-3.0, 1.0))
    start = (-5.0, -2.0)
    minima = ((0.0, 0.0),)

    def value(self, x: Array) -> Array:
        return 0.1 * x[:, 0] ** 2 + 2.0 * x[:, 1] ** 2

    def gradient(self, x: Array) -> Array:
        return columns(0.2 * x[:, 0], 4.0 * x[:, 1])

    def hessian(self, x: Array) -> Array:
        return np.broadcast_to(np.diag([0.2, 4.0]), (len(x), 2, 2))
