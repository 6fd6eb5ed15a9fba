"""The function of Goldstein and Price."""

from __future__ import annotations

from gdviz.engine.arrays import Array, columns, symmetric
from gdviz.engine.objective import Objective
from gdviz.spec import register


@register
class GoldsteinPrice(Objective):
    """f(x, y) = A(x + y) B(2x - 3y), a product of two polynomials of degree 4: values from 3 to 10⁶.

    A(t) = 1 + (t + 1)² (19 - 14t + 3t²), B(w) = 30 + w² (18 - 16w + 3w²); multiplied out these are the
    customary brackets. A′ = 12 (t + 1)(t - 1)(t - 2), B′ = 12w (w - 1)(w - 3): the stationary points
    lie where both vanish.

    Source: Goldstein & Price (1971), Mathematics of Computation 25(115), 569-574.
    """

    label = "Goldstein–Price"
    about = "Four minima, and values from 3 to a million."
    group = "Two variables: a few minima"
    formula = (
        r"\begin{aligned}&\left[1+(t+1)^2(19-14t+3t^2)\right]\\"
        r"&\cdot\left[30+w^2(18-16w+3w^2)\right]\\&t=x+y,\ w=2x-3y\end{aligned}"
    )
    box = ((-2.0, 2.0), (-2.0, 2.0))
    start = (-1.5, 0.5)
    minima = ((0.0, -1.0), (-0.6, -0.4), (1.8, 0.2), (1.2, 0.8))
    saddles = ((-0.4, -0.6), (1.2, -0.2), (1.4, 0.6), (0.6, 0.4))
    maxima = ((0.8, 0.2),)

    def value(self, x: Array) -> Array:
        a, b, _, _ = self._factors(x)
        return a * b

    def gradient(self, x: Array) -> Array:
        a, b, t, w = self._factors(x)
        first, second = b * self._slope_a(t), a * self._slope_b(w)
        return columns(first + 2.0 * second, first - 3.0 * second)

    def hessian(self, x: Array) -> Array:
        a, b, t, w = self._factors(x)
        first = b * (12.0 * ((3.0 * t - 4.0) * t - 1.0))
        mixed = self._slope_a(t) * self._slope_b(w)
        second = a * (12.0 * ((3.0 * w - 8.0) * w + 3.0))
        return symmetric(
            first + 4.0 * mixed + 4.0 * second,
            first - mixed - 6.0 * second,
            first - 6.0 * mixed + 9.0 * second,
        )

    def _factors(self, x: Array) -> tuple[Array, Array, Array, Array]:
        """A, B, t and w (B,)."""
        u, v = x[:, 0], x[:, 1]
        t, w = u + v, 2.0 * u - 3.0 * v
        a = 1.0 + (t + 1.0) * (t + 1.0) * ((3.0 * t - 14.0) * t + 19.0)
        return a, 30.0 + w * w * ((3.0 * w - 16.0) * w + 18.0), t, w

    def _slope_a(self, t: Array) -> Array:
        return 12.0 * (t + 1.0) * (t - 1.0) * (t - 2.0)

    def _slope_b(self, w: Array) -> Array:
        return 12.0 * w * (w - 1.0) * (w - 3.0)
