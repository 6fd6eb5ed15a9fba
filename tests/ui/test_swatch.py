"""Markers and swatches: every shape is there, of its size, and no two runs look alike without colour."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz.ui.swatch import Swatch, marker_path, paint_marker
from gdviz.ui.theme import LIGHT, RunStyle

NAMES = ["o", "s", "t1", "d", "p", "h", "star", "x"]


def grey(image: QImage) -> NDArray[np.uint8]:
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.array(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()]


def painted(style: RunStyle, halo: QColor | None = None) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFF00"))
    painter = QPainter(image)
    paint_marker(painter, style, QPointF(20, 20), 20, halo, halo_width=3)
    painter.end()
    return image


@pytest.mark.parametrize("name", NAMES)
def test_that_a_marker_is_one_wide_round_the_origin(name: str) -> None:
    box = marker_path(name).boundingRect()
    assert max(box.width(), box.height()) == pytest.approx(1, abs=0.1)
    assert box.contains(QPointF(0, 0))
    assert max(abs(box.left()), box.right(), abs(box.top()), box.bottom()) <= 0.5 + 1e-9


def test_that_an_unknown_marker_is_an_error() -> None:
    with pytest.raises(KeyError):
        marker_path("blob")


@pytest.mark.parametrize("name", NAMES)
def test_that_a_marker_has_its_colour_inside_and_its_halo_outside(qapp: QApplication, name: str) -> None:
    image = painted(RunStyle("#FF0000", (), name), QColor("#00FF00"))
    seen = {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}
    assert seen == {"#ff0000", "#00ff00", "#ffff00"}
    assert image.pixelColor(20, 20).name() == "#ff0000"


def test_that_a_hollow_marker_shows_what_is_behind_it(qapp: QApplication) -> None:
    style = RunStyle("#FF0000", (), "o", hollow=True)
    assert painted(style).pixelColor(20, 20).name() == "#ffff00"
    assert painted(style, QColor("#00FF00")).pixelColor(20, 20).name() == "#00ff00"
    assert painted(style).pixelColor(20, 11).name() == "#ff0000"
    assert painted(style).pixelColor(20, 8).name() == "#ffff00"


def test_that_swatches_differ_without_their_colours(qtbot: QtBot) -> None:
    grabs = []
    for slot in range(12):
        swatch = Swatch(LIGHT, LIGHT.run(slot)._replace(color="#000000"))
        qtbot.addWidget(swatch)
        swatch.resize(swatch.sizeHint())
        grabs.append(grey(swatch.grab().toImage()).astype(int))
    assert all((one != other).sum() >= 8 for one, other in combinations(grabs, 2))


@pytest.mark.parametrize("slot", range(1, 6))
def test_that_a_dashed_run_shows_a_gap_on_both_sides_alike(qtbot: QtBot, slot: int) -> None:
    swatch = Swatch(LIGHT, RunStyle("#000000", LIGHT.run(slot).dash, "o"))
    qtbot.addWidget(swatch)
    swatch.resize(swatch.sizeHint())
    line = grey(swatch.grab().toImage())[10].astype(int)
    assert np.abs(line - line[::-1]).max() <= 2
    ground = line.max()
    assert (line[:8] > ground - 40).any()
    assert (line[:8] < 120).any()
