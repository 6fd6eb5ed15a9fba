"""Building batches: columns lie contiguous in memory, which halves the time of large batches."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def columns(*parts: Array) -> Array:
    """Join d arrays (B,) to a batch (B, d) in Fortran order."""
    joined = np.empty((len(parts), *parts[0].shape))
    for i, part in enumerate(parts):
        joined[i] = part
    return joined.T


def symmetric(xx: Array, xy: Array, yy: Array) -> Array:
    """Join the entries (B,) of symmetric 2×2 matrices to (B, 2, 2); numbers stand for constants."""
    joined = np.empty((*np.broadcast_shapes(np.shape(xx), np.shape(xy), np.shape(yy)), 2, 2))
    joined[..., 0, 0] = xx
    joined[..., 0, 1] = xy
    joined[..., 1, 0] = xy
    joined[..., 1, 1] = yy
    return joined


def norms(x: Array) -> Array:
    """Euclidean lengths (…,) of vectors (…, d), without overflow."""
    if x.shape[-1] == 1:
        return np.abs(x[..., 0])
    if x.shape[-1] == 2:
        return np.hypot(x[..., 0], x[..., 1])
    scale = np.max(np.abs(x), axis=-1)
    safe = np.where((scale > 0) & np.isfinite(scale), scale, 1.0)
    lengths: Array = safe * np.sqrt(np.sum((x / safe[..., None]) ** 2, axis=-1))
    return lengths
