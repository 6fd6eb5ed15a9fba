"""The heads of a table, in which mathematics is set as everywhere else."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from gdviz.ui.formula import formula_pixmap
from gdviz.ui.theme import Theme

SIZE = 14  # px, as beside the rows of the inspector
PADDING = 8  # px between a head and the ends of its section


class FormulaHeader(QHeaderView):
    """Draws the heads that are written `formulas` as the LaTeX they stand for, at the right."""

    def __init__(self, theme: Theme, formulas: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._formulas = theme, formulas
        self.setSectionsClickable(True)

    def _latex(self, section: int) -> str:
        model = self.model()
        return self._formulas.get(str(model.headerData(section, self.orientation())), "") if model else ""

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        """No words where there is a formula."""
        super().initStyleOptionForIndex(option, logicalIndex)
        if self._latex(logicalIndex):
            option.text = ""

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        """As wide as the formula needs."""
        size = super().sectionSizeFromContents(logicalIndex)
        if latex := self._latex(logicalIndex):
            drawn = formula_pixmap(self._theme, latex, SIZE, self._theme.muted)
            size.setWidth(max(size.width(), drawn.pixmap.width() + 2 * self._theme.px(PADDING)))
        return size

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """The section, and on it the formula on the baseline of the words."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if latex := self._latex(logicalIndex):
            ratio, metrics = self.devicePixelRatioF(), self.fontMetrics()
            drawn = formula_pixmap(self._theme, latex, SIZE, self._theme.muted, ratio)
            width = drawn.pixmap.deviceIndependentSize().width()
            baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
            left = rect.right() + 1 - self._theme.px(PADDING) - width
            painter.drawPixmap(QPointF(left, round(baseline - drawn.baseline)), drawn.pixmap)
