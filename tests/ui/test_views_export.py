"""Views painted on other devices: enlarged, or as lines and areas."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from view_frames import THEME, frame, picture, pixels, scenario, show

from gdviz.ui.views.contour import ContourView
from gdviz.ui.views.curve import CurveView
from gdviz.ui.views.loss import LossView

RUNS = ("gradient-descent:lr=0.55", "momentum:lr=0.12,momentum=0.8", "adam:lr=0.3")
VIEWS = [(ContourView, "ravine"), (LossView, "ravine"), (CurveView, "x-cos")]


@pytest.fixture(params=VIEWS, ids=lambda pair: pair[0].__name__)
def view(request, qtbot):
    kind, objective = request.param
    made = kind(THEME)
    show(qtbot, made, frame(scenario(objective, *RUNS, steps=40), 15), (600, 400))
    return made


def render(view, device, target):
    painter = QPainter(device)
    view.plot.render(painter, target, view.plot.viewport().rect())
    painter.end()


def test_that_an_enlarged_picture_is_the_same_picture(view):
    image = QImage(view.plot.size() * 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    render(view, image, QRectF(image.rect()))
    smooth = image.scaled(
        view.plot.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    difference = np.abs(pixels(smooth) - pixels(picture(view))).max(axis=2)
    assert (difference > 90).mean() < 0.01
    assert difference.mean() < 4


def test_that_an_svg_has_lines_and_no_pixels_and_stays_in_its_frame(view, tmp_path):
    made = QSvgGenerator()
    made.setFileName(str(tmp_path / "plot.svg"))
    made.setSize(view.plot.size())
    made.setResolution(96)
    render(view, made, QRectF(view.plot.rect()))
    text = (tmp_path / "plot.svg").read_text()
    assert "<image" not in text
    assert text.count("<path") > 10
    numbers = [float(n) for d in re.findall(r' d="([^"]*)"', text) for n in re.findall(r"-?\d+\.?\d*", d)]
    assert max(map(abs, numbers)) < 3 * max(view.plot.width(), view.plot.height())


def test_that_a_pdf_can_be_written(view, tmp_path):
    made = QPdfWriter(str(tmp_path / "plot.pdf"))
    made.setResolution(96)
    render(view, made, QRectF(view.plot.rect()))
    del made
    assert (tmp_path / "plot.pdf").stat().st_size > 10_000


def test_that_painting_elsewhere_leaves_the_screen_as_it_was(view):
    before = picture(view)
    image = QImage(view.plot.size() * 2, QImage.Format.Format_RGB32)
    render(view, image, QRectF(image.rect()))
    assert picture(view) == before
