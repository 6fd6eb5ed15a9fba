"""AdaMax."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import lerp, power
from gdviz.engine.optimizer import Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decaying
from gdviz.spec import param, register


class Memory(NamedTuple):
    """m: running average of the gradient; u: its largest recent size, slowly forgotten; each (B, d)."""

    m: Array
    u: Array


@register
class Adamax(Decaying):
    """Adam that divides by the largest recent gradient instead of the root of the average square.

    m ← β₁ m + (1 - β₁) g,  u ← max(β₂ u, |g| + ε),  x ← x - η m̂ / u  with m̂ = m / (1 - β₁ᵗ).

    ε is added to |g|, as in torch; the paper has none.

    Source: Kingma & Ba (2015), Algorithm 2, https://arxiv.org/abs/1412.6980; torch.optim.Adamax.
    """

    label = "AdaMax"
    about = "Adam, divided by the largest recent gradient in each coordinate."
    group = "Adam and its kin"

    beta1: float = param(0.9, "Memory of the gradient.", within="[0, 1)", symbol="β₁", advanced=True)
    beta2: float = param(0.999, "Memory of the largest gradient.", within="[0, 1)", symbol="β₂",
                         advanced=True)
    eps: float = param(1e-8, "Keeps the division finite.", within="[0, inf)", symbol="ε", advanced=True)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            *self.pull(),
            "m = beta1*m + (1 - beta1)*g",
            "u = max(beta2*u, abs(g) + eps)",
            "m_hat = m/(1 - beta1**t)",
            "x = x - lr*m_hat/u",
        )

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        scale = "/(1 - beta1**t)/max(beta2*u, abs(g) + eps)"
        return (
            Term("memory", f"-lr*beta1*m{scale}", "memory"),
            Term("gradient", f"-lr*(1 - beta1)*g{scale}", "gradient"),
        )

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "Adamax", {
            "betas": (self.beta1, self.beta2), "eps": self.eps, "weight_decay": self.weight_decay,
        }

    def init(self, x: Array) -> Memory:
        zero = np.zeros_like(x)
        return Memory(zero, zero)

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.pulled(x, oracle)
        m = lerp(memory.m, g, 1 - self.beta1)
        size = np.abs(g)
        size += self.eps
        u = self.beta2 * memory.u
        np.maximum(u, size, out=u)
        move = self.rate(oracle.step) / (1 - power(self.beta1, oracle.step + 1)) * m
        move /= u
        return np.subtract(x, move, out=move), Memory(m, u)
