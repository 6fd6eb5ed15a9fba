"""Where the numbers of level lines stand: below the minimum, clear of what lies on the map."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.landscape import Level, Range
from gdviz.engine.objective import Objective

SLANT = 0.55  # numbers stand below the minimum and a little to the right of it
GAP = 44.0  # pixels that numbers keep from the minimum and from each other
EDGE = 0.04  # part of the view that numbers' middles keep from its edges, if they are cut by none
SMALLEST_RING = 64.0  # pixels: round a smaller one its number would cover it
CELL = 4.0  # pixels: what is taken is counted in squares of this size
REACH = (20.0, 8.0)  # pixels from a number's middle, across and down, that should be free
DETOUR = 12.0  # pixels that a number goes farther to be clear of one more taken square
MOST_TAKEN = 8  # squares; a number that would cover more is left out


class Label(NamedTuple):
    """Where the number of a level stands."""

    x: float
    y: float
    value: float


class Taken:
    """Squares of a view of `width` × `height` pixels in which something lies: points (n, 2) in pixels."""

    def __init__(self, points: Array, width: float, height: float) -> None:
        columns, rows = int(width / CELL) + 1, int(height / CELL) + 1
        inside = ((points >= 0) & (points < [width, height])).all(axis=1)
        cells = (points[inside] / CELL).astype(np.int64)
        found = np.zeros((rows + 1, columns + 1), dtype=np.int64)
        found[cells[:, 1] + 1, cells[:, 0] + 1] = 1
        self._sums = found.cumsum(axis=0).cumsum(axis=1)

    def near(self, at: Array, reach: Array) -> np.ndarray:
        """How many (n,) lie nearer than `reach` (2,), across and down, to each place (n, 2)."""
        high = np.array(self._sums.shape[::-1]) - 1
        with np.errstate(invalid="ignore"):
            first = np.nan_to_num((at - reach) / CELL).clip(0, high).astype(np.int64)
            last = np.nan_to_num((at + reach) / CELL + 1).clip(0, high).astype(np.int64)
        (left, top), (right, bottom), sums = first.T, last.T, self._sums
        return np.asarray(sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left])


def _anchor(objective: Objective, x_range: Range, y_range: Range) -> tuple[float, float] | None:
    """What the numbers stand below: the lowest minimum in the view."""
    seen = [
        (x, y) for x, y in (point[:2] for point in objective.minima)
        if x_range[0] < x < x_range[1] and y_range[0] < y < y_range[1]
    ]  # fmt: skip
    return min(seen, key=lambda point: float(objective.value(np.array([point]))[0]), default=None)


def _large(at: Array) -> np.ndarray:
    """Which points (n,) belong to a part of a line, in pixels (n, 2), that is no small ring."""
    gap = np.isnan(at[:, 0])
    starts = np.flatnonzero(np.insert(gap[:-1], 0, True))
    low, high = (each.reduceat(at, starts, axis=0) for each in (np.fmin, np.fmax))
    return np.asarray(((high - low).max(axis=1) >= SMALLEST_RING)[np.cumsum(gap) - gap])


def level_labels(
    levels: tuple[Level, ...],
    objective: Objective,
    x_range: Range,
    y_range: Range,
    width: int,
    height: int,
    taken: Array | None = None,
    magnified: float = 1.0,
) -> tuple[Label, ...]:
    """One number for each strong level, if there is a good place for it.

    taken: points (n, 2), in pixels from the upper left corner, that lie on the map; magnified: how much
    larger than usual the numbers are.
    """
    size = np.array([width, height])
    low, high = np.array([x_range[0], y_range[0]]), np.array([x_range[1], y_range[1]])
    scale = size / (high - low)
    reach = np.array(REACH) * magnified
    edge = np.maximum(size * EDGE, reach)
    anchor = _anchor(objective, x_range, y_range)
    middle = size / 2 if anchor is None else (np.array(anchor) - low) * scale
    squares = Taken(np.empty((0, 2)) if taken is None else taken, width, height)
    places: list[Array] = []
    labels = []
    for level in levels:
        points = level.points
        if not level.strong or not len(points):
            continue
        at = (points - low) * scale
        with np.errstate(invalid="ignore"):
            free = ((at > edge) & (at < size - edge)).all(axis=1) & _large(at)
            for place in places:
                free &= np.hypot(*(at - place).T) >= GAP
            if anchor is not None and np.nanmin(np.hypot(*(at - middle).T), initial=np.inf) < GAP:
                continue
        if not free.any():
            continue
        covered = squares.near(np.array([0, height]) + at[free] * [1, -1], reach)
        way = at[free] - middle
        off_ray = np.abs(way[:, 0] + SLANT * way[:, 1]) + 3 * np.maximum(way[:, 1], 0) + DETOUR * covered
        best = int(np.argmin(off_ray))
        if covered[best] > MOST_TAKEN:
            continue
        places.append(at[free][best])
        x, y = points[free][best].tolist()
        labels.append(Label(x, y, level.value))
    return tuple(labels)
