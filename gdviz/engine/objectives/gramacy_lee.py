"""The function of Gramacy and Lee."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class GramacyLee(Objective):
    """f(x) = sin(10πx)/(2x) + (x - 1)⁴: nine minima, the sharper the further to the left.

    sin t / t and its derivatives are taken from their series where t is small, so that 0 is no gap.

    Source: Gramacy & Lee (2012), Statistics and Computing 22(3), 713-722.
    """

    label = "Gramacy–Lee"
    about = "Nine minima, ever sharper and deeper to the left."
    group = "One variable"
    scale = "linear"
    formula = r"\frac{\sin 10\pi x}{2x} + (x-1)^4"
    box = ((0.5, 2.5),)
    start = (2.45,)
    minima = (
        (0.5485634445276052,),
        (0.7487437781430085,),
        (0.9489336866904862,),
        (1.1490876188021966,),
        (1.348785167362593,),
        (1.5472883271844393,),
        (1.7435767404694347,),
        (1.9362196625299228,),
        (2.121899166052543,),
    )
    maxima = (
        (0.6482096871882319,),
        (0.848783063224031,),
        (1.049035447451949,),
        (1.2493461246338589,),
        (1.4503754479592186,),
        (1.6531283824041174,),
        (1.8591605421834452,),
        (2.0720340395406835,),
    )

    def value(self, x: Array) -> Array:
        u = x[:, 0]
        square = (u - 1.0) * (u - 1.0)
        return 5.0 * np.pi * self._wave(u)[0] + square * square

    def gradient(self, x: Array) -> Array:
        far = x - 1.0
        return 50.0 * np.pi * np.pi * self._wave(x)[1] + 4.0 * far * far * far

    def hessian(self, x: Array) -> Array:
        far = x - 1.0
        second = 500.0 * np.pi * np.pi * np.pi * self._wave(x)[2] + 12.0 * far * far
        return second[:, :, None]

    def _wave(self, x: Array) -> tuple[Array, Array, Array]:
        """sin t / t with t = 10πx, and its first two derivatives by t."""
        t = 10.0 * np.pi * x
        small = np.abs(t) < 1e-3
        safe = np.where(small, 1.0, t)
        sine, cosine = np.sin(safe), np.cos(safe)
        slope = (cosine - sine / safe) / safe
        return (
            np.where(small, 1.0 - t * t / 6.0, sine / safe),
            np.where(small, t * (t * t / 30.0 - 1.0 / 3.0), slope),
            np.where(small, t * t / 10.0 - 1.0 / 3.0, -(sine + 2.0 * slope) / safe),
        )
