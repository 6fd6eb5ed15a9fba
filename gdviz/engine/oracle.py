"""What an optimizer may ask about the objective at one step, and what its questions cost."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective

VALUE, GRADIENT, HESSIAN, SAMPLES = range(4)
Rows = np.ndarray | slice
ALL = slice(None)


class Oracle:
    """Answers about `objective` at step `step` (from 0), and counts them for each row of the batch.

    Noise of standard deviation `noise` on each gradient depends on (seed, step) alone and is the same
    for every row and run, so that any step can be replayed and comparisons are paired.

    counts is (4, B): evaluations of the value, the gradient, the Hessian, and samples read. Where only
    some rows ask (a line search that ended elsewhere), `rows` says which: an index or mask of the batch.
    """

    def __init__(self, objective: Objective, batch: int, seed: int = 0, noise: float = 0.0) -> None:
        self.objective = objective
        self.seed = seed
        self.noise = noise
        self.step = 0
        self.counts = np.zeros((4, batch), dtype=np.int64)
        self._drawn: tuple[int, Array] | None = None  # a generator takes longer than a whole step

    @property
    def varies(self) -> bool:
        """Whether the same question has another answer at another step, so that no answer can be kept."""
        return self.noise > 0

    def disturbance(self, dimension: int, noise: float | Array = 0.0) -> Array | None:
        """The noise (d,) on every gradient of this step, or None where there is none.

        `noise` (B, 1) may differ from row to row; the draw is the same, and the answer (B, d).
        """
        sigma: float | Array = (
            noise or self.noise
            if not isinstance(noise, np.ndarray)
            else (np.where(noise > 0, noise, self.noise))
        )
        if not isinstance(sigma, np.ndarray) and not sigma:
            return None
        if self._drawn is None or self._drawn[0] != self.step or len(self._drawn[1]) != dimension:
            rng = np.random.default_rng((self.seed, self.step))
            self._drawn = self.step, rng.standard_normal(dimension)
        disturbance: Array = sigma * self._drawn[1]
        return disturbance

    def _count(self, kind: int, rows: Rows) -> None:
        self.counts[kind, rows] += 1

    def value(self, x: Array, rows: Rows = ALL) -> Array:
        """f at x: (B, d) → (B,)."""
        self._count(VALUE, rows)
        return self.objective.value(x)

    @cached_property
    def lowest(self) -> float | None:
        """f at the objective's lowest known minimum, None where none is known; it costs nothing."""
        return self.objective.lowest()

    def gradient(self, x: Array, rows: Rows = ALL, noise: float | Array = 0.0) -> Array:
        """∇f at x, with the noise of this step: (B, d) → (B, d); `noise` replaces the oracle's own if > 0."""
        self._count(GRADIENT, rows)
        g = self.objective.gradient(x)
        disturbance = self.disturbance(x.shape[1], noise)
        return g if disturbance is None else g + disturbance

    def hessian(self, x: Array, rows: Rows = ALL) -> Array:
        """The second derivatives at x: (B, d) → (B, d, d)."""
        self._count(HESSIAN, rows)
        return self.objective.hessian(x)
