"""The cosine with a growing amplitude."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class XCos(Objective):
    """f(x) = x cos(0.15πx): a good and a poor minimum, and maxima that Newton's method climbs to.

    Source: a common example of lectures on optimization.
    """

    label = "x cos"
    about = "A good and a poor minimum, with maxima between."
    group = "One variable"
    scale = "linear"
    formula = "x\\,\\cos(0.15\\pi x)"
    box = ((-11.0, 11.0),)
    start = (10.0,)
    minima = ((7.269388146311475,), (-1.8256845786723395,))
    maxima = ((-7.269388146311475,), (1.8256845786723395,))

    def value(self, x: Array) -> Array:
        u = x[:, 0]
        return u * np.cos(0.15 * np.pi * u)

    def gradient(self, x: Array) -> Array:
        a = 0.15 * np.pi
        return np.cos(a * x) - a * x * np.sin(a * x)

    def hessian(self, x: Array) -> Array:
        a = 0.15 * np.pi
        second = -2.0 * a * np.sin(a * x) - a * a * x * np.cos(a * x)
        return second[:, :, None]
