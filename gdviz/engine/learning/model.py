"""The family of models: what is fitted to the samples of a data set."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.graph import Node
from gdviz.engine.learning.loss import Loss
from gdviz.engine.learning.table import CLASSES, Table
from gdviz.spec import Spec
from gdviz.values import SpecError

NONE = np.empty((0, 0, 0))


class Trace(NamedTuple):
    """What a forward pass leaves for the backward pass.

    scores (B, o, n); before, hidden (B, h, n): a hidden layer's sums and activations, if there is one.
    """

    scores: Array
    before: Array = NONE
    hidden: Array = NONE


class Text(NamedTuple):
    """A model as lines of NumPy for scripts.

    The same operations as the model's own, so that a script rounds as a run does: samples stand in columns.

    scores: lines that give `scores` (n,) or (o, n) from the parameters x and the `inputs` (q, n); gradient:
    lines that give `total`, the gradient's sum over samples, from `slope`, of the scores' shape; hessian:
    lines that give `total`, that of the Hessian, from `bend` (n,) or (o, o, n) and `slope`; single: whether
    the scores are (n,).
    """

    scores: tuple[str, ...]
    gradient: tuple[str, ...]
    hessian: tuple[str, ...]
    single: bool = False


class Model(Spec):
    """Scores of samples as a function of p parameters, over batches of parameters: theta is (B, p).

    Inside, samples stand in the last axis: inputs (q, n) are what the first layer multiplies, made from
    features (n, k) by `inputs`; scores are (B, o, n). Every row of theta is computed by itself, so that
    its numbers do not depend on the rest of the batch.

    losses: task of the data → kind of the loss it is fitted with.
    """

    family = "model"
    catalogue: ClassVar[dict[str, type[Any]]] = {}
    about: ClassVar[str]
    losses: ClassVar[Mapping[str, str]]
    bias: ClassVar[bool] = True
    convex: ClassVar[bool] = True

    def require(self, table: Table) -> None:
        """Raise SpecError where the model does not fit this kind of data."""
        if table.task not in self.losses:
            fitting = sorted(kind for kind, model in self.catalogue.items() if table.task in model.losses)
            raise SpecError("{kind}: cannot be fitted to {task}; fitting models: {fitting}", kind=self.kind,
                            task=table.task, fitting=", ".join(fitting))

    def loss(self, table: Table) -> Loss:
        """The loss that belongs to the data's task."""
        chosen: Loss = Loss.named(self.losses[table.task])()
        return chosen

    def targets(self, table: Table) -> Array:
        """The targets (o, m) as the loss compares them: a class becomes a row of 0 and 1."""
        if table.task == CLASSES:
            return np.equal(np.arange(table.outputs)[:, None], table.targets[:, 0]).astype(np.float64)
        return np.ascontiguousarray(table.targets.T)

    def written(self, table: Table) -> Text:
        """The model as a script has it; raises SpecError where it has none."""
        raise SpecError("{kind}: there is no short script for it", kind=self.kind)

    def inputs(self, features: Array) -> Array:
        """What the first layer multiplies (q, n): the features (n, k) and a row of ones."""
        rows = self.rows(features)
        return np.vstack([rows, np.ones((1, len(features)))]) if self.bias else rows

    def rows(self, features: Array) -> Array:
        """The rows of `inputs` that are made from the features (n, k)."""
        return np.array(features.T, order="C")

    @abstractmethod
    def formula(self, table: Table) -> str:
        """LaTeX of the prediction ŷ."""

    @abstractmethod
    def names(self, table: Table) -> tuple[str, ...]:
        """The names of the p parameters."""

    def size(self, table: Table) -> int:
        """The number of parameters p."""
        return len(self.names(table))

    @abstractmethod
    def start(self, table: Table, seed: int = 0) -> Array:
        """Parameters (p,) to start from; only a model that must start at random depends on the seed."""

    @abstractmethod
    def width(self, table: Table) -> int:
        """Numbers that a forward pass computes for each sample."""

    @abstractmethod
    def forward(self, theta: Array, inputs: Array, room: Array | None = None) -> Trace:
        """The scores for inputs (q, n), and what was computed on the way; scores may be put into `room`."""

    @abstractmethod
    def backward(self, theta: Array, inputs: Array, trace: Trace, slope: Array) -> Array:
        """Back-propagation: from ∂/∂scores (B, o, n) to ∂/∂theta (B, p), summed over the samples."""

    @abstractmethod
    def sample_gradients(self, theta: Array, inputs: Array, slope: Array) -> Array:
        """As `backward` for one parameter vector (1, p), but a row for each sample: (n, p)."""

    @abstractmethod
    def hessian(self, theta: Array, inputs: Array, targets: Array, loss: Loss) -> Array:
        """Second derivatives (B, p, p), summed over the samples, without the loss's constant factors."""

    @abstractmethod
    def graph(self, theta: Array, inputs: Array, targets: Array, loss: Loss) -> tuple[Node, ...]:
        """The nodes of the computation for one parameter vector (1, p), from features to loss."""

    @abstractmethod
    def converted(self, theta: Array, table: Table, shift: Array, scale: Array) -> Array:
        """The parameters (B, p) for raw x that predict what theta predicts for (x - shift) / scale."""
