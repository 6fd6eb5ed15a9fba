"""What all views have in common: the colour behind them, the head, the plot that shows all until explored."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.head import ViewHead
from gdviz.ui.views.plot import Plot


class View(QWidget):
    """A head over a plot; `title` is translated already.

    What there is fills the plot also when its size changes, until the hand zooms or pans.
    """

    _explored: bool  # whether the hand has zoomed or panned

    def __init__(
        self, theme: Theme, tr: Translate, name: str, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._tr = theme, tr
        self._explored = False
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.color("plot"))
        self.setPalette(palette)
        self.head = self._made_head(title)

    def _made_head(self, title: str) -> ViewHead:
        return ViewHead(self._theme, title)

    @property
    def part(self) -> Extent | None:
        """What the hand has zoomed or panned to; None where all is shown."""
        return self.plot.extent if self._explored else None

    def show_part(self, part: Extent) -> None:
        """Show the same ranges, as if the hand had chosen them here."""
        self._explored = True
        self.plot.show_extent(part)

    def _lay_out(self, plot: Plot) -> None:
        self.plot = plot
        plot.setAccessibleName(self.accessibleName())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(plot, 1)
        plot.changed.connect(self._follow)
        plot.explored.connect(self._explore)

    @abstractmethod
    def fit(self) -> None:
        """Show all there is."""

    def _fit_to(self, extent: Extent) -> None:
        """Show these ranges, and others as soon as there is another size."""
        self._explored = False
        if extent != self.plot.extent:
            self.plot.show_extent(extent)

    def _follow(self) -> None:
        if not self._explored:
            self.fit()

    def _explore(self) -> None:
        self._explored = True
