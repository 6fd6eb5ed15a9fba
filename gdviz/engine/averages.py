"""Running averages and powers, rounded in the order in which torch rounds them."""

from __future__ import annotations

import math
from typing import overload

import numpy as np

from gdviz.engine.arrays import Array


def on(setting: float | Array) -> bool:
    """Whether a setting that 0 switches off is on: for an array, in any row."""
    return bool(setting.any()) if isinstance(setting, np.ndarray) else bool(setting)


def lerp(average: Array, fresh: Array, weight: float | Array) -> Array:
    """average + weight·(fresh - average) as a new array, from the nearer end: exact at weights 0 and 1.

    Source: torch.lerp (aten/src/ATen/native/Lerp.h).
    """
    gap = fresh - average
    if isinstance(weight, np.ndarray):
        return np.where(weight < 0.5, weight * gap + average, fresh - (1 - weight) * gap)
    if weight < 0.5:
        gap *= weight
        gap += average
    else:
        gap *= 1 - weight
        np.subtract(fresh, gap, out=gap)
    return gap


def squares(average: Array, fresh: Array, beta: float | Array) -> Array:
    """β·average + (1 - β)·fresh² as a new array."""
    added = (1 - beta) * fresh
    added *= fresh
    added += beta * average
    return added


@overload
def power(base: float, exponent: float) -> float: ...


@overload
def power(base: float | Array, exponent: float | Array) -> float | Array: ...


def power(base: float | Array, exponent: float | Array) -> float | Array:
    """base ** exponent, for each row of an array the same to the last bit as for that row alone.

    NumPy's own power rounds differently on different processors and lengths. Overflow gives inf.
    """
    if isinstance(base, np.ndarray) or isinstance(exponent, np.ndarray):
        bases, exponents = np.broadcast_arrays(base, exponent)
        pairs = zip(bases.ravel().tolist(), exponents.ravel().tolist(), strict=True)
        return np.array([power(b, e) for b, e in pairs]).reshape(bases.shape)
    try:
        return float(base**exponent)
    except OverflowError:
        return math.inf


SQUARES_WRITTEN = "v = beta2*v + (1 - beta2)*g*g"  # as `squares` rounds it


def lerp_written(beta1: float) -> str:
    """The running average m of g as a line of a script, rounded as `lerp` does."""
    return f"m = {'m + (1 - beta1)*(g - m)' if 1 - beta1 < 0.5 else 'g - beta1*(g - m)'}"


def adam_written(beta1: float, amsgrad: bool, rest: str = "x") -> tuple[str, ...]:
    """Adam's step as lines of a script, rounded in the order of its `step`: the rule says the same otherwise.

    Where a coordinate of the gradient is rounding alone, Adam makes whole steps of it, so that only the same
    roundings give the same path. rest: what the step is taken from.
    """
    largest = ("v_max = max(v_max, v)",) if amsgrad else ()
    return (
        lerp_written(beta1),
        SQUARES_WRITTEN,
        *largest,
        f"below = sqrt({'v_max' if amsgrad else 'v'})/(1 - beta2**t)**0.5 + eps",
        f"x = {rest} - lr/(1 - beta1**t)*m/below",
    )
