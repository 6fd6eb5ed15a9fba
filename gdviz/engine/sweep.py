"""Where a run ends from very many starts, without recording the way: for maps of starts and sweeps."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.batches import Batches
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.oracle import EVERYTHING, Oracle, Rows

CHUNK = 6144  # rows: few enough to stay in the processor's cache, enough that calls cost little


class Uncounted(Oracle):
    """An oracle that does not count what it is asked."""

    def _count(self, kind: int, rows: Rows, samples: int = 0) -> None:
        pass


def chunks(
    objective: Objective, optimizer: Optimizer, starts: Array, steps: int, seed: int = 0, noise: float = 0.0,
    batches: Batches = EVERYTHING,
) -> Iterator[tuple[slice, Array]]:
    """Yield (rows, points after `steps` steps (n, d)) chunk by chunk, for starts (B, d).

    The hyper-parameters must be numbers, not (B, 1) arrays. Points that diverge come out as they are:
    not finite or far away.
    """
    for begin in range(0, len(starts), CHUNK):
        rows = slice(begin, min(begin + CHUNK, len(starts)))
        x = np.array(starts[rows], order="F")
        with np.errstate(all="ignore"):
            memory = optimizer.init(x)
            oracle = Uncounted(objective, len(x), seed, noise, batches)
            for k in range(steps):
                oracle.step = k
                x, memory = optimizer.step(x, memory, oracle)
        yield rows, x


def ends(
    objective: Objective, optimizer: Optimizer, starts: Array, steps: int, seed: int = 0, noise: float = 0.0,
    batches: Batches = EVERYTHING,
) -> Array:
    """The points (B, d) after `steps` steps from starts (B, d)."""
    found = np.empty(starts.shape, order="F")
    for rows, x in chunks(objective, optimizer, starts, steps, seed, noise, batches):
        found[rows] = x
    return found
