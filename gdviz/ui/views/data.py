"""The data: the samples, what every run fits to them at the step shown, and the step's batch."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gdviz.engine.arrays import Array
from gdviz.engine.learning.problem import DataProblem
from gdviz.frame import Frame, Lane
from gdviz.ui.language import Translate, plain, short_name
from gdviz.ui.numbers import shown
from gdviz.ui.theme import Theme
from gdviz.ui.views.captions import paint_axis_names
from gdviz.ui.views.data_plane import DataPlane
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.line_names import NamedLine, paint_line_names
from gdviz.ui.views.lines import FAR, line_path, near, polyline_gap, to_paint
from gdviz.ui.views.marks import HALO, paint_text
from gdviz.ui.views.pick import Pick
from gdviz.ui.views.plot import Plot
from gdviz.ui.views.regions import Regions
from gdviz.ui.views.samples import Samples
from gdviz.ui.views.ticks import even
from gdviz.ui.views.view import View

MARGIN = 0.08  # of the samples' range that is left free round them
LINE, CLICK = 2.2, 6.0  # pixels


class DataView(View):
    """run_chosen(index of the lane) by a click on its line; a click elsewhere picks a place, whose prediction
    before and now is told; a click on that place gives it up.
    """

    run_chosen = Signal(int)

    def __init__(self, theme: Theme, tr: Translate = plain, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr, "view_data", tr("Data"), parent)
        self._frame: Frame | None = None
        self._plane: DataPlane | None = None
        self._marked: int | None = None
        self._note = self.head.add_note("batch_note")
        self.head.add_icon("button_fit_data", "fit", tr("Show all")).clicked.connect(self.fit)
        x_ticks, y_ticks = (partial(even, least=theme.px(least)) for least in (90, 70))
        self._lay_out(Plot(theme, self, x_ticks, y_ticks))
        self._samples, self._regions = Samples(theme), Regions(theme)
        self._pick = Pick(theme, tr)
        self._dragged = False
        self.plot.add_layer(self._paint)
        self.plot.hovered.connect(self._show_place)

    # What is shown

    def show_frame(self, frame: Frame) -> None:
        """Draw what the runs fit at the frame's step; other data show their own part of the plane."""
        if not isinstance(frame.objective, DataProblem):
            self._frame = self._plane = None
            return
        old, self._frame = self._frame, frame
        if old is None or self._plane is None or old.objective != frame.objective:
            self._plane = DataPlane.of(frame.objective)
            self._samples.show(self._plane.points, self._plane.kinds)
            if old is None or old.objective.data != frame.objective.data:  # type: ignore[attr-defined]
                self._explored = False
                self._pick.at = None
                self.fit()
        self._show_note()
        self.plot.repaint_layers()

    def _show_note(self) -> None:
        assert self._frame is not None
        task = self._chosen(self._frame).task
        many = task.objective.terms
        if task.batches.full(many):
            text = self._tr("all {n} samples").format(n=many)
        else:
            text = "● " + self._tr("batch of {n}").format(n=len(self.batch()))
        self._note.setText(text)

    def batch(self) -> np.ndarray:
        """The numbers of the samples that the chosen run's step uses."""
        assert self._frame is not None
        lane = self._chosen(self._frame)
        return lane.task.batches.samples(lane.at(self._frame.step), lane.task.objective.terms, lane.task.seed)

    def mark(self, sample: int | None) -> None:
        """Ring the sample of this number; None for none."""
        if sample != self._marked:
            self._marked = sample
            self.plot.repaint_layers()

    @property
    def note(self) -> str:
        """What the head says about the batch."""
        return self._note.text()

    @property
    def place(self) -> tuple[float, ...] | None:
        """The place that is picked."""
        return self._pick.at

    def pick(self, place: tuple[float, ...] | None) -> None:
        """Pick a place of these data, or none."""
        self._pick.at = place if self._plane is not None else None
        self.plot.repaint_layers()

    @property
    def picked(self) -> list[str]:
        """What is told of the picked place; nothing where none is."""
        frame, plane = self._frame, self._plane
        return [] if frame is None or plane is None else self._pick.lines(frame, plane)

    @staticmethod
    def _chosen(frame: Frame) -> Lane:
        return frame.lanes[frame.chosen]

    def fit(self) -> None:
        """Show all samples."""
        if self._plane is None:
            return
        self._explored = False
        points = self._plane.points
        low, high = points.min(axis=0), points.max(axis=0)
        span = np.where(high > low, high - low, np.maximum(np.abs(high), 1.0))
        (left, bottom), (right, top) = (low - MARGIN * span).tolist(), (high + MARGIN * span).tolist()
        made = replace(self.plot.extent, left=left, right=right, bottom=bottom, top=top)
        if made != self.plot.extent:
            self.plot.show_extent(made)

    def _show_place(self, point: tuple[float, float] | None) -> None:
        plane, frame = self._plane, self._frame
        if point is None or plane is None or frame is None:
            self.head.show_numbers()
            return
        numbers = [(plane.axes[0], shown(point[0])), (plane.axes[1], shown(point[1]))]
        if not plane.regions:
            height = plane.heights(self._theta(self._chosen(frame)), np.array([point[0]]))[0, 0]
            numbers[1] = ("ŷ", self._tr(shown(height), "number"))
        self.head.show_numbers(numbers)

    # Painting

    def _theta(self, lane: Lane) -> Array:
        """The parameters (p,) of the lane's first start at the step shown."""
        assert self._frame is not None
        return np.asarray(lane.path[lane.at(self._frame.step), 0])

    def lines(self, lane: Lane, extent: Extent) -> list[Array]:
        """What a run predicts over the view as lines (n, 2) in pixels, one for each target."""
        assert self._plane is not None
        across = np.linspace(0.0, extent.width, max(int(extent.width / 3), 2))
        x = extent.left + across * extent.pixel[0]
        heights = extent.y(self._plane.heights(self._theta(lane), x))
        heights = np.where(np.isfinite(heights), heights, np.nan)
        found = [np.stack([across, each], axis=1) for each in heights.T]
        return [
            near(line, extent) if np.fmax.reduce(np.abs(line[:, 1]), initial=0.0) > FAR else line
            for line in found
        ]

    def _paint(self, painter: QPainter, extent: Extent) -> None:
        frame, plane = self._frame, self._plane
        if frame is None or plane is None:
            return
        chosen = self._chosen(frame)
        if plane.regions and chosen.shown:
            self._regions.paint(painter, extent, plane, self._theta(chosen))
        self._samples.paint(painter, extent)
        paint_axis_names(painter, self._theme, extent, *plane.axes)
        self._paint_hidden(painter, extent, plane.hidden)
        index = self._points_of_batch(chosen)
        if not plane.regions:
            bars = np.empty((0, 2, 2))
            if chosen.shown and not self._samples.crowded(extent, index):
                color = QColor(self._theme.run(chosen.slot).color)
                heights = plane.predicted(self._theta(chosen), index)
                bars = self._samples.paint_residuals(painter, extent, index, heights, color)
            self._paint_lines(painter, extent, frame, bars)
        if not chosen.task.batches.full(chosen.task.objective.terms):
            self._samples.paint_batch(painter, extent, index)
        if self._marked is not None:
            self._samples.paint_marked(painter, extent, np.flatnonzero(plane.sample == self._marked))
        self._pick.paint(painter, extent, frame, plane)

    def _points_of_batch(self, lane: Lane) -> np.ndarray:
        """The points of the batch: with several targets each sample has several."""
        assert self._plane is not None
        terms = lane.task.objective.terms
        batch = self.batch()
        return np.concatenate([batch + offset for offset in range(0, len(self._plane.points), terms)])

    def _paint_hidden(self, painter: QPainter, extent: Extent, hidden: int) -> None:
        if hidden:
            text = self._tr("other features at their means")
            at = QPointF(extent.width / 2, self._theme.px(13))
            theme = self._theme
            paint_text(painter, at, text, theme.font(12), theme.color("muted"), theme.color("halo", HALO),
                       Qt.AlignmentFlag.AlignHCenter)

    def _paint_lines(self, painter: QPainter, extent: Extent, frame: Frame, bars: Array) -> None:
        assert self._plane is not None
        theme, names = self._theme, []
        order = sorted(range(len(frame.lanes)), key=lambda i: i == frame.chosen)
        seen = [frame.lanes[i] for i in order if frame.lanes[i].shown]
        for lane in seen:
            style = theme.run(lane.slot)
            pen = QPen(QColor(style.color), LINE * theme.scale)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if style.dash:
                pen.setDashPattern(style.dash)
            lines = self.lines(lane, extent)
            for line in lines:
                painter.strokePath(line_path(to_paint(painter, line)), pen)
            called = self._called(lane, lane is seen[-1])
            names += [NamedLine(line, name, style.color) for line, name in zip(lines, called, strict=False)]
        paint_line_names(painter, theme, extent, names, extent.places(self._plane.points), bars)

    def _called(self, lane: Lane, uppermost: bool) -> list[str]:
        """The names of a run's lines: each with its target for the uppermost run, for others the first."""
        assert self._plane is not None
        name = short_name(lane, self._tr)
        return [f"{name} · {target}" for target in self._plane.lines if uppermost] or [name]

    # The hand

    def press(self, at: QPointF) -> bool:
        """Take hold of the place that is picked."""
        self._dragged = False
        return self._pick.near(self.plot.extent, at)

    def drag(self, at: QPointF) -> None:
        """Pick another place."""
        if self._plane is not None:
            self._dragged = True
            self._pick.take(self._plane, self.plot.extent, at)
            self.plot.repaint_layers()

    def drop(self) -> None:
        """Keep the place if it was dragged, else give it up."""
        if not self._dragged:
            self._pick.at = None
            self.plot.repaint_layers()

    def click(self, at: QPointF) -> None:
        """Choose the run whose line is nearest, if it is near; else pick the place."""
        frame, plane = self._frame, self._plane
        if frame is None or plane is None:
            return
        gaps = [] if plane.regions else [
            (min(polyline_gap(line, at.x(), at.y()) for line in self.lines(lane, self.plot.extent)), i)
            for i, lane in enumerate(frame.lanes)
            if lane.shown
        ]
        if gaps and min(gaps)[0] <= CLICK * self._theme.scale:
            self.run_chosen.emit(min(gaps)[1])
            return
        self._pick.take(plane, self.plot.extent, at)
        self.plot.repaint_layers()

    def double_click(self, at: QPointF) -> None:
        """Nothing more than a click."""

    def hover(self, at: QPointF | None) -> Qt.CursorShape:
        """A cross-hair, whose prediction the head tells; a hand over what can be dragged."""
        if at is None or not self._pick.near(self.plot.extent, at):
            return Qt.CursorShape.CrossCursor
        return Qt.CursorShape.PointingHandCursor if self._plane and self._plane.regions else (
            Qt.CursorShape.SplitHCursor
        )
