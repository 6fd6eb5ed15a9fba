"""A network with one hidden layer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.activation import ACTIVATIONS, Activation
from gdviz.engine.learning.graph import GIVEN, PARAMETER, Node
from gdviz.engine.learning.layer import Layer
from gdviz.engine.learning.loss import Loss
from gdviz.engine.learning.model import Model, Text, Trace
from gdviz.engine.learning.network_hessian import hessian
from gdviz.engine.learning.table import CLASSES, LABELS, REGRESSION, Table
from gdviz.spec import param, register


@register
class Network(Model):
    """ŷ = W₂ φ(W₁ x + b₁) + b₂, two layers; for classes and labels the sums are scores.

    Back-propagation, with δ = ∂L/∂s of each sample: ∂L/∂W₂ = Σ δ aᵀ, ∂L/∂b₂ = Σ δ,
    ε = (W₂ᵀ δ) φ′(z), ∂L/∂W₁ = Σ ε xᵀ, ∂L/∂b₁ = Σ ε. The Hessian is exact, from second derivatives.

    It starts at random, uniform in ±1/√inputs of each layer, as torch.nn.Linear does.

    Source: Rumelhart, Hinton & Williams (1986), Nature 323, 533-536.
    """

    label = "Network"
    about = "Two layers: weighted sums of bent weighted sums."
    convex = False
    losses: ClassVar[Mapping[str, str]] = {
        REGRESSION: "mean-squared-error",
        CLASSES: "softmax-cross-entropy",
        LABELS: "sigmoid-cross-entropy",
    }

    hidden: int = param(8, "Nodes of the hidden layer.", within="[1, 256]", symbol="h", low=1, high=32)
    activation: str = param("tanh", "What bends the sums of the hidden nodes.", choices=tuple(ACTIVATIONS))

    @property
    def bending(self) -> Activation:
        """φ and its derivatives."""
        return ACTIVATIONS[self.activation]

    def _layers(self, size: int, rows: int) -> tuple[Layer, Layer]:
        """Both layers, from the numbers of parameters and of rows of the inputs."""
        first = Layer(self.hidden, rows - 1)
        return first, Layer((size - first.size) // (self.hidden + 1), self.hidden)

    def _matrices(self, theta: Array, inputs: Array) -> tuple[Array, Array]:
        first, second = self._layers(theta.shape[1], len(inputs))
        return first.joined(theta[:, : first.size]), second.joined(theta[:, first.size :])

    def formula(self, table: Table) -> str:
        inner = r"W_2\,\varphi(W_1 x + b_1) + b_2"
        return {
            REGRESSION: rf"\hat{{y}} = {inner}",
            CLASSES: rf"p = \mathrm{{softmax}}\left({inner}\right)",
            LABELS: rf"p = \sigma\left({inner}\right)",
        }[table.task]

    def names(self, table: Table) -> tuple[str, ...]:
        first = Layer(self.hidden, table.features.shape[1])
        return first.names("1") + Layer(table.outputs, self.hidden).names("2")

    def written(self, table: Table) -> Text:
        h, k, o = self.hidden, table.features.shape[1], table.outputs
        first, second = h * k, h * k + h + o * h
        return Text(
            (f"W1 = np.column_stack([x[:{first}].reshape({h}, {k}), x[{first}:{first + h}]])",
             f"W2, b2 = x[{first + h}:{second}].reshape({o}, {h}), x[{second}:]",
             "z = W1 @ inputs", f"a = {self.bending.written}", "scores = W2 @ a + b2[:, None]"),
            (f"back = ((W2.T @ slope)*({self.bending.written_slope})) @ inputs.T",
             "total = np.concatenate([",
             "    back[:, :-1].ravel(), back[:, -1], (slope @ a.T).ravel(), slope.sum(axis=1),",
             "])"),
            self._bent(k + 1, o),
        )

    def _bent(self, q: int, o: int) -> tuple[str, ...]:
        """The Hessian for scripts: the formulas of gdviz.engine.learning.network_hessian."""
        h = self.hidden
        split = h * q
        return (
            f"up, bent = {self.bending.written_slope}, {self.bending.written_bend}",
            f"J = np.zeros(({o}, len(x), a.shape[-1]))  # of the scores; each node's weights, then its bias",
            f"for c in range({o}):",
            f"    J[c, :{split}] = ((W2[c][:, None]*up)[:, None]*inputs).reshape({split}, -1)",
            f"    own = {split} + c*{h + 1}",
            f"    J[c, own : own + {h}], J[c, own + {h}] = a, 1",
            'curved = np.einsum("cdn,dpn->cpn", bend, J).swapaxes(0, 1).reshape(len(x), -1)',
            "total = J.swapaxes(0, 1).reshape(len(x), -1) @ curved.T",
            "weight = (W2.T @ slope)*bent",
            f"for i in range({h}):",
            f"    node = slice({q}*i, {q}*(i + 1))",
            "    total[node, node] += (inputs*weight[i]) @ inputs.T",
            f"    for c in range({o}):",
            f"        mixed, place = inputs @ (slope[c]*up[i]), {split} + c*{h + 1} + i",
            "        total[place, node] += mixed",
            "        total[node, place] += mixed",
            f"order = np.append(apart({h}, {q}), {split} + apart({o}, {h + 1}))",
            "total = total[order][:, order]",
        )

    def start(self, table: Table, seed: int = 0) -> Array:
        rng = np.random.default_rng(seed)
        layers = Layer(self.hidden, table.features.shape[1]), Layer(table.outputs, self.hidden)
        bounds = [1.0 / np.sqrt(layer.inputs) for layer in layers]
        return np.concatenate(
            [rng.uniform(-bound, bound, layer.size) for layer, bound in zip(layers, bounds, strict=True)]
        )

    def width(self, table: Table) -> int:
        return table.outputs + 2 * self.hidden

    def forward(self, theta: Array, inputs: Array, room: Array | None = None) -> Trace:
        first, second = self._matrices(theta, inputs)
        before = np.matmul(first, inputs)
        hidden = self.bending.value(before)
        scores = np.matmul(np.ascontiguousarray(second[:, :, :-1]), hidden, out=room)
        scores += second[:, :, -1:]
        return Trace(scores, before, hidden)

    def _deltas(self, theta: Array, inputs: Array, trace: Trace, slope: Array) -> tuple[Array, Array]:
        """∂/∂hidden and ∂/∂before (B, h, n)."""
        second = np.ascontiguousarray(self._matrices(theta, inputs)[1][:, :, :-1])
        back = np.matmul(second.swapaxes(1, 2), slope)
        return back, back * self.bending.first(trace.before, trace.hidden)

    def backward(self, theta: Array, inputs: Array, trace: Trace, slope: Array) -> Array:
        first, second = self._layers(theta.shape[1], len(inputs))
        _, delta = self._deltas(theta, inputs, trace, slope)
        outer = np.empty((len(theta), second.outputs, self.hidden + 1))
        outer[:, :, :-1] = np.matmul(slope, trace.hidden.swapaxes(1, 2))
        outer[:, :, -1] = slope.sum(axis=2)
        return np.concatenate([first.flat(np.matmul(delta, inputs.T)), second.flat(outer)], axis=1)

    def sample_gradients(self, theta: Array, inputs: Array, slope: Array) -> Array:
        trace = self.forward(theta, inputs)
        first, second = self._layers(theta.shape[1], len(inputs))
        _, delta = self._deltas(theta, inputs, trace, slope)
        activations = np.vstack([trace.hidden[0], np.ones((1, inputs.shape[1]))])
        inner = np.einsum("hn,qn->nhq", delta[0], inputs)
        outer = np.einsum("on,hn->noh", slope[0], activations)
        return np.concatenate([first.flat(inner), second.flat(outer)], axis=1)

    def hessian(self, theta: Array, inputs: Array, targets: Array, loss: Loss) -> Array:
        layers = self._layers(theta.shape[1], len(inputs))
        first, second = self._matrices(theta, inputs)
        return np.stack([
            hessian(w1, w2, layers, inputs, targets, self.bending, loss)
            for w1, w2 in zip(first, second, strict=True)
        ])

    def graph(self, theta: Array, inputs: Array, targets: Array, loss: Loss) -> tuple[Node, ...]:
        trace = self.forward(theta, inputs)
        slope = loss.slope(trace.scores.copy(), targets) * (loss.weight / loss.divisor(targets))
        back, delta = self._deltas(theta, inputs, trace, slope)
        w1, w2 = (each[0] for each in self._matrices(theta, inputs))
        inner, outer = delta[0] @ inputs.T, slope[0] @ trace.hidden[0].T
        scores = trace.scores[0]
        return (
            Node("x", "", (), inputs[:-1], (w1.T @ delta[0])[:-1], GIVEN),
            Node("W₁", "", (), w1[:, :-1], inner[:, :-1], PARAMETER),
            Node("b₁", "", (), w1[:, -1], inner[:, -1], PARAMETER),
            Node("z", "W₁ x + b₁", ("x", "W₁", "b₁"), trace.before[0], delta[0]),
            Node("a", self.bending.formula, ("z",), trace.hidden[0], back[0]),
            Node("W₂", "", (), w2[:, :-1], outer, PARAMETER),
            Node("b₂", "", (), w2[:, -1], slope[0].sum(axis=1), PARAMETER),
            Node(loss.score, "W₂ a + b₂", ("a", "W₂", "b₂"), scores, slope[0]),
            *loss.nodes(scores, targets),
        )

    def converted(self, theta: Array, table: Table, shift: Array, scale: Array) -> Array:
        """W₁ absorbs the scale and b₁ the shift; the second layer stays."""
        layer = Layer(self.hidden, table.features.shape[1])
        turned = layer.joined(theta[:, : layer.size])
        turned[:, :, :-1] /= scale
        turned[:, :, -1] -= turned[:, :, :-1] @ shift
        return np.concatenate([layer.flat(turned), theta[:, layer.size :]], axis=1)
