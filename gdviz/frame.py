"""What the views draw: snapshots that nobody can change."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.exhaustive import Grid
from gdviz.engine.explanation.step import Explanation
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Task
from gdviz.engine.status import RUNNING, Status
from gdviz.question import Prediction
from gdviz.scenario import RunName


@dataclass(frozen=True)
class Lane:
    """One run as it is known now; arrays are read-only views of its recording, future included.

    path (T, B, d); losses, grad_norms (T, B); counts (T, 4, B) evaluations of value, gradient, Hessian
    and samples so far; seconds (T,): time that the steps took, as it was measured; memory: each field
    (T, B, …); last (B,): step at which a start's path diverged, or -1; statuses: one per start; name: in
    parts; slot: which colour, dash and marker; shown: drawn in plots.
    """

    name: RunName
    slot: int
    shown: bool
    task: Task
    path: Array
    losses: Array
    grad_norms: Array
    counts: np.ndarray
    seconds: Array
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

    def veiled(self, step: int) -> Lane:
        """The same run as if it were recorded no farther than to `step`."""
        end = self.at(step)
        last = np.where(self.last <= step, self.last, -1)
        going = Status(RUNNING, end, "running: step {step}")
        statuses = tuple(
            status if 0 <= row <= step else going for status, row in zip(self.statuses, last, strict=True)
        )
        rows = slice(0, end + 1)
        return replace(
            self, path=self.path[rows], losses=self.losses[rows], grad_norms=self.grad_norms[rows],
            counts=self.counts[rows], memory={name: held[rows] for name, held in self.memory.items()},
            last=last, statuses=statuses,
        )  # fmt: skip


@dataclass(frozen=True)
class Frame:
    """Everything the views draw: the step shown, the scenario's number of steps, the chosen run, the runs.

    explanation: why the chosen run's first start goes from the step shown to the next; prediction: what is
    being predicted, or None. Until a prediction is told right or wrong, lanes end at the step shown. grid:
    what an exhaustive search tries beside the runs, if one is asked for; before: the explanation of the step
    that led to the one shown, None at the start.
    """

    step: int
    steps: int
    chosen: int
    objective: Objective
    tolerance: float
    lanes: tuple[Lane, ...]
    explanation: Explanation
    prediction: Prediction | None = None
    grid: Grid | None = None
    before: Explanation | None = None
