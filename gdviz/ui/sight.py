"""What the hand has set in the pictures, to be set in others: layers, what part is seen, and from where."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter

from gdviz.ui.page import Page
from gdviz.ui.views.curve import CurveLayers
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.terrain import Layers
from gdviz.ui.views.view import View

if TYPE_CHECKING:
    from gdviz.ui.views.projection import Camera


@dataclass(frozen=True)
class Sight:
    """map, curve: layers; parts: what is zoomed or panned to, by view; picked: the place in the data that
    predictions are told of; sample: of the graph; cameras: of the surface, its own and that of a reset;
    sizes: how the views share the room; scale: of the text among which they do.
    """

    map: Layers = field(default_factory=Layers)
    curve: CurveLayers = field(default_factory=CurveLayers)
    parts: dict[str, Extent] = field(default_factory=dict)
    picked: tuple[float, ...] | None = None
    sample: int = 0
    cameras: tuple[Camera, Camera | None] | None = None
    sizes: tuple[list[int], list[int]] | None = None
    scale: float = 1.0


def sight_of(page: Page) -> Sight:
    """How a page is seen now."""
    views = [view for view in page.views() if isinstance(view, View)]
    parts = {view.objectName(): view.part for view in views if view.part is not None}
    return Sight(
        page.contour.layers, page.curve.layers, parts, page.data.place, page.sample, page.cameras,
        (page.sizes(), _upper(page).sizes()), page.scale,
    )  # fmt: skip


def show_sight(page: Page, sight: Sight) -> None:
    """See a page, which has a frame, in the same way."""
    if sight.sizes is not None:
        _share(page, *sight.sizes, math.sqrt(page.scale / sight.scale))
    page.contour.show_layers(sight.map)
    page.curve.show_layers(sight.curve)
    page.data.pick(sight.picked)
    for view in page.views():
        part = sight.parts.get(view.objectName())
        if isinstance(view, View) and part is not None:
            view.show_part(part)
        elif view.objectName() == "view_graph":
            page.graph().show_sample(sight.sample)
    if sight.cameras is not None:
        page.settle(*sight.cameras)


def _share(page: Page, heights: list[int], widths: list[int], grown: float) -> None:
    """Give each view its part of the room, as far as that is known: what is hidden has none.

    Among larger text the loss gets more of it: its head and its axis grow, and would leave the lines none.
    """
    if all(heights):
        above, below = heights
        loss = round(below * grown)
        page.setSizes([above + below - loss, loss])
    if all(widths):
        _upper(page).setSizes(widths)


def _upper(page: Page) -> QSplitter:
    """Data and landscape side by side."""
    upper = page.widget(0)
    assert isinstance(upper, QSplitter)
    return upper
