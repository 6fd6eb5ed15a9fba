"""Polyak's step size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import FirstOrder
from gdviz.engine.oracle import Oracle
from gdviz.spec import param, register
from gdviz.values import SpecError


class Memory(NamedTuple):
    """gamma: the factor of the gradient at the last step; unknown: 1 where f* is not known; each (B, 1)."""

    gamma: Array
    unknown: Array


@register
class Polyak(FirstOrder):
    """Gradient descent whose step would reach the lowest value f* if f went down in a straight line.

    γ = (f - f*) / ‖g‖²  (0 where g = 0),  x ← x - η γ g.

    f* is the value at the lowest known minimum of the objective, or the number that is given: if that
    is too high, the path settles where f has that value, for below it the steps lead back up. Where no
    minimum is known the method cannot start and says so. Each step asks for one value and one gradient.

    Source: Polyak (1969), Minimization of unsmooth functionals, USSR Comput. Math. Math. Phys. 9(3), 14-29.
    """

    label = "Polyak step size"
    short = "Polyak"
    about = "As far as a straight slope would need to reach the lowest value."
    halts: ClassVar[Mapping[str, str]] = {
        "unknown": "no minimum of this objective is known: Polyak's step needs the lowest value"
    }

    lr: float = param(1.0, "Fraction of Polyak's step that is taken.", within="(0, inf)", symbol="η",
                      low=0.05, high=2.0)
    lowest: str = param("known", "Which lowest value is aimed at: that of the objective's known minimum, or"
                        " f_star.", choices=("known", "given"))
    f_star: float = param(0.0, "The lowest value, where it is given.", symbol="f*", low=-10.0, high=10.0)

    def rule(self, t: int = 2) -> tuple[str, ...]:
        return (
            "gamma = where(dot(g, g) > 0, (f - f_star)/dot(g, g), 0)",
            "x = x - lr*gamma*g",
        )

    def asks(self) -> tuple[str, ...]:
        return (*super().asks(), "f_x = f(x)")

    def script(self, t: int = 2) -> tuple[str, ...]:
        return tuple(line.replace("(f - ", "(f_x - ") for line in super().script(t))

    def given(self, objective: Objective) -> dict[str, float]:
        aim = self.f_star if self.lowest == "given" else objective.lowest()
        if aim is None:
            raise SpecError("{kind}: no minimum of this objective is known: Polyak's step needs the lowest "
                            "value", kind=self.kind)
        return {"f_star": aim}

    def _aim(self, oracle: Oracle) -> float | Array | None:
        return self.f_star if self.lowest == "given" else oracle.lowest

    def init(self, x: Array) -> Memory:
        zero = np.zeros((len(x), 1))
        return Memory(zero, zero)

    def step(self, x: Array, memory: Memory, oracle: Oracle) -> tuple[Array, Memory]:
        aim = self._aim(oracle)
        if aim is None:
            return x, Memory(np.zeros((len(x), 1)), np.ones((len(x), 1)))
        g, f = self.gradient(x, oracle), oracle.value(x)[:, None]
        square = g[:, :1] ** 2
        for i in range(1, x.shape[1]):
            square += g[:, i : i + 1] ** 2
        level = square == 0
        gamma = np.where(level, 0.0, (f - aim) / np.where(level, 1.0, square))
        return x - self.rate(oracle.step) * gamma * g, Memory(gamma, np.zeros((len(x), 1)))

    def symbols(self, x: Array, memory: Memory, new: Memory, oracle: Oracle) -> dict[str, Any]:
        f, aim = oracle.value(x)[:, None], self._aim(oracle)
        known = super().symbols(x, memory, new, oracle)
        return known | {"f": f, "f_star": f if aim is None else aim}
