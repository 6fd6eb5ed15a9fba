"""How fast a path nears a minimum: as it is measured, and as theory has it on quadratics."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.optimizers.line_search import LineSearch
from gdviz.engine.run import Task

LINEAR, SUPERLINEAR, REACHED, STILL, UNKNOWN = "linear", "superlinear", "reached", "still", ""
WINDOW = 200  # steps from which a linear rate is measured, at most: the last half of the path
TERMS = 4  # most modes that are told apart
EXACT = 1e-8  # relative error below which a recurrence is taken to hold
SURE = 1e8  # times the rounding: errors as large are sound to `EXACT`
ASTRAY = 5.0  # logarithm of how far, over the whole window, a recurrence may lead away from its errors
STEEP = 0.25  # a superlinear method gains more than this in its last step
CHANCE = 3.0  # standard errors that a slope has to have, to be one
FLAT = 0.02  # relative change over the whole window below which nothing is said to fall


class Rate(NamedTuple):
    """How errors e_k shrink towards the end of a path.

    kind: linear (e_{k+1} ≈ factor · e_k), superlinear (e_{k+1} ≈ factor · e_k^order; quadratic where order
    is about 2), reached (e = 0 but for rounding, at step `last`), still (they do not change), or empty;
    first, last: the steps it was measured on.
    """

    kind: str
    factor: float = float("nan")
    order: float = 1.0
    first: int = 0
    last: int = 0


class Theory(NamedTuple):
    """What one step multiplies the distance to the minimum of a quadratic by, in the long run at least.

    factor: the value errors f - f* shrink by its square; formula: what it is; bound: whether paths from most
    starts are faster.
    """

    factor: float
    formula: str
    bound: bool


def measured(errors: Array, rounding: float = 0.0) -> Rate:
    """The rate of the errors (T,) or (T, d) of a path; vectors x_k - x* tell modes apart better than norms.

    rounding: size of errors that mean nothing. The linear factor is that of the recurrence of least order
    e_{k+p} = Σ c_i e_{k+i} that the last errors satisfy, the largest modulus of its roots, which is exact
    where the step is an affine map; where none of up to four terms holds, the slope of log ‖e_k‖.

    Source: the orders are those of Nocedal & Wright (2006), Numerical Optimization, 2nd ed., section 2.2;
    the recurrence is Prony's (1795).
    """
    vectors = errors[:, None] if errors.ndim == 1 else errors
    lengths = norms(vectors)
    unsound = ~np.isfinite(lengths)
    count = int(np.argmax(unsound)) if unsound.any() else len(lengths)
    vectors, lengths = vectors[:count], lengths[:count]
    small = np.flatnonzero(lengths <= max(rounding, 1e-290))
    end = int(small[0]) if len(small) else count  # errors from here on are rounding
    vectors, lengths = vectors[:end], lengths[:end]
    found = _exact(vectors, lengths, rounding) or _superlinear(lengths)
    if found is not None:
        return found
    if end < 4:
        return Rate(REACHED, last=end) if len(small) else Rate(UNKNOWN)
    return _sloping(lengths)


def _superlinear(lengths: Array) -> Rate | None:
    """e_{k+1} = c e_k^p with p well above 1 over the last steps."""
    if len(lengths) < 3 or not lengths[-1] < STEEP * lengths[-2] < STEEP * lengths[-3]:
        return None
    gains = np.diff(np.log(lengths[-4:]))
    orders = gains[1:] / gains[:-1]
    if (gains >= 0).any() or orders[-1] < 1.4 or orders[0] < 1.2:
        return None
    # An error that swings about a linear trend can fall like that for once, but not by so much.
    trend = np.log(lengths[-1] / lengths[0]) / (len(lengths) - 1)
    if len(lengths) > 12 and gains[-1] > 5 * trend:
        return None
    order = float(orders[-1])
    power = 2.0 if abs(order - 2.0) < 0.3 else order
    factor = float(np.exp(np.log(lengths[-1]) - power * np.log(lengths[-2])))
    return Rate(SUPERLINEAR, factor, power, len(lengths) - 3, len(lengths) - 1)


def _exact(vectors: Array, lengths: Array, rounding: float) -> Rate | None:
    sound = np.flatnonzero(lengths <= SURE * rounding)
    end = int(sound[0]) if len(sound) else len(lengths)
    begin = max(end // 2, end - WINDOW)
    factor = _recurrence(vectors[begin:end], lengths[begin:end])
    return None if factor is None else Rate(_kind(np.log(factor), end - begin), factor, 1.0, begin, end - 1)


def _kind(slope: float, steps: int) -> str:
    return STILL if abs(slope) * steps < FLAT else LINEAR


def _sloping(lengths: Array) -> Rate:
    """The slope of log e_k over the last half."""
    begin, end = max(len(lengths) // 2, len(lengths) - WINDOW), len(lengths)
    steps, logs = np.arange(begin, end), np.log(lengths[begin:end])
    slope, height = (float(part) for part in np.polyfit(steps, logs, 1))
    # Noise that has settled has a slope, too, but none that its scatter would not make by chance.
    scatter = float(np.linalg.norm(logs - slope * steps - height)) / max(float(np.std(steps)), 1e-300)
    if abs(slope) < CHANCE * scatter / len(steps):
        return Rate(STILL, float(np.exp(slope)), 1.0, begin, end - 1)
    return Rate(_kind(slope, end - begin), float(np.exp(slope)), 1.0, begin, end - 1)


def _recurrence(vectors: Array, lengths: Array) -> float | None:
    """The largest modulus of the modes that the errors (n, d) are made of, None where they are not."""
    count = len(vectors)
    if count < 4:
        return None
    # Scaled to one size, so that the last errors count as much as the first.
    pace = (lengths[-1] / lengths[0]) ** (1.0 / (count - 1))
    scaled = vectors / (lengths[0] * pace ** np.arange(count))[:, None]
    for terms in range(1, min(TERMS, (count - 2) // 2) + 1):
        rows = count - terms
        known = np.stack([scaled[i : i + rows].ravel() for i in range(terms)], axis=1)
        wanted = scaled[terms:].ravel()
        if len(wanted) < 2 * terms:
            return None
        weights = np.linalg.lstsq(known, wanted, rcond=None)[0]
        if np.linalg.norm(known @ weights - wanted) <= EXACT * np.linalg.norm(wanted):
            factor = float(np.abs(np.roots([1.0, *-weights[::-1]])).max())
            # More terms than there are modes have roots of their own, which may lie anywhere.
            return float(pace * factor) if factor > 0 and abs(np.log(factor)) * count < ASTRAY else None
    return None


def theory(task: Task) -> Theory | None:
    """The factor for this method on this quadratic; None where there is no such theory.

    η fixed, μ ≤ λ ≤ L the Hessian's eigenvalues, κ = L/μ:

    gradient descent  max |1 - ηλ|; that is 1 - μ/L at η = 1/L, and (κ - 1)/(κ + 1) at the best, η = 2/(μ + L)
    exact line search (κ - 1)/(κ + 1), which the worst starts come up to
    momentum, …       the spectral radius of the step as a matrix on (x - x*, memory)

    Source: Polyak (1964), Some methods of speeding up the convergence of iteration methods, USSR Comput.
    Math. Math. Phys. 4(5); Nocedal & Wright (2006), Numerical Optimization, 2nd ed., Theorem 3.3.
    """
    objective, optimizer = task.objective, task.optimizer
    plain = task.noise == 0 and task.batches.full(objective.terms) and task.batches.zero_grad
    if not plain or not objective.quadratic:
        return None
    curvatures = objective.curvature(task.starts[0])
    least, most = float(curvatures[0]), float(curvatures[-1])
    if not least > 1e-12 * most:
        return None
    best = (most - least) / (most + least)
    if isinstance(optimizer, LineSearch) and optimizer.search == "exact":
        return Theory(best, "(κ − 1)/(κ + 1)", bound=True)
    found = [optimizer.iteration(float(curvature)) for curvature in curvatures]
    steps = [matrix for matrix in found if matrix is not None]
    if len(steps) < len(found):
        return None
    factor = max(float(np.abs(np.linalg.eigvals(matrix)).max()) for matrix in steps)
    rate = float(np.ravel(optimizer.rate(0))[0])
    if len(steps[0]) > 1:
        return Theory(factor, "ρ(A)", bound=False)
    if optimizer.kind != "gradient-descent":
        return Theory(factor, "|1 − η|" if abs(factor - abs(1 - rate)) < 1e-12 else "ρ(A)", bound=False)
    named = {1.0 / most: "1 − μ/L", 2.0 / (least + most): "(κ − 1)/(κ + 1)"}
    said = [words for special, words in named.items() if abs(rate - special) <= 1e-3 * special]
    return Theory(factor, said[0] if said else "max |1 − ηλ|", bound=False)
