"""How fast the chosen run converges, in words over the plot of its errors, and theory's promise as a line."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gdviz.engine.arrays import Array, norms
from gdviz.engine.explanation.step import CURVED
from gdviz.engine.measures.convergence import (
    LINEAR,
    REACHED,
    STILL,
    SUPERLINEAR,
    Rate,
    Theory,
    measured,
    theory,
)
from gdviz.frame import Lane
from gdviz.ui.language import Translate
from gdviz.ui.numbers import significant
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import line_path, to_paint
from gdviz.ui.views.loss_lines import LossLines
from gdviz.ui.views.marks import HALO, paint_text, text_width
from gdviz.ui.views.quantities import errors

ROUNDING = 16 * float(np.finfo(np.float64).eps)
CONVERGENCE = ("distance", "error")
POINTS = 160  # of the line: a straight one on a logarithmic axis against updates
RECENT = 4000  # steps at the end of a path that are looked at


class Rates:
    """Measured once for each length of a path; the plot of errors and distances only."""

    def __init__(self, theme: Theme, lines: LossLines) -> None:
        self._theme, self._lines = theme, lines
        self._measured: tuple[object, Rate] = ((), Rate(""))
        self._promised: tuple[object, Theory | None] = (None, None)

    def _lane(self) -> Lane | None:
        """The chosen run, where its convergence is shown."""
        frame = self._lines.frame
        if frame is None or self._lines.chart.y not in CONVERGENCE:
            return None
        lane = frame.lanes[frame.chosen]
        return lane if lane.shown else None

    @property
    def rate(self) -> Rate:
        """How the distances or errors of the chosen run shrink; without a kind where they do not."""
        lane = self._lane()
        if lane is None:
            return Rate("")
        key = (lane.task, lane.known, self._lines.chart.y)
        if key != self._measured[0]:
            self._measured = key, _rate(lane, self._lines.chart.y)
        return self._measured[1]

    @property
    def theory(self) -> Theory | None:
        """What theory promises of the distances; of errors the square."""
        lane = self._lane()
        if lane is None or lane.task.objective.dimension > CURVED:
            return None
        if lane.task is not self._promised[0]:
            self._promised = lane.task, theory(lane.task)
        return self._promised[1]

    def _factor(self) -> float | None:
        promised = self.theory
        if promised is None:
            return None
        return promised.factor ** (2 if self._lines.chart.y == "error" else 1)

    def words(self, tr: Translate) -> list[tuple[str, str]]:
        """Sentences with the token or colour each is written in: what was measured, what theory says."""
        rate, factor, promised, lane = self.rate, self._factor(), self.theory, self._lane()
        said = _sentence(rate, tr)
        found = [(said, self._theme.run(lane.slot).color)] if said and lane is not None else []
        if factor is not None and promised is not None and factor > 0:
            formula = f"({promised.formula})²" if self._lines.chart.y == "error" else promised.formula
            template = tr("theory: at most × {factor} a step, {formula}") if promised.bound else \
                tr("theory: × {factor} a step, {formula}")
            found.append((template.format(factor=significant(factor, 4), formula=formula), self._theme.muted))
        return found

    # Painting

    def paint_words(self, painter: QPainter, extent: Extent, tr: Translate, lifted: float) -> None:
        """In the corner that the chosen line leaves free; `lifted`: pixels at the bottom that are taken."""
        lane, theme, font = self._lane(), self._theme, self._theme.font(12, 500)
        if lane is None:
            return
        room, line = extent.width - theme.px(16), theme.px(16)
        words = [(text, color) for text, color in self.words(tr) if text_width(text, font) <= room]
        high = self._low_corner(lane, extent, lifted + line * (len(words) + 1))
        across, align = theme.px(7), Qt.AlignmentFlag.AlignLeft
        down = extent.height - lifted - theme.px(12) - line * (len(words) - 1)
        if not high:
            across, align, down = int(extent.width) - across, Qt.AlignmentFlag.AlignRight, theme.px(10)
        for i, (text, color) in enumerate(words):
            at = QPointF(across, down + i * line)
            paint_text(painter, at, text, font, QColor(color), theme.color("halo", HALO), align)

    def _low_corner(self, chosen: Lane, extent: Extent, tall: float) -> bool:
        """Whether the words stand better at the lower left than at the upper right."""
        frame, lines = self._lines.frame, self._lines
        assert frame is not None
        shown = [lane for lane in frame.lanes if lane.shown]
        if all(lines.place(lane, lane.known, extent)[1] > tall for lane in shown):
            return False
        if all(lines.place(lane, lane.known // 3, extent)[1] < extent.height - tall for lane in shown):
            return True
        return lines.place(chosen, chosen.known, extent)[1] < 0.4 * extent.height

    def paint_line(self, painter: QPainter, extent: Extent) -> None:
        """Theory's line from where the chosen run starts."""
        factor, lane = self._factor(), self._lane()
        if factor is None or lane is None or not factor > 0:
            return
        x, y = self._promise(lane, factor)
        line = np.stack([extent.x(x), self._lines.main.height(y, extent)], axis=1)
        pen = QPen(self._theme.color("muted"), 1.2 * self._theme.scale)
        pen.setDashPattern([6, 4])
        painter.strokePath(line_path(to_paint(painter, line)), pen)

    def _promise(self, lane: Lane, factor: float) -> tuple[Array, Array]:
        """The line's places (n,): where each step lies, and what is left of the first error there."""
        lines = self._lines
        assert lines.frame is not None
        first = float(lines.quantities.values(lines.chart.y)(lane, 0, 0)[0, 0])
        steps = np.unique(np.linspace(0, lines.frame.steps, POINTS).astype(int))
        with np.errstate(all="ignore"):
            left = first * factor ** steps.astype(np.float64)
        if lines.chart.x == "updates":
            return steps.astype(np.float64), left
        return np.array([lines.axis.at(lane, int(k)) for k in steps]), left


def _rate(lane: Lane, name: str) -> Rate:
    """The rate of the first start's distances to where it nears, or of its errors."""
    begin = max(lane.known - RECENT, 0)
    objective = lane.task.objective
    with np.errstate(all="ignore"):
        if name == "error":
            lowest = objective.lowest()
            found = measured(errors(lane, begin, lane.known)[:, 0], ROUNDING * abs(lowest or 0.0))
        else:
            path = lane.path[begin:, 0]
            nearest = min(map(np.array, objective.minima), key=lambda point: float(norms(path[-1] - point)))
            found = measured(path - nearest, ROUNDING * float(norms(nearest)))
    return found._replace(first=begin + found.first, last=begin + found.last)


def _sentence(rate: Rate, tr: Translate) -> str:
    factor = significant(rate.factor, 4)
    if rate.kind == LINEAR:
        return tr("measured: × {factor} a step").format(factor=factor)
    if rate.kind == SUPERLINEAR and rate.order == 2.0:
        return tr("measured: quadratic, e′ ≈ {factor} e²").format(factor=significant(rate.factor))
    if rate.kind == SUPERLINEAR:
        return tr("measured: superlinear, of order {order}").format(order=f"{rate.order:.1f}")
    if rate.kind == REACHED:
        return tr("reached at step {step}").format(step=rate.last)
    return tr("hardly shrinks") if rate.kind == STILL else ""
