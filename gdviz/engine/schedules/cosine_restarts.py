"""The learning rate along falling halves of cosine waves."""

from __future__ import annotations

import math
from typing import Any

from gdviz.engine.arrays import Array
from gdviz.engine.schedule import Schedule
from gdviz.spec import param, register


@register
class CosineRestarts(Schedule):
    """The learning rate falls along half a cosine wave and starts again from lr, without end.

    lr_k = eta_min + (lr - eta_min) (1 + cos(πj / T)) / 2,  j steps after the last restart, in a cycle of T:
    the first has T = t_0, each next one t_mult times the last.

    Source: Loshchilov & Hutter (2017), SGDR, equation 5, https://arxiv.org/abs/1608.03983;
    torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.
    """

    label = "Cosine with restarts"
    about = "Falls along half a cosine wave, again and again."

    t_0: int = param(50, "Steps of the first cycle.", within="[1, inf)", low=1, high=500)
    t_mult: int = param(1, "How many times longer each cycle is than the last.", within="[1, inf)", low=1,
                        high=4)
    eta_min: float = param(0.0, "The lowest learning rate.", within="[0, inf)")

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "CosineAnnealingWarmRestarts", {
            "T_0": self.t_0, "T_mult": self.t_mult, "eta_min": self.eta_min,
        }

    def rate(self, lr: float | Array, step: int) -> float | Array:
        since, cycle = step, self.t_0
        if self.t_mult == 1:
            since = step % cycle
        while since >= cycle:
            since -= cycle
            cycle *= self.t_mult
        return self.eta_min + (lr - self.eta_min) * (1 + math.cos(math.pi * since / cycle)) / 2
