"""Independent yes-or-no labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from gdviz.engine.learning.affine import Affine
from gdviz.engine.learning.table import LABELS, Table
from gdviz.spec import register


@register
class MultiLabel(Affine):
    """p = 1 / (1 + e⁻ˢ) for each label by itself, s = W x + b: a sample may have several labels, or none.

    Source: Cox (1958), J. Royal Statistical Society B 20, 215-242, for each label.
    """

    label = "Multi-label"
    about = "A probability for each of several labels that do not exclude each other."
    losses: ClassVar[Mapping[str, str]] = {LABELS: "sigmoid-cross-entropy"}

    def formula(self, table: Table) -> str:
        return rf"p = \sigma\left({self.sum_formula(table)}\right)"
