"""What the methods share that learn the curvature from the gradients along the way."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from gdviz.engine.arrays import Array, norms
from gdviz.engine.line_search.descent import Descent
from gdviz.engine.oracle import Oracle
from gdviz.engine.rows import dot
from gdviz.spec import declared, param

LEAST = 1e-10  # smallest cosine between step and change of the gradient that says something


@declared
class QuasiNewton(Descent):
    """A descent method whose memory holds `x_last` and `g_last`, and whose natural length is 1."""

    first_name: ClassVar[str] = "first"

    search: str = param("wolfe", "How the length of the step is found.", choices=("exact", "armijo", "wolfe"))
    first_step: float = param(1.0, "First length that is tried; at the start, and after a search that found "
                              "nothing, at most as a distance.", within="(0, inf)", symbol="ᾱ", log=True,
                              low=1e-3, high=10.0, advanced=True)
    c2: float = param(0.9, "Slope that may be left after the step, as a part of the first slope (wolfe).",
                      within="(0, 1)", symbol="c₂", advanced=True)

    def first_length(self) -> tuple[str, ...]:
        """The line of a script that sets the length tried first: 1, but no farther than 1 at the start."""
        return ("first = first_step if alpha > 0 else first_step/max(norm(p), 1)",)

    def pair(self, x: Array, g: Array, memory: Any, oracle: Oracle) -> tuple[Array, Array]:
        """The last step s and the change y of the gradient over it, both (B, d); nan before there is one."""
        return x - memory.x_last, g - self.gradient_before(memory, oracle)

    @staticmethod
    def inverse(matrix: Array) -> Array | None:
        """The estimated Hessian (d, d), from that of its inverse; None where there is none."""
        if not np.isfinite(matrix).all() or np.linalg.cond(matrix) > 1e14:
            return None
        return np.asarray(np.linalg.inv(matrix))

    def useless(self, s: Array, y: Array) -> NDArray[np.bool_]:
        """Whether yᵀs is not clearly positive (B,), so that the pair would spoil the estimate."""
        clear = (dot(s, y) > LEAST * norms(s) * norms(y)) & np.isfinite(1 / dot(s, y)) & (dot(y, y) > 0)
        return np.asarray(~clear)

    def first(self, p: Array, memory: Any) -> Array:
        """The length to try first (B,): 1, but no farther than a distance of 1 where nothing is known."""
        known = memory.alpha[:, 0] > 0
        return np.where(known, 1.0, 1 / np.maximum(norms(p), 1.0))

    def symbols(self, x: Array, memory: Any, new: Any, oracle: Oracle) -> dict[str, Any]:
        known = super().symbols(x, memory, new, oracle)
        return known | {"g_last": self.gradient_before(memory, oracle)}
