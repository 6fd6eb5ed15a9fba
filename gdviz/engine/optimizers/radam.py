"""RAdam."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import lerp, power, squares
from gdviz.engine.optimizer import Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decoupled
from gdviz.spec import param, register


class Memory(NamedTuple):
    """m, v: running averages of the gradient and of its square, each (B, d); rho_t: how many squares v is
    effectively made of (B, 1), too few to divide by up to 5.
    """

    m: Array
    v: Array
    rho_t: Array


@register
class Radam(Decoupled):
    """Adam that waits for enough squares before it divides by them, and then does so by degrees.

    m ← β₁ m + (1 - β₁) g,  v ← β₂ v + (1 - β₂) g²,  ρ = ρ∞ - 2 t β₂ᵗ / (1 - β₂ᵗ)  with ρ∞ = 2/(1 - β₂) - 1,
    x ← x - η m̂ r √(1 - β₂ᵗ) / (√v + ε)  with r = √((ρ-4)(ρ-2)ρ∞ / ((ρ∞-4)(ρ∞-2)ρ))  where ρ > 5,
    x ← x - η m̂  where it is not.

    As in torch, ε is added to √v before the bias correction, and the limit is 5; the paper has no ε and 4.

    Source: Liu et al. (2020), Algorithm 2, https://arxiv.org/abs/1908.03265; torch.optim.RAdam.
    """

    label = "RAdam"
    about = "Adam that trusts its average square only once it is reliable."
    group = "Adam and its kin"

    lr: float = param(0.05, "Learning rate; the first steps are its multiples of the plain gradient.",
                      within="(0, inf)", symbol="η", log=True, low=1e-3, high=1.0)
    beta1: float = param(0.9, "Memory of the gradient.", within="[0, 1)", symbol="β₁", advanced=True)
    beta2: float = param(0.999, "Memory of the gradient's square.", within="[0, 1)", symbol="β₂",
                         advanced=True)
    eps: float = param(1e-8, "Keeps the division finite.", within="[0, inf)", symbol="ε", advanced=True)

    def _lengths(self, t: int) -> tuple[float | Array, float | Array]:
        """ρ∞ and ρ of step t."""
        limit, kept = 2 / (1 - self.beta2) - 1, power(self.beta2, t)
        return limit, limit - 2 * t * kept / (1 - kept)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            *self.pull(),
            "m = beta1*m + (1 - beta1)*g",
            "v = beta2*v + (1 - beta2)*g**2",
            "rho_inf = 2/(1 - beta2) - 1",
            "rho_t = rho_inf - 2*t*beta2**t/(1 - beta2**t)",
            *self._scale(t),
            "m_hat = m/(1 - beta1**t)",
            f"x = {self.remainder()} - lr*s*m_hat",
        )

    def _scale(self, t: int) -> tuple[str, ...]:
        reliable = np.greater(self._lengths(t)[1], 5.0)
        if not reliable.any():
            return ("s = 1",)
        r = "(rho_t - 4)*(rho_t - 2)*rho_inf/((rho_inf - 4)*(rho_inf - 2)*rho_t)"
        divided = "r*sqrt(1 - beta2**t)/(sqrt(v) + eps)"
        if reliable.all():
            return (f"r = sqrt({r})", f"s = {divided}")
        return (f"r = where(rho_t > 5, sqrt(abs({r})), 0)", f"s = where(rho_t > 5, {divided}, 1)")

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        return (
            *self.decay_terms(),
            Term("memory", "-lr*beta1*m/(1 - beta1**t)*s", "memory"),
            Term("gradient", "-lr*(1 - beta1)*g/(1 - beta1**t)*s", "gradient"),
        )

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "RAdam", {
            "betas": (self.beta1, self.beta2), "eps": self.eps, "weight_decay": self.weight_decay,
            "decoupled_weight_decay": self.decoupled_weight_decay,
        }

    def init(self, x: Array) -> Memory:
        zero = np.zeros_like(x)
        return Memory(zero, zero, np.zeros((len(x), 1)))

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g, t = self.pulled(x, oracle), oracle.step + 1
        m, v = lerp(memory.m, g, 1 - self.beta1), squares(memory.v, g, self.beta2)
        limit, length = self._lengths(t)
        rho_t = np.empty((len(x), 1))
        rho_t[:] = length
        move = m / (1 - power(self.beta1, t))
        move *= self.rate(oracle.step)
        reliable = np.greater(length, 5.0)
        if reliable.any():
            safe = np.where(reliable, length, 6.0) if isinstance(length, np.ndarray) else length
            below = np.sqrt(v)
            below += self.eps
            np.divide(power(1 - power(self.beta2, t), 0.5), below, out=below)
            below *= move
            far = np.where(reliable, limit, 6.0) if isinstance(length, np.ndarray) else limit
            below *= power((safe - 4) * (safe - 2) * far / ((far - 4) * (far - 2) * safe), 0.5)
            move = below if reliable.all() else np.where(reliable, below, move)
        return np.subtract(self.shrunk(x, oracle.step), move, out=move), Memory(m, v, rho_t)
