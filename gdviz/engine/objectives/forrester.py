"""Forrester's function."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Forrester(Objective):
    """f(x) = (6x - 2)² sin(12x - 4): a sharp global minimum, a broad local one, a flat place at 1/3.

    With a = 6x - 2: f = a² sin 2a, df/da = 2a (sin 2a + a cos 2a).

    Source: Forrester, Sóbester & Keane (2008), Engineering Design via Surrogate Modelling, Wiley.
    """

    label = "Forrester"
    about = "A sharp minimum and a broad one: no step suits both."
    group = "One variable"
    scale = "linear"
    formula = r"(6x-2)^2 \sin(12x-4)"
    box = ((0.0, 1.0),)
    start = (0.5,)
    minima = ((0.7572487578418559,), (0.14258918932471631,))
    maxima = ((0.5240774773419503,),)

    def value(self, x: Array) -> Array:
        a = 6.0 * x[:, 0] - 2.0
        return a * a * np.sin(2.0 * a)

    def gradient(self, x: Array) -> Array:
        a = 6.0 * x - 2.0
        return 12.0 * a * (np.sin(2.0 * a) + a * np.cos(2.0 * a))

    def hessian(self, x: Array) -> Array:
        a = 6.0 * x - 2.0
        second = 72.0 * ((1.0 - 2.0 * a * a) * np.sin(2.0 * a) + 4.0 * a * np.cos(2.0 * a))
        return second[:, :, None]
