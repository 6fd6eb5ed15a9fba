"""The family of objectives: functions to minimise."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.spec import Spec

Point = tuple[float, ...]
Box = tuple[tuple[float, float], ...]


class Objective(Spec):
    """A function of d parameters, over batches: x is (B, d), value (B,), gradient (B, d), Hessian (B, d, d).

    label: its name; about: one sentence on what it shows; formula: LaTeX of f(x) or f(x, y).
    """

    family = "objective"
    catalogue: ClassVar[dict[str, type[Any]]] = {}
    about: ClassVar[str]
    scale: ClassVar[str] = "log"  # how its values are best seen: level lines and colours

    @property
    @abstractmethod
    def formula(self) -> str:
        """LaTeX, with the values of the parameters in it."""

    @property
    @abstractmethod
    def box(self) -> Box:
        """The customary part of the space, (low, high) for each parameter."""

    @property
    @abstractmethod
    def start(self) -> Point:
        """A start worth looking at."""

    @property
    def minima(self) -> tuple[Point, ...]:
        """Known minima, global and local."""
        return ()

    @property
    def saddles(self) -> tuple[Point, ...]:
        """Known saddle points."""
        return ()

    @property
    def maxima(self) -> tuple[Point, ...]:
        """Known maxima."""
        return ()

    @property
    def axes(self) -> tuple[str, ...]:
        """The parameters' names."""
        return ("x", "y")[: self.dimension]

    @property
    def dimension(self) -> int:
        return len(self.box)

    @abstractmethod
    def value(self, x: Array) -> Array:
        """f at each row: (B, d) → (B,)."""

    @abstractmethod
    def gradient(self, x: Array) -> Array:
        """∇f at each row: (B, d) → (B, d)."""

    @abstractmethod
    def hessian(self, x: Array) -> Array:
        """The second derivatives at each row: (B, d) → (B, d, d)."""

    def lowest(self) -> float | None:
        """The value at the lowest known minimum."""
        points = self.minima
        return float(np.min(self.value(np.array(points)))) if points else None

    def value_at(self, point: Point) -> float:
        """f at one point."""
        return float(self.value(np.array([point]))[0])

    def curvature(self, point: Point) -> Array:
        """The Hessian's eigenvalues (d,) at a point, ascending."""
        values: Array = np.linalg.eigvalsh(self.hessian(np.array([point])))[0]
        return values
