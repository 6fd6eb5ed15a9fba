"""Resilient propagation."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.optimizer import FirstOrder
from gdviz.engine.oracle import Oracle
from gdviz.spec import param, register
from gdviz.values import SpecError


class Memory(NamedTuple):
    """g_prev: the last gradient, 0 in a coordinate where it had changed its sign; delta: the step lengths;
    each (B, d).
    """

    g_prev: Array
    delta: Array


@register
class Rprop(FirstOrder):
    """Only the gradient's signs count: a coordinate speeds up while its sign stays and slows when it turns.

    δ ← clip(η₊ δ where g·g' > 0, η₋ δ where g·g' < 0; δ₋, δ₊),  g ← 0 where g·g' < 0,
    x ← x - δ sign(g),  g' ← g.

    The learning rate is the first length of every step, so that schedules have no effect, as in torch.

    Source: Riedmiller & Braun (1993), IEEE ICNN, 586-591, in the form without weight-backtracking of Igel &
    Hüsken (2000), algorithm iRprop-; torch.optim.Rprop.
    """

    label = "Rprop"
    about = "Only signs count: speeds up while the slope keeps its sign."
    group = "Adaptive rates"

    lr: float = param(0.1, "Length of the first step in each coordinate.", within="(0, inf)", symbol="η",
                      log=True, low=1e-3, high=10.0)
    eta_minus: float = param(0.5, "Factor of the step length when the slope changes its sign.",
                             within="(0, 1)", symbol="η₋")
    eta_plus: float = param(1.2, "Factor of the step length while the slope keeps its sign.",
                            within="(1, inf)", symbol="η₊", low=1.01, high=2.0)
    step_min: float = param(1e-6, "Shortest step.", within="[0, inf)", symbol="δ₋", advanced=True)
    step_max: float = param(50.0, "Longest step.", within="(0, inf)", symbol="δ₊", advanced=True)

    def check(self) -> None:
        if np.any(np.greater(self.step_min, self.step_max)):
            raise SpecError("{kind}: step_min must not be larger than step_max", kind=self.kind)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            "s = sign(g*g_prev)",
            "c = where(s > 0, eta_plus, 1)",
            "c = where(s < 0, eta_minus, c)",
            "delta = clip(c*delta, step_min, step_max)",
            "g_prev = where(s < 0, 0, g)",
            "x = x - delta*sign(g_prev)",
        )

    def rate(self, step: int) -> float:
        """There is none: each coordinate has its own step length, in the memory."""
        return float("nan")

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "Rprop", {
            "etas": (self.eta_minus, self.eta_plus), "step_sizes": (self.step_min, self.step_max),
        }

    def init(self, x: Array) -> Memory:
        zero = np.zeros_like(x)
        return Memory(zero, zero + self.schedule.rate(self.lr, 0))

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.gradient(x, oracle)
        turn = g * memory.g_prev
        turned = turn < 0
        delta = np.where(turned, self.eta_minus, np.where(turn > 0, self.eta_plus, 1.0))
        delta *= memory.delta
        np.maximum(delta, self.step_min, out=delta)
        np.minimum(delta, self.step_max, out=delta)
        g = np.where(turned, 0.0, g)
        move = np.sign(g)
        move *= delta
        return np.subtract(x, move, out=move), Memory(g, delta)
