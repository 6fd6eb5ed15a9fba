"""What the plot of the loss can show of each run, and whether it can."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.explanation.step import CURVED
from gdviz.engine.measures.measurement import (
    Measure,
    Measurement,
    affordable,
    batch_cost,
    batch_losses,
    curvature_cost,
    rates,
    sharpness,
)
from gdviz.engine.measures.smoothing import Smoothed
from gdviz.engine.objective import Objective
from gdviz.engine.run import Task
from gdviz.frame import Frame, Lane

Values = Callable[[Lane, int, int], Array]  # lane, first and last step → (n, B)
KEPT = 64  # runs of which what was measured is kept


def losses(lane: Lane, first: int, last: int) -> Array:
    """The full loss."""
    return lane.losses[first : last + 1]


def gradient_norms(lane: Lane, first: int, last: int) -> Array:
    """The norm of the full gradient."""
    return lane.grad_norms[first : last + 1]


def distances(lane: Lane, first: int, last: int) -> Array:
    """The distance to the nearest known minimum."""
    points = lane.path[first : last + 1]
    with np.errstate(all="ignore"):
        minima = lane.task.objective.minima
        return np.asarray(np.min([norms(points - np.array(minimum)) for minimum in minima], axis=0))


@lru_cache(maxsize=8)
def _lowest(objective: Objective) -> float:
    found = objective.lowest()
    return np.nan if found is None else found


def errors(lane: Lane, first: int, last: int) -> Array:
    """f - f*, where f* is the value at the lowest known minimum; 0 where rounding makes it negative."""
    error = lane.losses[first : last + 1] - _lowest(lane.task.objective)
    return np.where(error < 0, np.where(error > -1e-9, 0.0, error), error)


class Measured:
    """Values that are measured when they are shown, and kept for each run.

    cost: multiplications for one step of all starts; ahead: how many steps after it a step needs.
    """

    def __init__(self, measure: Measure, cost: Callable[[Task], float], ahead: int = 0) -> None:
        @lru_cache(maxsize=KEPT)
        def of(task: Task) -> Measurement:
            return Measurement(task, measure, affordable(cost(task)), ahead)

        self._of = of

    def along(self, lane: Lane) -> Measurement:
        """What is measured of a run, as far as it is recorded."""
        found = self._of(lane.task)
        found.extend(lane.path, lane.losses)
        return found

    def __call__(self, lane: Lane, first: int, last: int) -> Array:
        return self.along(lane).rows(first, last)


class Smooth:
    """The running average of a quantity; of its logarithm, where the axis shows that."""

    def __init__(self, of: Values, share: float, log: bool) -> None:
        @lru_cache(maxsize=KEPT)
        def smoothed(task: Task) -> Smoothed:
            return Smoothed(share)

        self._of, self._log, self._smoothed = of, log, smoothed

    def __call__(self, lane: Lane, first: int, last: int) -> Array:
        made = self._smoothed(lane.task)
        if last >= len(made):
            values = self._of(lane, len(made), lane.known)
            with np.errstate(all="ignore"):
                made.extend(np.log10(values) if self._log else values)
        found = made.rows(first, last)
        return np.asarray(10.0**found if self._log else found)


class Quantities:
    """Everything that can be shown, by its name; what was measured is kept."""

    def __init__(self) -> None:
        self.sharpness = Measured(sharpness, curvature_cost)
        self.batches = Measured(batch_losses, batch_cost)
        self._values: dict[str, Values] = {
            "loss": losses, "batch-loss": losses, "gradient-norm": gradient_norms, "distance": distances,
            "error": errors, "stability": self.sharpness,
        }  # fmt: skip
        self._smooth: OrderedDict[object, Smooth] = OrderedDict()

    def lines(self, name: str, smoothing: float, log: bool) -> tuple[Values, Values | None]:
        """The line that is drawn, and the faint one behind it: the batch's loss, or what is smoothed."""
        values = self._values[name]
        if name == "batch-loss":
            return values, self._smoothed(self.batches, smoothing, log) if smoothing else self.batches
        return (self._smoothed(values, smoothing, log), values) if smoothing else (values, None)

    def values(self, name: str) -> Values:
        """The quantity as it is, not smoothed."""
        return self._values[name]

    def _smoothed(self, values: Values, share: float, log: bool) -> Smooth:
        key = (values, share, log)
        if key not in self._smooth:
            self._smooth[key] = Smooth(values, share, log)
            while len(self._smooth) > 2:
                self._smooth.popitem(last=False)
        return self._smooth[key]


def offered(frame: Frame) -> list[str]:
    """The quantities that there are for this problem and these runs."""
    objective, names = frame.objective, ["loss", "gradient-norm"]
    if any(not lane.task.batches.full(objective.terms) for lane in frame.lanes):
        names.insert(1, "batch-loss")
    if objective.minima:
        names += ["distance", "error"]
    first = np.zeros(1, dtype=int)
    paced = any(np.isfinite(rates(lane.task, first)).any() for lane in frame.lanes)
    if objective.dimension <= CURVED and paced:
        names.append("stability")
    return names
