"""Images to paint on, painters that always come to an end, and the ring of what has the keys."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPaintDevice, QPaintEngine, QPainter, QPen

from gdviz.ui.theme import Theme


def on_screen(painter: QPainter) -> float:
    """The device-pixel ratio where plain pixels are painted one to one; 0 in vector and enlarged pictures."""
    engine = painter.paintEngine()
    if engine is None or engine.type() != QPaintEngine.Type.Raster:
        return 0.0
    ratio = painter.device().devicePixelRatio()
    plain = painter.deviceTransform()
    return ratio if abs(plain.m11() - ratio) < 1e-9 and abs(plain.m22() - ratio) < 1e-9 else 0.0


def blank(width: float, height: float, ratio: float) -> QImage:
    """A transparent image for so many logical pixels."""
    size = math.ceil(width * ratio), math.ceil(height * ratio)
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    return image


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """An antialiasing painter; it ends even when something fails, for an open one outlives its image and
    takes the program with it."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def paint_focus(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """The ring of what has the keys, within its edges."""
    width = 2 * theme.scale
    painter.setPen(QPen(theme.color("focus"), width))
    painter.drawRect(QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2))
