"""The sphere function."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Sphere(Objective):
    """f(x, y) = x² + y²: equal curvature everywhere; the gradient points straight at the minimum.

    Source: De Jong (1975), An Analysis of the Behavior of a Class of Genetic Adaptive Systems, thesis,
    University of Michigan (his F1).
    """

    label = "Sphere"
    about = "The perfect bowl: every step points at the minimum."
    group = "Two variables: bowls and ravines"
    formula = r"x^2 + y^2"
    quadratic = True
    box = ((-5.12, 5.12), (-5.12, 5.12))
    start = (4.0, 2.5)
    minima = ((0.0, 0.0),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return u * u + v * v

    def gradient(self, x: Array) -> Array:
        return 2.0 * x

    def hessian(self, x: Array) -> Array:
        return np.broadcast_to(np.diag([2.0, 2.0]), (len(x), 2, 2))
