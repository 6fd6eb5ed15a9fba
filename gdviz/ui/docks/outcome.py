"""How the runs stand: loss and gradient norm of each at the step shown, and their outcomes in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gdviz.frame import Frame
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.language import Translate, sentence, short_name
from gdviz.ui.numbers import significant
from gdviz.ui.swatch import paint_marker
from gdviz.ui.theme import RunStyle, Theme


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
        self._shape: list[tuple[int, str]] = []
        self._cells: list[tuple[ElidedLabel, QLabel, QLabel]] = []
        self._tops: list[QLabel] = []
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
        names = [(lane.slot, short_name(lane, self._tr)) for lane in frame.lanes]
        if names != self._shape:
            self._rebuild(names, frame.objective.dimension)
        lines = []
        for (name, loss, slope), lane in zip(self._cells, frame.lanes, strict=True):
            k = lane.at(frame.step)
            loss.setText(significant(lane.losses[k, 0]))
            slope.setText(significant(lane.grad_norms[k, 0]))
            name.setStyleSheet(f"color:{self._theme.text if lane.shown else self._theme.muted}")
            lines.append(
                self._tr("{run}: {outcome}.").format(
                    run=short_name(lane, self._tr), outcome=sentence(lane.statuses[0], self._tr)
                )
            )
        self._sentences.setText("\n".join(lines))

    def _rebuild(self, names: list[tuple[int, str]], dimension: int) -> None:
        theme, tr = self._theme, self._tr
        self._shape = names
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
        heads = (tr("loss", "outcome"), "|f ′|" if dimension == 1 else "‖∇f‖")
        for column, text in enumerate(heads, 2):
            grid.addWidget(self._label(text, color=theme.muted), 0, column, right)
        self._cells = []
        for row, (slot, name) in enumerate(names, 1):
            cells = (ElidedLabel(name), self._label("", weight=600), self._label("", color=theme.muted))
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
