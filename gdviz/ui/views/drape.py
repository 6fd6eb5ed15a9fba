"""Lines of the plane laid over a surface: cut at its edges, bent with it, split into seen and hidden."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gdviz.engine.arrays import Array
from gdviz.ui.views.scene import Scene

MOST = 96  # pieces of a segment
FEW = 64  # points that are never thinned


class Draped(NamedTuple):
    """Pixels (k, 2) of what is seen and of what is hidden, nan between parts."""

    seen: Array
    hidden: Array


def drape(path: Array, scene: Scene) -> Draped:
    """Lay a line (n, 2) of the plane, nan between parts, over the surface."""
    points = bent(path, scene)
    places = scene.places(points)
    return split(places, scene.hidden(points, places))


def thinned(path: Array, scene: Scene) -> Array:
    """Without the points of a line (n, 2) that lie on the same pixel as the one before."""
    if len(path) <= FEW:
        return path
    with np.errstate(all="ignore"):
        cells = np.floor(scene.places(path) * 1.5)
        same = (cells[1:-1] == cells[:-2]).all(axis=1)
    kept = np.ones(len(path), dtype=bool)
    kept[1:-1] = ~same
    return path[kept]


def bent(path: Array, scene: Scene) -> Array:
    """A line (n, 2) → points (k, 2) at least one to a cell, cut where it leaves what is shown; nan there."""
    if len(path) < 2:
        return np.empty((0, 2))
    relief = scene.relief
    low, high = np.array([relief.x[0], relief.y[0]]), np.array([relief.x[-1], relief.y[-1]])
    start, way = path[:-1], np.diff(path, axis=0)
    with np.errstate(all="ignore"):
        first, second = (low - start) / way, (high - start) / way
        within = (start >= low) & (start <= high)
        enter = np.where(way == 0, np.where(within, -np.inf, np.inf), np.minimum(first, second)).max(axis=1)
        leave = np.where(way == 0, np.inf, np.maximum(first, second)).min(axis=1)
        enter, leave = np.maximum(enter, 0.0), np.minimum(leave, 1.0)
        kept = enter <= leave
    start, way, enter, leave = start[kept], way[kept], enter[kept], leave[kept]
    if not len(start):
        return np.empty((0, 2))
    cell = (high - low) / np.array(scene.shape[::-1])
    length = np.abs(way * (leave - enter)[:, None] / cell).max(axis=1)
    pieces = np.clip(np.ceil(length * 1.5), 1, MOST).astype(np.int64)
    # Each segment gives its pieces' ends and, behind them, a nan if the line goes on elsewhere.
    goes_on = np.zeros(len(start), dtype=bool)
    at = np.flatnonzero(kept)
    goes_on[:-1] = (at[1:] == at[:-1] + 1) & (leave[:-1] == 1.0) & (enter[1:] == 0.0)
    counts = pieces + np.where(goes_on, 0, 2)
    segment = np.repeat(np.arange(len(start)), counts)
    piece = np.arange(len(segment)) - np.repeat(np.cumsum(counts) - counts, counts)
    part = enter[segment] + (leave - enter)[segment] * piece / pieces[segment]
    points = start[segment] + way[segment] * part[:, None]
    points[piece > pieces[segment]] = np.nan
    clipped: Array = np.clip(points, low, high)
    return clipped


def split(places: Array, hidden: NDArray[np.bool_]) -> Draped:
    """Pixels (k, 2) → what is seen and what is hidden; a piece counts as hidden if both of its ends are."""
    if len(places) < 2:
        return Draped(np.empty((0, 2)), np.empty((0, 2)))
    covered = hidden[:-1] & hidden[1:]
    if not covered.any():
        return Draped(places, np.empty((0, 2)))
    return Draped(_parts(places, covered), _parts(places, ~covered))


def _parts(places: Array, gaps: NDArray[np.bool_]) -> Array:
    """The line without its pieces that are gaps."""
    return np.insert(places, np.flatnonzero(gaps) + 1, np.nan, axis=0)
