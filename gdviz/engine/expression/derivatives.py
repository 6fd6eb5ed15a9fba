"""First and second derivatives of the functions of one argument, as operations."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from gdviz.engine.expression.functions import sigmoid
from gdviz.engine.expression.program import Entry, Operations

Slopes = tuple[Entry, Entry]


def _inverse_of_positive(u: Any) -> Any:
    return 1.0 / np.where(u < 0.0, np.nan, u)


def _of_log(o: Operations, u: int, scale: float) -> Slopes:
    inverse = o.apply(_inverse_of_positive, u)
    first = o.multiply(o.constant(scale), inverse)
    return first, o.negative(o.multiply(first, inverse))


def _of_sqrt(o: Operations, u: int, v: int) -> Slopes:
    first = o.divide(o.constant(0.5), v)
    return first, o.divide(o.multiply(o.constant(-0.5), first), u)


def _of_tan(o: Operations, u: int, v: int) -> Slopes:
    first = o.add(o.constant(1.0), o.power(v, 2))
    return first, o.multiply(o.constant(2.0), v, first)


def _of_tanh(o: Operations, u: int, v: int) -> Slopes:
    # By cosh: 1 - tanh² loses its digits where tanh is near 1.
    first = o.power(o.apply(np.cosh, u), -2)
    return first, o.multiply(o.constant(-2.0), v, first)


def _of_asin(o: Operations, u: int, sign: float) -> Slopes:
    one = o.constant(1.0)
    inside = o.multiply(o.subtract(one, u), o.add(one, u))
    first = o.divide(o.constant(sign), o.apply(np.sqrt, inside))
    return first, o.divide(o.multiply(u, first), inside)


def _of_atan(o: Operations, u: int, v: int) -> Slopes:
    one = o.constant(1.0)
    first = o.divide(one, o.add(one, o.power(u, 2)))
    return first, o.multiply(o.constant(-2.0), u, o.power(first, 2))


def _of_sigmoid(o: Operations, u: int, v: int) -> Slopes:
    other = o.apply(sigmoid, o.apply(np.negative, u))
    first = o.multiply(v, other)
    return first, o.multiply(first, o.subtract(other, v))


def _of_softplus(o: Operations, u: int, v: int) -> Slopes:
    first = o.apply(sigmoid, u)
    return first, o.multiply(first, o.apply(sigmoid, o.apply(np.negative, u)))


# From the operations of u and of v = f(u) to those of f′(u) and f″(u).
DERIVATIVES: dict[str, Callable[[Operations, int, int], Slopes]] = {
    "sin": lambda o, u, v: (o.apply(np.cos, u), o.negative(v)),
    "cos": lambda o, u, v: (o.negative(o.apply(np.sin, u)), o.negative(v)),
    "tan": _of_tan,
    "asin": lambda o, u, v: _of_asin(o, u, 1.0),
    "acos": lambda o, u, v: _of_asin(o, u, -1.0),
    "atan": _of_atan,
    "sinh": lambda o, u, v: (o.apply(np.cosh, u), v),
    "cosh": lambda o, u, v: (o.apply(np.sinh, u), v),
    "tanh": _of_tanh,
    "exp": lambda o, u, v: (v, v),
    "log": lambda o, u, v: _of_log(o, u, 1.0),
    "log10": lambda o, u, v: _of_log(o, u, 1.0 / math.log(10.0)),
    "sqrt": _of_sqrt,
    "abs": lambda o, u, v: (o.apply(np.sign, u), None),
    "sign": lambda o, u, v: (None, None),
    "floor": lambda o, u, v: (None, None),
    "sigmoid": _of_sigmoid,
    "softplus": _of_softplus,
}
