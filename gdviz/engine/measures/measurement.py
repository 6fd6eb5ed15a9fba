"""What costs too much to be recorded at every step: measured along a path when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.run import Task

# measure(task, path (T, B, d), losses (T, B), steps (n,)) → (n, …)
Measure = Callable[[Task, Array, Array, np.ndarray], Array]

EFFORT = 6e7  # multiplications that one path may cost
MOST, FEWEST = 4096, 48  # points of a path that are measured
PATIENCE, LEAST = 2.5e8, 2  # multiplications beyond which even fewer are, down to the least


class Measurement:
    """The values of a measure at every `every`-th step of a path, more of them as the path grows.

    At most twice `most` steps are measured: then only every second of them is kept, and `every` doubles.
    ahead: how many steps after it a step needs, to be measured.
    """

    def __init__(self, task: Task, measure: Measure, most: int = MOST, ahead: int = 0) -> None:
        self.task, self.every, self._ahead = task, 1, ahead
        self._measure, self._most = measure, most
        self.values: Array = np.empty(0)

    def extend(self, path: Array, losses: Array) -> None:
        """Measure what has been recorded since the last time."""
        known = len(path) - 1 - self._ahead
        while known // self.every >= 2 * self._most:
            self.every *= 2
            self.values = self.values[::2]
        steps = np.arange(len(self.values) * self.every, known + 1, self.every)
        if len(steps):
            with np.errstate(all="ignore"):
                found = self._measure(self.task, path, losses, steps)
            self.values = np.concatenate([self.values, found]) if len(self.values) else found

    def rows(self, first: int, last: int) -> Array:
        """Values of the steps first…last (n, …): between those that were measured on a straight line."""
        if self.every == 1:
            return self.values[first : last + 1]
        steps = np.arange(first, last + 1)
        low = np.minimum(steps // self.every, len(self.values) - 1)
        high = np.minimum(low + 1, len(self.values) - 1)
        part = ((steps - low * self.every) / self.every).reshape(-1, *[1] * (self.values.ndim - 1))
        found: Array = self.values[low] + (self.values[high] - self.values[low]) * np.minimum(part, 1.0)
        return found


def affordable(cost: float) -> int:
    """How many points may be measured where each costs so many multiplications."""
    each = max(cost, 1.0)
    fewest = min(max(PATIENCE / each, LEAST), FEWEST)
    return int(min(max(EFFORT / each, fewest), MOST))


def curvature_cost(task: Task) -> float:
    """Multiplications for the eigenvalues of the Hessian at one step of all starts, roughly."""
    size = task.objective.dimension
    return len(task.starts) * (20.0 * size**3 + 500.0 + float(size**2) * task.objective.terms)


def eigenvalues(task: Task, points: Array) -> Array:
    """The Hessian's eigenvalues (n, d) at points (n, d), ascending; nan where it is not finite."""
    hessians = np.array(task.objective.hessian(np.array(points, order="F")))
    sound = np.isfinite(hessians).all(axis=(1, 2))
    hessians[~sound] = 0.0
    found = np.asarray(np.linalg.eigvalsh(hessians), dtype=np.float64)
    found[~sound] = np.nan
    return found


def rates(task: Task, steps: np.ndarray) -> Array:
    """The learning rate (n, B) of the steps that leave these points; nan where there is none."""
    shape = (len(task.starts),)
    return np.stack([np.broadcast_to(np.ravel(task.optimizer.rate(int(k))), shape) for k in steps])


def sharpness(task: Task, path: Array, losses: Array, steps: np.ndarray) -> Array:
    """η λ_max(H) (n, B): gradient descent is stable where it is below 2.

    Source: Cohen et al. (2021), Gradient descent on neural networks typically occurs at the edge of
    stability, https://arxiv.org/abs/2103.00065.
    """
    points = path[steps]
    largest = eigenvalues(task, points.reshape(-1, points.shape[2]))[:, -1]
    return rates(task, steps) * largest.reshape(points.shape[:2])


def batch_losses(task: Task, path: Array, losses: Array, steps: np.ndarray) -> Array:
    """The loss (n, B) of each point on the samples of the step that leaves it."""
    objective, batches = task.objective, task.batches
    found = np.empty((len(steps), path.shape[1]))
    for i, k in enumerate(steps):
        index = batches.samples(int(k), objective.terms, task.seed)
        found[i] = objective.batch_value(np.array(path[k], order="F"), index)
    return found


def batch_cost(task: Task) -> float:
    """Multiplications for one point of `batch_losses`, roughly; drawing a batch counts for many."""
    drawn = min(task.batches.size * task.batches.accumulate, task.objective.terms)
    return 30_000.0 + 2.0 * len(task.starts) * drawn * task.objective.dimension
