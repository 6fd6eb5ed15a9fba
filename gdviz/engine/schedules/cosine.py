"""The learning rate along half a cosine wave."""

from __future__ import annotations

import math
from typing import Any

from gdviz.engine.arrays import Array
from gdviz.engine.schedule import Schedule
from gdviz.spec import param, register


@register
class Cosine(Schedule):
    """The learning rate falls along half a cosine wave, and after t_max steps rises along the other half.

    lr_k = eta_min + (lr - eta_min) (1 + cos(πk / t_max)) / 2.

    As in torch the wave goes on after t_max: it is back at lr after 2 t_max steps.

    Source: Loshchilov & Hutter (2017), SGDR, equation 5, https://arxiv.org/abs/1608.03983;
    torch.optim.lr_scheduler.CosineAnnealingLR.
    """

    label = "Cosine"
    about = "Falls along half a cosine wave, then rises again."

    t_max: int = param(100, "Steps until it is lowest.", within="[1, inf)", low=1, high=1000)
    eta_min: float = param(0.0, "The lowest learning rate.", within="[0, inf)")

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "CosineAnnealingLR", {"T_max": self.t_max, "eta_min": self.eta_min}

    def rate(self, lr: float | Array, step: int) -> float | Array:
        return self.eta_min + (lr - self.eta_min) * (1 + math.cos(math.pi * step / self.t_max)) / 2
