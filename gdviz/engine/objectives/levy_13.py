"""Levy's function number 13."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Levy13(Objective):
    """A bowl with more than a thousand minima; κ = 90 at the lowest.

    f(x, y) = sin² 3πx + (x - 1)² (1 + sin² 3πy) + (y - 1)² (1 + sin² 2πy)

    Only the seven lowest minima are listed. Computed from x - 1 and y - 1: the squared sines do not
    notice the shift, and vanish exactly at the minimum.

    Source: Surjanovic & Bingham, Virtual Library of Simulation Experiments, https://www.sfu.ca/~ssurjano.
    """

    label = "Levy N. 13"
    about = "A thousand narrow traps in a bowl."
    group = "Two variables: many minima"
    formula = (
        r"\begin{aligned}&\sin^2 3\pi x\\&+(x-1)^2(1+\sin^2 3\pi y)\\&+(y-1)^2(1+\sin^2 2\pi y)\end{aligned}"
    )
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (2.4, 1.9)
    minima = (
        (1.0, 1.0),
        (0.6703805254516864, 1.0),
        (1.3296194745483136, 1.0),
        (0.6716660565631725, 0.7338932005461823),
        (0.6716660565631725, 1.2661067994538178),
        (1.3283339434368275, 0.7338932005461823),
        (1.3283339434368275, 1.2661067994538178),
    )

    def value(self, x: Array) -> Array:
        u, v = x[:, 0] - 1.0, x[:, 1] - 1.0
        p, q, r = np.sin(3.0 * np.pi * u), np.sin(3.0 * np.pi * v), np.sin(2.0 * np.pi * v)
        return p * p + u * u * (1.0 + q * q) + v * v * (1.0 + r * r)

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0] - 1.0, x[:, 1] - 1.0
        q, r = np.sin(3.0 * np.pi * v), np.sin(2.0 * np.pi * v)
        return columns(
            3.0 * np.pi * np.sin(6.0 * np.pi * u) + 2.0 * u * (1.0 + q * q),
            3.0 * np.pi * u * u * np.sin(6.0 * np.pi * v)
            + 2.0 * v * (1.0 + r * r)
            + 2.0 * np.pi * v * v * np.sin(4.0 * np.pi * v),
        )

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0] - 1.0, x[:, 1] - 1.0
        q, r = np.sin(3.0 * np.pi * v), np.sin(2.0 * np.pi * v)
        k, m = np.pi * u, np.pi * v
        return symmetric(
            18.0 * np.pi * np.pi * np.cos(6.0 * k) + 2.0 * (1.0 + q * q),
            6.0 * k * np.sin(6.0 * m),
            18.0 * k * k * np.cos(6.0 * m)
            + 2.0 * (1.0 + r * r)
            + 8.0 * m * np.sin(4.0 * m)
            + 8.0 * m * m * np.cos(4.0 * m),
        )
