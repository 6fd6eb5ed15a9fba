"""Gradient descent."""

from __future__ import annotations

from gdviz.engine.arrays import Array
from gdviz.engine.optimizer import FirstOrder, Nothing
from gdviz.engine.oracle import Oracle
from gdviz.spec import param, register


@register
class GradientDescent(FirstOrder):
    """Steepest descent with a fixed learning rate; on one sample a step it is SGD.

    x ← x - η g,  with g + λ x in place of g where there is weight decay λ.

    Source: Cauchy (1847), Comptes rendus 25, 536-538; torch.optim.SGD.
    """

    label = "Gradient descent"
    short = "GD"
    about = "Steps against the gradient, in proportion to it."

    weight_decay: float = param(0.0, "Pulls every parameter towards 0.", within="[0, inf)", symbol="λ",
                                advanced=True)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        decay = ("g = g + weight_decay*x",) if self.weight_decay else ()
        return (*decay, "x = x - lr*g")

    def stable_below(self, curvature: float) -> float | None:
        return 2.0 / (curvature + self.weight_decay)

    def init(self, x: Array) -> Nothing:
        return Nothing()

    def step(self, x: Array, memory: Nothing, oracle: Oracle) -> tuple[Array, Nothing]:
        g = self.gradient(x, oracle)
        if self.weight_decay:
            g = g + self.weight_decay * x
        return x - self.rate(oracle.step) * g, memory
