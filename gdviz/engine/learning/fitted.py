"""Where a model fits its data best, as far as that can be said, and what part of the space to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.affine import Affine
from gdviz.engine.losses.mean_squared_error import MeanSquaredError
from gdviz.engine.objective import Box

if TYPE_CHECKING:
    from gdviz.engine.learning.problem import DataProblem

RIDGE = 1e-3  # keeps the best fit of separable classes finite; only where to look depends on it
MOST_STEPS = 50
MOST_PARAMETERS = 300  # beyond, nobody looks at a box round the best fit
REACH = 3.0  # half the side of a network's box


def least_squares(problem: DataProblem) -> Array | None:
    """The parameters (p,) of least mean squared error of an affine model, the shortest if there are many.

    One step of Newton's method after the singular value decomposition takes off what it rounded. None for
    other models and losses.
    """
    model = problem.model
    if not isinstance(model, Affine) or not isinstance(problem.loss, MeanSquaredError):
        return None
    solution = np.linalg.lstsq(problem.inputs.T, problem.targets.T, rcond=None)[0]
    theta: Array = model.layer(problem.table).flat(np.ascontiguousarray(solution.T)[None])
    best, loss = theta, problem.value(theta)[0]
    step = np.linalg.lstsq(problem.hessian(theta)[0], problem.gradient(theta)[0], rcond=None)[0]
    refined = theta - step
    if problem.value(refined)[0] < loss:
        best = refined
    return np.asarray(best[0])


def regularised(problem: DataProblem) -> Array:
    """The parameters (p,) of least loss + RIDGE/2 |θ|² of a convex model, by damped Newton steps."""
    theta = np.array([problem.start])
    ridge = RIDGE * np.eye(problem.dimension)

    def cost(point: Array) -> float:
        return float(problem.value(point)[0] + 0.5 * RIDGE * np.sum(point**2))

    for _ in range(MOST_STEPS):
        gradient = problem.gradient(theta)[0] + RIDGE * theta[0]
        step = np.linalg.solve(problem.hessian(theta)[0] + ridge, gradient)
        length = 1.0
        while length > 1e-6 and not cost(theta - length * step) < cost(theta):
            length /= 2.0
        theta = theta - length * step
        if length <= 1e-6 or np.abs(step).max() <= 1e-8 * (1.0 + np.abs(theta).max()):
            break
    return np.asarray(theta[0])


def box(problem: DataProblem) -> Box:
    """(low, high) of each parameter.

    For a convex model the best fit is in the middle; each half side is twice the way from the start, or
    the length on which the loss rises as much as it falls from there.
    """
    start = np.array(problem.start)
    if not problem.model.convex or problem.dimension > MOST_PARAMETERS:
        return tuple((float(s - REACH), float(s + REACH)) for s in start)
    with np.errstate(all="ignore"):
        centre = np.array(problem.minima[0]) if problem.minima else regularised(problem)
        drop = float(problem.value(start[None])[0] - problem.value(centre[None])[0])
        bend = np.diagonal(problem.hessian(centre[None])[0])
        rise = np.sqrt(2.0 * max(drop, 0.0) / np.where(bend > 0.0, bend, np.inf))
        half = np.maximum(2.0 * np.abs(centre - start), rise)
    half = np.where((half > 0.0) & np.isfinite(half), half, 1.0)
    return tuple((float(c - h), float(c + h)) for c, h in zip(centre, half, strict=True))
