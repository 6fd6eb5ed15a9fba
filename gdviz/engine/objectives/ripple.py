"""The parabola with a ripple."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Ripple(Objective):
    """f(x) = x² + 10 sin x: a global minimum, a local one, and the hill that parts their basins.

    Source: the one-variable example of the SciPy lecture notes on optimization.
    """

    label = "Ripple"
    about = "A bowl with a bump: two basins, one of them poor."
    group = "One variable"
    scale = "linear"
    formula = r"x^2 + 10\sin x"
    box = ((-10.0, 10.0),)
    start = (8.0,)
    minima = ((-1.306440008369511,), (3.837467106499049,))
    maxima = ((1.977383029328841,),)

    def value(self, x: Array) -> Array:
        u = x[:, 0]
        return u * u + 10.0 * np.sin(u)

    def gradient(self, x: Array) -> Array:
        return 2.0 * x + 10.0 * np.cos(x)

    def hessian(self, x: Array) -> Array:
        second = 2.0 - 10.0 * np.sin(x)
        return second[:, :, None]
