"""Two interleaved half circles."""

from __future__ import annotations

import numpy as np

from gdviz.engine.learning import clusters
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.table import Table
from gdviz.spec import param, register


@register
class Moons(Dataset):
    """Half circles of radius 1 about (0, 0) and, upside down, about (1, ½), each point moved by noise.

    Source: sklearn.datasets.make_moons.
    """

    label = "Moons"
    about = "Two interleaved half moons: no straight line parts them."

    n: int = param(200, "Number of samples.", within="[1, 1000000]", symbol="m", log=True, low=10, high=1000)
    noise: float = param(0.1, "Standard deviation of the points about the half circles.", within="[0, inf)",
                         symbol="σ", low=0.0, high=0.5)
    seed: int = param(0, "Decides the points.", within="[0, 4294967295]")

    def draw(self) -> Table:
        rng = np.random.default_rng(self.seed)
        chosen = clusters.dealt(self.n, 2)
        angle = rng.uniform(0.0, np.pi, self.n)
        across = np.where(chosen == 0, np.cos(angle), 1.0 - np.cos(angle))
        up = np.where(chosen == 0, np.sin(angle), 0.5 - np.sin(angle))
        points = np.stack([across, up], axis=1) + self.noise * rng.standard_normal((self.n, 2))
        return clusters.plane(points, chosen, 2)
