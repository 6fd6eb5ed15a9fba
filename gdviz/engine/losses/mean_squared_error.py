"""Mean squared error."""

from __future__ import annotations

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.graph import GIVEN, LOSS, Node
from gdviz.engine.learning.loss import Loss
from gdviz.spec import register


@register
class MeanSquaredError(Loss):
    """L = (1/mn) Σ Σ (ŷ - y)²: the mean over m samples and n targets.

    Source: Gauss (1809), Theoria motus; torch.nn.MSELoss.
    """

    label = "Mean squared error"
    about = "The mean of the squared residuals, over samples and targets."
    formula = r"\frac{1}{m}\sum_{i=1}^{m}(\hat{y}_i-y_i)^2"
    formulas = r"\frac{1}{mn}\sum_{i=1}^{m}\sum_{j=1}^{n}(\hat{y}_{ij}-y_{ij})^2"
    weight = 2.0
    score = "ŷ"
    written = "mean_square(scores - targets)"
    written_divisor = "scores.size"
    written_slope = "scores - targets"
    written_bend = "np.ones_like(scores)"
    written_bends = "np.eye(len(scores))[:, :, None]*np.ones(scores.shape[-1])"
    torch = "torch.nn.functional.mse_loss(scores, targets)"

    def divisor(self, targets: Array) -> int:
        return targets.size

    def each(self, scores: Array, targets: Array) -> Array:
        found: Array = np.mean((scores - targets) ** 2, axis=1)
        return found

    def judged(self, scores: Array, targets: Array) -> tuple[Array, Array]:
        residual = self.slope(scores, targets)
        flat = residual.reshape(len(residual), -1)
        # Not a BLAS routine: its threads wait milliseconds for a processor that is busy elsewhere.
        return np.einsum("bi,bi->b", flat, flat) / targets.size, residual

    def slope(self, scores: Array, targets: Array) -> Array:
        return np.subtract(scores, targets, out=scores)

    def bend(self, scores: Array) -> Array:
        outputs, samples = scores.shape[1:]
        return np.broadcast_to(np.eye(outputs)[:, :, None], (1, outputs, outputs, samples))

    def predicted(self, scores: Array) -> Array:
        return scores

    def nodes(self, scores: Array, targets: Array) -> tuple[Node, ...]:
        residual, many = scores - targets, targets.size
        squared = residual**2
        return (
            Node("y", "", (), targets, None, GIVEN),
            Node("r", "ŷ − y", ("ŷ", "y"), residual, 2.0 * residual / many),
            Node("q", "r²", ("r",), squared, np.full(squared.shape, 1.0 / many)),
            Node("L", "mean(q)", ("q",), np.asarray(squared.mean()), np.ones(()), LOSS),
        )
