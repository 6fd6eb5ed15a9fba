"""What the land is like where a path goes: its slope and curvatures."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.explanation.step import CURVED
from gdviz.engine.measures.measurement import eigenvalues
from gdviz.engine.run import Task

APART, LONG = 8, 768  # steps between two looks with noise; twice as many for each doubling of a longer path
LOOKS, MOST_DOUBLED = 3, 4


class Land(NamedTuple):
    """At n steps: ‖∇f‖, least and largest eigenvalue of H; these are nan beyond 50 parameters.

    Without noise they are those at x_k. With noise x_k trembles, and the land under it with it: they are the
    medians of the last three looks, 8 steps apart, or 16, 32 … on paths of more than 1536, 3072 … steps.
    """

    slope: Array
    low: Array
    high: Array


def _places(steps: np.ndarray, noisy: bool) -> np.ndarray:
    """The points (looks, n) at which the land of these steps is looked at."""
    if not noisy:
        return steps[None]
    doubled = np.minimum(np.log2(np.maximum(steps / LONG, 1.0)).astype(int), MOST_DOUBLED)
    gap = APART << doubled
    return np.stack([np.maximum((steps // gap - i) * gap, 0) for i in range(LOOKS)])


def land(task: Task, x: Array, steps: np.ndarray, noisy: bool) -> Land:
    """The land (n,) at these steps of points x (T, d)."""
    points, place = np.unique(_places(steps, noisy), return_inverse=True)
    at = np.array(x[points], order="F")
    slopes = norms(task.objective.gradient(at))
    low = high = np.full(len(points), np.nan)
    if task.objective.dimension <= CURVED:
        values = eigenvalues(task, at)
        low, high = values[:, 0], values[:, -1]
    place = place.reshape(-1, len(steps))
    return Land(*(np.sort(each[place], axis=0)[len(place) // 2] for each in (slopes, low, high)))
