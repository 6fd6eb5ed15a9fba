"""Schaffer's function number 2."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.engine.symmetry import mirrored, swapped
from gdviz.spec import register

AXIS = 1.7723132396346362


@register
class Schaffer2(Objective):
    """f(x, y) = ½ + (sin²(x² - y²) - ½)/(1 + 0.001 (x² + y²))²: crossing ripples round a slow bowl.

    The customary box ±100 shows only noise, and from ±5 on the ripples are finer than their lines.
    Computed as [sin² + ½ (D² - 1)]/D² with D = 1 + 0.001 (x² + y²), which is exact near 0.

    Source: Mishra (2006), Some new test functions for global optimization, MPRA paper 2718, after
    Schaffer et al. (1989), Proceedings of the 3rd International Conference on Genetic Algorithms.
    """

    label = "Schaffer N. 2"
    about = "Crossing ripples that hide a very shallow bowl."
    group = "Two variables: many minima"
    scale = "linear"
    formula = r"\frac12+\frac{\sin^2(x^2-y^2)-\frac12}{(1+0.001(x^2+y^2))^2}"
    box = ((-2.5, 2.5), (-2.5, 2.5))
    start = (2.0, 1.2)
    minima = ((0.0, 0.0), *mirrored(*swapped((AXIS, 0.0))))

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        small = 0.001 * (u * u + v * v)
        wave = np.sin(u * u - v * v)
        spread = 1.0 + small
        return (wave * wave + 0.5 * small * (2.0 + small)) / (spread * spread)

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        w = u * u - v * v
        spread = 1.0 + 0.001 * (u * u + v * v)
        across = 2.0 * np.sin(2.0 * w) / spread / spread
        inward = 0.002 * np.cos(2.0 * w) / spread / spread / spread
        return columns(u * (inward + across), v * (inward - across))

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        w = u * u - v * v
        spread = 1.0 + 0.001 * (u * u + v * v)
        sine, cosine = np.sin(2.0 * w), np.cos(2.0 * w)
        # The wave s = -cos(2w)/2 times the damping h = 1/D²: s and h and their derivatives by w and D.
        h1, h2 = 1.0 / spread / spread, 1.0 / spread / spread / spread
        h3 = h2 / spread
        inward = 0.002 * cosine * h2
        bend = -1.2e-5 * cosine * h3
        across = 2.0 * sine * h1
        turn = 8.0 * cosine * h1
        mix = -0.016 * sine * h2
        return symmetric(
            inward + across + u * u * (bend + turn + mix),
            u * v * (bend - turn),
            inward - across + v * v * (bend + turn - mix),
        )
