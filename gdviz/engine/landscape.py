"""What an objective looks like in a part of its space: a sampled curve, or level lines and bands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import contourpy
import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.engine.sampling import Range as Range
from gdviz.engine.sampling import costly, sampled, sampling, values

FEWEST_LEVELS, MOST_LEVELS = 4, 16
CELL = 2.0  # pixels between two samples of a surface
SMALLEST = 37  # samples that the lowest level encloses, so that its line is no mere speck
SPARED = 4  # lowest levels that are left out rather than every second of all
BESIDE = 2  # the part of a view that may lie lower than the lowest known value, and be left without lines
SPECKS = 8  # parts of a line; many more than the next level has are the grid's, not the function's


@dataclass(frozen=True, eq=False)
class Curve:
    """f over a range of x: x (n,) ascending, y (n,) with nan where f is not finite."""

    x: Array
    y: Array


class Level(NamedTuple):
    """A level line: f there; whether it is one of the strong ones; points (n, 2), nan between its parts."""

    value: float
    strong: bool
    points: Array


class Band(NamedTuple):
    """All that lies above a level: position on the ramp, 0 lowest … 1; outlines (n, 2), nan between rings.

    Bands lie on top of each other from the lowest to the highest, so that no seams show.
    """

    height: float
    outline: Array


@dataclass(frozen=True, eq=False)
class Surface:
    """f over a part of the plane. x (n,), y (m,), z (m, n) with nan where f is not finite; lowest: f*."""

    x: Array
    y: Array
    z: Array
    lowest: float
    bands: tuple[Band, ...]
    levels: tuple[Level, ...]


@lru_cache(maxsize=32)
def curve(objective: Objective, low: float, high: float, size: int) -> Curve:
    """Sample f of one parameter at `size` points and more where it bends or has a kink."""
    x = np.linspace(low, high, max(size, 3))
    y = values(objective, x[:, None])
    for _ in range(3):
        with np.errstate(all="ignore"):
            bend = np.abs(np.diff(y, 2))
            span = np.nanmax(y) - np.nanmin(y) if np.isfinite(y).any() else 0.0
            rough = np.flatnonzero(~(bend <= span / (4 * max(size, 3))))  # also beside what is not finite
        gaps = np.unique(np.concatenate([rough, rough + 1]))
        if not 0 < len(gaps) <= size:
            break
        new = x[gaps] / 2 + x[gaps + 1] / 2  # the sum of both may be beyond float64
        x = np.insert(x, gaps + 1, new)
        y = np.insert(y, gaps + 1, values(objective, new[:, None]))
    return Curve(x, y)


@lru_cache(maxsize=24)
def surface(
    objective: Objective, x_range: Range, y_range: Range, width: int, height: int, coarse: bool = False
) -> Surface:
    """Sample f of two parameters for a view of `width` × `height` pixels and cut it at its levels.

    coarse: a first picture of what takes long to be sampled.
    """
    across, up = _counts(width, height)
    x, y = np.linspace(*x_range, across), np.linspace(*y_range, up)
    z = sampled(objective, x, y, coarse)
    finite = np.sort(z[np.isfinite(z)])
    if not len(finite):
        return Surface(x, y, z, 0.0, (), ())
    lowest = _lowest(objective, float(finite[0]))
    values, strong, heights = _powers(finite, lowest) if objective.scale != "linear" else ([], [], [])
    if len(values) < FEWEST_LEVELS:  # close up on a slope no power of two may be in sight
        values, strong, heights = _even(finite, objective.lowest())
    cut = contourpy.contour_generator(
        x, y, np.ma.masked_invalid(z),
        line_type=contourpy.LineType.ChunkCombinedNan, fill_type=contourpy.FillType.ChunkCombinedOffset,
    )  # fmt: skip
    above = float(finite[-1]) + 1.0 + abs(float(finite[-1]))
    below = float(finite[0]) - 1.0 - abs(float(finite[0]))
    bands = tuple(
        Band(at, _rings(cut, low, above)) for at, low in zip(heights, (below, *values), strict=True)
    )
    levels = _without_specks(
        [Level(value, bold, _line(cut, value)) for value, bold in zip(values, strong, strict=True)]
    )
    return Surface(x, y, z, lowest, bands, levels)


def _counts(width: int, height: int) -> tuple[int, int]:
    """Samples across and up for a view of `width` × `height` pixels."""
    return max(int(width / CELL), 8), max(int(height / CELL), 8)


def prepare(
    objective: Objective, x_range: Range, y_range: Range, width: int, height: int
) -> tuple[bool, bool]:
    """Sample a little more for a surface to come: whether a coarse one, and whether all of it, is quick."""
    across, up = _counts(width, height)
    if not costly(objective, across * up):
        return True, True
    grid = sampling(objective, x_range, y_range)
    if not grid.done:
        grid.advance()
    return grid.begun, grid.done


@lru_cache(maxsize=64)
def _lowest_in_box(objective: Objective) -> float:
    if costly(objective, 201 * 201):
        return np.inf
    (left, right), (bottom, top) = objective.box[:2]
    x, y = np.meshgrid(np.linspace(left, right, 201), np.linspace(bottom, top, 201))
    z = values(objective, np.array([x.ravel(), y.ravel()]).T)
    return float(np.nanmin(z)) if np.isfinite(z).any() else np.inf


def _lowest(objective: Objective, seen: float) -> float:
    """f*: the lowest known value; where none is known, the lowest in the box or the view."""
    known = objective.lowest()
    if known is None or not np.isfinite(known):
        known = _lowest_in_box(objective)
    return min(known, seen)


def _powers(finite: Array, lowest: float) -> tuple[list[float], list[bool], list[float]]:
    """Levels f* + 2^k, every third of them strong; the ramp follows log2(f - f*) in the middle 97 %."""
    with np.errstate(over="ignore"):  # from -1.7e308 to 1.7e308 it is farther than numbers reach
        heights = np.minimum(finite - lowest, np.finfo(np.float64).max)
    heights = heights[heights > max(abs(lowest) * 1e-13, 1e-300)]
    if not len(heights):
        return [], [], [0.0]
    top = int(np.floor(np.log2(heights[-1]) - 1e-9))
    bottom = int(np.ceil(np.log2(heights[min(SMALLEST, len(heights) - 1)])))
    step = 1
    if MOST_LEVELS < top - bottom + 1 <= MOST_LEVELS + SPARED:
        bottom = top - MOST_LEVELS + 1
    while (top - bottom) // step + 1 > MOST_LEVELS:
        step *= 2
    exponents = range(-(-bottom // step) * step, top + 1, step)
    low, high = np.percentile(np.log2(heights), (2, 99))
    middles = [k + step / 2 for k in (exponents.start - step, *exponents)]
    return (
        [lowest + 2.0**k for k in exponents],
        [k // step % 3 == 0 for k in exponents],
        [_position(k, float(low), float(high)) for k in middles],
    )


def _even(finite: Array, known: float | None) -> tuple[list[float], list[bool], list[float]]:
    """Levels at multiples of a round number, the roundest of them strong; the ramp follows f itself.

    known: the lowest value in the box; what lies lower beside it does not thin out the levels within.
    """
    low, high = float(finite[0]), float(finite[-1])
    if known is not None and low < known < high and finite[len(finite) // BESIDE] > known:
        low = known
    raw = high / MOST_LEVELS - low / MOST_LEVELS
    if raw <= max(abs(low), abs(high)) * 1e-13:
        return [], [], [0.0]
    unit = 10.0 ** np.floor(np.log10(raw))
    step = float(unit * next(nice for nice in (1, 2, 5, 10) if nice * unit >= raw))
    multiples = range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1)
    every = 4 if step / unit == 5 else 5
    values = [k * step for k in multiples]
    bottom, top = np.maximum(np.percentile(finite, (2, 99)), low)
    middles = [a / 2 + b / 2 for a, b in pairwise((low, *values, high))]
    return (
        values,
        [k % every == 0 for k in multiples],
        [_position(middle, float(bottom), float(top)) for middle in middles],
    )


def _position(value: float, low: float, high: float) -> float:
    return min(max((value - low) / (high - low), 0.0), 1.0) if high > low else 0.0


def _rings(cut: contourpy.ContourGenerator, low: float, high: float) -> Array:
    points, offsets = (chunks[0] for chunks in cut.filled(low, high))
    if points is None or offsets is None:
        return np.empty((0, 2))
    return np.insert(points, offsets[1:-1].astype(np.int64), np.nan, axis=0)


def _line(cut: contourpy.ContourGenerator, value: float) -> Array:
    points = cut.lines(value)[0][0]
    return np.empty((0, 2)) if points is None else np.asarray(points)


def _without_specks(levels: list[Level]) -> tuple[Level, ...]:
    """Empty the lines that a valley narrower than the grid breaks into dashes."""
    kept: list[Level] = []
    usual: int | None = None
    for level in reversed(levels):
        parts = int(np.isnan(level.points[:, 0]).sum()) + 1
        if usual is not None and parts > max(SPECKS, 3 * usual):
            level = level._replace(points=np.empty((0, 2)))
        else:
            usual = parts
        kept.append(level)
    return tuple(reversed(kept))
