"""Lion."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import on
from gdviz.engine.optimizer import FirstOrder
from gdviz.engine.oracle import Oracle
from gdviz.spec import param, register


class Memory(NamedTuple):
    """m: running average of the gradient (B, d)."""

    m: Array


@register
class Lion(FirstOrder):
    """Steps of one length in every coordinate, along the signs of a mix of momentum and gradient.

    c = β₁ m + (1 - β₁) g,  m ← β₂ m + (1 - β₂) g,  x ← x - η (sign(c) + λ x).

    Weight decay is decoupled, as in AdamW. The paper's learning rates are 3 to 10 times below Adam's.

    Source: Chen et al. (2023), Symbolic Discovery of Optimization Algorithms, Algorithm 2,
    https://arxiv.org/abs/2302.06675.
    """

    label = "Lion"
    about = "Equal steps in every coordinate, along the signs of the momentum."
    group = "Momentum"

    lr: float = param(0.05, "Learning rate: the length of every step in each coordinate.",
                      within="(0, inf)", symbol="η", log=True, low=1e-4, high=1.0)
    beta1: float = param(0.9, "Weight of the memory in the direction of the step.", within="[0, 1)",
                         symbol="β₁", advanced=True)
    beta2: float = param(0.99, "Memory of the gradient.", within="[0, 1)", symbol="β₂", advanced=True)
    weight_decay: float = param(0.0, "Pulls every parameter towards 0, apart from the gradient.",
                                within="[0, inf)", symbol="λ", advanced=True)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        step = "(sign(c) + weight_decay*x)" if on(self.weight_decay) else "sign(c)"
        return (
            "c = beta1*m + (1 - beta1)*g",
            "m = beta2*m + (1 - beta2)*g",
            f"x = x - lr*{step}",
        )

    def init(self, x: Array) -> Memory:
        return Memory(np.zeros_like(x))

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.gradient(x, oracle)
        move = self.beta1 * memory.m
        move += (1 - self.beta1) * g
        np.sign(move, out=move)
        if on(self.weight_decay):
            move += self.weight_decay * x
        move *= self.rate(oracle.step)
        m = self.beta2 * memory.m
        m += (1 - self.beta2) * g
        return np.subtract(x, move, out=move), Memory(m)
