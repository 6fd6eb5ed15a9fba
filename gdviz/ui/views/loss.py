"""The loss of all runs over the steps, or another quantity along their paths, with the play-head."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from gdviz.engine.measures.regimes import NONE
from gdviz.frame import Frame, Lane
from gdviz.picture import Chart
from gdviz.ui.language import Translate, plain, run_name, short_name
from gdviz.ui.numbers import significant
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import polyline_gap
from gdviz.ui.views.loss_head import LossHead, across, brief, titles
from gdviz.ui.views.loss_lines import LossLines
from gdviz.ui.views.loss_marks import paint_axis_name, paint_names, paint_playhead
from gdviz.ui.views.marks import paint_cross, paint_head, text_width
from gdviz.ui.views.plot import Plot
from gdviz.ui.views.rates import Rates
from gdviz.ui.views.regime_band import RegimeBand
from gdviz.ui.views.step_axis import unit_of
from gdviz.ui.views.view import View

GRAB, CLICK = 9.0, 7.0  # pixels round the play-head and round a line
WIDEST_NAME, MOST_NAMES = 180.0, 0.26  # pixels, and part of the width
HEAD = 10.0


class LossView(View):
    """By the user's hand only: sought(step) when the play-head is dragged; run_chosen(index of the lane).

    charted(): another quantity, axis or scale is shown; asked(): another one is asked for.
    """

    sought = Signal(int)
    run_chosen = Signal(int)
    charted = Signal()
    asked = Signal()
    head: LossHead

    def __init__(self, theme: Theme, tr: Translate = plain, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr, "view_loss", tr("Loss"), parent)
        self._frame: Frame | None = None
        self._wanted = Chart()
        self._dragging = False
        self._sought = -1
        self._told: tuple[Chart, bool] | None = None
        self._names: list[tuple[QRectF, int]] = []
        self._lines = LossLines(theme, tr)
        self._rates = Rates(theme, self._lines)
        self._band = RegimeBand(theme, self._lines, tr)
        self.head.add_layers(self._wanted.smoothing, [("regimes", tr("Regimes"), self._wanted.regimes)])
        self.head.chosen.connect(self.choose)
        self.log_button = self.head.add_switch("button_log", tr("log"), tr("Logarithmic loss axis"))
        self.log_button.clicked.connect(self.show_log)
        self.head.add_icon("button_fit_loss", "fit", tr("Show all")).clicked.connect(self.fit)
        self._lay_out(Plot(theme, self, self._lines.x_ticks, self._lines.y_ticks))
        self.plot.add_layer(self._paint_lines)
        self.plot.add_layer(self._paint_heads, clip=False)
        self.plot.hovered.connect(self._show_place)

    def _made_head(self, title: str) -> LossHead:
        return LossHead(self._theme, title, self._tr)

    # What is shown

    def show_frame(self, frame: Frame) -> None:
        """Draw the runs as they are known now."""
        old, self._frame = self._frame, frame
        if old is not None and old.objective != frame.objective:
            self._wanted = replace(self._wanted, scale="auto")
            self._explored = False
        names = [(lane.name, lane.shown, lane.optimizer) for lane in frame.lanes]
        if old is None or names != [(lane.name, lane.shown, lane.optimizer) for lane in old.lanes]:
            self._make_room()
        self._show_lines()
        if not self._explored:
            self.fit()
        self.plot.repaint_layers()

    def fit(self) -> None:
        """Show all steps and values."""
        if self._frame is not None:
            self._fit_to(self._lines.fitted(self.plot.extent, self._band.taken))

    @property
    def log(self) -> bool:
        """Whether the axis of the values is logarithmic."""
        return self._lines.log

    @property
    def chart(self) -> Chart:
        """What is shown; what was asked for in vain is not in it."""
        return self._lines.chart

    @property
    def wanted(self) -> Chart:
        """What was asked for, also where this problem has no such thing."""
        return self._wanted

    @property
    def offered(self) -> tuple[list[str], list[str]]:
        """What there is for this problem: names of x and of y."""
        return self._lines.x_offered, self._lines.y_offered

    def show_chart(self, chart: Chart) -> None:
        """Show another quantity, against something else, on another scale."""
        self._wanted, self._explored = chart, False
        if self._frame is not None:
            self._show_lines()
            self.fit()
            self._show_place(None)
            self.plot.repaint_layers()
        self.asked.emit()

    def show_log(self, log: bool) -> None:
        """Make the axis logarithmic or not."""
        self.show_chart(replace(self._wanted, scale="log" if log else "linear"))

    def choose(self, key: str, value: object) -> None:
        """Show another chart, as LossHead tells it."""
        chart = replace(self._wanted, **{key: value})
        self.show_chart(replace(chart, scale="auto") if key == "y" else chart)

    def _show_lines(self) -> None:
        assert self._frame is not None
        lines = self._lines
        lines.show(self._frame, self._wanted)
        if self._told != (lines.chart, lines.log):
            if self._told is not None and self._told[1] != lines.log:
                self._explored = False  # what was zoomed to is in other units
            self._told = lines.chart, lines.log
            self.log_button.setChecked(lines.log)
            self.plot.setAccessibleName(titles(self._tr)[lines.chart.y])
            self.charted.emit()
        self.head.show_chart(lines.chart, lines.x_offered, lines.y_offered)

    def _make_room(self) -> None:
        widths = [text_width(name, self._theme.font(12, 600)) for name in self._called()]
        self.plot.show_margin(math.ceil(max(widths, default=0.0)) + self._theme.px(24))

    def _called(self) -> list[str]:
        """The names of the lanes that are shown: all short where one of the long ones has no room."""
        assert self._frame is not None
        lanes, font = [lane for lane in self._frame.lanes if lane.shown], self._theme.font(12, 600)
        widest = min(WIDEST_NAME * self._theme.scale, max(MOST_NAMES * self.width(), self._theme.px(60)))
        names = [run_name(lane, self._tr) for lane in lanes]
        if any(text_width(name, font) > widest for name in names):
            names = [short_name(lane, self._tr) for lane in lanes]
        metrics, middle = QFontMetricsF(font), Qt.TextElideMode.ElideMiddle  # their ends tell runs apart
        return [metrics.elidedText(name, middle, widest) for name in names]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names have as much room as suits the width."""
        super().resizeEvent(event)
        if self._frame is not None:
            self._make_room()

    # Painting

    def _paint_lines(self, painter: QPainter, extent: Extent) -> None:
        if self._frame is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._theme.color("ink", 0.08), 1))
        for tick in self._lines.y_ticks(extent.bottom, extent.top, extent.height):
            down = round(extent.place(0, tick.value)[1])
            painter.drawLine(QPointF(0, down), QPointF(extent.width, down))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._rates.paint_line(painter, extent)
        self._lines.paint(painter, extent)
        self._band.paint(painter, extent)
        kind = self._lines.chart.x
        if kind != "updates":
            unit = f" ({unit_of(extent.right)[0]})" if kind == "seconds" else ""
            paint_axis_name(painter, self._theme, extent, across(self._tr)[kind] + unit, self._band.taken)

    def _paint_heads(self, painter: QPainter, extent: Extent) -> None:
        frame, theme = self._frame, self._theme
        self._names.clear()
        if frame is None:
            return
        order = sorted(range(len(frame.lanes)), key=lambda i: i == frame.chosen)
        shown = [i for i in order if frame.lanes[i].shown]
        named = sorted(shown)
        ends = zip((frame.lanes[i] for i in named), self._called(), strict=True)
        rects = paint_names(painter, theme, extent, [
            (lane, name, self._lines.place(lane, lane.known, extent)[1]) for lane, name in ends
        ])  # fmt: skip
        self._names += zip(rects, named, strict=True)
        lifted = theme.px(16) if self._lines.chart.x != "updates" else 0
        self._rates.paint_words(painter, extent, self._tr, self._band.taken + lifted)
        x = self._lines.playhead(extent)
        if not -0.5 <= x <= extent.width + 0.5:
            self._band.paint_words(painter, extent)
            return
        paint_playhead(painter, theme, extent, x)
        self._band.paint_words(painter, extent)
        for i in shown:
            lane = frame.lanes[i]
            at = QPointF(*self._lines.place(lane, lane.at(frame.step), extent))
            if extent.holds(at.x(), at.y(), 1):
                style = theme.run(lane.slot)
                if 0 <= lane.last[0] <= frame.step:
                    paint_cross(painter, theme, at, theme.color(style.color), theme.px(9))
                else:
                    paint_head(painter, theme, style, at, HEAD)

    # The hand

    def _near_playhead(self, at: QPointF) -> bool:
        if self._frame is None:
            return False
        x = self._lines.playhead(self.plot.extent)
        return abs(at.x() - x) <= GRAB and self.plot.extent.holds(at.x(), at.y(), GRAB)

    def press(self, at: QPointF) -> bool:
        """Take hold of the play-head."""
        self._dragging = self._near_playhead(at)
        self._sought = self._frame.step if self._frame else -1
        return self._dragging

    def drag(self, at: QPointF) -> None:
        """Seek the step under the mouse, as the chosen run has it."""
        frame = self._frame
        if frame is None:
            return
        x = self.plot.extent.value(at.x(), 0)[0]
        step = self._lines.axis.step_at(frame.lanes[frame.chosen], x, frame.steps)
        if step is not None and step != self._sought:
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
        near = self._lines.polylines(lane, self.plot.extent, at.x(), 12.0)
        return min((polyline_gap(line, at.x(), at.y()) for line in near), default=math.inf)

    def _show_place(self, point: tuple[float, float] | None) -> None:
        frame, lines, extent = self._frame, self._lines, self.plot.extent
        if point is None or frame is None:
            self.head.show_numbers()
            return
        down = extent.place(*point)[1]
        found: list[tuple[float, int, Lane]] = []
        for i, lane in enumerate(frame.lanes):
            step = lines.axis.step_at(lane, point[0], frame.steps)
            if lane.shown and step is not None and step <= lane.known:
                found.append((abs(lines.place(lane, step, extent)[1] - down), i, lane))
        chosen = frame.lanes[min(found)[1]] if found else frame.lanes[frame.chosen]
        step = lines.axis.step_at(chosen, point[0], frame.steps)
        numbers = [] if step is None else [(self._tr("step"), str(step))]
        if found and step is not None:
            value = float(lines.quantities.values(lines.chart.y)(chosen, step, step)[0, 0])
            numbers.append((brief(self._tr)[lines.chart.y], significant(value)))
        inside = self._band.regime_at(point[0]) if self._band.holds(down, extent) else NONE
        if inside.name:
            numbers[1:] = [(self._tr(inside.name, "regime"), "")]
        self.plot.setToolTip(self._tr(inside.remedy, "regime") if inside.name else "")
        self.head.show_numbers(numbers)
