"""Sampling of objectives that cost much: a few points at first, then many, in slices, smooth in between."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective

Range = tuple[float, float]

CHEAP = 12_000_000  # numbers: pictures that take no more are sampled at once, at every point asked for
WHOLE = 80_000_000  # numbers that a grid may take
COARSE = 24  # cells along the longer side of the first grid
FINEST, COARSEST = 8, 2  # times as many in the last one: what is not too many
SLICE = 1_500_000  # numbers between two looks at the mouse


def values(objective: Objective, x: Array) -> Array:
    """f at each row of x (B, d), nan where it is not finite."""
    with np.errstate(all="ignore"):
        f = np.array(np.broadcast_to(objective.surface(x), len(x)), dtype=np.float64)
    f[~np.isfinite(f)] = np.nan
    return f


def costly(objective: Objective, points: int) -> bool:
    """Whether so many points take too long to be sampled at once."""
    return points * objective.cost > CHEAP


def sampled(objective: Objective, x: Array, y: Array, coarse: bool = False) -> Array:
    """f (m, n) on the grid of x (n,) and y (m,), both evenly spaced; interpolated where f is costly.

    coarse: from the first few points of a costly f alone.
    """
    if not costly(objective, len(x) * len(y)):
        grid = np.array([np.tile(x, len(y)), np.repeat(y, len(x))])
        return values(objective, grid.T).reshape(len(y), len(x))
    known = sampling(objective, (float(x[0]), float(x[-1])), (float(y[0]), float(y[-1])))
    while not (known.begun if coarse else known.done):
        known.advance()
    return known.between(x, y)


class Sampling:
    """f over a part of the plane, sampled on a coarse grid whose points a fine one shares."""

    def __init__(self, objective: Objective, x_range: Range, y_range: Range) -> None:
        self._objective = objective
        sides = np.array([x_range[1] - x_range[0], y_range[1] - y_range[0]])
        across, up = (max(round(COARSE * float(side) / float(sides.max())), 4) for side in sides)
        fine = int(np.sqrt(WHOLE / objective.cost / (across * up)))
        self._times = min(max(fine, COARSEST), FINEST)
        self.x = np.linspace(*x_range, across * self._times + 1)
        self.y = np.linspace(*y_range, up * self._times + 1)
        self.f: Array = np.full((len(self.y), len(self.x)), np.nan)
        coarse = np.zeros(self.f.shape, dtype=bool)
        coarse[:: self._times, :: self._times] = True
        self._order = np.concatenate([np.flatnonzero(coarse), np.flatnonzero(~coarse)])
        self._first = int(coarse.sum())
        self._known = 0

    @property
    def begun(self) -> bool:
        """Whether the coarse grid is there."""
        return self._known >= self._first

    @property
    def done(self) -> bool:
        """Whether the fine grid is there."""
        return self._known >= len(self._order)

    def advance(self) -> None:
        """Sample a few more points."""
        count = max(int(SLICE / self._objective.cost), 1)
        end = self._known + count
        if not self.begun:
            end = min(end, self._first)
        chosen = self._order[self._known : end]
        row, column = np.divmod(chosen, len(self.x))
        self.f[row, column] = values(self._objective, np.array([self.x[column], self.y[row]]).T)
        self._known += len(chosen)

    def between(self, x: Array, y: Array) -> Array:
        """f (m, n) on another grid, by cubics through the finest grid that is all there."""
        every = 1 if self.done else self._times
        f = self.f[::every, ::every]
        f = _between(f, (len(f) - 1) * _parts(y, self.y))
        return _between(f.T, (f.shape[1] - 1) * _parts(x, self.x)).T


def _parts(wanted: Array, known: Array) -> Array:
    parts: Array = (wanted - known[0]) / (known[-1] - known[0])
    return parts


def _between(f: Array, at: Array) -> Array:
    """Rows of f (m, n) at places `at` (k,) between them, by Catmull and Rom's cubics."""
    padded = np.concatenate([2 * f[:1] - f[1:2], f, 2 * f[-1:] - f[-2:-1]])
    first = np.clip(at.astype(np.int64), 0, len(f) - 2)
    t = (at - first)[:, None]
    before, here, there, after = (padded[first + k] for k in range(4))
    bend = 2 * before - 5 * here + 4 * there - after
    mixed: Array = here + t / 2 * (there - before + t * (bend + t * (3 * (here - there) + after - before)))
    return mixed


@lru_cache(maxsize=16)
def sampling(objective: Objective, x_range: Range, y_range: Range) -> Sampling:
    """The one sampling of this part of the plane, as far as it has got."""
    return Sampling(objective, x_range, y_range)
