"""The absolute value."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Absolute(Objective):
    """f(x) = |x|: the slope is as large beside the minimum as far away, so a fixed step never settles.

    At the kink 0 the gradient is the subgradient 0; the Hessian is 0 everywhere.

    Source: the standard example of subgradient methods; Shor (1985), Minimization Methods for
    Non-Differentiable Functions, Springer.
    """

    label = "Absolute value"
    about = "A kink at the minimum: a fixed step never settles."
    group = "One variable"
    scale = "linear"
    formula = r"\left|x\right|"
    box = ((-3.0, 3.0),)
    start = (2.65,)
    minima = ((0.0,),)

    def value(self, x: Array) -> Array:
        return np.abs(x[:, 0])

    def gradient(self, x: Array) -> Array:
        return np.sign(x)

    def hessian(self, x: Array) -> Array:
        return np.zeros((len(x), 1, 1))
