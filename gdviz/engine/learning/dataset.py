"""The family of data sets: where the samples of a data problem come from."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import Field
from functools import cached_property, lru_cache
from typing import Any, ClassVar

import numpy as np

from gdviz.engine.learning.table import Table
from gdviz.spec import Spec, declared, param
from gdviz.values import SpecError


@declared
class Dataset(Spec):
    """Samples, the same for equal parameters: what is random in them comes from a parameter `seed`.

    standardise does not change the samples: the data problem applies it, and gives the parameters in the
    units of the data on request.
    """

    family = "dataset"
    catalogue: ClassVar[dict[str, type[Any]]] = {}
    about: ClassVar[str]

    standardise: bool = param(False, "Shift and scale every feature to mean 0 and standard deviation 1.")

    @classmethod
    def param_fields(cls) -> list[Field[Any]]:
        # What every data set has stands after what makes each of them different.
        return sorted(super().param_fields(), key=lambda f: f.name == "standardise")

    @abstractmethod
    def draw(self) -> Table:
        """Make the samples; raises SpecError where they cannot be had."""

    @cached_property
    def table(self) -> Table:
        """The samples, made once for all equal data sets."""
        return _table(self)


@lru_cache(maxsize=8)
def _table(dataset: Dataset) -> Table:
    with np.errstate(all="ignore"):
        made = dataset.draw()
    if not (np.isfinite(made.features).all() and np.isfinite(made.targets).all()):
        raise SpecError("{kind}: some of the samples are not finite", kind=dataset.kind)
    return made
