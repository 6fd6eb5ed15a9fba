"""An affine layer s = W x + b inside a parameter vector: where its numbers stand and what they are called.

W (out, in) comes first, row by row, then b (out), as in torch.nn.Linear. To multiply, the two are joined
to (B, out, in + 1): the inputs' last row is 1. Without a bias W stands alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gdviz.engine.arrays import Array


@dataclass(frozen=True)
class Layer:
    """outputs, inputs: how many there are, the row of ones not counted; bias: whether there is a b."""

    outputs: int
    inputs: int
    bias: bool = True

    @property
    def size(self) -> int:
        """Number of parameters."""
        return self.outputs * (self.inputs + self.bias)

    def joined(self, theta: Array) -> Array:
        """Parameters (B, size) as matrices (B, out, in + 1), each contiguous in memory."""
        found = np.empty((len(theta), self.outputs, self.inputs + self.bias))
        end = self.outputs * self.inputs
        found[:, :, : self.inputs] = theta[:, :end].reshape(-1, self.outputs, self.inputs)
        if self.bias:
            found[:, :, -1] = theta[:, end:]
        return found

    def flat(self, matrices: Array) -> Array:
        """Matrices (B, out, in + 1) as parameters (B, size)."""
        if not self.bias or self.outputs == 1:
            return matrices.reshape(len(matrices), -1)
        weights = matrices[:, :, :-1].reshape(len(matrices), -1)
        return np.concatenate([weights, matrices[:, :, -1]], axis=1)

    def order(self) -> np.ndarray:
        """For each parameter, its place in the joined matrix read row by row (size,)."""
        places = np.arange(self.size, dtype=np.float64).reshape(1, self.outputs, -1)
        return np.asarray(self.flat(places)[0], dtype=np.intp)

    def names(self, layer: str = "") -> tuple[str, ...]:
        """``w``, ``b`` where there is one of each, else numbered: ``w12`` (output 1, input 2), ``b1``.

        The layer of a network has its number before: ``W1.12``, ``b1.1``.
        """
        letters = (f"W{layer}.", f"b{layer}.") if layer else ("w", "b")
        comma = "," if max(self.outputs, self.inputs) > 9 else ""
        rows = [""] if self.outputs == 1 and not layer else [str(i + 1) for i in range(self.outputs)]
        columns = [""] if self.inputs == 1 and not layer else [str(j + 1) for j in range(self.inputs)]
        weights = [f"{letters[0]}{i}{comma if i and j else ''}{j}" for i in rows for j in columns]
        return (*weights, *(f"{letters[1]}{i}" for i in rows if self.bias))
