"""The band under the plot of the loss that names the regimes the chosen run goes through."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.engine.arrays import Array
from gdviz.engine.measures import regimes
from gdviz.engine.measures.regimes import NAMES, NONE, REGIMES, Regime
from gdviz.frame import Lane
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.loss_lines import LossLines
from gdviz.ui.views.marks import paint_text, text_width
from gdviz.ui.views.quantities import Measured

HEIGHT, GAP = 15, 2  # px: the band, and the room between it and the lines
STRENGTH = {False: 0.17, True: 0.30}  # by whether the theme is dark: opacity on the plot


def _colors(theme: Theme) -> dict[str, str]:
    blue, orange, green, violet, ochre, slate = theme.runs
    return {
        "bowl": green, "ravine": ochre, "plateau": slate, "cliff": theme.gradient, "saddle": violet,
        "maximum": blue, "oscillating": orange, "diverging": theme.danger,
    }  # fmt: skip


class RegimeBand:
    """Measured when it is shown, and kept for each run."""

    def __init__(self, theme: Theme, lines: LossLines, tr: Translate) -> None:
        self._theme, self._lines, self._tr = theme, lines, tr
        self._regimes = Measured(regimes.along, regimes.cost, ahead=1)
        self._places: tuple[object, Array] = (None, np.empty(0))

    @property
    def taken(self) -> float:
        """The pixels at the bottom that belong to the band; 0 while it is switched off."""
        return float(self._theme.px(HEIGHT) + self._theme.px(GAP)) if self._lines.chart.regimes else 0.0

    def holds(self, down: float, extent: Extent) -> bool:
        """Whether a place, in pixels from the top, lies in the band."""
        return self._lines.chart.regimes and extent.height - self._theme.px(HEIGHT) <= down <= extent.height

    def _lane(self) -> Lane | None:
        frame = self._lines.frame
        if frame is None or not self._lines.chart.regimes:
            return None
        lane = frame.lanes[frame.chosen]
        return lane if lane.shown and lane.known > 0 else None

    def regime_at(self, x: float) -> Regime:
        """The chosen run's regime at a place on the axis."""
        lane = self._lane()
        if lane is None:
            return NONE
        number = int(self._numbers(lane, np.array([x]))[0])
        return REGIMES[number] if number >= 0 else NONE

    def _numbers(self, lane: Lane, x: np.ndarray) -> np.ndarray:
        """The number of the regime (n,) at places on the axis, -1 where there is none."""
        found = self._regimes.along(lane)
        values = found.values[: (lane.known - 1) // found.every + 1]
        key = (lane.task, lane.known, self._lines.axis, found.every)
        if key != self._places[0]:
            places = self._lines.axis.values(lane, 0, lane.known)
            places = places if places.ndim == 1 else places[:, 0]
            self._places = key, np.append(places[: lane.known : found.every], places[-1])
        places = self._places[1]
        at = np.searchsorted(places, x, side="right") - 1
        inside = (at >= 0) & (x <= places[-1])
        return np.where(inside, values[np.clip(at, 0, len(values) - 1)], -1).astype(int)

    def paint(self, painter: QPainter, extent: Extent) -> None:
        """Paint the band; the name of a regime where it fits."""
        lane, theme = self._lane(), self._theme
        if lane is None:
            return
        high = theme.px(HEIGHT)
        top, columns = extent.height - high, np.arange(int(extent.width)) + 0.5
        numbers = self._numbers(lane, extent.left + columns * extent.pixel[0])
        edges = np.flatnonzero(np.diff(numbers)) + 1
        colors, font = _colors(theme), theme.font(11)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(0, top - theme.px(GAP), extent.width, theme.px(GAP) + high),
                         theme.color("plot"))
        for begin, end in zip([0, *edges], [*edges, len(numbers)], strict=True):
            number = int(numbers[begin])
            if number < 0:
                continue
            name = NAMES[number]
            tint = QColor(colors[name])
            tint.setAlphaF(STRENGTH[theme.dark])
            # A line of the background parts neighbours, unless they are as thin as it.
            gap = 1 if end - begin > 3 else 0
            painter.fillRect(QRectF(begin, top, end - begin - gap, high), tint)
            word = self._tr(name, "regime")
            if text_width(word, font) + theme.px(8) <= end - begin:
                paint_text(painter, QPointF((begin + end) / 2, top + high / 2), word, font,
                           theme.color("text"), None, Qt.AlignmentFlag.AlignHCenter)
