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
    formula = "(x^2+y-11)^2 + (x+y^2-7)^2"
    box = ((-5.0, 5.0), (-5.0, 5.0))
    start = (-0.5, -4.0)
    minima = (
        (3.0, 2.0),
        (-2.805118086952745, 3.131312518250573),
        (-3.779310253377747, -3.283185991286170),
        (3.584428340330492, -1.848126526964404),
    )
    saddles = (
        (3.385154183607, 0.073851879838),
        (0.086677504555, 2.884254701174),
        (-3.073025750764, -0.081353044288),
        (-0.127961346731, -1.953714980245),
    )
    maxima = ((-0.270844590671, -0.923038522254),)

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
