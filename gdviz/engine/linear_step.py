"""The largest learning rate of a method whose step is linear, from the step as a matrix."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from gdviz.engine.arrays import Array

if TYPE_CHECKING:
    from gdviz.engine.optimizer import Optimizer

NEARLY_0 = 1e-300  # the learning rate with which a step is the identity in x
# What is nothing near a minimum, or moves it, or changes the rate, but not what the rate has to be below.
ASIDE = ("clip_norm", "clip_value", "noise", "weight_decay", "schedule")


def stable_below(optimizer: Optimizer, curvature: float) -> float | None:
    """The learning rate from which on a minimum with this largest curvature λ > 0 cannot hold the iterate.

    The spectral radius of the 1×1 or 2×2 matrix A(η) is below 1 where det(I - A) > 0, det(I + A) > 0 and
    det A < 1. Each of these is linear in η for A = `iteration`, so that two learning rates tell where the
    first of them ends: at 2/λ for gradient descent, 2(1 + μ)/λ for momentum, 2(1 + μ)/((1 + 2μ)λ) for
    Nesterov's. Weight decay adds to λ. None where the step is no such matrix, or no learning rate is stable.

    Source: Jury (1962), A simplified stability criterion for linear discrete systems, Proc. IRE 50(6).
    """
    if "lr" not in optimizer.params() or not curvature > 0:
        return None
    bend = curvature + float(getattr(optimizer, "weight_decay", 0.0))
    usual = type(optimizer)()  # without any of these
    aside = {name: getattr(usual, name) for name in ASIDE if name in optimizer.params()}
    return _stable_below(replace(optimizer, lr=1.0, **aside), bend)


@lru_cache(maxsize=8192)
def _stable_below(optimizer: Optimizer, curvature: float) -> float | None:
    found = 2.0 / curvature
    for _ in range(2):  # the second time from close by, where less is lost in rounding
        if not 0.0 < found < np.inf:
            return None
        matrices = [replace(optimizer, lr=rate).iteration(curvature) for rate in (NEARLY_0, found)]
        if any(matrix is None or len(matrix) > 2 for matrix in matrices):
            return None
        still, moved = (_conditions(matrix) for matrix in matrices if matrix is not None)
        falling = moved < still
        if moved[0] <= 0 or not falling.any():
            return None
        found = float((found * still[falling] / (still - moved)[falling]).min())
    return found


def _conditions(matrix: Array) -> Array:
    """det(I - A), det(I + A) and 1 - det A (3,), all positive where the spectral radius is below 1."""
    a, b, c, d = (*matrix[0], 0.0, 0.0, 0.0)[:4] if len(matrix) == 1 else matrix.ravel()
    return np.array([(1 - a) * (1 - d) - b * c, (1 + a) * (1 + d) - b * c, 1 - (a * d - b * c)])
