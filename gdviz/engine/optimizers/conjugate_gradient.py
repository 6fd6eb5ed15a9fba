"""The non-linear conjugate gradient method."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.line_search.descent import Descent
from gdviz.engine.optimizer import Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.rows import dot
from gdviz.spec import param, register


class Memory(NamedTuple):
    """The direction and the search of the last step; the latter as `Descent` describes it."""

    p: Array  # direction (B, d)
    beta: Array  # part of the direction before that was kept (B, 1)
    restarted: Array  # 1 where the direction started afresh, from the gradient alone (B, 1)
    age: Array  # steps since then (B, 1)
    x_last: Array  # the point that was left (B, d)
    g_last: Array  # the gradient there (B, d)
    alpha: Array  # accepted length (B, 1)
    lengths: Array  # probed lengths (B, most_probes)
    values: Array  # the loss there
    failed: Array  # 0 accepted, 1 too high, 2 too steep
    stuck: Array  # 1 where no probe lowers the loss (B, 1)
    unbounded: Array  # 1 where the loss keeps falling (B, 1)
    f: Array  # loss at the point reached (B, 1)
    g: Array  # gradient at the point reached (B, d)


RULES = {
    "fletcher-reeves": "dot(g, g)/dot(g_last, g_last)",
    "polak-ribiere-plus": "max(dot(g, g - g_last)/dot(g_last, g_last), 0)",
    "hestenes-stiefel": "dot(g, g - g_last)/dot(p, g - g_last)",
}


@register
class ConjugateGradient(Descent):
    """Downhill, with as much of the last direction as keeps what was won along it.

    p ← β p - g,  x ← x + α p

    β is gᵀg / ĝᵀĝ (Fletcher-Reeves), max(gᵀ(g - ĝ) / ĝᵀĝ, 0) (Polak-Ribière plus) or gᵀ(g - ĝ) / pᵀ(g - ĝ)
    (Hestenes-Stiefel), with ĝ the gradient before. β is 0, the direction starts afresh, every `restart`
    steps, where the direction would not lead downhill, and after a search that found nothing. With an exact
    search a quadratic of d parameters is solved in d steps. With gradient noise, ĝ is asked for
    again, with the noise of this step, so that g - ĝ is a difference of like and like.

    Source: Nocedal & Wright (2006), Numerical Optimization, 2nd ed., Algorithm 5.4, (5.41), (5.45), (5.46).
    """

    label = "Conjugate gradient"
    short = "CG"
    about = "Downhill, with part of the last direction, so that no gain is undone."

    beta: str = param("polak-ribiere-plus", "How much of the last direction is kept.", choices=tuple(RULES))
    restart: int = param(0, "Steps after which the direction starts afresh; 0: only where it must.",
                         within="[0, 1000000]", advanced=True)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        if t == 1:
            return ("p = -g", "x = x + alpha*p")
        return (f"beta = where(restarted > 0, 0, {RULES[self.beta]})", "p = beta*p - g", "x = x + alpha*p")

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        gradient = Term("gradient", "-alpha*g", "gradient")
        return (gradient,) if t == 1 else (Term("direction", "alpha*beta*p", "memory"), gradient)

    def directed(self, t: int = 2) -> tuple[str, ...]:
        if t == 1:
            return ("p = -g", *(("age = 1",) if self.restart else ()))
        over = " or age > restart" if self.restart else ""
        return (
            f"beta = {RULES[self.beta]}",
            "p = beta*p - g",
            *(("age = age + 1",) if self.restart else ()),
            f"if not dot(p, g) < 0 or alpha == 0{over}:",
            "    p = -g  # start afresh",
            *(("    age = 1",) if self.restart else ()),
        )

    def kept(self) -> tuple[str, ...]:
        return ("g_last = g",)

    def init(self, x: Array) -> Memory:
        flag, unknown = np.zeros((len(x), 1)), np.full_like(x, np.nan)
        return Memory(**self.blank(x), beta=flag, restarted=flag, age=flag, x_last=unknown, g_last=unknown)

    @np.errstate(all="ignore")
    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.gradient(x, memory, oracle)
        g_last = self.gradient_before(memory, oracle)
        beta = self._beta(g, g_last, memory.p)[:, None]
        p = beta * memory.p - g
        kept = (dot(p, g) < 0) & (memory.alpha[:, 0] > 0)
        restarted = ~(kept & (memory.age[:, 0] < self.restart) if self.restart else kept)
        fresh = restarted[:, None]
        p = np.where(fresh, -g, p)
        new, found = self.advance(x, p, g, memory, oracle)
        return new, Memory(
            **found, beta=np.where(fresh, 0.0, beta), restarted=fresh.astype(np.float64),
            age=np.where(fresh, 1.0, memory.age + 1), x_last=x, g_last=g,
        )

    def symbols(self, x: Array, memory: Memory, new: Memory, oracle: Oracle) -> dict[str, Any]:
        known = super().symbols(x, memory, new, oracle) | {"beta": new.beta, "restarted": new.restarted}
        return known | {"g_last": self.gradient_before(memory, oracle)}

    def _beta(self, g: Array, g_last: Array, p: Array) -> Array:
        """β (B,), as `RULES` has it."""
        if self.beta == "fletcher-reeves":
            return dot(g, g) / dot(g_last, g_last)
        if self.beta == "hestenes-stiefel":
            return dot(g, g - g_last) / dot(p, g - g_last)
        return np.maximum(dot(g, g - g_last) / dot(g_last, g_last), 0.0)
