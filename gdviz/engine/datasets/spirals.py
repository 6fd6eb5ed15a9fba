"""Intertwined spirals."""

from __future__ import annotations

import numpy as np

from gdviz.engine.learning import clusters
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.table import Table
from gdviz.spec import param, register


@register
class Spirals(Dataset):
    """Arms with radius t and angle 2π (turns · t + class / classes) for t from 0.1 to 1, moved by noise.

    Source: after Lang & Witbrock (1988), Proc. Connectionist Models Summer School, 52-59.
    """

    label = "Spirals"
    about = "Intertwined arms: hard for a small network."

    n: int = param(300, "Number of samples.", within="[1, 1000000]", symbol="m", log=True, low=10, high=1000)
    classes: int = param(2, "Number of arms.", within="[2, 10]", low=2, high=5)
    turns: float = param(1.0, "How often an arm goes round.", within="[0, 5]", low=0.25, high=2.0)
    noise: float = param(0.03, "Standard deviation of the points about the arms.", within="[0, inf)",
                         symbol="σ", low=0.0, high=0.2)
    seed: int = param(0, "Decides the points.", within="[0, 4294967295]")

    def draw(self) -> Table:
        rng = np.random.default_rng(self.seed)
        chosen = clusters.dealt(self.n, self.classes)
        radius = rng.uniform(0.1, 1.0, self.n)
        angle = 2.0 * np.pi * (self.turns * radius + chosen / self.classes)
        points = radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        return clusters.plane(points + self.noise * rng.standard_normal((self.n, 2)), chosen, self.classes)
