"""A node of the computational graph in words: for tool tips and for those who cannot see it."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.graph import GIVEN, LOSS, PARAMETER, Graph, Node
from gdviz.ui.language import Translate
from gdviz.ui.numbers import significant
from gdviz.ui.views.graph_cards import shape

MOST = 16  # numbers of a node that are written out


def told(node: Node, graph: Graph, sample: int | None, share: Graph | None, tr: Translate) -> list[str]:
    """Lines about a node: what it is, its numbers going forward and those coming back.

    share: the graph of the sample alone, whose gradients of the parameters are told as well.
    """
    value, gradient = graph.seen(node, sample)
    kind = {PARAMETER: tr("parameter", "graph"), GIVEN: tr("given", "graph"), LOSS: tr("loss", "graph")}
    size = f", {shape(value)}" if value.size > 1 else ""
    lines = [f"{node.text}  ({kind.get(node.role, tr('computed', 'graph'))}{size})"]
    lines[0] += f" = {numbers(value)}" if value.size == 1 else ""
    if value.size > 1:
        lines.append(numbers(value).lstrip("\n"))
    if gradient is not None:
        lines.append(f"∂L/∂{node.name} = {numbers(gradient)}")
    if share is not None and node.role == PARAMETER:
        part = share[node.name].gradient
        if part is not None:
            words = tr("share of this sample: {numbers}").format(numbers=numbers(part / graph.samples))
            lines.append(words)
    return lines


def numbers(values: Array) -> str:
    """Numbers for reading, each row of several on a line of its own; of very many the first."""
    flat = [significant(x) for x in np.ravel(values)[:MOST]]
    if values.size > MOST:
        flat.append("…")
    if values.ndim < 2 or values.size > MOST or 1 in values.shape:
        return flat[0] if values.size == 1 else f"({', '.join(flat)})"
    rows = np.array(flat, dtype=object).reshape(values.shape)
    return "".join(f"\n({', '.join(row)})" for row in rows)
