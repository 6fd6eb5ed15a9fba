"""The loss after the step shown as a curve over the learning rate, with a handle that turns the rate."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gdviz.engine.arrays import Array
from gdviz.frame import Frame
from gdviz.picture import Chart
from gdviz.ui.language import Translate, plain
from gdviz.ui.numbers import significant
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import line_path, polyline_gap, to_paint
from gdviz.ui.views.loss_head import LossHead, brief
from gdviz.ui.views.loss_marks import paint_axis_name
from gdviz.ui.views.plot import Plot
from gdviz.ui.views.rate_curves import RateCurves
from gdviz.ui.views.rate_ground import paint_ground
from gdviz.ui.views.rate_marks import RateMarks
from gdviz.ui.views.rate_sweeps import RateSweeps
from gdviz.ui.views.view import View

GRAB, CLICK = 9.0, 8.0  # pixels round the handle and round a curve
BOLD, PALE, PALE_OPACITY = 2.0, 1.2, 0.34


class RateView(View):
    """By the user's hand only: rate_moved(index of the lane, rate), rate_dropped(), run_chosen(index of the
    lane), chosen(key, value) as LossHead tells it, log_chosen(on).
    """

    rate_moved = Signal(int, float)
    rate_dropped = Signal()
    run_chosen = Signal(int)
    chosen = Signal(str, object)
    log_chosen = Signal(bool)
    head: LossHead

    def __init__(self, theme: Theme, tr: Translate = plain, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr, "view_rates", tr("Loss by learning rate"), parent)
        self._frame: Frame | None = None
        self._dragging = False
        self._rate = 0.0
        self._axis_name = QRectF()
        self._sweeps = RateSweeps(self)
        self._curves = RateCurves(theme, self._sweeps)
        self._marks = RateMarks(theme, tr, self._curves)
        self.head.chosen.connect(self.chosen)
        self.log_button = self.head.add_switch("button_log_rates", tr("log"), tr("Logarithmic loss axis"))
        self.log_button.clicked.connect(self.log_chosen)
        self.head.add_icon("button_fit_rates", "fit", tr("Show all")).clicked.connect(self.fit)
        self._lay_out(Plot(theme, self, self._curves.x_ticks, self._curves.y_ticks))
        self.plot.add_layer(self._paint_curves)
        self.plot.add_layer(self._paint_marks, clip=False)
        self.plot.hovered.connect(self._show_place)
        self._sweeps.changed.connect(self._refresh)

    def _made_head(self, title: str) -> LossHead:
        return LossHead(self._theme, title, self._tr)

    # What is shown

    @property
    def chart(self) -> Chart:
        """What is shown; what was asked for in vain is not in it."""
        return self._curves.chart

    @property
    def offered(self) -> tuple[list[str], list[str]]:
        """What can be shown: names of x and of y."""
        return [self._curves.chart.x], self._curves.offered

    @property
    def log(self) -> bool:
        """Whether the axis of the values is logarithmic."""
        return self._curves.log

    @property
    def rate(self) -> float | None:
        """The rate of the chosen run, which the handle turns; None where it has none."""
        frame = self._frame
        has = frame is not None and frame.chosen in self._sweeps.lanes
        return self._curves.rate(frame.chosen) if frame is not None and has else None

    def show_frame(self, frame: Frame, wanted: Chart, x_offered: list[str]) -> None:
        """Draw the runs of a frame; `x_offered`: against what else the loss can be shown."""
        old, self._frame = self._frame, frame
        before = self._curves.chart
        self._curves.show(frame, wanted)
        if old is None or old.objective != frame.objective or before != self._curves.chart:
            self._explored = False
        self.head.show_chart(self._curves.chart, x_offered, self._curves.offered, self._title(frame))
        self._draw()

    def _title(self, frame: Frame) -> str:
        words = self._tr("Error after step {n}") if self.chart.y == "error" else \
            self._tr("Loss after step {n}")
        return words.format(n=frame.step)

    def _refresh(self) -> None:
        """More is known of the sweeps."""
        if self._frame is not None:
            self._curves.show(self._frame, self._curves.chart)
            self._draw()

    def _draw(self) -> None:
        self.log_button.setChecked(self._curves.log)
        if not self._explored:
            self.fit()
        self.plot.repaint_layers()

    def fit(self) -> None:
        """Show all rates."""
        if self._frame is not None:
            self._fit_to(self._curves.fitted(self.plot.extent))

    def finish(self) -> None:
        """Find out at once all that is to be painted: for pictures."""
        self._sweeps.finish()
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody sees is not computed."""
        super().hideEvent(event)
        self._sweeps.rest()

    # Painting

    def _paint_curves(self, painter: QPainter, extent: Extent) -> None:
        frame, theme = self._frame, self._theme
        if frame is None:
            return
        self._sweeps.go_on(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme.color("ink", 0.08), 1))
        for tick in self._curves.y_ticks(extent.bottom, extent.top, extent.height):
            down = round(extent.place(0, tick.value)[1])
            painter.drawLine(QPointF(0, down), QPointF(extent.width, down))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if frame.chosen in self._sweeps.lanes:
            paint_ground(painter, theme, extent, self._curves)
        for lane in self._curves.lanes:
            if frame.step < frame.steps:
                self._stroke(painter, lane, self._curves.line(lane, frame.steps, extent), PALE, PALE_OPACITY)
            self._stroke(painter, lane, self._curves.line(lane, frame.step, extent), BOLD, 1.0)
        self._axis_name = paint_axis_name(painter, theme, extent, self._tr("learning rate"))

    def _stroke(self, painter: QPainter, lane: int, line: Array, width: float, opacity: float) -> None:
        assert self._frame is not None
        style, wide = self._theme.run(self._frame.lanes[lane].slot), width * self._theme.scale
        pen = QPen(self._theme.color(style.color, opacity), wide)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if style.dash:
            pen.setDashPattern(style.dash)
        painter.strokePath(line_path(to_paint(painter, line)), pen)

    def _paint_marks(self, painter: QPainter, extent: Extent) -> None:
        if self._frame is not None:
            self._marks.paint(painter, extent, self._axis_name)

    # The hand

    def _near_handle(self, at: QPointF) -> bool:
        extent = self.plot.extent
        if self.rate is None:
            return False
        x = extent.place(math.log10(self.rate), 0)[0]
        return abs(at.x() - x) <= GRAB and extent.holds(at.x(), at.y(), GRAB)

    def press(self, at: QPointF) -> bool:
        """Take hold of the chosen run's rate."""
        self._dragging = self._near_handle(at)
        return self._dragging

    def drag(self, at: QPointF) -> None:
        """Give the chosen run the rate under the mouse, as finely as a pixel tells."""
        frame, extent = self._frame, self.plot.extent
        if frame is None or frame.chosen not in self._sweeps.lanes:
            return
        rates = self._sweeps.of(frame.chosen).rates
        place = extent.value(at.x(), 0)[0]
        rate = float(f"{10 ** min(max(place, math.log10(rates[0])), math.log10(rates[-1])):.3g}")
        if rate != self._rate:
            self._rate = rate
            self.rate_moved.emit(frame.chosen, rate)

    def drop(self) -> None:
        """Let it go."""
        self._dragging, self._rate = False, 0.0
        self.rate_dropped.emit()

    def click(self, at: QPointF) -> None:
        """Choose the run whose curve is here."""
        found = self._nearest(at)
        if found is not None and found[0] <= CLICK * self._theme.scale:
            self.run_chosen.emit(found[1])

    def double_click(self, at: QPointF) -> None:
        """Give the chosen run the rate that is here."""
        self.drag(at)
        self.drop()

    def hover(self, at: QPointF | None) -> Qt.CursorShape:
        """The handle can be taken sideways."""
        if self._dragging or (at is not None and self._near_handle(at)):
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.ArrowCursor

    def _nearest(self, at: QPointF) -> tuple[float, int] | None:
        """The run whose curve is nearest to a place, with how many pixels it keeps from there."""
        if self._frame is None or not self._sweeps.lanes:
            return None
        step, extent = self._frame.step, self.plot.extent
        lines = {lane: self._curves.line(lane, step, extent) for lane in self._curves.lanes}
        return min((polyline_gap(line, at.x(), at.y()), lane) for lane, line in lines.items())

    def _show_place(self, point: tuple[float, float] | None) -> None:
        if point is None or self._frame is None:
            self.head.show_numbers()
            return
        numbers = [("η", f"{10 ** point[0]:.3g}")]
        found = self._nearest(QPointF(*self.plot.extent.place(*point)))
        if found is not None:
            sweep = self._sweeps.of(found[1])
            column = int(np.abs(np.log10(sweep.rates) - point[0]).argmin())
            value = float(self._curves.values(found[1], self._frame.step)[column])
            told = self._tr("diverges") if math.isinf(value) else significant(value)
            numbers.append((brief(self._tr)[self.chart.y], told))
        self.head.show_numbers(numbers)
