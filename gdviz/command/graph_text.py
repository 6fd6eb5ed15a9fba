"""The computational graph of a data problem as text: every number in full precision."""

from __future__ import annotations

import math

from gdviz.command.output import aligned, short
from gdviz.engine.arrays import Array
from gdviz.engine.expression.text import number_text
from gdviz.engine.learning.gradient_check import gradient_check
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import ALL_TERMS
from gdviz.engine.run import Task


def graph_text(task: Task, x: Array, step: int) -> str:
    """The graph at parameters x (p,) on the samples of update `step` of `task`, and its gradient check.

    Empty for an objective without samples.
    """
    problem = task.objective
    if not isinstance(problem, DataProblem):
        return ""
    every = task.batches.full(problem.terms)
    index = ALL_TERMS if every else task.batches.samples(step, problem.terms, task.seed)
    graph = problem.graph(x, index)
    samples = f"all {graph.samples} samples" if every else f"its batch of {graph.samples}"
    rows = []
    for node in graph.nodes:
        value, gradient = graph.seen(node)
        rows.append((node.text, node.name, number_text(value)))
        if gradient is not None:
            rows.append(("", f"∂L/∂{node.name}", number_text(gradient)))
    check = gradient_check(problem, x, index, graph.gradient)
    said = "cannot be said" if math.isnan(check.error) else "passed" if check.passed else "FAILED"
    part = f"{check.checked} of {len(x)} parameters" if check.checked < len(x) else f"{len(x)} parameters"
    return "\n".join([
        f"computational graph on {samples} (values: mean over the samples, ∂L/∂·: sum)",
        aligned(rows),
        f"gradient check {said}: largest relative error {short(check.error)} of {part}, at "
        f"{problem.axes[check.worst]}: {check.analytic!r} by back-propagation, "
        f"{check.numeric!r} by central differences",
    ])  # fmt: skip
