"""What an optimizer may ask about the objective at one step, and what its questions cost."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.batches import Batches, Index
from gdviz.engine.objective import ALL_TERMS, Objective, Terms

VALUE, GRADIENT, HESSIAN, SAMPLES = range(4)
Rows = np.ndarray | slice
ALL = slice(None)
EVERYTHING = Batches()


class Oracle:
    """Answers about `objective` at step `step` (from 0), and counts them for each row of the batch.

    Noise of standard deviation `noise` on each gradient depends on (seed, step) alone and is the same
    for every row and run, so that any step can be replayed and comparisons are paired.

    Where the objective is a mean over samples and `batches` are smaller, values, gradients and Hessians
    are those of the step's batch, which depends on (seed, step) alone too: a line search and Newton's step
    see the same batch as the gradient. Accumulated batches are evaluated one by one and each counts.

    Evaluations of the value, the gradient, the Hessian, and samples of which any of these was computed are
    counted. Where only some rows ask (a line search that ended elsewhere), `rows` says which: an index or
    mask of the batch. What all rows asked together is kept apart, in plain numbers: on one row an addition
    to an array takes as long as a tenth of a step.

    known: points and their full gradient, where the recording has computed it already; held (B, d): the
    sum of the gradients so far, where they are never set to zero.
    """

    def __init__(
        self, objective: Objective, batch: int, seed: int = 0, noise: float = 0.0,
        batches: Batches = EVERYTHING,
    ) -> None:
        self.objective = objective
        self.seed = seed
        self.noise = noise
        self.batches = batches
        self.step = 0
        self.together = [0, 0, 0, 0]
        self.apart: np.ndarray | None = None  # (4, B), from the first question that not all rows ask
        self._batch = batch
        self.known: tuple[Array, Array] | None = None
        self.held = None if batches.zero_grad else np.zeros((batch, objective.dimension))
        self._dealt: tuple[int, tuple[Index, ...]] | None = None
        self._drawn: tuple[int, Array] | None = None  # a generator takes longer than a whole step

    @property
    def varies(self) -> bool:
        """Whether the same question has another answer at another step, so that no answer can be kept."""
        return self.noise > 0 or self.held is not None or not self.batches.full(self.objective.terms)

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

    @property
    def counts(self) -> np.ndarray:
        """What each row has cost so far, (4, B): values, gradients, Hessians, samples."""
        every = np.repeat(np.array(self.together)[:, None], self._batch, axis=1)
        return every if self.apart is None else every + self.apart

    def _count(self, kind: int, rows: Rows, samples: int = 0) -> None:
        if rows is ALL:
            self.together[kind] += 1
            self.together[SAMPLES] += samples
            return
        if self.apart is None:
            self.apart = np.zeros((4, self._batch), dtype=np.int64)
        self.apart[kind, rows] += 1
        self.apart[SAMPLES, rows] += samples

    def value(self, x: Array, rows: Rows = ALL) -> Array:
        """f at x: (B, d) → (B,)."""
        return self._mean(self.objective.batch_value, x, rows, VALUE)

    @cached_property
    def lowest(self) -> float | None:
        """f at the objective's lowest known minimum, None where none is known; it costs nothing."""
        return self.objective.lowest()

    def gradient(self, x: Array, rows: Rows = ALL, noise: float | Array = 0.0) -> Array:
        """∇f at x, with the noise of this step: (B, d) → (B, d); `noise` replaces the oracle's own if > 0."""
        if self.known is not None and x is self.known[0]:
            self._count(GRADIENT, rows, self.objective.terms)
            g = self.known[1].copy()
        else:
            g = self._mean(self.objective.batch_gradient, x, rows, GRADIENT)
        disturbance = self.disturbance(x.shape[1], noise)
        if disturbance is not None:
            g = g + disturbance
        if self.held is not None:
            self.held[rows] += g
            g = self.held[rows].copy()
        return g

    def hessian(self, x: Array, rows: Rows = ALL) -> Array:
        """The second derivatives at x: (B, d) → (B, d, d)."""
        return self._mean(self.objective.batch_hessian, x, rows, HESSIAN)

    def _mean(self, ask: Callable[[Array, Terms], Array], x: Array, rows: Rows, kind: int) -> Array:
        """The mean of the answers about the step's batches, weighted by their numbers of samples."""
        terms = self.objective.terms
        if self.batches.full(terms):
            self._count(kind, rows, terms)
            return ask(x, ALL_TERMS)
        if self._dealt is None or self._dealt[0] != self.step:
            self._dealt = self.step, self.batches.drawn(self.step, terms, self.seed)
        parts = self._dealt[1]
        for index in parts:
            self._count(kind, rows, len(index))
        if len(parts) == 1:
            return ask(x, parts[0])
        total = sum(len(index) * ask(x, index) for index in parts)
        return np.asarray(total / sum(map(len, parts)))
