"""The plot below the landscape: the loss as the steps go on, or as a curve over the learning rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gdviz.frame import Frame
from gdviz.picture import Chart
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.loss import LossView
from gdviz.ui.views.step_axis import BY_RATE

if TYPE_CHECKING:
    from gdviz.ui.views.rate_view import RateView


class Below(QStackedWidget):
    """The chart that `loss` is asked for decides which of the two is shown.

    run_chosen(run), rate_moved(run, rate) and rate_dropped(), by the user's hand; charted(): another
    quantity, axis or scale is shown.
    """

    run_chosen = Signal(int)
    rate_moved = Signal(int, float)
    rate_dropped = Signal()
    charted = Signal()

    def __init__(self, theme: Theme, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tr = theme, tr
        self._frame: Frame | None = None
        self._rates: RateView | None = None
        self._told: tuple[Chart, bool] | None = None
        self.loss = LossView(theme, tr)
        self.loss.run_chosen.connect(self.run_chosen)
        self.loss.asked.connect(self._follow)
        self.addWidget(self.loss)

    def rates(self) -> RateView:
        """The curves over the learning rate, made when they are first asked for."""
        if self._rates is None:
            from gdviz.ui.views.rate_view import RateView

            made = self._rates = RateView(self._theme, self._tr)
            made.chosen.connect(self.loss.choose)
            made.log_chosen.connect(self.loss.show_log)
            made.run_chosen.connect(self.run_chosen)
            made.rate_moved.connect(self.rate_moved)
            made.rate_dropped.connect(self.rate_dropped)
            self.addWidget(made)
        return self._rates

    @property
    def shown(self) -> LossView | RateView:
        """Which of the two is shown."""
        return self._rates if self._rates is not None and self.currentWidget() is self._rates else self.loss

    @property
    def by_rate(self) -> bool:
        """Whether the curves over the learning rate are shown."""
        return self.shown is not self.loss

    def show_rates(self, on: bool) -> None:
        """Show the curves over the learning rate, or the steps."""
        self.loss.choose("x", BY_RATE if on else "updates")

    @property
    def chart(self) -> Chart:
        """What is shown; what was asked for in vain is not in it."""
        return self.shown.chart

    @property
    def log(self) -> bool:
        """Whether the axis of the values is logarithmic."""
        return self.shown.log

    @property
    def offered(self) -> tuple[list[str], list[str]]:
        """What can be shown: names of x and of y."""
        return self.loss.offered[0], self.shown.offered[1]

    def show_frame(self, frame: Frame) -> None:
        """Draw the runs as they are known now."""
        self._frame = frame
        self.loss.show_frame(frame)
        self._follow()

    def fit(self) -> None:
        """Show all there is."""
        self.shown.fit()

    def finish(self) -> None:
        """Do at once what would go on in slices: for pictures."""
        if self._rates is not None and self.shown is self._rates:
            self._rates.finish()

    def _follow(self) -> None:
        """Show the plot that is asked for, and what belongs there."""
        frame, wanted = self._frame, self.loss.wanted
        if frame is not None:
            offered = self.loss.offered[0]
            asked = wanted.x == BY_RATE and BY_RATE in offered
            self.setCurrentWidget(self.rates() if asked else self.loss)
            if asked:
                self.rates().show_frame(frame, wanted, offered)
        if self._told != (self.chart, self.log):
            self._told = self.chart, self.log
            self.charted.emit()
