"""The computational graph of a data problem: the chosen run's numbers at the step shown, on its batch."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gdviz.engine.arrays import Array
from gdviz.engine.learning.gradient_check import Check, gradient_check
from gdviz.engine.learning.graph import Graph
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import ALL_TERMS, Terms
from gdviz.frame import Frame, Lane
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.language import Translate, plain, short_name
from gdviz.ui.theme import Theme
from gdviz.ui.views.graph_canvas import GraphCanvas, Shown
from gdviz.ui.views.head import ViewHead

Key = tuple[object, ...]


class GraphView(QWidget):
    """Shows all samples of the batch together, or one of them, which is chosen in the head.

    sample_chosen() by the user's hand only.
    """

    sample_chosen = Signal()

    def __init__(self, theme: Theme, tr: Translate = plain, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tr = theme, tr
        self._frame: Frame | None = None
        self._sample = 0
        self.number: int | None = None  # of the sample that is shown, among all of the data, from 0 on
        self._computed: tuple[Key, Graph, Check] | None = None
        self.setObjectName("view_graph")
        self.setAccessibleName(tr("Graph"))
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.color("plot"))
        self.setPalette(palette)
        self.head = ViewHead(theme, tr("Graph"))
        self._before = self.head.add_icon("button_sample_before", "back", tr("Previous sample"))
        self._which = self.head.add_widget(ElidedLabel())
        self._which.setObjectName("graph_sample")
        self._which.setFont(theme.font(12))
        self._which.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._which.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._next = self.head.add_icon("button_sample_next", "step", tr("Next sample"))
        self._before.clicked.connect(self._back)
        self._next.clicked.connect(self._on)
        self.head.add_icon("button_fit_graph", "fit", tr("Show all")).clicked.connect(self.fit)
        self.canvas = GraphCanvas(theme, tr)
        self.canvas.setObjectName("canvas_graph")
        self.canvas.setAccessibleName(tr("Graph"))
        self.canvas.stepped.connect(self.step_sample)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.canvas, 1)

    # What is shown

    @property
    def sample(self) -> int:
        """Which sample of the batch is shown, from 1 on; 0 for all together."""
        return self._sample

    def show_sample(self, sample: int) -> None:
        """Show that sample, or 0 for all together; beyond the last one the last."""
        self._sample = max(sample, 0)
        if self._frame is not None:
            self.show_frame(self._frame)

    def step_sample(self, by: int) -> None:
        """Show a sample before or after."""
        self.show_sample(self._sample + by)
        self.sample_chosen.emit()

    def _back(self) -> None:
        self.step_sample(-1)

    def _on(self) -> None:
        self.step_sample(1)

    def fit(self) -> None:
        """Show all of the graph."""
        self.canvas.fit()

    def show_frame(self, frame: Frame) -> None:
        """Draw the chosen run's computation at the frame's step; without samples nothing."""
        self._frame = frame
        lane = frame.lanes[frame.chosen]
        problem = lane.task.objective
        if not isinstance(problem, DataProblem):
            self.canvas.show_graph(None)
            self.number = None
            return
        step = lane.at(frame.step)
        theta, index = np.asarray(lane.path[step, 0]), self._index(lane, step)
        graph, check = self._compute(problem, theta, index)
        self._sample = min(self._sample, graph.samples)
        sample = self._sample - 1 if self._sample else None
        alone = None if sample is None else _numbers(index, graph)[sample : sample + 1]
        self.number = None if alone is None else int(alone[0])
        share = None if alone is None else problem.graph(theta, alone)
        self._show_stepper(lane, graph)
        self.canvas.show_graph(Shown(
            graph, sample, share, check, self._theme.run(lane.slot),
            self._caption(lane, step, graph), problem.axes,
        ))  # fmt: skip

    @staticmethod
    def _index(lane: Lane, step: int) -> Terms:
        batches, terms = lane.task.batches, lane.task.objective.terms
        return ALL_TERMS if batches.full(terms) else batches.samples(step, terms, lane.task.seed)

    def _compute(self, problem: DataProblem, theta: Array, index: Terms) -> tuple[Graph, Check]:
        """Graph and check, kept until the point, the batch or the problem is another."""
        key = problem, theta.tobytes(), index.tobytes() if isinstance(index, np.ndarray) else None
        if self._computed is None or self._computed[0] != key:
            graph = problem.graph(theta, index)
            self._computed = key, graph, gradient_check(problem, theta, index, graph.gradient)
        return self._computed[1], self._computed[2]

    def _show_stepper(self, lane: Lane, graph: Graph) -> None:
        tr, many = self._tr, graph.samples
        every = lane.task.batches.full(lane.task.objective.terms)
        together = tr("all {n} samples") if every else tr("batch of {n}")
        words = tr("sample {i} of {n}") if self._sample else together
        self._which.setText(words.format(i=self._sample, n=many))
        self._before.setEnabled(self._sample > 0)
        self._next.setEnabled(self._sample < many)

    def _caption(self, lane: Lane, step: int, graph: Graph) -> tuple[str, str, str]:
        """Whose numbers these are, and of what."""
        tr = self._tr
        if self.number is not None:
            what = tr("sample no. {i} of the data").format(i=self.number + 1)
        else:
            what = tr("values: mean of {n} samples, ∂: sum").format(n=graph.samples)
        return short_name(lane, tr), tr("step {k}").format(k=step), what

    def paint_scene(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the picture without its head in `rect` of any painter."""
        self.canvas.paint_scene(painter, rect)


def _numbers(index: Terms, graph: Graph) -> np.ndarray:
    """The numbers of the samples that go through the graph."""
    return index if isinstance(index, np.ndarray) else np.arange(graph.samples)
