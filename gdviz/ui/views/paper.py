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


def paint_paper(painter: QPainter, theme: Theme, scene: Scene) -> None:
    """The cells from the farthest to the nearest, cuts, then what is seen of the level lines."""
    if scene.coarse:
        _paint_mask(painter, theme, scene)
    else:
        _paint_cells(painter, theme, scene)
    for along_x, polygon in scene.walls:
        painter.setBrush(wall_color(theme, scene, along_x))
        painter.setPen(QPen(theme.color("level", theme.level_alpha_strong), theme.scale))
        painter.drawPolygon(polygon)
    for line, strong in [*scene.relief.lines, *((rim, True) for rim in scene.far_rims)]:
        places = scene.projection.places(scene.room(line[:, :2], line[:, 2]))
        seen = split(places, scene.hidden(line[:, :2], places)).seen
        alpha = theme.level_alpha_strong if strong else theme.level_alpha
        painter.strokePath(line_path(seen), QPen(theme.color("level", alpha), theme.scale))


def _paint_cells(painter: QPainter, theme: Theme, scene: Scene) -> None:
    pen = QPen()
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    pen.setWidthF(0.8)  # a pen of the same colour closes the seams between neighbours
    for rgb, polygon in zip(cell_colors(theme, scene).tolist(), scene.polygons, strict=True):
        color = QColor(*rgb)
        pen.setColor(color)
        painter.setPen(pen)
        painter.setBrush(color)
        painter.drawPolygon(polygon)


def _paint_mask(painter: QPainter, theme: Theme, scene: Scene) -> None:
    """The same without smooth edges, by looking up each pixel's cell: for the time of a gesture."""
    red, green, blue = cell_colors(theme, scene).astype(np.uint32).T
    colors = np.zeros(scene.shape[0] * scene.shape[1] + 1, np.uint32)  # the last one, of -1: transparent
    colors[scene.order] = 0xFF000000 | red << 16 | green << 8 | blue
    pixels = colors[np.where(scene.mask == WALL, -1, scene.mask)]
    height, width = pixels.shape
    painter.drawImage(
        QPointF(0, 0), QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32)
    )


def cell_colors(theme: Theme, scene: Scene) -> NDArray[np.uint8]:
    """Red, green, blue (k, 3) of the cells in their order."""
    colors = theme.ramp(_mean(scene.relief_heights).ravel()[scene.order]).astype(float)
    light = (_normals(scene.corners) @ _light(scene)).ravel()[scene.order]
    light = np.nan_to_num(light - math.sin(math.radians(LIGHT_HEIGHT)))
    tint = _DARK if theme.dark else _LIGHT
    shade, shine = np.clip(-light, 0, 1)[:, None], np.clip(light, 0, 1)[:, None]
    colors += (tint.shade - colors) * shade * tint.shading + (tint.shine - colors) * shine * tint.shining
    rounded: NDArray[np.uint8] = np.rint(np.clip(colors, 0, 255)).astype(np.uint8)
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
