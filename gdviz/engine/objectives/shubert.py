"""Shubert's function."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register

DEEP = (-7.0835064076515595, -0.8003211004719731, 5.482864206707613)
HIGH = (-7.708313735499347, -1.425128428319761, 4.858056878859825)


@register
class Shubert(Objective):
    """f(x, y) = p(x) p(y), p(u) = Σ i cos((i + 1)u + i), i = 1 … 5: eighteen equal deepest minima.

    They lie where one factor is lowest and the other highest. Of the more than 700 minima in the box
    only these are listed.

    Source: Shubert (1972), SIAM Journal on Numerical Analysis 9(3), 379-388 (the factor p).
    """

    label = "Shubert"
    about = "Eighteen equal minima among more than 700."
    group = "Two variables: many minima"
    scale = "linear"
    formula = r"\prod_{u=x,y}\sum_{i=1}^{5} i\cos((i+1)u+i)"
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (-4.4, 3.2)
    minima = (*((u, v) for u in DEEP for v in HIGH), *((u, v) for u in HIGH for v in DEEP))

    def value(self, x: Array) -> Array:
        return self._factor(x[:, 0])[0] * self._factor(x[:, 1])[0]

    def gradient(self, x: Array) -> Array:
        p, dp, _ = self._factor(x[:, 0])
        q, dq, _ = self._factor(x[:, 1])
        return columns(dp * q, p * dq)

    def hessian(self, x: Array) -> Array:
        p, dp, ddp = self._factor(x[:, 0])
        q, dq, ddq = self._factor(x[:, 1])
        return symmetric(ddp * q, dp * dq, p * ddq)

    def _factor(self, u: Array) -> tuple[Array, Array, Array]:
        """p and its first two derivatives (B,)."""
        p, dp, ddp = np.zeros_like(u), np.zeros_like(u), np.zeros_like(u)
        for i in (1.0, 2.0, 3.0, 4.0, 5.0):
            turn = (i + 1.0) * u + i
            crest = i * np.cos(turn)
            p += crest
            dp -= i * (i + 1.0) * np.sin(turn)
            ddp -= (i + 1.0) * (i + 1.0) * crest
        return p, dp, ddp
