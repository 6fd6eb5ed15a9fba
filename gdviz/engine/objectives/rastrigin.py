"""Rastrigin's function."""

from __future__ import annotations

from itertools import product

import numpy as np

from gdviz.engine.arrays import Array, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register

RIGHT = (0.9949586376523348, 1.9899122337085495, 2.984855701039481, 3.9797838603007536, 4.974691390895051)
LINE = (0.0, *(s * u for u in RIGHT for s in (1.0, -1.0)))


@register
class Rastrigin(Objective):
    """f(x, y) = 20 + x² - 10 cos 2πx + y² - 10 cos 2πy: a bowl with 121 minima on a lattice.

    Computed as x² + 20 sin² πx and the same in y, which is exact near 0.

    Source: Rastrigin (1974), Systems of Extremal Control (in Russian), Nauka.
    """

    label = "Rastrigin"
    about = "A lattice of traps: 121 minima in one bowl."
    group = "Two variables: many minima"
    formula = r"20 + \sum_{u=x,y}(u^2-10\cos 2\pi u)"
    box = ((-5.12, 5.12), (-5.12, 5.12))
    start = (2.6, -1.7)
    minima = tuple(product(LINE, repeat=2))

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        p, q = np.sin(np.pi * u), np.sin(np.pi * v)
        ripples: Array = 20.0 * (p * p + q * q)
        return u * u + v * v + ripples

    def gradient(self, x: Array) -> Array:
        return 2.0 * x + 20.0 * np.pi * np.sin(2.0 * np.pi * x)

    def hessian(self, x: Array) -> Array:
        a = 40.0 * np.pi * np.pi
        p, q = np.cos(2.0 * np.pi * x[:, 0]), np.cos(2.0 * np.pi * x[:, 1])
        return symmetric(2.0 + a * p, np.zeros(len(x)), 2.0 + a * q)
