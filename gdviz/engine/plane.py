"""A plane in the space of more than two parameters: an objective of two that can be shown as a map."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.objective import Box, Objective, Point, Terms
from gdviz.spec import declared

MOST_POINTS = 4096  # of a path that decide its main directions; of longer ones every so many
WIDE = 256  # parameters from which on as many points have to do
LEAST = 1e-12  # a direction with a smaller part of the variance is rounding
AROUND = 0.15  # of the path's extent that the box leaves free on each side
STILL = 2.0  # the sides of the box round a path that does not move
SLIMMEST = 0.5  # the shorter side of the box, in parts of the longer


@declared
class Plane(Objective):
    """g(u) = f(c + u₁ a + u₂ b): f on the plane through c along the unit vectors a and b, at right angles.

    origin c, across a, up b (d,); extent: the box; floor: f where the path ends, on the plane. parameters:
    numbers of the two parameters that vary, where a and b lie along them (then c is 0 there, and u has
    their values); else empty. variance: the parts of the path's variance along a and b, where these are its
    main directions; else empty.
    """

    kind: ClassVar[str] = "plane"
    label = "Plane"
    about = "A plane in the space of many parameters."

    objective: Objective
    origin: Point
    across: Point
    up: Point
    names: tuple[str, str]
    extent: Box
    floor: float
    parameters: tuple[int, ...] = ()
    variance: tuple[float, ...] = ()

    def _key(self) -> tuple[Any, ...]:
        return (type(self), self.objective, self.origin, self.across, self.up, self.extent, self.names)

    @cached_property
    def basis(self) -> Array:
        """The two directions (2, d)."""
        return np.array([self.across, self.up])

    def point(self, u: Array) -> Array:
        """Points of the plane (B, 2) → points of the whole space (B, d)."""
        return np.asarray(self.origin) + u @ self.basis

    def projected(self, x: Array) -> Array:
        """Points of the whole space (…, d) → the nearest ones of the plane (…, 2)."""
        if self.parameters:
            return np.asarray(x[..., list(self.parameters)])
        return self.turned(x - np.asarray(self.origin))

    def turned(self, way: Array) -> Array:
        """Vectors of the whole space (…, d) → their parts in the plane (…, 2)."""
        with np.errstate(all="ignore"):
            return np.asarray(way @ self.basis.T)

    def moved(self, x: Point, u: Point) -> Point:
        """The point x of the whole space with its place in the plane moved to u."""
        change = np.asarray(u) - self.projected(np.asarray(x))
        return tuple(map(float, np.asarray(x) + change @ self.basis))

    @property
    def formula(self) -> str:
        return self.objective.formula

    @property
    def axes(self) -> tuple[str, ...]:
        return self.names

    @property
    def box(self) -> Box:
        return self.extent

    @property
    def start(self) -> Point:
        return (0.0, 0.0)

    @property
    def terms(self) -> int:
        return self.objective.terms

    @property
    def cost(self) -> int:
        return self.objective.cost + len(self.origin)

    @property
    def term_cost(self) -> int:
        return self.objective.term_cost

    def lowest(self) -> float:
        """The value where the path ends: nothing lower is known."""
        return self.floor

    def value(self, x: Array) -> Array:
        return self.objective.value(self.point(x))

    def surface(self, x: Array) -> Array:
        return self.objective.surface(self.point(x))

    def batch_value(self, x: Array, index: Terms) -> Array:
        return self.objective.batch_value(self.point(x), index)

    def gradient(self, x: Array) -> Array:
        return self.turned(self.objective.gradient(self.point(x)))

    def hessian(self, x: Array) -> Array:
        return np.asarray(self.basis @ self.objective.hessian(self.point(x)) @ self.basis.T)


def of_parameters(objective: Objective, path: Array, i: int, j: int) -> Plane:
    """The plane along parameters i and j in which a path (T, d) ends."""
    basis = np.zeros((2, path.shape[1]))
    basis[0, i] = basis[1, j] = 1.0
    origin = path[-1].copy()
    origin[[i, j]] = 0.0
    names = (objective.axes[i], objective.axes[j])
    return _plane(objective, path, origin, basis, names, parameters=(i, j))


def main_directions(objective: Objective, path: Array, names: tuple[str, str]) -> Plane:
    """The plane through the end of a path (T, d) along the two directions in which it varies most.

    a, b: the first two eigenvectors of Σ (xₖ - x̄)(xₖ - x̄)ᵀ; the path begins on their negative side. A path
    that varies in fewer directions is joined by an axis of the space.

    Source: Li, Xu, Taylor, Studer & Goldstein (2018), section 7.2, https://arxiv.org/abs/1712.09913
    """
    most = WIDE if path.shape[1] > WIDE else MOST_POINTS
    points = path[:: -(-len(path) // most)]
    away = points - points.mean(axis=0)
    scale = float(np.abs(away).max()) or 1.0
    if len(away) > away.shape[1]:  # the smaller one of two matrices with the same eigenvalues
        values, vectors = np.linalg.eigh((away / scale).T @ (away / scale))
        found = vectors.T[::-1][:2]
    else:
        values, vectors = np.linalg.eigh((away / scale) @ (away / scale).T)
        found = (vectors.T[::-1][:2] @ away) / scale
    values = np.maximum(values[::-1], 0.0)
    parts = values[:2] / (values.sum() or 1.0)
    parts = np.where(parts > LEAST, parts, 0.0)
    basis = _completed(found[: len(parts)][parts > 0.0], path.shape[1])
    ahead = (path[-1] - path[0]) @ basis.T
    basis *= np.where(ahead < 0.0, -1.0, 1.0)[:, None]
    first, second = (*map(float, parts), 0.0, 0.0)[:2]
    return _plane(objective, path, path[-1], basis, names, variance=(first, second))


def _completed(found: Array, dimension: int) -> Array:
    """Unit vectors at right angles (2, d): those found, and the axes that they leave out most."""
    basis = list(found)
    while len(basis) < 2:
        left = np.eye(dimension) if not basis else np.eye(dimension) - np.outer(basis[0], basis[0]) / (
            basis[0] @ basis[0]
        )
        basis.append(left[int(np.argmax(np.linalg.norm(left, axis=1)))])
    made = np.array(basis)
    made[0] /= np.linalg.norm(made[0])
    made[1] -= (made[1] @ made[0]) * made[0]
    made[1] /= np.linalg.norm(made[1])
    return made


def _plane(
    objective: Objective, path: Array, origin: Array, basis: Array, names: tuple[str, str], **more: Any
) -> Plane:
    """The plane with the path in the middle of its box."""
    along = (path if more.get("parameters") else path - origin) @ basis.T
    low, high = along.min(axis=0), along.max(axis=0)
    size = high - low
    least = max(float(size.max()) * SLIMMEST, 1e-6) if size.any() else STILL
    size = np.maximum(size, least) * (1 + 2 * AROUND)
    middle = low / 2 + high / 2
    box = tuple((float(m - s / 2), float(m + s / 2)) for m, s in zip(middle, size, strict=True))
    with np.errstate(all="ignore"):
        floor = objective.value_at(_point(path[-1]))
    return Plane(
        objective=objective, origin=_point(origin), across=_point(basis[0]), up=_point(basis[1]), names=names,
        extent=box, floor=floor, **more,
    )


def _point(x: Array) -> Point:
    return tuple(map(float, x))
