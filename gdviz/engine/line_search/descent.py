"""What all methods share that choose a direction and then search along it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.line_search.ray import Indices, Ray
from gdviz.engine.line_search.searches import armijo, exact, wolfe
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.oracle import Oracle
from gdviz.engine.rows import dot, each
from gdviz.spec import declared, param
from gdviz.values import SpecError

ARRIVED = 1e-8  # a first length shorter than this part of 1 + ‖x‖ that leads nowhere is no failure


@declared
class Descent(Optimizer):
    """x ← x + α p: a direction p of its own, a length α from a line search along p.

    Fields of its memory, besides those of the method: p, the direction (B, d); alpha, the accepted length
    (B, 1), 0 where there is none; lengths, values, failed (B, most_probes), the probes in their order: α, the
    loss there, and 0 accepted, 1 too high (Armijo), 2 too steep (curvature), nan unused; stuck, unbounded
    (B, 1), outcomes; f, g, loss (B, 1) and gradient (B, d) at the point reached, nan where not asked for.
    A row that found no way on asks nothing more while the same search would begin again.
    """

    group = "Line search and quasi-Newton"
    halts: ClassVar[Mapping[str, str]] = {
        "stuck": "no probed step along the search direction lowers the loss",
        "unbounded": "the loss keeps falling along the search direction, as far as was searched",
    }
    repeats: ClassVar[bool] = True
    first_name: ClassVar[str] = "first_step"  # what a script calls the length tried first

    search: str = param("exact", "How the length of the step is found.",
                        choices=("exact", "armijo", "wolfe"))
    first_step: float = param(1.0, "First length that is tried, as a multiple of the direction.",
                              within="(0, inf)", symbol="ᾱ", log=True, low=1e-3, high=10.0)
    c1: float = param(1e-4, "Decrease of the loss that is demanded, as a part of what the slope promises.",
                      within="(0, 1)", symbol="c₁", log=True, advanced=True)
    c2: float = param(0.1, "Slope that may be left after the step, as a part of the first slope (wolfe).",
                      within="(0, 1)", symbol="c₂", advanced=True)
    shrink: float = param(0.5, "Factor by which a length that is too long shrinks (armijo).",
                          within="(0, 1)", symbol="ρ", advanced=True)
    most_probes: int = param(40, "Most lengths that are tried in one search.", within="[1, 200]",
                             advanced=True)

    def check(self) -> None:
        if self.search == "wolfe" and np.any(np.asarray(self.c1) >= np.asarray(self.c2)):
            raise SpecError("{kind}: c1 must be below c2", kind=self.kind)

    def directed(self, t: int = 2) -> tuple[str, ...]:
        """The lines of a script that find the direction p of step t."""
        return self.rule(t)[:-1]

    def script(self, t: int = 2) -> tuple[str, ...]:
        rest = {"armijo": "c1, shrink, ", "wolfe": "c1, c2, ", "exact": ""}[self.search]
        call = f"alpha = {self.search}(x, p, {self.first_name}, {rest}most_probes)"
        return (*self.asks(), *self.directed(t), call, *self.kept(), "x = x + alpha*p")

    def kept(self) -> tuple[str, ...]:
        """The lines of a script that remember what the next step needs, before x changes."""
        return ()

    def blank(self, x: Array) -> dict[str, Array]:
        """The shared fields of the memory before the first step, for starts x (B, d)."""
        flag, probes = np.zeros((len(x), 1)), np.full((len(x), self.most_probes), np.nan)
        unknown = np.full_like(x, np.nan)
        return {
            "p": np.zeros_like(x), "alpha": np.full((len(x), 1), np.nan), "lengths": probes, "values": probes,
            "failed": probes, "stuck": flag, "unbounded": flag, "f": unknown[:, :1], "g": unknown,
        }

    def gradient(self, x: Array, memory: Any, oracle: Oracle) -> Array:
        """∇f at x (B, d): as the last search left it, or asked for."""
        rows = np.flatnonzero(oracle.varies | np.isnan(memory.g).any(axis=1))
        g: Array = memory.g.copy()
        if rows.size:
            g[rows] = oracle.gradient(np.asfortranarray(x[rows]), rows)
        return g

    def gradient_before(self, memory: Any, oracle: Oracle) -> Array:
        """The gradient (B, d) at the point that the last step left, with the noise of this step.

        It needs `x_last` and `g_last` in the memory; unknown before the second step.
        """
        if not oracle.varies or oracle.step == 0:
            return np.asarray(memory.g_last)
        return oracle.gradient(memory.x_last)

    def advance(
        self, x: Array, p: Array, g: Array, memory: Any, oracle: Oracle, first: Array | float = 1.0
    ) -> tuple[Array, dict[str, Array]]:
        """Search along p (B, d); return the next point and the shared fields of the memory.

        first (B,): the length tried first, in units of `first_step`.
        """
        batch, slope = len(x), dot(p, g)
        idle = (memory.alpha[:, 0] == 0) & (p == memory.p).all(axis=1) & (not oracle.varies)
        wanted = (slope < 0) & ~idle
        f = memory.f[:, 0].copy()
        unknown = np.flatnonzero(wanted & (oracle.varies | np.isnan(f)))
        if unknown.size:
            f[unknown] = oracle.value(np.asfortranarray(x[unknown]), unknown)
        ray = Ray(oracle, x, p, f, slope, self.most_probes)
        ray.stuck[~(idle | (slope == 0) | (g == 0).all(axis=1) | (wanted & np.isfinite(f)))] = 1.0
        rows, length = np.flatnonzero(wanted & np.isfinite(f)), each(self.first_step, batch) * first
        if rows.size:
            self._search(ray, rows, length)
        begun = np.where(np.isnan(ray.lengths[:, 0]), length, ray.lengths[:, 0])
        ray.stuck[begun * norms(p) <= ARRIVED * (1 + norms(x))] = 0.0
        alpha = ray.alpha[:, None]
        moved = alpha > 0
        found = {
            "p": np.where(np.isfinite(p).all(axis=1, keepdims=True), p, 0.0), "alpha": alpha,
            "lengths": ray.lengths, "values": ray.values, "failed": ray.failed,
            "stuck": ray.stuck[:, None], "unbounded": ray.unbounded[:, None],
        }
        kept = {name: np.where(idle[:, None], getattr(memory, name), new) for name, new in found.items()}
        f_next = np.where(moved, ray.f_reached[:, None], f[:, None])
        g_next = np.where(moved, ray.g_reached, g)
        if oracle.varies:
            f_next, g_next = np.full_like(f_next, np.nan), np.full_like(g_next, np.nan)
        return np.where(moved, x + alpha * p, x), kept | {"f": f_next, "g": g_next}

    def _search(self, ray: Ray, rows: Indices, length: Array) -> None:
        batch = len(length)
        c1, c2, shrink = (each(given, batch) for given in (self.c1, self.c2, self.shrink))
        if self.search == "exact":
            exact(ray, rows, length)
        elif self.search == "armijo":
            armijo(ray, rows, length, c1, shrink)
        else:
            wolfe(ray, rows, length, c1, c2)

    def symbols(self, x: Array, memory: Any, new: Any, oracle: Oracle) -> dict[str, Any]:
        known = super().symbols(x, memory, new, oracle)
        return known | {"g": oracle.gradient(x), "alpha": new.alpha}
