"""The double well."""

from __future__ import annotations

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class DoubleWell(Objective):
    """f(x) = x⁴ - 2x²: two equal minima with a hill between; the start decides which is found.

    Source: the quartic double-well potential of physics textbooks.
    """

    label = "Double well"
    about = "Two equal wells and a hill between: the start decides."
    group = "One variable"
    scale = "linear"
    formula = r"x^4 - 2\,x^2"
    box = ((-2.0, 2.0),)
    start = (0.1,)
    minima = ((-1.0,), (1.0,))
    maxima = ((0.0,),)

    def value(self, x: Array) -> Array:
        square = x[:, 0] * x[:, 0]
        return square * (square - 2.0)

    def gradient(self, x: Array) -> Array:
        return 4.0 * x * (x * x - 1.0)

    def hessian(self, x: Array) -> Array:
        second = 12.0 * x * x - 4.0
        return second[:, :, None]
