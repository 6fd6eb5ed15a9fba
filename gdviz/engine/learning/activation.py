"""Activations of hidden nodes, with their first and second derivatives."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array


class Activation(NamedTuple):
    """value(z) is a; first(z, a) and second(z, a) are φ′ and φ″; at a kink they are those on its left.

    written, written_slope, written_bend: a from z, and φ′ and φ″ from a, as NumPy for scripts.
    """

    formula: str
    value: Callable[[Array], Array]
    first: Callable[[Array, Array], Array]
    second: Callable[[Array, Array], Array]
    written: str
    written_slope: str
    written_bend: str = "np.zeros_like(a)"


def _sigmoid(z: Array) -> Array:
    small = np.exp(-np.abs(z))
    return np.where(z >= 0.0, 1.0, small) / (1.0 + small)


def _flat(z: Array, a: Array) -> Array:
    return np.zeros_like(z)


LEAK = 0.01

ACTIVATIONS: dict[str, Activation] = {
    "tanh": Activation(
        "tanh z", np.tanh, lambda z, a: 1.0 - a * a, lambda z, a: -2.0 * a * (1.0 - a * a),
        "np.tanh(z)", "1 - a*a", "-2*a*(1 - a*a)",
    ),
    "sigmoid": Activation(
        "σ(z)", _sigmoid,
        lambda z, a: a * (1.0 - a), lambda z, a: a * (1.0 - a) * (1.0 - 2.0 * a),
        "sigmoid(z)", "a*(1 - a)", "a*(1 - a)*(1 - 2*a)",
    ),
    "relu": Activation(
        "max(z, 0)", lambda z: np.maximum(z, 0.0), lambda z, a: np.where(z > 0.0, 1.0, 0.0), _flat,
        "np.where(z > 0, z, 0.0)", "np.where(a > 0, 1.0, 0.0)",
    ),
    "leaky-relu": Activation(
        "max(z, 0.01 z)", lambda z: np.where(z > 0.0, z, LEAK * z),
        lambda z, a: np.where(z > 0.0, 1.0, LEAK), _flat,
        f"np.where(z > 0, z, {LEAK}*z)", f"np.where(a > 0, 1.0, {LEAK})",
    ),
    "identity": Activation(
        "z", lambda z: z.copy(), lambda z, a: np.ones_like(z), _flat, "z", "np.ones_like(a)",
    ),
}
