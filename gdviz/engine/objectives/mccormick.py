"""McCormick's function."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class McCormick(Objective):
    """f(x, y) = sin(x + y) + (x - y)² - 1.5x + 2.5y + 1: waves down an inclined trough.

    The lowest value in the box is -√3/2 - π/3 = -1.91322 (often misprinted -1.9133).

    Source: McCormick's function as listed by Jamil & Yang (2013), https://arxiv.org/abs/1308.4008.
    """

    label = "McCormick"
    about = "Waves down an inclined trough: one crest parts two minima."
    group = "Two variables: a few minima"
    formula = r"\begin{aligned}&\sin(x+y)+(x-y)^2\\&-1.5x+2.5y+1\end{aligned}"
    box = ((-1.5, 4.0), (-3.0, 4.0))
    start = (3.5, 3.5)
    minima = (
        (-0.5471975511965977, -1.5471975511965979),
        (2.5943951023931957, 1.5943951023931955),
    )
    saddles = ((1.5471975511965979, 0.5471975511965977),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        across = u - v
        return np.sin(u + v) + across * across - 1.5 * u + 2.5 * v + 1.0

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        wave, across = np.cos(u + v), 2.0 * (u - v)
        return columns(wave + across - 1.5, wave - across + 2.5)

    def hessian(self, x: Array) -> Array:
        wave = -np.sin(x[:, 0] + x[:, 1])
        return symmetric(wave + 2.0, wave - 2.0, wave + 2.0)
