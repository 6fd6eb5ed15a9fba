"""What becomes of a run at every learning rate: losses of many rates at once, in slices."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import FARTHEST, Task
from gdviz.engine.sweep import Metered

RATES = 241  # rates in a sweep
RANGE = (1e-4, 10.0)  # where a method says nothing else
KEPT = 600  # steps whose losses are kept, evenly spread
SLICE = 120_000  # numbers between two looks at the mouse, about
STEP = 20_000  # numbers: what a step of few rates takes as long as
MOST = 3e9  # numbers that a sweep may take while somebody waits


def has_rate(optimizer: Optimizer) -> bool:
    """Whether the method has a learning rate of its own."""
    return "lr" in optimizer.params()


def rate_range(optimizer: Optimizer) -> tuple[float, float]:
    """The learning rates that are worth trying: those of the method's slider, and the one it has."""
    about = optimizer.params()["lr"]
    low, high = about.low or RANGE[0], about.high or RANGE[1]
    rate = float(np.ravel(optimizer.lr)[0])  # type: ignore[attr-defined]
    return min(low, rate), max(high, rate)


def spread(low: float, high: float, count: int = RATES) -> Array:
    """Learning rates (count,) from low to high, each the same multiple of the one before."""
    return np.geomspace(low, high, count)


def question(task: Task) -> Task:
    """What a sweep of this task depends on: its first start, and all but the learning rate."""
    optimizer = replace(task.optimizer, lr=task.optimizer.default("lr"))
    return replace(task, optimizer=optimizer, starts=task.starts[:1])


class RateSweep:
    """The first start of a task at the learning rates (n,), a step at a time, without its paths.

    steps (m,): the steps whose losses are kept, all of them or every so many; losses (m, n): the loss after
    each of these, inf from where it diverged, nan where it is not known yet; known: how many are. Each column
    has the numbers of a run with that rate, bit for bit. cut: it took more than `most` numbers, and was left.
    """

    def __init__(self, task: Task, steps: int, rates: Array, most: float = MOST) -> None:
        self.rates, self._most = rates, most
        self.steps = np.unique(np.linspace(0, steps, min(steps, KEPT) + 1).round().astype(np.int64))
        self.losses = np.full((len(self.steps), len(rates)), np.nan)
        self.known, self.cut = 0, False
        self._task = replace(task, optimizer=replace(task.optimizer, lr=rates[:, None]))
        self._shared = task.objective.terms > 0 and task.batches.full(task.objective.terms)
        self._step, self._numbers = 0, 0
        self._sound = np.ones(len(rates), dtype=bool)
        x = np.array(np.repeat(np.array(task.starts[:1], dtype=np.float64), len(rates), axis=0), order="F")
        self._oracle = Metered(task.objective, len(rates), task.seed, task.noise, task.batches)
        with np.errstate(all="ignore"):
            self._memory = self._task.optimizer.init(x)
            self._keep(x)

    @property
    def done(self) -> bool:
        """Whether there is nothing more to be found out."""
        return self.known == len(self.steps) or self.cut

    @property
    def reached(self) -> int:
        """The last step whose losses are known."""
        return int(self.steps[self.known - 1])

    def at(self, step: int) -> Array:
        """The losses (n,) after a step, or after the last one before it that is known."""
        row = int(np.searchsorted(self.steps, step, side="right")) - 1
        return np.asarray(self.losses[min(row, self.known - 1)])

    def advance(self) -> None:
        """Find out a little more."""
        before = self._numbers
        with np.errstate(all="ignore"):
            while not self.done and self._numbers < before + SLICE:
                self._oracle.step, asked = self._step, self._oracle.numbers
                x, self._memory = self._task.optimizer.step(self._x, self._memory, self._oracle)
                self._step += 1
                self._keep(x)
                self._numbers += self._oracle.numbers - asked + STEP
                self.cut = self._numbers > self._most

    def _keep(self, x: Array) -> None:
        """Go on from x (n, d); where its step is one that is kept, with what the loss is there."""
        self._x, self._oracle.known = x, None
        self._sound &= (np.abs(x) <= FARTHEST).all(axis=1)
        if not self._sound.any():
            self.losses[self.known :] = np.inf
            self.known = len(self.steps)
        elif self._step == self.steps[self.known]:
            objective = self._task.objective
            loss, gradient = objective.value_and_gradient(x)
            self._oracle.numbers += 2 * len(x) * objective.cost
            self._sound &= np.isfinite(loss) & np.isfinite(norms(gradient))
            self.losses[self.known] = np.where(self._sound, loss, np.inf)
            self.known += 1
            if self._shared:
                self._oracle.known = (x, gradient)
