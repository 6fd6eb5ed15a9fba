"""The three-hump camel."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class ThreeHumpCamel(Objective):
    """f(x, y) = 2x² - 1.05x⁴ + x⁶/6 + xy + y²: three basins, the lowest in the middle.

    Source: listed by Jamil & Yang (2013), https://arxiv.org/abs/1308.4008.
    """

    label = "Three-hump camel"
    about = "Three basins side by side; the middle one is the lowest."
    group = "Two variables: a few minima"
    formula = r"\begin{aligned}&2x^2-1.05x^4+\tfrac16 x^6\\&+xy+y^2\end{aligned}"
    box = ((-5.0, 5.0), (-5.0, 5.0))
    start = (2.2, 3.0)
    minima = (
        (0.0, 0.0),
        (-1.7475523458302888, 0.8737761729151444),
        (1.7475523458302888, -0.8737761729151444),
    )
    saddles = ((-1.07054229182366, 0.53527114591183), (1.07054229182366, -0.53527114591183))

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        s = u * u
        return s * (2.0 + s * (s / 6.0 - 1.05)) + u * v + v * v

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        s = u * u
        return columns(u * (4.0 + s * (s - 4.2)) + v, u + 2.0 * v)

    def hessian(self, x: Array) -> Array:
        s = x[:, 0] * x[:, 0]
        return symmetric(4.0 + s * (5.0 * s - 12.6), np.ones(len(x)), np.full(len(x), 2.0))
