"""What a classifier decides in each part of the plane, and the boundaries between these parts."""

from __future__ import annotations

import numpy as np
from contourpy import LineType, contour_generator
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.engine.learning.table import LABELS
from gdviz.ui.theme import Theme
from gdviz.ui.views.data_plane import DataPlane
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import line_path, to_paint

FINEST = 120  # points of the grid each way
TINT = 0.16


class Regions:
    """The regions of one parameter vector; computed anew only for other parameters or another view."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._key: object = None
        self._image = QImage()
        self._lines: list[Array] = []

    def paint(self, painter: QPainter, extent: Extent, plane: DataPlane, theta: Array) -> None:
        """Tints, and the lines between them; nothing for parameters that are not finite."""
        if not np.isfinite(theta).all():
            return
        key = (plane, extent, theta.tobytes())
        if key != self._key:
            self._key = key
            self._compute(extent, plane, theta)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, extent.width, extent.height), self._image)
        pen = QPen(self._theme.color("ink", 0.75), 1.8 * self._theme.scale)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        for line in self._lines:
            painter.strokePath(line_path(to_paint(painter, line)), pen)
        painter.restore()

    def _compute(self, extent: Extent, plane: DataPlane, theta: Array) -> None:
        across, down = (min(max(int(size / 4), 8), FINEST) for size in (extent.width, extent.height))
        # Amid the pixels of the image for the tints; the lines are computed from the same values.
        x = (np.arange(across) + 0.5) * (extent.width / across)
        y = (np.arange(down) + 0.5) * (extent.height / down)
        left, top = extent.left, extent.top
        dx, dy = extent.pixel
        xs, ys = np.meshgrid(left + x * dx, top - y * dy)
        scores, kinds = plane.decided(theta, np.stack([xs.ravel(), ys.ravel()], axis=1))
        tints = np.zeros((kinds.size, 4), dtype=np.uint8)
        for kind in np.unique(kinds).tolist():
            color = QColor(self._theme.run(kind).color)
            color.setAlphaF(TINT)
            tints[kinds == kind] = (color.red(), color.green(), color.blue(), color.alpha())
        self._image = QImage(
            tints.tobytes(), across, down, 4 * across, QImage.Format.Format_RGBA8888
        ).copy()
        self._lines = []
        labels = plane.problem.table.task == LABELS
        for i in range(len(scores) if labels or len(scores) > 2 else 1):
            field = scores[i]
            if not labels:
                field = field - np.delete(scores, i, axis=0).max(axis=0)
            found = contour_generator(x, y, field.reshape(down, across), line_type=LineType.Separate)
            self._lines += [np.asarray(line) for line in found.lines(0.0)]
