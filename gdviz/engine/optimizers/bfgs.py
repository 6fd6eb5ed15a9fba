"""The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.line_search.quasi_newton import QuasiNewton
from gdviz.engine.oracle import Oracle
from gdviz.engine.rows import applied, dot, outer, product
from gdviz.spec import register


class Memory(NamedTuple):
    """The estimate of the curvature, and the search of the last step as `Descent` describes it."""

    H_inv: Array  # estimate of the inverse Hessian (B, d, d)
    skipped: Array  # 1 where the last step said nothing of use about the curvature (B, 1)
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
class Bfgs(QuasiNewton):
    """Newton's method with a Hessian that is learned from the gradients along the way.

    M ← (I - ρ s yᵀ) M (I - ρ y sᵀ) + ρ s sᵀ  with s = x - x̂, y = g - ĝ (since the last step), ρ = 1 / yᵀs,
    x ← x - α M g.

    M, in the memory H_inv, estimates the inverse Hessian and starts as I. Where yᵀs is not clearly positive
    the update is skipped, and after a search that found nothing M is I again. With gradient noise, ĝ is asked
    for again, with the noise of this step, so that y is a difference of like and like.

    Source: Nocedal & Wright (2006), Numerical Optimization, 2nd ed., Algorithm 6.1, (6.17).
    """

    label = "BFGS"
    about = "Learns the inverse Hessian from how the gradient changes along the way."

    def rule(self, t: int = 2) -> tuple[str, ...]:
        learned = (
            "s = x - x_last",
            "y = g - g_last",
            "rho = where(skipped > 0, 0, 1/dot(s, y))",
            "H_inv = (I - rho*outer(s, y)) @ H_inv @ (I - rho*outer(y, s)) + rho*outer(s, s)",
        )
        return (*(learned if t > 1 else ()), "p = -(H_inv @ g)", "x = x + alpha*p")

    def directed(self, t: int = 2) -> tuple[str, ...]:
        update = (
            "s, y = x - x_last, g - g_last",
            "if dot(s, y) > 1e-10*norm(s)*norm(y):",
            "    rho = 1/dot(s, y)",
            "    W = I - rho*outer(s, y)",
            "    H_inv = dot(dot(W, H_inv), W.T) + rho*outer(s, s)",
        )
        return (*(update if t > 1 else ()), "p = -dot(H_inv, g)", *self.first_length())

    def kept(self) -> tuple[str, ...]:
        return ("if alpha == 0:", "    H_inv = I", "x_last, g_last = x, g")

    def prepared(self) -> tuple[str, ...]:
        return ("H_inv = I", "alpha = 0.0")

    def init(self, x: Array) -> Memory:
        unknown = np.full_like(x, np.nan)
        return Memory(**self.blank(x), H_inv=np.tile(np.eye(x.shape[1]), (len(x), 1, 1)),
                      skipped=np.zeros((len(x), 1)), x_last=unknown, g_last=unknown)

    def model(self, hessian: Array, memory: Mapping[str, np.ndarray]) -> Array | None:
        return self.inverse(memory["H_inv"])

    @np.errstate(all="ignore")
    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.gradient(x, memory, oracle)
        s, y = self.pair(x, g, memory, oracle)
        skipped = self.useless(s, y)
        rho = (1 / dot(s, y))[:, None, None]
        left, right = (np.eye(x.shape[1]) - rho * outer(*two) for two in ((s, y), (y, s)))
        learned = product(product(left, memory.H_inv), right) + rho * outer(s, s)
        inverse = np.where(skipped[:, None, None], memory.H_inv, learned)
        p = -applied(inverse, g)
        new, found = self.advance(x, p, g, memory, oracle, self.first(p, memory))
        lost = ~(found["alpha"] > 0)[:, :, None]
        return new, Memory(
            **found, H_inv=np.where(lost, np.eye(x.shape[1]), inverse),
            skipped=skipped[:, None].astype(np.float64), x_last=x, g_last=g,
        )

    def symbols(self, x: Array, memory: Memory, new: Memory, oracle: Oracle) -> dict[str, Any]:
        return super().symbols(x, memory, new, oracle) | {"skipped": new.skipped}
