"""Rastrigin's function of one variable."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register

LINE = (0.0, 0.9949586376523348, 1.9899122337085495, 2.984855701039481, 3.9797838603007536,
        4.974691390895051)
HILLS = (0.5025460365546747, 1.5076407318703584, 2.512743318200085, 3.517859138170441, 4.522993659584519)


@register
class Rastrigin1d(Objective):
    """f(x) = 10 + x² - 10 cos 2πx: eleven minima in a row, the lowest at 0.

    Computed as x² + 20 sin² πx, which is exact near 0.

    Source: Rastrigin (1974), Systems of Extremal Control (in Russian), Nauka.
    """

    label = "Rastrigin (1-D)"
    about = "Eleven minima in a row: plain descent ends in the nearest."
    group = "One variable"
    scale = "linear"
    formula = r"10 + x^2 - 10\cos 2\pi x"
    box = ((-5.12, 5.12),)
    start = (4.4,)
    minima = ((LINE[0],), *((s * u,) for u in LINE[1:] for s in (1.0, -1.0)))
    maxima = tuple((s * u,) for u in HILLS for s in (1.0, -1.0))

    def value(self, x: Array) -> Array:
        u = x[:, 0]
        sine = np.sin(np.pi * u)
        return u * u + 20.0 * sine * sine

    def gradient(self, x: Array) -> Array:
        return 2.0 * x + 20.0 * np.pi * np.sin(2.0 * np.pi * x)

    def hessian(self, x: Array) -> Array:
        second = 2.0 + 40.0 * np.pi * np.pi * np.cos(2.0 * np.pi * x)
        return second[:, :, None]
