"""The monkey saddle."""

from __future__ import annotations

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class MonkeySaddle(Objective):
    """f(x, y) = x³ - 3xy²: three ways down and three up meet where the Hessian is 0.

    At the origin Newton's step is undefined; a start on the positive x axis ends there.

    Source: Hilbert & Cohn-Vossen (1932), Anschauliche Geometrie, Springer.
    """

    label = "Monkey saddle"
    about = "Three valleys part at a point without any curvature."
    group = "Two variables: saddles, plateaus, cliffs"
    scale = "linear"
    formula = r"x^3 - 3\,x\,y^2"
    box = ((-2.0, 2.0), (-2.0, 2.0))
    start = (1.6, 0.02)
    saddles = ((0.0, 0.0),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return u * (u * u - 3.0 * v * v)

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return columns(3.0 * (u * u - v * v), -6.0 * u * v)

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return symmetric(6.0 * u, -6.0 * v, -6.0 * u)
