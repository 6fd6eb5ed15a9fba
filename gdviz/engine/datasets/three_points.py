"""Three points on a line through the origin."""

from __future__ import annotations

import numpy as np

from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.table import Table
from gdviz.spec import register


@register
class ThreePoints(Dataset):
    """(1, 2), (2, 4), (3, 6): y = 2x without noise, so small that every step can be done by hand.

    Source: the customary first example of courses on PyTorch's linear model.
    """

    label = "Three points"
    about = "(1, 2), (2, 4) and (3, 6): small enough to follow by hand."

    def draw(self) -> Table:
        x = np.array([[1.0], [2.0], [3.0]])
        return Table(x, 2.0 * x, ("x",), ("y",))
