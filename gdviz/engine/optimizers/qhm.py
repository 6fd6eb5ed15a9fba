"""Quasi-hyperbolic momentum."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import lerp
from gdviz.engine.optimizer import Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decaying
from gdviz.spec import param, register


class Memory(NamedTuple):
    """m: running average of the gradient (B, d)."""

    m: Array


@register
class Qhm(Decaying):
    """A step that is part plain gradient, part running average of the gradient.

    m ← β m + (1 - β) g,  x ← x - η ((1 - ν) g + ν m).

    ν = 0 is gradient descent, ν = 1 momentum with β as dampening, ν = β Nesterov's with it: the learning
    rate is 1/(1 - β) times that of torch's momentum.

    Source: Ma & Yarats (2019), Quasi-hyperbolic momentum and Adam for deep learning, equations 3 and 4,
    https://arxiv.org/abs/1810.06801.
    """

    label = "Quasi-hyperbolic momentum"
    short = "QHM"
    about = "Part plain gradient, part running average of the gradient."
    group = "Momentum"

    momentum: float = param(0.999, "Memory of the gradient.", within="[0, 1)", symbol="β", low=0.5,
                            high=0.999)
    nu: float = param(0.7, "Share of the running average in the step.", within="[0, 1]", symbol="ν")

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (*self.pull(), "m = momentum*m + (1 - momentum)*g", "x = x - lr*((1 - nu)*g + nu*m)")

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        return (
            Term("memory", "-lr*nu*momentum*m", "memory"),
            Term("gradient", "-lr*(1 - nu*momentum)*g", "gradient"),
        )

    def iteration(self, curvature: float) -> Array | None:
        lr, beta, nu = self.steady_rate(), self.momentum, self.nu
        if lr is None:
            return None
        fresh = (1.0 - beta) * curvature
        return np.array([[1.0 - lr * ((1.0 - nu) * curvature + nu * fresh), -lr * nu * beta], [fresh, beta]])

    def init(self, x: Array) -> Memory:
        return Memory(np.zeros_like(x))

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.pulled(x, oracle)
        m = lerp(memory.m, g, 1 - self.momentum)
        move = (1 - self.nu) * g
        move += self.nu * m
        move *= self.rate(oracle.step)
        return np.subtract(x, move, out=move), Memory(m)
