"""Round clouds of points."""

from __future__ import annotations

import numpy as np

from gdviz.engine.learning import clusters
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.table import Table
from gdviz.spec import param, register


@register
class Blobs(Dataset):
    """Normal clouds whose centres stand evenly on a circle of radius 2 about the origin.

    Source: after sklearn.datasets.make_blobs, which draws its centres at random.
    """

    label = "Blobs"
    about = "Round clouds, one for each class."

    n: int = param(150, "Number of samples.", within="[1, 1000000]", symbol="m", log=True, low=10, high=1000)
    classes: int = param(3, "Number of classes.", within="[2, 10]", low=2, high=10)
    noise: float = param(0.6, "Standard deviation of each cloud.", within="[0, inf)", symbol="σ",
                         low=0.0, high=2.0)
    seed: int = param(0, "Decides the points.", within="[0, 4294967295]")

    def draw(self) -> Table:
        rng = np.random.default_rng(self.seed)
        chosen = clusters.dealt(self.n, self.classes)
        angle = 2.0 * np.pi * chosen / self.classes
        centres = 2.0 * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        points = centres + self.noise * rng.standard_normal((self.n, 2))
        return clusters.plane(points, chosen, self.classes)
