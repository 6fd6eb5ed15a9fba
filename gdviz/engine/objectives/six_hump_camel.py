"""The six-hump camel."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class SixHumpCamel(Objective):
    """f(x, y) = (4 - 2.1x² + x⁴/3) x² + xy + (4y² - 4) y²: six minima in three pairs.

    Source: Dixon & Szegő (1978), The global optimization problem: an introduction, in Towards Global
    Optimisation 2, North-Holland, 1-15.
    """

    label = "Six-hump camel"
    about = "Six minima in three pairs, each the other's mirror image."
    group = "Two variables: a few minima"
    formula = r"\begin{aligned}&(4-2.1x^2+\tfrac13 x^4)\,x^2\\&+xy+(4y^2-4)\,y^2\end{aligned}"
    box = ((-3.0, 3.0), (-2.0, 2.0))
    start = (-2.2, 0.3)
    minima = (
        (0.08984201310031806, -0.7126564030207396),
        (-0.08984201310031806, 0.7126564030207396),
        (1.703606714969981, -0.7960835686726251),
        (-1.703606714969981, 0.7960835686726251),
        (1.6071047529201972, 0.5686514548841314),
        (-1.6071047529201972, -0.5686514548841314),
    )
    saddles = (
        (0.0, 0.0),
        (1.1092053368047865, -0.7682680925095399),
        (-1.1092053368047865, 0.7682680925095399),
        (1.6380679841897785, 0.22867406904439408),
        (-1.6380679841897785, -0.22867406904439408),
        (1.2960702671671092, 0.6050843880386585),
        (-1.2960702671671092, -0.6050843880386585),
    )
    maxima = ((1.2302298765166526, 0.16233458445899496), (-1.2302298765166526, -0.16233458445899496))

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        s, t = u * u, v * v
        return s * (4.0 + s * (s / 3.0 - 2.1)) + u * v + 4.0 * t * (t - 1.0)

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        s, t = u * u, v * v
        return columns(u * (8.0 + s * (2.0 * s - 8.4)) + v, u + v * (16.0 * t - 8.0))

    def hessian(self, x: Array) -> Array:
        s, t = x[:, 0] * x[:, 0], x[:, 1] * x[:, 1]
        return symmetric(8.0 + s * (10.0 * s - 25.2), np.ones(len(x)), 48.0 * t - 8.0)
