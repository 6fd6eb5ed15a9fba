"""Where the cards of a computational graph stand: in a line from features to loss, across or downward."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from gdviz.engine.learning.graph import Graph, Node
from gdviz.ui.formula_path import formula_width

# Lengths in pixels at the scale 1 of a plan.
PADDING, BETWEEN = 9.0, 8.0
LINE = 17.0  # of numbers
FORMULA, NUMBERS = 14, 12  # sizes of type
CELL, COLUMNS, ROWS = 11.0, 16, 6  # of grids: side of a cell at most, and how many are worth drawing
NARROWEST, SYMBOLS, FORMULAS, FIGURES = 44.0, 20.0, 104.0, 98.0  # widths
ACROSS, DOWN, SIDE = 24.0, 16.0, 24.0  # gaps between cards
TWO_WAYS = 4.0  # from the middle between two cards to each of the arrows
INSIDE = 9.0  # from a card's corner to an arrow

Grid = tuple[int, int]


class Card(NamedTuple):
    """A node's place; upright: its numbers stand below its formula, else beside it, from `column` on."""

    node: Node
    box: QRectF
    upright: bool
    column: float


class Link(NamedTuple):
    """From an input to a node; back: whether a gradient comes back; aside: from the middle to each arrow."""

    start: QPointF
    end: QPointF
    aside: QPointF
    back: bool


class Plan(NamedTuple):
    """Everything in its place, from (0, 0) to the size."""

    cards: tuple[Card, ...]
    links: tuple[Link, ...]
    size: QSizeF


def entries(node: Node) -> tuple[int, ...]:
    """The shape of what a card shows: without the samples' axis."""
    return node.value.shape[:-1] if node.sampled else node.value.shape


def grid(node: Node) -> Grid | None:
    """Rows and columns of squares that stand for the numbers, the longer side across; None for a number.

    Also None where there are too many to be told apart.
    """
    shape = [side for side in entries(node) if side > 1]
    rows, columns = sorted([1, 1, *shape])[-2:]
    return (rows, columns) if 1 < columns <= COLUMNS and rows <= ROWS else None


def cell(node: Node) -> float:
    """The side of a square of its grid."""
    found = grid(node)
    return min(CELL, FIGURES / found[1]) if found else 0.0


def _height(node: Node) -> float:
    """Of the numbers: values over gradients."""
    found, lines = grid(node), 1 if node.gradient is None else 2
    tall = max(LINE, found[0] * cell(node) + 5.0) if found else LINE
    return lines * tall


def _formula(node: Node, most: float) -> float:
    return min(formula_width(node.latex, FORMULA), most)


def plan(graph: Graph, upright: bool) -> Plan:
    """The spine as a row of upright cards with what enters from the side above it, or as a column of flat
    cards with that at its right. What enters first stands beside the card before."""
    spine = graph.spine
    beside: list[Node | None] = [None] * len(spine)
    for i, node in enumerate(spine):
        for back, entering in enumerate(reversed(graph.beside(node))):
            beside[i - back] = entering
    return _row(graph, beside) if upright else _column(graph, beside)


def _column(graph: Graph, beside: list[Node | None]) -> Plan:
    spine, cards, down = graph.spine, [], 0.0
    formulas = max(_formula(node, FORMULAS) for node in spine)
    symbols = max([_formula(node, FORMULAS) for node in beside if node], default=SYMBOLS)
    width, side = (2 * PADDING + first + BETWEEN + FIGURES for first in (formulas, symbols))
    for node, other in zip(spine, beside, strict=True):
        heights = [max(_height(each), LINE) + 2 * PADDING - 5.0 for each in (node, other) if each]
        tall = max(heights)
        box = QRectF(0, down + (tall - heights[0]) / 2, width, heights[0])
        cards.append(Card(node, box, False, formulas + BETWEEN))
        if other:
            place = QRectF(width + SIDE, down + (tall - heights[1]) / 2, side, heights[1])
            cards.append(Card(other, place, False, symbols + BETWEEN))
        down += tall + DOWN
    whole = QSizeF(width + SIDE + side if any(beside) else width, down - DOWN)
    return Plan(tuple(cards), tuple(_links(graph, cards, upright=False)), whole)


def _row(graph: Graph, beside: list[Node | None]) -> Plan:
    spine, cards, across = graph.spine, [], 0.0
    line = 1.5 * FORMULA
    tall, above = (
        max([_height(node) for node in nodes if node], default=0.0) + line + 2 * PADDING - 5.0
        for nodes in (spine, beside)
    )
    top = above + SIDE if any(beside) else 0.0
    for node, other in zip(spine, beside, strict=True):
        pair = [each for each in (node, other) if each]
        needs = (max(_formula(each, FORMULAS), _figures(each)) for each in pair)
        width = max(NARROWEST, *needs) + 2 * PADDING
        cards.append(Card(node, QRectF(across, top, width, tall), True, 0.0))
        if other:
            high = _height(other) + line + 2 * PADDING - 5.0
            cards.append(Card(other, QRectF(across, above - high, width, high), True, 0.0))
        across += width + ACROSS
    return Plan(tuple(cards), tuple(_links(graph, cards, upright=True)), QSizeF(across - ACROSS, top + tall))


def _figures(node: Node) -> float:
    """The width of its numbers."""
    found = grid(node)
    return max(found[1] * cell(node), FIGURES if found[1] <= 3 else 0.0) if found else 64.0


def _links(graph: Graph, cards: list[Card], upright: bool) -> list[Link]:
    boxes = {card.node.name: card.box for card in cards}
    spine = {node.name for node in graph.spine}
    found = []
    for node in graph.nodes:
        for name in node.inputs:
            main = name in spine
            start, end = _ends(boxes[name], boxes[node.name], main, upright)
            # Along the edges of the cards, so that both arrows end there; wider apart where they are slanted.
            way, level = end - start, main == upright
            into, along = (way.x(), way.y()) if level else (way.y(), way.x())
            apart = TWO_WAYS * min(math.hypot(into, along) / max(abs(into), 1.0), 2.0)
            aside = QPointF(0, apart) if level else QPointF(-apart, 0)
            found.append(Link(start, end, aside, graph[name].gradient is not None))
    return found


def _ends(source: QRectF, target: QRectF, main: bool, upright: bool) -> tuple[QPointF, QPointF]:
    """From edge to edge: along the spine, or from the side into it."""
    if main and upright:
        return QPointF(source.right(), source.center().y()), QPointF(target.left(), source.center().y())
    if main:
        return QPointF(source.center().x(), source.bottom()), QPointF(target.center().x(), target.top())
    if upright:
        inside = _near(source.center().x(), target.left(), target.right())
        return QPointF(source.center().x(), source.bottom()), QPointF(inside, target.top())
    inside = _near(source.center().y(), target.top(), target.bottom())
    return QPointF(source.left(), source.center().y()), QPointF(target.right(), inside)


def _near(at: float, low: float, high: float) -> float:
    """The nearest place that is a little inside of both ends."""
    return min(max(at, low + INSIDE), high - INSIDE)
