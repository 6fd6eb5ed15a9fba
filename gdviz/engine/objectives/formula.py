"""A formula of the user's own."""

from __future__ import annotations

import itertools
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.expression.functions import FUNCTIONS
from gdviz.engine.expression.jets import Jets
from gdviz.engine.expression.latex import latex
from gdviz.engine.expression.tree import Language, Node, names, parse
from gdviz.engine.objective import Box, Objective, Point
from gdviz.spec import param, register
from gdviz.values import SpecError

AXES = ("x", "y")
FORMULAS = Language("formula", FUNCTIONS, frozenset(AXES), {"pi": float(np.pi), "e": float(np.e)})


class Spread(tuple[tuple[float, float], ...]):
    """The pairs of a box of which only one was given."""


@lru_cache(maxsize=64)
def _jets(text: str, dimension: int) -> Jets:
    return Jets(parse(text, FORMULAS), AXES[:dimension])


@register
class Formula(Objective):
    """f(x) or f(x, y) as it is typed: numbers, x, y, pi, e, + - * / **, brackets and functions.

    The functions are sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, exp, log, log10, sqrt, abs, sign,
    floor, sigmoid, relu, softplus, min, max, and where(condition, a, b) with one comparison. Derivatives are
    exact; at kinks they follow the conventions of gdviz.engine.expression.jets. Outside a function's domain
    the value is nan. A formula in which y stands, or a box of two pairs, makes two parameters.

    Source: the user.
    """

    label = "Formula"
    about = "A function of your own."
    group = "Your own"

    f: str = param("(x**2 + y**2)/8 + sin(2*x)*cos(y)", "The function to minimise, of x or of x and y.")
    box: Box = param(((-5.0, 5.0),), "low|high of x, and of y if it differs.", within="[-1e9, 1e9]")
    start_at: Point = param(
        (), "A start worth looking at; empty: one is chosen.", within="[-1e9, 1e9]", advanced=True
    )

    def __init__(self, **parameters: Any) -> None:
        # A pair given for both parameters stays one when dataclasses.replace gives another formula.
        box = parameters.get("box")
        super().__init__(**parameters | ({"box": box[:1]} if isinstance(box, Spread) else {}))

    def check(self) -> None:
        if not 1 <= len(self.box) <= len(AXES):
            raise SpecError(
                "{kind}: box must be low|high for each of x and y, not {n} pairs",
                kind=self.kind,
                n=len(self.box),
            )
        for low, high in self.box:
            if not low < high:
                raise SpecError(
                    "{kind}: box must have low < high, not {low}|{high}", kind=self.kind, low=low, high=high
                )
        wanted = 2 if "y" in names(self._tree) else len(self.box)
        if wanted > len(self.box):
            object.__setattr__(self, "box", Spread(self.box * 2))
        if self.start_at and len(self.start_at) != wanted:
            raise SpecError(
                "{kind}: start_at must be {wanted} numbers, not {n}",
                kind=self.kind,
                wanted=wanted,
                n=len(self.start_at),
            )

    def to_dict(self) -> dict[str, Any]:
        given = self.box[:1] if isinstance(self.box, Spread) else self.box
        return super().to_dict() | {"box": [list(pair) for pair in given]}

    @property
    def _tree(self) -> Node:
        return parse(self.f, FORMULAS)

    @property
    def constant(self) -> bool:
        """Whether neither x nor y stands in it."""
        return self._tree.constant is not None

    @cached_property
    def _compiled(self) -> Jets:
        return _jets(self.f, self.dimension)

    @property
    def formula(self) -> str:
        return latex(self._tree)

    @cached_property
    def start(self) -> Point:
        """`start_at`, or the first of a few places off the middle where there is a slope to follow."""
        if self.start_at:
            return self.start_at
        fractions = itertools.product((0.86, 0.24, 0.62, 0.07, 0.45), (0.79, 0.33, 0.58, 0.12))
        places = [
            tuple(
                float(f"{low + part * (high - low):.6g}")
                for part, (low, high) in zip(parts, self.box, strict=False)
            )
            for parts in fractions
        ]
        x = np.array(places)
        slopes = np.abs(self.gradient(x)).max(axis=1)
        sound = np.isfinite(self.value(x)) & np.isfinite(slopes)
        best = np.flatnonzero(sound & (slopes > 0)) if (sound & (slopes > 0)).any() else np.flatnonzero(sound)
        return places[best[0]] if len(best) else places[0]

    def value(self, x: Array) -> Array:
        return self._compiled.value(x)

    def gradient(self, x: Array) -> Array:
        return self._compiled.gradient(x)

    def hessian(self, x: Array) -> Array:
        return self._compiled.hessian(x)

    def curvature(self, point: Point) -> Array:
        # LAPACK answers a nan in the matrix with eigenvalues that look sound.
        hessian = self.hessian(np.array([point]))[0]
        return super().curvature(point) if np.isfinite(hessian).all() else np.full(len(point), np.nan)
