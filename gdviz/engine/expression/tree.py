"""Formulas as text, read into small trees; nothing that is typed is ever run.

Python's own parser reads the text, and only the kinds of node listed here are taken over from its tree.
"""

from __future__ import annotations

import ast
import math
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np

from gdviz.engine.expression.spelling import Spelled, spelled
from gdviz.values import SpecError, hint

LONGEST = 400  # characters
MOST_NODES = 250
DEEPEST = 40
LARGEST = 1e9  # of a constant part
LARGEST_EXPONENT = 64  # of a constant exponent


@dataclass(frozen=True)
class Part:
    """column: where it begins in the user's text; constant: its value, if no name stands in it."""

    column: int = field(compare=False, kw_only=True, default=0)
    constant: float | None = field(compare=False, kw_only=True, default=None)


@dataclass(frozen=True)
class Number(Part):
    """A number as it is written."""

    value: float


@dataclass(frozen=True)
class Name(Part):
    """A variable, a parameter or a known constant."""

    name: str


@dataclass(frozen=True)
class Negative(Part):
    """-operand"""

    operand: Node


@dataclass(frozen=True)
class Operation(Part):
    """left sign right; sign is one of ``+ - * / ** @``."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Call(Part):
    """function(arguments)"""

    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True)
class Comparison(Part):
    """left sign right, in the condition of where(); sign is one of ``< <= > >= == !=``."""

    sign: str
    left: Node
    right: Node


Node: TypeAlias = Number | Name | Negative | Operation | Call | Comparison

SIGNS: Mapping[str, Callable[..., Any]] = {
    "+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide, "**": np.power, "@": np.matmul,
    "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal, "==": np.equal,
    "!=": np.not_equal,
}  # fmt: skip

_OPERATIONS: Mapping[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**", ast.MatMult: "@",
}  # fmt: skip
_COMPARISONS: Mapping[type[ast.cmpop], str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip


_SYNONYMS = {"ln": "log", "arcsin": "asin", "arccos": "acos", "arctan": "atan"}


@dataclass(frozen=True)
class Function:
    """compute: what it does to arrays; fewest, most: how many arguments it takes."""

    compute: Callable[..., Any]
    fewest: int = 1
    most: int = 1


@dataclass(frozen=True, eq=False)
class Language:
    """What may stand in a formula. kind: what errors begin with; names: those known, None for any."""

    kind: str
    functions: Mapping[str, Function]
    names: frozenset[str] | None
    constants: Mapping[str, float] = field(default_factory=dict)
    signs: str = "+-*/.,<>=!"


@lru_cache(maxsize=1024)
def parse(text: str, language: Language) -> Node:
    """Read a formula; raises SpecError, whose values have the `column` (from 0) of the fault in `text`."""
    kind = language.kind
    if len(text) > LONGEST:
        raise SpecError("{kind}: longer than {most} characters", kind=kind, most=LONGEST, column=LONGEST)
    if not text.strip():
        raise SpecError("{kind}: the formula is empty", kind=kind, column=0)
    source = spelled(text, kind, language.signs)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = ast.parse(source.source, mode="eval")
    except SyntaxError as fault:
        at = min(max((fault.offset or 1) - 1, 0), len(source.source))
        raise _unreadable(source, at, kind) from None
    except (ValueError, MemoryError, RecursionError, Warning):
        raise _unreadable(source, 0, kind) from None
    return _Reader(source, language).read(tree.body, 1)


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it."""
    yield node
    for child in children(node):
        yield from walk(child)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes right below, from left to right."""
    match node:
        case Negative(operand):
            return (operand,)
        case Operation(_, left, right) | Comparison(_, left, right):
            return left, right
        case Call(_, arguments):
            return arguments
        case _:
            return ()


def names(node: Node) -> frozenset[str]:
    """Every name that stands in it."""
    return frozenset(part.name for part in walk(node) if isinstance(part, Name))


def _unreadable(source: Spelled, at: int, kind: str) -> SpecError:
    column = source.columns[at]
    near = source.near(at)
    return SpecError("{kind}: this cannot be read: {near!r} (character {character})", kind=kind, near=near,
                     character=column + 1, column=column)


class _Reader:
    """Takes a tree of Python's over, node by node, and counts what it takes."""

    def __init__(self, source: Spelled, language: Language) -> None:
        self.source = source
        self.language = language
        self.count = 0

    def fault(self, at: ast.expr, template: str, **values: Any) -> SpecError:
        column = self.source.columns[at.col_offset]
        return SpecError("{kind}: " + template + " (character {character})", kind=self.language.kind,
                         **values, character=column + 1, column=column)

    def read(self, tree: ast.expr, depth: int) -> Node:
        if depth > DEEPEST:
            raise self.fault(tree, "nested more than {most} deep", most=DEEPEST)
        self.count += 1
        if self.count > MOST_NODES:
            raise self.fault(tree, "more than {most} numbers, names and operations", most=MOST_NODES)
        column = self.source.columns[tree.col_offset]
        match tree:
            case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
                value = self.constant(tree, number)
                return Number(value, column=column, constant=value)
            case ast.Name(id=name):
                return self.name(tree, name, column)
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                operand = self.read(inner, depth + 1)
                low = None if operand.constant is None else -operand.constant
                return Negative(operand, column=column, constant=low)
            case ast.UnaryOp(op=ast.UAdd(), operand=inner):
                return self.read(inner, depth + 1)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATIONS:
                return self.operation(tree, _OPERATIONS[type(op)], left, right, depth)
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
                return self.call(tree, name, arguments, depth)
            case ast.Compare():
                raise self.fault(tree, "comparisons stand only in where(condition, a, b)")
        raise _unreadable(self.source, tree.col_offset, self.language.kind)

    def constant(self, tree: ast.expr, value: Any) -> float:
        """The value of a part without variables, if it is of a size one can compute with."""
        try:
            number = float(value)
        except OverflowError:  # a whole number of hundreds of digits
            number = math.inf
        if not math.isfinite(number) or abs(number) > LARGEST:
            raise self.fault(tree, "a constant part is {value:g}, not within ±{most:g}", value=number,
                             most=LARGEST)
        return number

    def folded(self, tree: ast.expr, compute: Callable[..., Any], parts: tuple[Node, ...]) -> float | None:
        inner = [part.constant for part in parts]
        if None in inner:
            return None
        with np.errstate(all="ignore"):
            return self.constant(tree, compute(*(np.float64(c) for c in inner if c is not None)))

    def name(self, tree: ast.expr, name: str, column: int) -> Node:
        known = self.language.names
        if name in self.language.constants:
            return Name(name, column=column, constant=self.language.constants[name])
        if known is None or name in known:
            return Name(name, column=column)
        if name in self.language.functions:
            raise self.fault(tree, "{name} needs its argument in brackets", name=name)
        choice = [*sorted(known), *self.language.constants, *self.language.functions]
        raise self.fault(tree, "unknown name {name!r}{hint}", name=name[:40], hint=hint(name, choice))

    def operation(self, tree: ast.expr, sign: str, left: ast.expr, right: ast.expr, depth: int) -> Node:
        a, b = self.read(left, depth + 1), self.read(right, depth + 1)
        if sign == "**" and b.constant is not None and abs(b.constant) > LARGEST_EXPONENT:
            raise self.fault(right, "an exponent may be at most {most}, not {value:g}",
                             most=LARGEST_EXPONENT, value=b.constant)
        column = self.source.columns[tree.col_offset]
        return Operation(sign, a, b, column=column, constant=self.folded(tree, SIGNS[sign], (a, b)))

    def call(self, tree: ast.expr, name: str, arguments: list[ast.expr], depth: int) -> Node:
        name = name if name in self.language.functions else _SYNONYMS.get(name, name)
        function = self.language.functions.get(name)
        if function is None:
            if name in (self.language.names or ()) or name in self.language.constants:
                raise self.fault(tree, "an operator is missing after {name!r}", name=name)
            raise self.fault(tree, "unknown function {name!r}{hint}", name=name[:40],
                             hint=hint(name, self.language.functions))
        n = len(arguments)
        if not function.fewest <= n <= function.most:
            wanted = str(function.fewest)
            if function.most > function.fewest:
                wanted += " or more" if function.most > 9 else f" to {function.most}"
            raise self.fault(tree, "{name} takes {wanted} arguments, not {n}", name=name, wanted=wanted, n=n)
        if name == "where":
            parts = (self.condition(arguments[0], depth + 1),
                     *(self.read(part, depth + 1) for part in arguments[1:]))
        else:
            parts = tuple(self.read(part, depth + 1) for part in arguments)
        column = self.source.columns[tree.col_offset]
        return Call(name, parts, column=column, constant=self.folded(tree, function.compute, parts))

    def condition(self, tree: ast.expr, depth: int) -> Node:
        match tree:
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARISONS:
                self.count += 1
                a, b = self.read(left, depth + 1), self.read(right, depth + 1)
                sign, column = _COMPARISONS[type(op)], self.source.columns[tree.col_offset]
                return Comparison(sign, a, b, column=column, constant=self.folded(tree, SIGNS[sign], (a, b)))
        raise self.fault(tree, "the first argument of where is one comparison, like x < 1")
