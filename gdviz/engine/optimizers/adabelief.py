"""AdaBelief."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import lerp, power, squares
from gdviz.engine.optimizer import Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decaying
from gdviz.spec import param, register


class Memory(NamedTuple):
    """m: running average of the gradient; s: of the square of its surprise g - m; each (B, d)."""

    m: Array
    s: Array


@register
class Adabelief(Decaying):
    """Adam that steps far where the gradient is as expected, and little where it surprises.

    m ← β₁ m + (1 - β₁) g,  s ← β₂ s + (1 - β₂)(g - m)² + ε,
    x ← x - η m̂ / (√ŝ + ε)  with m̂ = m / (1 - β₁ᵗ), ŝ = s / (1 - β₂ᵗ).

    ε enters twice, as in the paper: at every step into s, and outside the root.

    Source: Zhuang et al. (2020), AdaBelief Optimizer, Algorithm 2, https://arxiv.org/abs/2010.07468.
    """

    label = "AdaBelief"
    about = "Adam that steps far where the gradient is as expected."
    group = "Adam and its kin"

    beta1: float = param(0.9, "Memory of the gradient.", within="[0, 1)", symbol="β₁", advanced=True)
    beta2: float = param(0.999, "Memory of the surprise's square.", within="[0, 1)", symbol="β₂",
                         advanced=True)
    eps: float = param(1e-16, "Keeps the division finite.", within="[0, inf)", symbol="ε", advanced=True)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            *self.pull(),
            "m = beta1*m + (1 - beta1)*g",
            "s = beta2*s + (1 - beta2)*(g - m)**2 + eps",
            "m_hat = m/(1 - beta1**t)",
            "s_hat = s/(1 - beta2**t)",
            "x = x - lr*m_hat/(sqrt(s_hat) + eps)",
        )

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        scale = "/(1 - beta1**t)/(sqrt(s_hat) + eps)"
        return (
            Term("memory", f"-lr*beta1*m{scale}", "memory"),
            Term("gradient", f"-lr*(1 - beta1)*g{scale}", "gradient"),
        )

    def init(self, x: Array) -> Memory:
        zero = np.zeros_like(x)
        return Memory(zero, zero)

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g, t = self.pulled(x, oracle), oracle.step + 1
        m = lerp(memory.m, g, 1 - self.beta1)
        s = squares(memory.s, g - m, self.beta2)
        s += self.eps
        below = np.sqrt(s)
        below /= power(1 - power(self.beta2, t), 0.5)
        below += self.eps
        move = self.rate(oracle.step) / (1 - power(self.beta1, t)) * m
        move /= below
        return np.subtract(x, move, out=move), Memory(m, s)
