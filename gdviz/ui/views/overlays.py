"""What can be drawn over a landscape on demand: exhaustive search, the batch's loss, the samples' arrows."""

from __future__ import annotations

import math
from typing import Protocol

from PySide6.QtGui import QPainter

from gdviz.engine.plane import Plane
from gdviz.frame import Frame
from gdviz.ui.language import Translate
from gdviz.ui.theme import Theme
from gdviz.ui.views.basins import Basins
from gdviz.ui.views.batch_landscape import BatchLandscape
from gdviz.ui.views.captions import paint_remark
from gdviz.ui.views.exhaustive import SearchDots
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.free_place import FreePlace
from gdviz.ui.views.layer_menu import LayerMenu
from gdviz.ui.views.planes import note
from gdviz.ui.views.sample_arrows import SampleArrows
from gdviz.ui.views.terrain import Terrain

SEARCH = 21  # values of each of two parameters that are tried at first
SEARCH_ONE = 41  # values of a single one


def part_shown(extent: Extent) -> tuple[float, ...]:
    """Low and high of what is shown, across and up, rounded to about a pixel."""
    found = []
    for low, high, pixel in zip((extent.left, extent.bottom), (extent.right, extent.top), extent.pixel,
                                strict=True):
        digits = max(0, math.ceil(-math.log10(pixel)))
        found += [round(low, digits), round(high, digits)]
    return tuple(found)


def allow_basins(menu: LayerMenu, frame: Frame, tr: Translate) -> None:
    """Let basins be switched on where there are any, else say why not."""
    possible, why = Basins.possible(frame), tr("Basins (of one or two parameters only)")
    menu.allow("basins", possible, tr("Basins") if possible else why)


class Shown(Protocol):
    """The layers that concern what is drawn here."""

    @property
    def batch(self) -> bool:
        """The loss of the step's batch."""

    @property
    def samples(self) -> bool:
        """An arrow for each sample of it."""

    @property
    def walk(self) -> bool:
        """One point of the search for each step."""


class Overlays:
    """Paints what is switched on, in two layers: below the paths, and above them below the heads."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        self._theme, self._tr = theme, tr
        self._search, self._batch = SearchDots(theme, tr), BatchLandscape(theme)
        self._arrows = SampleArrows(theme)

    def add_switches(self, menu: LayerMenu) -> None:
        """Add what can be switched on and off."""
        tr = self._tr
        menu.addSeparator()
        menu.add_switch("batch", tr("Loss of the batch"), False)
        menu.add_switch("samples", tr("Arrows of the samples"), False)
        menu.add_switch("basins", tr("Basins"), False)
        menu.addSeparator()
        menu.add_switch("search", tr("Exhaustive search"), False)
        menu.add_switch("walk", tr("One point of it a step"), False)
        menu.add_entry("search_here", tr("Search what is shown"))

    @staticmethod
    def asked(
        key: str, value: object, extent: Extent, flat: bool = False
    ) -> tuple[int, tuple[float, ...]] | None:
        """What the hand asks of the search: how many values, 0 for none, and where; None for other layers."""
        if not key.startswith("search"):
            return None
        here = key == "search_here"
        points = (SEARCH_ONE if flat else SEARCH) if here or value else 0
        return points, part_shown(extent)[: 2 if flat else 4] if here else ()

    def enable(self, menu: LayerMenu, frame: Frame) -> None:
        """Offer what this frame has: samples; a search where there are no more than two parameters."""
        data, small = frame.objective.terms > 0, not isinstance(frame.objective, Plane)
        menu.offer({"batch": data, "samples": data, "search": small, "walk": small, "search_here": small})
        menu.check("search", frame.grid is not None)
        allow_basins(menu, frame, self._tr)

    def paint_ground(
        self, painter: QPainter, extent: Extent, frame: Frame, shown: Shown, ground: Terrain | None = None,
        free: FreePlace | None = None,
    ) -> None:
        """What lies below the paths; on a map at the levels of the ground."""
        if shown.batch:
            self._batch.paint(painter, extent, frame, () if ground is None else ground.levels)
        self._search.paint(painter, extent, frame, shown.walk, free)

    def paint_above(
        self, painter: QPainter, extent: Extent, frame: Frame, shown: Shown, width: float | None = None,
        line: int = 0,
    ) -> None:
        """What lies on the paths; what is said stands in `width` pixels of the upper edge from `line` on."""
        width = extent.width if width is None else width
        if isinstance(frame.objective, Plane):
            remark, up = note(frame.objective, self._tr), frame.objective.axes[1]
            paint_remark(painter, self._theme, width, remark, beside=up)
            line = 1
        line = self._search.paint_costs(painter, width, frame, shown.walk, line)
        drawn = self._arrows.paint(painter, extent, frame) if shown.samples else None
        if drawn is not None and drawn[0] < drawn[1]:
            text = self._tr("arrows of {n} of {m} samples").format(n=drawn[0], m=drawn[1])
            paint_remark(painter, self._theme, width, text, line)
