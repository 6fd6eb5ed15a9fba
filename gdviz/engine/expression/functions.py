"""The functions that formulas may call, and what they compute on arrays."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.expression.tree import Function


def sigmoid(u: Array) -> Array:
    """1/(1 + e⁻ᵘ)"""
    return 1.0 / (1.0 + np.exp(-u))


def relu(u: Array) -> Array:
    """max(u, 0)"""
    return np.maximum(u, 0.0)


def softplus(u: Array) -> Array:
    """log(1 + eᵘ), also where eᵘ overflows."""
    return np.logaddexp(0.0, u)


def largest(*arguments: Array) -> Any:
    """The largest of the arguments, element by element."""
    return reduce(np.maximum, arguments)


def smallest(*arguments: Array) -> Any:
    """The smallest of the arguments, element by element."""
    return reduce(np.minimum, arguments)


ONE_ARGUMENT: dict[str, Callable[..., Any]] = {
    "sin": np.sin, "cos": np.cos, "tan": np.tan, "asin": np.arcsin, "acos": np.arccos, "atan": np.arctan,
    "sinh": np.sinh, "cosh": np.cosh, "tanh": np.tanh, "exp": np.exp, "log": np.log, "log10": np.log10,
    "sqrt": np.sqrt, "abs": np.abs, "sign": np.sign, "floor": np.floor, "sigmoid": sigmoid, "relu": relu,
    "softplus": softplus,
}  # fmt: skip

FUNCTIONS: dict[str, Function] = {
    **{name: Function(compute) for name, compute in ONE_ARGUMENT.items()},
    "min": Function(smallest, 2, 99),
    "max": Function(largest, 2, 99),
    "where": Function(np.where, 3, 3),
}
