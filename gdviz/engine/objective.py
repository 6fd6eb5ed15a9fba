"""The family of objectives: functions to minimise."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from gdviz.engine.arrays import Array
from gdviz.spec import Spec

Point = tuple[float, ...]
Box = tuple[tuple[float, float], ...]
Terms = slice | NDArray[np.intp]
ALL_TERMS = slice(None)


class Objective(Spec):
    """A function of d parameters, over batches: x is (B, d), value (B,), gradient (B, d), Hessian (B, d, d).

    label: its name; about: one sentence on what it shows; formula: LaTeX of f(x) or f(x, y).
    """

    family = "objective"
    groups = (
        "Your own", "One variable", "Two variables: bowls and ravines", "Two variables: a few minima",
        "Two variables: many minima", "Two variables: saddles, plateaus, cliffs",
    )  # fmt: skip
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
        """The number of parameters d."""
        return len(self.box)

    @property
    def quadratic(self) -> bool:
        """Whether its Hessian is the same everywhere."""
        return False

    @property
    def terms(self) -> int:
        """How many terms it is the mean of (samples), from which batches are drawn; 0 without."""
        return 0

    @property
    def cost(self) -> int:
        """About how many numbers `surface` computes for each row."""
        return 1

    @property
    def term_cost(self) -> int:
        """About how many numbers a single term takes for each row."""
        return 1

    @abstractmethod
    def value(self, x: Array) -> Array:
        """f at each row: (B, d) → (B,)."""

    @abstractmethod
    def gradient(self, x: Array) -> Array:
        """∇f at each row: (B, d) → (B, d)."""

    @abstractmethod
    def hessian(self, x: Array) -> Array:
        """The second derivatives at each row: (B, d) → (B, d, d)."""

    def value_and_gradient(self, x: Array) -> tuple[Array, Array]:
        """f (B,) and ∇f (B, d) at each row, for less than the two cost apart where that can be."""
        return self.value(x), self.gradient(x)

    def surface(self, x: Array) -> Array:
        """f at each row (B,) for pictures of many rows: `value` up to rounding, cheaper where it can be."""
        return self.value(x)

    def batch_value(self, x: Array, index: Terms) -> Array:
        """The mean of the terms `index` at each row (B,); without terms, f."""
        return self.value(x)

    def batch_gradient(self, x: Array, index: Terms) -> Array:
        """The gradient (B, d) of `batch_value`."""
        return self.gradient(x)

    def batch_hessian(self, x: Array, index: Terms) -> Array:
        """The second derivatives (B, d, d) of `batch_value`."""
        return self.hessian(x)

    def start_from(self, seed: int) -> Point:
        """The start of a scenario that names none: it depends on the seed where it has to be random."""
        return self.start

    def new_start(self, seed: int) -> Point:
        """Another start: a point of the box drawn uniformly."""
        low, high = np.array(self.box).T
        return tuple(map(float, np.random.default_rng(seed).uniform(low, high)))

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
