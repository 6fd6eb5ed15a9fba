"""The peaks function."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Peaks(Objective):
    """Three hills and three hollows made of Gaussians and a polynomial.

    f(x, y) = 3 (1 - x)² e^(-x²-(y+1)²) - 10 (x/5 - x³ - y⁵) e^(-x²-y²) - ⅓ e^(-(x+1)²-y²)

    Source: the example surface of MATLAB, https://www.mathworks.com/help/matlab/ref/peaks.html.
    """

    label = "Peaks"
    about = "Three hills and three hollows: the familiar picture."
    group = "Two variables: a few minima"
    scale = "linear"
    formula = (
        r"\begin{aligned}&3(1-x)^2e^{-x^2-(y+1)^2}\\&-10(\tfrac{x}{5}-x^3-y^5)\,e^{-x^2-y^2}\\"
        r"&-\tfrac13e^{-(x+1)^2-y^2}\end{aligned}"
    )
    box = ((-3.0, 3.0), (-3.0, 3.0))
    start = (0.1, 1.3)
    minima = (
        (0.22827892055636909, -1.6255349574999964),
        (-1.3473962443682108, 0.20451886609700518),
        (0.2964455538468321, 0.32019624766683435),
    )
    saddles = (
        (0.4163233216785082, -0.3941450984024246),
        (-0.2659375568372457, 0.4667399937262694),
        (1.0982728343350927, 0.8544609795247524),
    )
    maxima = (
        (-0.009317581959954116, 1.5813679629389998),
        (-0.46002451803438665, -0.6291965087168009),
        (1.285684697241304, -0.004847559075593672),
    )

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        south, middle, west, p = self._parts(u, v)
        return 3.0 * (1.0 - u) * (1.0 - u) * south - 10.0 * p * middle - west / 3.0

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        south, middle, west, p = self._parts(u, v)
        rest = 1.0 - u
        pu, pv = 0.2 - 3.0 * u * u, -5.0 * v * v * v * v
        return columns(
            -6.0 * rest * (1.0 + u * rest) * south
            - 10.0 * (pu - 2.0 * u * p) * middle
            + 2.0 / 3.0 * (u + 1.0) * west,
            -6.0 * (v + 1.0) * rest * rest * south
            - 10.0 * (pv - 2.0 * v * p) * middle
            + 2.0 / 3.0 * v * west,
        )

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        south, middle, west, p = self._parts(u, v)
        rest, up, right = 1.0 - u, v + 1.0, u + 1.0
        pu, puu = 0.2 - 3.0 * u * u, -6.0 * u
        pv, pvv = -5.0 * v * v * v * v, -20.0 * v * v * v
        uu, vv = 4.0 * u * u - 2.0, 4.0 * v * v - 2.0
        return symmetric(
            3.0 * (2.0 + 8.0 * u * rest + uu * rest * rest) * south
            - 10.0 * (puu - 4.0 * u * pu + uu * p) * middle
            - (4.0 * right * right - 2.0) / 3.0 * west,
            12.0 * up * rest * (1.0 + u * rest) * south
            - 10.0 * (4.0 * u * v * p - 2.0 * v * pu - 2.0 * u * pv) * middle
            - 4.0 / 3.0 * right * v * west,
            3.0 * (4.0 * up * up - 2.0) * rest * rest * south
            - 10.0 * (pvv - 4.0 * v * pv + vv * p) * middle
            - vv / 3.0 * west,
        )

    def _parts(self, u: Array, v: Array) -> tuple[Array, Array, Array, Array]:
        """The three Gaussians (at (0, -1), the origin and (-1, 0)) and the polynomial x/5 - x³ - y⁵."""
        up, right = v + 1.0, u + 1.0
        return (
            np.exp(-u * u - up * up),
            np.exp(-u * u - v * v),
            np.exp(-right * right - v * v),
            0.2 * u - u * u * u - v * v * v * v * v,
        )
