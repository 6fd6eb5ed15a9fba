"""A surface whose cells are tinted by something else than their height, finer where the tints change."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPolygonF

from gdviz.engine.arrays import Array
from gdviz.ui.views.basin_tints import marked
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.scene import Scene

FINEST = 4  # parts of a cell along each side
MOST = 12_000  # parts of cells: more take too long to be painted
SMOOTH = 12.0  # of 255: tints that differ by no more are one


@dataclass(frozen=True, eq=False)
class Tinted:
    """Tints, marks (m, n, 3) and patterns (m, n) over a part of the plane, from its upper left corner on."""

    extent: Extent
    tints: Array
    marks: Array
    pattern: np.ndarray

    def mixed(self, paper: QColor, part: float) -> Tinted:
        """The same with so much of the paper's colour."""
        ground = np.array([paper.red(), paper.green(), paper.blue()], dtype=np.float64)
        tints, marks = (colors + part * (ground - colors) for colors in (self.tints, self.marks))
        return replace(self, tints=tints, marks=marks)

    def cells(self, scene: Scene, parts: int = 1) -> Array:
        """The colours (cells, parts², 3) of a scene's cells, row by row."""
        relief, extent, (m, n) = scene.relief, self.extent, self.pattern.shape
        (left, right), (bottom, top), (rows, columns) = relief.x_range, relief.y_range, scene.shape
        at_row, at_column = np.arange(rows * parts), np.arange(columns * parts)
        x = left + (right - left) * (at_column + 0.5) / len(at_column)
        y = bottom + (top - bottom) * (at_row + 0.5) / len(at_row)
        across = (x - extent.left) / (extent.right - extent.left) * n
        down = (extent.top - y) / (extent.top - extent.bottom) * m
        place = np.ix_(np.clip(down, 0, m - 1).astype(np.int64), np.clip(across, 0, n - 1).astype(np.int64))
        mark = marked(self.pattern[place], -at_row[:, None], at_column, max(parts, 3))
        colors = np.where(mark[..., None], self.marks[place], self.tints[place])
        in_cells = colors.reshape(rows, parts, columns, parts, 3).swapaxes(1, 2)
        return np.asarray(in_cells.reshape(rows * columns, parts * parts, 3))


def finer(ground: Tinted, scene: Scene) -> tuple[int, NDArray[np.bool_]]:
    """In how many parts along each side cells are to be cut, and which of them (cells,)."""
    colors = ground.cells(scene, FINEST)
    uneven: NDArray[np.bool_] = (np.ptp(colors, axis=1) > SMOOTH).any(axis=1)
    count = int(np.count_nonzero(uneven[scene.order]))
    parts = next((k for k in range(FINEST, 1, -1) if count * k * k <= MOST), 1)
    return parts, uneven & (parts > 1)


def pieces(corners: Array, parts: int) -> list[QPolygonF]:
    """The parts of a cell whose corners lie at pixels (2, 2, 2), row by row."""
    v, u = np.meshgrid(np.linspace(0, 1, parts + 1), np.linspace(0, 1, parts + 1), indexing="ij")
    u, v = u[..., None], v[..., None]
    grid = (corners[0, 0] * (1 - u) + corners[0, 1] * u) * (1 - v) + (
        corners[1, 0] * (1 - u) + corners[1, 1] * u
    ) * v
    quads = np.stack([grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1]], axis=2)
    return [QPolygonF([QPointF(x, y) for x, y in quad]) for quad in quads.reshape(-1, 4, 2).tolist()]
