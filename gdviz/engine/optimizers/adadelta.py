"""Adadelta."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import squares
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decaying
from gdviz.spec import param, register


class Memory(NamedTuple):
    """v, u: running averages of the squared gradient and of the squared step; each (B, d)."""

    v: Array
    u: Array


@register
class Adadelta(Decaying):
    """Steps in proportion to the recent steps, so that they need no learning rate of their own.

    v ← ρ v + (1 - ρ) g²,  δ = √(u + ε) / √(v + ε) · g,  u ← ρ u + (1 - ρ) δ²,  x ← x - η δ.

    ε stands inside both roots, as in the paper and in torch; it sets how small the first steps are.
    The paper has no η; torch multiplies by it, and 1 is the paper's method.

    Source: Zeiler (2012), Algorithm 1, https://arxiv.org/abs/1212.5701; torch.optim.Adadelta.
    """

    label = "Adadelta"
    about = "Sets its own step length from the steps it has taken; starts slowly."
    group = "Adaptive rates"

    lr: float = param(1.0, "Multiplies the step that the method chooses; 1 is the paper's method.",
                      within="(0, inf)", symbol="η", log=True, low=1e-1, high=100.0)
    rho: float = param(0.9, "Memory of the squared gradients and steps.", within="[0, 1]", symbol="ρ",
                       low=0.5, high=0.999)
    eps: float = param(1e-6, "Sets the length of the first steps.", within="[0, inf)", symbol="ε", log=True,
                       advanced=True, low=1e-10, high=1e-1)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            *self.pull(),
            "v = rho*v + (1 - rho)*g**2",
            "delta = sqrt(u + eps)/sqrt(v + eps)*g",
            "u = rho*u + (1 - rho)*delta**2",
            "x = x - lr*delta",
        )

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "Adadelta", {"rho": self.rho, "eps": self.eps, "weight_decay": self.weight_decay}

    def init(self, x: Array) -> Memory:
        zero = np.zeros_like(x)
        return Memory(zero, zero)

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.pulled(x, oracle)
        v = squares(memory.v, g, self.rho)
        below = v + self.eps
        np.sqrt(below, out=below)
        delta = memory.u + self.eps
        np.sqrt(delta, out=delta)
        delta /= below
        delta *= g
        u = squares(memory.u, delta, self.rho)
        delta *= self.rate(oracle.step)
        return np.subtract(x, delta, out=delta), Memory(v, u)
