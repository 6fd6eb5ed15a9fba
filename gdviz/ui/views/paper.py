"""The surface as a sheet of paper: cells coloured by their height, gently lit, with level lines on it."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.ui.theme import Theme
from gdviz.ui.views.drape import split
from gdviz.ui.views.facets import Tinted, finer, pieces
from gdviz.ui.views.lines import line_path
from gdviz.ui.views.scene import WALL, Scene

LIGHT_FROM, LIGHT_HEIGHT = 125.0, 50.0  # degrees: from beyond, a little to the left, and how high


class _Tint(NamedTuple):
    """What slopes away from the light and towards it are mixed with, and how much at most."""

    shade: Array
    shading: float
    shine: Array
    shining: float


_LIGHT = _Tint(np.array([112.0, 152.0, 190.0]), 0.42, np.array([255.0, 255.0, 255.0]), 0.9)
_DARK = _Tint(np.array([8.0, 11.0, 15.0]), 0.9, np.array([120.0, 165.0, 205.0]), 0.42)
# Where hues mean something, the light has none.
_PLAIN_LIGHT = _LIGHT._replace(shade=np.array([122.0, 124.0, 128.0]), shining=0.7)
_PLAIN_DARK = _DARK._replace(shine=np.array([164.0, 168.0, 174.0]), shining=0.3)


def paint_paper(painter: QPainter, theme: Theme, scene: Scene, ground: Tinted | None = None) -> None:
    """The cells from the farthest to the nearest, cuts, then what is seen of the level lines.

    Their colours are those of the ground, if it has any, else of their heights.
    """
    if scene.coarse:
        _paint_mask(painter, theme, scene, ground)
    else:
        _paint_cells(painter, theme, scene, ground)
    for along_x, polygon in scene.walls:
        painter.setBrush(wall_color(theme, scene, along_x))
        painter.setPen(QPen(theme.color("level", theme.level_alpha_strong), theme.scale))
        painter.drawPolygon(polygon)
    for line, strong in [*scene.relief.lines, *((rim, True) for rim in scene.far_rims)]:
        places = scene.projection.places(scene.room(line[:, :2], line[:, 2]))
        seen = split(places, scene.hidden(line[:, :2], places)).seen
        alpha = theme.level_alpha_strong if strong else theme.level_alpha
        painter.strokePath(line_path(seen), QPen(theme.color("level", alpha), theme.scale))


def _paint_cells(painter: QPainter, theme: Theme, scene: Scene, ground: Tinted | None) -> None:
    pen = QPen()
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    pen.setWidthF(0.8)  # a pen of the same colour closes the seams between neighbours
    parts, cut = (1, None) if ground is None else finer(ground, scene)
    small = None
    if ground is not None:
        small = _lit(_plain(theme), scene, ground.cells(scene, parts)[scene.order])
    rows = zip(cell_colors(theme, scene, ground).tolist(), scene.polygons, scene.order.tolist(), strict=True)
    for at, (rgb, polygon, cell) in enumerate(rows):
        drawn = [(rgb, polygon)]
        if small is not None and cut is not None and cut[cell]:
            j, i = divmod(cell, scene.shape[1])
            corners = scene.corner_places[j : j + 2, i : i + 2]
            drawn = list(zip(small[at].tolist(), pieces(corners, parts), strict=True))
        for tint, outline in drawn:
            color = QColor(*tint)
            pen.setColor(color)
            painter.setPen(pen)
            painter.setBrush(color)
            painter.drawPolygon(outline)


def _paint_mask(painter: QPainter, theme: Theme, scene: Scene, ground: Tinted | None) -> None:
    """The same without smooth edges, by looking up each pixel's cell: for the time of a gesture."""
    red, green, blue = cell_colors(theme, scene, ground).astype(np.uint32).T
    colors = np.zeros(scene.shape[0] * scene.shape[1] + 1, np.uint32)  # the last one, of -1: transparent
    colors[scene.order] = 0xFF000000 | red << 16 | green << 8 | blue
    pixels = colors[np.where(scene.mask == WALL, -1, scene.mask)]
    height, width = pixels.shape
    painter.drawImage(
        QPointF(0, 0), QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32)
    )


def cell_colors(theme: Theme, scene: Scene, ground: Tinted | None = None) -> NDArray[np.uint8]:
    """Red, green, blue (k, 3) of the cells in their order."""
    if ground is not None:
        return _lit(_plain(theme), scene, ground.cells(scene)[scene.order])[:, 0]
    colors = theme.ramp(_mean(scene.relief_heights).ravel()[scene.order]).astype(float)
    return _lit(_DARK if theme.dark else _LIGHT, scene, colors[:, None])[:, 0]


def _plain(theme: Theme) -> _Tint:
    return _PLAIN_DARK if theme.dark else _PLAIN_LIGHT


def _lit(tint: _Tint, scene: Scene, colors: Array) -> NDArray[np.uint8]:
    """Colours (k, parts, 3) of the cells in their order, in the light."""
    light = (_normals(scene.corners) @ _light(scene)).ravel()[scene.order]
    light = np.nan_to_num(light - math.sin(math.radians(LIGHT_HEIGHT)))
    shade, shine = np.clip(-light, 0, 1)[:, None, None], np.clip(light, 0, 1)[:, None, None]
    lit = colors + (tint.shade - colors) * shade * tint.shading + (tint.shine - colors) * shine * tint.shining
    rounded: NDArray[np.uint8] = np.rint(np.clip(lit, 0, 255)).astype(np.uint8)
    return rounded


def _mean(corners: Array) -> Array:
    """What cells have on average at their corners."""
    mean: Array = (corners[1:, 1:] + corners[:-1, :-1] + corners[1:, :-1] + corners[:-1, 1:]) / 4
    return mean


def _normals(corners: Array) -> Array:
    """Where cells face, (…, …, 3) of length 1: from slopes over two cells, so that no facets show."""
    z = corners[..., 2]
    across = _mean(np.asarray(np.gradient(z, corners[0, :, 0], axis=1)))
    along = _mean(np.asarray(np.gradient(z, corners[:, 0, 1], axis=0)))
    normals = np.stack([-across, -along, np.ones_like(across)], axis=-1)
    normals /= np.linalg.norm(normals, axis=-1)[..., None]
    return normals


def wall_color(theme: Theme, scene: Scene, along_x: bool) -> QColor:
    """Cuts are neutral; the one that is turned towards the light is the lighter one."""
    side = 1 if along_x else 0
    toward = _light(scene)[side] * (1 if scene.projection.eye[side] > 0 else -1)
    return QColor(theme.color("plot" if toward > 0 else "window"))


def _light(scene: Scene) -> Array:
    """Where the light comes from (3,): it goes with the eye, so that slopes look alike from all sides."""
    turn = math.radians(LIGHT_FROM - scene.projection.camera.yaw)
    high = math.radians(LIGHT_HEIGHT)
    return np.array([math.cos(turn) * math.cos(high), math.sin(turn) * math.cos(high), math.sin(high)])
