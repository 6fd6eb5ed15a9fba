"""One frame as a file: PNG in pixels, SVG and PDF as vectors."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from gdviz import __version__
from gdviz.export import svg
from gdviz.export.canvas import Canvas
from gdviz.frame import Frame

ENDINGS = (".png", ".svg", ".pdf")
DPI = 96  # so that a pixel of the page is a 96th of an inch


def write(canvas: Canvas, frame: Frame, path: Path, ending: str, scale: float = 1.0) -> None:
    """Write the frame in the format of `ending`; `scale` counts for PNG only. Raises OSError."""
    if ending == ".png":
        path.write_bytes(pixels(canvas, frame, scale))
        return
    canvas.show(frame)
    data = vectors(canvas) if ending == ".svg" else document(canvas)
    path.write_bytes(data)


def pixels(canvas: Canvas, frame: Frame, scale: float) -> bytes:
    """The frame as PNG; Qt writes to memory, for of a full disk it would not say that it is full."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not canvas.image(frame, scale).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError(0, "the picture can't be written")
    return bytes(data.data())


def vectors(canvas: Canvas) -> bytes:
    """What the canvas shows as SVG that looks the same in every program: no fonts, no scaled strokes."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    made.setOutputDevice(buffer)
    made.setResolution(DPI)
    made.setSize(canvas.size)
    made.setViewBox(QRect(0, 0, canvas.size.width(), canvas.size.height()))
    made.setTitle("gdviz")
    painter = QPainter(made)
    canvas.paint(painter)
    painter.end()
    return svg.portable(data.data())


def document(canvas: Canvas) -> bytes:
    """What the canvas shows as a PDF page of its size; text stays text."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QPdfWriter(buffer)
    made.setCreator(f"gdviz {__version__}")
    made.setResolution(DPI)
    points = QSizeF(canvas.size) * 72 / DPI
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    made.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(made)
    canvas.paint(painter)
    painter.end()
    buffer.close()
    return bytes(data.data())
