"""Basins on the surface: the same hues at the same places as on the map, painted once, never unseen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.command import render
from gdviz.frame import Frame
from gdviz.question import Prediction, Question
from gdviz.session import Session
from gdviz.ui.player import Player
from gdviz.ui.theme import LIGHT
from gdviz.ui.views import basin_tints, facets
from gdviz.ui.views.basin_ends import RADIUS
from gdviz.ui.views.facets import Tinted, finer
from gdviz.ui.views.paper import cell_colors
from gdviz.ui.views.planes import Planes
from gdviz.ui.views.surface import SurfaceView
from gdviz.ui.window import MainWindow
from tests.ui.surface_views import surface
from tests.ui.test_basins_layer import himmelblau, nearest
from tests.ui.view_frames import frame, scenario

# Places on slopes that are seen, and which of the four minima is reached from there.
REACHED = [((2.0, 3.0), 0), ((-1.5, 1.0), 1), ((-2.0, -2.0), 2), ((2.0, -1.0), 3)]


@pytest.fixture
def view(qtbot: QtBot) -> SurfaceView:
    """A surface with complete basins, painted."""
    made = surface(qtbot, himmelblau())
    made.show_basins(True)
    made.finish()
    made.grab()
    return made


def hues(view: SurfaceView, image: QImage) -> list[int]:
    """Which hue there is at each of the places."""
    scene = view.canvas.scene(view.canvas.width(), view.canvas.height())
    points = np.array([place for place, _ in REACHED])
    assert not scene.hidden(points, scene.places(points)).any()
    left, top = view.canvas.x(), view.canvas.y()
    places = [(int(x) + left, int(y) + top) for x, y in scene.places(points)]
    return [nearest(QColor(image.pixel(*place)), basin_tints.LIGHT) for place in places]


def test_that_each_place_has_the_hue_of_the_end_of_a_run_from_there(view: SurfaceView) -> None:
    expected = [number for _, number in REACHED]
    image = view.grab().toImage()
    assert hues(view, image) == expected
    assert len(view.basins._made.ends) == 4  # not those of a few cells on the border between two
    camera = view.canvas.camera
    view.canvas._look(camera.turned(1.0, 0.0))
    view.canvas._look(camera)
    assert view.canvas.turning
    assert hues(view, view.grab().toImage()) == expected  # coarse as well
    view.canvas._sharpening.stop()
    view.show_basins(False)
    assert hues(view, view.grab().toImage()) != expected
    assert view.grab().toImage() != image


def test_that_a_step_of_time_does_not_paint_the_ground_anew(view: SurfaceView) -> None:
    kept, made = view.canvas._picture, view.basins._survey
    assert kept is not None
    for step in (7, 30):
        view.show_frame(replace(himmelblau(), step=step))
        view.grab()
    assert view.canvas._picture is kept
    assert view.basins._survey is made


def test_that_tints_come_in_slices_and_stop_unseen(qtbot: QtBot) -> None:
    few = himmelblau(steps=12)
    view = surface(qtbot, few)
    assert view.canvas._tinted is None
    view.show_basins(True)
    assert view.basins._timer.isActive()
    view.hide()
    assert not view.basins._timer.isActive()
    view.show_frame(replace(few, step=7))
    assert not view.basins._timer.isActive()
    view.show()
    qtbot.waitUntil(lambda: view.basins._survey is not None and view.basins._survey.done)
    assert not view.basins._timer.isActive()
    assert view.canvas._tinted is not None


def test_that_answers_to_another_question_are_pale(view: SurfaceView) -> None:
    old, slower = view.canvas._tinted, himmelblau("gradient-descent:lr=0.005")
    view.show_frame(slower)
    pale = view.canvas._tinted
    assert pale is not old
    apart = [np.abs(tinted.tints - 255).mean() for tinted in (old, pale)]
    assert apart[1] == pytest.approx(0.35 * apart[0])
    view.finish()
    assert view.basins._made.question.task.optimizer == slower.lanes[0].optimizer


def test_that_map_and_surface_share_the_layer_and_exports_have_it(window: MainWindow, player: Player) -> None:
    page = window.page
    page.contour.findChild(QAction, "action_layer_basins").trigger()
    window.commands["surface"].trigger()
    assert page.basins
    assert page.shown.basins.shown
    assert window.tools.exporting._shown().basins
    action = page.shown.findChild(QAction, "action_layer_basins")
    assert action.isChecked()
    action.trigger()
    assert not page.basins
    assert not page.contour.layers.basins
    page.show_basins(True)
    window.commands["surface"].trigger()
    assert page.contour.basins.shown


def test_that_there_are_none_while_a_question_is_open_nor_of_many_parameters(qtbot: QtBot) -> None:
    view = surface(qtbot, himmelblau())
    view.show_basins(True)
    view.finish()
    asked = Prediction(Question.named("where")(text="Where?"))
    view.show_frame(replace(himmelblau(), prediction=asked))
    assert view.canvas._tinted is None
    session = Session(library.shipped("network-wave"))
    session.compute_to(3)
    view.show_frame(Planes(str).flat(session.frame()))
    assert view.canvas._tinted is None
    assert not view.findChild(QAction, "action_layer_basins").isEnabled()


def striped() -> Frame:
    return frame(scenario("freudenstein-roth", "gradient-descent:lr=0.001", steps=20))


def test_that_what_diverges_is_striped_and_cells_are_cut_only_where_tints_change(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = surface(qtbot, striped())
    view.show_basins(True)
    view.finish()
    scene, tinted = view.canvas.scene(600, 360), view.canvas._tinted
    parts, cut = finer(tinted, scene)
    assert parts > 1
    assert 0 < cut[scene.order].sum() * parts**2 <= facets.MOST
    stripe, ground = (np.array(QColor(name).getRgb()[:3]) for name in (LIGHT.danger, LIGHT.danger_tint))
    colors = np.unique(tinted.cells(scene, parts)[cut].reshape(-1, 3), axis=0)
    for wanted in (ground, ground + basin_tints.STRONG * (stripe - ground)):
        assert np.abs(colors - wanted).sum(axis=1).min() < 1
    assert len(cell_colors(LIGHT, scene, tinted)) == len(scene.order)
    monkeypatch.setattr(facets, "MOST", 100)
    parts, cut = finer(tinted, scene)
    assert (parts, cut.any()) == (1, False)
    even = Tinted(tinted.extent, np.zeros((9, 9, 3)), np.ones((9, 9, 3)), np.zeros((9, 9)))
    assert not finer(even, scene)[1].any()


def test_that_a_rendered_surface_has_basins(qapp: QApplication, tmp_path: Path) -> None:
    images = []
    for more in ([], ["--basins"]):
        path = tmp_path / f"{len(more)}.png"
        words = ["basins", "--view", "surface", "--size", "300x220", "--out", str(path)]
        assert render.execute([*words, *more]) == 0
        images.append(QImage(str(path)))
    seen = [(x, y) for x in range(0, 300, 3) for y in range(40, 200, 3)]
    colors = [{QColor(image.pixel(*place)).hue() // 30 for place in seen} for image in images]
    assert len(colors[1]) > len(colors[0])


def test_that_a_ring_stands_round_each_end_that_is_seen(view: SurfaceView) -> None:
    def ringed() -> list[bool]:
        image, scene = view.grab().toImage(), view.canvas.scene(view.canvas.width(), view.canvas.height())
        points = np.array([end.point for end in ends])
        assert not scene.hidden(points, scene.places(points)).any()
        around = np.array([(np.cos(a), np.sin(a)) for a in np.arange(16)])
        middles = scene.places(points) + np.array([view.canvas.x(), view.canvas.y()])
        found = []
        for middle in middles:
            tones = [[QColor(image.pixel(int(x), int(y))).lightness() for x, y in middle + r * around]
                     for r in (RADIUS - 0.7, RADIUS, RADIUS + 0.7)]  # fmt: skip
            found.append(int((np.min(tones, axis=0) < 120).sum()))
        return [count > 9 for count in found]

    ends = view.basins._made.ends
    assert all(ringed())
    view.show_basins(False)
    assert not any(ringed())
