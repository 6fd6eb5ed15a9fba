"""The learning rates of a scenario's schedules as functions, each written once."""

from __future__ import annotations

from gdviz.engine.optimizer import Optimizer
from gdviz.engine.schedule import Schedule
from gdviz.script import rewrite
from gdviz.script.layout import code
from gdviz.spec import Spec


class Schedules:
    """Names for schedules as they are asked for, and then the functions of those names."""

    def __init__(self) -> None:
        self._names: dict[Spec, str] = {}
        self._functions: list[tuple[str, ...]] = []
        self._taken: set[str] = set()

    def name(self, optimizer: Optimizer) -> str:
        """The name of the function (lr, step) that gives the optimizer's learning rate."""
        schedule: Schedule = optimizer.schedule  # type: ignore[attr-defined]
        return self._written(schedule)

    def _written(self, schedule: Schedule) -> str:
        if schedule in self._names:
            return self._names[schedule]
        for field in schedule.params():
            inner = getattr(schedule, field)
            if isinstance(inner, Schedule):
                self._written(inner)
        same = sum(type(other) is type(schedule) for other in self._names)
        name = schedule.kind.replace("-", "_") + "_lr" + (f"_{same + 1}" if same else "")
        self._names[schedule] = name
        self._taken.add(name)
        constants, functions = rewrite.functions(schedule, {"rate": name}, schedule.about, names=self._names,
                                                 taken=self._taken)
        assert not constants
        self._functions += [tuple(code([function])) for function in functions]
        return name

    def functions(self) -> list[tuple[str, ...]]:
        """The lines of each function."""
        return self._functions
