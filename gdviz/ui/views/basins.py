"""Where the chosen run's method ends from each place: a tint for each end, computed while it is looked at."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

from gdviz.engine.plane import Plane
from gdviz.frame import Frame
from gdviz.ui.language import Translate, short_name
from gdviz.ui.numbers import shown
from gdviz.ui.theme import Theme
from gdviz.ui.views.basin_ends import End, paint_ends, paint_ends_on
from gdviz.ui.views.basin_tints import BasinTints, Painted, There
from gdviz.ui.views.canvas import on_screen
from gdviz.ui.views.captions import paint_remark
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.facets import Tinted
from gdviz.ui.views.scene import Scene

if TYPE_CHECKING:
    from gdviz.engine.attractors import Attractors
    from gdviz.engine.basins import Question, Survey

CELL = 2.0  # pixels
MOST_CELLS = 260_000  # on larger plots they are larger
BAND = 6  # pixels: height of the band along the axis of a single parameter
SETTLE = 60  # ms between a gesture and a survey of what is seen then
SEEN = 12  # slices between two pictures of a survey that goes on
STALE = 0.35  # opacity of the answer to another question


@dataclass(frozen=True)
class _Made:
    """A picture, the question that it answers, the part of the space it covers, what is in it, the ends."""

    question: Question
    extent: Extent
    image: QImage
    there: There
    ends: tuple[End, ...]
    painted: Painted

    @cached_property
    def tinted(self) -> Tinted:
        """The same for a surface."""
        return Tinted(self.extent, *self.painted)


class Basins(QObject):
    """changed(): there is something else to be painted. Nothing is computed but for what is painted."""

    changed = Signal()

    def __init__(self, theme: Theme, tr: Translate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tr = theme, tr
        self._tints = BasinTints(theme)
        self._question: Question | None = None
        self._name, self._color = "", ""
        self._wanted: tuple[Question, Extent] | None = None
        self._surveyed: tuple[Question, Extent] | None = None
        self._survey: Survey | None = None
        self._attractors: Attractors | None = None
        self._slices = 0
        self._made: _Made | None = None
        self._scaled: tuple[_Made, Extent, float, QPixmap] | None = None
        self._pale: tuple[_Made, Tinted] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @staticmethod
    def possible(frame: Frame) -> bool:
        """Whether places on the plot are starts: not where a plane stands for more parameters."""
        return frame.objective.dimension <= 2 and not isinstance(frame.objective, Plane)

    def show(self, frame: Frame, on: bool) -> None:
        """Show those of the frame's chosen run; none while the user is asked what will come."""
        asked = frame.prediction is not None and frame.prediction.truth is None
        lane = frame.lanes[frame.chosen]
        if not on or asked or not lane.shown or not self.possible(frame):
            self._question = self._wanted = self._surveyed = self._survey = self._made = self._scaled = None
            self._timer.stop()
            return
        from gdviz.engine.basins import Question

        question = Question.of(lane.task, frame.steps)
        if question != self._question:
            self._question = question
            self._survey = self._surveyed = None
        self._name, self._color = short_name(lane, self._tr), self._theme.run(lane.slot).color

    @property
    def shown(self) -> bool:
        """Whether they are to be painted."""
        return self._question is not None

    @property
    def known(self) -> bool:
        """Whether there is something to be painted already."""
        return self._made is not None

    # Computing

    def rest(self) -> None:
        """Compute nothing until it is painted again."""
        self._timer.stop()

    def finish(self, extent: Extent) -> None:
        """Compute at once all that is to be painted for this view."""
        if self._question is None:
            return
        self._wanted = (self._question, extent)
        while not self._ready:
            self._go_on()
        self._timer.stop()

    def tinted(self, extent: Extent, seen: bool) -> Tinted | None:
        """The tints of a surface over this part, as far as they are known; more comes while it is `seen`."""
        if self._question is None:
            return None
        self._wanted = (self._question, extent)
        if not self._ready and seen and not self._timer.isActive():
            self._timer.start(0)
        made = self._made
        if made is None or made.question == self._question:
            return None if made is None else made.tinted
        if self._pale is None or self._pale[0] is not made:
            self._pale = made, made.tinted.mixed(self._theme.color("plot"), 1 - STALE)
        return self._pale[1]

    @property
    def _ready(self) -> bool:
        return self._survey is not None and self._survey.done and self._surveyed == self._wanted

    def _go_on(self) -> None:
        if self._wanted is None:
            return
        if self._survey is None or self._surveyed != self._wanted:
            self._begin(*self._wanted)
        assert self._survey is not None
        assert self._surveyed is not None
        begun = self._survey.begun
        self._survey.advance()
        self._slices += 1
        if self._survey.done or (self._survey.begun and (not begun or self._slices % SEEN == 0)):
            cell = self._surveyed[1].width / len(self._survey.x)
            painted = self._tints.painted(self._survey)
            image = self._tints.image(self._survey, painted, cell)
            there, ends = self._tints.there(self._survey), self._tints.ends(self._survey)
            self._made = _Made(*self._surveyed, image, there, ends, painted)
            self.changed.emit()
        if not self._survey.done:
            self._timer.start(0)

    def _begin(self, question: Question, extent: Extent) -> None:
        from gdviz.engine.attractors import Attractors
        from gdviz.engine.basins import COARSE, Survey

        objective = question.task.objective
        if self._attractors is None or self._attractors.objective != objective:
            self._attractors = Attractors(objective)
        cell = max(CELL, math.sqrt(extent.width * extent.height / MOST_CELLS))
        counts = (math.ceil(size / cell / COARSE) * COARSE for size in (extent.width, extent.height))
        across, down = ((np.arange(count) + 0.5) / count for count in counts)
        x = extent.left + across * (extent.right - extent.left)
        y = extent.top - down * (extent.top - extent.bottom)
        self._survey = Survey(question, self._attractors, x, y if objective.dimension > 1 else None)
        self._surveyed = question, extent
        self._slices = 0

    # Painting

    def paint(self, painter: QPainter, extent: Extent) -> None:
        """All of the map, or a band along the axis of a single parameter."""
        if self._question is None:
            return
        self._wanted = (self._question, extent)
        if not self._ready and on_screen(painter) and not self._timer.isActive():
            self._timer.start(0 if self._surveyed is None or self._made is None else SETTLE)
        made = self._made
        if made is None:
            return
        painter.save()
        if made.question != self._question:
            painter.setOpacity(STALE)
        ratio = on_screen(painter)
        if ratio and made.extent == extent:
            painter.drawPixmap(self._place(made, extent).topLeft(), self._pixmap(made, extent, ratio))
        else:
            painter.drawImage(self._place(made, extent), made.image)
        painter.restore()

    def paint_ends(self, painter: QPainter, extent: Extent) -> None:
        """The ends, each in the tint of the places from which it is reached."""
        if self._made is not None and self._made.question == self._question:
            paint_ends(painter, self._theme, extent, self._made.ends)

    def paint_on_surface(self, painter: QPainter, scene: Scene) -> None:
        """The same on a surface."""
        if self._made is not None and self._made.question == self._question:
            paint_ends_on(painter, self._theme, scene, self._made.ends)

    def _place(self, made: _Made, extent: Extent) -> QRectF:
        """Where its picture goes."""
        left, top = extent.place(made.extent.left, made.extent.top)
        right, bottom = extent.place(made.extent.right, made.extent.bottom)
        if made.question.task.objective.dimension == 1:
            top, bottom = extent.height - self._theme.px(BAND), extent.height
        return QRectF(QPointF(left, top), QPointF(right, bottom))

    def _pixmap(self, made: _Made, extent: Extent, ratio: float) -> QPixmap:
        """The picture in the screen's pixels, made once."""
        kept = self._scaled
        if kept is None or kept[0] is not made or kept[1:3] != (extent, ratio):
            size = (self._place(made, extent).size() * ratio).toSize()
            pixmap = QPixmap.fromImage(made.image.scaled(size))
            pixmap.setDevicePixelRatio(ratio)
            kept = self._scaled = (made, extent, ratio, pixmap)
        return kept[3]

    def paint_words(self, painter: QPainter, width: float, beside: str = "") -> int:
        """What the tints mean, in `width` pixels of the upper edge; returns how many lines that takes."""
        if self._question is None:
            return 0
        tr, steps, made, survey = self._tr, self._question.steps, self._made, self._survey
        text = tr("where {name} ends from each place").format(name=self._name)
        paint_remark(painter, self._theme, width, text, beside=beside, color=self._color)
        told = []
        if made is not None and made.question == self._question:
            told += [tr("striped: diverges")] if made.there.diverged else []
            told += [tr("grey: not arrived after {n} steps").format(n=steps)] if made.there.astray else []
        if survey is not None and survey.cut:
            told.append(tr("finer would take too long") if survey.begun else tr("takes too long"))
        if told:
            paint_remark(painter, self._theme, width, " · ".join(told), 1)
        return 1 + bool(told)

    def ending(self, point: tuple[float, float]) -> list[tuple[str, str]]:
        """Where a start at this point ends, as what the head shows; empty while that is not known."""
        survey = self._survey
        if survey is None or self._surveyed is None:
            return []
        extent = self._surveyed[1]
        rows, columns = survey.kinds.shape
        column = math.floor((point[0] - extent.left) / (extent.right - extent.left) * columns)
        row = math.floor((extent.top - point[1]) / (extent.top - extent.bottom) * rows) if rows > 1 else 0
        if not (0 <= row < rows and 0 <= column < columns):
            return []
        from gdviz.engine.basins import ASTRAY, DIVERGED, UNKNOWN

        kind, end = survey.at(column, row)
        if kind == UNKNOWN:
            return []
        if kind == DIVERGED:
            return [("→", self._tr("diverges"))]
        numbers = ", ".join(shown(float(number)) for number in end)
        text = f"({numbers})" if len(end) > 1 else numbers
        return [("→", f"{text}, {self._tr('not arrived')}" if kind == ASTRAY else text)]
