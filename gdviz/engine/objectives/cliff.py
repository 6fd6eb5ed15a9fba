"""The cliff."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Cliff(Objective):
    """f(x) = 1/(1 + e^(-20x)) + 0.05x²: gentle slopes, and a cliff of slope 5 between them.

    The sigmoid is computed from e^(-20|x|), which never overflows.

    Source: made for this catalogue after the cliffs of Pascanu, Mikolov & Bengio (2013),
    https://arxiv.org/abs/1211.5063.
    """

    label = "Cliff"
    about = "One step on the cliff throws the iterate far away."
    group = "One variable"
    scale = "linear"
    formula = r"\frac{1}{1+e^{-20x}} + 0.05\,x^2"
    box = ((-4.0, 4.0),)
    start = (1.0,)
    minima = ((-0.3214936126757355,),)

    def value(self, x: Array) -> Array:
        u = x[:, 0]
        fall = np.exp(-np.abs(20.0 * u))
        return np.where(u >= 0.0, 1.0, fall) / (1.0 + fall) + 0.05 * u * u

    def gradient(self, x: Array) -> Array:
        return 20.0 * self._steepness(x) + 0.1 * x

    def hessian(self, x: Array) -> Array:
        second = 0.1 - 400.0 * self._steepness(x) * np.tanh(10.0 * x)
        return second[:, :, None]

    def _steepness(self, x: Array) -> Array:
        """s (1 - s) of the sigmoid s: its derivative by 20x."""
        fall = np.exp(-np.abs(20.0 * x))
        steepness: Array = fall / ((1.0 + fall) * (1.0 + fall))
        return steepness
