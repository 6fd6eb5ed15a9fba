"""The learning rate as a power of the steps that remain."""

from __future__ import annotations

from typing import Any

from gdviz.engine.arrays import Array
from gdviz.engine.averages import power
from gdviz.engine.schedule import Schedule
from gdviz.spec import param, register


@register
class Polynomial(Schedule):
    """The learning rate falls to 0 as a power of the steps that remain, and stays there.

    lr_k = lr · (1 - min(k, total_iters) / total_iters)^power.

    Source: torch.optim.lr_scheduler.PolynomialLR.
    """

    label = "Polynomial decay"
    about = "Falls to 0 as a power of the steps that remain."

    total_iters: int = param(100, "Steps until it is 0.", within="[1, inf)", low=1, high=1000)
    power: float = param(1.0, "1 falls in a straight line, more falls early.", within="(0, inf)", low=0.2,
                         high=5.0)

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "PolynomialLR", {"total_iters": self.total_iters, "power": self.power}

    def rate(self, lr: float | Array, step: int) -> float | Array:
        return lr * power(1.0 - min(step, self.total_iters) / self.total_iters, self.power)
