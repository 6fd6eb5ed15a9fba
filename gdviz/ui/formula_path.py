"""Formulas as outlines, for pictures of any size and for vector files."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QTransform

from gdviz.ui.formula import formula_svg
from gdviz.ui.theme import FAMILIES

SET = 64  # px at which a formula is set, once for all sizes
_COMMAND = re.compile(r"([MLQZ])([^MLQZ]*)")


@lru_cache(maxsize=256)
def _outline(latex: str) -> QPainterPath:
    """The formula at SET px: its left edge at 0, its baseline at 0."""
    svg = formula_svg(latex, SET, "#000000")
    path = QPainterPath()
    if svg is None:
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(round(SET * 0.8))
        path.addText(QPointF(0, 0), font, latex)
    else:
        for element in ET.fromstring(svg).iter():
            if element.tag.endswith("path"):
                _add(path, element.get("d", ""))
            elif element.tag.endswith("rect"):
                path.addRect(QRectF(*(float(element.get(key, "0")) for key in ("x", "y", "width", "height"))))
    return path.translated(-path.boundingRect().left(), 0.0)


def _add(path: QPainterPath, text: str) -> None:
    """Lines and quadratic curves in absolute coordinates: ziamath writes nothing else."""
    glyph = QPainterPath()
    for command, rest in _COMMAND.findall(text):
        numbers = [float(number) for number in rest.replace(",", " ").split()]
        points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if command == "M":
            glyph.moveTo(points[0])
        elif command == "L":
            glyph.lineTo(points[0])
        elif command == "Q":
            glyph.quadTo(points[0], points[1])
        else:
            glyph.closeSubpath()
    path.addPath(glyph)


@lru_cache(maxsize=512)
def formula_path(latex: str, size: float) -> QPainterPath:
    """The outline of a formula of `size` px: its left edge at 0, its baseline at 0."""
    path = QTransform.fromScale(size / SET, size / SET).map(_outline(latex))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def formula_width(latex: str, size: float) -> float:
    """The width that a formula of `size` px takes."""
    return _outline(latex).boundingRect().width() * size / SET


def paint_formula(painter: QPainter, latex: str, at: QPointF, size: float, color: QColor) -> None:
    """Fill a formula of `size` px whose baseline begins at `at`."""
    painter.fillPath(formula_path(latex, size).translated(at), color)
