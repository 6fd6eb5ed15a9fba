"""Quasi-hyperbolic Adam."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import SQUARES_WRITTEN, lerp, lerp_written, power, squares
from gdviz.engine.optimizer import Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decaying
from gdviz.spec import param, register


class Memory(NamedTuple):
    """m, v: running averages of the gradient and of its square; each (B, d)."""

    m: Array
    v: Array


@register
class Qhadam(Decaying):
    """Adam with the plain gradient, and its plain square, mixed into both averages.

    m ← β₁ m + (1 - β₁) g,  v ← β₂ v + (1 - β₂) g²,
    x ← x - η ((1 - ν₁) g + ν₁ m̂) / (√((1 - ν₂) g² + ν₂ v̂) + ε)  with m̂ = m / (1 - β₁ᵗ), v̂ = v / (1 - β₂ᵗ).

    ν₁ = ν₂ = 1 is Adam.

    Source: Ma & Yarats (2019), Quasi-hyperbolic momentum and Adam for deep learning, QHAdam,
    https://arxiv.org/abs/1810.06801.
    """

    label = "Quasi-hyperbolic Adam"
    short = "QHAdam"
    about = "Adam with the plain gradient mixed into its averages."
    group = "Adam and its kin"

    nu1: float = param(0.7, "Share of the average gradient in the step.", within="[0, 1]", symbol="ν₁")
    nu2: float = param(1.0, "Share of the average square in the divisor.", within="[0, 1]", symbol="ν₂",
                       advanced=True)
    beta1: float = param(0.995, "Memory of the gradient.", within="[0, 1)", symbol="β₁", advanced=True)
    beta2: float = param(0.999, "Memory of the gradient's square.", within="[0, 1)", symbol="β₂",
                         advanced=True)
    eps: float = param(1e-8, "Keeps the division finite.", within="[0, inf)", symbol="ε", advanced=True)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            *self.pull(),
            "m = beta1*m + (1 - beta1)*g",
            "v = beta2*v + (1 - beta2)*g**2",
            "m_hat = m/(1 - beta1**t)",
            "v_hat = v/(1 - beta2**t)",
            "d = sqrt((1 - nu2)*g**2 + nu2*v_hat) + eps",
            "x = x - lr*((1 - nu1)*g + nu1*m_hat)/d",
        )

    def script(self, t: int = 2) -> tuple[str, ...]:
        """As `step` computes it, so that it rounds alike."""
        return (
            *self.asks(),
            *self.pull(),
            lerp_written(self.beta1),
            SQUARES_WRITTEN,
            "below = sqrt((1 - nu2)*g*g + nu2/(1 - beta2**t)*v) + eps",
            "x = x - ((1 - nu1)*g + nu1/(1 - beta1**t)*m)*lr/below",
        )

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        return (
            Term("memory", "-lr*nu1*beta1*m/(1 - beta1**t)/d", "memory"),
            Term("gradient", "-lr*(1 - nu1 + nu1*(1 - beta1)/(1 - beta1**t))*g/d", "gradient"),
        )

    def init(self, x: Array) -> Memory:
        zero = np.zeros_like(x)
        return Memory(zero, zero)

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g, t = self.pulled(x, oracle), oracle.step + 1
        m, v = lerp(memory.m, g, 1 - self.beta1), squares(memory.v, g, self.beta2)
        below = (1 - self.nu2) * g
        below *= g
        below += self.nu2 / (1 - power(self.beta2, t)) * v
        np.sqrt(below, out=below)
        below += self.eps
        move = (1 - self.nu1) * g
        move += self.nu1 / (1 - power(self.beta1, t)) * m
        move *= self.rate(oracle.step)
        move /= below
        return np.subtract(x, move, out=move), Memory(m, v)
