"""The landscape under the paths: bands, level lines and the gradient field, painted once a view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gdviz.engine.landscape import Range, Surface, prepare, surface
from gdviz.engine.objective import Objective
from gdviz.ui.theme import Theme
from gdviz.ui.views.arrows import paint_arrow
from gdviz.ui.views.canvas import on_screen, painting
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import line_path

BANDS = ("ramp", "viridis", "cividis", "none")
FIELD_GAP = 44  # pixels between two arrows of the gradient field


@dataclass(frozen=True)
class Layers:
    """What is drawn on a map besides the runs' paths; equal: whether both axes have the same scale."""

    bands: str = "ramp"
    lines: bool = True
    numbers: bool = True
    arrows: bool = True
    insight: bool = True
    future: bool = True
    field: bool = False
    batch: bool = False
    samples: bool = False
    walk: bool = False
    basins: bool = False
    equal: bool = True

    @property
    def ground(self) -> Layers:
        """With all that does not belong to the landscape alike."""
        return replace(
            self, arrows=True, insight=True, future=True, batch=False, samples=False, walk=False, basins=False
        )


@lru_cache(maxsize=8)
def _map(name: str) -> Any:
    return pg.colormap.get(name)


class Terrain:
    """Paints the landscape of an objective; a picture of it is kept, and stretched until `refine`."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._objective: Objective | None = None
        self._layers = Layers()
        self._extent: Extent | None = None
        self._coarse = False
        self._picture: tuple[float, QPixmap] | None = None
        self.stamp = 0  # another for each picture

    def show(self, objective: Objective, layers: Layers) -> None:
        """Show another landscape or other layers of it."""
        if objective != self._objective or layers.ground != self._layers.ground:
            self._picture = self._extent = None
        self._objective, self._layers = objective, layers

    def fits(self, extent: Extent) -> bool:
        """Whether the picture was made for this view."""
        return self._extent == extent

    def refine(self, extent: Extent, coarse: bool = False) -> None:
        """Make the picture anew for a view, when it is painted; `coarse` for a first one."""
        self._extent, self._picture, self._coarse = extent, None, coarse
        self.stamp += 1

    def prepare(self, extent: Extent) -> bool:
        """Sample a little more of what takes long; whether a sharp picture can be made at once."""
        if self._objective is None:
            return True
        begun, done = prepare(self._objective, *_part(extent))
        if begun and not done and self._extent != extent:
            self.refine(extent, coarse=True)
        return done

    @property
    def lacking(self) -> bool:
        """Whether a sharp picture is still to come."""
        return self._objective is not None and (self._extent is None or self._coarse)

    @property
    def surface(self) -> Surface | None:
        """What the picture was made from."""
        if self._objective is None or self._extent is None:
            return None
        return surface(self._objective, *_part(self._extent), self._coarse)

    @property
    def objective(self) -> Objective | None:
        return self._objective

    @property
    def made(self) -> Extent | None:
        """The view that the picture was made for."""
        return self._extent

    @property
    def numbered(self) -> bool:
        """Whether level lines have their numbers."""
        return self._layers.lines and self._layers.numbers

    def ground(self, found: Surface, value: float) -> QColor:
        """The colour beside a level line of a surface."""
        if self._layers.bands == "none":
            return self._theme.color("plot")
        heights = {level.value: band.height for level, band in zip(found.levels, found.bands, strict=False)}
        return self._color(heights[value])

    @property
    def levels(self) -> list[float]:
        """The values of its level lines; none while a sharp picture is still to come."""
        found = None if self.lacking else self.surface
        return [] if found is None else [level.value for level in found.levels]

    def paint(self, painter: QPainter, extent: Extent) -> None:
        """Paint the kept picture in its place; where there are no pixels, all of it as lines and areas."""
        if self._objective is None:
            return
        ratio = on_screen(painter)
        if self._extent is None:
            if ratio and not self.prepare(extent):
                return
            if self._extent is None:
                self.refine(extent)
        if not ratio:
            if self._extent != extent or self._coarse:
                self.refine(extent)
            self._draw(painter, extent)
            return
        made = self._extent
        assert made is not None
        if self._picture is None or self._picture[0] != ratio:
            self._picture = (ratio, self._pixmap(made, ratio))
        left, top = extent.place(made.left, made.top)
        right, bottom = extent.place(made.right, made.bottom)
        pixmap = self._picture[1]
        if made == extent:
            painter.drawPixmap(QPointF(0, 0), pixmap)
        else:
            painter.drawPixmap(QRectF(left, top, right - left, bottom - top), pixmap, QRectF(pixmap.rect()))

    def _pixmap(self, extent: Extent, ratio: float) -> QPixmap:
        pixmap = QPixmap(int(np.ceil(extent.width * ratio)), int(np.ceil(extent.height * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.color("plot", 0.0 if self._layers.bands == "none" else 1.0))
        with painting(pixmap) as painter:
            self._draw(painter, extent)
        return pixmap

    def _draw(self, painter: QPainter, extent: Extent) -> None:
        found = self.surface
        if found is None:
            return
        if self._layers.bands != "none":
            self._draw_bands(painter, extent, found)
        if self._layers.lines:
            self._draw_lines(painter, extent, found)
        if self._layers.field:
            self._draw_field(painter, extent)

    def _color(self, height: float) -> QColor:
        if self._layers.bands in ("viridis", "cividis"):
            return QColor(*(int(c) for c in _map(self._layers.bands).map(height, mode="byte")[:3]))
        return QColor(*(int(c) for c in self._theme.ramp(height)[0]))

    def _draw_bands(self, painter: QPainter, extent: Extent, found: Surface) -> None:
        # Without antialiasing: the lines above hide the steps, and neighbours meet without a seam.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(0, 0, extent.width, extent.height), self._color(1.0))
        for band in found.bands:
            path = line_path(extent.places(band.outline))
            path.setFillRule(Qt.FillRule.OddEvenFill)
            painter.fillPath(path, self._color(band.height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _draw_lines(self, painter: QPainter, extent: Extent, found: Surface) -> None:
        theme = self._theme
        for level in found.levels:
            alpha = theme.level_alpha_strong if level.strong else theme.level_alpha
            painter.strokePath(
                line_path(extent.places(level.points)), QPen(theme.color("level", alpha), theme.scale)
            )

    def _draw_field(self, painter: QPainter, extent: Extent) -> None:
        """Arrows downhill, all about as long: the field's directions, not its lengths."""
        assert self._objective is not None
        gap = self._theme.px(FIELD_GAP)
        across = np.arange(gap / 2, extent.width, gap)
        down = np.arange(gap / 2, extent.height, gap)
        places = np.array([np.tile(across, len(down)), np.repeat(down, len(across))]).T
        points = np.array([extent.value(x, y) for x, y in places])
        with np.errstate(all="ignore"):
            # Pixels count downwards, and may differ in size each way.
            slope = np.array(self._objective.gradient(points)) / extent.pixel * [-1.0, 1.0]
            way = slope / np.hypot(*slope.T)[:, None] * gap * 0.28
        color = self._theme.color("muted", 0.75)
        for (x, y), (dx, dy) in zip(places, way, strict=True):
            if np.isfinite(dx) and np.isfinite(dy):
                paint_arrow(
                    painter, self._theme, QPointF(x - dx, y - dy), QPointF(x + dx, y + dy), color,
                    width=1.1, head=7.0, halo=False,
                )  # fmt: skip


def _part(at: Extent) -> tuple[Range, Range, int, int]:
    """The part of the plane and its pixels."""
    return (at.left, at.right), (at.bottom, at.top), int(at.width), int(at.height)
