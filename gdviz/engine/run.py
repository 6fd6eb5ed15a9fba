"""One optimizer on one objective from a batch of starts, recorded step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.batches import Batches
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.oracle import EVERYTHING, Oracle
from gdviz.engine.status import CONVERGED, DIVERGED, OUT_OF_STEPS, PLACES, RUNNING, STALLED, Status
from gdviz.engine.trajectory import Trajectory

FARTHEST = 1e12  # a coordinate beyond this counts as diverged
BLOCK = 64  # steps between two looks at whether rows have diverged
LARGEST_BLOCK = 1 << 23  # numbers that these steps may add to the record
RECORDED = 6  # numbers of a start at a step besides point and memory: loss, gradient norm, four counts
STILL = 10  # steps without any movement after which a run counts as stalled

Clock = Callable[[], float]  # seconds since any moment


def stopped() -> float:
    """A clock that stands still: steps take no time by it."""
    return 0.0


@lru_cache(maxsize=256)
def remembered(optimizer: Optimizer, dimension: int) -> int:
    """How many numbers the memory of one start has.

    Memories hold vectors and matrices: how they grow is seen from three small ones, for what is asked about
    may be larger than there is room for.
    """
    one, two, three = (sum(leaf.size for leaf in optimizer.init(np.zeros((1, d)))) for d in (1, 2, 3))
    more = dimension - 1
    return int(one + more * (two - one) + more * (more - 1) // 2 * (three - 2 * two + one))


@dataclass(frozen=True)
class Task:
    """All that the course of a run depends on: equal tasks give equal trajectories."""

    objective: Objective
    optimizer: Optimizer
    starts: tuple[tuple[float, ...], ...]
    noise: float = 0.0
    seed: int = 0
    batches: Batches = EVERYTHING

    def oracle(self) -> Oracle:
        """An oracle for all starts, at step 0."""
        return Oracle(self.objective, len(self.starts), self.seed, self.noise, self.batches)

    @property
    def numbers(self) -> int:
        """How many numbers a step of all starts together adds to its record."""
        dimension = self.objective.dimension
        held = 0 if self.batches.zero_grad else dimension
        return len(self.starts) * (dimension + held + RECORDED + remembered(self.optimizer, dimension))

    @property
    def cost(self) -> int:
        """About how many numbers a step of all starts together computes, its record included."""
        return len(self.starts) * max(self.objective.terms * self.objective.term_cost, 1)

    def updates_per_epoch(self) -> int:
        """How many updates see every sample once; 1 where there are no samples."""
        return self.batches.updates_per_epoch(self.objective.terms)

    def epoch(self, step: int) -> int:
        """Complete epochs after `step` updates; 0 where there are no samples."""
        return self.batches.epoch(step, self.objective.terms) if self.objective.terms else 0


class Run:
    """The recording of a task; it grows on demand and never changes what it has recorded.

    last (B,): the step after which a row stands still because it diverged, or -1 while it has not.
    clock: by which the steps are timed; what only the record needs, the full loss, is left out where it can
    be. It is read twice a block, whose steps share the time evenly.
    """

    def __init__(self, task: Task, clock: Clock = stopped) -> None:
        self.task = task
        self._clock = clock
        x = np.array(np.array(task.starts, dtype=np.float64), order="F")
        self._oracle = task.oracle()
        self._shared = task.objective.terms > 0 and task.batches.full(task.objective.terms)
        self._longest = min(BLOCK, max(LARGEST_BLOCK // task.numbers, 1))
        with np.errstate(all="ignore"):
            loss, slope = self._judged(x)
            self._memory: Any = task.optimizer.init(x)
        self._x = x
        self.trajectory = Trajectory(x, loss, slope, self._memory, self._oracle.held)
        self.last = np.where(np.isfinite(loss) & np.isfinite(slope), -1, 0)

    @property
    def ended(self) -> bool:
        """Whether every row has diverged, so that nothing more will come."""
        return bool((self.last >= 0).all())

    def extend(self, steps: int) -> int:
        """Record up to `steps` more steps and return how many rows were added."""
        before = self.trajectory.steps
        while not self.ended and self.trajectory.steps < before + steps:
            self._block(min(self._longest, before + steps - self.trajectory.steps))
        return self.trajectory.steps - before

    def extend_to(self, step: int) -> None:
        """Record whatever is missing up to `step`."""
        self.extend(step - self.trajectory.steps)

    def _judged(self, x: Array) -> tuple[Array, Array]:
        """The full objective's value and gradient norm (B,) at x (B, d): no cost to the optimizer."""
        loss, gradient = self.task.objective.value_and_gradient(x)
        if self._shared:
            # The next step asks for this gradient: on many samples it is worth remembering.
            self._oracle.known = (x, gradient)
        return loss, norms(gradient)

    def _block(self, steps: int) -> None:
        optimizer, oracle, x, memory = self.task.optimizer, self._oracle, self._x, self._memory
        batch, dimension = x.shape
        path = np.empty((steps, dimension, batch))
        counts = np.zeros((steps, 4, batch), dtype=np.int64)
        asked: list[list[int]] = []
        columns: list[Any] = []
        held, judged = [], []
        begin = self.trajectory.steps
        with np.errstate(all="ignore"):
            started = self._clock()
            for k in range(steps):
                oracle.step = begin + k
                x, memory = optimizer.step(x, memory, oracle)
                path[k] = x.T
                asked.append(oracle.together.copy())
                if oracle.apart is not None:
                    counts[k] = oracle.apart
                columns.append(memory)
                if oracle.held is not None:
                    held.append(oracle.held.copy())
                if self._shared:
                    judged.append(self._judged(x))
            each = max(self._clock() - started, 0.0) / steps
            if self._shared:
                loss, slope = (np.stack(part) for part in zip(*judged, strict=True))
            else:
                flat = path.transpose(1, 0, 2).reshape(dimension, -1).T
                loss, slope = (part.reshape(steps, batch) for part in self._judged(flat))
            sound = np.isfinite(loss) & np.isfinite(slope) & (np.abs(path) <= FARTHEST).all(axis=1)
        counts += np.array(asked)[:, :, None]
        leaves = {name: np.stack([getattr(m, name) for m in columns]) for name in columns[0]._fields}
        before = self.trajectory.seconds[begin]
        whole = self._record(path.transpose(0, 2, 1), loss, slope, counts, leaves,
                             np.stack(held) if held else None, sound)
        recorded = self.trajectory.steps - begin
        self.trajectory.seconds.append(before + each * np.arange(1.0, recorded + 1.0))
        self._x = np.array(path[-1].T, order="F")
        self._memory = type(columns[-1])(**{name: leaf[-1] for name, leaf in leaves.items()})
        if held:
            oracle.held = held[-1].copy()
        oracle.known = (self._x, oracle.known[1]) if whole and oracle.known else None

    def _record(
        self, x: Array, loss: Array, slope: Array, counts: np.ndarray, leaves: dict[str, np.ndarray],
        held: Array | None, sound: np.ndarray,
    ) -> bool:
        """Append a block; rows that diverged in it, or before, stand at their last sound point.

        Returns whether there are no such rows; where there are, the block itself is changed.
        """
        kept, record = len(x), self.trajectory
        pairs = [(x, record.x), (loss, record.loss), (slope, record.grad_norm)]
        pairs += [(leaves[name], record.memory[name]) for name in leaves]
        if held is not None and record.held is not None:
            pairs.append((held, record.held))
        whole = bool(sound.all()) and not (self.last >= 0).any()
        if not whole:
            begin = record.steps
            for row in np.flatnonzero(~sound.all(axis=0) | (self.last >= 0)):
                end = 0 if self.last[row] >= 0 else int(np.argmin(sound[:, row]))
                if self.last[row] < 0:
                    self.last[row] = begin + end
                for block, column in pairs:
                    block[end:, row] = block[end - 1, row] if end else column[begin][row]
                counts[end:, :, row] = counts[end - 1, :, row] if end else record.counts[begin][:, row]
            if self.ended:
                kept = max(int(self.last.max()) - begin, 0)
        for block, column in pairs:
            column.append(block[:kept])
        record.counts.append(counts[:kept])
        return whole

    def oracle_at(self, step: int) -> Oracle:
        """An oracle that answers as at the recorded step `step`: the same batch, noise and held gradient."""
        oracle = self.task.oracle()
        oracle.step = step
        if self.trajectory.held is not None:
            oracle.held = self.trajectory.held[step].copy()
        return oracle

    def batch_losses(self, begin: int, end: int) -> Array:
        """The loss (n, B) of each recorded point begin…end on the batch of the step that leaves it."""
        with np.errstate(all="ignore"):
            return np.stack([self.oracle_at(k).value(self.trajectory.x[k]) for k in range(begin, end)])

    def rates(self) -> Array:
        """The learning rate of the step that leaves each recorded point (T, B); nan where there is none."""
        rates = [self.task.optimizer.rate(k) for k in range(len(self.trajectory.x))]
        return np.stack([np.broadcast_to(np.ravel(r), self.last.shape) for r in rates])

    def status(self, steps: int, tolerance: float, row: int = 0) -> Status:
        """How `row` stands when at most `steps` steps count and lengths below `tolerance` are small."""
        if 0 <= self.last[row] < steps:
            return Status(DIVERGED, int(self.last[row]), "diverged after step {step}")
        known = min(self.trajectory.steps, steps)
        halt = self._halted(known, row)
        if halt is not None:
            return halt
        x = self.trajectory.x.rows(0, known + 1)[:, row]
        slope = self.trajectory.grad_norm.rows(0, known + 1)[:, row]
        lengths = np.concatenate([[np.inf], norms(np.diff(x, axis=0))])
        small = (slope <= tolerance) & (lengths <= tolerance)
        if small[-1]:
            step = known + 1 - int(np.argmin(small[::-1])) if not small.all() else 0
            return Status(CONVERGED, step, PLACES[self._place(x[-1])])
        if known < steps:
            return Status(RUNNING, known, "running: step {step}")
        if known >= STILL and not lengths[-STILL:].any():
            first = known + 1 - int(np.argmax(lengths[::-1] > 0)) if lengths.any() else 0
            return Status(STALLED, first, "stalled at step {step}: the iterate no longer moves")
        return Status(OUT_OF_STEPS, known, "has not converged after {step} steps")

    def _halted(self, known: int, row: int) -> Status | None:
        for name, sentence in self.task.optimizer.halts.items():
            column = self.trajectory.memory[name].rows(0, known + 1)[:, row]
            flags = np.asarray(column.reshape(known + 1, -1).any(axis=1))
            if flags[-1]:
                step = known - int(np.argmin(flags[::-1])) if not flags.all() else 0
                return Status(STALLED, step, "stalled at step {step}: " + sentence)
        return None

    def _place(self, x: Array) -> str:
        """What kind of stationary point lies at x (d,)."""
        values = self.task.objective.curvature(tuple(x))
        edge = 1e-6 * max(float(np.abs(values).max()), 1e-9)
        if not np.isfinite(values).all() or np.abs(values).max() <= 1e-9:
            return "flat"
        if values[0] >= -edge:
            return "minimum"
        return "maximum" if values[-1] <= edge else "saddle"
