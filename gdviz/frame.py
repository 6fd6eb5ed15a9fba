"""What the views draw: snapshots that nobody can change."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.exhaustive import Grid
from gdviz.engine.explanation import Explanation
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Task
from gdviz.engine.status import Status
from gdviz.scenario import RunName


@dataclass(frozen=True)
class Lane:
    """One run as it is known now; arrays are read-only views of its recording, future included.

    path (T, B, d); losses, grad_norms (T, B); counts (T, 4, B) evaluations of value, gradient, Hessian
    and samples so far; memory: each field (T, B, …); last (B,): step at which a start's path diverged, or
    -1; statuses: one per start; name: in parts; slot: which colour, dash and marker; shown: drawn in plots.
    """

    name: RunName
    slot: int
    shown: bool
    task: Task
    path: Array
    losses: Array
    grad_norms: Array
    counts: np.ndarray
    memory: dict[str, np.ndarray]
    last: np.ndarray
    statuses: tuple[Status, ...]

    @property
    def optimizer(self) -> Optimizer:
        return self.task.optimizer

    @property
    def known(self) -> int:
        """Steps that are recorded."""
        return len(self.path) - 1

    def at(self, step: int) -> int:
        """The recorded step nearest to `step`: runs that ended earlier stay at their end."""
        return min(step, self.known)


@dataclass(frozen=True)
class Frame:
    """Everything the views draw: the step shown, the scenario's number of steps, the chosen run, the runs.

    explanation: why the chosen run's first start goes from the step shown to the next; grid: what an
    exhaustive search tries beside the runs, if one is asked for.
    """

    step: int
    steps: int
    chosen: int
    objective: Objective
    tolerance: float
    lanes: tuple[Lane, ...]
    explanation: Explanation
    grid: Grid | None = None
