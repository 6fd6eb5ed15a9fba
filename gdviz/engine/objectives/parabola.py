"""The parabola."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Parabola(Objective):
    """f(x) = x²: gradient descent crawls, converges, oscillates or diverges by its learning rate alone.

    Source: any textbook; each step multiplies x by 1 - 2η.
    """

    label = "Parabola"
    about = "The simplest valley: only the learning rate decides."
    group = "One variable"
    formula = "x^2"
    quadratic = True
    box = ((-11.0, 11.0),)
    start = (10.0,)
    minima = ((0.0,),)

    def value(self, x: Array) -> Array:
        return x[:, 0] ** 2

    def gradient(self, x: Array) -> Array:
        return 2.0 * x

    def hessian(self, x: Array) -> Array:
        return np.full((len(x), 1, 1), 2.0)
