"""Sigmoid cross-entropy."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.graph import GIVEN, LOSS, Node
from gdviz.engine.learning.loss import Loss
from gdviz.spec import register


def _sigmoid(scores: Array, small: Array) -> Array:
    """1 / (1 + e⁻ˢ), where small is e^-|s|: nothing overflows."""
    return np.where(scores >= 0.0, 1.0, small) / (1.0 + small)


@register
class SigmoidCrossEntropy(Loss):
    """L = -(1/m) Σ Σ [y log p + (1 - y) log(1 - p)], p = 1 / (1 + e⁻ˢ): summed over independent outputs.

    Computed as max(s, 0) - s y + log(1 + e^-|s|), which is finite for every finite score.

    Source: Cox (1958), J. Royal Statistical Society B 20, 215-242; torch.nn.BCEWithLogitsLoss, which
    divides by the number of outputs too.
    """

    label = "Sigmoid cross-entropy"
    about = "How surprised independent probabilities of yes and no are by the labels."
    formula = r"-\frac{1}{m}\sum_{i=1}^{m}\left[y_i\log p_i+(1-y_i)\log(1-p_i)\right]"
    formulas = (
        r"-\frac{1}{m}\sum_{i=1}^{m}\sum_{j}\left[y_{ij}\log p_{ij}+(1-y_{ij})\log(1-p_{ij})\right]"
    )
    written = ("np.sum(np.maximum(scores, 0) - scores*targets + np.log1p(np.exp(-np.abs(scores))))"
               "/scores.shape[-1]")
    written_slope = "sigmoid(scores) - targets"
    written_bend = "sigmoid(scores)*(1 - sigmoid(scores))"
    written_bends = f"np.eye(len(scores))[:, :, None]*{written_bend}"
    torch = ("torch.nn.functional.binary_cross_entropy_with_logits("
             'scores, targets, reduction="sum")/scores.shape[-1]')

    def _terms(self, scores: Array, targets: Array, small: Array) -> Array:
        return np.maximum(scores, 0.0) - scores * targets + np.log1p(small)

    def each(self, scores: Array, targets: Array) -> Array:
        found: Array = self._terms(scores, targets, np.exp(-np.abs(scores))).sum(axis=1)
        return found

    def judged(self, scores: Array, targets: Array) -> tuple[Array, Array]:
        small = np.exp(-np.abs(scores))
        terms = self._terms(scores, targets, small).reshape(len(scores), -1)
        return terms.sum(axis=1) / targets.shape[1], _sigmoid(scores, small) - targets

    def slope(self, scores: Array, targets: Array) -> Array:
        return self.predicted(scores) - targets

    def bend(self, scores: Array) -> Array:
        p = self.predicted(scores)
        outputs = np.arange(scores.shape[1])
        found = np.zeros((len(scores), len(outputs), len(outputs), scores.shape[2]))
        found[:, outputs, outputs] = p * (1.0 - p)
        return found

    def predicted(self, scores: Array) -> Array:
        return _sigmoid(scores, np.exp(-np.abs(scores)))

    def nodes(self, scores: Array, targets: Array) -> tuple[Node, ...]:
        """∂ℓ/∂p = -1/p where y = 1 and 1/(1 - p) where y = 0, from the scores: neither p nor 1 - p is 0."""
        many = targets.shape[1]
        each = self.each(scores[None], targets)
        way = np.where(targets > 0.5, -1.0, 1.0)
        return (
            Node("y", "", (), targets, None, GIVEN),
            Node("p", "σ(s)", ("s",), self.predicted(scores), way * (1.0 + np.exp(way * scores)) / many),
            Node("ℓ", "BCE(p, y)", ("p", "y"), each, np.full(each.shape, 1.0 / many)),
            Node("L", "mean(ℓ)", ("ℓ",), np.asarray(each.mean()), np.ones(()), LOSS),
        )
