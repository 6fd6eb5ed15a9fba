"""The inspector: the chosen run's rule, its numbers at the step shown, and how all runs stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdviz.frame import Frame
from gdviz.ui.docks.outcome import Outcome
from gdviz.ui.docks.rule_card import RuleCard
from gdviz.ui.docks.step_table import StepTable
from gdviz.ui.language import Translate, short_name
from gdviz.ui.segments import Segments
from gdviz.ui.theme import Theme


class Inspector(QWidget):
    """Follows the chosen run; `run_chosen(i)` when another tab or row is clicked."""

    run_chosen = Signal(int)

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self._theme, self._tr = theme, tr
        self._tabs = Segments(theme, "run_tabs", tr("Chosen run"))
        self._rule = RuleCard(theme)
        self._step = StepTable(theme, tr)
        self._outcome = Outcome(theme, tr)
        self._moves = QLabel()
        self._moves.setFont(theme.font())
        self._moves.setStyleSheet(f"color:{theme.muted}")
        self._tabs.chosen.connect(self.run_chosen)
        self._outcome.run_chosen.connect(self.run_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(2), theme.px(16), theme.px(14))
        layout.setSpacing(theme.px(4))
        layout.addWidget(self._tabs)
        layout.addSpacing(theme.px(8))
        layout.addWidget(self._heading(tr("Update rule")))
        layout.addWidget(self._rule)
        layout.addSpacing(theme.px(10))
        row = QHBoxLayout()
        row.addWidget(self._heading(tr("This step")))
        row.addStretch(1)
        row.addWidget(self._moves)
        layout.addLayout(row)
        layout.addWidget(self._step)
        layout.addSpacing(theme.px(12))
        line = QWidget()
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line.setStyleSheet(f"background:{theme.border}")
        line.setFixedHeight(1)
        layout.addWidget(line)
        layout.addSpacing(theme.px(6))
        layout.addWidget(self._heading(tr("Outcome")))
        layout.addWidget(self._outcome, 1)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(self._theme.font(13, 600))
        label.setFixedHeight(self._theme.px(28))
        return label

    def show_frame(self, frame: Frame) -> None:
        """Show the chosen run at the frame's step."""
        tabs = [(short_name(lane, self._tr), self._theme.run(lane.slot)) for lane in frame.lanes]
        self._tabs.show_segments(tabs, frame.chosen)
        lane = frame.lanes[frame.chosen]
        k = lane.at(frame.step)
        self._moves.setText(f"{k} → {k + 1}" if k < lane.known else str(k))
        color = self._theme.run(lane.slot).color
        self._rule.show_explanation(frame.explanation, color)
        self._step.show_explanation(frame.explanation, color)
        self._outcome.show_frame(frame)
