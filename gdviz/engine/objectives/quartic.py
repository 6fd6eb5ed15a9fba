"""The quartic with a flat inflection."""

from __future__ import annotations

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Quartic(Objective):
    """f(x) = x⁴ - 3x³ + 2: from the left plain descent ends at the flat inflection at 0.

    f′ = x²(4x - 9) touches zero at 0 without changing its sign: neither a minimum nor a maximum.

    Source: the example with which Wikipedia's article on gradient descent was long illustrated.
    """

    label = "Quartic"
    about = "A flat inflection at 0: plain descent stalls, momentum rolls on."
    group = "One variable"
    scale = "linear"
    formula = r"x^4 - 3\,x^3 + 2"
    box = ((-1.0, 3.5),)
    start = (-0.8,)
    minima = ((2.25,),)

    def value(self, x: Array) -> Array:
        u = x[:, 0]
        return u * u * u * (u - 3.0) + 2.0

    def gradient(self, x: Array) -> Array:
        return x * x * (4.0 * x - 9.0)

    def hessian(self, x: Array) -> Array:
        second = x * (12.0 * x - 18.0)
        return second[:, :, None]
