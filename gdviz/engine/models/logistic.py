"""Logistic regression."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.learning.affine import Affine
from gdviz.engine.learning.table import CLASSES, Table
from gdviz.spec import register
from gdviz.values import SpecError


@register
class Logistic(Affine):
    """p = 1 / (1 + e⁻ˢ), s = wᵀx + b: the probability of the second of two classes.

    Source: Cox (1958), J. Royal Statistical Society B 20, 215-242.
    """

    label = "Logistic"
    about = "The probability of one of two classes, from a weighted sum."
    losses: ClassVar[Mapping[str, str]] = {CLASSES: "sigmoid-cross-entropy"}

    def require(self, table: Table) -> None:
        super().require(table)
        if len(table.classes) != 2:
            raise SpecError("logistic: two classes are needed, not {n}; softmax takes more",
                            n=len(table.classes))

    def targets(self, table: Table) -> Array:
        return np.ascontiguousarray(table.targets.T)

    def targets_of(self, table: Table) -> tuple[str, ...]:
        return table.target_names

    def formula(self, table: Table) -> str:
        return rf"p = \sigma\left({self.sum_formula(table)}\right)"
