"""What `gdviz describe` tells of data sets, and of models by what they are fitted to."""

from __future__ import annotations

from typing import Any

from gdviz.command import output
from gdviz.engine.datasets.csv import Csv
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.table import CLASSES, LABELS, REGRESSION

# The data on which a model shows its formula and parameters.
EXAMPLES = {REGRESSION: "line", CLASSES: "moons", LABELS: "multi-label"}


def of_data(data: Dataset) -> dict[str, Any]:
    """Task, size and columns, as JSON holds them; nothing where no file is named. Raises SpecError."""
    if isinstance(data, Csv) and not data.path:
        return {}
    table = data.table
    return {
        "task": table.task, "samples": table.terms, "features": list(table.feature_names),
        "targets": list(table.target_names), "classes": list(table.classes),
        "assumed": [str(remark) for remark in table.assumed],
    }


def of_model(model: Model) -> list[dict[str, Any]]:
    """Each task it can be fitted to: loss, and formula and parameters on an example's data."""
    told = []
    for task, loss in model.losses.items():
        data = Dataset.parse(EXAMPLES[task])
        model.require(data.table)
        told.append({"task": task, "loss": loss, "data": data.kind, "formula": model.formula(data.table),
                     "size": model.size(data.table), "names": list(model.names(data.table))})
    return told


def lines(table: dict[str, Any]) -> list[str]:
    """The same for reading; nothing for what is neither data nor a model."""
    rows: list[tuple[str, str]] = []
    if "samples" in table:
        rows = [(name, ", ".join(table[name])) for name in ("features", "targets", "classes", "assumed")]
        rows = [("task", table["task"]), ("samples", str(table["samples"])), *rows]
    for fitted in table.get("fits", ()):
        names = fitted["names"]
        shown = names if len(names) <= output.MANY else [*names[: output.SHOWN], "…"]
        rows += [("task", f"{fitted['task']}, by the loss {fitted['loss']}"), ("formula", fitted["formula"]),
                 ("on " + fitted["data"], f"{fitted['size']} parameters: {', '.join(shown)}")]
    return output.aligned([(name.ljust(9), said) for name, said in rows if said]).splitlines()
