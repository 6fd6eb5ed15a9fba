"""The plateau."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Plateau(Objective):
    """f(x) = 1 - exp(-x²/2) + 0.001 √(1 + x²): far out hardly any slope is left.

    The slope of 0.001 with η = 0.1 needs 100 000 steps for 10 units.

    Source: made for this catalogue; vanishing gradients: Hochreiter et al. (2001), Gradient flow in
    recurrent nets, in A Field Guide to Dynamical Recurrent Neural Networks, IEEE Press.
    """

    label = "Plateau"
    about = "A plain with hardly any slope, and one hole in it."
    group = "One variable"
    scale = "linear"
    formula = r"1 - e^{-x^2/2} + 0.001\sqrt{1+x^2}"
    box = ((-12.0, 12.0),)
    start = (10.0,)
    minima = ((0.0,),)

    def value(self, x: Array) -> Array:
        u = x[:, 0]
        return 0.001 * np.hypot(1.0, u) - np.expm1(-0.5 * u * u)

    def gradient(self, x: Array) -> Array:
        return x * np.exp(-0.5 * x * x) + 0.001 * (x / np.hypot(1.0, x))

    def hessian(self, x: Array) -> Array:
        root = np.hypot(1.0, x)
        # The product first: x² alone overflows far out, where exp(-x²/2) has long been 0.
        bent = x * (x * np.exp(-0.5 * x * x))
        second = np.exp(-0.5 * x * x) - bent + 0.001 / root / root / root
        return second[:, :, None]
