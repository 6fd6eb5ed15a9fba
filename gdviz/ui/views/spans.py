"""The range of values that is worth showing, found from what is new."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from gdviz.frame import Lane
from gdviz.ui.views.extent import FARTHEST
from gdviz.ui.views.quantities import Values

DEEPEST = 16.0  # decades below the highest: what lies deeper is rounding, and is left off the scale
RUNAWAY = 1e6  # times its start: a run that is so far up does not come back
EXCESS = {True: 100.0, False: 1.3}  # by log: how far above the highest start a diverging run is followed
BELOW, ABOVE = 5.0, 17.0  # px: half a head, and above the play-head's triangle as well


class Span:
    """One lane's values so far: lowest, lowest above 0, highest, the highest start, the highest at last."""

    def __init__(self, lane: Lane, values: Values) -> None:
        self.lane, self.values = lane, values
        self.lowest = self.lowest_positive = math.inf
        self.highest = self.start = self.latest = -math.inf
        self._seen = 0
        self.show(lane)

    @property
    def diverged(self) -> bool:
        return bool((self.lane.last >= 0).any())

    @property
    def runs_away(self) -> bool:
        """Whether it diverged, or is on its way: now far above where it started."""
        return self.diverged or self.latest > self.start * RUNAWAY > 0

    def show(self, lane: Lane) -> bool:
        """Take the newest recording of the same run; False if it is another one, or was cut short."""
        if lane.task is not self.lane.task or lane.known + 1 < self._seen:
            return False
        self.lane = lane
        new = self.values(lane, self._seen, lane.known) if lane.known >= self._seen else np.empty(0)
        if new.size:
            finite = new[np.isfinite(new)]
            if not self._seen:
                self.start = float(np.max(finite[: new.shape[1]], initial=-math.inf))
            self.lowest = min(self.lowest, float(np.min(finite, initial=math.inf)))
            self.highest = max(self.highest, float(np.max(finite, initial=-math.inf)))
            self.latest = float(np.max(np.nan_to_num(new[-1], nan=-math.inf)))
            positive = finite[finite > 0]
            self.lowest_positive = min(self.lowest_positive, float(np.min(positive, initial=math.inf)))
            self._seen = lane.known + 1
        return True


def loss_range(spans: Sequence[Span], log: bool, pixels: float) -> tuple[float, float]:
    """Bottom and top of the axis (log10 of the values if `log`), with room for heads; always finite.

    Runs that diverge, or are about to, do not press the others flat: they are followed a little above the
    highest start.
    """
    start = max((span.start for span in spans), default=-math.inf)
    lows = [span.lowest_positive if log else span.lowest for span in spans]
    low = min((value for value in lows if math.isfinite(value)), default=math.nan)
    sound = [span.highest for span in spans if not span.runs_away and math.isfinite(span.highest)]
    if not sound:
        sound = [span.highest for span in spans if not span.diverged and math.isfinite(span.highest)]
    cap = max([*sound, start * EXCESS[log] if start > 0 else start])
    high = max((min(span.highest, cap) for span in spans), default=math.nan)
    if not math.isfinite(low) or not math.isfinite(high) or (log and high <= 0):
        return (-1.0, 1.0) if log else (0.0, 1.0)
    if not log:
        low, high = max(min(low, FARTHEST), -FARTHEST), max(min(high, FARTHEST), -FARTHEST)
    else:
        low, high = math.log10(low), math.log10(high)
        low = max(low, high - DEEPEST)
        if high - low > 2:
            low = math.floor(low)  # the scale stands still while losses fall
    size = max(abs(high), abs(low))
    span = max(high - low, 0.1 if log else size * 1e-6 if size > 1e-12 else 1.0)
    low, high = min(low, high - span), max(high, low + span)
    room = max(pixels - BELOW - ABOVE, 40)
    bottom, top = low - span * BELOW / room, high + span * ABOVE / room
    if not log:
        grain = 10.0 ** math.floor(math.log10(span) - 2)
        bottom, top = math.floor(bottom / grain) * grain, math.ceil(top / grain) * grain
    return bottom, top
