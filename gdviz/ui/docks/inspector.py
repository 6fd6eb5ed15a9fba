"""The inspector: the chosen run's rule and numbers at the step shown, or what curvature says of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.frame import Frame
from gdviz.ui.docks.before_after import BeforeAfter
from gdviz.ui.docks.curvature import Curvature
from gdviz.ui.docks.outcome import Outcome
from gdviz.ui.docks.rule_card import RuleCard
from gdviz.ui.docks.section import Section
from gdviz.ui.docks.step_table import StepTable
from gdviz.ui.language import Translate, short_name
from gdviz.ui.segments import Segments
from gdviz.ui.theme import Theme


class Inspector(QWidget):
    """Follows the chosen run on two pages, the step and its curvature.

    `run_chosen(i)` when another tab or row is clicked, `page_chosen(i)` when another page is.
    """

    run_chosen = Signal(int)
    page_chosen = Signal(int)

    def __init__(self, theme: Theme, tr: Translate) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self._theme, self._tr = theme, tr
        self._frame: Frame | None = None
        self._tabs = Segments(theme, "run_tabs", tr("Chosen run"))
        self._choice = Segments(theme, "page_tabs", tr("Page"), high=28)
        self._rule = RuleCard(theme)
        self._table = StepTable(theme, tr)
        self._step = Section(theme, tr("This step"), self._table, line=False)
        self._outcome = Outcome(theme, tr)
        self._pairs = BeforeAfter(theme, tr)
        self._state = Section(theme, tr("Before and after"), self._pairs)
        self._tabs.chosen.connect(self.run_chosen)
        self._outcome.run_chosen.connect(self.run_chosen)
        self._choice.chosen.connect(self._on_page)
        self._page = self._step_page()
        self._curvature: Curvature | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.px(16), theme.px(2), theme.px(16), theme.px(10))
        self._layout.setSpacing(theme.px(8))
        for part in (self._tabs, self._choice):
            self._layout.addWidget(part)
        self._layout.addWidget(self._page, 1)
        self.show_page(0)

    def _step_page(self) -> QWidget:
        theme, page = self._theme, QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(Section(theme, self._tr("Update rule"), self._rule, line=False))
        layout.addWidget(self._step)
        layout.addWidget(Section(theme, self._tr("Outcome"), self._outcome))
        layout.addWidget(self._state)
        layout.addStretch(1)
        return page

    def show_page(self, index: int) -> None:
        """Show the step (0) or its curvature (1); tells nobody."""
        self._page.setVisible(index == 0)
        if self._curvature is None and index == 1:  # not before it is asked for
            self._curvature = Curvature(self._theme, self._tr)
            self._layout.insertWidget(3, self._curvature, 1)
        if self._curvature is not None:
            self._curvature.setVisible(index == 1)
        names = (self._tr("Step", "page"), self._tr("Curvature", "page"))
        self._choice.show_segments([(name, None) for name in names], index)
        if self._frame is not None:
            self.show_frame(self._frame)

    def _on_page(self, index: int) -> None:
        self.show_page(index)
        self.page_chosen.emit(index)

    def show_frame(self, frame: Frame) -> None:
        """Show the chosen run at the frame's step, on the page that is seen."""
        self._frame = frame
        tabs = [(short_name(lane, self._tr), self._theme.run(lane.slot)) for lane in frame.lanes]
        self._tabs.show_segments(tabs, frame.chosen)
        lane = frame.lanes[frame.chosen]
        k = lane.at(frame.step)
        moves = f"{k} → {k + 1}" if k < lane.known else str(k)
        color = self._theme.run(lane.slot).color
        if self._curvature is not None and self._choice.index() == 1:
            self._curvature.show_frame(frame, moves, color)
            return
        self._step.show_side(moves)
        self._rule.show_explanation(frame.explanation, color)
        self._table.show_explanation(frame.explanation, color)
        self._pairs.show_explanation(frame.explanation)
        self._outcome.show_frame(frame)
