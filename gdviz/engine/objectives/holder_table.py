"""Hölder's table."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.engine.symmetry import mirrored
from gdviz.spec import register


@register
class HolderTable(Objective):
    """Forty-two hollows, deepest at the table's four corners.

    f(x, y) = -|sin x cos y e^|1 - r/π||, r = √(x² + y²)

    On the creases (sin x = 0, cos y = 0, r = π) the derivatives of the bars are taken as 0 (0 is a
    subgradient of |·|), as are those of r at the origin.

    Source: Mishra (2006), Some new test functions for global optimization, MPRA paper 2718.
    """

    label = "Hölder table"
    about = "Hollows between creases, deepest at the four corners."
    group = "Two variables: many minima"
    scale = "linear"
    formula = r"-\left|\sin x\,\cos y\;e^{\left|1-\sqrt{x^2+y^2}/\pi\right|}\right|"
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (6.9, 8.6)
    minima = mirrored(
        (8.055023475736563, 9.664590019241272),
        (4.853855848168829, 9.702113880430847),
        (8.09758272512733, 6.479497356652597),
        (1.623129475512689, 9.729001856268278),
        (8.14131217899, 3.2593510491859483),
        (4.9011448802306266, 6.53250260076771),
        (8.162150705090468, 0.0),
        (1.6479448346558905, 6.582678304989755),
        (4.9712420488573565, 3.316439374840691),
        (1.2626272556789118, 0.0),
        (5.020558051500675, 0.0),
        (1.7123918431426985, 3.418867791850568),
    )

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        depth: Array = np.abs(np.sin(u) * np.cos(v)) * np.exp(np.abs(1.0 - np.hypot(u, v) / np.pi))
        return -depth

    def gradient(self, x: Array) -> Array:
        a, au, av, _, outer, eu, ev, _ = self._parts(x)
        return columns(outer * (au + a * eu), outer * (av + a * ev))

    def hessian(self, x: Array) -> Array:
        a, au, av, auv, outer, eu, ev, bend = self._parts(x)
        return symmetric(
            outer * (2.0 * au * eu - a + a * (eu * eu + ev * ev * bend)),
            outer * (auv + au * ev + av * eu + a * eu * ev * (1.0 - bend)),
            outer * (2.0 * av * ev - a + a * (ev * ev + eu * eu * bend)),
        )

    def _parts(self, x: Array) -> tuple[Array, Array, Array, Array, Array, Array, Array, Array]:
        """a = sin x cos y with aₓ, a_y, a_xy; -sgn(a) e^E with E = |1 - r/π|, E's slopes, and its bend."""
        u, v = x[:, 0], x[:, 1]
        su, cu, sv, cv = np.sin(u), np.cos(u), np.sin(v), np.cos(v)
        a = su * cv
        r = np.hypot(u, v)
        safe = np.where(r > 1e-300, r, np.inf)  # 1/r overflows below: there the point counts as 0
        rise = 1.0 - r / np.pi
        sign = -np.sign(rise)
        # E_xx = (E_y)² · bend and E_xy = -E_x E_y · bend, as only r's own curvature bends E.
        bend = sign * np.pi / safe
        slope = sign / np.pi
        return (a, cu * cv, -su * sv, -cu * sv, -np.sign(a) * np.exp(np.abs(rise)),
                slope * u / safe, slope * v / safe, bend)
