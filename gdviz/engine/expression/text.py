"""Formulas as a line of text, with symbols or with numbers in their place: ``v ← 0.8 · (−3.13, 1.89)``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.expression.latex import GREEK, unsigned
from gdviz.engine.expression.tree import Call, Comparison, Name, Negative, Node, Number, Operation

# How tightly a form binds; a looser one inside a tighter one needs brackets.
_SUM, _PRODUCT, _POWER, _ATOM = 1, 2, 3, 4
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_EXPONENTS = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹ᵗᵀ^"
_COMPARED = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠"}
_AROUND = {"abs": ("|", "|"), "norm": ("‖", "‖"), "floor": ("⌊", "⌋")}
_ACCENTS = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303"}


@dataclass(frozen=True, eq=False)
class Token:
    """A piece of a line: text, or a number, vector or matrix that stands for it.

    role: plain, gradient, memory (from before the step), position, step (made by this step).
    """

    text: str
    role: str = "plain"
    value: float | Array | None = None


Leaf = Callable[[str], Token]


def symbol_text(name: str) -> str:
    """A name as a line of text shows it: rho → ρ, v_hat → v̂."""
    base, _, rest = name.partition("_")
    base = GREEK.get(base, base)
    if rest in _ACCENTS and len(base) == 1:
        return base + _ACCENTS[rest]
    return f"{base}_{rest}" if rest else base


def number_text(value: float | Array) -> str:
    """A number (), vector (d,) or matrix (m, d), with all digits."""
    if np.ndim(value) == 0 or np.size(value) == 1:
        return repr(float(np.ravel(value)[0]))
    return "(" + ", ".join(map(number_text, np.asarray(value))) + ")"


def written(tokens: tuple[Token, ...]) -> str:
    """The tokens as one text; a number like 4e-11 in brackets where it is raised."""
    said = [token.text if token.value is None else number_text(token.value) for token in tokens]
    for i, after in enumerate(said[1:]):
        small_or_large = tokens[i].value is not None and "e" in said[i] and said[i][-1].isdigit()
        if small_or_large and after[0] in _EXPONENTS:
            said[i] = f"({said[i]})"
    return "".join(said)


def tokens(node: Node, leaf: Leaf) -> tuple[Token, ...]:
    """The formula in the order it is written; leaf: what stands for a name."""
    return _Writer(leaf).write(node)[0]


def _plain(text: str) -> tuple[Token, ...]:
    return (Token(text),)


class _Writer:
    """Each form as tokens, with how tightly it binds."""

    def __init__(self, leaf: Leaf) -> None:
        self.leaf = leaf

    def write(self, node: Node) -> tuple[tuple[Token, ...], int]:
        match node:
            case Number(value):
                return _plain(f"{value:.15g}"), _ATOM
            case Name(name):
                token = self.leaf(name)
                negative = token.value is not None and np.size(token.value) == 1 and np.all(token.value < 0)
                return (token,), _SUM if negative else _ATOM
            case Negative(operand):
                return _plain("−") + self.inside(operand, _PRODUCT), _SUM
            case Operation("+" | "-" as sign, left, right):
                minus, size = unsigned(right)
                if minus and sign == "+":
                    sign, right = "-", size
                between = _plain(" + " if sign == "+" else " − ")
                return self.inside(left, _SUM) + between + self.inside(right, _PRODUCT), _SUM
            case Operation("*" | "/" | "@" as sign, left, right):
                minus, size = unsigned(node)
                if minus:
                    return _plain("−") + self.inside(size, _PRODUCT), _SUM
                between = _plain(" / " if sign == "/" else " · ")
                least = _POWER if sign == "/" else _PRODUCT
                return self.inside(left, _PRODUCT) + between + self.inside(right, least), _PRODUCT
            case Operation("**", left, right):
                return self.inside(left, _ATOM) + self.exponent(right), _POWER
            case Comparison(sign, left, right):
                return self.write(left)[0] + _plain(f" {_COMPARED[sign]} ") + self.write(right)[0], 0
            case Call(function, arguments):
                return self.call(function, arguments)
        raise AssertionError(node)

    def inside(self, node: Node, least: int) -> tuple[Token, ...]:
        line, binds = self.write(node)
        return line if binds >= least else _plain("(") + line + _plain(")")

    def exponent(self, node: Node) -> tuple[Token, ...]:
        if isinstance(node, Number) and node.value.is_integer():
            return _plain(f"{node.value:.0f}".translate(_RAISED))
        line = self.inside(node, _ATOM)
        return _plain("ᵗ") if [(t.text, t.value) for t in line] == [("t", None)] else _plain("^") + line

    def call(self, function: str, arguments: tuple[Node, ...]) -> tuple[tuple[Token, ...], int]:
        if function == "solve":
            matrix, vector = arguments
            return self.inside(matrix, _ATOM) + _plain("⁻¹ · ") + self.inside(vector, _ATOM), _PRODUCT
        if function == "dot":
            a, b = arguments
            return self.inside(a, _ATOM) + _plain("ᵀ · ") + self.inside(b, _ATOM), _PRODUCT
        if function == "outer":
            a, b = arguments
            return self.inside(a, _ATOM) + _plain(" · ") + self.inside(b, _ATOM) + _plain("ᵀ"), _PRODUCT
        if function == "sqrt":
            return _plain("√") + self.inside(arguments[0], _ATOM), _ATOM
        begin, end = _AROUND.get(function, (f"{function}(", ")"))
        line = _plain(begin)
        for i, argument in enumerate(arguments):
            line += (_plain(", ") if i else ()) + self.write(argument)[0]
        return line + _plain(end), _ATOM
