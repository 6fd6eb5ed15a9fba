"""The same paths as torch's, walked by the engine."""

from __future__ import annotations

import numpy as np

from gdviz.engine import catalogue as catalogue
from gdviz.engine.arrays import Array, columns
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task
from gdviz.spec import declared
from tests.reference.torch_settings import STARTS, Setting

TOLERANCE = 1e-12  # of the length of x
FLOOR = 1e-15  # for x near the origin


@declared
class Beale(Objective):
    """Beale's function, for as long as the catalogue does not have it."""

    kind = "beale"
    label = about = formula = "beale"
    box = ((-4.5, 4.5), (-4.5, 4.5))
    start = (1.0, 1.0)
    minima = ((3.0, 0.5),)

    def value(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        return sum((c - u + u * v**n) ** 2 for n, c in ((1, 1.5), (2, 2.25), (3, 2.625)))

    def gradient(self, x: Array) -> Array:
        u, v = x[:, 0], x[:, 1]
        a, b, c = 1.5 - u + u * v, 2.25 - u + u * v * v, 2.625 - u + u * v * v * v
        return columns(
            2.0 * (a * (v - 1.0) + b * (v * v - 1.0) + c * (v * v * v - 1.0)),
            2.0 * u * (a + 2.0 * b * v + 3.0 * c * v * v),
        )

    def hessian(self, x: Array) -> Array:
        raise AssertionError("first-order methods do not ask for the Hessian")


def objective(name: str) -> Objective:
    return Objective.catalogue.get(name, Beale)()


def walked(setting: Setting, name: str, steps: int) -> Run:
    """Record `steps` steps of a setting on the objective of that name."""
    run = Run(Task(objective(name), Optimizer.parse(setting.typed(name)), (STARTS[name],)))
    run.extend(steps)
    return run


def error(own: Array, theirs: Array) -> float:
    """The largest |own - theirs| over |theirs| of all points (n, d), lengths being the largest coordinate."""
    off = np.abs(own - theirs).max(axis=-1)
    return float((off / (np.abs(theirs).max(axis=-1) + FLOOR / TOLERANCE)).max())
