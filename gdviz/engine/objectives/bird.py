"""The bird function."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Bird(Objective):
    """f(x, y) = sin y e^((1-cos x)²) + cos x e^((1-sin y)²) + (x - y)²: two equal deep holes.

    Source: Mishra (2006), Some new test functions for global optimization, MPRA paper 2718.
    """

    label = "Bird"
    about = "Two deep holes of equal depth among lesser ones."
    group = "Two variables: many minima"
    scale = "linear"
    formula = r"\begin{aligned}&\sin y\;e^{(1-\cos x)^2}\\&+\cos x\;e^{(1-\sin y)^2}+(x-y)^2\end{aligned}"
    box = ((-2.0 * np.pi, 2.0 * np.pi), (-2.0 * np.pi, 2.0 * np.pi))
    start = (-1.2, -2.4)
    minima = (
        (-3.1302468034546562, -1.5821421769300335),
        (3.15293850372493, 4.701043130249553),
        (3.1074587986417006, -1.536662471846804),
        (-3.084375072632382, 4.655171399427279),
        (-5.37766660833261, -5.617907679231666),
        (0.9055186988469766, 0.6652776279479201),
    )
    saddles = (
        (1.622710745777198, -0.05191441898230145),
        (-4.764321307934983, -3.8386409508047605),
        (-0.8737480295799291, 0.05193232755029341),
        (1.5188639992446031, 2.4445443563748257),
        (-2.0194268112343, -5.829037547196333),
        (1.116648566811643, -2.6929621691503898),
        (4.263758495945287, 0.4541477599832537),
        (-1.9173615676130242, 3.488157894407921),
        (-4.042562997062159, 2.7129036971638296),
        (-1.1421073703689328, 5.613359323857056),
        (3.8857365964918755, -5.842538233798368),
    )
    maxima = (
        (-3.12641009037392, -4.772757220660536),
        (0.06036824027584652, -1.58597889001077),
        (3.156775216805667, 1.51042808651905),
        (-3.1880709381557817, 1.7534993649501753),
        (-0.1827030381552787, 4.758867264950678),
        (3.2225537769924886, -5.0228289972311195),
    )

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        p, q, _, _ = self._parts(u, v)
        return np.sin(v) * p + np.cos(u) * q + (u - v) * (u - v)

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        p, q, dp, dq = self._parts(u, v)
        apart = 2.0 * (u - v)
        return columns(
            np.sin(v) * p * dp - np.sin(u) * q + apart,
            np.cos(v) * p + np.cos(u) * q * dq - apart,
        )

    def hessian(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        p, q, dp, dq = self._parts(u, v)
        su, cu, sv, cv = np.sin(u), np.cos(u), np.sin(v), np.cos(v)
        return symmetric(
            sv * p * (2.0 * (su * su + (1.0 - cu) * cu) + dp * dp) - cu * q + 2.0,
            cv * p * dp - su * q * dq - 2.0,
            cu * q * (2.0 * (cv * cv + (1.0 - sv) * sv) + dq * dq) - sv * p + 2.0,
        )

    def _parts(self, u: Array, v: Array) -> tuple[Array, Array, Array, Array]:
        """Both exponentials, and the derivatives of their exponents (B,)."""
        a, b = 1.0 - np.cos(u), 1.0 - np.sin(v)
        return np.exp(a * a), np.exp(b * b), 2.0 * a * np.sin(u), -2.0 * b * np.cos(v)
