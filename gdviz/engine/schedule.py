"""The family of schedules: the learning rate as a function of the step."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

from gdviz.engine.arrays import Array
from gdviz.spec import Spec


class Schedule(Spec):
    """lr_k = rate(lr, k), where k counts the steps from 0 and lr is what the optimizer was given.

    Every schedule is a closed form in k, defined for all k ≥ 0, so that any step can be asked for alone;
    lr may be (B, 1).
    """

    family = "schedule"
    catalogue: ClassVar[dict[str, type[Any]]] = {}
    about: ClassVar[str]

    @abstractmethod
    def rate(self, lr: float | Array, step: int) -> float | Array:
        """The learning rate of the step from x_k to x_{k+1}: a number, or (B, 1) where lr is."""

    def torch(self) -> tuple[str, dict[str, Any]] | None:
        """Its class in torch.optim.lr_scheduler and that one's arguments, or None."""
        return None
