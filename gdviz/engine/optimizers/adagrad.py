"""AdaGrad."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import on
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decaying
from gdviz.spec import param, register


class Memory(NamedTuple):
    """s: the sum of the squares of all gradients so far (B, d)."""

    s: Array


@register
class Adagrad(Decaying):
    """Steps shrink in each coordinate with the sum of the squared gradients it has seen.

    s ← s + g²,  x ← x - η / (1 + (t - 1) δ) · g / (√s + ε).

    ε stands outside the root, as in torch; the paper adds it to the sum, inside.

    Source: Duchi, Hazan & Singer (2011), JMLR 12, Figure 1 with diagonal matrices; torch.optim.Adagrad.
    """

    label = "AdaGrad"
    about = "Steps shrink in each coordinate with the gradients it has seen."
    group = "Adaptive rates"

    lr: float = param(0.5, "Learning rate: about the length of the first step in each coordinate.",
                      within="(0, inf)", symbol="η", log=True, low=1e-2, high=10.0)
    lr_decay: float = param(0.0, "How fast the learning rate itself falls with the steps.",
                            within="[0, inf)", symbol="δ", advanced=True)
    initial_accumulator_value: float = param(0.0, "What the sum of squares starts from.",
                                             within="[0, inf)", symbol="s₀", advanced=True)
    eps: float = param(1e-10, "Keeps the division finite.", within="[0, inf)", symbol="ε", advanced=True)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        lr = "lr/(1 + (t - 1)*lr_decay)" if on(self.lr_decay) else "lr"
        return (*self.pull(), "s = s + g**2", f"x = x - {lr}*g/(sqrt(s) + eps)")

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "Adagrad", {
            "lr_decay": self.lr_decay, "weight_decay": self.weight_decay,
            "initial_accumulator_value": self.initial_accumulator_value, "eps": self.eps,
        }

    def init(self, x: Array) -> Memory:
        return Memory(np.zeros_like(x) + self.initial_accumulator_value)

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.pulled(x, oracle)
        s = g * g
        s += memory.s
        below = np.sqrt(s)
        below += self.eps
        move = self.rate(oracle.step) / (1 + oracle.step * self.lr_decay) * g
        move /= below
        return np.subtract(x, move, out=move), Memory(s)
