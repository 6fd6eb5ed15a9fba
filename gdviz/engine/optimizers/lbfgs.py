"""BFGS with limited memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.line_search.quasi_newton import QuasiNewton
from gdviz.engine.oracle import Oracle
from gdviz.engine.rows import dot
from gdviz.spec import param, register


class Memory(NamedTuple):
    """The last few steps, newest first, and the search of the last step as `Descent` describes it."""

    s: Array  # steps (B, m, d), 0 where unused
    y: Array  # changes of the gradient over them (B, m, d)
    rho: Array  # 1 / yᵀs (B, m), 0 where unused
    gamma: Array  # length of the inverse Hessian before it is corrected: yᵀs / yᵀy of the newest (B, 1)
    x_last: Array  # the point that was left (B, d)
    g_last: Array  # the gradient there (B, d)
    p: Array  # direction (B, d)
    alpha: Array  # accepted length (B, 1)
    lengths: Array  # probed lengths (B, most_probes)
    values: Array  # the loss there
    failed: Array  # 0 accepted, 1 too high, 2 too steep
    stuck: Array  # 1 where no probe lowers the loss (B, 1)
    unbounded: Array  # 1 where the loss keeps falling (B, 1)
    f: Array  # loss at the point reached (B, 1)
    g: Array  # gradient at the point reached (B, d)


@register
class Lbfgs(QuasiNewton):
    """BFGS that keeps the last m steps instead of a matrix.

    q = g;  from the newest to the oldest:  aᵢ = ρᵢ sᵢᵀq,  q ← q - aᵢ yᵢ
    q ← γ q;  from the oldest to the newest:  q ← q + (aᵢ - ρᵢ yᵢᵀq) sᵢ
    x ← x - α q  with γ = yᵀs / yᵀy of the newest pair, ρᵢ = 1 / yᵢᵀsᵢ

    A pair whose yᵀs is not clearly positive is left out; after a search that found nothing all are
    forgotten. With gradient noise, the gradient before is asked for again, with the noise of this step.

    Source: Nocedal & Wright (2006), Numerical Optimization, 2nd ed., Algorithms 7.4 and 7.5, (7.20).
    """

    label = "L-BFGS"
    about = "BFGS that remembers its last few steps instead of a matrix."

    history_size: int = param(5, "How many steps are remembered.", within="[1, 100]", symbol="m")

    def rule(self, t: int = 2) -> tuple[str, ...]:
        pairs = range(1, min(t - 1, self.history_size) + 1)
        inward = [line for i in pairs for line in (f"a{i} = rho{i}*dot(s{i}, q)", f"q = q - a{i}*y{i}")]
        outward = [f"q = q + (a{i} - rho{i}*dot(y{i}, q))*s{i}" for i in reversed(pairs)]
        scaled = ("q = gamma*q",) if pairs else ()
        return ("q = g", *inward, *scaled, *outward, "p = -q", "x = x + alpha*p")

    def directed(self, t: int = 2) -> tuple[str, ...]:
        learned = (
            "s, y = x - x_last, g - g_last",
            "if dot(s, y) > 1e-10*norm(s)*norm(y):",
            "    pairs = [(s, y, 1/dot(s, y)), *pairs[:history_size - 1]]",
            "    gamma = dot(s, y)/dot(y, y)",
        )
        recursion = (
            "q, a = g, []",
            "for s, y, rho in pairs:",
            "    a.append(rho*dot(s, q))",
            "    q = q - a[-1]*y",
            "q = gamma*q",
            "for s, y, rho in reversed(pairs):",
            "    q = q + (a.pop() - rho*dot(y, q))*s",
            "p = -q",
        )
        return (*(learned if t > 1 else ()), *recursion, *self.first_length())

    def kept(self) -> tuple[str, ...]:
        return ("if alpha == 0:", "    pairs, gamma = [], 1.0", "x_last, g_last = x, g")

    def prepared(self) -> tuple[str, ...]:
        return ("pairs, gamma = [], 1.0", "alpha = 0.0")

    def init(self, x: Array) -> Memory:
        batch, dimension = x.shape
        none, unknown = np.zeros((batch, self.history_size, dimension)), np.full_like(x, np.nan)
        return Memory(**self.blank(x), s=none, y=none, rho=none[:, :, 0], gamma=np.ones((batch, 1)),
                      x_last=unknown, g_last=unknown)

    def model(self, hessian: Array, memory: Mapping[str, np.ndarray]) -> Array | None:
        every, names = len(hessian), ("s", "y", "rho", "gamma")
        s, y, rho, gamma = (np.repeat(memory[name][None], every, axis=0) for name in names)
        return self.inverse(self._solved(np.eye(every), s, y, rho, gamma))

    @np.errstate(all="ignore")
    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.gradient(x, memory, oracle)
        s, y, rho, gamma = self._learned(x, g, memory, oracle)
        p = -self._solved(g, s, y, rho, gamma)
        new, found = self.advance(x, p, g, memory, oracle, self.first(p, memory))
        lost = ~(found["alpha"] > 0)
        return new, Memory(
            **found, s=np.where(lost[:, :, None], 0.0, s), y=np.where(lost[:, :, None], 0.0, y),
            rho=np.where(lost, 0.0, rho), gamma=np.where(lost, 1.0, gamma), x_last=x, g_last=g,
        )

    @np.errstate(all="ignore")
    def symbols(self, x: Array, memory: Memory, new: Memory, oracle: Oracle) -> dict[str, Any]:
        known = super().symbols(x, memory, new, oracle)
        s, y, rho, gamma = self._learned(x, known["g"], memory, oracle)
        pairs = {f"{name}{i + 1}": part[:, i] for name, part in (("s", s), ("y", y))
                 for i in range(self.history_size)}
        scales = {f"rho{i + 1}": rho[:, i : i + 1] for i in range(self.history_size)}
        return known | pairs | scales | {"gamma": gamma}

    def _learned(
        self, x: Array, g: Array, memory: Memory, oracle: Oracle
    ) -> tuple[Array, Array, Array, Array]:
        """The history with the last step in front, where it is of use: s, y (B, m, d), rho (B, m), gamma."""
        s, y = self.pair(x, g, memory, oracle)
        useless, along = self.useless(s, y)[:, None], dot(s, y)[:, None]

        def pushed(kept: Array, newest: Array) -> Array:
            shape = (len(x), *(1,) * (kept.ndim - 1))
            longer = np.concatenate([newest[:, None], kept[:, :-1]], axis=1)
            return np.where(useless.reshape(shape), kept, longer)

        gamma = np.where(useless, memory.gamma, along / dot(y, y)[:, None])
        return pushed(memory.s, s), pushed(memory.y, y), pushed(memory.rho, 1 / along[:, 0]), gamma

    def _solved(self, g: Array, s: Array, y: Array, rho: Array, gamma: Array) -> Array:
        """The estimated inverse Hessian times g (B, d): the two-loop recursion."""
        q, a = g, []
        for i in range(self.history_size):
            a.append(rho[:, i : i + 1] * dot(s[:, i], q)[:, None])
            q = q - a[i] * y[:, i]
        q = gamma * q
        for i in reversed(range(self.history_size)):
            q = q + (a[i] - rho[:, i : i + 1] * dot(y[:, i], q)[:, None]) * s[:, i]
        return q
