"""The heads of a table, in which mathematics is set as everywhere else."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from gdviz.ui.formula import Drawing, formula_drawing
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

    def _drawn(self, latex: str) -> Drawing:
        theme = self._theme
        return formula_drawing(latex, theme.px(SIZE), theme.muted, self.devicePixelRatioF(), latex)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        """No words where there is a formula."""
        super().initStyleOptionForIndex(option, logicalIndex)
        if self._latex(logicalIndex):
            option.text = ""

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        """As wide as the formula needs."""
        size = super().sectionSizeFromContents(logicalIndex)
        if latex := self._latex(logicalIndex):
            wide = math.ceil(self._drawn(latex).width) + 2 * self._theme.px(PADDING)
            size.setWidth(max(size.width(), wide))
        return size

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """The section, and on it the formula on the baseline of the words."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if latex := self._latex(logicalIndex):
            metrics, drawn = self.fontMetrics(), self._drawn(latex)
            baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
            left = rect.right() + 1 - self._theme.px(PADDING) - drawn.width
            painter.drawImage(QPointF(left, round(baseline - drawn.ascent)), drawn.image)
