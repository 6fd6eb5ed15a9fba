"""Himmelblau's function."""

from __future__ import annotations

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Himmelblau(Objective):
    """f(x, y) = (x² + y - 11)² + (x + y² - 7)²: four equal minima, each with its basin.

    Source: Himmelblau (1972), Applied Nonlinear Programming, McGraw-Hill.
    """

    label = "Himmelblau"
    about = "Four equal minima: where a path ends depends on where it starts."
    group = "Two variables: a few minima"
    formula = r"\begin{aligned}&(x^2+y-11)^2\\&+(x+y^2-7)^2\end{aligned}"
    box = ((-5.0, 5.0), (-5.0, 5.0))
    start = (-0.5, -4.0)
    minima = (
        (3.0, 2.0),
        (-2.805118086952745, 3.131312518250573),
        (-3.779310253377747, -3.2831859912861696),
        (3.5844283403304917, -1.8481265269644036),
    )
    saddles = (
        (3.385154183607021, 0.07385187983774928),
        (0.08667750455539636, 2.884254701174776),
        (-3.0730257507643897, -0.08135304428796751),
        (-0.12796134673068008, -1.9537149802445763),
    )
    maxima = ((-0.2708445906673476, -0.9230385564799815),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return (u * u + v - 11.0) ** 2 + (u + v * v - 7.0) ** 2

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        a, b = u * u + v - 11.0, u + v * v - 7.0
        return columns(4.0 * u * a + 2.0 * b, 2.0 * a + 4.0 * v * b)

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return symmetric(12.0 * u * u + 4.0 * v - 42.0, 4.0 * (u + v), 4.0 * u + 12.0 * v * v - 26.0)
