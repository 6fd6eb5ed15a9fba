"""Adam."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import adam_written, lerp, power, squares
from gdviz.engine.optimizer import Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decaying
from gdviz.spec import param, register


class Memory(NamedTuple):
    """m, v: running averages of the gradient and of its square; v_max: largest v so far (0 unless amsgrad);
    each (B, d).
    """

    m: Array
    v: Array
    v_max: Array


@register
class Adam(Decaying):
    """Momentum, rescaled in each coordinate by the recent size of the gradient.

    m ← β₁ m + (1 - β₁) g,  v ← β₂ v + (1 - β₂) g²,
    x ← x - η m̂ / (√v̂ + ε)  with m̂ = m / (1 - β₁ᵗ), v̂ = v / (1 - β₂ᵗ).

    ε stands outside the root and after the bias correction, as in torch; AMSGrad takes the largest v.

    Source: Kingma & Ba (2015), Algorithm 1, https://arxiv.org/abs/1412.6980; Reddi, Kale & Kumar (2018),
    https://arxiv.org/abs/1904.09237; torch.optim.Adam.
    """

    label = "Adam"
    about = "Momentum, with a step length of its own for each coordinate."
    group = "Adam and its kin"

    beta1: float = param(0.9, "Memory of the gradient.", within="[0, 1)", symbol="β₁", advanced=True)
    beta2: float = param(0.999, "Memory of the gradient's square.", within="[0, 1)", symbol="β₂",
                         advanced=True)
    eps: float = param(1e-8, "Keeps the division finite.", within="[0, inf)", symbol="ε", advanced=True)
    amsgrad: bool = param(False, "Divide by the largest average square so far, never by less.", advanced=True)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            *self.pull(),
            "m = beta1*m + (1 - beta1)*g",
            "v = beta2*v + (1 - beta2)*g**2",
            *(("v_max = max(v_max, v)",) if self.amsgrad else ()),
            "m_hat = m/(1 - beta1**t)",
            f"v_hat = {'v_max' if self.amsgrad else 'v'}/(1 - beta2**t)",
            f"x = {self.remainder()} - lr*m_hat/(sqrt(v_hat) + eps)",
        )

    def script(self, t: int = 2) -> tuple[str, ...]:
        return (*self.asks(), *self.pull(), *adam_written(self.beta1, self.amsgrad, self.remainder()))

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        scale = "/(1 - beta1**t)/(sqrt(v_hat) + eps)"
        return (
            *self.decay_terms(),
            Term("memory", f"-lr*beta1*m{scale}", "memory"),
            Term("gradient", f"-lr*(1 - beta1)*g{scale}", "gradient"),
        )

    def torch(self) -> tuple[str, dict[str, Any]]:
        return self.label, {
            "betas": (self.beta1, self.beta2), "eps": self.eps, "weight_decay": self.weight_decay,
            "amsgrad": self.amsgrad,
        }

    def init(self, x: Array) -> Memory:
        zero = np.zeros_like(x)
        return Memory(zero, zero, zero)

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g, t, lr = self.pulled(x, oracle), oracle.step + 1, self.rate(oracle.step)
        m, v, v_max = lerp(memory.m, g, 1 - self.beta1), squares(memory.v, g, self.beta2), memory.v_max
        if self.amsgrad:
            v_max = np.maximum(v_max, v)
        below = np.sqrt(v_max if self.amsgrad else v)
        below /= power(1 - power(self.beta2, t), 0.5)
        below += self.eps
        move = lr / (1 - power(self.beta1, t)) * m
        move /= below
        return np.subtract(self.shrunk(x, oracle.step), move, out=move), Memory(m, v, v_max)
