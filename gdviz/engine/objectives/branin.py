"""Branin's function."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register

B, C, T = 5.1 / (4.0 * np.pi**2), 5.0 / np.pi, 1.0 / (8.0 * np.pi)


@register
class Branin(Objective):
    """f(x, y) = (y - 5.1x²/4π² + 5x/π - 6)² + 10 (1 - 1/8π) cos x + 10: three equal minima.

    Source: Branin (1972), IBM Journal of Research and Development 16(5), 504-522.
    """

    label = "Branin"
    about = "Three equal minima along a bent valley."
    group = "Two variables: a few minima"
    formula = (
        r"\begin{aligned}&\left(y-\tfrac{5.1}{4\pi^2}x^2+\tfrac{5}{\pi}x-6\right)^2\\"
        r"&+10\left(1-\tfrac{1}{8\pi}\right)\cos x+10\end{aligned}"
    )
    box = ((-5.0, 10.0), (0.0, 15.0))
    start = (5.5, 13.0)
    minima = (
        (-3.141592653589793, 12.275),
        (3.141592653589793, 2.275),
        (9.42477796076938, 2.475),
    )
    saddles = ((0.0, 6.0), (6.283185307179586, 1.1))

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        w = v - (B * u - C) * u - 6.0
        return w * w + 10.0 * (1.0 - T) * np.cos(u) + 10.0

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        w, slope = v - (B * u - C) * u - 6.0, C - 2.0 * B * u
        return columns(2.0 * w * slope - 10.0 * (1.0 - T) * np.sin(u), 2.0 * w)

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        w, slope = v - (B * u - C) * u - 6.0, C - 2.0 * B * u
        bent = 4.0 * B * w + 10.0 * (1.0 - T) * np.cos(u)
        return symmetric(2.0 * slope * slope - bent, 2.0 * slope, np.full(len(x), 2.0))
