"""What the curvature at a point says about the learning rate: stable or not, how slow at best."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.explanation.reason import Reason
from gdviz.engine.line_search.descent import Descent
from gdviz.engine.objective import Objective, Point
from gdviz.engine.optimizer import Optimizer

FLAT = 1e-12  # part of the largest |λ| below which an eigenvalue counts as 0
MOST_MINIMA = 4096  # of so many known minima the limits are computed


@dataclass(frozen=True, eq=False)
class Stability:
    """The eigenvalues (d,) of H at x, ascending, and what they allow.

    rate: the step's learning rate η, nan where there is none; limit: the method's own, from which on this
    λ_max cannot hold the iterate, None where none is known; searched: it finds each step's length itself;
    plain: the step is -η ∇f, not clipped and not of another gradient; summed: it follows -η Σ ∇f, a sum that
    is never set to zero.
    On a parabola the error along the eigenvector of λ is multiplied by 1 - ηλ in each step of gradient
    descent: it shrinks while ηλ < 2.

    Source: Nesterov (2004), Introductory Lectures on Convex Optimization, Theorem 2.1.15 (2/(λ_min + λ_max)).
    """

    eigenvalues: Array
    rate: float
    limit: float | None
    searched: bool = False
    plain: bool = True
    summed: bool = False

    @property
    def lowest(self) -> float:
        """λ_min, 0 where it is lost in rounding."""
        return self._seen(float(self.eigenvalues[0]))

    @property
    def highest(self) -> float:
        """λ_max, 0 where it is lost in rounding."""
        return self._seen(float(self.eigenvalues[-1]))

    def _seen(self, value: float) -> float:
        return value if abs(value) > FLAT * float(np.abs(self.eigenvalues).max()) else 0.0

    @property
    def condition(self) -> float:
        """κ = λ_max / λ_min where H is positive definite, else nan."""
        return self.highest / self.lowest if self.lowest > 0 else np.nan

    @property
    def best_rate(self) -> float:
        """2 / (λ_min + λ_max), with which gradient descent shrinks the worst error fastest; else nan."""
        return 2.0 / (self.lowest + self.highest) if self.lowest > 0 else np.nan

    @property
    def descends(self) -> bool:
        """Whether the limit is gradient descent's own, η λ_max < 2, and with it what theory says of that."""
        return self.most is not None and abs(self.most - 2.0) <= 1e-9

    @property
    def reach(self) -> float:
        """η λ_max, nan without a learning rate."""
        return self.rate * self.highest

    @property
    def most(self) -> float | None:
        """What η λ_max has to stay below: 2 for gradient descent; None where nothing is known."""
        return None if self.limit is None or self.highest <= 0 else self.limit * self.highest

    @property
    def verdict(self) -> Reason:
        """What becomes of the error along the steepest direction, as far as f is a parabola."""
        if self.highest <= 0:
            return Reason("No direction curves upwards here: this curvature sets no limit.")
        if self.most is None:
            return self._without_limit()
        part = self.reach / self.most
        if not (self.descends and self.plain):
            if part >= 1:
                return Reason("The learning rate is {times} times what a parabola of this curvature can "
                              "hold.", {"times": part})
            return Reason("The learning rate is {part} % of what this curvature can hold.",
                          {"part": 100 * part})
        left = abs(1 - self.reach)
        if self.reach <= 1:
            return Reason("Along the steepest direction each step leaves {left} % of the error.",
                          {"left": 100 * left})
        if part < 1:
            return Reason("Along the steepest direction each step overshoots and leaves {left} % of the "
                          "error, on the other side.", {"left": 100 * left})
        return Reason("Along the steepest direction each step overshoots and makes the error {times} times "
                      "as large: a parabola this steep cannot hold the iterate.", {"times": left})

    def _without_limit(self) -> Reason:
        if self.summed:
            return Reason("Steps along a sum that is never set to zero do not settle: below ηλ = 4 they "
                          "swing about the minimum for ever, above it they grow.")
        if self.searched:
            return Reason("This method searches for the length of each step: no learning rate can be too "
                          "large.")
        if np.isnan(self.rate):
            return Reason("This method has no learning rate.")
        return Reason("No limit is known for this method: 2/λ is that of gradient descent.")

    @property
    def shape(self) -> Reason | None:
        """Why there is no condition number; None where H is positive definite."""
        if self.lowest > 0:
            return None
        if self.lowest == self.highest == 0:
            return Reason("H is 0: f has no curvature here.")
        if self.lowest == 0:
            return Reason("The smallest eigenvalue is 0: along its direction f has no curvature, and κ is "
                          "infinite.")
        if self.highest > 0 and self.descends and self.plain and self.rate > 0:
            return Reason("Eigenvalues of both signs: f bends like a saddle here, and there is no κ. Along "
                          "the direction that curves downwards each step makes the distance {times} times as "
                          "large.", {"times": 1 - self.rate * self.lowest})
        if self.highest > 0:
            return Reason("Eigenvalues of both signs: f bends like a saddle here, and there is no κ.")
        return Reason("No eigenvalue is positive: f bends like a maximum here, and there is no κ.")

    def rows(self) -> Iterator[tuple[str, str, float | Array]]:
        """Name, symbol and number of all that is known."""
        yield "eigenvalues", "λ", self.eigenvalues
        if self.lowest > 0:
            yield "condition number", "κ = λ_max / λ_min", self.condition
            if self.descends:
                yield "best fixed rate", "2 / (λ_min + λ_max)", self.best_rate
        if self.most is not None and self.limit is not None:
            yield "stability", "η λ_max", self.reach
            yield "stable below", "η λ_max <", self.most
            yield "largest stable rate", "η <", self.limit


def stability(
    hessian: Array | None, optimizer: Optimizer, rate: float, plain: bool = True, summed: bool = False
) -> Stability | None:
    """What H (d, d) allows; None where it is not known or not finite; plain, summed: as in Stability."""
    if hessian is None or not np.isfinite(hessian).all():
        return None
    eigenvalues = np.asarray(np.linalg.eigvalsh(hessian), dtype=np.float64) + 0.0  # -0.0 would be shown
    found = Stability(eigenvalues, rate, None, isinstance(optimizer, Descent), plain)
    if found.highest <= 0:
        return found
    limited = replace(found, limit=optimizer.stable_below(found.highest))
    return replace(found, summed=limited.descends) if summed else limited


class Hold(NamedTuple):
    """A known minimum, its value and largest curvature λ, and the learning rate from which on it is lost."""

    point: Point
    value: float
    curvature: float
    limit: float


def holds(optimizer: Optimizer, objective: Objective, summed: bool = False) -> tuple[Hold, ...]:
    """The limit of each known minimum, the lowest minimum first; none where the method has no limit.

    summed: it follows the sum of all gradients, and settles in no minimum.
    """
    if summed:
        return ()
    found = []
    for point, value, curvature in _bends(objective):
        limit = optimizer.stable_below(curvature)
        if limit is None:
            return ()
        found.append(Hold(point, value, curvature, limit))
    return tuple(found)


@lru_cache(maxsize=4)
def _bends(objective: Objective) -> tuple[tuple[Point, float, float], ...]:
    """Point, value and largest eigenvalue of every known minimum that curves upwards, the lowest first."""
    points = objective.minima[:MOST_MINIMA]
    if not points:
        return ()
    at = np.array(points)
    with np.errstate(all="ignore"):
        values, hessians = objective.value(at), objective.hessian(at)
    sound = np.asarray(np.isfinite(hessians).all(axis=(1, 2)))
    curvatures = np.linalg.eigvalsh(np.where(sound[:, None, None], hessians, 0.0))[:, -1]
    kept = [(points[i], float(values[i]), float(curvatures[i])) for i in np.flatnonzero(curvatures > 0)]
    return tuple(sorted(kept, key=lambda minimum: minimum[1]))
