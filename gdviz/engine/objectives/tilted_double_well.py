"""The tilted double well."""

from __future__ import annotations

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class TiltedDoubleWell(Objective):
    """f(x) = x⁴ - 2x² + 0.3x: a lower well on the left, a higher one on the right.

    Source: the quartic double-well potential of physics textbooks, with a linear tilt.
    """

    label = "Tilted double well"
    about = "A deep well and a shallow one: local against global."
    group = "One variable"
    scale = "linear"
    formula = r"x^4 - 2\,x^2 + 0.3\,x"
    box = ((-2.0, 2.0),)
    start = (1.8,)
    minima = ((-1.0355787140888537,), (0.9601495555191055,))
    maxima = ((0.07542915856974822,),)

    def value(self, x: Array) -> Array:
        u = x[:, 0]
        square = u * u
        return square * (square - 2.0) + 0.3 * u

    def gradient(self, x: Array) -> Array:
        return 4.0 * x * (x * x - 1.0) + 0.3

    def hessian(self, x: Array) -> Array:
        second = 12.0 * x * x - 4.0
        return second[:, :, None]
