"""The model y = wx."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.affine import Affine
from gdviz.engine.learning.table import REGRESSION, Table
from gdviz.spec import register


@register
class Proportional(Affine):
    """ŷ = W x, without a bias: with one feature a single parameter w, whose loss is a curve.

    Standardising only scales its features: a shift could not be undone without a bias.

    Source: Legendre (1805), Nouvelles méthodes pour la détermination des orbites des comètes, appendix.
    """

    label = "Proportional"
    about = "A line through the origin: one parameter, the slope."
    losses: ClassVar[Mapping[str, str]] = {REGRESSION: "mean-squared-error"}
    bias = False

    def start(self, table: Table, seed: int = 0) -> Array:
        """All weights 1."""
        return np.ones(self.layer(table).size)
