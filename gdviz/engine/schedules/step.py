"""The learning rate in equal stairs."""

from __future__ import annotations

from typing import Any

from gdviz.engine.arrays import Array
from gdviz.engine.averages import power
from gdviz.engine.schedule import Schedule
from gdviz.spec import param, register


@register
class Step(Schedule):
    """Every few steps the learning rate falls by a factor, without end.

    lr_k = lr · γ^⌊k / step_size⌋.

    Source: torch.optim.lr_scheduler.StepLR.
    """

    label = "Stairs"
    about = "Falls by a factor every few steps."

    step_size: int = param(30, "Steps between two falls.", within="[1, inf)", low=1, high=200)
    gamma: float = param(0.1, "Factor of each fall.", within="(0, 1]", symbol="γ")

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "StepLR", {"step_size": self.step_size, "gamma": self.gamma}

    def rate(self, lr: float | Array, step: int) -> float | Array:
        return lr * power(self.gamma, step // self.step_size)
