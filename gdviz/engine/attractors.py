"""The points in which runs on an objective end: known minima, and stationary points found at their ends."""

from __future__ import annotations

import math

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.objective import Objective

NEAR = 0.005  # of the box's diagonal: an end as near as that has arrived
APART = 3.0  # the distance of two known minima is at least so many times as large as what counts as near
KNOWN = 256  # known minima that are looked at
MOST = 512  # points that are found besides; more are no basins but a flat bottom
FEW = 16  # places at a time that are compared with all points at once
ASKED = 64  # ends at a time from which unknown points are looked for
REFINED = 8  # Newton steps to such a point
EXACT = 1e-6  # of the slope at the edge of what is near: less than that is none
SINGULAR = 1e-10  # eigenvalues whose ratio is smaller leave open where the point lies


class Attractors:
    """points: known minima first, in their order; others as they are found. radius: what counts as near."""

    def __init__(self, objective: Objective) -> None:
        self.objective = objective
        known = np.array(objective.minima[:KNOWN], dtype=np.float64).reshape(-1, objective.dimension)
        low, high = np.array(objective.box, dtype=np.float64).T
        self.radius = NEAR * float(np.linalg.norm(high - low))
        if len(known) > 1:
            apart = norms(known[:, None] - known[None])
            self.radius = min(self.radius, float(apart[apart > 0.0].min(initial=math.inf)) / APART)
        self.points = known
        self._most = len(known) + MOST

    def nearest(self, x: Array) -> np.ndarray:
        """The number of the point near each end x (n, d), or -1; unknown ones are looked for first."""
        found = self._near(x)
        lost = np.flatnonzero(found < 0)
        if len(lost) and len(self.points) < self._most and self._look(x[lost]):
            found[lost] = self._near(x[lost])
        return found

    def _near(self, x: Array) -> np.ndarray:
        if not len(self.points):
            return np.full(len(x), -1)
        if len(x) <= FEW:
            away = norms(x[:, None] - self.points[None])
            near = away.argmin(axis=1)
            return np.where(away[np.arange(len(x)), near] <= self.radius, near, -1)
        best, least = np.full(len(x), -1), np.full(len(x), self.radius)
        for number, point in enumerate(self.points):
            away = norms(x - point)
            closer = away <= least
            best[closer], least[closer] = number, away[closer]
        return best

    def _look(self, x: Array) -> bool:
        """Add the stationary points near some of x (n, d); whether there are any."""
        _, chosen = np.unique(np.rint(x / self.radius), axis=0, return_index=True)
        before = len(self.points)
        for point in self._refined(x[np.sort(chosen)[:ASKED]]):
            if self._near(point[None])[0] < 0 and len(self.points) < self._most:
                self.points = np.concatenate([self.points, point[None]])
        return len(self.points) > before

    def _refined(self, x: Array) -> Array:
        """The stationary points (k, d) that Newton's method finds near some of x (n, d).

        Where the curvature vanishes in some direction none is found: it lies anywhere along that.
        """
        at, good = x.copy(), np.ones(len(x), dtype=bool)
        with np.errstate(all="ignore"):
            for _ in range(REFINED):
                slope, bend = self.objective.gradient(at), self.objective.hessian(at)
                good &= np.isfinite(slope).all(axis=1) & np.isfinite(bend).all(axis=(1, 2))
                safe = np.where(good[:, None, None], bend, np.eye(x.shape[1]))
                sizes = np.abs(np.linalg.eigvalsh(safe))
                good &= sizes.min(axis=1) > SINGULAR * sizes.max(axis=1)
                safe = np.where(good[:, None, None], safe, np.eye(x.shape[1]))
                at = at - np.linalg.solve(safe, np.where(good[:, None], slope, 0.0)[:, :, None])[:, :, 0]
                good &= norms(at - x) <= 2 * self.radius
                at = np.where(good[:, None], at, x)
                if not good.any():
                    break
            steep = norms(self.objective.gradient(at))
            good &= steep <= EXACT * self.radius * sizes.max(axis=1)
        return np.asarray(at[good])
