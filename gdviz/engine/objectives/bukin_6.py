"""Bukin's function number 6."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Bukin6(Objective):
    """f(x, y) = 100 √|y - 0.01x²| + 0.01 |x + 10|: a bent valley with walls of infinite slope.

    On the kinks y = 0.01x² and x = -10 the derivatives of the term in question are taken as 0 (0 is a
    subgradient of it). Away from them the walls bend downwards: the Hessian is never positive.

    Source: Bukin (1997), New minimization strategy for non-smooth functions, Budker Institute of
    Nuclear Physics, Novosibirsk; as listed by Jamil & Yang (2013), https://arxiv.org/abs/1308.4008.
    """

    label = "Bukin N. 6"
    about = "A knife-edged valley: no step is small enough to follow it."
    group = "Two variables: bowls and ravines"
    scale = "linear"
    formula = r"\begin{aligned}&100\sqrt{\left|y-0.01x^2\right|}\\&+0.01\left|x+10\right|\end{aligned}"
    box = ((-15.0, -5.0), (-3.0, 3.0))
    start = (-13.0, 2.5)
    minima = ((-10.0, 1.0),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return 100.0 * np.sqrt(np.abs(v - 0.01 * (u * u))) + 0.01 * np.abs(u + 10.0)

    def gradient(self, x: Array) -> Array:
        u = x[:, 0]
        wall, _ = self._walls(x)
        return columns(-0.02 * u * wall + 0.01 * np.sign(u + 10.0), wall)

    def hessian(self, x: Array) -> Array:
        u = x[:, 0]
        wall, bend = self._walls(x)
        return symmetric(0.0004 * u * u * bend - 0.02 * wall, -0.02 * u * bend, bend)

    def _walls(self, x: Array) -> tuple[Array, Array]:
        """The first two derivatives of 100 √|w| by w = y - 0.01x² (B,)."""
        u, v = x[:, 0], x[:, 1]
        w = v - 0.01 * (u * u)
        away = w != 0.0
        distance = np.where(away, np.abs(w), 1.0)
        wall = 50.0 * np.sign(w) / np.sqrt(distance)
        return wall, np.where(away, -25.0, 0.0) / (distance * np.sqrt(distance))
