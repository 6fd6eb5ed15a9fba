"""The exact Hessian of a network with one hidden layer.

∂²L/∂θ² = Σ Jᵀ C J + Σ δ · ∂²s/∂θ²: J = ∂s/∂θ of each sample, δ and C the first and second derivatives of
the loss by the scores. The first sum is the Gauss-Newton matrix. ∂²s/∂θ² has only these entries, with
x̃ = (x, 1) and i a hidden node:

    ∂²s_c / ∂W₁ᵢ ∂W₁ᵢ = W₂cᵢ φ″(zᵢ) x̃ x̃ᵀ,    ∂²s_c / ∂W₂cᵢ ∂W₁ᵢ = φ′(zᵢ) x̃.

Source: Bishop (1992), Exact calculation of the Hessian matrix for the multilayer perceptron, Neural
Computation 4, 494-501.
"""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.activation import Activation
from gdviz.engine.learning.layer import Layer
from gdviz.engine.learning.loss import Loss

CELLS = 1 << 21  # entries of J that are held at a time


def hessian(
    first: Array, second: Array, layers: tuple[Layer, Layer], inputs: Array, targets: Array,
    bending: Activation, loss: Loss,
) -> Array:
    """The second derivatives (p, p) for weights first (h, q) and second (o, h + 1), summed over samples."""
    size = first.size + second.size
    total = np.zeros((size, size))
    block = max(CELLS // (size * len(second)), 1)
    for begin in range(0, inputs.shape[1], block):
        samples = slice(begin, begin + block)
        total += _part(first, second, inputs[:, samples], targets[:, samples], bending, loss)
    order = np.concatenate([layers[0].order(), layers[0].size + layers[1].order()])
    return np.asarray(total[order][:, order])


def _part(
    first: Array, second: Array, inputs: Array, targets: Array, bending: Activation, loss: Loss
) -> Array:
    """The sum over these samples; parameters stand as in the joined matrices, row by row."""
    (hidden, rows), outputs, n = first.shape, len(second), inputs.shape[1]
    z = first @ inputs
    a = bending.value(z)
    up, bent = bending.first(z, a), bending.second(z, a)
    scores = (second[:, :-1] @ a + second[:, -1:])[None]
    bend = np.broadcast_to(loss.bend(scores), (1, outputs, outputs, n))[0]
    slope = loss.slope(scores, targets)[0]

    split = hidden * rows
    jacobian = np.zeros((outputs, split + outputs * (hidden + 1), n))
    for c in range(outputs):
        inner = (second[c, :-1, None] * up)[:, None, :] * inputs[None]
        jacobian[c, :split] = inner.reshape(split, n)
        own = split + c * (hidden + 1)
        jacobian[c, own : own + hidden] = a
        jacobian[c, own + hidden] = 1.0
    curved = np.einsum("cdn,dpn->cpn", bend, jacobian)
    flat = (len(jacobian[0]), -1)
    total: Array = jacobian.swapaxes(0, 1).reshape(flat) @ curved.swapaxes(0, 1).reshape(flat).T

    weight = (second[:, :-1].T @ slope) * bent
    for i in range(hidden):
        node = slice(i * rows, (i + 1) * rows)
        total[node, node] += (inputs * weight[i]) @ inputs.T
        for c in range(outputs):
            mixed = inputs @ (slope[c] * up[i])
            place = split + c * (hidden + 1) + i
            total[place, node] += mixed
            total[node, place] += mixed
    return total
