"""Michalewicz's function."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class Michalewicz(Objective):
    """f(x, y) = -sin x sin²⁰(x²/π) - sin y sin²⁰(2y²/π): trenches that cross in a plateau.

    Outside the trenches the twentieth powers leave no slope.

    Source: Michalewicz (1992), Genetic Algorithms + Data Structures = Evolution Programs, Springer.
    """

    label = "Michalewicz"
    about = "Trenches that cross in a plateau without slope."
    group = "Two variables: saddles, plateaus, cliffs"
    scale = "linear"
    formula = (
        r"\begin{aligned}&-\sin x\,\sin^{20}\tfrac{x^2}{\pi}\\"
        r"&-\sin y\,\sin^{20}\tfrac{2y^2}{\pi}\end{aligned}"
    )
    box = ((0.0, np.pi), (0.0, np.pi))
    start = (2.55, 1.9)
    minima = (
        (2.2029055201726093, 1.5707963267948966),
        (2.2029055201726093, 2.7115714838430143),
    )

    def value(self, x: Array) -> Array:
        return -self._trench(x[:, 0], 1.0)[0] - self._trench(x[:, 1], 2.0)[0]

    def gradient(self, x: Array) -> Array:
        return columns(-self._trench(x[:, 0], 1.0)[1], -self._trench(x[:, 1], 2.0)[1])

    def hessian(self, x: Array) -> Array:
        return symmetric(
            -self._trench(x[:, 0], 1.0)[2], np.zeros(len(x)), -self._trench(x[:, 1], 2.0)[2]
        )

    def _trench(self, u: Array, i: float) -> tuple[Array, Array, Array]:
        """sin u sin²⁰ θ with θ = iu²/π, and its first two derivatives (B,)."""
        turn = i * u * u / np.pi
        rate, bend = 2.0 * i * u / np.pi, 2.0 * i / np.pi
        p, c = np.sin(turn), np.cos(turn)
        p2 = p * p
        p4 = p2 * p2
        p16 = p4 * p4 * p4 * p4
        p18 = p16 * p2
        p20 = p16 * p4
        slope = 20.0 * p18 * p * c * rate
        second = (380.0 * p18 * c * c - 20.0 * p20) * rate * rate + 20.0 * p18 * p * c * bend
        sine, cosine = np.sin(u), np.cos(u)
        return (
            sine * p20,
            cosine * p20 + sine * slope,
            2.0 * cosine * slope + sine * (second - p20),
        )
