"""The loss of each run as a curve over the learning rate: its values, its range, its places on a plot."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.frame import Frame
from gdviz.picture import Chart
from gdviz.ui.theme import Theme
from gdviz.ui.views import quantities
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.rate_sweeps import RateSweeps
from gdviz.ui.views.ticks import Tick, decades, even
from gdviz.ui.views.traces import OUTSIDE

OFFERED = ("loss", "error")  # what is known of every rate
DEEPEST = 16.0  # decades below the start that are shown
ABOVE, BELOW, BESIDE = 0.16, 0.1, 0.03  # parts of the range that are left free


class RateCurves:
    """chart: what is shown, which is what is wanted as far as there is such a thing; log: whether y is log10.

    The places of rates are their log10.
    """

    def __init__(self, theme: Theme, sweeps: RateSweeps) -> None:
        self._theme, self._sweeps = theme, sweeps
        self.frame: Frame | None = None
        self.chart = Chart(x="learning-rate")
        self.log = True
        self.offered = ["loss"]
        self._zero = 0.0
        self._span: tuple[object, tuple[float, float, float]] = (None, (0.0, 1.0, 1.0))

    def show(self, frame: Frame, wanted: Chart) -> None:
        """Follow a frame; `wanted` may ask for what this problem has not, and then gets the loss."""
        self.frame = frame
        self._sweeps.show(frame)
        self.offered = [name for name in quantities.offered(frame) if name in OFFERED]
        self.chart = replace(wanted, x="learning-rate", y=wanted.y if wanted.y in self.offered else "loss")
        lowest = frame.objective.lowest() if self.chart.y == "error" else None
        self._zero = lowest or 0.0
        low, high, _ = self._spans() if self._sweeps.lanes else (0.0, 1.0, 1.0)
        self.log = (low >= 0 and high > 0) if self.chart.scale == "auto" else self.chart.scale == "log"

    @property
    def lanes(self) -> list[int]:
        """The lanes with a curve, the chosen one last, on top of the others."""
        assert self.frame is not None
        chosen = self.frame.chosen
        return sorted(self._sweeps.lanes, key=lambda i: i == chosen)

    def reached(self, lane: int) -> int | None:
        """The step up to which a run's curve is known; None where it is known to the end."""
        sweep = self._sweeps.of(lane)
        return None if sweep.known == len(sweep.steps) else sweep.reached

    def values(self, lane: int, step: int) -> Array:
        """What is shown of a run after a step at each rate (n,): inf where it diverged, nan if not known."""
        return self._above(self._sweeps.of(lane).at(step))

    def _above(self, losses: Array) -> Array:
        """Losses as they are shown; the error is 0 where the loss is below the lowest known minimum."""
        return np.maximum(losses - self._zero, 0.0) if self.chart.y == "error" else losses

    def own(self, lane: int, step: int) -> float:
        """The same at the rate that the run has, inf where it diverged."""
        assert self.frame is not None
        shown = self.frame.lanes[lane]
        if 0 <= shown.last[0] <= step:
            return math.inf
        return float(self._above(shown.losses[shown.at(step)])[0])

    def rate(self, lane: int) -> float:
        """The rate that the run has."""
        assert self.frame is not None
        return float(self.frame.lanes[lane].optimizer.lr)  # type: ignore[attr-defined]

    def best(self, lane: int, step: int) -> tuple[float, float] | None:
        """The rate with the least of what is shown after a step, and that; None where all rates are alike."""
        found = self.values(lane, step)
        sound = np.isfinite(found)
        if not sound.any() or np.ptp(found[sound]) <= 1e-12 * np.abs(found[sound]).max():
            return None
        place = int(np.nanargmin(np.where(sound, found, np.nan)))
        return float(self._sweeps.of(lane).rates[place]), float(found[place])

    def lost(self, lane: int, step: int) -> list[tuple[float, float, bool]]:
        """From where to where, in log10, the loss after a step is above the first; whether it is infinite."""
        sweep = self._sweeps.of(lane)
        there = sweep.at(step)
        gone = there > sweep.losses[0] * (1 + np.sign(sweep.losses[0]) * 1e-9)
        places = np.log10(sweep.rates)
        half = (places[1] - places[0]) / 2
        edges = np.flatnonzero(np.diff(np.concatenate([[False], gone, [False]]).astype(int)))
        return [(float(places[first] - half), float(places[last - 1] + half),
                 bool(np.isinf(there[first:last]).any())) for first, last in edges.reshape(-1, 2)]

    # Places

    def _spans(self) -> tuple[float, float, float]:
        """Least and greatest of all numbers that are shown at some step, and the least above 0."""
        sweeps = [self._sweeps.of(lane) for lane in self._sweeps.lanes]
        key = (self.chart.y, self._zero, [(sweep, sweep.known) for sweep in sweeps])
        if self._span[0] != key:
            every = np.concatenate([self._above(np.ravel(sweep.losses[: sweep.known])) for sweep in sweeps])
            every = every[np.isfinite(every)]
            low, high = (float(every.min()), float(every.max())) if len(every) else (0.0, 1.0)
            self._span = key, (low, high, float(np.min(every, where=every > 0, initial=math.inf)))
        return self._span[1]

    def fitted(self, extent: Extent) -> Extent:
        """The range that shows all rates, and what lies below the start."""
        if not self._sweeps.lanes:
            return extent
        rates = [self._sweeps.of(lane).rates[[0, -1]] for lane in self._sweeps.lanes]
        left, right = math.log10(min(low for low, _ in rates)), math.log10(max(high for _, high in rates))
        first = [self._sweeps.of(lane).losses[0, 0] - self._zero for lane in self._sweeps.lanes]
        top = max([value for value in first if math.isfinite(value)], default=1.0)
        low, _, least = self._spans()
        known = self.frame.objective.lowest() if self.frame is not None else None
        if known is not None:  # beyond the known minima some functions fall for ever
            low = max(low, known - self._zero)
        if self.log:
            top = math.log10(top) if top > 0 else 0.0
            low = max(math.log10(least), top - DEEPEST) if math.isfinite(least) else top - 1.0
        span = max(top - low, 1e-9 * max(abs(top), 1.0))
        margin = BESIDE * (right - left)
        return replace(extent, left=left - margin, right=right + margin, bottom=low - BELOW * span,
                       top=top + ABOVE * span)

    def down(self, values: Array, extent: Extent) -> Array:
        """Values (n,) → pixels from the top; outside of the plot for what is off the scale, nan stays nan."""
        with np.errstate(all="ignore"):
            y = np.log10(values) if self.log else values
            return np.clip(extent.y(y), -OUTSIDE, extent.height + OUTSIDE)

    def line(self, lane: int, step: int, extent: Extent) -> Array:
        """A run's curve after a step, in pixels (n, 2)."""
        sweep = self._sweeps.of(lane)
        return np.stack([extent.x(np.log10(sweep.rates)), self.down(self.values(lane, step), extent)], axis=1)

    def place(self, rate: float, value: float, extent: Extent) -> tuple[float, float]:
        """The pixels of a point of a curve; at the edge for a value that is off the scale."""
        down = float(self.down(np.array([value]), extent)[0])
        return extent.place(math.log10(rate), 0.0)[0], min(max(down, 0.0), extent.height)

    def x_ticks(self, low: float, high: float, length: float) -> list[Tick]:
        """Ticks of the rates."""
        return decades(low, high, length, self._theme.px(60))

    def y_ticks(self, low: float, high: float, length: float) -> list[Tick]:
        """Ticks of the values."""
        return (decades if self.log else even)(low, high, length, self._theme.px(28))
