"""Schaffer's function number 4."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.engine.symmetry import mirrored, swapped
from gdviz.spec import register

AXIS = 1.2531318314637332, 2.1706988435531294


@register
class Schaffer4(Objective):
    """f(x, y) = ½ + (cos²(sin|x² - y²|) - ½)/(1 + 0.001 (x² + y²))²: four lowest points beside the centre.

    Without a kink in spite of the bars: cos² is even, so |x² - y²| may be replaced by x² - y². The
    customary box ±100 shows only noise, and from ±5 on the ripples are finer than their lines.

    Source: Mishra (2006), Some new test functions for global optimization, MPRA paper 2718, after
    Schaffer et al. (1989), Proceedings of the 3rd International Conference on Genetic Algorithms.
    """

    label = "Schaffer N. 4"
    about = "Ripples whose lowest points lie beside the centre."
    group = "Two variables: many minima"
    scale = "linear"
    formula = r"\frac12+\frac{\cos^2(\sin\left|x^2-y^2\right|)-\frac12}{(1+0.001(x^2+y^2))^2}"
    box = ((-2.5, 2.5), (-2.5, 2.5))
    start = (2.0, 1.2)
    minima = mirrored(*swapped(*((u, 0.0) for u in AXIS)))

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        spread = 1.0 + 0.001 * (u * u + v * v)
        return 0.5 + 0.5 * np.cos(2.0 * np.sin(u * u - v * v)) / spread / spread

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        s, ds, _, spread = self._wave(u, v)
        across = 2.0 * ds / spread / spread
        inward = -0.004 * s / spread / spread / spread
        return columns(u * (inward + across), v * (inward - across))

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        s, ds, dds, spread = self._wave(u, v)
        h1, h2 = 1.0 / spread / spread, 1.0 / spread / spread / spread
        inward = -0.004 * s * h2
        bend = 2.4e-5 * s * h2 / spread
        across = 2.0 * ds * h1
        turn = 4.0 * dds * h1
        mix = -0.016 * ds * h2
        return symmetric(
            inward + across + u * u * (bend + turn + mix),
            u * v * (bend - turn),
            inward - across + v * v * (bend + turn - mix),
        )

    def _wave(self, u: Array, v: Array) -> tuple[Array, Array, Array, Array]:
        """s(w) = ½ cos(2 sin w) with w = x² - y², its first two derivatives, and 1 + 0.001 (x² + y²)."""
        w = u * u - v * v
        sine, cosine = np.sin(w), np.cos(w)
        crest, slope = np.cos(2.0 * sine), np.sin(2.0 * sine)
        return (
            0.5 * crest,
            -slope * cosine,
            slope * sine - 2.0 * crest * cosine * cosine,
            1.0 + 0.001 * (u * u + v * v),
        )
