"""RMSprop."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.averages import lerp, on, squares
from gdviz.engine.optimizer import Term
from gdviz.engine.oracle import Oracle
from gdviz.engine.weight_decay import Decaying
from gdviz.spec import param, register


class Memory(NamedTuple):
    """v: running average of the squared gradient; m: of the gradient (0 unless centered); b: the velocity
    (0 without momentum); each (B, d).
    """

    v: Array
    m: Array
    b: Array


@register
class Rmsprop(Decaying):
    """The gradient, divided in each coordinate by its recent size.

    v ← α v + (1 - α) g²,  x ← x - η g / (√v + ε).
    Centered: √(v - m²) with m ← α m + (1 - α) g. With momentum: b ← μ b + g / (√v + ε), x ← x - η b.

    torch's α is 0.99; the lecture and most textbooks take 0.9. ε stands outside the root, and v starts
    from 0 without a correction, so that the first steps are about η/√(1 - α) long. Where the gradient stays
    the same for thousands of steps, v - m² can round below 0; then the step is not a number, as in torch.

    Source: Tieleman & Hinton (2012), Neural Networks for Machine Learning, lecture 6.5; centered: Graves
    (2013), equations 38-45, https://arxiv.org/abs/1308.0850; torch.optim.RMSprop.
    """

    label = "RMSprop"
    about = "Divides the gradient in each coordinate by its recent size."
    group = "Adaptive rates"

    lr: float = param(0.05, "Learning rate: about the length of a step in each coordinate; the first are "
                      "longer.", within="(0, inf)", symbol="η", log=True, low=1e-3, high=1.0)
    alpha: float = param(0.99, "Memory of the gradient's square; textbooks say 0.9.", within="[0, 1)",
                         symbol="α", low=0.5, high=0.999)
    momentum: float = param(0.0, "How much of the velocity is kept.", within="[0, 1)", symbol="μ",
                            low=0.0, high=0.99, advanced=True)
    centered: bool = param(False, "Divide by the spread of the gradient instead of its size.", advanced=True)
    eps: float = param(1e-8, "Keeps the division finite.", within="[0, inf)", symbol="ε", advanced=True)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            *self.pull(),
            "v = alpha*v + (1 - alpha)*g**2",
            *(("m = alpha*m + (1 - alpha)*g",) if self.centered else ()),
            f"d = sqrt({'v - m**2' if self.centered else 'v'}) + eps",
            *(("b = momentum*b + g/d", "x = x - lr*b") if on(self.momentum) else ("x = x - lr*g/d",)),
        )

    def terms(self, t: int = 2) -> tuple[Term, ...]:
        if not on(self.momentum):
            return ()
        return (Term("velocity", "-lr*momentum*b", "memory"), Term("gradient", "-lr*g/d", "gradient"))

    def torch(self) -> tuple[str, dict[str, Any]]:
        return "RMSprop", {
            "alpha": self.alpha, "eps": self.eps, "weight_decay": self.weight_decay,
            "momentum": self.momentum, "centered": self.centered,
        }

    def init(self, x: Array) -> Memory:
        zero = np.zeros_like(x)
        return Memory(zero, zero, zero)

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        g = self.pulled(x, oracle)
        v, m, b = squares(memory.v, g, self.alpha), memory.m, memory.b
        if self.centered:
            m = lerp(m, g, 1 - self.alpha)
            below = v - m * m
            np.sqrt(below, out=below)
        else:
            below = np.sqrt(v)
        below += self.eps
        move = self.rate(oracle.step) * g
        move /= below
        if on(self.momentum):
            b = self.momentum * b
            b += g / below
            # In a sweep, a row without momentum is to be what it is alone.
            still = np.equal(self.momentum, 0)
            move = np.where(still, move, self.rate(oracle.step) * b)
            b = np.where(still, memory.b, b)
        return np.subtract(x, move, out=move), Memory(v, m, b)
