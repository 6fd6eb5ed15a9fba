"""The learning rate up and down once."""

from __future__ import annotations

import math
from typing import Any

from gdviz.engine.arrays import Array
from gdviz.engine.schedule import Schedule
from gdviz.spec import param, register


@register
class OneCycle(Schedule):
    """The learning rate rises from lr / div_factor to lr and falls far below where it began.

    It ends at step total_steps - 1 with lr / (div_factor · final_div_factor) and stays there (torch refuses
    to go on). lr is torch's max_lr. In three phases it first falls back to where it began, as in the
    paper. The momentum is not cycled: torch's cycle_momentum=False.

    Source: Smith & Topin (2018), Super-convergence, https://arxiv.org/abs/1708.07120;
    torch.optim.lr_scheduler.OneCycleLR.
    """

    label = "One cycle"
    about = "Rises to lr, then falls far below where it began."

    total_steps: int = param(100, "Steps of the cycle.", within="[1, inf)", low=1, high=1000)
    pct_start: float = param(0.3, "Fraction of the steps in which it rises.", within="[0, 1]")
    anneal_strategy: str = param("cos", "The shape of each rise and fall.", choices=("cos", "linear"),
                                 advanced=True)
    div_factor: float = param(25.0, "It starts from lr divided by this.", within="[1, inf)", advanced=True,
                              low=1.0, high=100.0)
    final_div_factor: float = param(1e4, "It ends at the start divided by this.", within="[1, inf)",
                                    log=True, advanced=True, low=1.0, high=1e6)
    three_phase: bool = param(False, "Fall back to the start first, then below it.", advanced=True)

    def _phases(self, lr: float | Array) -> list[tuple[float, float | Array, float | Array]]:
        """The phases as (last step, rate at the beginning, rate at the end)."""
        initial = lr / self.div_factor
        lowest = initial / self.final_div_factor
        top = self.pct_start * self.total_steps - 1
        end = float(self.total_steps - 1)
        if self.three_phase:
            back = 2 * self.pct_start * self.total_steps - 2
            return [(top, initial, lr), (back, lr, initial), (end, initial, lowest)]
        return [(top, initial, lr), (end, lr, lowest)]

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "OneCycleLR", {
            "total_steps": self.total_steps, "pct_start": self.pct_start,
            "anneal_strategy": self.anneal_strategy, "cycle_momentum": False,
            "div_factor": self.div_factor, "final_div_factor": self.final_div_factor,
            "three_phase": self.three_phase,
        }

    def rate(self, lr: float | Array, step: int) -> float | Array:
        now = min(float(step), float(self.total_steps - 1))
        phases = self._phases(lr)
        passed = sum(now > end for end, _, _ in phases[:-1])
        begin = phases[passed - 1][0] if passed else 0.0
        end, first, last = phases[passed]
        share = (now - begin) / (end - begin) if end > begin else 1.0
        if self.anneal_strategy == "linear":
            return (last - first) * share + first
        return last + (first - last) / 2.0 * (math.cos(math.pi * share) + 1)
