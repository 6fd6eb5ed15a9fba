"""The loss of all runs over the steps, with the play-head."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gdviz.frame import Frame, Lane
from gdviz.ui.language import Translate, plain, run_name
from gdviz.ui.numbers import significant
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import polyline_gap
from gdviz.ui.views.marks import HALO, paint_cross, paint_head, paint_text
from gdviz.ui.views.names import apart
from gdviz.ui.views.plot import Plot
from gdviz.ui.views.spans import Span, loss_range
from gdviz.ui.views.ticks import Tick, decades, even
from gdviz.ui.views.traces import Quantity, Traces, losses, steps
from gdviz.ui.views.view import View

GRAB, CLICK = 9.0, 7.0  # pixels round the play-head and round a line
WIDEST_NAME = 180.0
HEAD = 10.0


class LossView(View):
    """By the user's hand only: sought(step) when the play-head is dragged; run_chosen(index of the lane)."""

    sought = Signal(int)
    run_chosen = Signal(int)

    def __init__(self, theme: Theme, tr: Translate = plain, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr, "view_loss", tr("Loss"), parent)
        self._frame: Frame | None = None
        self._spans: list[Span] = []
        self._quantity = Quantity(steps, losses, log=True)
        self._chosen_log: bool | None = None  # by the user, for this objective
        self._explored = self._dragging = False
        self._sought = -1
        self._names: list[tuple[QRectF, int]] = []
        self._traces = Traces(theme)
        self.log_button = self.head.add_switch("button_log", tr("log"), tr("Logarithmic loss axis"))
        self.log_button.clicked.connect(self._choose_log)
        self.head.add_icon("button_fit_loss", "fit", tr("Show all")).clicked.connect(self.fit)
        self._lay_out(Plot(theme, self, self._x_ticks, self._y_ticks))
        self.plot.add_layer(self._paint_lines)
        self.plot.add_layer(self._paint_heads, clip=False)
        self.plot.changed.connect(self._follow)
        self.plot.explored.connect(self._explore)
        self.plot.hovered.connect(self._show_place)

    # What is shown

    def show_frame(self, frame: Frame) -> None:
        """Draw the losses as they are known now."""
        old, self._frame = self._frame, frame
        self._spans = [
            self._spans[i] if i < len(self._spans) and self._spans[i].show(lane) else Span(lane)
            for i, lane in enumerate(frame.lanes)
        ]
        if old is None or old.objective != frame.objective:
            self._chosen_log, self._explored = None, False
        names = [(lane.name, lane.shown, lane.optimizer) for lane in frame.lanes]
        if old is None or names != [(lane.name, lane.shown, lane.optimizer) for lane in old.lanes]:
            self._make_room()
        self._show_log()
        if not self._explored:
            self.fit()
        self.plot.repaint_layers()

    def fit(self) -> None:
        """Show all steps and losses."""
        frame = self._frame
        if frame is None:
            return
        self._explored = False
        shown = [span for span, lane in zip(self._spans, frame.lanes, strict=True) if lane.shown]
        bottom, top = loss_range(shown, self._quantity.log, self.plot.extent.height / self._theme.scale)
        extent = replace(self.plot.extent, left=0.0, right=float(max(frame.steps, 1)), bottom=bottom, top=top)
        if extent != self.plot.extent:
            self.plot.show_extent(extent)

    @property
    def log(self) -> bool:
        """Whether the axis of the loss is logarithmic."""
        return self._quantity.log

    def show_log(self, log: bool) -> None:
        """Make the axis logarithmic or not, as if the button had been pressed."""
        self._choose_log(log)

    def _choose_log(self, log: bool) -> None:
        self._chosen_log, self._explored = log, False
        self._show_log()
        self.fit()
        self.plot.repaint_layers()

    def _show_log(self) -> None:
        shown = [span for span in self._spans if span.lane.shown] or self._spans
        # A loss of 0, which Newton's method often hits, runs off the scale and is no reason against it.
        positive = all(span.lowest >= 0 and span.start > 0 for span in shown)
        log = positive if self._chosen_log is None else self._chosen_log
        if log != self._quantity.log:
            self._quantity = Quantity(steps, losses, log)
        self.log_button.setChecked(log)

    def _make_room(self) -> None:
        frame = self._frame
        assert frame is not None
        metrics = QFontMetricsF(self._theme.font(12, 600))
        widths = [metrics.horizontalAdvance(self._name(lane)) for lane in frame.lanes if lane.shown]
        self.plot.show_margin(math.ceil(max(widths, default=0.0)) + self._theme.px(24))

    def _name(self, lane: Lane) -> str:
        metrics = QFontMetricsF(self._theme.font(12, 600))
        widest = WIDEST_NAME * self._theme.scale
        return metrics.elidedText(run_name(lane, self._tr), Qt.TextElideMode.ElideRight, widest)

    def _follow(self) -> None:
        if not self._explored:
            self.fit()

    def _explore(self) -> None:
        self._explored = True

    # Painting

    def _x_ticks(self, low: float, high: float, length: float) -> list[Tick]:
        ticks = even(low, high, length, self._theme.px(60))
        return [tick for tick in ticks if tick.value == round(tick.value)]

    def _y_ticks(self, low: float, high: float, length: float) -> list[Tick]:
        return (decades if self._quantity.log else even)(low, high, length, self._theme.px(28))

    def _paint_lines(self, painter: QPainter, extent: Extent) -> None:
        frame = self._frame
        if frame is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._theme.color("ink", 0.08), 1))
        for tick in self._y_ticks(extent.bottom, extent.top, extent.height):
            down = round(extent.place(0, tick.value)[1])
            painter.drawLine(QPointF(0, down), QPointF(extent.width, down))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._traces.paint(painter, extent, frame.lanes, self._quantity, extent.place(frame.step, 0)[0])

    def _place(self, lane: Lane, step: int, extent: Extent, row: int = 0) -> tuple[float, float]:
        """The pixels of a row at a step; where its value is not finite, at the top edge."""
        x = float(extent.x(self._quantity.x(lane, step, step))[0])
        y = float(self._quantity.height(self._quantity.y(lane, step, step)[:, row], extent)[0])
        return x, min(max(y, 0.0), extent.height) if math.isfinite(y) else 0.0

    def _paint_heads(self, painter: QPainter, extent: Extent) -> None:
        frame, theme = self._frame, self._theme
        self._names.clear()
        if frame is None:
            return
        order = sorted(range(len(frame.lanes)), key=lambda i: i == frame.chosen)
        shown = [i for i in order if frame.lanes[i].shown]
        self._paint_names(painter, extent, sorted(shown))
        x = extent.place(frame.step, 0)[0]
        if not -0.5 <= x <= extent.width + 0.5:
            return
        self._paint_playhead(painter, extent, x)
        for i in shown:
            lane = frame.lanes[i]
            at = QPointF(*self._place(lane, lane.at(frame.step), extent))
            if extent.holds(at.x(), at.y(), 1):
                style = theme.run(lane.slot)
                if 0 <= lane.last[0] <= frame.step:
                    paint_cross(painter, theme, at, theme.color(style.color), theme.px(9))
                else:
                    paint_head(painter, theme, style, at, HEAD)

    def _paint_playhead(self, painter: QPainter, extent: Extent, x: float) -> None:
        theme = self._theme
        width = max(1, theme.px(1))
        left = round(x - width / 2 + 0.49)
        painter.fillRect(QRectF(left, 0, width, extent.height), theme.color("ink"))
        half, low = 6.0 * theme.scale, 10.5 * theme.scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        painter.drawPolygon(
            QPolygonF([QPointF(left + width / 2 + dx, dy) for dx, dy in ((-half, 0), (half, 0), (0, low))])
        )

    def _paint_names(self, painter: QPainter, extent: Extent, shown: list[int]) -> None:
        frame, theme = self._frame, self._theme
        assert frame is not None
        lanes = [frame.lanes[i] for i in shown]
        wanted = [self._place(lane, lane.known, extent)[1] for lane in lanes]
        gap = theme.px(16)
        for i, lane, y in zip(
            shown, lanes, apart(wanted, gap, gap / 2, extent.height - gap / 4), strict=True
        ):
            rect = paint_text(
                painter, QPointF(extent.width + theme.px(8), y), self._name(lane), theme.font(12, 600),
                theme.color(theme.run(lane.slot).color), theme.color("halo", HALO),
            )  # fmt: skip
            self._names.append((rect, i))

    # The hand

    def _near_playhead(self, at: QPointF) -> bool:
        if self._frame is None:
            return False
        x = self.plot.extent.place(self._frame.step, 0)[0]
        return abs(at.x() - x) <= GRAB and self.plot.extent.holds(at.x(), at.y(), GRAB)

    def press(self, at: QPointF) -> bool:
        """Take hold of the play-head."""
        self._dragging = self._near_playhead(at)
        self._sought = self._frame.step if self._frame else -1
        return self._dragging

    def drag(self, at: QPointF) -> None:
        """Seek the step under the mouse."""
        if self._frame is None:
            return
        x = self.plot.extent.value(at.x(), 0)[0]
        step = round(min(max(x, 0), self._frame.steps))
        if step != self._sought:
            self._sought = step
            self.sought.emit(step)

    def drop(self) -> None:
        """Let the play-head go."""
        self._dragging = False

    def click(self, at: QPointF) -> None:
        """Choose the run whose line or name is here."""
        run = next((i for rect, i in self._names if rect.contains(at)), None)
        if run is None and self._frame is not None:
            gaps = [(self._gap(lane, at), i) for i, lane in enumerate(self._frame.lanes) if lane.shown]
            gap, nearest = min(gaps, default=(math.inf, 0))
            run = nearest if gap <= CLICK * self._theme.scale else None
        if run is not None:
            self.run_chosen.emit(run)

    def double_click(self, at: QPointF) -> None:
        """Nothing."""

    def hover(self, at: QPointF | None) -> Qt.CursorShape:
        """The play-head can be taken sideways."""
        if self._dragging or (at is not None and self._near_playhead(at)):
            return Qt.CursorShape.SizeHorCursor
        named = at is not None and any(rect.contains(at) for rect, _ in self._names)
        return Qt.CursorShape.PointingHandCursor if named else Qt.CursorShape.ArrowCursor

    def _gap(self, lane: Lane, at: QPointF) -> float:
        """Pixels between a place and a lane's line, from the steps near it."""
        extent = self.plot.extent
        reach = 12 * extent.pixel[0]
        x = extent.value(at.x(), 0)[0]
        first = max(0, math.floor(min(x - reach, lane.known)))
        last = min(lane.known, math.ceil(max(x + reach, 0)))
        if last < first:
            return math.inf
        across = extent.x(self._quantity.x(lane, first, last))
        down = self._quantity.height(self._quantity.y(lane, first, last), extent)
        return min(
            polyline_gap(np.stack([across, down[:, row]], axis=1), at.x(), at.y())
            for row in range(down.shape[1])
        )

    def _show_place(self, point: tuple[float, float] | None) -> None:
        frame = self._frame
        if point is None or frame is None:
            self.head.show_numbers()
            return
        step = round(min(max(point[0], 0), frame.steps))
        down = self.plot.extent.place(*point)[1]
        lanes = [lane for lane in frame.lanes if lane.shown and lane.known >= step]
        if not lanes:
            self.head.show_numbers([(self._tr("step"), str(step))])
            return
        nearest = min(lanes, key=lambda lane: abs(self._place(lane, step, self.plot.extent)[1] - down))
        loss = float(self._quantity.y(nearest, step, step)[0, 0])
        self.head.show_numbers([(self._tr("step"), str(step)), (self._tr("loss"), significant(loss))])
