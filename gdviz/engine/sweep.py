"""Where a run ends from very many starts, without recording the way: for maps of starts and sweeps."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.oracle import Oracle, Rows

CHUNK = 6144  # rows: few enough to stay in the processor's cache, enough that calls cost little


class Uncounted(Oracle):
    """An oracle that does not count what it is asked."""

    def _count(self, kind: int, rows: Rows, samples: int = 0) -> None:
        pass


def ends(objective: Objective, optimizer: Optimizer, starts: Array, steps: int) -> Array:
    """The points (B, d) after `steps` steps from starts (B, d), computed chunk by chunk.

    The hyper-parameters must be numbers, not (B, 1) arrays. Points that diverge come out as they are:
    not finite or far away.
    """
    found = np.empty(starts.shape, order="F")
    for begin in range(0, len(starts), CHUNK):
        rows = slice(begin, min(begin + CHUNK, len(starts)))
        x = np.array(starts[rows], order="F")
        with np.errstate(all="ignore"):
            memory, oracle = optimizer.init(x), Uncounted(objective, len(x))
            for step in range(steps):
                oracle.step = step
                x, memory = optimizer.step(x, memory, oracle)
        found[rows] = x
    return found
