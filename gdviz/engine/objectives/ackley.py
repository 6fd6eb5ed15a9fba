"""Ackley's function."""

from __future__ import annotations

import math

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.engine.symmetry import mirrored, swapped
from gdviz.spec import register

CONE = 0.2 / math.sqrt(2.0)  # how fast the cone's exponent falls with the distance r
OCTANT = (
    (0.9521665459501717, 0.0),
    (0.9684776587077244, 0.9684776587077244),
    (1.9589197181217173, 0.0),
    (1.9646166628629864, 0.9824160350791393),
    (1.9744519864841166, 1.9744519864841166),
    (2.964619443112052, 0.0),
    (2.9672595287625643, 0.9891541864816626),
    (2.973139419924383, 1.9821399503814776),
    (2.9792239546911445, 2.9792239546911445),
    (3.9694667433517576, 0.0),
    (3.9709183150642833, 0.9927672061700447),
    (3.974540178468205, 1.9873106146274968),
    (3.978924750768195, 2.9842137381272384),
    (3.983067699689763, 3.983067699689763),
    (4.973611257996986, 0.0),
    (4.974497722176982, 0.9949203738218393),
    (4.976843849330102, 1.9907648757355256),
    (4.97995793948682, 2.987995058852837),
    (4.983198896760882, 3.986568097953945),
    (4.986180456997876, 4.986180456997876),
)


@register
class Ackley(Objective):
    """A cone of waves: 121 minima, the lowest a cusp at the origin.

    f(x, y) = -20 exp(-0.2 √((x² + y²)/2)) - exp((cos 2πx + cos 2πy)/2) + e + 20

    At the cusp the first term has no derivatives; there its gradient and Hessian are taken as 0 (0 is a
    subgradient), so that the waves' curvature alone remains. Computed from differences (expm1) that
    vanish exactly at the origin.

    Source: Ackley (1987), A Connectionist Machine for Genetic Hillclimbing, Kluwer.
    """

    label = "Ackley"
    about = "Flat far out, rings of traps, and a cusp at the minimum."
    group = "Two variables: many minima"
    scale = "linear"
    formula = (
        r"\begin{aligned}&20-20\,e^{-0.2\sqrt{(x^2+y^2)/2}}\\"
        r"&+e-e^{(\cos 2\pi x+\cos 2\pi y)/2}\end{aligned}"
    )
    box = ((-5.0, 5.0), (-5.0, 5.0))
    start = (3.4, -2.3)
    minima = ((0.0, 0.0), *mirrored(*swapped(*OCTANT)))

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        p, q = np.sin(np.pi * u), np.sin(np.pi * v)
        waves: Array = np.e * np.expm1(-(p * p + q * q))
        return -20.0 * np.expm1(-CONE * np.hypot(u, v)) - waves

    def gradient(self, x: Array) -> Array:
        slope, wave, n, m, _ = self._parts(x)
        u, v = 2.0 * np.pi * x[:, 0], 2.0 * np.pi * x[:, 1]
        return columns(slope * n + wave * np.sin(u), slope * m + wave * np.sin(v))

    def hessian(self, x: Array) -> Array:
        slope, wave, n, m, inverse = self._parts(x)
        u, v = 2.0 * np.pi * x[:, 0], 2.0 * np.pi * x[:, 1]
        p, q = np.sin(u), np.sin(v)
        return symmetric(
            slope * (m * m * inverse - CONE * n * n) + np.pi * wave * (2.0 * np.cos(u) - p * p),
            -slope * n * m * (inverse + CONE) - np.pi * wave * p * q,
            slope * (n * n * inverse - CONE * m * m) + np.pi * wave * (2.0 * np.cos(v) - q * q),
        )

    def _parts(self, x: Array) -> tuple[Array, Array, Array, Array, Array]:
        """The cone's slope, π times the waves' height, the direction from the cusp, and 1/r (B,)."""
        u, v = x[:, 0], x[:, 1]
        r = np.hypot(u, v)
        # 1/r overflows below 1e-308: there the point counts as the cusp itself.
        apart = r > 1e-300
        inverse = np.where(apart, 1.0, 0.0) / np.where(apart, r, 1.0)
        p, q = np.sin(np.pi * u), np.sin(np.pi * v)
        wave = np.pi * np.exp(1.0 - p * p - q * q)
        return 20.0 * CONE * np.exp(-CONE * r), wave, u * inverse, v * inverse, inverse
