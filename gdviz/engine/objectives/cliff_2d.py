"""The cliff in two dimensions."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Cliff2d(Objective):
    """f(x, y) = 1/(1 + e^(-20x)) + 0.05x² + 0.5y²: the cliff throws a path far to the left.

    The sigmoid is computed from e^(-20|x|), which never overflows.

    Source: made for this catalogue after the cliffs of Pascanu, Mikolov & Bengio (2013),
    https://arxiv.org/abs/1211.5063, which motivate gradient clipping.
    """

    label = "Cliff (2-D)"
    about = "A cliff that throws the path away: the case for clipping."
    group = "Two variables: saddles, plateaus, cliffs"
    scale = "linear"
    formula = r"\frac{1}{1+e^{-20x}} + 0.05\,x^2 + 0.5\,y^2"
    box = ((-4.0, 4.0), (-4.0, 4.0))
    start = (1.0, 2.5)
    minima = ((-0.3214936126757355, 0.0),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        fall = np.exp(-np.abs(20.0 * u))
        return np.where(u >= 0.0, 1.0, fall) / (1.0 + fall) + 0.05 * u * u + 0.5 * v * v

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return columns(20.0 * self._steepness(u) + 0.1 * u, v)

    def hessian(self, x: Array) -> Array:
        u = x[:, 0]
        second = 0.1 - 400.0 * self._steepness(u) * np.tanh(10.0 * u)
        return symmetric(second, np.zeros(len(x)), np.ones(len(x)))

    def _steepness(self, u: Array) -> Array:
        """s (1 - s) of the sigmoid s (B,): its derivative by 20x."""
        fall = np.exp(-np.abs(20.0 * u))
        steepness: Array = fall / ((1.0 + fall) * (1.0 + fall))
        return steepness
