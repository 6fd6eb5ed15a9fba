"""A circle inside a circle."""

from __future__ import annotations

import numpy as np

from gdviz.engine.learning import clusters
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.table import Table
from gdviz.spec import param, register


@register
class Circles(Dataset):
    """Circles about the origin of radius 1 and `factor`, each point moved by noise.

    Source: sklearn.datasets.make_circles.
    """

    label = "Circles"
    about = "One class inside the other."

    n: int = param(200, "Number of samples.", within="[1, 1000000]", symbol="m", log=True, low=10, high=1000)
    factor: float = param(0.5, "Radius of the inner circle.", within="(0, 1)", low=0.1, high=0.9)
    noise: float = param(0.08, "Standard deviation of the points about the circles.", within="[0, inf)",
                         symbol="σ", low=0.0, high=0.5)
    seed: int = param(0, "Decides the points.", within="[0, 4294967295]")

    def draw(self) -> Table:
        rng = np.random.default_rng(self.seed)
        chosen = clusters.dealt(self.n, 2)
        angle = rng.uniform(0.0, 2.0 * np.pi, self.n)
        radius = np.where(chosen == 0, 1.0, self.factor)
        points = radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        return clusters.plane(points + self.noise * rng.standard_normal((self.n, 2)), chosen, 2)
