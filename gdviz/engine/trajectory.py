"""The record of one run: everything, at every step, in growing columns."""

from __future__ import annotations

from typing import Any

import numpy as np

from gdviz.engine.arrays import Array


class Column:
    """Blocks of rows appended at the end of an array that doubles when full; reading copies nothing."""

    def __init__(self, first: np.ndarray) -> None:
        self._rows = np.empty((64, *first.shape), dtype=first.dtype)
        self._rows[0] = first
        self._count = 1

    def __len__(self) -> int:
        return self._count

    def append(self, block: np.ndarray) -> None:
        """Append rows (n, …)."""
        end = self._count + len(block)
        if end > len(self._rows):
            grown = np.empty((max(end, 2 * len(self._rows)), *self._rows.shape[1:]), self._rows.dtype)
            grown[: self._count] = self._rows[: self._count]
            self._rows = grown
        self._rows[self._count : end] = block
        self._count = end

    def rows(self, begin: int = 0, end: int | None = None) -> np.ndarray:
        """A read-only view of rows begin…end."""
        view = self._rows[begin : self._count if end is None else min(end, self._count)]
        view.flags.writeable = False
        return view

    def __getitem__(self, k: int) -> np.ndarray:
        row: np.ndarray = self.rows(k, k + 1)[0]
        return row


class Trajectory:
    """x (T, B, d); loss, grad_norm (T, B) of the full objective; counts (T, 4, B); memory (T, B, …).

    seconds (T,): time that the steps so far have taken, all starts together; as it was measured, so that no
    two recordings are alike in it: it plays no part in what a run is.

    held (T, B, d): the sum of the gradients so far, where they are never set to zero, else None.
    """

    def __init__(
        self, x: Array, loss: Array, grad_norm: Array, memory: Any, held: Array | None = None
    ) -> None:
        self.x = Column(x)
        self.loss = Column(loss)
        self.grad_norm = Column(grad_norm)
        self.counts = Column(np.zeros((4, len(x)), dtype=np.int64))
        self.seconds = Column(np.zeros(()))
        self.held = None if held is None else Column(held)
        self._memory_type = type(memory)
        self.memory = {name: Column(leaf) for name, leaf in memory._asdict().items()}

    @property
    def steps(self) -> int:
        """Steps recorded so far: T - 1."""
        return len(self.x) - 1

    def remembered(self, k: int) -> Any:
        """The memory after k steps, as the optimizer's NamedTuple."""
        return self._memory_type(**{name: column[k] for name, column in self.memory.items()})
