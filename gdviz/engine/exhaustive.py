"""Exhaustive search: the loss at every point of a grid, and the best of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Box, Objective
from gdviz.values import SpecError

MOST_POINTS = 4_000_000


@dataclass(frozen=True, eq=False)
class Exhaustive:
    """grid: the values tried of each parameter; losses (n₁,) or (n₁, n₂), first parameter first.

    best: where the loss is least; loss: how much it is there; evaluations: of the loss, one for each point;
    samples: terms read for them, 0 where the objective has none.
    """

    grid: tuple[Array, ...]
    losses: Array
    best: tuple[float, ...]
    loss: float
    evaluations: int
    samples: int


def values(low: float, high: float, step: float) -> Array:
    """low, low + step, … up to high, which is among them where the steps fit."""
    if not step > 0.0 or not high >= low or not np.isfinite((high - low) / step):
        raise SpecError("exhaustive search: from {low} to {high} in steps of {step} is no grid", low=low,
                        high=high, step=step)
    count = np.floor((high - low) / step * (1.0 + 1e-12) + 1e-9)
    if count >= MOST_POINTS:
        raise SpecError("exhaustive search: at most {most} points", most=MOST_POINTS)
    return np.linspace(low, low + count * step, int(count) + 1)


def search(objective: Objective, grid: tuple[Array, ...]) -> Exhaustive:
    """Evaluate every combination of the grid's values; raises SpecError unless each parameter has some."""
    if len(grid) != objective.dimension:
        raise SpecError("exhaustive search: {wanted} parameters need as many lists of values, not {n}",
                        wanted=objective.dimension, n=len(grid))
    shape = tuple(len(part) for part in grid)
    count = int(np.prod([float(n) for n in shape]))
    if not 0 < count <= MOST_POINTS:
        raise SpecError("exhaustive search: at least 1 and at most {most} points, not {n}", most=MOST_POINTS,
                        n=count)
    points = np.stack([part.ravel() for part in np.meshgrid(*grid, indexing="ij")]).T
    with np.errstate(all="ignore"):
        losses = objective.value(points)
    place = int(np.argmin(np.where(np.isnan(losses), np.inf, losses)))
    return Exhaustive(
        grid, losses.reshape(shape), tuple(map(float, points[place])), float(losses[place]), count,
        count * objective.terms,
    )


@dataclass(frozen=True)
class Grid:
    """What is tried: `points` values of each parameter, evenly from low to high of its range in `box`."""

    points: int
    box: Box

    @property
    def values(self) -> tuple[Array, ...]:
        """The values of each parameter (n,)."""
        return tuple(np.linspace(low, high, self.points) for low, high in self.box)


def rounded(box: Box) -> Box:
    """The box with its ends moved outwards to rounder numbers, as a person would choose them."""
    ends = []
    for low, high in box:
        unit = 10.0 ** math.floor(math.log10((high - low) / 2))
        first, last = math.floor(low / unit + 1e-9), math.ceil(high / unit - 1e-9)
        parts = round(1 / unit)  # 3 / 10 is nearer to 0.3 than 3 * 0.1
        ends.append((first * unit, last * unit) if unit >= 1.0 else (first / parts, last / parts))
    return tuple(ends)


@lru_cache(maxsize=4)
def found(objective: Objective, grid: Grid) -> Exhaustive:
    """The search over a grid, which is made once."""
    return search(objective, grid.values)
