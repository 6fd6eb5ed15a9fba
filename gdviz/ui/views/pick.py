"""A place in the data that the user has picked, and what the chosen run predicts there, before and now."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.engine.learning.table import CLASSES, REGRESSION
from gdviz.frame import Frame
from gdviz.ui.language import Translate
from gdviz.ui.numbers import shown
from gdviz.ui.theme import Theme
from gdviz.ui.views.data_plane import DataPlane
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.marks import HALO, paint_head, paint_text, text_width

REACH, LEADING, RING, BESIDE = 6.0, 16.0, 6.0, 10.0  # pixels
MOST = 6  # outputs that are told


class Pick:
    """at: the feature that is picked, or two of them in a plane of features; None where nothing is."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        self._theme, self._tr = theme, tr
        self.at: tuple[float, ...] | None = None

    def take(self, plane: DataPlane, extent: Extent, place: QPointF) -> None:
        """Pick what lies at a pixel, kept in sight and no finer than a pixel can tell."""
        across = min(max(place.x(), 0.0), extent.width)
        down = min(max(place.y(), 0.0), extent.height)
        values = extent.value(across, down)[: 2 if plane.regions else 1]
        finest = (max(0, int(np.ceil(-np.log10(pixel)))) for pixel in extent.pixel)
        self.at = tuple(round(value, digits) for value, digits in zip(values, finest, strict=False))

    def near(self, extent: Extent, place: QPointF) -> bool:
        """Whether a pixel is on what is picked."""
        if self.at is None:
            return False
        across, down = extent.place(self.at[0], self.at[-1])
        away = abs(place.x() - across)
        if len(self.at) > 1:
            away = max(away, abs(place.y() - down))
        return away <= REACH * self._theme.scale

    def predicted(self, frame: Frame, plane: DataPlane) -> tuple[Array, Array]:
        """What the chosen run's first start predicts (o,) at step 0, and at the step shown."""
        lane = frame.lanes[frame.chosen]
        thetas = np.stack([lane.path[0, 0], lane.path[lane.at(frame.step), 0]])
        with np.errstate(all="ignore"):
            found = plane.problem.outputs(thetas, plane.features(np.array([self.at])))[:, 0]
        return found[0], found[1]

    def lines(self, frame: Frame, plane: DataPlane) -> list[str]:
        """Where it is, from which step to which, and each prediction then and now."""
        if self.at is None:
            return []
        before, now = self.predicted(frame, plane)
        table = plane.problem.table
        names = [plane.axes[0], plane.axes[1]] if plane.regions else [plane.axes[0]]
        where = ", ".join(f"{name} = {shown(value)}" for name, value in zip(names, self.at, strict=True))
        lane = frame.lanes[frame.chosen]
        steps = self._tr("step {first} → {now}").format(first=0, now=lane.at(frame.step))
        told = [
            f"{name}: {self._number(a, table.task)} → {self._number(b, table.task)}"
            for name, a, b in zip(self._outputs(plane), before[:MOST], now[:MOST], strict=False)
        ]
        return [where, steps, *told, *(["…"] if len(now) > MOST else [])]

    def _number(self, value: float, task: str) -> str:
        """A probability with as many decimals as others, so that they sum up before one's eyes."""
        if task != REGRESSION and np.isfinite(value):
            return f"{value:.3f}"
        return self._tr(shown(value), "number")

    @staticmethod
    def _outputs(plane: DataPlane) -> list[str]:
        """What each number that is predicted is: a target, or the probability of a class or label."""
        table, outputs = plane.problem.table, len(plane.problem.targets)
        if table.task == REGRESSION:
            return ["ŷ"] if outputs == 1 else [name[:20] for name in table.target_names]
        names = table.classes[-outputs:] if table.classes else table.target_names
        return [f"p({name[:20]})" for name in names]

    def paint(self, painter: QPainter, extent: Extent, frame: Frame, plane: DataPlane) -> None:
        """The place, the prediction then and now as marks where there is an axis for it, and the numbers."""
        if self.at is None:
            return
        theme, slot = self._theme, frame.lanes[frame.chosen].slot
        across, down = extent.place(self.at[0], self.at[-1])
        if not extent.holds(across, down if plane.regions else 0.0):
            return
        painter.save()
        pen = QPen(theme.color("ink", 0.6), theme.scale)
        if plane.regions:
            painter.setPen(QPen(theme.color("halo", HALO), 5 * theme.scale))
            ring = RING * theme.scale
            painter.drawEllipse(QPointF(across, down), ring, ring)
            painter.setPen(QPen(theme.color("ink"), 2 * theme.scale))
            painter.drawEllipse(QPointF(across, down), ring, ring)
        else:
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(across, 0), QPointF(across, extent.height))
            self._paint_marks(painter, extent, frame, plane, across)
        painter.restore()
        lines, table = self.lines(frame, plane), plane.problem.table
        first = len(table.classes) - len(plane.problem.targets)  # one output is the second class
        slots = [slot if table.task != CLASSES else first + i for i in range(max(len(lines) - 2, 0))]
        self._paint_words(painter, extent, lines, across, down if plane.regions else None, slots)

    def _paint_marks(
        self, painter: QPainter, extent: Extent, frame: Frame, plane: DataPlane, across: float
    ) -> None:
        """Rings where the lines were, the run's marker where they are."""
        theme, lane = self._theme, frame.lanes[frame.chosen]
        where = np.array([self.at[0]]) if self.at is not None else np.empty(0)
        thetas = lane.path[0, 0], lane.path[lane.at(frame.step), 0]
        before, now = (extent.y(plane.heights(np.asarray(theta), where))[0].tolist() for theta in thetas)
        painter.setPen(QPen(theme.color("muted"), 1.6 * theme.scale))
        painter.setBrush(theme.color("plot"))
        for down in before:
            if np.isfinite(down) and 0 <= down <= extent.height:
                painter.drawEllipse(QPointF(across, down), 4 * theme.scale, 4 * theme.scale)
        for down in now:
            if np.isfinite(down) and 0 <= down <= extent.height:
                paint_head(painter, theme, theme.run(lane.slot), QPointF(across, down), 11)

    def _paint_words(
        self, painter: QPainter, extent: Extent, lines: list[str], across: float, down: float | None,
        slots: list[int],
    ) -> None:
        """Beside the place, on the side where there is room; at the foot of a line."""
        theme = self._theme
        fonts = [theme.font(12, 600 if i > 1 else 400) for i in range(len(lines))]
        width = max(text_width(line, font) for line, font in zip(lines, fonts, strict=True))
        gap, leading = (BESIDE if down is None else 2 * BESIDE) * theme.scale, LEADING * theme.scale
        right = across + gap + width <= extent.width
        left = across + gap if right else max(across - gap - width, 0.0)
        height = leading * len(lines)
        top = extent.height - height - gap if down is None else down - height / 2
        area = QRectF(left, min(max(top, gap / 2), max(extent.height - height - gap / 2, 0.0)), width, height)
        if down is not None:  # amid tinted regions and markers a halo is not enough
            edge = 5 * theme.scale
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("plot", HALO))
            painter.drawRoundedRect(area.adjusted(-edge, -edge / 2, edge, edge / 2), edge, edge)
        for i, (line, font) in enumerate(zip(lines, fonts, strict=True)):
            ink = QColor(theme.run(slots[i - 2]).color) if i > 1 else theme.color("muted" if i else "text")
            at = QPointF(area.left(), area.top() + (i + 0.5) * leading)
            paint_text(painter, at, line, font, ink, theme.color("halo", HALO), Qt.AlignmentFlag.AlignLeft)
