"""An optimizer's equations in its own symbols: which name plays which role, and their LaTeX and text."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from gdviz.engine.expression.latex import latex, led, symbol
from gdviz.engine.expression.rule import assignment
from gdviz.engine.expression.text import Token, symbol_text, tokens, written
from gdviz.engine.expression.tree import Node
from gdviz.engine.optimizer import Optimizer

PLAIN, GRADIENT, MEMORY, POSITION, STEP = "plain", "gradient", "memory", "position", "step"


class Notation:
    """How the names in a rule are written, and their roles; `made` grows with the equations set so far.

    Roles: gradient g; position x; memory: a memory field as it was before the step; step: what an earlier
    equation made; plain: all else. colours: role → "#RRGGBB".
    """

    def __init__(self, optimizer: Optimizer, colours: Mapping[str, str] | None = None) -> None:
        self.symbols = {name: about.symbol for name, about in optimizer.params().items() if about.symbol}
        self.fields = frozenset(optimizer.init(np.zeros((1, 2)))._fields)
        self.colours = colours or {}
        self.made: set[str] = set()

    def role(self, name: str, assigned: bool = False) -> str:
        """The role of a name; assigned: where it stands on the left."""
        if name in ("g", "x"):
            return GRADIENT if name == "g" else POSITION
        if assigned or name in self.made:
            return STEP
        return MEMORY if name in self.fields else PLAIN

    def name_latex(self, name: str, assigned: bool = False) -> str:
        """A name as LaTeX, in the colour of its role."""
        text = symbol(self.symbols.get(name, name))
        colour = self.colours.get(self.role(name, assigned))
        return rf"{{\color{{{colour}}}{text}}}" if colour else text

    def token(self, name: str, assigned: bool = False) -> Token:
        """A name as text, with its role."""
        return Token(self.symbols.get(name) or symbol_text(name), self.role(name, assigned))

    def latex(self, node: Node, inline: bool = False) -> str:
        return latex(node, self.name_latex, inline)

    def text(self, node: Node) -> str:
        return written(tokens(node, self.token))

    def equation_latex(self, name: str, right: Node) -> str:
        """``name ← right`` as LaTeX."""
        return rf"{self.name_latex(name, assigned=True)} \leftarrow {led(self.latex(right))}"

    def equation_text(self, name: str, right: Node) -> str:
        """``name ← right`` as text."""
        return f"{self.token(name).text} ← {self.text(right)}"


def rule_latex(optimizer: Optimizer, t: int, colours: Mapping[str, str]) -> tuple[str, ...]:
    """LaTeX of each equation of the rule of step t; what one has made is a step's in those that follow."""
    notation = Notation(optimizer, colours)
    lines = []
    for equation in optimizer.rule(t):
        name, right = assignment(equation)
        lines.append(notation.equation_latex(name, right))
        notation.made.add(name)
    return tuple(lines)
