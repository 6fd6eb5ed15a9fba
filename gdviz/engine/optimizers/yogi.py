"""Yogi."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import lerp, lerp_written
from gdviz.engine.optimizer import Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decaying
from gdviz.spec import param, register


class Memory(NamedTuple):
    """m: running average of the gradient; v: a slow measure of its square; each (B, d)."""

    m: Array
    v: Array


@register
class Yogi(Decaying):
    """Adam whose divisor changes by amounts that do not depend on how large it is.

    m ← β₁ m + (1 - β₁) g,  v ← v - (1 - β₂) sign(v - g²) g²,  x ← x - η m / (√v + ε).

    There is no bias correction, as in the paper's algorithm; optax corrects both averages.

    Source: Zaheer et al. (2018), Adaptive Methods for Nonconvex Optimization, Algorithm 2, NeurIPS 31.
    """

    label = "Yogi"
    about = "Adam whose divisor shrinks slowly after large gradients."
    group = "Adam and its kin"

    beta1: float = param(0.9, "Memory of the gradient.", within="[0, 1)", symbol="β₁", advanced=True)
    beta2: float = param(0.999, "Memory of the gradient's square.", within="[0, 1)", symbol="β₂",
                         advanced=True)
    eps: float = param(1e-3, "Keeps the division finite.", within="[0, inf)", symbol="ε", advanced=True)
    initial_accumulator_value: float = param(1e-6, "What v starts from.", within="[0, inf)", symbol="v₀",
                                             advanced=True)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            *self.pull(),
            "m = beta1*m + (1 - beta1)*g",
            "v = v - (1 - beta2)*sign(v - g**2)*g**2",
            "d = sqrt(v) + eps",
            "x = x - lr*m/d",
        )

    def script(self, t: int = 2) -> tuple[str, ...]:
        """As `step` computes it, so that it rounds alike."""
        return (
            *self.asks(),
            *self.pull(),
            lerp_written(self.beta1),
            "v = v - sign(v - g*g)*(1 - beta2)*(g*g)",
            "x = x - lr*m/(sqrt(v) + eps)",
        )

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        return (
            Term("memory", "-lr*beta1*m/d", "memory"),
            Term("gradient", "-lr*(1 - beta1)*g/d", "gradient"),
        )

    def init(self, x: Array) -> Memory:
        zero = np.zeros_like(x)
        return Memory(zero, zero + self.initial_accumulator_value)

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.pulled(x, oracle)
        m = lerp(memory.m, g, 1 - self.beta1)
        square = g * g
        change = np.sign(memory.v - square)
        change *= 1 - self.beta2
        change *= square
        v = memory.v - change
        below = np.sqrt(v)
        below += self.eps
        move = self.rate(oracle.step) * m
        move /= below
        return np.subtract(x, move, out=move), Memory(m, v)
