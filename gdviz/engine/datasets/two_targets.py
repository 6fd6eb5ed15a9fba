"""Two targets for one feature."""

from __future__ import annotations

import numpy as np

from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.table import Table
from gdviz.spec import param, register


@register
class TwoTargets(Dataset):
    """y₁ = 2x + 1 and y₂ = 3 - x, each with noise, for n even x in [0, 5]: regression with two outputs.

    Source: made for gdviz.
    """

    label = "Two targets"
    about = "Two lines to be fitted at once: the loss is the mean over both."

    n: int = param(60, "Number of samples.", within="[1, 1000000]", symbol="m", log=True, low=10, high=1000)
    noise: float = param(0.5, "Standard deviation of the targets about their lines.", within="[0, inf)",
                         symbol="σ", low=0.0, high=2.0)
    seed: int = param(0, "Decides the noise.", within="[0, 4294967295]")

    def draw(self) -> Table:
        rng = np.random.default_rng(self.seed)
        x = np.linspace(0.0, 5.0, self.n)[:, None]
        targets = np.array([[2.0, -1.0]]) * x + np.array([[1.0, 3.0]])
        return Table(x, targets + self.noise * rng.standard_normal((self.n, 2)), ("x",), ("y1", "y2"))
