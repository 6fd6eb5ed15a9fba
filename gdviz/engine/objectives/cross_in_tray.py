"""The cross in a tray."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.engine.symmetry import mirrored, swapped
from gdviz.spec import register

OCTANT = (
    (1.3494066171539107, 1.3494066171539107),
    (4.4190758742568725, 1.4706221621674318),
    (4.490999270743704, 4.490999270743704),
    (7.551422464401016, 1.5085213314357113),
    (7.58748868615687, 4.550121985637071),
    (7.632591924333497, 7.632591924333497),
)


@register
class CrossInTray(Objective):
    """Thirty-six hollows between knife-sharp ridges that form a cross.

    f(x, y) = -0.0001 (|sin x sin y e^|100 - r/π|| + 1)^0.1, r = √(x² + y²)

    On the ridges (x or y a multiple of π) and where r = 100π the derivatives of the bars are taken as 0
    (0 is a subgradient of |·|), as are those of r at the origin. Right beside a ridge the slope reaches
    1e38: a path that comes there is thrown out.

    Source: Mishra (2006), Some new test functions for global optimization, MPRA paper 2718.
    """

    label = "Cross in tray"
    about = "Hollows between knife-sharp ridges; four are deepest."
    group = "Two variables: many minima"
    scale = "linear"
    formula = (
        r"\begin{aligned}&-10^{-4}\left(\left|s\right|+1\right)^{0.1}\\"
        r"&s=\sin x\,\sin y\;e^{\left|100-\sqrt{x^2+y^2}/\pi\right|}\end{aligned}"
    )
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (2.8, 0.6)
    minima = mirrored(*swapped(*OCTANT))

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        lift = np.exp(np.abs(100.0 - np.hypot(u, v) / np.pi))
        return -1e-4 * self._root(np.abs(np.sin(u) * np.sin(v)) * lift)

    def gradient(self, x: Array) -> Array:
        a, au, av, _, lift, eu, ev, _ = self._parts(x)
        inner = np.abs(a) * lift
        outer = -1e-5 * self._root(inner) / (1.0 + inner) * np.sign(a) * lift
        return columns(outer * (au + a * eu), outer * (av + a * ev))

    def hessian(self, x: Array) -> Array:
        a, au, av, auv, lift, eu, ev, bend = self._parts(x)
        inner = np.abs(a) * lift
        sign = np.sign(a)
        outer = -1e-5 * self._root(inner) / (1.0 + inner) * sign * lift
        # d²/ds² of the outer power, times the square of the lift: divided in turn, as it overflows else.
        share = lift / (1.0 + inner)
        curve = 9e-6 * self._root(inner) * share * share * sign * sign
        su, sv = au + a * eu, av + a * ev
        return symmetric(
            outer * (2.0 * au * eu - a + a * (eu * eu + ev * ev * bend)) + curve * su * su,
            outer * (auv + au * ev + av * eu + a * eu * ev * (1.0 - bend)) + curve * su * sv,
            outer * (2.0 * av * ev - a + a * (ev * ev + eu * eu * bend)) + curve * sv * sv,
        )

    def _root(self, inner: Array) -> Array:
        """(inner + 1)^0.1 (B,)."""
        return np.exp(0.1 * np.log1p(inner))

    def _parts(self, x: Array) -> tuple[Array, Array, Array, Array, Array, Array, Array, Array]:
        """a = sin x sin y with aₓ, a_y, a_xy; e^E with E = |100 - r/π|, E's slopes, and its bend (B,)."""
        u, v = x[:, 0], x[:, 1]
        su, cu, sv, cv = np.sin(u), np.cos(u), np.sin(v), np.cos(v)
        r = np.hypot(u, v)
        safe = np.where(r > 1e-300, r, np.inf)  # 1/r overflows below: there the point counts as 0
        fall = 100.0 - r / np.pi
        sign = -np.sign(fall)
        # E_xx = (E_y)² · bend and E_xy = -E_x E_y · bend, as only r's own curvature bends E.
        bend = sign * np.pi / safe
        slope = sign / np.pi
        return (su * sv, cu * sv, su * cv, cu * cv, np.exp(np.abs(fall)),
                slope * u / safe, slope * v / safe, bend)
