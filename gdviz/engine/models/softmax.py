"""Softmax regression."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from gdviz.engine.learning.affine import Affine
from gdviz.engine.learning.table import CLASSES, Table
from gdviz.spec import register
from gdviz.values import SpecError


@register
class Softmax(Affine):
    """p = eˢ / Σ eˢ, s = W x + b: a probability for each class.

    Adding the same numbers to every class's row of W and b changes nothing, so that the minimum is never
    a single point and the Hessian is singular everywhere.

    Source: Bridle (1990), Advances in Neural Information Processing Systems 2, 211-217.
    """

    label = "Softmax"
    about = "A probability for each of several classes, from weighted sums."
    losses: ClassVar[Mapping[str, str]] = {CLASSES: "softmax-cross-entropy"}

    def require(self, table: Table) -> None:
        super().require(table)
        if len(table.classes) < 2:
            raise SpecError("softmax: at least two classes are needed, not {n}", n=len(table.classes))

    def formula(self, table: Table) -> str:
        return rf"p = \mathrm{{softmax}}\left({self.sum_formula(table)}\right)"
