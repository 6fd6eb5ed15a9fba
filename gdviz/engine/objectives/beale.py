"""Beale's function."""

from __future__ import annotations

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Beale(Objective):
    """f(x, y) = (1.5 - x + xy)² + (2.25 - x + xy²)² + (2.625 - x + xy³)²: a plateau with steep corners.

    Source: Beale (1958), On an iterative method for finding a local minimum of a function of more than
    one variable; problem 5 of Moré, Garbow & Hillstrom (1981), ACM TOMS 7(1), 17-41.
    """

    label = "Beale"
    about = "A bent, nearly flat valley between cliffs at the corners."
    group = "Two variables: bowls and ravines"
    formula = r"\begin{aligned}&(1.5-x+xy)^2\\&+(2.25-x+xy^2)^2\\&+(2.625-x+xy^3)^2\end{aligned}"
    box = ((-4.5, 4.5), (-4.5, 4.5))
    start = (1.0, 1.5)
    minima = ((3.0, 0.5),)
    saddles = ((0.0, 1.0), (0.10053793732415836, -2.644513585023125))

    def value(self, x: Array) -> Array:
        a, b, c = self._residuals(x)
        return a * a + b * b + c * c

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        a, b, c = self._residuals(x)
        return columns(
            -2.0 * ((1.0 - v) * a + (1.0 - v * v) * b + (1.0 - v * v * v) * c),
            2.0 * u * (a + 2.0 * v * b + 3.0 * v * v * c),
        )

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        a, b, c = self._residuals(x)
        p, q, r = 1.0 - v, 1.0 - v * v, 1.0 - v * v * v
        v2 = v * v
        return symmetric(
            2.0 * (p * p + q * q + r * r),
            2.0 * (a + 2.0 * v * b + 3.0 * v2 * c) - 2.0 * u * (p + 2.0 * v * q + 3.0 * v2 * r),
            2.0 * u * (u + 2.0 * b + 4.0 * u * v2 + 6.0 * v * c + 9.0 * u * v2 * v2),
        )

    def _residuals(self, x: Array) -> tuple[Array, Array, Array]:
        """The three brackets (B,)."""
        u, v = x[:, 0], x[:, 1]
        return (
            1.5 - u * (1.0 - v),
            2.25 - u * (1.0 - v * v),
            2.625 - u * (1.0 - v * v * v),
        )
