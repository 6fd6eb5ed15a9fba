"""The saddle."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Saddle(Objective):
    """f(x, y) = x² - y²: from the x axis gradient descent runs into the saddle; noise leads away.

    Source: any textbook; the curvatures are 2 and -2.
    """

    label = "Saddle"
    about = "Downhill without end, but for a start exactly on the x axis."
    group = "Two variables: saddles, plateaus, cliffs"
    scale = "linear"
    formula = "x^2 - y^2"
    quadratic = True
    box = ((-3.0, 3.0), (-3.0, 3.0))
    start = (2.5, 0.01)
    saddles = ((0.0, 0.0),)

    def value(self, x: Array) -> Array:
        return x[:, 0] ** 2 - x[:, 1] ** 2

    def gradient(self, x: Array) -> Array:
        return columns(2.0 * x[:, 0], -2.0 * x[:, 1])

    def hessian(self, x: Array) -> Array:
        return np.broadcast_to(np.diag([2.0, -2.0]), (len(x), 2, 2))
