"""The numbers of the level lines on a map, clear of paths and marks."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.engine.arrays import Array
from gdviz.engine.landscape import Surface
from gdviz.engine.level_labels import Label, level_labels
from gdviz.ui.numbers import significant
from gdviz.ui.theme import Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import dense
from gdviz.ui.views.marks import paint_text
from gdviz.ui.views.terrain import Terrain

HALO = 5.0  # px: wide enough that no line passes through between the digits
NAMES, LINE = (44.0, 110.0), 13.0  # pixels from the corners to the axes' names and remarks, across and down
MARK = (44.0, 8.0)  # pixels round a mark that its name may take, across and down


class LevelNumbers:
    """Places are kept until the landscape, the view or the paths are others."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._key: tuple[int, Hashable] = (-1, None)
        self._labels: list[tuple[Label, QColor]] = []

    def paint(
        self,
        painter: QPainter,
        extent: Extent,
        terrain: Terrain,
        paths: Iterable[Array],
        marks: Iterable[tuple[float, float]],
        key: Hashable,
        held: bool,
    ) -> None:
        """Paint them. paths (n, 2) and marks lie in the plane; `key` changes with them, which counts for
        nothing while the hand moves them: `held`.
        """
        made, theme = terrain.made, self._theme
        if made is None or not terrain.numbered:
            return
        if self._key[0] != terrain.stamp or (self._key[1] != key and not held):
            self._key, found = (terrain.stamp, key), terrain.surface
            labels = () if found is None else self._placed(found, made, terrain, paths, marks)
            self._labels = [(label, terrain.ground(found, label.value)) for label in labels if found]
        for label, ground in self._labels:
            at = QPointF(*extent.place(label.x, label.y))
            paint_text(painter, at, level_text(label.value), theme.font(11), theme.color("muted"), ground,
                       Qt.AlignmentFlag.AlignHCenter, HALO * theme.scale)

    def _placed(
        self, found: Surface, made: Extent, terrain: Terrain, paths: Iterable[Array],
        marks: Iterable[tuple[float, float]],
    ) -> tuple[Label, ...]:
        taken = [dense(made.places(path)) for path in paths]
        across, down = (np.arange(-reach, reach + 1, 4.0) for reach in MARK)
        around = np.array(np.meshgrid(across, down)).reshape(2, -1).T
        corners = [(made.width - x, y) for x in NAMES for y in (LINE, made.height - LINE)]
        corners += [(x, LINE) for x in NAMES]
        taken += [np.array(place) + around for place in [*(made.place(*mark) for mark in marks), *corners]]
        points = np.concatenate(taken)
        assert terrain.objective is not None
        return level_labels(
            found.levels, terrain.objective, (made.left, made.right), (made.bottom, made.top),
            int(made.width), int(made.height), points, self._theme.scale,
        )  # fmt: skip


def level_text(value: float) -> str:
    """The number of a level: whole if it is, else short, without noughts at its end."""
    if value == round(value) and abs(value) < 1e5:
        return f"{value:.0f}".replace("-", "−")
    text = significant(value)
    return text.rstrip("0").rstrip(".") if "." in text and "·" not in text else text
