"""Sign descent."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.optimizer import FirstOrder, Nothing
from gdviz.engine.oracle import Oracle
from gdviz.spec import param, register


@register
class SignDescent(FirstOrder):
    """Steps of one length in every coordinate: only the gradient's signs count.

    x ← x - η sign(g),  with sign(0) = 0.

    With a constant η it ends in hopping about the minimum; a falling schedule lets it settle.

    Source: Bernstein et al. (2018), signSGD, Algorithm 1, https://arxiv.org/abs/1802.04434.
    """

    label = "Sign descent"
    about = "Equal steps in every coordinate: only the gradient's signs count."

    lr: float = param(0.05, "Learning rate: the length of every step in each coordinate.",
                      within="(0, inf)", symbol="η", log=True, low=1e-3, high=1.0)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return ("x = x - lr*sign(g)",)

    def init(self, x: Array) -> Nothing:
        return Nothing()

    def step(self, x: Array, memory: Nothing, oracle: Oracle) -> tuple[Array, Nothing]:
        return x - self.rate(oracle.step) * np.sign(self.gradient(x, oracle)), memory
