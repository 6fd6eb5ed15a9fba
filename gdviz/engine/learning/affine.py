"""Models whose scores are linear in their parameters: s = W φ(x) + b."""

from __future__ import annotations

from math import comb

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.graph import GIVEN, PARAMETER, Node
from gdviz.engine.learning.layer import Layer
from gdviz.engine.learning.loss import Loss
from gdviz.engine.learning.model import Model, Text, Trace
from gdviz.engine.learning.table import Table


class Affine(Model):
    """One layer; φ(x) are the features' powers up to `power`. Its losses are convex, its Hessians exact.

    With slope δ = ∂L/∂s of each sample: ∂L/∂W = Σ δ φᵀ, ∂L/∂b = Σ δ; with the slope's derivative C:
    ∂²L/∂W∂W = Σ C ⊗ φ φᵀ.
    """

    @property
    def power(self) -> int:
        """Highest power of a feature."""
        return 1

    def layer(self, table: Table) -> Layer:
        """How W and b lie in θ."""
        return Layer(len(self.targets_of(table)), table.features.shape[1] * self.power, self.bias)

    def targets_of(self, table: Table) -> tuple[str, ...]:
        """What there is a score for: the targets, or the classes."""
        return table.classes or table.target_names

    def _layer_of(self, theta: Array, inputs: Array) -> Layer:
        return Layer(theta.shape[1] // len(inputs), len(inputs) - self.bias, self.bias)

    def rows(self, features: Array) -> Array:
        """x₁, x₁², …, x₂, x₂², … for each feature up to the highest power."""
        if self.power == 1:
            return super().rows(features)
        powers = np.repeat(features.T, self.power, axis=0)
        return powers ** np.tile(np.arange(1.0, self.power + 1), features.shape[1])[:, None]

    def names(self, table: Table) -> tuple[str, ...]:
        return self.layer(table).names()

    def formula(self, table: Table) -> str:
        return rf"\hat{{y}} = {self.sum_formula(table)}"

    def sum_formula(self, table: Table) -> str:
        """LaTeX of the score."""
        layer = self.layer(table)
        tail = " + b" if self.bias else ""
        if layer.outputs > 1:
            return "W x" + tail
        return ("w x" if layer.inputs == 1 else r"w^\top x") + tail

    def written(self, table: Table) -> Text:
        layer = self.layer(table)
        if layer.outputs == 1:
            return Text(("scores = x @ inputs",), ("total = slope @ inputs.T",),
                        ("total = (inputs*bend) @ inputs.T",), single=True)
        size = f"{layer.outputs}, {layer.inputs}"
        curved = (
            "q, total = len(inputs), np.zeros((len(x), len(x)))",
            f"for c, d in np.ndindex({layer.outputs}, {layer.outputs}):",
            "    total[c*q : c*q + q, d*q : d*q + q] = (inputs*bend[c, d]) @ inputs.T",
        )
        if not self.bias:
            scores = f"scores = x.reshape({size}) @ inputs"
            return Text((scores,), ("total = (slope @ inputs.T).ravel()",), curved)
        end = layer.outputs * layer.inputs
        return Text(
            (f"W = np.column_stack([x[:{end}].reshape({size}), x[{end}:]])", "scores = W @ inputs"),
            ("back = slope @ inputs.T", "total = np.append(back[:, :-1], back[:, -1])"),
            (*curved, f"order = apart({layer.outputs}, q)", "total = total[order][:, order]"),
        )

    def start(self, table: Table, seed: int = 0) -> Array:
        """All parameters 0."""
        return np.zeros(self.layer(table).size)

    def width(self, table: Table) -> int:
        return len(self.targets_of(table))

    def forward(self, theta: Array, inputs: Array, room: Array | None = None) -> Trace:
        weights = self._layer_of(theta, inputs).joined(theta)
        if len(inputs) == 1:  # a product with one column is no work for a matrix routine
            return Trace(np.multiply(weights, inputs, out=room, order="C"))
        return Trace(np.matmul(weights, inputs, out=room))

    def backward(self, theta: Array, inputs: Array, trace: Trace, slope: Array) -> Array:
        return self._layer_of(theta, inputs).flat(np.matmul(slope, inputs.T))

    def sample_gradients(self, theta: Array, inputs: Array, slope: Array) -> Array:
        return self._layer_of(theta, inputs).flat(np.einsum("on,qn->noq", slope[0], inputs))

    def hessian(self, theta: Array, inputs: Array, targets: Array, loss: Loss) -> Array:
        layer, rows = self._layer_of(theta, inputs), len(inputs)
        bend = loss.bend(self.forward(theta, inputs).scores)
        joined = np.zeros((len(bend), layer.outputs, rows, layer.outputs, rows))
        for c in range(layer.outputs):
            for d in range(c, layer.outputs) if loss.coupled else (c,):
                block = np.matmul(inputs * bend[:, c, d, None], inputs.T)
                joined[:, c, :, d] = joined[:, d, :, c] = block
        order = layer.order()
        found = joined.reshape(len(bend), layer.size, layer.size)[:, order][:, :, order]
        return np.array(np.broadcast_to(found, (len(theta), layer.size, layer.size)))

    def graph(self, theta: Array, inputs: Array, targets: Array, loss: Loss) -> tuple[Node, ...]:
        scores = self.forward(theta, inputs).scores
        delta = loss.slope(scores.copy(), targets)[0] * (loss.weight / loss.divisor(targets))
        layer = self._layer_of(theta, inputs)
        weights, slope = layer.joined(theta)[0], np.matmul(delta, inputs.T)
        back = (weights.T @ delta)[: layer.inputs]
        rows, many = inputs[: layer.inputs], layer.inputs
        w = "W" if layer.outputs > 1 else "w"
        nodes = [Node("x", "", (), rows, back, GIVEN)]
        if self.power > 1:
            exponents = np.tile(np.arange(1.0, self.power + 1), many // self.power)[:, None]
            x = rows[:: self.power]
            bent = back * exponents * np.repeat(x, self.power, axis=0) ** (exponents - 1.0)
            nodes[0] = Node("x", "", (), x, bent.reshape(len(x), self.power, -1).sum(axis=1), GIVEN)
            nodes.append(Node("φ", self._powers(), ("x",), rows, back))
        entering = nodes[-1].name
        nodes.append(Node(w, "", (), weights[:, :many], slope[:, :many], PARAMETER))
        product = f"{w}{'ᵀ' if w == 'w' and many > 1 else ' '}{entering}"
        if self.bias:
            nodes.append(Node("b", "", (), weights[:, -1], slope[:, -1], PARAMETER))
            made = Node(loss.score, f"{product} + b", (entering, w, "b"), scores[0], delta)
        else:
            made = Node(loss.score, product, (entering, w), scores[0], delta)
        return (*nodes, made, *loss.nodes(scores[0], targets))

    def _powers(self) -> str:
        """φ(x) as text."""
        raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"
        last = "x" + "".join(raised[int(digit)] for digit in str(self.power))
        return {2: "(x, x²)", 3: "(x, x², x³)"}.get(self.power, f"(x, …, {last})")

    def converted(self, theta: Array, table: Table, shift: Array, scale: Array) -> Array:
        """Σ c_r ((x - μ)/σ)ʳ, multiplied out by the binomial theorem; what is constant goes to b."""
        layer, power = self.layer(table), self.power
        weights = layer.joined(theta)
        turned = weights.copy()
        turned[:, :, : layer.inputs] = 0.0
        for j, (mu, sigma) in enumerate(zip(shift, scale, strict=True)):
            for r in range(1, power + 1):
                given = weights[:, :, j * power + r - 1] / sigma**r
                for t in range(1, r + 1):
                    turned[:, :, j * power + t - 1] += given * comb(r, t) * (-mu) ** (r - t)
                if self.bias:
                    turned[:, :, -1] += given * (-mu) ** r
        return layer.flat(turned)
