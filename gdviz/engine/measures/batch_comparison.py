"""What the size of the batches costs and brings: figures of one run at one step, for a comparison."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import ALL_TERMS
from gdviz.engine.oracle import SAMPLES, Oracle
from gdviz.engine.run import Run, Task

MOST_UPDATES = 400  # of an epoch whose gradients are measured
DRAWN = 64  # updates that are measured at least, where each of them is drawn anew
LEAST_TIMED, MOST_TIMED = 8, 2000
SECONDS = 0.02  # for the timed loop


@dataclass(frozen=True)
class BatchFigures:
    """What an update of a run uses, what an epoch takes, and how far its gradients scatter.

    samples: in all, m; batch: samples in a batch, b; accumulated: batches of an update, k; per_update:
    samples that an update evaluates, as measured; updates: per epoch; seconds: of one update; noise:
    variance of the gradient, see `gradient_noise`; loss: of all samples.
    """

    samples: int
    batch: int
    accumulated: int
    updates: int
    per_update: float
    seconds: float
    noise: float
    loss: float

    @property
    def epoch_seconds(self) -> float:
        """The time of the updates of an epoch."""
        return self.seconds * self.updates


def gradient_noise(task: Task, x: Array, step: int) -> float:
    """The mean of |g - ∇L(x)|² over the updates of the epoch that `step` lies in, at one x (d,).

    g is the gradient as an update sees it: the mean over its batches, with the scenario's noise on it. Of
    more than MOST_UPDATES updates as many are taken, evenly spread; where each update is drawn anew, at
    least DRAWN follow one another.
    """
    batches, terms = replace(task.batches, zero_grad=True), task.objective.terms
    if batches.full(terms) and not task.noise:
        return 0.0
    point, updates = x[None], batches.updates_per_epoch(terms)
    begin = step // updates * updates
    oracle = Oracle(task.objective, 1, task.seed, task.noise, batches)
    full = task.objective.batch_gradient(point, ALL_TERMS)
    anew = batches.order == "replacement" or task.noise > 0
    reach = max(updates, DRAWN) if anew else updates
    squares = []
    for k in np.linspace(begin, begin + reach - 1, min(reach, MOST_UPDATES)).astype(int).tolist():
        oracle.step = k
        squares.append(float(np.sum((oracle.gradient(point) - full) ** 2)))
    return float(np.mean(squares))


def update_cost(run: Run, step: int, clock: Callable[[], float]) -> tuple[float, float]:
    """The median time of an update in seconds of `clock`, and the mean number of samples it evaluates.

    The updates from `step` on are made anew from the same point, so that nothing that is recorded changes;
    drawing the batch is part of an update, recording and the full loss are not.
    """
    task, record = run.task, run.trajectory
    x, memory = np.asfortranarray(record.x[step][:1]), record.remembered(step)
    memory = type(memory)(*(leaf[:1] for leaf in memory))
    oracle = replace(task, starts=task.starts[:1]).oracle()
    times: list[float] = []
    end = clock() + SECONDS
    with np.errstate(all="ignore"):
        while len(times) < LEAST_TIMED or (len(times) < MOST_TIMED and clock() < end):
            oracle.step = step + len(times)
            before = clock()
            task.optimizer.step(x, memory, oracle)
            times.append(clock() - before)
    return float(np.median(times)), float(oracle.counts[SAMPLES, 0]) / len(times)


def batch_figures(run: Run, step: int, last: int, clock: Callable[[], float]) -> BatchFigures:
    """The figures of a run's first start at a recorded step; the loss at step `last`."""
    task, record = run.task, run.trajectory
    terms, batches = task.objective.terms, task.batches
    with np.errstate(all="ignore"):
        noise = gradient_noise(task, np.asarray(record.x[step][0]), step)
    seconds, samples = update_cost(run, step, clock)
    full = batches.full(terms)
    return BatchFigures(
        samples=terms,
        batch=terms if full else min(batches.size, terms),
        accumulated=1 if full else batches.accumulate,
        updates=task.updates_per_epoch(),
        per_update=samples,
        seconds=seconds,
        noise=noise,
        loss=float(record.loss[last][0]),
    )
