"""The lines in the plot of the loss: which quantity against what, their range, how they are painted."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from PySide6.QtGui import QPainter

from gdviz.engine.measures.measurement import rates
from gdviz.frame import Frame, Lane
from gdviz.picture import Chart
from gdviz.ui.language import Translate
from gdviz.ui.numbers import significant
from gdviz.ui.theme import Theme
from gdviz.ui.views import quantities, step_axis
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.loss_marks import paint_limit
from gdviz.ui.views.quantities import Quantities, Values
from gdviz.ui.views.spans import Span, loss_range
from gdviz.ui.views.step_axis import StepAxis, unit_of
from gdviz.ui.views.ticks import Tick, decades, even
from gdviz.ui.views.traces import Quantity, Traces

FAINT = {True: 0.3, False: 0.45}  # by whether it is what was smoothed: opacity of the line behind the line
MOST_APART = 12  # lanes that may end apart; more of them would take much memory and are cut at one place
MOST_BATCH = 0.4  # of the range of the full loss: how much more may be shown for the losses of batches
LINEAR = ("stability",)  # shown on a linear axis if nothing else is said


class LossLines:
    """chart: what is shown, which is what is wanted as far as there is such a thing; log: whether y is log10.

    axis, main, faint: what the lines are made of; x_offered, y_offered: names of all that there is.
    """

    def __init__(self, theme: Theme, tr: Translate) -> None:
        self._theme, self._tr = theme, tr
        self.quantities = Quantities()
        self._axes: dict[str, StepAxis] = {}
        self.chart = Chart()
        self.x_offered, self.y_offered = ["updates"], ["loss"]
        self.axis = self._axis("updates")
        self.main = Quantity(self.axis.values, quantities.losses, log=True)
        self.faint: Quantity | None = None
        self.frame: Frame | None = None
        self._spans: dict[Values, list[Span]] = {}
        self._traces: dict[bool, list[Traces]] = {False: [], True: []}
        self._right = 1.0

    def _axis(self, kind: str) -> StepAxis:
        # One for each kind: what is painted is known by it.
        return self._axes.setdefault(kind, StepAxis(kind))

    @property
    def log(self) -> bool:
        return self.main.log

    def show(self, frame: Frame, wanted: Chart) -> None:
        """Follow the recordings; `wanted` may ask for what this problem has not, and then gets the loss."""
        self.frame = frame
        self.x_offered, self.y_offered = step_axis.offered(frame), quantities.offered(frame)
        self.chart = replace(
            wanted,
            x=wanted.x if wanted.x in self.x_offered and wanted.x != step_axis.BY_RATE else "updates",
            y=wanted.y if wanted.y in self.y_offered else "loss",
        )
        chart, self.axis = self.chart, self._axis(self.chart.x)
        spans = self._followed(frame, self._shown_values())
        log = self._suits_log(spans) if chart.scale == "auto" else chart.scale == "log"
        main, faint = self.quantities.lines(chart.y, chart.smoothing, log)
        self.main = Quantity(self.axis.values, main, log)
        self.faint = None if faint is None else Quantity(self.axis.values, faint, log)
        self._right = self.axis.end(frame, self._right)

    def _shown_values(self) -> list[Values]:
        """What the range has to hold."""
        own = self.quantities.values(self.chart.y)
        return [own, self.quantities.batches] if self.chart.y == "batch-loss" else [own]

    def _followed(self, frame: Frame, shown: list[Values]) -> list[Span]:
        self._spans = {values: self._spans.get(values, []) for values in shown}
        for values, old in self._spans.items():
            self._spans[values] = [
                old[i] if i < len(old) and old[i].show(lane) else Span(lane, values)
                for i, lane in enumerate(frame.lanes)
            ]
        return self._spans[shown[0]]

    def _suits_log(self, spans: list[Span]) -> bool:
        if self.chart.y in LINEAR:
            return False
        # A loss of 0, which Newton's method often hits, runs off the scale and is no reason against it.
        shown = [span for span in spans if span.lane.shown] or spans
        return all(span.lowest >= 0 and span.start > 0 for span in shown)

    # Places

    def fitted(self, extent: Extent, taken: float) -> Extent:
        """The range that shows all steps and values; `taken`: pixels at the bottom that lines keep free."""
        pixels = (extent.height - taken) / self._theme.scale
        bottom, top = self._range(pixels)
        limits = self.limits()
        if limits:
            highest = math.log10(max(limits)) + 0.1 if self.log else 1.1 * max(limits)
            bottom, top = bottom if self.log else min(bottom, 0.0), max(top, highest)
        bottom -= (top - bottom) * taken / max(extent.height - taken, 1.0)
        return replace(extent, left=0.0, right=self._right, bottom=bottom, top=top)

    def _range(self, pixels: float) -> tuple[float, float]:
        """Bottom and top of all lines; the losses of batches do not press the full loss flat."""
        ranges = [
            loss_range([span for span in spans if span.lane.shown], self.log, pixels)
            for spans in self._spans.values()
        ]
        (bottom, top), room = ranges[0], MOST_BATCH * (ranges[0][1] - ranges[0][0])
        for low, high in ranges[1:]:
            bottom, top = max(min(bottom, low), bottom - room), min(max(top, high), top + room)
        return bottom, top

    def limits(self) -> list[float]:
        """Where η λ_max makes each method unstable, as far as that is known; the chosen run's first."""
        frame = self.frame
        if frame is None or self.chart.y != "stability":
            return []
        order = sorted(range(len(frame.lanes)), key=lambda i: i != frame.chosen)
        found = (self._limit(frame.lanes[i], frame.step) for i in order if frame.lanes[i].shown)
        return list(dict.fromkeys(float(f"{limit:.9g}") for limit in found if limit))

    def _limit(self, lane: Lane, step: int) -> float | None:
        """`stable_below` in units of 1/λ; with weight decay it depends on λ, and λ is that of the step."""
        k = lane.at(step)
        rate = float(rates(lane.task, np.array([k]))[0, 0])
        if not rate:  # a schedule has come to its end
            return None
        curvature = float(self.quantities.sharpness(lane, k, k)[0, 0]) / rate
        below = lane.optimizer.stable_below(curvature)
        limit = math.nan if below is None else below * curvature
        return limit if 0.0 < limit < math.inf else None

    def place(self, lane: Lane, step: int, extent: Extent, row: int = 0) -> tuple[float, float]:
        """The pixels of a row at a step; where its value is not finite, at the top edge."""
        across = np.ravel(self.main.x(lane, step, step))
        x = float(extent.x(across)[min(row, len(across) - 1)])
        y = float(self.main.height(self.main.y(lane, step, step)[:, row], extent)[0])
        return x, min(max(y, 0.0), extent.height) if math.isfinite(y) else 0.0

    def playhead(self, extent: Extent) -> float:
        """The pixels of the step shown, as the chosen run has it."""
        frame = self.frame
        assert frame is not None
        return extent.place(self.axis.at(frame.lanes[frame.chosen], frame.step), 0)[0]

    def polylines(self, lane: Lane, extent: Extent, across: float, reach: float) -> list[np.ndarray]:
        """The parts of a lane's lines within `reach` pixels of a place, for each row (n, 2)."""
        assert self.frame is not None
        steps = []
        for side in (across - reach, across + reach):
            step = self.axis.step_at(lane, extent.value(side, 0)[0], self.frame.steps)
            steps.append(lane.known if step is None else step)
        first, last = max(steps[0] - 1, 0) if steps[0] <= lane.known else lane.known + 1, steps[1] + 1
        if first > lane.known:
            return []
        last = min(last, lane.known)
        down = self.main.height(self.main.y(lane, first, last), extent)
        x = extent.x(self.main.x(lane, first, last))
        x = np.broadcast_to(x[:, None] if x.ndim == 1 else x, down.shape)
        return [np.stack([x[:, row], down[:, row]], axis=1) for row in range(down.shape[1])]

    def x_ticks(self, low: float, high: float, length: float) -> list[Tick]:
        """Ticks of the axis: whole numbers of what is counted, times in a unit that suits them."""
        kind, least = self.chart.x, self._theme.px(60)
        factor = unit_of(high)[1] if kind == "seconds" else 1.0
        ticks = even(low * factor, high * factor, length, least)
        if kind not in ("seconds", "epochs"):
            ticks = [tick for tick in ticks if tick.value == round(tick.value)]
        return [Tick(tick.value / factor, tick.text) for tick in ticks]

    def y_ticks(self, low: float, high: float, length: float) -> list[Tick]:
        """Ticks of the values."""
        return (decades if self.log else even)(low, high, length, self._theme.px(28))

    # Painting

    def paint(self, painter: QPainter, extent: Extent) -> None:
        """Paint all lines, bold up to the step shown and pale after it."""
        frame = self.frame
        if frame is None:
            return
        if self.faint is not None:
            strength = FAINT[self.chart.y != "batch-loss"]
            self._trace(painter, extent, frame, self.faint, strength)
        self._trace(painter, extent, frame, self.main, 1.0)
        for limit in self.limits():
            y = extent.place(0, math.log10(limit) if self.log else limit)[1]
            text = self._tr("stable < {limit}").format(limit=significant(limit).removesuffix(".00"))
            paint_limit(painter, self._theme, extent, y, text)

    def _trace(
        self, painter: QPainter, extent: Extent, frame: Frame, quantity: Quantity, strength: float
    ) -> None:
        """Against updates all lanes reach the step shown in one place, else each in its own."""
        apart = self.chart.x != "updates" and len(frame.lanes) <= MOST_APART
        traces = self._traces[quantity is self.faint]
        groups = [(lane,) for lane in frame.lanes] if apart else [frame.lanes]
        del traces[len(groups) :]
        traces += [Traces(self._theme) for _ in range(len(groups) - len(traces))]
        for trace, lanes in zip(traces, groups, strict=True):
            edge = self.playhead(extent)
            if apart and lanes[0] is not frame.lanes[frame.chosen]:
                edge = self.place(lanes[0], lanes[0].at(frame.step), extent)[0]
            trace.paint(painter, extent, lanes, quantity, edge, strength)
