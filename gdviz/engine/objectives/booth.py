"""Booth's function."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Booth(Objective):
    """f(x, y) = (x + 2y - 7)² + (2x + y - 5)²: a bowl nine times longer than wide, on its diagonal.

    Source: listed by Jamil & Yang (2013), https://arxiv.org/abs/1308.4008.
    """

    label = "Booth"
    about = "A tilted bowl, nine times steeper across than along."
    group = "Two variables: bowls and ravines"
    formula = r"\begin{aligned}&(x+2y-7)^2\\&+(2x+y-5)^2\end{aligned}"
    quadratic = True
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (-8.0, 5.0)
    minima = ((1.0, 3.0),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        a, b = u + 2.0 * v - 7.0, 2.0 * u + v - 5.0
        return a * a + b * b

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        a, b = u + 2.0 * v - 7.0, 2.0 * u + v - 5.0
        return columns(2.0 * a + 4.0 * b, 4.0 * a + 2.0 * b)

    def hessian(self, x: Array) -> Array:
        return np.broadcast_to(np.array([[10.0, 8.0], [8.0, 10.0]]), (len(x), 2, 2))
