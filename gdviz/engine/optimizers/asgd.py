"""Averaged stochastic gradient descent."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import power
from gdviz.engine.optimizer import Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decaying
from gdviz.spec import param, register


class Memory(NamedTuple):
    """ax: the average of the iterates (B, d); eta: the learning rate of the next step, mu: the weight of the
    next iterate in the average, each (B, 1).
    """

    ax: Array
    eta: Array
    mu: Array


@register
class Asgd(Decaying):
    """Gradient descent with a slowly falling learning rate, and the average of its iterates beside it.

    x ← (1 - κ η) x - η g,  a ← a + μ (x - a),  η ← η₀ / (1 + κ η₀ t)^α,  μ ← 1 / max(1, t - t₀).

    The path shown is that of x, as in torch; the average is its memory field ax. With torch's t₀ of a
    million the average is x itself for every shorter run. A schedule acts one step late, as in torch.

    Source: Polyak & Juditsky (1992), SIAM J. Control Optim. 30(4); the rates: Xu (2011),
    https://arxiv.org/abs/1107.2490; torch.optim.ASGD.
    """

    label = "Averaged SGD"
    short = "ASGD"
    about = "Gradient descent that averages its iterates from step t₀ on."

    lr: float = param(0.1, "Learning rate of the first step.", within="(0, inf)", symbol="η₀", log=True,
                      low=1e-3, high=10.0)
    lambd: float = param(1e-4, "How fast the learning rate falls, and how strongly x is pulled towards 0.",
                         within="[0, inf)", symbol="κ", advanced=True)
    alpha: float = param(0.75, "Power with which the learning rate falls.", within="[0, 10]", symbol="α",
                         advanced=True)
    t0: float = param(1e6, "Step after which the iterates are averaged.", within="[0, inf)", symbol="t₀",
                      log=True, low=1.0, high=1e6)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            *self.pull(),
            "y = (1 - lambd*eta)*x - eta*g",
            "ax = where(mu < 1, ax + mu*(y - ax), y)",
            "eta = lr/(1 + lambd*lr*t)**alpha",
            "mu = 1/max(1, t - t0)",
            "x = y",
        )

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        return (Term("decay", "-lambd*eta*x", "memory"), Term("gradient", "-eta*g", "gradient"))

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "ASGD", {
            "lambd": self.lambd, "alpha": self.alpha, "t0": self.t0, "weight_decay": self.weight_decay,
        }

    def init(self, x: Array) -> Memory:
        ones = np.ones((len(x), 1))
        return Memory(np.zeros_like(x), self.rate(0) * ones, ones)

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g, t, lr = self.pulled(x, oracle), oracle.step + 1, self.rate(oracle.step)
        new = x * (1 - self.lambd * memory.eta)
        new -= memory.eta * g
        ax = new
        if (memory.mu != 1).any():
            moved = new - memory.ax
            moved *= memory.mu
            moved += memory.ax
            ax = np.where(memory.mu != 1, moved, new)
        ones = np.ones_like(memory.eta)
        eta = lr / power(1 + self.lambd * lr * t, self.alpha) * ones
        return new, Memory(ax, eta, 1 / np.maximum(1.0, (t - self.t0) * ones))
