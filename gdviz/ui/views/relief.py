"""The heights of an objective over a part of its plane: on a log or a linear scale, clipped, sampled."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.landscape import Level, Range, surface
from gdviz.engine.objective import Objective
from gdviz.engine.sampling import sampled
from gdviz.ui.views.ticks import Tick, decade, even

CELLS = 64  # of the drawn mesh along the longer side; a multiple of 4
FINER = 4  # samples for each side of a cell
FLOOR, CEILING = 10, 99  # percentiles
LEVEL_PIXELS = 600  # how fine level lines are, as if on a map so wide or high
LEAST_LEVEL = 0.012  # height: lines below it would crowd on the ground
HUGE = 1e300  # f is cut off there, so that differences stay finite


@dataclass(frozen=True)
class HeightScale:
    """f → height in [0, 1]: with `log` log2(f - lowest + soft), else f itself; clipped at `high`.

    soft: the 2nd percentile of f - lowest, so that the ground is round where a logarithm would fall without
    end; low: f at height 0.
    """

    log: bool
    lowest: float
    soft: float
    low: float
    high: float

    def heights(self, f: Array) -> Array:
        """(…,) → (…,); what is not finite stays nan or becomes nan."""
        with np.errstate(all="ignore"):
            if self.log:
                top = math.log2((self.high - self.lowest) / self.soft + 1.0)
                heights = np.log2(np.maximum(f - self.lowest, 0.0) / self.soft + 1.0) / top
            else:
                heights = (f / 2 - self.low / 2) / (self.high / 2 - self.low / 2)
            clipped: Array = np.where(np.isfinite(f), np.clip(heights, 0.0, 1.0), np.nan)
        return clipped

    def ticks(self, length: float, least: float) -> list[Tick]:
        """Ticks (height, text) on an axis of `length` pixels, at least `least` pixels apart."""
        if not self.log:
            ticks = even(self.low, self.high, length, least)
            return [Tick(float(self.heights(np.array(tick.value))), tick.text) for tick in ticks]
        kept: list[Tick] = []
        last = math.floor(math.log10(max(self.high - self.lowest, 1e-300)) + 1e-9)
        for power in range(last, last - 40, -1):
            height = float(self.heights(np.array(self.lowest + 10.0**power)))
            if height * length < least:
                break
            if not kept or (kept[-1].value - height) * length >= least:
                kept.append(Tick(height, decade(power)))
        return [*kept, Tick(0.0, "0")]


@dataclass(frozen=True, eq=False)
class Relief:
    """Heights over x (n,) and y (m,): fine (m, n), nan where f is not finite; every FINERth is a corner.

    lines: level lines (k, 3) of x, y and height, nan between their parts, and whether they are strong ones.
    """

    x: Array
    y: Array
    fine: Array
    scale: HeightScale
    lines: tuple[tuple[Array, bool], ...]

    @property
    def x_range(self) -> Range:
        return float(self.x[0]), float(self.x[-1])

    @property
    def y_range(self) -> Range:
        return float(self.y[0]), float(self.y[-1])

    @property
    def halves(self) -> tuple[float, float]:
        """Half of the sides in x and y, where half of the longer one is 1."""
        wide, long = self.x_range[1] - self.x_range[0], self.y_range[1] - self.y_range[0]
        return wide / max(wide, long), long / max(wide, long)

    @cached_property
    def corners(self) -> Array:
        """Heights (…, …) at the corners of the drawn cells."""
        return _smoothed(_smoothed(self.fine).T).T

    def heights(self, points: Array) -> Array:
        """Heights (k,) at points (k, 2), interpolated; nan outside and beside what is not finite."""
        m, n = self.fine.shape
        with np.errstate(invalid="ignore"):
            across = (points[:, 0] - self.x[0]) / (self.x[-1] - self.x[0]) * (n - 1)
            along = (points[:, 1] - self.y[0]) / (self.y[-1] - self.y[0]) * (m - 1)
            edge = 1e-9 * n
            inside = (across >= -edge) & (across <= n - 1 + edge) & (along >= -edge) & (along <= m - 1 + edge)
        across, along = np.where(inside, across, 0.0), np.where(inside, along, 0.0)
        i = np.clip(across.astype(np.int64), 0, n - 2)
        j = np.clip(along.astype(np.int64), 0, m - 2)
        u, v = across - i, along - j
        z = self.fine
        below = z[j, i] * (1 - u) + z[j, i + 1] * u
        above = z[j + 1, i] * (1 - u) + z[j + 1, i + 1] * u
        heights: Array = np.where(inside, below * (1 - v) + above * v, np.nan)
        return heights


def _smoothed(z: Array) -> Array:
    """Every FINERth row, each mixed with those up to the next: else narrow valleys look like rows of pits."""
    weights = FINER - np.abs(np.arange(1 - FINER, FINER))
    padded = np.pad(z, ((FINER - 1, FINER - 1), (0, 0)), mode="edge")
    count = len(z)
    total = sum(weight * padded[k : k + count : FINER] for k, weight in enumerate(weights.tolist()))
    return np.asarray(total) / FINER**2


def _scale(objective: Objective, f: Array, lowest: float) -> HeightScale:
    finite = f[np.isfinite(f)]
    if not len(finite):
        return HeightScale(False, 0.0, 1.0, 0.0, 1.0)
    low, high = float(finite.min()), float(np.percentile(finite, CEILING))
    if objective.scale == "log":
        above = finite - lowest
        soft = float(np.percentile(above, FLOOR))
        # Where most of the plane is as low as the ground, a part of the whole height serves.
        soft = max(soft, (high - lowest) * 1e-6, 1e-280)
        if np.isfinite(soft) and high - lowest > max(soft, abs(lowest) * 1e-13):
            return HeightScale(True, lowest, soft, lowest, high)
    if not high > low:
        low, high = low - 0.5 - abs(low) / 2, low + 0.5 + abs(low) / 2
    return HeightScale(False, lowest, 1.0, low, high)


@lru_cache(maxsize=8)
def relief(objective: Objective, x_range: Range, y_range: Range) -> Relief:
    """Sample f of two parameters over a part of the plane, in cells about as wide as long."""
    wide, long = x_range[1] - x_range[0], y_range[1] - y_range[0]
    cells = [max(round(CELLS * side / max(wide, long) / 4) * 4, 8) for side in (wide, long)]
    x = np.linspace(*x_range, cells[0] * FINER + 1)
    y = np.linspace(*y_range, cells[1] * FINER + 1)
    f = sampled(objective, x, y)
    lowest, lines = _levels(objective, x_range, y_range, f)
    scale = _scale(objective, np.clip(f, -HUGE, HUGE), lowest)
    placed = []
    for level in lines:
        height = float(scale.heights(np.array(level.value)))
        if LEAST_LEVEL < height < 1 and len(level.points):
            line = np.column_stack([level.points, np.full(len(level.points), height)])
            placed.append((line, level.strong))
    heights = scale.heights(np.clip(f, -HUGE, HUGE))
    return Relief(x, y, heights, scale, tuple(placed))


def _levels(
    objective: Objective, x_range: Range, y_range: Range, f: Array
) -> tuple[float, tuple[Level, ...]]:
    """The lowest value and the map's level lines; none where differences of f are beyond floating point."""
    finite = f[np.isfinite(f)]
    if not len(finite):
        return 0.0, ()
    if finite.max() / 2 - finite.min() / 2 > HUGE:
        return float(finite.min()), ()
    slim = (y_range[1] - y_range[0]) / (x_range[1] - x_range[0])
    longest = LEVEL_PIXELS / max(slim, 1.0)
    cut = surface(objective, x_range, y_range, round(longest), round(longest * slim))
    return cut.lowest, cut.levels
