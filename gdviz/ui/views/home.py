"""Which part of the plane a map shows at first: minima, starts and what the paths reach near them."""

from __future__ import annotations

import numpy as np

from gdviz.frame import Frame

BEGINNING = 100  # steps of a path that count
NEAR = 0.25  # of the box: paths are followed as far outside as this
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
    for lane in frame.lanes:
        path = lane.path[:BEGINNING, :200, :2].reshape(-1, 2)
        near = (path >= low - NEAR * size) & (path <= high + NEAR * size)
        points.append(path[near.all(axis=1)])
    seen = np.concatenate(points)
    if not known:  # nothing tells where the interest lies
        seen = np.concatenate([seen, [low, high]])
    first, last = seen.min(axis=0), seen.max(axis=0)
    lacking = np.maximum(LEAST * size - (last - first), 0.0) / 2
    first, last = first - lacking, last + lacking
    return (float(first[0]), float(first[1])), (float(last[0]), float(last[1]))
