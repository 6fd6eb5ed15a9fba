"""The elliptic bowl."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class EllipticBowl(Objective):
    """f(x, y) = x² + 2 y²: gradient descent in two dimensions, condition number 2.

    Source: a common example of lectures on gradient descent.
    """

    label = "Elliptic bowl"
    about = "A bowl twice as steep in y as in x."
    group = "Two variables: bowls and ravines"
    formula = "x^2 + 2\\,y^2"
    quadratic = True
    box = ((-5.5, 1.0), (-3.0, 1.0))
    start = (-5.0, -2.0)
    minima = ((0.0, 0.0),)

    def value(self, x: Array) -> Array:
        return x[:, 0] ** 2 + 2.0 * x[:, 1] ** 2

    def gradient(self, x: Array) -> Array:
        return columns(2.0 * x[:, 0], 4.0 * x[:, 1])

    def hessian(self, x: Array) -> Array:
        return np.broadcast_to(np.diag([2.0, 4.0]), (len(x), 2, 2))
