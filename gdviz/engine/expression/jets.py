"""Value, gradient and Hessian of a formula, by jets: every part carries its derivatives to second order.

At kinks and jumps the derivative is: abs 0 at 0; relu 0 at 0; max and min the mean of both where the
arguments are equal; sign and floor 0 everywhere; where that of the branch taken; sqrt, log and powers
infinite (or nan) at the end of their domain and nan beyond.

Source: Griewank & Walther (2008), Evaluating Derivatives, 2nd ed., chapter 13 (Taylor arithmetic).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.expression.derivatives import DERIVATIVES
from gdviz.engine.expression.functions import ONE_ARGUMENT
from gdviz.engine.expression.program import Entry, Operations, Program, pair
from gdviz.engine.expression.tree import SIGNS, Call, Comparison, Name, Negative, Node, Operation


class Jet(NamedTuple):
    """The operations that give a part's value, its d derivatives and its second ones (0,0), (0,1), (1,1)."""

    value: int
    first: tuple[Entry, ...]
    second: tuple[Entry, ...]


class Jets:
    """A formula of the variables `names`, compiled; x is (B, d), the results (B,), (B, d), (B, d, d)."""

    def __init__(self, formula: Node, names: tuple[str, ...]) -> None:
        self._rules = _Rules(names)
        self._jet = self._rules.jet(formula)

    @property
    def slopes(self) -> tuple[Operations, tuple[Entry, ...], tuple[Entry, ...]]:
        """The operations, and which give the d first derivatives and the second (0,0), (0,1), (1,1)."""
        return self._rules.operations, self._jet.first, self._jet.second

    @cached_property
    def _value(self) -> Program:
        return Program(self._rules.operations, (self._jet.value,))

    @cached_property
    def _gradient(self) -> Program:
        return Program(self._rules.operations, self._jet.first)

    @cached_property
    def _hessian(self) -> Program:
        second = self._jet.second
        full = second if len(second) == 1 else (second[0], second[1], second[1], second[2])
        return Program(self._rules.operations, full)

    def value(self, x: Array) -> Array:
        """The formula at each row."""
        value: Array = self._value(x)[0]
        return value

    def gradient(self, x: Array) -> Array:
        """Its derivatives at each row."""
        return self._gradient(x).T

    def hessian(self, x: Array) -> Array:
        """Its second derivatives at each row."""
        d = x.shape[1]
        return self._hessian(x).reshape(d, d, len(x)).transpose(2, 0, 1)


class _Rules:
    """How the derivatives of a whole follow from those of its parts."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.operations = Operations(len(names))
        self.places = [(i, j) for i in range(len(names)) for j in range(i, len(names))]

    def jet(self, node: Node) -> Jet:
        o = self.operations
        if node.constant is not None:
            return Jet(o.constant(node.constant), (None,) * len(self.names), (None,) * len(self.places))
        match node:
            case Name(name):
                i = self.names.index(name)
                first = tuple(o.constant(1.0) if j == i else None for j in range(len(self.names)))
                return Jet(i, first, (None,) * len(self.places))
            case Negative(operand):
                return self.linear(o.negative, self.jet(operand))
            case Operation("+", left, right):
                return self.linear(o.add, self.jet(left), self.jet(right))
            case Operation("-", left, right):
                return self.linear(o.subtract, self.jet(left), self.jet(right))
            case Operation("*", left, right):
                return self.product(self.jet(left), self.jet(right))
            case Operation("/", left, right):
                return self.quotient(self.jet(left), self.jet(right))
            case Operation("**", left, right) if right.constant is not None:
                return self.constant_power(self.jet(left), right.constant)
            case Operation("**", left, right):
                return self.power(self.jet(left), self.jet(right))
            case Call("where", (Comparison(sign, left, right), yes, no)):
                test = o.apply(SIGNS[sign], self.jet(left).value, self.jet(right).value)
                return self.chosen(_where, test, self.jet(yes), self.jet(no))
            case Call("max" | "min" as name, (head, *tail)):
                chosen, choose = self.jet(head), _of_larger if name == "max" else _of_smaller
                for part in tail:
                    chosen = self.extreme(choose, chosen, self.jet(part))
                return chosen
            case Call("relu", (inner,)):
                u = self.jet(inner)
                return self.linear(lambda p: None if p is None else o.apply(_where_positive, u.value, p), u)
            case Call(name, (inner,)) if name in ONE_ARGUMENT:
                u = self.jet(inner)
                v = o.apply(ONE_ARGUMENT[name], u.value)
                return self.chain(u, v, *DERIVATIVES[name](o, u.value, v))
        raise AssertionError(node)

    def linear(self, combine: Callable[..., Entry], *parts: Jet) -> Jet:
        """What treats derivatives like values."""
        flat = ((part.value, *part.first, *part.second) for part in parts)
        value, *rest = (combine(*entries) for entries in zip(*flat, strict=True))
        d = len(self.names)
        return Jet(self.known(value), tuple(rest[:d]), tuple(rest[d:]))

    def known(self, entry: Entry) -> int:
        return self.operations.constant(0.0) if entry is None else entry

    def chain(self, u: Jet, value: int, first: Entry, second: Entry) -> Jet:
        """A function of u with the derivatives `first` and `second` there."""
        o = self.operations
        return Jet(
            value,
            tuple(o.multiply(first, p) for p in u.first),
            tuple(
                o.add(o.multiply(first, p), o.multiply(second, u.first[i], u.first[j]))
                for (i, j), p in zip(self.places, u.second, strict=True)
            ),
        )

    def product(self, a: Jet, b: Jet) -> Jet:
        o = self.operations
        return Jet(
            o.multiply(a.value, b.value),
            tuple(o.add(o.multiply(p, b.value), o.multiply(a.value, q))
                  for p, q in zip(a.first, b.first, strict=True)),
            tuple(
                o.add(o.add(o.multiply(p, b.value), o.multiply(a.value, q)), self.crossed(a, b, i, j))
                for (i, j), p, q in zip(self.places, a.second, b.second, strict=True)
            ),
        )  # fmt: skip

    def crossed(self, a: Jet, b: Jet, i: int, j: int) -> Entry:
        """aᵢ bⱼ + aⱼ bᵢ"""
        o = self.operations
        return o.add(o.multiply(a.first[i], b.first[j]), o.multiply(a.first[j], b.first[i]))

    def quotient(self, a: Jet, b: Jet) -> Jet:
        o = self.operations
        value = o.divide(a.value, b.value)
        first = tuple(o.divide(o.subtract(p, o.multiply(value, q)), b.value)
                      for p, q in zip(a.first, b.first, strict=True))  # fmt: skip
        part = Jet(value, first, ())
        second = tuple(
            o.divide(o.subtract(o.subtract(p, o.multiply(value, q)), self.crossed(part, b, i, j)), b.value)
            for (i, j), p, q in zip(self.places, a.second, b.second, strict=True)
        )
        return Jet(value, first, second)

    def constant_power(self, u: Jet, c: float) -> Jet:
        o = self.operations

        def power(exponent: float) -> int:
            if exponent.is_integer():
                return o.power(u.value, int(exponent))
            if exponent == 0.5:  # np.power takes the root too, but only for some layouts of memory
                return o.apply(np.sqrt, u.value)
            return o.apply(np.power, u.value, o.constant(exponent))

        first = o.multiply(o.constant(c), power(c - 1)) if c else None
        second = o.multiply(o.constant(c * (c - 1)), power(c - 2)) if c and c != 1 else None
        return self.chain(u, power(c), first, second)

    def power(self, a: Jet, b: Jet) -> Jet:
        """aᵇ, with ∂a = b aᵇ⁻¹ and ∂b = aᵇ log a, where 0 log 0 = 0."""
        o = self.operations
        value = o.apply(np.power, a.value, b.value)
        one = o.constant(1.0)
        lower = o.subtract(b.value, one)
        below = o.apply(np.power, a.value, lower)
        to_a = o.multiply(b.value, below)
        to_b = o.apply(_times_log, value, a.value)
        to_aa = o.multiply(b.value, lower, o.apply(np.power, a.value, o.subtract(lower, one)))
        to_ab = o.add(below, o.multiply(b.value, o.apply(_times_log, below, a.value)))
        to_bb = o.apply(_times_log, to_b, a.value)
        by_a, by_b = self.chain(a, value, to_a, to_aa), self.chain(b, value, to_b, to_bb)
        mixed = [o.multiply(to_ab, self.crossed(a, b, i, j)) for i, j in self.places]
        second = (o.add(p, q) for p, q in zip(by_a.second, by_b.second, strict=True))
        return Jet(
            value,
            tuple(o.add(p, q) for p, q in zip(by_a.first, by_b.first, strict=True)),
            tuple(o.add(p, q) for p, q in zip(second, mixed, strict=True)),
        )

    def chosen(self, choose: Callable[..., Any], test: int, a: Jet, b: Jet) -> Jet:
        """a or b, and their derivatives, by the test: the other branch may be nan."""
        o = self.operations

        def entry(p: Entry, q: Entry) -> Entry:
            if p is None and q is None:
                return None
            return o.apply(choose, test, o.apply(pair, self.known(p), self.known(q)))

        return self.linear(entry, a, b)

    def extreme(self, choose: Callable[..., Any], a: Jet, b: Jet) -> Jet:
        return self.chosen(choose, self.operations.apply(pair, a.value, b.value), a, b)


def _where(test: Any, branches: tuple[Any, Any]) -> Any:
    return np.where(test, *branches)


def _where_positive(u: Any, p: Any) -> Any:
    return np.where(u > 0.0, p, np.where(u <= 0.0, 0.0, np.nan))


def _of_larger(sides: tuple[Any, Any], parts: tuple[Any, Any]) -> Any:
    (a, b), (p, q) = sides, parts
    return np.where(a > b, p, np.where(a < b, q, 0.5 * (p + q)))


def _of_smaller(sides: tuple[Any, Any], parts: tuple[Any, Any]) -> Any:
    return _of_larger(sides[::-1], parts)


def _times_log(p: Any, a: Any) -> Any:
    return np.where(p == 0.0, 0.0, p * np.log(a))
