"""Samples as numbers: what a data set gives and a model is fitted to."""

from __future__ import annotations

from dataclasses import dataclass

from gdviz.engine.arrays import Array
from gdviz.table_sheet import Remark

REGRESSION, CLASSES, LABELS = "regression", "classes", "labels"


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
