"""The surface in the window: it takes the map's place, and everything that works there works on it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.engine.objective import Objective
from gdviz.ui.player import Player
from gdviz.ui.views.surface import SurfaceView
from gdviz.ui.window import MainWindow


def show_objective(player: Player, kind: str) -> None:
    objective = Objective.parse(kind)
    start = tuple(float(x) for x in objective.start)
    player.edit(replace(player.scenario, objective=objective, starts=(start,)))


@pytest.fixture
def surface(window: MainWindow) -> SurfaceView:
    """The window's surface, shown and painted."""
    window.commands["surface"].trigger()
    shown = window.page.shown
    assert isinstance(shown, SurfaceView)
    window.grab()
    return shown


def test_that_the_key_shows_the_landscape_as_a_surface_and_as_a_map(
    window: MainWindow, qtbot: QtBot
) -> None:
    page, action = window.page, window.commands["surface"]
    names = []
    for _ in range(3):
        names.append([view.objectName() for view in page.views()])
        qtbot.keyClick(page, Qt.Key.Key_S)
        assert action.isChecked() == (len(names) % 2 == 1)
    assert names == [[f"view_{landscape}", "view_loss"] for landscape in ("contour", "surface", "contour")]
    assert page.landscape.currentWidget() is page.shown


def test_that_a_start_makes_no_surface_and_loads_none_of_its_code(window: MainWindow) -> None:
    assert window.findChildren(SurfaceView) == []
    late = "{'gdviz.ui.views.surface', 'gdviz.ui.views.graph'}"
    code = f"import sys, gdviz.ui.window; sys.exit(bool({late} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_that_the_surface_shows_the_frame_at_once_and_follows_time(
    window: MainWindow, player: Player
) -> None:
    player.seek(7)
    window.commands["surface"].trigger()
    before = window.page.shown.grab().toImage()
    player.seek(20)
    assert window.page.shown.grab().toImage() != before
    player.seek(7)
    window.commands["surface"].trigger()
    player.seek(20)
    window.commands["surface"].trigger()
    player.seek(7)
    after = window.page.shown.grab().toImage()
    different = sum(
        abs(after.pixelColor(x, y).lightness() - before.pixelColor(x, y).lightness()) > 16
        for x in range(0, after.width(), 3) for y in range(0, after.height(), 3)
    )  # fmt: skip
    assert different == 0


def test_that_objectives_of_one_parameter_have_no_surface(
    window: MainWindow, player: Player, surface: SurfaceView
) -> None:
    action = window.commands["surface"]
    show_objective(player, "parabola")
    assert window.page.shown is window.page.curve
    assert not action.isEnabled()
    show_objective(player, "himmelblau")
    assert window.page.shown is surface
    assert action.isEnabled()
    assert action.isChecked()


def test_that_a_click_on_a_head_chooses_its_run(
    window: MainWindow, player: Player, surface: SurfaceView, qtbot: QtBot
) -> None:
    player.seek(10)
    canvas = surface.canvas
    scene = canvas.scene(canvas.width(), canvas.height())
    assert scene is not None
    lane = player.session.frame().lanes[2]
    across, down = scene.places(lane.path[10, :1, :2])[0].tolist()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(across), round(down)))
    assert player.session.chosen == 2


def test_that_show_all_brings_the_zoomed_surface_back(
    window: MainWindow, surface: SurfaceView, qtbot: QtBot
) -> None:
    surface.canvas.show_camera(surface.canvas.camera.turned(30, 0).zoomed(3.0))
    qtbot.keyClick(window.page, Qt.Key.Key_A)
    assert surface.canvas.camera.zoom == 1
    assert surface.canvas.camera == surface.canvas.camera.centered()


@pytest.mark.parametrize("grid_first", [False, True])
def test_that_the_grid_is_shown_on_every_landscape(
    window: MainWindow, player: Player, qtbot: QtBot, grid_first: bool
) -> None:
    page = window.page
    plain = page.contour.plot.grab().toImage()
    if not grid_first:
        window.commands["surface"].trigger()
    qtbot.keyClick(page, Qt.Key.Key_G)
    if grid_first:
        window.commands["surface"].trigger()
    gridded = page.shown.grab().toImage()
    qtbot.keyClick(page, Qt.Key.Key_G)
    assert page.shown.grab().toImage() != gridded
    qtbot.keyClick(page, Qt.Key.Key_G)
    window.commands["surface"].trigger()
    assert page.contour.plot.grab().toImage() != plain


def test_that_the_keys_of_time_work_after_the_surface_that_had_them_is_gone(
    window: MainWindow, player: Player, surface: SurfaceView, qtbot: QtBot
) -> None:
    surface.canvas.setFocus()
    qtbot.keyClick(surface.canvas, Qt.Key.Key_S)
    assert window.page.shown is window.page.contour
    focused = QApplication.focusWidget()
    assert focused is window.page
    qtbot.keyClick(focused, Qt.Key.Key_Right)
    assert player.session.playhead == 1


def test_that_surface_and_grid_outlast_another_theme(window: MainWindow, surface: SurfaceView) -> None:
    window.commands["grid"].trigger()
    window._look.switch_theme()
    QApplication.processEvents()
    shown = window.page.shown
    assert isinstance(shown, SurfaceView)
    assert shown is not surface
    assert window.commands["surface"].isChecked()
    gridded = shown.grab().toImage()
    window.commands["grid"].trigger()
    assert shown.grab().toImage() != gridded
    window.commands["surface"].trigger()
    assert window.page.shown is window.page.contour


def test_that_the_surface_stands_every_scenario_while_it_plays(
    window: MainWindow, player: Player, surface: SurfaceView
) -> None:
    window.resize(900, 600)
    for name in library.names():
        window.document.show_shipped(name)
        player.skip()
        player.finish()
        for step in (player.scenario.steps, 1):
            player.seek(step)
            window.page.shown.grab()
        expected = "curve" if player.scenario.objective.dimension == 1 else "surface"
        assert window.page.shown.objectName() == f"view_{expected}", name
