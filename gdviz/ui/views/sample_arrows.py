"""The downhill arrow of every sample of the chosen run's step, and their mean, where the run stands."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from gdviz.engine.arrays import Array
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.plane import Plane
from gdviz.frame import Frame
from gdviz.ui.theme import Theme
from gdviz.ui.views.arrows import paint_arrow
from gdviz.ui.views.extent import Extent

MOST = 100  # arrows
LONG = 62.0  # pixels of all but the longest tenth
FAN, GAP = 84.0, 7.0  # pixels: on a curve arrows lie one above the other, that many in all and apart


class SampleArrows:
    """Arrows -gᵢ and -g of the first start, all in one scale of their own."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: tuple[Frame, tuple[Array, Array, int] | None] | None = None

    @staticmethod
    def ways(frame: Frame) -> tuple[Array, Array, int] | None:
        """The gradients (n, d) of at most MOST samples, their mean over all (d,), and how many these are.

        In a plane of many parameters they are those at the iterate, projected. None without samples.
        """
        plane = frame.objective if isinstance(frame.objective, Plane) else None
        problem = frame.objective if plane is None else plane.objective
        lane, x = frame.lanes[frame.chosen], frame.explanation.x
        if not isinstance(problem, DataProblem) or not lane.shown:
            return None
        step = lane.at(frame.step)
        index = lane.task.batches.samples(step, problem.terms, lane.task.seed)
        chosen = index
        if len(index) > MOST:
            chosen = np.random.default_rng((lane.task.seed, step)).choice(index, MOST, replace=False)
        with np.errstate(all="ignore"):
            each = problem.sample_gradients(x, chosen)
            mean = problem.batch_gradient(x[None], index)[0]
        if plane is not None:
            each, mean = plane.turned(each), plane.turned(mean)
        return each, mean, len(index)

    def paint(self, painter: QPainter, extent: Extent, frame: Frame) -> tuple[int, int] | None:
        """Draw them; returns how many there are and of how many samples, None where there are none."""
        if self._made is None or self._made[0] is not frame:
            self._made = frame, self.ways(frame)
        found = self._made[1]
        if found is None:
            return None
        each, mean, count = found
        lane, (dx, dy) = frame.lanes[frame.chosen], extent.pixel
        end = lane.at(frame.step)
        here = lane.path[end, 0]
        flat = len(here) == 1
        at = extent.place(float(here[0]), float(lane.losses[end, 0]) if flat else float(here[1]))
        if not extent.holds(*at) or not np.isfinite(each).all():
            return None
        pixels = np.array([-1.0 / dx, 0.0 if flat else 1.0 / dy])
        ways = (np.repeat(each, 2, axis=1) if flat else each) * pixels
        whole = (np.repeat(mean, 2) if flat else mean) * pixels
        lengths = np.hypot(*ways.T)
        usual = max(float(np.quantile(lengths, 0.9)), float(np.hypot(*whole)))
        if usual > 0.0:
            self._draw(painter, QPointF(*at), ways * (LONG * self._theme.scale / usual),
                       whole * (LONG * self._theme.scale / usual), flat)
        return len(each), count

    def _draw(self, painter: QPainter, at: QPointF, ways: Array, whole: Array, flat: bool) -> None:
        theme = self._theme
        gap = min(GAP, FAN / max(len(ways), 1)) * theme.scale if flat else 0.0
        color = theme.color("gradient", 0.55)
        for i, (across, down) in enumerate(ways.tolist()):
            start = at + QPointF(0.0, (i - (len(ways) - 1) / 2) * gap)
            paint_arrow(painter, theme, start, start + QPointF(across, down), color, width=1.0, head=6.0,
                        halo=False)
        paint_arrow(painter, theme, at, at + QPointF(*whole.tolist()), theme.color("gradient"), width=3.0,
                    head=12.0)
