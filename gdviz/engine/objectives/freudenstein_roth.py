"""The function of Freudenstein and Roth."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class FreudensteinRoth(Objective):
    """f(x, y) = (-13 + x + ((5 - y)y - 2)y)² + (-29 + x + ((y + 1)y - 14)y)²: a good and a poor basin.

    From the customary start the path ends in the poor minimum, 48.98.

    Source: Freudenstein & Roth (1963), Journal of the ACM 10(4), 550-556; problem 2 of Moré, Garbow &
    Hillstrom (1981), ACM TOMS 7(1), 17-41.
    """

    label = "Freudenstein–Roth"
    about = "The usual start leads to the poor one of two minima."
    group = "Two variables: a few minima"
    formula = r"\begin{aligned}&(x-13-2y+5y^2-y^3)^2\\&+(x-29-14y+y^2+y^3)^2\end{aligned}"
    box = ((-10.0, 15.0), (-5.0, 6.0))
    start = (0.5, -2.0)
    minima = ((5.0, 4.0), (11.412778986902094, -0.8968052532744765))

    def value(self, x: Array) -> Array:
        a, b = self._residuals(x)
        return a * a + b * b

    def gradient(self, x: Array) -> Array:
        v = x[:, 1]
        a, b = self._residuals(x)
        p, q = (10.0 - 3.0 * v) * v - 2.0, (3.0 * v + 2.0) * v - 14.0
        return columns(2.0 * (a + b), 2.0 * (a * p + b * q))

    def hessian(self, x: Array) -> Array:
        v = x[:, 1]
        a, b = self._residuals(x)
        p, q = (10.0 - 3.0 * v) * v - 2.0, (3.0 * v + 2.0) * v - 14.0
        bent = a * (10.0 - 6.0 * v) + b * (6.0 * v + 2.0)
        return symmetric(np.full(len(x), 4.0), 2.0 * (p + q), 2.0 * (p * p + q * q + bent))

    def _residuals(self, x: Array) -> tuple[Array, Array]:
        """The two brackets (B,)."""
        u, v = x[:, 0], x[:, 1]
        return u - 13.0 + ((5.0 - v) * v - 2.0) * v, u - 29.0 + ((v + 1.0) * v - 14.0) * v
