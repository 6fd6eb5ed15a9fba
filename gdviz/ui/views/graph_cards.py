"""Cards of a computational graph: formula, value going forward, gradient coming back, and their arrows."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from gdviz.engine.arrays import Array
from gdviz.engine.learning.graph import GIVEN, LOSS, PARAMETER, Graph, Node
from gdviz.ui.formula_path import formula_width, paint_formula
from gdviz.ui.language import Translate
from gdviz.ui.numbers import shown
from gdviz.ui.theme import Theme
from gdviz.ui.views.graph_layout import (
    BETWEEN,
    FORMULA,
    NUMBERS,
    PADDING,
    Card,
    Link,
    Plan,
    cell,
    grid,
)
from gdviz.ui.views.marks import paint_text, text_width

RADIUS, HEAD = 6.0, 5.0
FEW = 3  # numbers that are written out rather than drawn as squares, where there is room


class CardPainter:
    """Paints a graph at `scale` times its size: of sample `sample`, or of all together."""

    def __init__(
        self, painter: QPainter, theme: Theme, tr: Translate, graph: Graph, sample: int | None, scale: float
    ) -> None:
        self._painter, self._theme, self._tr = painter, theme, tr
        self._graph, self._sample = graph, sample
        self._scale, self._unit = scale, scale * theme.scale

    def paint(self, plan: Plan) -> None:
        """Arrows first, so that the edges of the cards stay clean."""
        for link in plan.links:
            self.link(link)
        for card in plan.cards:
            self.card(card)

    def _box(self, box: QRectF) -> QRectF:
        unit = self._unit
        return QRectF(box.x() * unit, box.y() * unit, box.width() * unit, box.height() * unit)

    def _font(self) -> QFont:
        return self._theme.font(NUMBERS * self._scale, 500)

    # Arrows

    def link(self, link: Link) -> None:
        """Thin arrows: ink forward, and the gradient's colour backward where a gradient comes back."""
        start, end = link.start * self._unit, link.end * self._unit
        aside = link.aside * self._unit
        if not link.back:
            self._arrow(start, end, self._theme.color("muted"))
            return
        self._arrow(start + aside, end + aside, self._theme.color("muted"))
        self._arrow(end - aside, start - aside, self._theme.color("gradient"))

    def _arrow(self, start: QPointF, end: QPointF, color: QColor) -> None:
        painter, way = self._painter, end - start
        ahead = way / max(math.hypot(way.x(), way.y()), 1e-9)
        across, size = QPointF(-ahead.y(), ahead.x()), HEAD * self._unit
        painter.setPen(QPen(color, 1.2 * self._unit))
        painter.drawLine(start, end - ahead * size * 0.8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        back = end - ahead * size
        painter.drawPolygon(QPolygonF([end, back + across * size * 0.5, back - across * size * 0.5]))

    # Cards

    def card(self, card: Card) -> None:
        """A node: the formula, and the numbers beside or below it."""
        theme, painter, unit = self._theme, self._painter, self._unit
        node, box = card.node, self._box(card.box)
        fill = {PARAMETER: "window", GIVEN: "plot"}.get(node.role, "card")
        painter.setPen(QPen(theme.color("muted" if node.role == LOSS else "border2"), unit))
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(box, RADIUS * unit, RADIUS * unit)
        inner = box.adjusted(PADDING * unit, 0, -PADDING * unit, 0)
        if card.upright:
            line = 1.5 * FORMULA * unit
            self._formula(node, QRectF(inner.left(), box.top() + 5 * unit, inner.width(), line))
            self._numbers(node, inner.adjusted(0, 5 * unit + line, 0, -6 * unit))
        else:
            width = (card.column - BETWEEN) * unit
            self._formula(node, QRectF(inner.left(), box.top(), width, box.height()))
            self._numbers(node, inner.adjusted(card.column * unit, 6 * unit, 0, -6 * unit))

    def _formula(self, node: Node, place: QRectF) -> None:
        """On the left, amid the height; smaller where it would not fit."""
        size = FORMULA * self._unit
        size *= min(1.0, place.width() / formula_width(node.latex, size))
        color = self._theme.color("text")
        baseline = place.center().y() + 0.34 * size
        paint_formula(self._painter, node.latex, QPointF(place.left(), baseline), size, color)

    def _numbers(self, node: Node, place: QRectF) -> None:
        value, gradient = self._graph.seen(node, self._sample)
        rows = [("", value, self._theme.text)]
        if gradient is not None:
            rows.append(("∂ ", gradient, self._theme.gradient))
        each = place.height() / len(rows)
        for i, (sign, numbers, color) in enumerate(rows):
            line = QRectF(place.left(), place.top() + i * each, place.width(), each)
            self._row(node, sign, numbers, color, line)

    def _row(self, node: Node, sign: str, numbers: Array, color: str, place: QRectF) -> None:
        font = self._font()
        texts = written(numbers, self._tr) if numbers.size <= FEW else []
        if numbers.size > FEW and grid(node) is None:
            texts = [summary(numbers, self._tr)]
        fitting = next((text for text in texts if text_width(sign + text, font) <= place.width()), "")
        if fitting or grid(node) is None:
            self._text(sign + (fitting or texts[0]), color, place)
        else:
            self._squares(node, numbers, color, place)

    def _text(self, text: str, color: str, place: QRectF) -> None:
        font = self._font()
        fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
        paint_text(self._painter, QPointF(place.left(), place.center().y()), fitting, font, QColor(color))

    def _squares(self, node: Node, numbers: Array, color: str, place: QRectF) -> None:
        """A square for each number: the larger it is, the larger the square; negative ones are hollow."""
        rows, columns = grid(node) or (1, 1)
        values = numbers.reshape(-1, numbers.shape[-1]) if numbers.ndim > 1 else numbers.reshape(1, -1)
        if values.shape != (rows, columns):
            values = values.T
        side = cell(node) * self._unit
        top = place.center().y() - rows * side / 2
        painter, paint = self._painter, QColor(color)
        ground = QColor(color)
        ground.setAlphaF(0.08)
        painter.fillRect(QRectF(place.left(), top, columns * side, rows * side), ground)
        edges = np.maximum(_sizes(values) * (side - self._unit), 1.2 * self._unit)
        thick = max(0.9 * self._unit, 0.6)
        full: list[QRectF] = []
        hollow: list[QRectF] = []
        for row, column in zip(*np.nonzero(np.isfinite(values) & (values != 0.0)), strict=True):
            edge = float(edges[row, column])
            across, down = place.left() + (column + 0.5) * side, top + (row + 0.5) * side
            square = QRectF(across - edge / 2, down - edge / 2, edge, edge)
            if values[row, column] > 0 or edge < 3 * thick:
                full.append(square)
            else:
                hollow.append(square.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paint)
        painter.drawRects(full)
        painter.setPen(QPen(paint, thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects(hollow)


def _sizes(values: Array) -> Array:
    """Sides of the squares (r, c) in [0, 1]: areas are as the numbers; 0 for what is not finite."""
    size = np.abs(np.where(np.isfinite(values), values, 0.0))
    largest = float(size.max())
    return np.sqrt(size / largest) if largest > 0.0 else size


def written(numbers: Array, tr: Translate) -> list[str]:
    """Numbers as text, the fullest first: "0.31", "(0.31, −1.20)", "(3.10, −2.00)·10⁻⁴", "(3, −2)·10⁻⁴"."""
    flat = [float(x) for x in np.ravel(numbers)]
    if len(flat) == 1:
        return [tr(shown(flat[0]), "number")]
    largest = max(map(abs, flat))
    if not math.isfinite(largest) or largest == 0.0:
        return [_list(flat, 2, tr), _list(flat, 0, tr)]
    fixed = [2] if 0.01 <= largest <= 1000 else []
    fixed += [1] if 0.1 <= largest <= 1000 else []
    power = math.floor(math.log10(largest))
    shifted = [x / 10.0**power for x in flat]
    raised = str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    common = [f"{_list(shifted, digits, tr)}·10{raised}" for digits in (2, 1, 0)]
    return [*(_list(flat, digits, tr) for digits in fixed), *(common if power else ())]


def _list(values: list[float], digits: int, tr: Translate) -> str:
    return f"({', '.join(_fixed(x, digits, tr) for x in values)})"


def _fixed(x: float, digits: int, tr: Translate) -> str:
    if not math.isfinite(x):
        return tr(shown(x), "number")
    text = f"{x:.{digits}f}"
    return text.replace("-", "−") if float(text) else text.lstrip("-")


def summary(numbers: Array, tr: Translate) -> str:
    """What is said of many numbers: how they are arranged, and their root mean square."""
    with np.errstate(all="ignore"):
        size = float(np.sqrt(np.mean(np.square(numbers))))
    return f"{shape(numbers)}, {tr('RMS')} {tr(shown(size), 'number')}"


def shape(numbers: Array) -> str:
    """"8 × 2"; "1" for a number."""
    return " × ".join(str(side) for side in numbers.shape) or "1"

