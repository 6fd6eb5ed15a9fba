"""Points scattered about a line."""

from __future__ import annotations

import numpy as np

from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.table import Table
from gdviz.spec import param, register
from gdviz.values import SpecError


@register
class Line(Dataset):
    """y = slope·x + intercept + noise·ε, ε standard normal, for n values of x between low and high.

    Source: Gauss (1809), Theoria motus: observations with normal errors.
    """

    label = "Line"
    about = "Points scattered about a straight line."

    n: int = param(100, "Number of samples.", within="[1, 1000000]", symbol="m", log=True, low=10, high=1000)
    slope: float = param(2.0, "Slope of the line.", within="(-inf, inf)", low=-5.0, high=5.0)
    intercept: float = param(1.0, "Height of the line at 0.", within="(-inf, inf)", low=-5.0, high=5.0)
    noise: float = param(1.0, "Standard deviation of the targets about the line.", within="[0, inf)",
                         symbol="σ", low=0.0, high=5.0)
    low: float = param(0.0, "Smallest x.", within="[-1e6, 1e6]", advanced=True, low=-10.0, high=10.0)
    high: float = param(10.0, "Largest x.", within="[-1e6, 1e6]", advanced=True, low=-10.0, high=10.0)
    spacing: str = param("even", "Whether the values of x are evenly spaced or drawn uniformly.",
                         choices=("even", "random"), advanced=True)
    seed: int = param(0, "Decides the noise.", within="[0, 4294967295]")

    def check(self) -> None:
        if self.high <= self.low:
            raise SpecError("line: high must be greater than low ({low}), not {high}", low=self.low,
                            high=self.high)

    def draw(self) -> Table:
        rng = np.random.default_rng(self.seed)
        noise = self.noise * rng.standard_normal((self.n, 1))
        if self.spacing == "even":
            x = np.linspace(self.low, self.high, self.n)[:, None]
        else:
            x = rng.uniform(self.low, self.high, (self.n, 1))
        return Table(x, self.slope * x + self.intercept + noise, ("x",), ("y",))
