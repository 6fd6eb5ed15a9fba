"""Easom's function."""

from __future__ import annotations

from itertools import product

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register

NEAR, FAR = 1.3049954504376675, 4.978189856741919  # where the dents and the bumps round the hole lie


@register
class Easom(Objective):
    """f(x, y) = -cos x cos y exp(-(x - π)² - (y - π)²): one hole in a plain without slope.

    At the origin |∇f| is 2.4e-8. Listed are the hole and the four dents beside it (-8.1e-5); further
    out the waves go on, but no deeper than 1e-11. Computed from x - π and y - π.

    Source: Easom (1990), A Survey of Global Optimization Techniques, thesis, University of Louisville.
    """

    label = "Easom"
    about = "One hole in a plain: away from it there is no slope to follow."
    group = "Two variables: saddles, plateaus, cliffs"
    scale = "linear"
    formula = r"\begin{aligned}&-\cos x\,\cos y\\&\cdot e^{-(x-\pi)^2-(y-\pi)^2}\end{aligned}"
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (1.9, 4.1)
    minima = ((np.pi, np.pi), *product((NEAR, FAR), repeat=2))
    maxima = ((NEAR, np.pi), (FAR, np.pi), (np.pi, NEAR), (np.pi, FAR))

    def value(self, x: Array) -> Array:
        return -self._wave(x[:, 0])[0] * self._wave(x[:, 1])[0]

    def gradient(self, x: Array) -> Array:
        p, dp, _ = self._wave(x[:, 0])
        q, dq, _ = self._wave(x[:, 1])
        return columns(-dp * q, -p * dq)

    def hessian(self, x: Array) -> Array:
        p, dp, ddp = self._wave(x[:, 0])
        q, dq, ddq = self._wave(x[:, 1])
        return symmetric(-ddp * q, -dp * dq, -p * ddq)

    def _wave(self, u: Array) -> tuple[Array, Array, Array]:
        """cos a exp(-a²) with a = u - π, and its first two derivatives (B,)."""
        a = u - np.pi
        sine, cosine, bell = np.sin(a), np.cos(a), np.exp(-a * a)
        return (
            cosine * bell,
            -(sine + 2.0 * a * cosine) * bell,
            ((4.0 * a * a - 3.0) * cosine + 4.0 * a * sine) * bell,
        )
