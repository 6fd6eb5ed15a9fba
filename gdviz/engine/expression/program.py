"""Straight lists of array operations: what a formula is compiled to, and what carries it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np

from gdviz.engine.arrays import Array

CHUNK = 8192  # rows whose intermediate results stay in the processor's cache

Compute = Callable[..., Any]
Entry = int | None  # the number of an operation; None: zero, known to be so for every x
E = TypeVar("E", int, Entry)


def pair(a: Any, b: Any) -> tuple[Any, Any]:
    """Two results as one, for operations on more than two."""
    return a, b


class Operations:
    """A growing list of operations, each made once; constants are folded and ones left out.

    Numbers 0 to dimension - 1 are the coordinates; every other number is an operation's or a constant's.
    """

    def __init__(self, dimension: int) -> None:
        self.steps: list[tuple[Compute, int, int]] = []  # number dimension + i; -1: no second operand
        self.constants: dict[int, float] = {}
        self.dimension = dimension
        self._known: dict[tuple[Any, ...], int] = {}

    def constant(self, value: float) -> int:
        """The number of a constant."""
        key = ("constant", value, np.signbit(value))
        if key not in self._known:
            number = self._append(key, (pair, -1, -1))
            self.constants[number] = value
        return self._known[key]

    def apply(self, compute: Compute, a: int, b: int = -1) -> int:
        """The number of ``compute(a)`` or ``compute(a, b)``."""
        key = (compute, a, b)
        if key not in self._known:
            inner = [self.constants.get(i) for i in (a, b) if i >= 0]
            if compute is not pair and None not in inner:
                with np.errstate(all="ignore"):
                    return self.constant(float(compute(*(np.float64(c) for c in inner if c is not None))))
            self._append(key, (compute, a, b))
        return self._known[key]

    def _append(self, key: tuple[Any, ...], step: tuple[Compute, int, int]) -> int:
        number = self.dimension + len(self.steps)
        self.steps.append(step)
        self._known[key] = number
        return number

    def add(self, a: E, b: E) -> E:
        """a + b"""
        if a is None or b is None:
            return b if a is None else a
        return self.apply(np.add, min(a, b), max(a, b))

    def subtract(self, a: E, b: E) -> E:
        """a - b"""
        if b is None:
            return a
        return self.negative(b) if a is None else self.apply(np.subtract, a, b)

    def multiply(self, *factors: E) -> E:
        """The product of all factors, from left to right."""
        product: E = self.constant(1.0)
        for factor in factors:
            if product is None or factor is None:
                return None
            sides = (self.constants.get(product), self.constants.get(factor))
            if 1.0 in sides:
                product = factor if sides[0] == 1.0 else product
            elif -1.0 in sides:
                product = self.negative(factor if sides[0] == -1.0 else product)
            else:
                product = self.apply(np.multiply, min(product, factor), max(product, factor))
        return product

    def divide(self, a: E, b: int) -> E:
        """a / b"""
        return a if a is None or self.constants.get(b) == 1.0 else self.apply(np.divide, a, b)

    def negative(self, a: E) -> E:
        """-a"""
        return None if a is None else self.apply(np.negative, a)

    def power(self, a: int, exponent: int) -> int:
        """a to a whole exponent, by multiplications."""
        if exponent <= 0:
            one = self.constant(1.0)
            return one if exponent == 0 else self.apply(np.divide, one, self.power(a, -exponent))
        if exponent == 1:
            return a
        half = self.power(a, exponent // 2)
        square = self.apply(np.multiply, half, half)
        return square if exponent % 2 == 0 else self.apply(np.multiply, min(a, square), max(a, square))


class Program:
    """The operations that `outputs` need, and no more: x (B, d) → (len(outputs), B).

    Each row's results depend on that row alone, bit for bit.
    """

    def __init__(self, operations: Operations, outputs: Sequence[Entry]) -> None:
        first = operations.dimension
        last: dict[int, int] = {}  # where each number is used for the last time
        for number in outputs:
            if number is not None:
                last[number] = first + len(operations.steps)
        for i in range(len(operations.steps) - 1, -1, -1):
            if first + i in last:
                for operand in operations.steps[i][1:]:
                    last.setdefault(operand, first + i)
        slots = {i: i for i in range(first)}
        self._registers: list[Any] = [None] * first
        for number, value in operations.constants.items():
            if number in last:
                slots[number] = len(self._registers)
                self._registers.append(np.array([value]))
        free: list[int] = []
        self._steps: list[tuple[Compute, int, int, int]] = []
        for i, (compute, a, b) in enumerate(operations.steps):
            number = first + i
            if number not in last or number in operations.constants:
                continue
            # A register is free again once its last reader has run: results of large batches go early.
            done = {j for j in (a, b) if last[j] == number and j >= first and j not in operations.constants}
            free += [slots[j] for j in sorted(done)]
            if free:
                slots[number] = free.pop()
            else:
                slots[number] = len(self._registers)
                self._registers.append(None)
            self._steps.append((compute, slots[a], slots[b] if b >= 0 else -1, slots[number]))
        self._outputs = [(i, -1 if number is None else slots[number]) for i, number in enumerate(outputs)]

    def __call__(self, x: Array) -> Array:
        # Contiguous: NumPy's loops for other layouts may round differently.
        rows = x.T if x.flags.f_contiguous else np.ascontiguousarray(x.T)
        results = np.empty((len(self._outputs), len(x)))
        with np.errstate(all="ignore"):
            if len(x) <= CHUNK:
                self._run(rows, results)
            else:
                for begin in range(0, len(x), CHUNK):
                    self._run(rows[:, begin : begin + CHUNK], results[:, begin : begin + CHUNK])
        return results

    def _run(self, rows: Array, results: Array) -> None:
        kept = self._registers.copy()
        kept[: len(rows)] = rows
        for compute, a, b, to in self._steps:
            kept[to] = compute(kept[a]) if b < 0 else compute(kept[a], kept[b])
        for i, slot in self._outputs:
            results[i] = kept[slot] if slot >= 0 else 0.0
