"""NAdam."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import SQUARES_WRITTEN, lerp, lerp_written, power, squares
from gdviz.engine.optimizer import Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decoupled
from gdviz.spec import param, register


class Memory(NamedTuple):
    """m, v: running averages of the gradient and of its square, each (B, d); mu_product: the product of
    all momenta μ so far (B, 1).
    """

    m: Array
    v: Array
    mu_product: Array


@register
class Nadam(Decoupled):
    """Adam with Nesterov's momentum: the next step's momentum is applied already.

    μₜ = β₁ (1 - ½ · 0.96^(t ψ)),  M ← M μₜ,  m ← β₁ m + (1 - β₁) g,  v ← β₂ v + (1 - β₂) g²,
    x ← x - η ((1 - μₜ)/(1 - M) · g + μₜ₊₁/(1 - M μₜ₊₁) · m) / (√v̂ + ε)  with v̂ = v / (1 - β₂ᵗ).

    As in torch, m decays with β₁ and only its weight follows the rising μ; the report decays m with μ too.

    Source: Dozat (2016), Incorporating Nesterov Momentum into Adam, Algorithm 2,
    https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ; torch.optim.NAdam.
    """

    label = "NAdam"
    about = "Adam with Nesterov's momentum."
    group = "Adam and its kin"

    beta1: float = param(0.9, "Memory of the gradient.", within="[0, 1)", symbol="β₁", advanced=True)
    beta2: float = param(0.999, "Memory of the gradient's square.", within="[0, 1)", symbol="β₂",
                         advanced=True)
    eps: float = param(1e-8, "Keeps the division finite.", within="[0, inf)", symbol="ε", advanced=True)
    momentum_decay: float = param(4e-3, "How fast the momentum rises from β₁/2 to β₁.", within="[0, inf)",
                                  symbol="ψ", advanced=True)

    def _factors(self) -> tuple[str, ...]:
        return (
            "mu = beta1*(1 - 0.5*0.96**(t*momentum_decay))",
            "mu_next = beta1*(1 - 0.5*0.96**((t + 1)*momentum_decay))",
            "mu_product = mu_product*mu",
        )

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            *self.pull(),
            *self._factors(),
            "m = beta1*m + (1 - beta1)*g",
            "v = beta2*v + (1 - beta2)*g**2",
            "v_hat = v/(1 - beta2**t)",
            "a = (1 - mu)/(1 - mu_product)",
            "b = mu_next/(1 - mu_product*mu_next)",
            f"x = {self.remainder()} - lr*(a*g + b*m)/(sqrt(v_hat) + eps)",
        )

    def script(self, t: int = 2) -> tuple[str, ...]:
        """As `step` computes it, so that it rounds alike."""
        return (
            *self.asks(),
            *self.pull(),
            *self._factors(),
            lerp_written(self.beta1),
            SQUARES_WRITTEN,
            "below = sqrt(v/(1 - beta2**t)) + eps",
            f"x = {self.remainder()} - lr*(1 - mu)/(1 - mu_product)*g/below",
            "x = x - lr*mu_next/(1 - mu_product*mu_next)*m/below",
        )

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        below = "/(sqrt(v_hat) + eps)"
        return (
            *self.decay_terms(),
            Term("memory", f"-lr*b*beta1*m{below}", "memory"),
            Term("gradient", f"-lr*(a + b*(1 - beta1))*g{below}", "gradient"),
        )

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "NAdam", {
            "betas": (self.beta1, self.beta2), "eps": self.eps, "weight_decay": self.weight_decay,
            "momentum_decay": self.momentum_decay, "decoupled_weight_decay": self.decoupled_weight_decay,
        }

    def init(self, x: Array) -> Memory:
        zero = np.zeros_like(x)
        return Memory(zero, zero, np.ones((len(x), 1)))

    def _mu(self, t: int) -> float | Array:
        return self.beta1 * (1.0 - 0.5 * power(0.96, t * self.momentum_decay))

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g, t, lr = self.pulled(x, oracle), oracle.step + 1, self.rate(oracle.step)
        mu, mu_next = self._mu(t), self._mu(t + 1)
        mu_product = memory.mu_product * mu
        m, v = lerp(memory.m, g, 1 - self.beta1), squares(memory.v, g, self.beta2)
        below = v / (1 - power(self.beta2, t))
        np.sqrt(below, out=below)
        below += self.eps
        move = lr * (1.0 - mu) / (1.0 - mu_product) * g
        move /= below
        x = self.shrunk(x, oracle.step) - move
        np.multiply(lr * mu_next / (1.0 - mu_product * mu_next), m, out=move)
        move /= below
        return np.subtract(x, move, out=move), Memory(m, v, mu_product)
