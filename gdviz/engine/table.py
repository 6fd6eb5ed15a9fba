"""Samples as numbers: what a data set gives and a model is fitted to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gdviz.engine.arrays import Array

REGRESSION, CLASSES, LABELS = "regression", "classes", "labels"


@dataclass(frozen=True)
class Remark:
    """A sentence about what was assumed, as template and values, so that it can be translated."""

    template: str
    values: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        return self.template.format(**dict(self.values))


@dataclass(frozen=True, eq=False)
class Table:
    """m samples; the arrays are made read-only.

    features (m, k); targets (m, o): numbers (task regression), a class number from 0 (task classes,
    o = 1), or 0 and 1 (task labels); classes: the names of the class numbers; assumed: what was not
    said by the data themselves.
    """

    features: Array
    targets: Array
    feature_names: tuple[str, ...]
    target_names: tuple[str, ...]
    task: str = REGRESSION
    classes: tuple[str, ...] = ()
    assumed: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        self.features.flags.writeable = False
        self.targets.flags.writeable = False

    @property
    def terms(self) -> int:
        """The number of samples m."""
        return len(self.features)

    @property
    def outputs(self) -> int:
        """How many numbers are told apart: targets, or classes."""
        return len(self.classes) if self.task == CLASSES else self.targets.shape[1]
