"""Whether back-propagation is right: its gradient against central differences of the loss."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import Terms

EPSILON = float(np.finfo(np.float64).eps)
STEP = EPSILON ** (1 / 3)  # times the parameter's size: truncation and rounding are then alike
SHORTER, SHORTEST = 8.0, 3  # beside a kink, or with steep features, shorter steps are tried as well
RESOLVED = 1e-7  # relative error that rounding of the loss alone may cause
TOLERANCE = 1e-5
MOST = 200  # parameters
CELLS = 1 << 22  # numbers of a forward pass that all the differences together may compute


class Check(NamedTuple):
    """error: the largest relative error, nan where it cannot be said; of parameter `worst`, whose gradient
    is analytic by back-propagation and numeric by differences; checked: how many parameters were."""

    error: float
    worst: int
    analytic: float
    numeric: float
    checked: int

    @property
    def passed(self) -> bool:
        """Whether both agree."""
        return self.error <= TOLERANCE


def gradient_check(problem: DataProblem, theta: Array, index: Terms, gradient: Array, seed: int = 0) -> Check:
    """Compare `gradient` (p,) with (L(θ + h eⱼ) - L(θ - h eⱼ)) / 2h on the samples `index` at theta (p,).

    h = ε^⅓ max(1, |θⱼ|). The error is |a - n| / max(|a|, |n|, ρ), where ρ is the least gradient that the
    rounding of L lets be told from 0. Of many parameters or samples a part of the parameters, drawn with
    the seed, stands for all.

    Source: Press et al. (2007), Numerical Recipes, 3rd edition, section 5.7.
    """
    samples = problem.terms if isinstance(index, slice) else len(index)
    cost = 2 * samples * problem.model.width(problem.table)
    most = int(min(MOST, max(CELLS // max(cost, 1), 1)))
    chosen = np.arange(len(theta))
    if len(chosen) > most:
        chosen = np.sort(np.random.default_rng(seed).choice(len(theta), most, replace=False))
    best = np.full((2, len(chosen)), np.nan)  # error and numeric gradient
    step = STEP
    with np.errstate(all="ignore"):
        for _ in range(1 + SHORTEST):
            at = np.flatnonzero(~(best[0] <= TOLERANCE))
            if not len(at):
                break
            found = _compared(problem, theta, index, gradient, chosen[at], step)
            better = ~(best[0, at] <= found[0])
            best[:, at[better]] = found[:, better]
            step /= SHORTER
    k = int(np.argmax(np.where(np.isnan(best[0]), np.inf, best[0])))
    worst = int(chosen[k])
    return Check(float(best[0, k]), worst, float(gradient[worst]), float(best[1, k]), len(chosen))


def _compared(
    problem: DataProblem, theta: Array, index: Terms, gradient: Array, chosen: np.ndarray, step: float
) -> Array:
    """Relative error and numeric gradient (2, c) of the chosen parameters."""
    moved = np.tile(theta, (2 * len(chosen), 1))
    rows = np.arange(len(chosen))
    h = step * np.maximum(1.0, np.abs(theta[chosen]))
    moved[rows, chosen] += h
    moved[rows + len(chosen), chosen] -= h
    # What was really added, after rounding.
    width = moved[rows, chosen] - moved[rows + len(chosen), chosen]
    up, down = np.split(problem.batch_value(np.asfortranarray(moved), index), 2)
    numeric, analytic = (up - down) / width, gradient[chosen]
    least = EPSILON * np.maximum(np.abs(up), np.abs(down)) / (h * RESOLVED)
    size = np.maximum(np.maximum(np.abs(analytic), np.abs(numeric)), least)
    error = np.abs(analytic - numeric) / np.where(size > 0.0, size, 1.0)
    return np.stack([error, numeric])
