"""Polynomials."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from gdviz.engine.learning.affine import Affine
from gdviz.engine.learning.table import REGRESSION, Table
from gdviz.spec import param, register


@register
class Polynomial(Affine):
    """ŷ = w₁ x + w₂ x² + … + b; of several features the powers of each, without products between them.

    Source: Gergonne (1815), Annales de mathématiques pures et appliquées 6, 242-252.
    """

    label = "Polynomial"
    about = "A curve of chosen degree, still linear in its parameters."
    losses: ClassVar[Mapping[str, str]] = {REGRESSION: "mean-squared-error"}

    degree: int = param(2, "Highest power of a feature.", within="[1, 12]", low=1, high=12)

    @property
    def power(self) -> int:
        return self.degree

    def sum_formula(self, table: Table) -> str:
        layer = self.layer(table)
        if layer.outputs > 1 or layer.inputs > self.degree:
            return rf"W\,(x, \ldots, x^{{{self.degree}}}) + b"
        if self.degree == 1:
            return "w x + b"
        powers = [f"w_{{{r}}} x" + (f"^{{{r}}}" if r > 1 else "") for r in range(1, self.degree + 1)]
        return " + ".join(powers if self.degree < 4 else [*powers[:2], r"\cdots", powers[-1]]) + " + b"
