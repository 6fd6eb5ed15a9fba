"""Where a run ends from very many starts, without recording the way: for maps of starts and sweeps."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.oracle import ALL, HESSIAN, Oracle, Rows
from gdviz.engine.run import FARTHEST, Task

CHUNK = 6144  # rows: few enough to stay in the processor's cache, enough that calls cost little


class Uncounted(Oracle):
    """An oracle that does not count what it is asked."""

    def _count(self, kind: int, rows: Rows, samples: int = 0) -> None:
        pass


class Metered(Oracle):
    """An oracle that adds up about how many numbers its answers took, instead of counting them row by row.

    Second derivatives come with a system of equations, and some rows alone with a search: these take longer.
    """

    SECOND, SEARCH = 8, 6  # times as long

    numbers = 0

    def _count(self, kind: int, rows: Rows, samples: int = 0) -> None:
        each = samples * self.objective.term_cost if samples else self.objective.cost
        more = (self.SECOND if kind == HESSIAN else 0) + (0 if rows is ALL else self.SEARCH)
        self.numbers += self._batch * (each + more)


class Sweep:
    """Many starts of a task under way, a step at a time; those that diverge, as runs do, are left behind.

    Instead of the task's own starts it has `starts` (n, d). ends (n, d): where they are now, or the last
    sound point; diverged (n,); moved (n,): the number of the last step longer than `short`, 0 for none;
    numbers: about how many it took so far.

    Where updates use a part of the samples, the full loss, by which runs are judged, is looked at only every
    so many steps and at the end.
    """

    SELDOM = 64  # steps

    def __init__(self, task: Task, starts: Array, steps: int, short: float = 0.0) -> None:
        self._task, self._steps, self._short = task, steps, short
        self._full = task.batches.full(task.objective.terms)
        self.ends = np.array(starts, order="F")
        self.diverged = np.zeros(len(starts), dtype=bool)
        self.moved = np.zeros(len(starts), dtype=np.int64)
        self.numbers, self.step = 0, 0
        self._rows = np.arange(len(starts))
        x = np.array(starts, order="F")
        with np.errstate(all="ignore"):
            self._memory = task.optimizer.init(x)
            self._oracle = self._asked(len(x))
            self._keep(x, *self._judged(x))

    @property
    def done(self) -> bool:
        """Whether all steps are taken, or all starts have diverged."""
        return self.step >= self._steps or not len(self._rows)

    def advance(self) -> None:
        """Go one step on."""
        oracle, before = self._oracle, self._x
        with np.errstate(all="ignore"):
            oracle.step = self.step
            asked = oracle.numbers
            x, self._memory = self._task.optimizer.step(before, self._memory, oracle)
            self.numbers += oracle.numbers - asked
            self.step += 1
            far = norms(x - before) > self._short
            self._keep(x, *self._judged(x), far)

    def _asked(self, count: int) -> Metered:
        task = self._task
        return Metered(task.objective, count, task.seed, task.noise, task.batches)

    def _judged(self, x: Array) -> tuple[np.ndarray, Array | None]:
        """Which points (n, d) are sound, and the gradient, where the next step may ask for it."""
        sound: np.ndarray = np.asarray((np.abs(x) <= FARTHEST).all(axis=1))
        if not self._full and self.step % self.SELDOM and self.step < self._steps:
            return sound, None
        objective = self._task.objective
        loss, gradient = objective.value_and_gradient(x)
        self.numbers += 2 * len(x) * objective.cost
        return sound & np.isfinite(loss) & np.isfinite(norms(gradient)), gradient if self._full else None

    def _keep(
        self, x: Array, sound: np.ndarray, gradient: Array | None, far: np.ndarray | None = None
    ) -> None:
        """Go on with the sound rows of x."""
        if not sound.all():
            self.diverged[self._rows[~sound]] = True
            self._rows, x = self._rows[sound], np.array(x[sound], order="F")
            self._memory = type(self._memory)(*(field[sound] for field in self._memory))
            held, self._oracle = self._oracle.held, self._asked(len(x))
            self._oracle.held = None if held is None else held[sound]
            gradient = None if gradient is None else gradient[sound]
            far = None if far is None else far[sound]
        self._x = x
        self._oracle.known = None if gradient is None else (x, gradient)
        self.ends[self._rows] = x
        if far is not None:
            self.moved[self._rows[far]] = self.step


def ends(objective: Objective, optimizer: Optimizer, starts: Array, steps: int) -> Array:
    """The points (B, d) after `steps` steps from starts (B, d), computed chunk by chunk.

    The hyper-parameters must be numbers, not (B, 1) arrays. Points that diverge come out as they are:
    not finite or far away.
    """
    found = np.empty(starts.shape, order="F")
    for begin in range(0, len(starts), CHUNK):
        rows = slice(begin, min(begin + CHUNK, len(starts)))
        x = np.array(starts[rows], order="F")
        with np.errstate(all="ignore"):
            memory, oracle = optimizer.init(x), Uncounted(objective, len(x))
            for step in range(steps):
                oracle.step = step
                x, memory = optimizer.step(x, memory, oracle)
        found[rows] = x
    return found
