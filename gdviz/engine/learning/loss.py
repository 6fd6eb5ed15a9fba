"""The family of losses: how far a model's scores are from the targets."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

from gdviz.engine.arrays import Array
from gdviz.engine.learning.graph import Node
from gdviz.spec import Spec


class Loss(Spec):
    """A mean over samples, computed from the scores, so that large scores stay finite.

    Samples stand in the last axis, contiguous in memory: scores are (B, o, n), targets (o, n). Each row
    of the batch is summed by itself, so that its result does not depend on the others.

    ∂L/∂score = weight · slope / divisor: the constant factors are applied once, to the sum over samples.

    `judged`, `value` and `slope` may use up the memory of the scores: with very many samples a second array
    of that size costs more than the arithmetic.

    formula: LaTeX, formulas: the same for several outputs; coupled: whether one output's score enters the
    slope of another; score: what a score is called.

    written, written_slope: the loss and `slope` as NumPy for scripts, from scores and targets (n,) or (o, n);
    written_bend, written_bends: `bend` from scores (n,) and, as (o, o, n), from scores (o, n);
    written_divisor: `divisor`; torch: the loss.
    """

    family = "loss"
    catalogue: ClassVar[dict[str, type[Any]]] = {}
    about: ClassVar[str]
    formula: ClassVar[str]
    formulas: ClassVar[str]
    weight: ClassVar[float] = 1.0
    coupled: ClassVar[bool] = False
    score: ClassVar[str] = "s"
    written: ClassVar[str]
    written_divisor: ClassVar[str] = "scores.shape[-1]"
    written_slope: ClassVar[str]
    written_bend: ClassVar[str] = ""
    written_bends: ClassVar[str]
    torch: ClassVar[str]

    def divisor(self, targets: Array) -> int:
        """What the sum over samples and outputs is divided by: the number of samples n."""
        return int(targets.shape[-1])

    @abstractmethod
    def each(self, scores: Array, targets: Array) -> Array:
        """The loss of each sample (B, n); their mean is the loss."""

    @abstractmethod
    def judged(self, scores: Array, targets: Array) -> tuple[Array, Array]:
        """The loss (B,) and the slope (B, o, n)."""

    def value(self, scores: Array, targets: Array) -> Array:
        """The loss (B,)."""
        return self.judged(scores, targets)[0]

    def slope(self, scores: Array, targets: Array) -> Array:
        """The slope (B, o, n)."""
        return self.judged(scores, targets)[1]

    @abstractmethod
    def bend(self, scores: Array) -> Array:
        """The slope's derivatives (B or 1, o, o, n) by the scores."""

    @abstractmethod
    def predicted(self, scores: Array) -> Array:
        """What the scores (B, o, n) say: numbers, or probabilities."""

    @abstractmethod
    def nodes(self, scores: Array, targets: Array) -> tuple[Node, ...]:
        """What becomes of the scores (o, n) in the computational graph, from there to the loss L."""
