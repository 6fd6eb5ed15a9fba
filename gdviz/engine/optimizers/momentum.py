"""Gradient descent with momentum."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.optimizer import FirstOrder, Term
from gdviz.engine.oracle import Oracle
from gdviz.spec import param, register


class Memory(NamedTuple):
    """v: the velocity, a running sum of gradients (B, d)."""

    v: Array


@register
class Momentum(FirstOrder):
    """A ball that keeps part of its velocity.

    v ← μ v + (1 - τ) g  (the first step takes v = g),  x ← x - η v.

    This is torch's form. The classic one, v ← μ v - η g, x ← x + v, moves alike while η stays the
    same and parts from it when a schedule changes η.

    Source: Polyak (1964), USSR Comput. Math. Math. Phys. 4(5); torch.optim.SGD.
    """

    label = "Momentum"
    about = "Keeps part of its velocity, like a ball with friction."

    momentum: float = param(0.9, "How much of the velocity is kept.", within="[0, 1)", symbol="μ",
                            low=0.0, high=0.99)
    dampening: float = param(0.0, "How much of the new gradient is left out.", within="[0, 1]", symbol="τ",
                             advanced=True)
    weight_decay: float = param(0.0, "Pulls every parameter towards 0.", within="[0, inf)", symbol="λ",
                                advanced=True)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        decay = ("g = g + weight_decay*x",) if self.weight_decay else ()
        fresh = "(1 - dampening)*g" if self.dampening and t > 1 else "g"
        return (*decay, f"v = momentum*v + {fresh}", "x = x - lr*v")

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        fresh = "(1 - dampening)*g" if self.dampening and t > 1 else "g"
        return (Term("velocity", "-lr*momentum*v", "memory"), Term("gradient", f"-lr*{fresh}", "gradient"))

    def stable_below(self, curvature: float) -> float | None:
        return 2.0 * (1.0 + self.momentum) / (1.0 - self.dampening) / (curvature + self.weight_decay) \
            if self.dampening < 1 else None

    def init(self, x: Array) -> Memory:
        return Memory(np.zeros_like(x))

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.gradient(x, oracle)
        if self.weight_decay:
            g = g + self.weight_decay * x
        if oracle.step == 0 or not self.dampening:
            v = self.momentum * memory.v + g
        else:
            v = self.momentum * memory.v + (1 - self.dampening) * g
        return x - self.rate(oracle.step) * v, Memory(v)
