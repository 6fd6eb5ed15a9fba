"""Update rules as equations: reading them, and working them out for one row of a batch."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.expression.functions import FUNCTIONS
from gdviz.engine.expression.tree import (
    SIGNS,
    Call,
    Comparison,
    Function,
    Language,
    Name,
    Negative,
    Node,
    Number,
    Operation,
    parse,
)
from gdviz.values import SpecError, hint

Value = Any  # float, (d,), (d, d), or an optimizer's own (m, d)


def absolute(a: Value) -> Value:
    """|a|; of a symmetric matrix the one with the absolute values of its eigenvalues."""
    if np.ndim(a) < 2:
        return np.abs(a)
    if not np.isfinite(a).all():
        return np.full_like(a, np.nan)
    values, vectors = np.linalg.eigh(a)
    return (vectors * np.abs(values)) @ vectors.T


def solve(a: Value, b: Value) -> Value:
    """a⁻¹ b for a matrix a; nan where there is no solution."""
    if np.ndim(a) < 2:
        return b / a
    if not np.isfinite(a).all():
        return np.full_like(b, np.nan)
    if np.allclose(a, a.T, rtol=1e-12, atol=0.0):
        values, vectors = np.linalg.eigh(a)
        return vectors @ ((vectors.T @ b) / np.where(values == 0.0, np.nan, values))
    try:
        return np.linalg.solve(a, b)
    except np.linalg.LinAlgError:
        return np.full_like(b, np.nan)


FUNCTIONS_OF_VECTORS = {
    "abs": Function(absolute),
    "clip": Function(np.clip, 3, 3),
    "norm": Function(lambda a: norms(np.atleast_1d(a))),
    "dot": Function(lambda a, b: np.sum(np.multiply(a, b)), 2, 2),
    "outer": Function(np.outer, 2, 2),
    "solve": Function(solve, 2, 2),
    "diag": Function(lambda a: np.diagonal(a) if np.ndim(a) > 1 else np.diag(np.atleast_1d(a))),
}

RULES = Language("rule", {**FUNCTIONS, **FUNCTIONS_OF_VECTORS}, None, signs="+-*/.,<>=!@")


class Assignment(NamedTuple):
    """name ← formula"""

    name: str
    formula: Node


@lru_cache(maxsize=1024)
def assignment(equation: str) -> Assignment:
    """Read ``name = formula``; raises SpecError."""
    found = re.match(r"\s*([A-Za-z_]\w*)\s*=(?!=)", equation)
    if found is None:
        raise SpecError("rule: {equation!r} must be written name = formula", equation=equation[:80], column=0)
    return Assignment(found[1], parse(equation[found.end() :], RULES))


@lru_cache(maxsize=1024)
def formula(text: str) -> Node:
    """Read a formula that stands alone, as a term of a step does."""
    return parse(text, RULES)


def evaluate(node: Node, known: Mapping[str, Value]) -> Value:
    """The value of a formula; raises SpecError for a name that is not `known`."""
    with np.errstate(all="ignore"):
        return _value(node, known)


def _value(node: Node, known: Mapping[str, Value]) -> Value:
    match node:
        case Number(value):
            return np.float64(value)
        case Name(name):
            if name not in known:
                raise SpecError("rule: unknown name {name!r}{hint}", name=name, hint=hint(name, known),
                                column=node.column)
            return known[name]
        case Negative(operand):
            return -_value(operand, known)
        case Operation(sign, left, right) | Comparison(sign, left, right):
            return SIGNS[sign](_value(left, known), _value(right, known))
        case Call(function, arguments):
            return RULES.functions[function].compute(*(_value(part, known) for part in arguments))
    raise AssertionError(node)


def row_of(symbols: Mapping[str, Any], row: int, d: int) -> dict[str, Value]:
    """The symbols of one row: of arrays (B, …) the part of that row, of (B, 1) its number; words drop out."""
    known: dict[str, Value] = {"I": np.eye(d)}
    for name, value in symbols.items():
        if isinstance(value, np.ndarray) and value.ndim:
            part: Array = np.asarray(value[row], dtype=np.float64)
            known[name] = part[0] if part.shape == (1,) and d > 1 else part
        elif isinstance(value, int | float | np.number):
            known[name] = np.float64(value)
    return known
