"""Arithmetic on batches, row by row and the same bit for bit whatever else is in the batch.

Library routines choose the order of their sums by size and layout, so that a row alone and the same row
in a batch may differ in the last bit. Here each sum runs over the coordinates in their order.
"""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array


def each(value: float | Array, batch: int) -> Array:
    """A hyper-parameter, a number or (B, 1), for each row (B,)."""
    given: Array = np.broadcast_to(np.ravel(value), (batch,)).astype(np.float64)
    return given


def dot(a: Array, b: Array) -> Array:
    """aᵀb: (B, d), (B, d) → (B,)."""
    total: Array = a[:, 0] * b[:, 0]
    for j in range(1, a.shape[1]):
        total = total + a[:, j] * b[:, j]
    return total


def outer(a: Array, b: Array) -> Array:
    """a bᵀ: (B, d), (B, e) → (B, d, e)."""
    joined: Array = a[:, :, None] * b[:, None, :]
    return joined


def applied(matrix: Array, vector: Array) -> Array:
    """A v: (B, d, e), (B, e) → (B, d)."""
    total: Array = matrix[:, :, 0] * vector[:, :1]
    for j in range(1, vector.shape[1]):
        total = total + matrix[:, :, j] * vector[:, j : j + 1]
    return total


def product(a: Array, b: Array) -> Array:
    """A B: (B, d, e), (B, e, f) → (B, d, f)."""
    total: Array = a[:, :, :1] * b[:, :1, :]
    for j in range(1, b.shape[1]):
        total = total + a[:, :, j : j + 1] * b[:, j : j + 1, :]
    return total
