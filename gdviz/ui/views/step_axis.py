"""What the plot of the loss has along its axis: where each step of a run lies on it, and back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.oracle import GRADIENT, SAMPLES
from gdviz.frame import Frame, Lane

SAMPLED = ("epochs", "samples")  # these there are only where there are samples
UNITS = (("s", 1.0), ("ms", 1e3), ("µs", 1e6))
BY_RATE = "learning-rate"
SLACK = 1.3  # by how much a range that is still measured may be wider than what is known


@dataclass(frozen=True)
class StepAxis:
    """kind: updates, evaluations (of the gradient), epochs, samples (seen) or (measured) seconds."""

    kind: str

    def values(self, lane: Lane, first: int, last: int) -> Array:
        """Where the steps first…last, both included, lie: (n,), or (n, B) where starts differ."""
        if self.kind == "updates":
            return np.arange(first, last + 1, dtype=np.float64)
        if self.kind == "seconds":
            return lane.seconds[first : last + 1]
        counts = lane.counts[first : last + 1, GRADIENT if self.kind == "evaluations" else SAMPLES]
        return counts / float(lane.task.objective.terms if self.kind == "epochs" else 1)

    def at(self, lane: Lane, step: int) -> float:
        """Where a step of the first start lies; steps that are not recorded, at the pace so far."""
        known = lane.known
        there = float(np.ravel(self.values(lane, min(step, known), min(step, known)))[0])
        return there + (step - known) * self._pace(lane) if step > known else there

    def _pace(self, lane: Lane) -> float:
        known = lane.known
        return float(np.ravel(self.values(lane, known, known))[0]) / known if known else 1.0

    def step_at(self, lane: Lane, x: float, steps: int) -> int | None:
        """The step in 0…steps that lies nearest to x; None where all steps lie in one place."""
        known, pace = lane.known, self._pace(lane)
        if pace <= 0:
            return None
        end = self.at(lane, known)
        if x >= end:
            step = known + round((x - end) / pace)
        else:
            step = bisect_left(range(known + 1), x, key=lambda k: self.at(lane, k))
            if step > 0 and x - self.at(lane, step - 1) <= self.at(lane, step) - x:
                step -= 1
        return min(max(step, 0), steps)

    def end(self, frame: Frame, before: float) -> float:
        """Where the axis ends, so that all steps have room; `before`: where it ended last.

        A range that is estimated from what is computed so far does not move with every estimate.
        """
        if self.kind == "updates":
            return float(max(frame.steps, 1))
        lanes: Sequence[Lane] = [lane for lane in frame.lanes if lane.shown] or frame.lanes
        found, complete = [self.at(frame.lanes[frame.chosen], frame.step)], True
        for lane in lanes:
            going = lane.known < frame.steps and not (lane.last >= 0).all()
            complete = complete and not going
            found += [self.at(lane, frame.steps if going else lane.known)]
            found += [float(np.max(self.values(lane, lane.known, lane.known)))]
        needed = max(found)
        if needed <= 0:
            return 1.0
        if complete:
            return needed
        return before if needed <= before <= SLACK * needed else needed * (1 + SLACK) / 2


def unit_of(seconds: float) -> tuple[str, float]:
    """The unit in which a time is a number of one to three digits, and how many there are in a second."""
    return next((unit for unit in UNITS if seconds * unit[1] >= 1), UNITS[-1])


def offered(frame: Frame) -> list[str]:
    """The kinds of axis that this problem has; the rates of learning are on a plot of their own."""
    kinds = ["updates", "evaluations", "seconds"]
    if frame.objective.terms:
        kinds += SAMPLED
    asked = frame.prediction is not None and frame.prediction.truth is None  # other rates tell what will come
    rated = any("lr" in lane.optimizer.params() for lane in frame.lanes if lane.shown)
    return [*kinds, BY_RATE] if rated and not asked else kinds
