"""Gradient descent with Nesterov's momentum."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import on
from gdviz.engine.optimizer import Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decaying
from gdviz.spec import param, register


class Memory(NamedTuple):
    """v: the velocity, a running sum of gradients (B, d)."""

    v: Array


@register
class Nesterov(Decaying):
    """Momentum that takes the gradient where the velocity is about to carry it.

    v ← μ v + g,  x ← x - η (g + μ v).

    This is torch's form (SGD with nesterov=True). The textbook's, v ← μ v - η ∇f(x + μ v), x ← x + v,
    asks for the gradient ahead of x; torch's x *is* that point ahead, so both ask at the same places while
    η stays the same, and every gradient is taken at the point that is shown.

    Source: Nesterov (1983), Soviet Math. Dokl. 27; Sutskever et al. (2013), section 2, ICML 28(3);
    torch.optim.SGD.
    """

    label = "Nesterov momentum"
    short = "Nesterov"
    about = "Momentum that looks ahead to where the velocity will carry it."
    group = "Momentum"

    momentum: float = param(0.9, "How much of the velocity is kept.", within="[0, 1)", symbol="μ",
                            low=0.0, high=0.99)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (*self.pull(), "v = momentum*v + g", "x = x - lr*(g + momentum*v)")

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        return (
            Term("velocity", "-lr*momentum**2*v", "memory"),
            Term("gradient", "-lr*(1 + momentum)*g", "gradient"),
        )

    def iteration(self, curvature: float) -> Array | None:
        lr, mu = self.steady_rate(), self.momentum
        if lr is None:
            return None
        return np.array([[1.0 - lr * (1.0 + mu) * curvature, -lr * mu * mu], [curvature, mu]])

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "SGD", {"momentum": self.momentum, "nesterov": on(self.momentum),
                       "weight_decay": self.weight_decay}

    def init(self, x: Array) -> Memory:
        return Memory(np.zeros_like(x))

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.pulled(x, oracle)
        v = self.momentum * memory.v
        v += g
        ahead = self.momentum * v
        ahead += g
        return x - self.rate(oracle.step) * ahead, Memory(v)
