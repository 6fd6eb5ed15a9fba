"""Rosenbrock's valley."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective, Point
from gdviz.spec import param, register


@register
class Rosenbrock(Objective):
    """f(x, y) = (a - x)² + b (y - x²)²: a curved ravine, easy to enter, slow to follow.

    The minimum is (a, a²); customary are a = 1 and b = 100.

    Source: Rosenbrock (1960), The Computer Journal 3(3), 175-184.
    """

    label = "Rosenbrock"
    about = "A curved ravine: easy to enter, slow to follow."
    group = "Two variables: bowls and ravines"
    box = ((-2.0, 2.0), (-1.0, 3.0))
    start = (-1.2, 1.0)

    a: float = param(1.0, "Where along x the minimum lies.", within="[-1.5, 1.5]", symbol="a")
    b: float = param(100.0, "How steep the ravine's walls are.", within="[0.1, 1000]", symbol="b", log=True)

    @property
    def formula(self) -> str:
        return rf"({self.a:g}-x)^2 + {self.b:g}\,(y-x^2)^2"

    @property
    def minima(self) -> tuple[Point, ...]:
        return ((self.a, self.a * self.a),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        rest: Array = self.a - u
        return rest**2 + self.b * (v - u * u) ** 2

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        g = np.empty((2, len(x)))
        steep = np.multiply(2.0 * self.b, v - u * u, out=g[1])
        np.multiply(2.0, u - self.a - u * steep, out=g[0])
        return g.T

    def written_gradient(self, x: Array) -> Array:
        """`gradient` as it is copied into scripts: written to be read, not to be quick."""
        u, v = x[:, 0], x[:, 1]
        steep = 2.0 * self.b * (v - u * u)
        return columns(2.0 * (u - self.a - u * steep), steep)

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        b = self.b
        return symmetric(2.0 - 4.0 * b * (v - 3.0 * u * u), -4.0 * b * u, np.full(len(x), 2.0 * b))
