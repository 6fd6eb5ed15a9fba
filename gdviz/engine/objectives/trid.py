"""The Trid function."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Trid(Objective):
    """f(x, y) = (x - 1)² + (y - 1)² - xy: a tilted bowl whose lowest value is -2.

    Source: Surjanovic & Bingham, Virtual Library of Simulation Experiments, https://www.sfu.ca/~ssurjano.
    """

    label = "Trid"
    about = "A tilted bowl whose lowest value is −2, not 0."
    group = "Two variables: bowls and ravines"
    formula = r"(x-1)^2 + (y-1)^2 - xy"
    quadratic = True
    box = ((-4.0, 4.0), (-4.0, 4.0))
    start = (-3.0, 1.0)
    minima = ((2.0, 2.0),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return (u - 1.0) * (u - 1.0) + (v - 1.0) * (v - 1.0) - u * v

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return columns(2.0 * (u - 1.0) - v, 2.0 * (v - 1.0) - u)

    def hessian(self, x: Array) -> Array:
        return np.broadcast_to(np.array([[2.0, -1.0], [-1.0, 2.0]]), (len(x), 2, 2))
