"""The exclusive or."""

from __future__ import annotations

import numpy as np

from gdviz.engine.learning import clusters
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.table import Table
from gdviz.spec import param, register


@register
class Xor(Dataset):
    """Clouds about (±1, ±1); a point is in class 1 where the signs of its cloud's centre differ.

    Source: Minsky & Papert (1969), Perceptrons, MIT Press.
    """

    label = "Exclusive or"
    about = "Opposite corners belong together: no straight line parts them."

    n: int = param(160, "Number of samples.", within="[1, 1000000]", symbol="m", log=True, low=10, high=1000)
    noise: float = param(0.35, "Standard deviation of each cloud.", within="[0, inf)", symbol="σ",
                         low=0.0, high=1.0)
    seed: int = param(0, "Decides the points.", within="[0, 4294967295]")

    def draw(self) -> Table:
        rng = np.random.default_rng(self.seed)
        corner = clusters.dealt(self.n, 4)
        centres = np.array([[-1.0, -1.0], [-1.0, 1.0], [1.0, 1.0], [1.0, -1.0]])[corner.astype(np.intp)]
        points = centres + self.noise * rng.standard_normal((self.n, 2))
        return clusters.plane(points, corner % 2, 2)
