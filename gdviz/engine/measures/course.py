"""How a path has gone of late: whether its steps turn back and grow, and whether its loss rises."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.optimizer import FirstOrder
from gdviz.engine.run import Task

TURNED = -0.5  # cosine between two steps below which the second undoes the first
RESTING = 1e-13  # of |x|: steps shorter than this are rounding
LATE, LATE_NOISY = 3, 24  # last steps that are looked at, without and with noise
SHARE, MOST = 32, 600  # on long paths that part of them: the eye sees no shorter stretches there
FEWEST, FEWEST_NOISY = 2, 8  # a lone turn is no oscillation


class Course(NamedTuple):
    """For n steps from x_k to x_{k+1}, over the last w of them: k / 32 within 3 … 600, with noise 24 … 600.

    turned: the part of them that undoes the step before, cosine below -½; where there are fewer than 2,
    with noise fewer than 8, of so many.
    The last 3z points, z = w / 3 and as far as there are any, are parted in thirds: growth: median length
    of the steps in the last third, by that of the middle one; turn: median cosine in the last third;
    rise, rise_before: how far all losses of a third are above all of the third before, as part of those.
    Without noise z = 1 on all but long paths: two steps in a row. nan where there are too few points;
    growth and turn also where the losses do not rise.
    """

    turned: Array
    turn: Array
    growth: Array
    rise: Array
    rise_before: Array


def is_noisy(task: Task) -> bool:
    """Whether a single step tells less of the land than of chance."""
    own = task.optimizer.noise if isinstance(task.optimizer, FirstOrder) else 0.0
    return bool(np.any(np.asarray(own) > 0)) or task.noise > 0 or not task.batches.full(task.objective.terms)


def _late(steps: np.ndarray, noisy: bool) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of steps, and of points in a third, that are looked at from these steps."""
    late = np.clip(steps // SHARE, LATE_NOISY if noisy else LATE, MOST)
    return late, np.minimum(late // 3, (steps + 2) // 3)


def since(step: int, noisy: bool) -> int:
    """The first point that the course at this step depends on."""
    late, third = _late(np.array([step]), noisy)
    return max(0, int(min(step - late[0], step + 2 - 3 * third[0])))


def course(x: Array, f: Array, steps: np.ndarray, noisy: bool, first: int = 0) -> Course:
    """The course (n,) at these steps, ascending, of points x (T, d) with losses f (T,); first: x[0]'s number.

    Only counts, orders and ratios of two numbers, so that it is the same bit for bit from any part of the
    path that is long enough.
    """
    late, third = _late(steps, noisy)
    start = max(0, int(np.min(np.minimum(steps - late, steps + 2 - 3 * third), initial=first)) - first)
    x, f, at = x[start:], f[start:], steps - first - start
    with np.errstate(all="ignore"):
        moves = np.diff(x, axis=0)
        lengths = norms(moves)
        cosines = np.full(len(moves), np.nan)
        cosines[1:] = np.sum(moves[1:] * moves[:-1], axis=1) / (lengths[1:] * lengths[:-1])
        cosines[1:][np.minimum(lengths[1:], lengths[:-1]) <= RESTING * norms(x[1:-1])] = np.nan
    before = np.concatenate([[0], np.cumsum(cosines < TURNED)])  # turns before each step
    seen = np.minimum(late, steps)  # the first step turns from nothing
    turned = (before[at + 1] - before[at + 1 - seen]) / np.maximum(seen, FEWEST_NOISY if noisy else FEWEST)
    if noisy:
        third = np.where(third > 1, third, 0)
    return Course(turned, *_thirds(f, lengths, cosines, at, third))


def _thirds(f: Array, lengths: Array, cosines: Array, steps: np.ndarray, third: np.ndarray) -> list[Array]:
    """turn, growth, rise and rise_before (n,); nan where a third is 0 points."""
    turn, growth, rise, rise_before = found = [np.full(len(steps), np.nan) for _ in range(4)]
    for size in np.unique(third[third > 0]):
        rows = np.flatnonzero(third == size)
        back = np.arange(1 - size, 1)
        last = steps[rows, None] + back
        old, middle, new = (f[last + 1 - k * size] for k in (2, 1, 0))
        with np.errstate(all="ignore"):
            rise[rows], rise_before[rows] = _risen(middle, new), _risen(old, middle)
            rising = (rise[rows] > 0) & (rise_before[rows] > 0)  # medians take far longer
            last, rows = last[rising], rows[rising]
            turn[rows] = _median(cosines[last])
            growth[rows] = _median(lengths[last]) / _median(lengths[last - size])
    return found


def _median(values: Array) -> Array:
    """The upper median (n,) of rows (n, m), which needs no sum."""
    middle: Array = np.sort(values, axis=1)[:, values.shape[1] // 2]
    return middle


def _risen(before: Array, after: Array) -> Array:
    risen: Array = (after.min(axis=1) - before.max(axis=1)) / np.maximum(np.abs(before).max(axis=1), 1e-300)
    return risen
