"""The Zakharov function."""

from __future__ import annotations

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Zakharov(Objective):
    """f(x, y) = x² + y² + q² + q⁴ with q = x/2 + y: a shallow plate between steep walls.

    Source: Surjanovic & Bingham, Virtual Library of Simulation Experiments, https://www.sfu.ca/~ssurjano.
    """

    label = "Zakharov"
    about = "A shallow plate between walls that grow ever steeper."
    group = "Two variables: bowls and ravines"
    formula = r"\begin{aligned}&x^2+y^2+q^2+q^4\\&q=\tfrac12 x+y\end{aligned}"
    box = ((-5.0, 10.0), (-5.0, 10.0))
    start = (8.0, -2.5)
    minima = ((0.0, 0.0),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        q = 0.5 * u + v
        return u * u + v * v + q * q * (1.0 + q * q)

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        q = 0.5 * u + v
        wall = q * (1.0 + 2.0 * q * q)
        return columns(2.0 * u + wall, 2.0 * v + 2.0 * wall)

    def hessian(self, x: Array) -> Array:
        q = 0.5 * x[:, 0] + x[:, 1]
        wall = 0.5 + 3.0 * q * q
        return symmetric(2.0 + wall, 2.0 * wall, 2.0 + 4.0 * wall)
