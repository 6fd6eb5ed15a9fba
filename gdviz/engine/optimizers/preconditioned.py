"""Gradient descent, rescaled by the diagonal of the Hessian."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.oracle import Oracle
from gdviz.spec import param, register


class Memory(NamedTuple):
    """singular: 1 where a second derivative was 0 at the last step (B, 1)."""

    singular: Array


@register
class Preconditioned(Optimizer):
    """Newton's method in each coordinate by itself: what the diagonal of the Hessian alone does.

    x ← x - η g / D, with D = diag(H) as it is (exact: uphill where it is negative), with its absolute values
    (absolute: always downhill), or with λ added to it (damped). Where an entry is 0 the row stands still.

    Source: Nocedal & Wright (2006), Numerical Optimization, 2nd ed., section 5.1 (Jacobi's preconditioner);
    the absolute values: Dauphin et al. (2014), https://arxiv.org/abs/1406.2572.
    """

    label = "Diagonal preconditioning"
    short = "Preconditioned"
    about = "Divides each component of the gradient by its own second derivative."
    group = "Second order"
    halts: ClassVar[Mapping[str, str]] = {
        "singular": "a second derivative is 0 here: the step is undefined"
    }

    lr: float = param(1.0, "Fraction of the step that is taken.", within="(0, inf)", symbol="η",
                      low=0.05, high=2.0)
    hessian: str = param("exact", "What is done about curvature that is not positive.",
                         choices=("exact", "absolute", "damped"))
    damping: float = param(1.0, "Added to every second derivative when it is damped.",
                           within="[0, inf)", symbol="λ", advanced=True)

    @property
    def _used(self) -> str:
        """What the gradient is divided by, as an expression."""
        return {"exact": "D", "absolute": "abs(D)", "damped": "(D + damping)"}[self.hessian]

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (f"x = x - lr*g/{self._used}",)

    def asks(self) -> tuple[str, ...]:
        singular = (f"if not cond(diag({self._used})) < 1e14:", "    break  # a second derivative is 0")
        return (*super().asks(), "D = diag(hessian(x))", *singular)

    def rate(self, step: int) -> float | Array:
        return self.lr

    def init(self, x: Array) -> Memory:
        return Memory(np.zeros((len(x), 1)))

    def model(self, hessian: Array, memory: Mapping[str, np.ndarray]) -> Array | None:
        return np.diag(self._treated(hessian[None])[0])

    def _treated(self, h: Array) -> Array:
        """The diagonals (B, d) of Hessians (B, d, d), treated as `hessian` says."""
        scale = self._diagonal(h)
        if self.hessian == "absolute":
            return np.abs(scale)
        return scale + self.damping if self.hessian == "damped" else scale

    @np.errstate(all="ignore")
    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g, scale = oracle.gradient(x), self._treated(oracle.hessian(x))
        size = np.abs(scale)
        singular = ~(size.min(axis=1) > 1e-14 * np.maximum(size.max(axis=1), 1e-300))[:, None]
        new = np.where(singular, x, x - self.lr * g / np.where(singular, 1.0, scale))
        return new, Memory(singular.astype(np.float64))

    def symbols(self, x: Array, memory: Memory, new: Memory, oracle: Oracle) -> dict[str, Any]:
        known = super().symbols(x, memory, new, oracle)
        h = oracle.hessian(x)
        return known | {"g": oracle.gradient(x), "H": h, "D": self._diagonal(h)}

    @staticmethod
    def _diagonal(h: Array) -> Array:
        """The diagonals (B, d) of Hessians (B, d, d)."""
        return np.asarray(np.diagonal(h, axis1=1, axis2=2))
