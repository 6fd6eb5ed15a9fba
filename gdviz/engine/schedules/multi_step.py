"""The learning rate in stairs at chosen steps."""

from __future__ import annotations

import math
from typing import Any

from gdviz.engine.arrays import Array
from gdviz.engine.averages import power
from gdviz.engine.schedule import Schedule
from gdviz.spec import param, register


@register
class MultiStep(Schedule):
    """At each milestone the learning rate falls by a factor; after the last one it stays.

    lr_k = lr · γ^(number of milestones ≤ k).

    Source: torch.optim.lr_scheduler.MultiStepLR.
    """

    label = "Stairs at milestones"
    about = "Falls by a factor at chosen steps."

    milestones: tuple[float, ...] = param((30.0, 80.0), "Steps at which it falls.", within="[0, inf)")
    gamma: float = param(0.1, "Factor of each fall.", within="(0, 1]", symbol="γ")

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "MultiStepLR", {
            "milestones": [math.ceil(milestone) for milestone in self.milestones], "gamma": self.gamma,
        }

    def rate(self, lr: float | Array, step: int) -> float | Array:
        return lr * power(self.gamma, sum(milestone <= step for milestone in self.milestones))
