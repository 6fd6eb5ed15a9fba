"""The loss along a search direction, and the record of the lengths that were probed on it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gdviz.engine.arrays import Array
from gdviz.engine.oracle import Oracle
from gdviz.engine.rows import applied, dot

Indices = NDArray[np.intp]
ACCEPTED, ARMIJO, CURVATURE = 0.0, 1.0, 2.0  # what a probed length was found to be, or to fail
ROUNDING = 16 * float(np.finfo(np.float64).eps)  # relative differences of losses below this mean nothing


class Ray:
    """φ(α) = f(x + αp) for each row of a batch, with everything that a search found out about it.

    Gradient noise n is the same at all points of a step: it is the gradient of n·x. So that losses and slopes
    belong together, φ is the loss *tilted* by it: φ(α) = f(x + αp) + α n·p.

    f (B,), slope (B,): φ(0), φ′(0); allowance (B,): differences of φ that may be rounding; alpha (B,): the
    accepted length, 0 where there is none; f_reached (B,), g_reached (B, d): loss and gradient there, nan
    where not known; lengths, values, failed (B, most_probes): the probes in their order, nan where unused;
    stuck, unbounded (B,): 1 where no probe lowers φ, and where φ keeps falling.
    """

    def __init__(self, oracle: Oracle, x: Array, p: Array, f: Array, slope: Array, most_probes: int) -> None:
        self._oracle, self._x, self._p = oracle, x, p
        noise = oracle.disturbance(x.shape[1])
        self._tilt = None if noise is None else dot(np.broadcast_to(noise, p.shape), p)
        self._used = np.zeros(len(x), dtype=np.intp)
        self.f, self.slope = f, slope
        self.allowance = ROUNDING * np.abs(f)
        self.alpha = np.zeros(len(x))
        self.f_reached = np.full(len(x), np.nan)
        self.g_reached = np.full(x.shape, np.nan)
        self.lengths, self.values, self.failed = (np.full((len(x), most_probes), np.nan) for _ in range(3))
        self.stuck, self.unbounded = np.zeros(len(x)), np.zeros(len(x))

    def at(self, rows: Indices, alpha: Array) -> Array:
        """x + αp (n, d) for the lengths (n,)."""
        return np.asfortranarray(self._x[rows] + alpha[:, None] * self._p[rows])

    def differ(self, rows: Indices, a: Array, b: Array) -> NDArray[np.bool_]:
        """Whether the lengths a and b (n,) lead to different points of float64 (n,)."""
        return np.asarray((self.at(rows, a) != self.at(rows, b)).any(axis=1))

    def value(self, rows: Indices, alpha: Array) -> Array:
        """φ(α) (n,), recorded as the next probe of these rows; inf where it is not a number."""
        phi = self._oracle.value(self.at(rows, alpha), rows)
        if self._tilt is not None:
            phi = phi + alpha * self._tilt[rows]
        self.lengths[rows, self._used[rows]] = alpha
        self.values[rows, self._used[rows]] = phi
        self._used[rows] += 1
        return np.where(np.isfinite(phi), phi, np.inf)

    def slope_at(self, rows: Indices, alpha: Array) -> Array:
        """φ′(α) (n,)."""
        if not rows.size:  # an objective need not understand an empty batch
            return np.empty(0)
        self.g_reached[rows] = self._oracle.gradient(self.at(rows, alpha), rows)
        return dot(self._p[rows], self.g_reached[rows])

    def bend_at(self, rows: Indices, alpha: Array) -> Array:
        """φ″(α) = pᵀHp (n,)."""
        p = self._p[rows]
        return dot(p, applied(self._oracle.hessian(self.at(rows, alpha), rows), p))

    def judge(self, rows: Indices, verdict: Array | float) -> None:
        """Note what the latest probe of these rows was found to be."""
        self.failed[rows, self._used[rows] - 1] = verdict

    def latest(self, rows: Indices) -> Array:
        """The length probed last (n,), nan before the first."""
        found: Array = np.where(self._used[rows] > 0, self.lengths[rows, self._used[rows] - 1], np.nan)
        return found

    def accept(self, rows: Indices, alpha: Array, phi: Array) -> None:
        """End the search of these rows at the length alpha, where φ is phi."""
        self.alpha[rows] = alpha
        self.f_reached[rows] = phi

    def settle(self, rows: Indices, alpha: Array, phi: Array) -> None:
        """End a search without a length that satisfies it: take the best one known, if it lowers φ."""
        lower = alpha > 0
        self.accept(rows[lower], alpha[lower], phi[lower])
        self.g_reached[rows] = np.nan  # the latest gradient may be that of another probe
        self.stuck[rows[~lower]] = 1.0
