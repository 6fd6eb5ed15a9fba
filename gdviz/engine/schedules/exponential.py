"""The learning rate in a geometric sequence."""

from __future__ import annotations

from typing import Any

from gdviz.engine.arrays import Array
from gdviz.engine.averages import power
from gdviz.engine.schedule import Schedule
from gdviz.spec import param, register


@register
class Exponential(Schedule):
    """Each step multiplies the learning rate by the same factor, without end.

    lr_k = lr · γᵏ.

    Source: torch.optim.lr_scheduler.ExponentialLR.
    """

    label = "Exponential"
    about = "Falls by the same factor at every step."

    gamma: float = param(0.98, "Factor of each step.", within="(0, 1]", symbol="γ", low=0.8, high=1.0)

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "ExponentialLR", {"gamma": self.gamma}

    def rate(self, lr: float | Array, step: int) -> float | Array:
        return lr * power(self.gamma, step)
