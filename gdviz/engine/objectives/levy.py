"""Levy's function."""

from __future__ import annotations

from itertools import product

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register

ACROSS = (1.0, 3.79108219045051, -4.205434985718203, 7.723082150790462, -8.244554665464944)
ALONG = (1.0, -2.8906496084617133, 4.890649608461714, -4.930286250610244, 6.930286250610244,
         -6.948452278487519, 8.948452278487519, -8.959023320607939)


@register
class Levy(Objective):
    """Waves in a bowl that is 18 times steeper in x than in y.

    f(x, y) = sin² πw₁ + (w₁ - 1)² [1 + 10 sin²(πw₁ + 1)] + (w₂ - 1)² [1 + sin² 2πw₂],
    w₁ = 1 + (x - 1)/4, w₂ = 1 + (y - 1)/4

    Computed from w - 1, which is exactly 0 at the minimum: the squared sines have period 1 in w.

    Source: Levy & Montalvo (1985), SIAM Journal on Scientific and Statistical Computing 6(1), 15-29.
    """

    label = "Levy"
    about = "Waves in a bowl: 40 minima, ever deeper towards (1, 1)."
    group = "Two variables: many minima"
    formula = (
        r"\begin{aligned}&\sin^2\pi w_1+(w_1-1)^2\\&\cdot[1+10\sin^2(\pi w_1+1)]\\"
        r"&+(w_2-1)^2[1+\sin^2 2\pi w_2]\\&w_1=\tfrac{x+3}{4},\ w_2=\tfrac{y+3}{4}\end{aligned}"
    )
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (-6.0, 8.0)
    minima = tuple(product(ACROSS, ALONG))

    def value(self, x: Array) -> Array:
        u, v = 0.25 * (x[:, 0] - 1.0), 0.25 * (x[:, 1] - 1.0)
        p, q, r = np.sin(np.pi * u), np.sin(np.pi * u + 1.0), np.sin(2.0 * np.pi * v)
        return p * p + u * u * (1.0 + 10.0 * q * q) + v * v * (1.0 + r * r)

    def gradient(self, x: Array) -> Array:
        u, v = 0.25 * (x[:, 0] - 1.0), 0.25 * (x[:, 1] - 1.0)
        z, t = np.pi * u + 1.0, 2.0 * np.pi * v
        q, r = np.sin(z), np.sin(t)
        du = (
            np.pi * np.sin(2.0 * np.pi * u)
            + 2.0 * u * (1.0 + 10.0 * q * q)
            + 10.0 * np.pi * u * u * np.sin(2.0 * z)
        )
        dv = 2.0 * v * (1.0 + r * r) + 2.0 * np.pi * v * v * np.sin(2.0 * t)
        return columns(0.25 * du, 0.25 * dv)

    def hessian(self, x: Array) -> Array:
        u, v = 0.25 * (x[:, 0] - 1.0), 0.25 * (x[:, 1] - 1.0)
        z, t = np.pi * u + 1.0, 2.0 * np.pi * v
        q, r = np.sin(z), np.sin(t)
        k, m = np.pi * u, np.pi * v
        duu = (
            2.0 * np.pi * np.pi * np.cos(2.0 * np.pi * u)
            + 2.0 * (1.0 + 10.0 * q * q)
            + 40.0 * k * np.sin(2.0 * z)
            + 20.0 * k * k * np.cos(2.0 * z)
        )
        dvv = (
            2.0 * (1.0 + r * r)
            + 8.0 * m * np.sin(2.0 * t)
            + 8.0 * m * m * np.cos(2.0 * t)
        )
        return symmetric(duu / 16.0, np.zeros(len(x)), dvv / 16.0)
