"""Line searches: how far to go along a direction. Every row of a batch searches for itself.

A probe that is not finite counts as too high. No search asks more often than the ray has room for, nor
goes on where the next point would be the same in float64. Losses that differ by less than
`Ray.allowance`, sixteen units in the last place of φ(0), are compared by their slopes instead.
"""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.line_search.ray import ACCEPTED, ARMIJO, CURVATURE, Indices, Ray

LEVEL = 1e-12  # part of the first slope that an exact search takes for none
GROWTH = 2.0  # from one length to the next, until a minimum is bracketed
LEAP = 100.0  # most that one step of Newton's method may lengthen, until a minimum is bracketed
MARGIN = 0.1  # part of the bracket that an interpolated length keeps from its ends


def armijo(ray: Ray, rows: Indices, first: Array, c1: Array, shrink: Array) -> None:
    """Backtracking: the first of the lengths ᾱ, ρᾱ, ρ²ᾱ, … with a sufficient decrease.

    φ(α) ≤ φ(0) + c₁ α φ′(0)

    rows: the n rows that search; first ᾱ, c1, shrink ρ: (B,). Because rounding can hide c₁ α φ′(0), the
    loss must also be lower than φ(0).

    Source: Nocedal & Wright (2006), Numerical Optimization, 2nd ed., Algorithm 3.1.
    """
    alpha, zero = first.copy(), np.zeros(len(first))
    for _ in range(ray.lengths.shape[1]):
        rows = rows[ray.differ(rows, alpha[rows], zero[rows])]
        if not rows.size:
            return
        a = alpha[rows]
        phi = ray.value(rows, a)
        good = (phi <= ray.f[rows] + c1[rows] * a * ray.slope[rows]) & (phi < ray.f[rows])
        ray.judge(rows, np.where(good, ACCEPTED, ARMIJO))
        ray.accept(rows[good], a[good], phi[good])
        ray.stuck[rows] = phi > ray.f[rows] + ray.allowance[rows]  # of the latest probe, once all are used
        rows = rows[~good]
        alpha[rows] *= shrink[rows]


def wolfe(ray: Ray, rows: Indices, first: Array, c1: Array, c2: Array) -> None:
    """A length that satisfies the strong Wolfe conditions.

    φ(α) ≤ φ(0) + c₁ α φ′(0)  and  |φ′(α)| ≤ c₂ |φ′(0)|

    Lengths grow until they bracket such a length; the bracket shrinks by cubic interpolation, quadratic
    where the slope at its far end is not known. If no probe satisfies both, the lowest that satisfies
    the first is taken (its verdict stays CURVATURE).

    Source: Nocedal & Wright (2006), Numerical Optimization, 2nd ed., Algorithms 3.5, 3.6 and (3.57), (3.59).
    """
    _bracketed(ray, rows, first.copy(), c1, c2, newton=False)


def exact(ray: Ray, rows: Indices, first: Array) -> None:
    """The first local minimiser of φ that the search meets, to the last digits.

    φ′(α) = 0 by Newton's method, α ← α - φ′(α)/φ″(α), with the Hessian along p: on a quadratic its first
    length is the minimiser, unless that is more than a hundred times ᾱ. Where φ″ ≤ 0, or Newton's length
    leaves the bracket of a minimiser, the length is interpolated, or doubled while there is no bracket. A
    minimiser between two probes that show no sign of it is passed over: the first that is met need not be
    the nearest.

    Source: Nocedal & Wright (2006), Numerical Optimization, 2nd ed., section 3.5; the safeguard: Press et
    al. (2007), Numerical Recipes, 3rd ed., section 9.4.
    """
    alpha = first.copy()
    bend = ray.bend_at(rows, np.zeros(len(rows)))
    stride = -ray.slope[rows] / np.where(bend > 0, bend, np.nan)
    alpha[rows] = np.where(stride > 0, np.minimum(stride, LEAP * alpha[rows]), alpha[rows])
    none = np.zeros(len(first))
    _bracketed(ray, rows, alpha, none, np.full(len(first), LEVEL), newton=True)


def _bracketed(ray: Ray, rows: Indices, trial: Array, c1: Array, c2: Array, newton: bool) -> None:
    """Search for a sufficiently small slope, from the lengths `trial` on, between `low` and `high`.

    low: the lowest length so far, from which φ falls towards high; high: infinite until a minimiser lies
    between the two. s_high is nan where the slope was not asked for.
    """
    every, f, slope, slack = rows, ray.f, ray.slope, ray.allowance
    low, f_low, s_low = np.zeros(len(f)), f.copy(), slope.copy()
    high, f_high, s_high = np.full(len(f), np.inf), np.full(len(f), np.inf), np.full(len(f), np.nan)
    done = np.zeros(len(f), dtype=bool)
    for _ in range(ray.lengths.shape[1]):
        moves = ray.differ(rows, trial[rows], low[rows])
        if newton:  # the minimiser is less than one floating-point step from the latest probe
            here = rows[~moves & (ray.latest(rows) == low[rows])]
            ray.judge(here, ACCEPTED)
            ray.accept(here, low[here], f_low[here])
            done[here] = True
        rows = rows[moves]
        if not rows.size:
            break
        a = trial[rows]
        phi = ray.value(rows, a)
        ray.judge(rows, ARMIJO)
        lower = phi <= np.minimum(f[rows] + c1[rows] * a * slope[rows], f_low[rows]) + slack[rows]
        above, asked = rows[~lower], rows[lower]
        high[above], f_high[above], s_high[above] = a[~lower], phi[~lower], np.nan

        a, phi = a[lower], phi[lower]
        s = ray.slope_at(asked, a)
        good = np.abs(s) <= -c2[asked] * slope[asked]
        ray.judge(asked, np.where(good, ACCEPTED, CURVATURE))
        ray.accept(asked[good], a[good], phi[good])
        done[asked[good]] = True
        unknown = ~np.isfinite(s)
        beyond = asked[unknown]
        high[beyond], f_high[beyond], s_high[beyond] = a[unknown], np.inf, np.nan

        left = ~unknown & ~good
        asked, a, phi, s = asked[left], a[left], phi[left], s[left]
        back = asked[s * (high[asked] - low[asked]) >= 0]
        high[back], f_high[back], s_high[back] = low[back], f_low[back], s_low[back]
        low[asked], f_low[asked], s_low[asked] = a, phi, s

        rows = rows[~done[rows]]
        trial[rows] = _between(*(part[rows] for part in (low, f_low, s_low, high, f_high, s_high)))
        if newton and asked.size:
            bend = ray.bend_at(asked, a)
            span = high[asked] - a
            stride = np.clip(-s / np.where(bend > 0, bend, np.nan), -a, LEAP * a)
            trial[asked] = np.where((stride * span > 0) & (np.abs(stride) < np.abs(span)), a + stride,
                                    trial[asked])
    left_over = every[~done[every] & ~np.isnan(ray.lengths[every, 0])]
    fell = f_low[left_over] < f[left_over] - slack[left_over]
    endless = np.isinf(high[left_over]) & fell
    ray.unbounded[left_over[endless]] = 1.0
    closed = left_over[~endless]
    ray.settle(closed, low[closed], f_low[closed])


def _between(low: Array, f_low: Array, s_low: Array, high: Array, f_high: Array, s_high: Array) -> Array:
    """The next length (n,): interpolated well inside the bracket, or longer while there is none."""
    span = high - low
    quadratic = -s_low * span**2 / (2 * (f_high - f_low - s_low * span))
    d1 = s_low + s_high - 3 * (f_high - f_low) / span
    d2 = np.sign(span) * np.sqrt(d1 * d1 - s_low * s_high)
    cubic = span - span * (s_high + d2 - d1) / (s_high - s_low + 2 * d2)
    part = np.where(np.isfinite(cubic), cubic, quadratic) / span
    inside = np.clip(np.where(np.isfinite(part), part, 0.5), MARGIN, 1 - MARGIN)
    return np.where(np.isinf(high), GROWTH * low, low + inside * span)
