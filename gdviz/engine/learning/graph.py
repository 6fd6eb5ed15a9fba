"""The computational graph of a data problem: values go forward through it, gradients backward."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from gdviz.engine.arrays import Array

GIVEN, PARAMETER, STEP, LOSS = "given", "parameter", "step", "loss"

_RAISED, _LOWERED = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
_LATEX = {
    "ŷ": r"\hat{y}", "ᵀ": r"^\top ", "ℓ": r"\ell ", "φ": r"\varphi ", "σ": r"\sigma ", "Σ": r"\sum ",
    "…": r"\ldots ", "−": "-", "log": r"\log ", "tanh": r"\tanh ", "max": r"\max ",
    "mean": r"\mathrm{mean}", "softmax": r"\mathrm{softmax}", "BCE": r"\mathrm{BCE}",
}  # fmt: skip
_SIGN = re.compile("|".join([*sorted(_LATEX, key=len, reverse=True), f"[{_RAISED}]+", f"[{_LOWERED}]+"]))


def latex(text: str) -> str:
    """A symbol or operation as LaTeX: "z = W₁ x + b₁" → "z = W_{1} x + b_{1}"."""

    def written(found: re.Match[str]) -> str:
        sign = found[0]
        if sign in _LATEX:
            return _LATEX[sign]
        digits, mark = (_RAISED, "^") if sign[0] in _RAISED else (_LOWERED, "_")
        return f"{mark}{{{''.join(str(digits.index(digit)) for digit in sign)}}}"

    return _SIGN.sub(written, text)


class Node(NamedTuple):
    """A node of the graph, for one parameter vector.

    name: its symbol; operation: how it is made of its inputs, empty for what is given; value: (u, n) where
    every one of n samples has u numbers, the shape of the parameters (o, i) or (o,), () for the loss;
    gradient: ∂L/∂value, of the same shape, None for targets, which nothing is passed back to.
    """

    name: str
    operation: str
    inputs: tuple[str, ...]
    value: Array
    gradient: Array | None
    role: str = STEP

    @property
    def text(self) -> str:
        """Symbol and operation: "z = W₁ x + b₁"."""
        return f"{self.name} = {self.operation}" if self.operation else self.name

    @property
    def latex(self) -> str:
        """The same as LaTeX."""
        return latex(self.text)

    @property
    def sampled(self) -> bool:
        """Whether every sample has numbers of its own here."""
        return self.role in (GIVEN, STEP)


@dataclass(frozen=True, eq=False)
class Graph:
    """nodes: each after its inputs, the loss last; samples: how many go through it."""

    nodes: tuple[Node, ...]
    samples: int

    def __getitem__(self, name: str) -> Node:
        return next(node for node in self.nodes if node.name == name)

    @property
    def gradient(self) -> Array:
        """∂L/∂θ (p,): the parameters' gradients in their order."""
        parts = [node.gradient for node in self.nodes if node.role == PARAMETER]
        return np.concatenate([part.ravel() for part in parts if part is not None])

    @property
    def spine(self) -> tuple[Node, ...]:
        """What the samples go through, from the features to the loss."""
        return tuple(node for i, node in enumerate(self.nodes) if i == 0 or node.role in (STEP, LOSS))

    def beside(self, node: Node) -> tuple[Node, ...]:
        """What goes into a node of the spine from its side: parameters and targets."""
        spine = {each.name for each in self.spine}
        return tuple(self[name] for name in node.inputs if name not in spine)

    def seen(self, node: Node, sample: int | None = None) -> tuple[Array, Array | None]:
        """Value and gradient of a node without the samples' axis: of one sample, or of all together.

        All together the value is the mean over the samples, and the gradient their sum: what the loss
        changes by if all of them change alike. Parameters and the loss belong to no sample.
        """
        if not node.sampled:
            return node.value, node.gradient
        with np.errstate(all="ignore"):
            if sample is None:
                return node.value.mean(axis=-1), None if node.gradient is None else node.gradient.sum(axis=-1)
        return node.value[..., sample], None if node.gradient is None else node.gradient[..., sample]
