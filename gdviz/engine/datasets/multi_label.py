"""Points that carry several labels."""

from __future__ import annotations

import numpy as np

from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.table import LABELS, Table
from gdviz.spec import param, register


@register
class MultiLabel(Dataset):
    """Points in the square [-2, 2]²; each label is carried on one side of a line of its own.

    The lines' normals are spread evenly over half a turn; noise moves each point before its label is read.

    Source: made for gdviz.
    """

    label = "Several labels"
    about = "Each point carries any number of labels."

    n: int = param(150, "Number of samples.", within="[1, 1000000]", symbol="m", log=True, low=10, high=1000)
    labels: int = param(3, "Number of labels.", within="[1, 10]", low=2, high=5)
    noise: float = param(0.3, "Standard deviation of what blurs each label's line.", within="[0, inf)",
                         symbol="σ", low=0.0, high=2.0)
    seed: int = param(0, "Decides the points and labels.", within="[0, 4294967295]")

    def draw(self) -> Table:
        rng = np.random.default_rng(self.seed)
        points = rng.uniform(-2.0, 2.0, (self.n, 2))
        angle = np.pi * np.arange(self.labels) / self.labels
        normals = np.stack([np.cos(angle), np.sin(angle)])
        offset = np.linspace(-0.5, 0.5, self.labels)
        blurred = points @ normals - offset + self.noise * rng.standard_normal((self.n, self.labels))
        names = tuple(f"label {j + 1}" for j in range(self.labels))
        return Table(points, (blurred > 0.0).astype(np.float64), ("x1", "x2"), names, LABELS)
