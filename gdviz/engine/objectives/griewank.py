"""Griewank's function."""

from __future__ import annotations

import math

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.engine.symmetry import mirrored
from gdviz.spec import register

ROOT = math.sqrt(2.0)


@register
class Griewank(Objective):
    """f(x, y) = (x² + y²)/4000 - cos x cos(y/√2) + 1: seventeen minima of nearly the same depth.

    Computed with 1 - cos t = 2 sin²(t/2), which is exact near the minimum.

    Source: Griewank (1981), Journal of Optimization Theory and Applications 34(1), 11-39.
    """

    label = "Griewank"
    about = "Seventeen wells of nearly the same depth."
    group = "Two variables: many minima"
    scale = "linear"
    formula = r"\begin{aligned}&\tfrac{1}{4000}(x^2+y^2)\\&-\cos x\,\cos\tfrac{y}{\sqrt 2}+1\end{aligned}"
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (4.6, -6.3)
    minima = (
        (0.0, 0.0),
        *mirrored(
            (3.1400226338955397, 4.438444480920714),
            (6.280045279379904, 0.0),
            (0.0, 8.876888929095657),
            (9.420067886213593, 4.438444437201061),
            (6.280045217550294, 8.876888885374552),
        ),
    )

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        p, q = np.sin(0.5 * u), np.sin(0.5 * v / ROOT)
        p, q = 2.0 * p * p, 2.0 * q * q
        waves: Array = p + q - p * q
        return (u * u + v * v) / 4000.0 + waves

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        w = v / ROOT
        return columns(u / 2000.0 + np.sin(u) * np.cos(w), v / 2000.0 + np.cos(u) * np.sin(w) / ROOT)

    def hessian(self, x: Array) -> Array:
        u, w = x[:, 0], x[:, 1] / ROOT
        both = np.cos(u) * np.cos(w)
        return symmetric(0.0005 + both, -np.sin(u) * np.sin(w) / ROOT, 0.0005 + 0.5 * both)
