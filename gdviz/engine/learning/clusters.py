"""Two features and a class: what the data sets of points in a plane share."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.table import CLASSES, Table


def dealt(n: int, classes: int) -> Array:
    """Class numbers (n,), every class as often as the others, or once more."""
    return np.arange(n, dtype=np.float64) % classes


def plane(points: Array, classes: Array, count: int) -> Table:
    """Samples with features x1 and x2 from points (n, 2) and class numbers (n,)."""
    names = tuple(str(c) for c in range(count))
    return Table(points, classes[:, None], ("x1", "x2"), ("class",), CLASSES, names)
