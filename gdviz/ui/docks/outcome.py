"""How the runs stand: loss and gradient norm of each at the step shown, and their outcomes in words."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gdviz.engine.status import OUT_OF_STEPS, RUNNING
from gdviz.frame import Frame, Lane
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.formula import FormulaLabel
from gdviz.ui.language import Translate, name_of, sentence, short_name
from gdviz.ui.numbers import significant
from gdviz.ui.swatch import paint_marker
from gdviz.ui.theme import RunStyle, Theme
from gdviz.ui.views.ticks import decade


class Marker(QWidget):
    """A run's marker in its colour."""

    def __init__(self, theme: Theme, style: RunStyle) -> None:
        super().__init__()
        self._theme, self._style = theme, style
        self.setFixedSize(theme.px(14), theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_marker(painter, self._style, QPointF(QRectF(self.rect()).center()), self._theme.px(9), None)
        painter.end()


class Outcome(QWidget):
    """A row for each run; a click chooses it: `run_chosen(i)`."""

    run_chosen = Signal(int)

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self._theme, self._tr = theme, tr
        self._told: tuple[object, ...] = ()
        self._shape: tuple[list[tuple[int, str, str]], bool] = ([], False)  # names, and if x is a number
        self._cells: list[tuple[ElidedLabel, QLabel, QLabel]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        self._host = QWidget()
        layout.addWidget(self._host)
        self._grid = QGridLayout(self._host)
        self._sentences = self._label("", 12, color=theme.muted)
        self._sentences.setWordWrap(True)
        layout.addWidget(self._sentences)
        layout.addStretch(1)

    def _label(self, text: str, size: int = 13, weight: int = 400, color: str = "") -> QLabel:
        label = QLabel(text)
        label.setFont(self._theme.font(size, weight))
        label.setStyleSheet(f"color:{color or self._theme.text}")
        return label

    def show_frame(self, frame: Frame) -> None:
        """Show the numbers at the frame's step; rows are made anew only when there are other runs."""
        names = [(lane.slot, self._called(lane), short_name(lane, self._tr)) for lane in frame.lanes]
        if (shape := (names, frame.objective.dimension == 1)) != self._shape:
            self._shape = shape
            self._rebuild(*shape)
        for (name, loss, slope), lane in zip(self._cells, frame.lanes, strict=True):
            k = lane.at(frame.step)
            loss.setText(significant(lane.losses[k, 0]))
            slope.setText(significant(lane.grad_norms[k, 0]))
            name.setStyleSheet(f"color:{self._theme.text if lane.shown else self._theme.muted}")
        told = tuple((lane.task, lane.known, lane.name, lane.statuses[0]) for lane in frame.lanes)
        if told != self._told:  # sentences are about whole runs: the play-head does not change them
            self._told = told
            self._sentences.setText("\n".join([*self._endings(frame), *self._races(frame)]))

    def _called(self, lane: Lane) -> str:
        """Short where what tells it from its like would not fit."""
        return name_of(lane.name, self._tr, short=bool(lane.name.distinction))

    def _endings(self, frame: Frame) -> list[str]:
        """What became of the runs whose outcome is more than that the steps ran out."""
        template = self._tr("{run}: {outcome}.")
        return [
            template.format(run=self._called(lane), outcome=sentence(lane.statuses[0], self._tr))
            for lane in frame.lanes
            if lane.statuses[0].kind not in (OUT_OF_STEPS, RUNNING)
        ]

    def _races(self, frame: Frame) -> list[str]:
        """When each run's loss first fell below a mark that at least two of them pass."""
        lowest = sorted(float(np.min(lane.losses[:, 0])) for lane in frame.lanes)
        second = lowest[min(1, len(lowest) - 1)]
        if not 1e-300 < second < frame.lanes[0].losses[0, 0]:
            return []
        power = math.ceil(math.log10(second) + 1e-9)
        mark = 10.0**power
        passed = [(int(np.argmax(lane.losses[:, 0] < mark)), lane) for lane in frame.lanes]
        template = self._tr("{run} first falls below {mark} at step {step}.")
        return [
            template.format(run=self._called(lane), mark=decade(power), step=step)
            for step, lane in sorted(passed, key=lambda pair: pair[0])
            if step > 0
        ]

    def _rebuild(self, names: list[tuple[int, str, str]], single: bool) -> None:
        theme, tr = self._theme, self._tr
        old = self._host
        self._host = QWidget()
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(old, self._host)
        old.setParent(None)
        old.deleteLater()
        grid = self._grid = QGridLayout(self._host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self._label(tr("loss", "outcome"), color=theme.muted), 0, 2, right)
        latex, spoken = (r"|f'|", "|f ′|") if single else (r"\|\nabla f\|", "‖∇f‖")
        grid.addWidget(FormulaLabel(theme, latex, 14, spoken, theme.muted), 0, 3, right)
        self._cells = []
        for row, (slot, *called) in enumerate(names, 1):
            cells = (ElidedLabel(*called), self._label("", weight=600), self._label("", color=theme.muted))
            cells[0].setFont(theme.font())
            grid.addWidget(Marker(theme, theme.run(slot)), row, 0)
            grid.addWidget(cells[0], row, 1)
            grid.addWidget(cells[1], row, 2, right)
            grid.addWidget(cells[2], row, 3, right)
            grid.setRowMinimumHeight(row, theme.px(28))
            self._cells.append(cells)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a row chooses its run."""
        y = self._host.mapFrom(self, event.position()).y()
        for i, (name, _, _) in enumerate(self._cells):
            if abs(name.geometry().center().y() - y) <= self._theme.px(14):
                self.run_chosen.emit(i)
