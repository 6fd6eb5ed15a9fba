"""What an exhaustive search finds and costs, as a line below the outcomes of the runs."""

from __future__ import annotations

from gdviz.command.output import point, short
from gdviz.engine.exhaustive import Grid, found
from gdviz.engine.objective import Objective


def line(objective: Objective, grid: Grid) -> str:
    """The best of the grid's points, its loss, and how many evaluations it took."""
    result = found(objective, grid)
    samples = f", samples {result.samples}" if result.samples else ""
    return (f"exhaustive search: best {', '.join(objective.axes)} = {point(result.best)}, "
            f"loss {short(result.loss)}, value {result.evaluations}{samples}")
