"""The exponential average of a series that grows."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.trajectory import Column

BLOCK = 64


class Smoothed:
    """s_k = (1 - β) Σ β^(k-i) y_i / (1 - β^(k+1)): the running average, without the bias of its beginning.

    share: β in (0, 1), the part of the average that is kept. Values that are not finite are left out: the
    average stays as it is. Columns (T, B) are averaged each for itself.

    Source: the correction is Adam's, Kingma & Ba (2015), section 3, https://arxiv.org/abs/1412.6980.
    """

    def __init__(self, share: float) -> None:
        self._share = share
        self._column: Column | None = None
        self._sum: Array | float = 0.0
        self._weight: Array | float = 0.0
        places = np.subtract.outer(np.arange(BLOCK), np.arange(BLOCK))
        self._kernel = np.where(places >= 0, (1 - share) * share ** np.maximum(places, 0.0), 0.0)
        self._fade = share ** np.arange(1.0, BLOCK + 1)[:, None]

    def __len__(self) -> int:
        return 0 if self._column is None else len(self._column)

    def extend(self, values: Array) -> None:
        """Average what comes next (n, B)."""
        for begin in range(0, len(values), BLOCK):
            block = values[begin : begin + BLOCK]
            n, sound = len(block), np.isfinite(block)
            kernel, fade = self._kernel[:n, :n], self._fade[:n]
            total = kernel @ np.where(sound, block, 0.0) + fade * self._sum
            weight = kernel @ sound.astype(np.float64) + fade * self._weight
            self._sum, self._weight = total[-1], weight[-1]
            with np.errstate(all="ignore"):
                made = np.where(weight > 0, total / weight, np.nan)
            if self._column is None:
                self._column = Column(made[0])
                made = made[1:]
            self._column.append(made)

    def rows(self, first: int, last: int) -> Array:
        """The averages of steps first…last (n, B)."""
        assert self._column is not None
        return self._column.rows(first, last + 1)
