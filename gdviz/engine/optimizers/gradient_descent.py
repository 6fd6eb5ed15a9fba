"""Gradient descent."""

from __future__ import annotations

from typing import Any

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.optimizer import Nothing
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decaying
from gdviz.spec import register


@register
class GradientDescent(Decaying):
    """Steepest descent with a fixed learning rate; on one sample a step it is SGD.

    x ← x - η g,  with g + λ x in place of g where there is weight decay λ.

    Source: Cauchy (1847), Comptes rendus 25, 536-538; torch.optim.SGD.
    """

    label = "Gradient descent"
    short = "GD"
    about = "Steps against the gradient, in proportion to it."

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (*self.pull(), "x = x - lr*g")

    def iteration(self, curvature: float) -> Array | None:
        lr = self.steady_rate()
        return None if lr is None else np.array([[1.0 - lr * curvature]])

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "SGD", {"weight_decay": self.weight_decay}

    def init(self, x: Array) -> Nothing:
        return Nothing()

    def step(self, x: Array, memory: Nothing, oracle: Oracle) -> tuple[Array, Nothing]:
        return x - self.rate(oracle.step) * self.pulled(x, oracle), memory
