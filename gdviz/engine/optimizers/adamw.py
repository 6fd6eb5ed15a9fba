"""Adam with decoupled weight decay."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import adam_written, lerp, on, power, squares
from gdviz.engine.optimizer import FirstOrder, Term
from gdviz.engine.oracle import Oracle
from gdviz.spec import param, register


class Memory(NamedTuple):
    """m, v: running averages of the gradient and of its square; v_max: largest v so far (0 unless amsgrad);
    each (B, d).
    """

    m: Array
    v: Array
    v_max: Array


@register
class Adamw(FirstOrder):
    """Adam whose weight decay shrinks x itself instead of entering the gradient and its averages.

    m ← β₁ m + (1 - β₁) g,  v ← β₂ v + (1 - β₂) g²,
    x ← (1 - η λ) x - η m̂ / (√v̂ + ε)  with m̂ = m / (1 - β₁ᵗ), v̂ = v / (1 - β₂ᵗ).

    As in torch, the decay is multiplied by the learning rate of the step; the paper multiplies it by the
    schedule's factor alone.

    Source: Loshchilov & Hutter (2019), Algorithm 2, https://arxiv.org/abs/1711.05101; torch.optim.AdamW.
    """

    label = "AdamW"
    about = "Adam that pulls the parameters towards 0 apart from the gradient."

    weight_decay: float = param(0.01, "Pulls every parameter towards 0, apart from the gradient.",
                                within="[0, inf)", symbol="λ", low=0.0, high=1.0)
    beta1: float = param(0.9, "Memory of the gradient.", within="[0, 1)", symbol="β₁", advanced=True)
    beta2: float = param(0.999, "Memory of the gradient's square.", within="[0, 1)", symbol="β₂",
                         advanced=True)
    eps: float = param(1e-8, "Keeps the division finite.", within="[0, inf)", symbol="ε", advanced=True)
    amsgrad: bool = param(False, "Divide by the largest average square so far, never by less.", advanced=True)

    def _remainder(self) -> str:
        return "(1 - lr*weight_decay)*x" if on(self.weight_decay) else "x"

    def script(self, t: int = 2) -> tuple[str, ...]:
        return (*self.asks(), *adam_written(self.beta1, self.amsgrad, self._remainder()))

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            "m = beta1*m + (1 - beta1)*g",
            "v = beta2*v + (1 - beta2)*g**2",
            *(("v_max = max(v_max, v)",) if self.amsgrad else ()),
            "m_hat = m/(1 - beta1**t)",
            f"v_hat = {'v_max' if self.amsgrad else 'v'}/(1 - beta2**t)",
            f"x = {self._remainder()} - lr*m_hat/(sqrt(v_hat) + eps)",
        )

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        scale = "/(1 - beta1**t)/(sqrt(v_hat) + eps)"
        decay = (Term("decay", "-lr*weight_decay*x", "memory"),) if on(self.weight_decay) else ()
        return (
            *decay,
            Term("memory", f"-lr*beta1*m{scale}", "memory"),
            Term("gradient", f"-lr*(1 - beta1)*g{scale}", "gradient"),
        )

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "AdamW", {
            "betas": (self.beta1, self.beta2), "eps": self.eps, "weight_decay": self.weight_decay,
            "amsgrad": self.amsgrad,
        }

    def init(self, x: Array) -> Memory:
        zero = np.zeros_like(x)
        return Memory(zero, zero, zero)

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g, t, lr = self.gradient(x, oracle), oracle.step + 1, self.rate(oracle.step)
        m, v, v_max = lerp(memory.m, g, 1 - self.beta1), squares(memory.v, g, self.beta2), memory.v_max
        if self.amsgrad:
            v_max = np.maximum(v_max, v)
        below = np.sqrt(v_max if self.amsgrad else v)
        below /= power(1 - power(self.beta2, t), 0.5)
        below += self.eps
        move = lr / (1 - power(self.beta1, t)) * m
        move /= below
        rest = x * (1 - lr * self.weight_decay) if on(self.weight_decay) else x
        return np.subtract(rest, move, out=move), Memory(m, v, v_max)
