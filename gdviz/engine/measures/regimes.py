"""What the land is like where a path goes, and how the path takes it, in one word for each step."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.explanation.step import CURVED, Explanation
from gdviz.engine.measures.course import Course, course, is_noisy, since
from gdviz.engine.measures.land import Land, land
from gdviz.engine.measures.measurement import curvature_cost
from gdviz.engine.run import Task

STRETCHED = 10.0  # λ_max / λ_min from which a bowl is called a ravine
TILTED = 0.05  # part of the largest curvature that a negative one has to be, to count
FLAT = 0.01  # slope and curvature, in the objective's own units, below which the land is a plateau
LEAP = 4.0  # times the slope before, and the slope foreseen, that make a cliff
MOSTLY = 0.8  # of the last steps: so many that undo the one before make an oscillation
GROWN = 1.2  # from one step to the next, where loss rises twice: diverging, even without turning
RISEN = 0.01  # of |f|: a step that raises it by less does not count as rising


class Regime(NamedTuple):
    """name: one word, empty where none fits; remedy: the customary one, a sentence; both to be translated."""

    name: str
    remedy: str


NONE = Regime("", "")
# In the order in which they are asked for: the first that holds is the regime.
REGIMES = (
    Regime("diverging", "Steps and loss grow: the learning rate is too large for the curvature here."),
    Regime("cliff", "The gradient is suddenly many times larger. Clip it, or the step is thrown far away."),
    Regime("oscillating", "Each step undoes much of the last one. Lower the learning rate, or the momentum."),
    Regime("plateau", "Hardly any slope is left. Methods that divide by the gradient's size, such as RMSprop"
                      " and Adam, keep their pace; so does a larger learning rate."),
    Regime("maximum", "The land curves downwards. Gradients lead away from here; Newton's method climbs,"
                      " unless it is damped or takes absolute values."),
    Regime("saddle", "Downhill one way, uphill another. Momentum or noise leads away; Newton's method is"
                     " drawn in, unless it takes absolute values."),
    Regime("ravine", "Much steeper across than along. Momentum, a scale for each coordinate as in Adam, or"
                     " second derivatives help."),
    Regime("bowl", "Curved much alike in all directions: a learning rate near 1/λ leads straight down."),
)  # fmt: skip
NAMES = tuple(regime.name for regime in REGIMES)
REMEDIES = {regime.name: regime.remedy for regime in REGIMES}


def remedy(name: str) -> str:
    """The customary remedy of the regime of this name, a sentence to be translated; empty for none."""
    return REMEDIES.get(name, "")


class Signs(NamedTuple):
    """What regimes are told from, for n steps from x_k to x_{k+1}; nan without a step before, or without H.

    slope, slope_before: ‖∇f‖ at x_k and x_{k-1}; foreseen: ‖∇f + HΔx‖ from x_{k-1} where that step went
    along an upward curve, else 0, for downward ones are the edges of cliffs; land: round x_k; course: how
    the path has gone up to x_{k+1}.
    """

    slope: Array
    slope_before: Array
    foreseen: Array
    land: Land
    course: Course


def told(signs: Signs) -> np.ndarray:
    """The number in REGIMES of each step's regime (n,), -1 where none fits.

    How a path takes the land, single steps do not tell: a lone turn is no oscillation, and with noise every
    other step turns back. So that is asked of the path's course.

    diverging    f rises twice in a row, and the steps grow: turning back, or by a fifth; by more than a
                 hundredth, so that the tremor of small batches is none
    cliff        the slope is 4 times that of the point before, and of what an upward curve there foresaw
    oscillating  four fifths of the last steps have Δx_k · Δx_{k-1} < -½ ‖Δx_k‖ ‖Δx_{k-1}‖
    plateau      slope and all curvatures below 0.01
    maximum      all curvatures negative, but for a twentieth of the largest
    saddle       curvatures of both signs, the negative one at least a twentieth of the other
    ravine       λ_max at least ten times λ_min;  bowl: less than that
    """
    s, c, low, high = signs, signs.course, signs.land.low, signs.land.high
    largest = np.maximum(np.abs(low), np.abs(high))
    with np.errstate(invalid="ignore"):
        rises = (c.rise > RISEN) & (c.rise_before > RISEN)
        rules = (
            rises & (c.growth > 1) & ((c.turn < 0) | (c.growth >= GROWN)),
            (s.slope >= LEAP * np.fmax(s.slope_before, s.foreseen)) & (s.slope > FLAT),
            c.turned >= MOSTLY,
            (s.land.slope < FLAT) & (largest < FLAT),
            (low < 0) & (high <= TILTED * -low),
            (low < 0) & (high > 0) & (-low >= TILTED * high),
            (largest > 1e-12) & (low * STRETCHED <= high),
            (largest > 1e-12) & (low * STRETCHED > high),
        )
    return np.select(rules, range(len(rules)), -1).astype(np.int8)


def regime(
    task: Task, path: Array, losses: Array, explanation: Explanation, before: Explanation | None, row: int = 0
) -> Regime:
    """The regime of a step of a row of path (T, B, d) with losses (T, B); x_{k+1} need not be recorded.

    before: the step before, None for the first.
    """
    e, step, noisy, x = explanation, np.array([explanation.step]), is_noisy(task), path[:, row]
    slope, nothing = norms(e.gradient[None]), np.full(1, np.nan)
    slope_before = foreseen = low = high = nothing
    if before is not None:
        slope_before = norms(before.gradient[None])
        if before.hessian is not None:
            foreseen = _foreseen(before.gradient[None], before.hessian[None], before.change[None])
    if noisy:
        seen = land(task, x, step, noisy)
    else:
        if e.hessian is not None:
            low, high = np.linalg.eigvalsh(_finite(e.hessian))[[0, -1], None]
        seen = Land(slope, low, high)
    first = since(e.step, noisy)
    points = np.concatenate([x[first : e.step + 1], e.next_x[None]])
    f = np.append(losses[first : e.step + 1, row], e.next_f)
    gone = course(points, f, step, noisy, first)
    number = int(told(Signs(slope, slope_before, foreseen, seen, gone))[0])
    return REGIMES[number] if number >= 0 else NONE


def _finite(hessian: Array) -> Array:
    return hessian if np.isfinite(hessian).all() else np.zeros_like(hessian)


def _foreseen(gradient: Array, hessian: Array, step: Array) -> Array:
    """‖∇f + HΔx‖ (n,), 0 where Δxᵀ H Δx < 0."""
    change = np.einsum("nij,nj->ni", hessian, step)
    return np.where(np.sum(change * step, axis=1) < 0, 0.0, norms(gradient + change))


def along(task: Task, path: Array, losses: Array, steps: np.ndarray) -> Array:
    """The numbers (n,) of the regimes of these steps of the first start; none may be the last point."""
    objective, x, noisy = task.objective, path[:, 0], is_noisy(task)
    # The first step has none before it and stands for its own: a slope like the last is no sign of anything.
    before = np.maximum(steps - 1, 0)
    points, place = np.unique(np.concatenate([steps, before]), return_inverse=True)
    slopes = norms(objective.gradient(np.array(x[points], order="F")))[place]
    foreseen = np.full(len(steps), np.nan)
    if objective.dimension <= CURVED:
        at = np.array(x[before], order="F")
        foreseen = _foreseen(objective.gradient(at), objective.hessian(at), x[before + 1] - x[before])
    signs = Signs(slopes[: len(steps)], slopes[len(steps) :], foreseen, land(task, x, steps, noisy),
                  course(x, losses[:, 0], steps, noisy))  # fmt: skip
    return told(signs).astype(np.float64)


def cost(task: Task) -> float:
    """Multiplications for one step of `along`, roughly."""
    return 3.0 * curvature_cost(task) / len(task.starts)
