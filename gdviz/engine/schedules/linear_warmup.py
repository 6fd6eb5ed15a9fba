"""The learning rate rising in a straight line before another schedule begins."""

from __future__ import annotations

from typing import Any

from gdviz.engine.arrays import Array
from gdviz.engine.schedule import Schedule
from gdviz.engine.schedules.constant import Constant
from gdviz.spec import param, register


@register
class LinearWarmup(Schedule):
    """The learning rate rises in a straight line to lr; then another schedule begins with its step 0.

    lr_k = lr · (s + (1 - s) k / steps)  for k < steps, s being start_factor;  then(lr, k - steps)  after.

    Source: Goyal et al. (2017), section 2.2, https://arxiv.org/abs/1706.02677; torch.optim.lr_scheduler's
    SequentialLR([LinearLR(start_factor, total_iters=steps), then], milestones=[steps]).
    """

    label = "Linear warm-up"
    about = "Rises in a straight line, then follows another schedule."

    steps: int = param(10, "Steps until it has risen to lr.", within="[1, inf)", low=1, high=200)
    start_factor: float = param(1 / 3, "Fraction of lr that it starts from.", within="(0, 1]", symbol="s")
    then: Schedule = param(Constant(), "What follows.")

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "LinearLR", {"start_factor": self.start_factor, "total_iters": self.steps}

    def rate(self, lr: float | Array, step: int) -> float | Array:
        if step >= self.steps:
            return self.then.rate(lr, step - self.steps)
        return lr * (self.start_factor + (1.0 - self.start_factor) * step / self.steps)
