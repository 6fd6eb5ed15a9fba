"""What the hand has set in the pictures holds when they are made anew, and in what is copied and exported."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.ui.notice import Notice
from gdviz.ui.player import Player
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.projection import Camera
from gdviz.ui.window import MainWindow


def settle(app: QApplication) -> None:
    """Let the window lay itself out."""
    for _ in range(3):
        app.processEvents()


def center(extent: Extent) -> np.ndarray:
    return np.array(extent.center)


def zoom(window: MainWindow) -> Extent:
    """Zoom into the map round one place, as the wheel does."""
    plot = window.page.contour.plot
    plot.explored.emit()
    plot.show_extent(plot.extent.zoomed(4.0, 200.0, 150.0))
    return plot.extent


@pytest.mark.parametrize("command", ["present", "theme"])
def test_that_layers_zoom_and_the_room_of_each_view_stay_in_a_window_made_anew(
    window: MainWindow, qapp: QApplication, command: str
) -> None:
    page = window.page
    page.contour.show_layers(replace(page.contour.layers, bands="viridis", field=True, future=False))
    page.setSizes([480, 220])
    settle(qapp)
    share = page.sizes()[1] / sum(page.sizes())
    seen = zoom(window)
    settle(qapp)
    if command == "present":
        window.commands["present"].trigger()
        settle(qapp)
        assert window.page.sizes()[1] / sum(window.page.sizes()) > 1.15 * share  # heads and axes are larger
        window.commands["present"].trigger()
    else:
        window.rebuild()
    settle(qapp)
    made = window.page
    assert made is not page
    assert made.contour.layers == page.contour.layers
    checked = {action.objectName() for action in made.contour._menu.actions() if action.isChecked()}
    assert {"action_layer_bands_viridis", "action_layer_field"} <= checked
    assert not {"action_layer_bands_ramp", "action_layer_future"} & checked
    assert np.allclose(center(made.contour.plot.extent), center(seen))
    assert made.contour.plot.extent.pixel[0] == pytest.approx(seen.pixel[0], rel=0.02)
    assert abs(made.sizes()[1] / sum(made.sizes()) - share) < 0.02


def test_that_the_surface_is_seen_from_the_same_place_in_a_window_made_anew(
    window: MainWindow, qapp: QApplication
) -> None:
    window.commands["surface"].trigger()
    settle(qapp)
    canvas = window.page.surface().canvas
    home = canvas.home
    canvas.show_camera(Camera(yaw=75.0, pitch=20.0, zoom=2.0))
    window.rebuild()
    settle(qapp)
    made = window.page.surface().canvas
    assert made is not canvas
    assert (made.camera, made.home) == (Camera(yaw=75.0, pitch=20.0, zoom=2.0), home)


def test_that_a_copied_picture_shows_what_the_window_shows(window: MainWindow, qapp: QApplication) -> None:
    def copied() -> np.ndarray:
        window.commands["copy_picture"].trigger()
        image = QGuiApplication.clipboard().image().convertToFormat(QImage.Format.Format_RGB32)
        return np.array(image.constBits()).reshape(image.height(), -1)

    whole = copied()
    zoom(window)
    window.page.contour.show_layers(replace(window.page.contour.layers, bands="none"))
    settle(qapp)
    part = copied()
    assert part.shape == whole.shape
    assert len(part) == 2 * window.page.height()
    assert f"a picture of {2 * window.page.width()}×" in window.findChild(Notice).text()
    assert np.mean(part != whole) > 0.2


def test_that_the_guide_comes_back_after_a_presentation(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    window.desk.show_guide()
    assert window.desk.docks["guide"].isVisible()
    window.commands["present"].trigger()
    assert window.desk.docks["guide"].isHidden()
    window.commands["present"].trigger()
    assert window.desk.docks["guide"].isVisible()


def test_that_the_picked_place_in_the_data_stays_picked(
    window: MainWindow, player: Player, qapp: QApplication
) -> None:
    player.open(library.shipped("three-points"))
    settle(qapp)
    window.page.data.pick((2.5,))
    told = window.page.data.picked
    assert told
    window.rebuild()
    settle(qapp)
    assert window.page.data.picked == told
