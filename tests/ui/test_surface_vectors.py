"""The surface as vectors: shapes in SVG and PDF, and the same to the eye as on a screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from surface_views import ravine, surface

from gdviz.frame import Frame
from gdviz.ui.views.surface import SurfaceView


@pytest.fixture
def frame(qapp: QApplication) -> Frame:
    return ravine()


@pytest.fixture
def view(qtbot: QtBot, frame: Frame) -> SurfaceView:
    return surface(qtbot, frame)


def svg(view: SurfaceView) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setViewBox(QRectF(0, 0, 700, 500))
    painter = QPainter(generator)
    view.paint_scene(painter, QRectF(50, 40, 600, 400))
    painter.end()
    return bytes(buffer.data().data()).decode()


def test_that_svg_holds_shapes_and_no_picture(view: SurfaceView) -> None:
    text = svg(view)
    assert "<image" not in text
    assert text.count("<path") + text.count("<polygon") > 1500
    assert view._theme.runs[0].lower() in text.lower()


def test_that_an_export_amid_a_gesture_is_as_fine_as_ever(qtbot: QtBot, view: SurfaceView) -> None:
    qtbot.keyClick(view.canvas, Qt.Key.Key_Left)
    assert view.canvas.turning
    text = svg(view)
    assert "<image" not in text
    assert text.count("<path") + text.count("<polygon") > 1500


def test_that_pdf_holds_shapes_and_no_picture(view: SurfaceView) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    writer.setPageSize(QPageSize(QSizeF(450, 300), QPageSize.Unit.Point))
    painter = QPainter(writer)
    view.paint_scene(painter, QRectF(0, 0, 600, 400))
    painter.end()
    written = bytes(buffer.data().data())
    assert written.startswith(b"%PDF")
    assert b"/Subtype /Image" not in written


def test_that_an_export_leaves_the_window_as_it_was(view: SurfaceView) -> None:
    before = view.grab().toImage()
    svg(view)
    assert view.grab().toImage() == before


def test_that_pixels_and_vectors_show_the_same(qtbot: QtBot, view: SurfaceView) -> None:
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(1.0000001, 1.0)  # not one to one: drawn as shapes
    view.paint_scene(painter, QRectF(0, 0, 600, 400))
    painter.end()
    kept = QImage(600, 400, QImage.Format.Format_RGB32)
    kept.fill(Qt.GlobalColor.white)
    painter = QPainter(kept)
    view.paint_scene(painter, QRectF(0, 0, 600, 400))
    painter.end()
    # Marks stand on whole pixels on screens, so the two may differ by half a pixel.
    kinds = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    one, other = (made.scaled(150, 100, *kinds) for made in (image, kept))
    off = sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 16
        for x in range(150) for y in range(100)
    )  # fmt: skip
    assert off < 20
