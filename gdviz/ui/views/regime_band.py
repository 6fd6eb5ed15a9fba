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
STRENGTH = {False: 0.17, True: 0.24}  # by whether the theme is dark: opacity on the plot


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
        self._seen: list[tuple[int, int, str]] = []

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
        """Paint the band."""
        theme, top = self._theme, self._top(extent)
        painter.setPen(Qt.PenStyle.NoPen)
        parts = self._seen = self._parts(extent)
        if parts:
            above = top - theme.px(GAP)
            painter.fillRect(QRectF(0, above, extent.width, extent.height - above), theme.color("plot"))
        for begin, end, name in parts:
            # A line of the background parts neighbours, unless they are as thin as it.
            gap = 1 if end - begin > 3 else 0
            painter.fillRect(QRectF(begin, top, end - begin - gap, extent.height - top), self._tint(name))

    def paint_words(self, painter: QPainter, extent: Extent) -> None:
        """The name of a regime where it fits, over the play-head that was painted after the band."""
        theme, font, top = self._theme, self._theme.font(11), self._top(extent)
        for begin, end, name in self._seen:
            word = self._tr(name, "regime")
            if text_width(word, font) + theme.px(8) <= end - begin:
                at = QPointF((begin + end) / 2, (top + extent.height) / 2)
                paint_text(painter, at, word, font, theme.color("text"), self._tint(name),
                           Qt.AlignmentFlag.AlignHCenter)

    def _top(self, extent: Extent) -> float:
        return extent.height - self._theme.px(HEIGHT)

    def _parts(self, extent: Extent) -> list[tuple[int, int, str]]:
        """First and last pixel, and name, of each regime."""
        lane = self._lane()
        if lane is None:
            return []
        columns = np.arange(int(extent.width)) + 0.5
        numbers = self._numbers(lane, extent.left + columns * extent.pixel[0])
        edges = (np.flatnonzero(np.diff(numbers)) + 1).tolist()
        spans = zip([0, *edges], [*edges, len(numbers)], strict=True)
        return [(begin, end, NAMES[numbers[begin]]) for begin, end in spans if numbers[begin] >= 0]

    def _tint(self, name: str) -> QColor:
        """The regime's colour as it is on the plot."""
        part, over, under = STRENGTH[self._theme.dark], QColor(_colors(self._theme)[name]), self._theme.plot
        own, ground = np.array([[c.redF(), c.greenF(), c.blueF()] for c in (over, QColor(under))])
        return QColor.fromRgbF(*(part * own + (1 - part) * ground).tolist())
