"""Softmax cross-entropy."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.graph import GIVEN, LOSS, Node
from gdviz.engine.learning.loss import Loss
from gdviz.spec import register


def _softmax(scores: Array) -> tuple[Array, Array, Array]:
    """Probabilities (B, o, n), scores below the largest one (B, o, n), log of their sum of exponentials."""
    below = scores - scores.max(axis=1, keepdims=True)
    large = np.exp(below)
    total = large.sum(axis=1, keepdims=True)
    large /= total
    return large, below, np.log(total)


@register
class SoftmaxCrossEntropy(Loss):
    """L = -(1/m) Σ Σ y log p, p = eˢ / Σ eˢ over the classes; y is 1 for the sample's class, else 0.

    The largest score is taken off first, so that nothing overflows.

    Source: Bridle (1990), Advances in Neural Information Processing Systems 2, 211-217;
    torch.nn.CrossEntropyLoss.
    """

    label = "Softmax cross-entropy"
    about = "How surprised the probabilities of the classes are by each sample's class."
    formula = r"-\frac{1}{m}\sum_{i=1}^{m}\sum_{c} y_{ic}\log p_{ic}"
    formulas = formula
    coupled = True
    written = "-np.sum(targets*log_softmax(scores))/scores.shape[-1]"
    written_slope = "softmax(scores) - targets"
    written_bends = "softmax_bend(scores)"
    torch = "torch.nn.functional.cross_entropy(scores.T, targets.T)"

    def each(self, scores: Array, targets: Array) -> Array:
        _, below, log_total = _softmax(scores)
        found: Array = ((log_total - below) * targets).sum(axis=1)
        return found

    def judged(self, scores: Array, targets: Array) -> tuple[Array, Array]:
        p, below, log_total = _softmax(scores)
        terms = ((log_total - below) * targets).reshape(len(scores), -1)
        return terms.sum(axis=1) / targets.shape[1], p - targets

    def slope(self, scores: Array, targets: Array) -> Array:
        return self.predicted(scores) - targets

    def bend(self, scores: Array) -> Array:
        p = self.predicted(scores)
        outputs = np.arange(scores.shape[1])
        found = -p[:, :, None] * p[:, None]
        found[:, outputs, outputs] += p
        return found

    def predicted(self, scores: Array) -> Array:
        return _softmax(scores)[0]

    def nodes(self, scores: Array, targets: Array) -> tuple[Node, ...]:
        """∂ℓ/∂p = -y/p, 0 for the classes that a sample does not have, however small their p."""
        many = targets.shape[1]
        each = self.each(scores[None], targets)
        _, below, log_total = _softmax(scores[None])
        slope = np.where(targets > 0.5, -np.exp(log_total - below)[0], 0.0)
        return (
            Node("y", "", (), targets, None, GIVEN),
            Node("p", "softmax(s)", ("s",), self.predicted(scores[None])[0], slope / many),
            Node("ℓ", "−Σ y log p", ("p", "y"), each, np.full(each.shape, 1.0 / many)),
            Node("L", "mean(ℓ)", ("ℓ",), np.asarray(each.mean()), np.ones(()), LOSS),
        )
