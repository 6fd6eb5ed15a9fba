"""Steepest descent with a searched step."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.line_search.descent import Descent
from gdviz.engine.oracle import Oracle
from gdviz.spec import register


class Memory(NamedTuple):
    """The search of the last step, as `Descent` describes it."""

    p: Array  # direction (B, d)
    alpha: Array  # accepted length (B, 1)
    lengths: Array  # probed lengths (B, most_probes)
    values: Array  # the loss there
    failed: Array  # 0 accepted, 1 too high, 2 too steep
    stuck: Array  # 1 where no probe lowers the loss (B, 1)
    unbounded: Array  # 1 where the loss keeps falling (B, 1)
    f: Array  # loss at the point reached (B, 1)
    g: Array  # gradient at the point reached (B, d)


@register
class LineSearch(Descent):
    """Straight downhill, as far as a search along the ray says.

    x ← x + α p with p = -g. With an exact search each direction is at right angles to the one before:
    the path zigzags.

    Source: Cauchy (1847), Comptes rendus 25, 536-538; Nocedal & Wright (2006), Numerical Optimization, 2nd
    ed., sections 3.1 and 3.3.
    """

    label = "Steepest descent with line search"
    short = "Line search"
    about = "Straight downhill; a search along the ray finds the length of each step."

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return ("p = -g", "x = x + alpha*p")

    def init(self, x: Array) -> Memory:
        return Memory(**self.blank(x))

    @np.errstate(all="ignore")
    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.gradient(x, memory, oracle)
        x, found = self.advance(x, -g, g, memory, oracle)
        return x, Memory(**found)
