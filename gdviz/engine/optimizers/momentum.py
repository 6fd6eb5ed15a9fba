"""Gradient descent with momentum."""

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
class Momentum(Decaying):
    """A ball that keeps part of its velocity.

    v ← μ v + (1 - τ) g  (the first step takes v = g),  x ← x - η v.

    This is torch's form. The classic one, v ← μ v - η g, x ← x + v, moves alike while η stays the
    same and parts from it when a schedule changes η.

    Source: Polyak (1964), USSR Comput. Math. Math. Phys. 4(5); torch.optim.SGD.
    """

    label = "Momentum"
    about = "Keeps part of its velocity, like a ball with friction."
    group = "Momentum"

    momentum: float = param(0.9, "How much of the velocity is kept.", within="[0, 1)", symbol="μ",
                            low=0.0, high=0.99)
    dampening: float = param(0.0, "How much of the new gradient is left out.", within="[0, 1]", symbol="τ",
                             advanced=True)

    def _fresh(self, t: int) -> str:
        return "(1 - dampening)*g" if on(self.dampening) and t > 1 else "g"

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (*self.pull(), f"v = momentum*v + {self._fresh(t)}", "x = x - lr*v")

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        return (
            Term("velocity", "-lr*momentum*v", "memory"),
            Term("gradient", f"-lr*{self._fresh(t)}", "gradient"),
        )

    def iteration(self, curvature: float) -> Array | None:
        lr, fresh = self.steady_rate(), (1.0 - self.dampening) * curvature
        if lr is None:
            return None
        return np.array([[1.0 - lr * fresh, -lr * self.momentum], [fresh, self.momentum]])

    def torch(self) -> tuple[str, dict[str, Any]] | None:
        if on(self.dampening) and not on(self.momentum):
            return None  # torch forgets the dampening where there is no momentum
        return "SGD", {"momentum": self.momentum, "dampening": self.dampening,
                       "weight_decay": self.weight_decay}

    def init(self, x: Array) -> Memory:
        return Memory(np.zeros_like(x))

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.pulled(x, oracle)
        v = self.momentum * memory.v
        v += (1 - self.dampening) * g if on(self.dampening) and oracle.step else g
        return x - self.rate(oracle.step) * v, Memory(v)
