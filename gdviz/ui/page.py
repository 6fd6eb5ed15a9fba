"""The pictures: the landscape over the loss. The window shows it, and exports draw it at any size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from gdviz.engine.explanation import Explanation
from gdviz.frame import Frame
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.contour import ContourView
from gdviz.ui.views.curve import CurveView
from gdviz.ui.views.loss import LossView


class Page(QSplitter):
    """Hands each frame to the views that can show it; passes on what the user's hand does there.

    `views` names what is shown: curve or contour for the landscape, loss; without any, both.
    start_moved(start, point), start_dropped(), run_chosen(run), sought(step).
    """

    start_moved = Signal(int, object)
    start_dropped = Signal()
    run_chosen = Signal(int)
    sought = Signal(int)

    def __init__(
        self, theme: Theme, tr: Translate, views: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("page")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.contour = ContourView(theme, tr)
        self.curve = CurveView(theme, tr)
        self.loss = LossView(theme, tr)
        self.landscape = QStackedWidget()
        for view in (self.contour, self.curve):
            self.landscape.addWidget(view)
            view.start_moved.connect(self.start_moved)
            view.start_dropped.connect(self.start_dropped)
            view.run_chosen.connect(self.run_chosen)
        self.loss.run_chosen.connect(self.run_chosen)
        self.loss.sought.connect(self.sought)
        self.loss.setMinimumHeight(theme.px(160))
        self.landscape.setMinimumHeight(theme.px(180))
        self.addWidget(self.landscape)
        self.addWidget(self.loss)
        self.setStretchFactor(0, 69)
        self.setStretchFactor(1, 31)
        self.setSizes([690, 310])
        if views:
            self.landscape.setVisible(bool({"curve", "contour"} & set(views)))
            self.loss.setVisible("loss" in views)

    def views(self) -> list[ContourView | CurveView | LossView]:
        """The views that are shown, from top to bottom."""
        landscape = [self.shown] if self.landscape.isVisibleTo(self) else []
        return [*landscape, *([self.loss] if self.loss.isVisibleTo(self) else [])]

    def take_keys(self) -> None:
        """Give the pictures the keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown(self) -> ContourView | CurveView:
        """The landscape view that fits the objective."""
        view = self.landscape.currentWidget()
        assert isinstance(view, ContourView | CurveView)
        return view

    def show_frame(self, frame: Frame) -> None:
        """Draw a frame; the landscape is a curve for one parameter, a map for two."""
        view = self.curve if frame.objective.dimension == 1 else self.contour
        if self.landscape.currentWidget() is not view:
            self.landscape.setCurrentWidget(view)
        view.show_frame(frame)
        if view is self.contour:
            self.contour.show_arrows(_arrows(frame.explanation))
        self.loss.show_frame(frame)


def _arrows(why: Explanation) -> list[tuple[str, float, float]]:
    """The parts of the chosen run's step, then the step itself, as (role, dx, dy)."""
    parts = [(part.role, part.value) for part in why.terms if len(why.terms) > 1]
    return [(role, float(value[0]), float(value[1])) for role, value in (*parts, ("step", why.change))]
