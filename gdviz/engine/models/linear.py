"""The model y = wx + b."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from gdviz.engine.learning.affine import Affine
from gdviz.engine.learning.table import REGRESSION
from gdviz.spec import register


@register
class Linear(Affine):
    """ŷ = W x + b: with one feature two parameters, w and b, whose loss is a map.

    Source: Legendre (1805), Nouvelles méthodes pour la détermination des orbites des comètes, appendix;
    torch.nn.Linear.
    """

    label = "Linear"
    about = "A straight line: slope and height."
    losses: ClassVar[Mapping[str, str]] = {REGRESSION: "mean-squared-error"}
