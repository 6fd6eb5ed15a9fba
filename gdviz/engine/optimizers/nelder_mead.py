"""The simplex method of Nelder and Mead."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.line_search.ray import Indices
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.oracle import Oracle
from gdviz.engine.rows import each
from gdviz.spec import param, register

REFLECT, EXPAND, OUTSIDE, INSIDE, SHRINK = range(5)


class Memory(NamedTuple):
    """The simplex after the step, and how the step was made."""

    simplex: Array  # vertices (B, d + 1, d), the lowest first
    values: Array  # the loss at them (B, d + 1), nan before the first step
    done: Array  # 0 reflect, 1 expand, 2 contract outside, 3 inside, 4 shrink, nan before the first (B, 1)
    pivot: Array  # what the vertex moved about: the centroid of the others, or the lowest (B, d)
    moved: Array  # the vertex that moved: the highest, or the one that became the lowest by shrinking (B, d)
    reach: Array  # how far, as a multiple of the way from `moved` to `pivot`, beyond the pivot (B, 1)
    candidate: Array  # where it went (B, d)


@register
class NelderMead(Optimizer):
    """A triangle that tumbles downhill (a simplex of d + 1 points), with losses alone, no gradient.

    candidate = pivot + κ (pivot - moved),  x ← the lowest vertex.

    The highest vertex moves about the centroid of the others: κ = ρ (reflect), ρχ (expand), ρψ (contract
    outside) or -ψ (contract inside); if that is no better, all vertices shrink towards the lowest by the
    factor σ, κ = -σ, and the lowest of those is the candidate. Noise on gradients does not reach it. A loss
    that is not a number counts as infinitely high.

    Source: Nelder & Mead (1965), The Computer Journal 7(4), 308-313; decisions at equal losses: Lagarias et
    al. (1998), SIAM J. Optim. 9(1), section 2; Nocedal & Wright (2006), Procedure 9.5.
    """

    label = "Nelder–Mead"
    about = "A triangle flips, stretches and shrinks its way downhill, without a gradient."
    group = "Without derivatives"

    initial_size: float = param(0.5, "Edge of the first simplex, along each axis.", within="(0, inf)",
                                log=True, low=1e-2, high=10.0)
    reflection: float = param(1.0, "How far the highest vertex is reflected.", within="(0, inf)", symbol="ρ",
                              advanced=True)
    expansion: float = param(2.0, "How much farther a good reflection goes.", within="(1, inf)", symbol="χ",
                             advanced=True)
    contraction: float = param(0.5, "How much shorter a poor reflection is.", within="(0, 1)", symbol="ψ",
                               advanced=True)
    shrink: float = param(0.5, "Size of the simplex after it shrinks, as a part of that before.",
                          within="(0, 1)", symbol="σ", advanced=True)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            "candidate = pivot + reach*(pivot - moved)",
            "x = where(f_candidate < f_lowest, candidate, lowest)",
        )

    def prepared(self) -> tuple[str, ...]:
        return ("simplex = sorted([x, *(x + initial_size*I)], key=f)",)

    def script(self, t: int = 2) -> tuple[str, ...]:
        return (
            "*better, worst = simplex",
            "pivot = sum(better)/len(x)",
            "reflected = pivot + reflection*(pivot - worst)",
            "if f(reflected) < f(better[0]):",
            "    expanded = pivot + reflection*expansion*(pivot - worst)",
            "    new = expanded if f(expanded) < f(reflected) else reflected",
            "elif f(reflected) < f(better[-1]):",
            "    new = reflected",
            "elif f(reflected) < f(worst):",
            "    new = pivot + reflection*contraction*(pivot - worst)",
            "    new = new if f(new) <= f(reflected) else None",
            "else:",
            "    new = pivot - contraction*(pivot - worst)",
            "    new = new if f(new) < f(worst) else None",
            "if new is None:",
            "    lowest = simplex[0]",
            "    simplex = [lowest, *(lowest - shrink*(lowest - vertex) for vertex in simplex[1:])]",
            "else:",
            "    simplex = [*better, new]",
            "simplex.sort(key=f)  # Python's sort leaves equals in their order: the older first",
            "x = simplex[0]",
        )

    def init(self, x: Array) -> Memory:
        batch, dimension = x.shape
        edges = np.vstack([np.zeros(dimension), np.eye(dimension)])
        simplex = x[:, None, :] + each(self.initial_size, batch)[:, None, None] * edges
        unknown = np.full((batch, dimension + 1), np.nan)
        return Memory(simplex, unknown, unknown[:, :1], x, x, np.zeros((batch, 1)), x)

    @np.errstate(all="ignore")
    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        simplex, values = self._ordered(memory, oracle)
        pivot, moved = simplex[:, 0], simplex[:, -1].copy()
        for j in range(1, x.shape[1]):
            pivot = pivot + simplex[:, j]
        pivot = pivot / x.shape[1]
        done, reach, values[:, -1] = self._tried(pivot, moved, values, oracle)
        simplex[:, -1] = candidate = _at(pivot, moved, reach)
        rows = np.flatnonzero(done == SHRINK)
        if rows.size:
            shrunk = self._shrunk(rows, simplex, values, moved[rows], oracle)
            pivot[rows] = simplex[rows, 0]
            moved[rows], reach[rows], candidate[rows] = shrunk
        simplex, values = _sorted(simplex, values)
        return simplex[:, 0].copy(order="F"), Memory(
            simplex, values, done[:, None].astype(np.float64), pivot, moved, reach[:, None], candidate
        )

    def _ordered(self, memory: Memory, oracle: Oracle) -> tuple[Array, Array]:
        """The simplex (B, d + 1, d) before the step, lowest first, and its losses (B, d + 1)."""
        if oracle.step > 0:
            return memory.simplex.copy(), memory.values.copy()
        every = np.arange(len(memory.simplex))
        found = [_losses(oracle, memory.simplex[:, j], every) for j in range(memory.simplex.shape[1])]
        return _sorted(memory.simplex, np.stack(found, axis=1))

    def _tried(
        self, pivot: Array, moved: Array, values: Array, oracle: Oracle
    ) -> tuple[Array, Array, Array]:
        """What is done with the highest vertex, how far it goes, and the loss there: each (B,)."""
        batch = len(pivot)
        reflection, expansion, contraction = (
            each(given, batch) for given in (self.reflection, self.expansion, self.contraction)
        )
        lowest, second, highest = values[:, 0], values[:, -2], values[:, -1]
        reflected = _losses(oracle, _at(pivot, moved, reflection), np.arange(batch))
        plan = np.select([reflected < lowest, reflected < second, reflected < highest],
                         [EXPAND, REFLECT, OUTSIDE], INSIDE)
        reach = np.select([plan == EXPAND, plan == OUTSIDE, plan == INSIDE],
                          [reflection * expansion, reflection * contraction, -contraction], reflection)
        rows = np.flatnonzero(plan != REFLECT)
        f = reflected.copy()
        f[rows] = _losses(oracle, _at(pivot, moved, reach)[rows], rows)
        failed = np.select([plan == EXPAND, plan == OUTSIDE, plan == INSIDE],
                           [~(f < reflected), ~(f <= reflected), ~(f < highest)], False)
        kept = failed & (plan == EXPAND)  # the reflection was good enough by itself
        done = np.select([kept, failed], [REFLECT, SHRINK], plan)
        return done, np.where(kept, reflection, reach), np.where(kept, reflected, f)

    def _shrunk(
        self, rows: Indices, simplex: Array, values: Array, highest: Array, oracle: Oracle
    ) -> tuple[Array, Array, Array]:
        """Shrink the simplices of these rows in place; return their lowest new vertex.

        highest: the vertex (n, d) that could not be improved. Returned are the vertex before it moved (n, d),
        the reach (n,) and the vertex itself (n, d).
        """
        lowest, reach = simplex[rows, 0], -each(self.shrink, len(simplex))[rows]
        before = simplex[rows]
        before[:, -1] = highest
        for j in range(1, before.shape[1]):
            simplex[rows, j] = _at(lowest, before[:, j], reach)
            values[rows, j] = _losses(oracle, simplex[rows, j], rows)
        best = 1 + np.argmin(values[rows, 1:], axis=1)
        return before[np.arange(len(rows)), best], reach, simplex[rows, best]

    def symbols(self, x: Array, memory: Memory, new: Memory, oracle: Oracle) -> dict[str, Any]:
        simplex, values = self._ordered(memory, oracle)
        return super().symbols(x, memory, new, oracle) | {
            "pivot": new.pivot, "moved": new.moved, "reach": new.reach, "lowest": simplex[:, 0],
            "f_lowest": values[:, :1], "f_candidate": oracle.value(new.candidate)[:, None],
        }


def _at(pivot: Array, moved: Array, reach: Array) -> Array:
    """The candidate pivot + κ (pivot - moved) (n, d), for κ (n,)."""
    return pivot + reach[:, None] * (pivot - moved)


def _losses(oracle: Oracle, x: Array, rows: Indices) -> Array:
    """The loss (n,) at x (n, d), inf where it is not finite."""
    f = oracle.value(np.asfortranarray(x), rows)
    return np.where(np.isfinite(f), f, np.inf)


def _sorted(simplex: Array, values: Array) -> tuple[Array, Array]:
    """Vertices and losses in ascending order of the losses; of equal ones the older first."""
    order = np.argsort(values, axis=1, kind="stable")
    return np.take_along_axis(simplex, order[:, :, None], axis=1), np.take_along_axis(values, order, axis=1)
