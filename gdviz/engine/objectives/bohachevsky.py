"""Bohachevsky's function."""

from __future__ import annotations

from itertools import product

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register

ACROSS = (0.0, 0.6186120678279501, -0.6186120678279501, 1.2224947771568115, -1.2224947771568115)
ALONG = (0.0, 0.46952754566849225, -0.46952754566849225, 0.9333791416826435, -0.9333791416826435)


@register
class Bohachevsky(Objective):
    """f(x, y) = x² + 2y² - 0.3 cos 3πx - 0.4 cos 4πy + 0.7: a bowl with ripples, 25 minima.

    Computed with 1 - cos t = 2 sin²(t/2), which is exact near the minimum. The minima all lie near the
    centre; further out the bowl is steeper than its ripples.

    Source: Bohachevsky, Johnson & Stein (1986), Technometrics 28(3), 209-217.
    """

    label = "Bohachevsky"
    about = "A bowl with ripples: traps only near the bottom."
    group = "Two variables: many minima"
    formula = r"\begin{aligned}&x^2+2y^2-0.3\cos 3\pi x\\&-0.4\cos 4\pi y+0.7\end{aligned}"
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (-8.5, 6.0)
    minima = tuple(product(ACROSS, ALONG))

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        p, q = np.sin(1.5 * np.pi * u), np.sin(2.0 * np.pi * v)
        return u * u + 2.0 * v * v + 0.6 * p * p + 0.8 * q * q

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return columns(
            2.0 * u + 0.9 * np.pi * np.sin(3.0 * np.pi * u),
            4.0 * v + 1.6 * np.pi * np.sin(4.0 * np.pi * v),
        )

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        square = np.pi * np.pi
        return symmetric(
            2.0 + 2.7 * square * np.cos(3.0 * np.pi * u),
            np.zeros(len(x)),
            4.0 + 6.4 * square * np.cos(4.0 * np.pi * v),
        )
