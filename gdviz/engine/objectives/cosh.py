"""The hyperbolic cosine."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Cosh(Objective):
    """f(x) = cosh(x/2): convex, steep far out; Newton's method converges quadratically.

    Source: a common example of lectures on Newton's method.
    """

    label = "Hyperbolic cosine"
    about = "Ever steeper: Newton at least doubles its digits with each step."
    group = "One variable"
    formula = "\\cosh(0.5\\,x)"
    box = ((-11.0, 11.0),)
    start = (10.0,)
    minima = ((0.0,),)

    def value(self, x: Array) -> Array:
        return np.cosh(0.5 * x[:, 0])

    def gradient(self, x: Array) -> Array:
        return 0.5 * np.sinh(0.5 * x)

    def hessian(self, x: Array) -> Array:
        second = 0.25 * np.cosh(0.5 * x)
        return second[:, :, None]
