"""An objective that is a model's loss on the samples of a data set."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.datasets.line import Line
from gdviz.engine.learning import fitted
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.graph import Graph
from gdviz.engine.learning.loss import Loss
from gdviz.engine.learning.model import Model, Trace
from gdviz.engine.learning.table import Table
from gdviz.engine.models.linear import Linear
from gdviz.engine.objective import ALL_TERMS, Box, Objective, Point, Terms
from gdviz.spec import declared, param
from gdviz.values import SpecError

CELLS = 1 << 16  # numbers of a forward pass that are held at a time: they stay in the processor's cache
MANY = 1 << 12  # scores from which it pays to keep their memory from one evaluation to the next


@declared
class DataProblem(Objective):
    """L(θ) = (1/m) Σ loss(model(xᵢ; θ), yᵢ) over the m samples of a data set; terms are samples.

    It is not in the catalogue: a scenario with [model] and [data] makes it. x stands for θ, (B, p).
    `model.label` and `data.label` are its names for people.
    """

    kind: ClassVar[str] = "data-problem"
    label = "Data problem"
    about = "A model fitted to samples: the loss is a mean over them."

    model: Model = param(Linear(), "What is fitted.")
    data: Dataset = param(Dataset.from_dict({"kind": Line.kind}), "The samples it is fitted to.")

    def check(self) -> None:
        self.model.require(self.table)

    @property
    def table(self) -> Table:
        """The samples as they are given."""
        return self.data.table

    @property
    def terms(self) -> int:
        return self.table.terms

    @cached_property
    def dimension(self) -> int:
        return self.model.size(self.table)

    @cached_property
    def axes(self) -> tuple[str, ...]:
        return self.model.names(self.table)

    @property
    def formula(self) -> str:
        loss = self.loss.formula if len(self.targets) == 1 else self.loss.formulas
        return rf"{loss},\quad {self.model.formula(self.table)}"

    # Samples as they are fitted

    @cached_property
    def loss(self) -> Loss:
        """The loss of one comparison of scores with targets."""
        return self.model.loss(self.table)

    @cached_property
    def shift(self) -> Array:
        """What is taken off every feature (k,): 0, or the means where the features are standardised."""
        features = self.table.features
        used = self.data.standardise and self.model.bias
        return features.mean(axis=0) if used else np.zeros(features.shape[1])

    @cached_property
    def deviation(self) -> Array:
        """What every feature is divided by (k,): 1, or the standard deviations about `shift`."""
        features = self.table.features
        if not self.data.standardise:
            return np.ones(features.shape[1])
        found = np.sqrt(np.mean((features - self.shift) ** 2, axis=0))
        return np.where(found > 0.0, found, 1.0)

    def _features(self, features: Array) -> Array:
        return (features - self.shift) / self.deviation if self.data.standardise else features

    @cached_property
    def inputs(self) -> Array:
        """What the model's first layer multiplies (q, m)."""
        return self.model.inputs(self._features(self.table.features))

    @cached_property
    def targets(self) -> Array:
        """What the scores are compared with (o, m)."""
        return self.model.targets(self.table)

    def _chosen(self, index: Terms) -> tuple[Array, Array]:
        if isinstance(index, slice):
            return self.inputs[:, index], self.targets[:, index]
        return np.take(self.inputs, index, axis=1), np.take(self.targets, index, axis=1)

    # The objective

    def _slices(self, x: Array, samples: int) -> list[slice]:
        """Parts of the batch whose forward pass stays small."""
        rows = max(CELLS // max(self.model.width(self.table) * samples, 1), 1)
        return [slice(begin, begin + rows) for begin in range(0, len(x), rows)]

    @cached_property
    def _room(self) -> Array:
        return np.empty(max(CELLS, len(self.targets) * self.terms))

    def _forward(self, theta: Array, inputs: Array) -> Trace:
        """A forward pass whose scores are used up before the next one: they share their memory.

        Getting fresh memory for 100 000 scores at every step can cost ten times their computation.
        """
        shape = (len(theta), len(self.targets), inputs.shape[1])
        cells = shape[0] * shape[1] * shape[2]
        fits = MANY <= cells <= len(self._room)
        return self.model.forward(theta, inputs, self._room[:cells].reshape(shape) if fits else None)

    def batch_value(self, x: Array, index: Terms) -> Array:
        inputs, targets = self._chosen(index)
        found = np.empty(len(x))
        for part in self._slices(x, inputs.shape[1]):
            found[part] = self.loss.value(self._forward(x[part], inputs).scores, targets)
        return found

    def batch_gradient(self, x: Array, index: Terms) -> Array:
        inputs, targets = self._chosen(index)
        found = np.empty(x.shape, order="F")
        for part in self._slices(x, inputs.shape[1]):
            trace = self._forward(x[part], inputs)
            slope = self.loss.slope(trace.scores, targets)
            found[part] = self.model.backward(x[part], inputs, trace, slope)
        return self._scaled(found, targets)

    def batch_hessian(self, x: Array, index: Terms) -> Array:
        inputs, targets = self._chosen(index)
        found = np.empty((*x.shape, x.shape[1]))
        for part in self._slices(x, inputs.shape[1] * x.shape[1]):
            found[part] = self.model.hessian(x[part], inputs, targets, self.loss)
        return self._scaled(found, targets)

    def _scaled(self, total: Array, targets: Array) -> Array:
        if self.loss.weight != 1.0:
            total *= self.loss.weight
        total /= self.loss.divisor(targets)
        return total

    def value_and_gradient(self, x: Array) -> tuple[Array, Array]:
        value, gradient = np.empty(len(x)), np.empty(x.shape, order="F")
        for part in self._slices(x, self.terms):
            trace = self._forward(x[part], self.inputs)
            value[part], slope = self.loss.judged(trace.scores, self.targets)
            gradient[part] = self.model.backward(x[part], self.inputs, trace, slope)
        return value, self._scaled(gradient, self.targets)

    def value(self, x: Array) -> Array:
        return self.batch_value(x, ALL_TERMS)

    def gradient(self, x: Array) -> Array:
        return self.batch_gradient(x, ALL_TERMS)

    def hessian(self, x: Array) -> Array:
        return self.batch_hessian(x, ALL_TERMS)

    @property
    def quadratic(self) -> bool:
        return self._quadratic is not None

    @cached_property
    def _quadratic(self) -> tuple[Array, Array, float] | None:
        """Least-squares solution (p,), Hessian (p, p) and loss there; None where the loss is no parabola."""
        if not self.minima:
            return None
        at = np.array(self.minima)
        return at[0], self.hessian(at)[0], float(self.value(at)[0])

    def surface(self, x: Array) -> Array:
        """A mean squared error of an affine model is a parabola: its cost does not grow with the samples."""
        if self._quadratic is None:
            return self.value(x)
        centre, bend, lowest = self._quadratic
        away = x - centre
        return np.asarray(lowest + 0.5 * np.einsum("bi,bi->b", away @ bend, away))

    @property
    def cost(self) -> int:
        return self.dimension if self._quadratic else self.term_cost * self.terms

    @property
    def term_cost(self) -> int:
        return self.model.width(self.table)

    # Single samples

    def sample_gradients(self, theta: Array, index: Terms = ALL_TERMS) -> Array:
        """The gradient of each chosen sample's loss (n, p) for one parameter vector (p,)."""
        inputs, targets = self._chosen(index)
        slope = self.loss.slope(self.model.forward(theta[None], inputs).scores, targets)
        found = self.model.sample_gradients(theta[None], inputs, slope)
        found *= self.loss.weight * inputs.shape[1] / self.loss.divisor(targets)
        return found

    def graph(self, theta: Array, index: Terms = ALL_TERMS) -> Graph:
        """The computation for one parameter vector (p,): values forward, gradients backward."""
        inputs, targets = self._chosen(index)
        with np.errstate(all="ignore"):
            return Graph(self.model.graph(theta[None], inputs, targets, self.loss), inputs.shape[1])

    # Using the fitted model

    def outputs(self, theta: Array, features: Array) -> Array:
        """Numbers or probabilities (B, n, o) of parameters (B, p) for raw features (n, k)."""
        inputs = self.model.inputs(self._features(features))
        found = [
            self.loss.predicted(self.model.forward(theta[part], inputs).scores)
            for part in self._slices(theta, inputs.shape[1])
        ]
        return np.concatenate(found).swapaxes(1, 2)

    def predict(self, theta: Array, features: Array) -> Array:
        """Numbers or probabilities (n, o) of parameters (p,) for raw features (n, k).

        Raises SpecError for a wrong number of features.
        """
        wanted, given = self.table.features.shape[1], features.shape[1]
        if given != wanted:
            raise SpecError("predict: {names} needs {wanted} numbers, not {n}", wanted=wanted,
                            names=", ".join(self.table.feature_names)[:80], n=given)
        return np.asarray(self.outputs(theta[None], features)[0])

    def classify(self, theta: Array, features: Array) -> Array:
        """The most probable class number (n,) for raw features (n, k); data with classes only."""
        found = self.outputs(theta[None], features)[0]
        if found.shape[1] == 1:
            return np.asarray(found[:, 0] > 0.5, dtype=np.float64)
        return np.asarray(np.argmax(found, axis=1), dtype=np.float64)

    def raw(self, theta: Array) -> Array:
        """Parameters (B, p) for the features as given, for parameters of the standardised ones."""
        return self.model.converted(theta, self.table, self.shift, self.deviation)

    def standardised(self, theta: Array) -> Array:
        """The inverse of `raw`."""
        return self.model.converted(theta, self.table, -self.shift / self.deviation, 1.0 / self.deviation)

    # Where to look

    @cached_property
    def start(self) -> Point:
        return self.start_from(0)

    def start_from(self, seed: int) -> Point:
        return tuple(map(float, self.model.start(self.table, seed)))

    def new_start(self, seed: int) -> Point:
        return super().new_start(seed) if self.model.convex else self.start_from(seed)

    @cached_property
    def minima(self) -> tuple[Point, ...]:
        """The least-squares solution of a convex model; none where no formula gives the minimum."""
        found = fitted.least_squares(self)
        return () if found is None else (tuple(map(float, found)),)

    @cached_property
    def box(self) -> Box:
        """Around the best fit, with the start well inside; for a network around the start."""
        return fitted.box(self)
