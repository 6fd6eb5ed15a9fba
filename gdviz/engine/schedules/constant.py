"""The schedule that is none."""

from __future__ import annotations

from gdviz.engine.arrays import Array
from gdviz.engine.schedule import Schedule
from gdviz.spec import register


@register
class Constant(Schedule):
    """The learning rate stays as it is: lr_k = lr. Source: Cauchy (1847)."""

    label = "Constant"
    about = "The learning rate stays as it is."

    def rate(self, lr: float | Array, step: int) -> float | Array:
        return lr
