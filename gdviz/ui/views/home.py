"""Which part of a map or curve is shown at first: stationary points, starts, and what the paths reach."""

from __future__ import annotations

import numpy as np

from gdviz.engine.landscape import curve
from gdviz.engine.plane import Plane
from gdviz.frame import Frame

BEGINNING = 100  # steps of a path that count
NEAR = 0.25  # of the box: paths are followed as far outside as this
FAR = 0.75  # the same in a plane of many parameters, whose box is about the chosen run: as far the other way
ROUND_MINIMA = 0.08  # of what is shown: how much of it on each side of a minimum
LEAST = 0.25  # of the box: never closer


def home(frame: Frame) -> tuple[tuple[float, float], tuple[float, float]]:
    """The lower left and upper right corner of what is worth seeing."""
    objective = frame.objective
    low, high = np.array(objective.box[:2], dtype=np.float64).T
    size = high - low
    known = [point[:2] for kind in (objective.minima, objective.saddles, objective.maxima) for point in kind]
    known = [point for point in known if (np.array(point) >= low).all() and (np.array(point) <= high).all()]
    starts = [start[:2] for lane in frame.lanes for start in lane.task.starts[:200]]
    points = [np.array(known + starts, dtype=np.float64).reshape(-1, 2)]
    if not objective.minima:  # downhill may have no end: nothing but the box tells where the interest lies
        points.append(np.array([low, high]))
    reach = NEAR if objective.minima else FAR
    for lane in frame.lanes if objective.minima or isinstance(objective, Plane) else ():
        ends = lane.path[-1:] if isinstance(objective, Plane) else lane.path[:0]
        path = np.concatenate([lane.path[:BEGINNING], ends])[:, :200, :2].reshape(-1, 2)
        near = (path >= low - reach * size) & (path <= high + reach * size)
        points.append(path[near.all(axis=1)])
    seen = np.concatenate(points)
    first, last = seen.min(axis=0), seen.max(axis=0)
    if objective.minima and known:  # about a minimum there is most to be seen
        minima = np.array([point[:2] for point in objective.minima if point[:2] in known]).reshape(-1, 2)
        around = np.concatenate([minima + side * ROUND_MINIMA * (last - first) for side in (-1, 1)])
        first, last = np.vstack([first, around]).min(axis=0), np.vstack([last, around]).max(axis=0)
    lacking = np.maximum(LEAST * size - (last - first), 0.0) / 2
    first, last = first - lacking, last + lacking
    return (float(first[0]), float(first[1])), (float(last[0]), float(last[1]))


def curve_home(frame: Frame, size: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """The ranges of x and f that are worth seeing: steep walls at the sides are cut, starts never are."""
    objective = frame.objective
    low, high = objective.box[0]
    starts = [start[0] for lane in frame.lanes for start in lane.task.starts[:200]]
    left, right = min([low, *starts]), max([high, *starts])
    margin = 0.025 * (right - left)
    left, right = left - margin, right + margin
    f = curve(objective, left, right, max(size, 100)).y
    f = f[np.isfinite(f)]
    if not len(f):
        return (left, right), (0.0, 1.0)
    known = [point for kind in (objective.minima, objective.maxima) for point in kind]
    at = np.array([[x] for x in starts] + [list(p) for p in known if left < p[0] < right]).reshape(-1, 1)
    with np.errstate(all="ignore"):
        special = objective.value(at) if len(at) else np.zeros(0)
    bottom, usual, top = float(f.min()), float(np.quantile(f, 0.9)), float(f.max())
    wanted = usual + 0.15 * (usual - bottom)
    upper = max([wanted, *special[np.isfinite(special)].tolist()])
    top = min(top, upper)
    if top - bottom < 1e-12 * max(abs(top), abs(bottom), 1e-3):
        bottom, top = bottom - 0.5, top + 0.5
    return (left, right), (bottom, top)
