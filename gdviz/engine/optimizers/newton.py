"""Newton's method."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.oracle import Oracle
from gdviz.engine.rows import applied
from gdviz.spec import param, register


class Memory(NamedTuple):
    """singular: 1 where the Hessian could not be inverted at the last step (B, 1)."""

    singular: Array


@register
class Newton(Optimizer):
    """Jumps to where the gradient of the local parabola vanishes.

    x ← x - η H⁻¹ g, with H as it is (exact: it may climb to a maximum), with the absolute values of its
    eigenvalues (absolute: always downhill), or with λ added to them (damped).

    Source: Nocedal & Wright (2006), Numerical Optimization, 2nd ed., section 3.3; the absolute values:
    Dauphin et al. (2014), https://arxiv.org/abs/1406.2572; the damping: Levenberg (1944).
    """

    label = "Newton"
    about = "Jumps to where the local parabola has no slope: its minimum, or its maximum."
    group = "Second order"
    halts: ClassVar[Mapping[str, str]] = {
        "singular": "the Hessian is singular here: Newton's step is undefined"
    }

    lr: float = param(1.0, "Fraction of Newton's step that is taken.", within="(0, inf)", symbol="η",
                      low=0.05, high=2.0)
    hessian: str = param("exact", "What is done about curvature that is not positive.",
                         choices=("exact", "absolute", "damped"))
    damping: float = param(1.0, "Added to every eigenvalue of the Hessian when it is damped.",
                           within="[0, inf)", symbol="λ", advanced=True)

    @property
    def _used(self) -> str:
        """The matrix that is inverted, as an expression."""
        return {"exact": "H", "absolute": "abs(H)", "damped": "H + damping*I"}[self.hessian]

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (f"x = x - lr*solve({self._used}, g)",)

    def asks(self) -> tuple[str, ...]:
        singular = (f"if not cond({self._used}) < 1e14:", "    break  # the Hessian is singular")
        return (*super().asks(), "H = hessian(x)", *singular)

    def rate(self, step: int) -> float | Array:
        return self.lr

    def iteration(self, curvature: float) -> Array | None:
        used = {"exact": curvature, "absolute": abs(curvature), "damped": curvature + self.damping}
        return np.array([[1.0 - self.lr * curvature / used[self.hessian]]])

    def init(self, x: Array) -> Memory:
        return Memory(np.zeros((len(x), 1)))

    def treated(self, h: Array) -> tuple[Array, Array]:
        """Eigenvalues (B, d), treated as `hessian` says, and eigenvectors (B, d, d) of Hessians (B, d, d)."""
        finite = np.asarray(np.isfinite(h).all(axis=(1, 2)))
        values, vectors = np.linalg.eigh(np.where(finite[:, None, None], h, 0.0))
        if self.hessian == "absolute":
            values = np.abs(values)
        elif self.hessian == "damped":
            values = values + self.damping
        return values, vectors

    def model(self, hessian: Array, memory: Mapping[str, np.ndarray]) -> Array | None:
        values, vectors = self.treated(hessian[None])
        return np.asarray((vectors[0] * values[0]) @ vectors[0].T)

    @np.errstate(all="ignore")
    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g, h = oracle.gradient(x), oracle.hessian(x)
        values, vectors = self.treated(h)
        size = np.abs(values)
        singular = size.min(axis=1) <= 1e-14 * np.maximum(size.max(axis=1), 1e-300)
        safe = np.where(singular[:, None], 1.0, values)
        step = applied(vectors, applied(np.swapaxes(vectors, 1, 2), g) / safe)
        new = np.where(singular[:, None], x, x - self.lr * step)
        return new, Memory(singular[:, None].astype(np.float64))

    def symbols(self, x: Array, memory: Memory, new: Memory, oracle: Oracle) -> dict[str, Any]:
        known = super().symbols(x, memory, new, oracle)
        return known | {"g": oracle.gradient(x), "H": oracle.hessian(x)}
