"""Planes of more than two parameters in the views, the window and pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.cli import main
from gdviz.engine.plane import Plane
from gdviz.export.canvas import Canvas, clear
from gdviz.frame import Frame
from gdviz.picture import Picture
from gdviz.session import Session
from gdviz.ui.language import plain
from gdviz.ui.page import Page
from gdviz.ui.player import Player
from gdviz.ui.views.planes import Planes, note
from gdviz.ui.window import MainWindow
from gdviz.values import SpecError
from tests.ui.view_frames import THEME, count, frame, heard, picture, running, show


def wave(step: int = 60, chosen: int = 0, steps: int = 80) -> Frame:
    return frame(replace(library.shipped("network-wave"), steps=steps), step, chosen)


def settled(page: Page) -> None:
    while running(page.contour):
        QApplication.processEvents()


@pytest.mark.parametrize("chosen", ["pca", "3,20"])
def test_that_a_frame_is_projected_with_paths_arrows_and_starts(chosen: str) -> None:
    planes, seen = Planes(plain), wave()
    planes.chosen = chosen
    flat, plane = planes.flat(seen), planes.plane
    assert isinstance(plane, Plane)
    assert flat.objective is plane
    for lane, whole in zip(flat.lanes, seen.lanes, strict=True):
        np.testing.assert_allclose(lane.path, plane.projected(whole.path))
        np.testing.assert_allclose(lane.path[0], lane.task.starts)
        assert lane.losses is whole.losses
    moved = flat.lanes[0].path[61, 0] - flat.lanes[0].path[60, 0]
    np.testing.assert_allclose(flat.explanation.change, moved, atol=1e-12)
    again = planes.flat(seen)
    assert again.objective is plane
    assert again.lanes[1].task is flat.lanes[1].task


def test_that_the_plane_follows_the_chosen_run_and_waits_for_an_edited_one() -> None:
    planes, made = Planes(plain), replace(library.shipped("network-wave"), steps=200)
    first = planes.flat(frame(made)).objective
    assert planes.flat(frame(made, chosen=1)).objective != first
    assert planes.flat(frame(made)).objective == first
    edited = Session(replace(made, runs=made.runs[1:]))
    edited.compute(100)
    assert planes.flat(edited.frame()).objective == first
    edited.compute_to(200)
    assert planes.flat(edited.frame()).objective != first


def test_that_a_run_that_never_moves_leaves_the_plane_to_one_that_does() -> None:
    made = library.shipped("sgd-leaves-a-saddle")
    still, moving = (Planes(plain).flat(frame(made, chosen=chosen)).objective for chosen in (0, 1))
    assert still == moving
    alone = Planes(plain).flat(frame(replace(made, runs=made.runs[:1])))
    assert isinstance(alone.objective, Plane)


def test_that_a_path_that_grows_gets_a_new_plane_when_it_has_doubled() -> None:
    planes, session, made = Planes(plain), Session(library.shipped("network-wave")), []
    while not session.complete:
        session.compute(64)
        planes.flat(session.frame())
        made.append(planes.plane)
    assert 2 < len({id(plane) for plane in made}) < 8
    assert planes.plane is not None
    np.testing.assert_array_equal(planes.plane.origin, session.frame().lanes[0].path[-1, 0])


def test_that_a_diverging_path_is_shown_as_far_as_it_makes_sense() -> None:
    made = library.shipped("logistic")
    steep = replace(made, objective=library.shipped("network-wave").objective, starts=((0.1,) * 25,),
                    runs=(replace(made.runs[0], optimizer=replace(made.runs[0].optimizer, lr=1e4)),))
    planes = Planes(plain)
    flat = planes.flat(frame(steep, 3))
    assert np.isfinite(flat.lanes[0].path).all()
    assert np.isfinite(np.array(flat.objective.box)).all()


def test_that_the_remark_tells_how_much_of_the_path_is_seen() -> None:
    planes = Planes(plain)
    plane = planes.flat(wave()).objective
    assert isinstance(plane, Plane)
    tenths = [round(1000 * part) / 10 for part in plane.variance]
    assert note(plane, plain) == f"{tenths[0]} % + {tenths[1]} % of the path"
    assert note(replace(plane, variance=(0.6, 0.3)), plain) == "60 % + 30 % of the path"
    assert note(replace(plane, parameters=(0, 1)), plain) == "others as at the last step"


def test_that_the_map_shows_paths_and_ground_of_the_plane(qtbot: QtBot) -> None:
    page = Page(THEME, plain)
    show(qtbot, page, wave(), (1000, 800))
    settled(page)
    seen = picture(page.contour)
    assert all(count(seen, THEME.run(slot).color) > 150 for slot in range(3))
    surface = page.contour._terrain.surface
    assert surface is not None
    assert len(surface.levels) > 3
    assert not page.contour._terrain.lacking


def test_that_ground_is_sampled_while_the_window_goes_on(qtbot: QtBot) -> None:
    page = Page(THEME, plain)
    show(qtbot, page, wave(), (1000, 800))
    page.show_plane("2,9")
    assert running(page.contour)
    terrain, extent = page.contour._terrain, page.contour.plot.extent
    assert terrain.lacking
    while not terrain.fits(extent):
        page.contour._go_on()
    assert terrain.lacking  # a coarse picture, the sharp one to come
    assert terrain.surface is not None
    page.finish()
    assert not running(page.contour)
    assert not page.contour._terrain.lacking


def test_that_a_start_is_dragged_in_a_plane_of_parameters_and_fixed_in_others(qtbot: QtBot) -> None:
    page, seen = Page(THEME, plain), wave()
    show(qtbot, page, seen, (1000, 800))
    moved = heard(page.start_moved)
    view = page.contour
    at = QPointF(*view.plot.extent.place(*view._starts.points[0]))
    assert not view.press(at)
    view.double_click(QPointF(40, 40))
    assert not moved
    page.show_plane("3,20")
    at = QPointF(*view.plot.extent.place(*view._starts.points[0]))
    assert view.press(at)
    view.drag(at + QPointF(30, 12))
    view.drop()
    settled(page)
    ((index, point),) = moved
    start = seen.lanes[0].task.starts[0]
    changed = [i for i in range(25) if point[i] != start[i]]
    assert (index, changed) == (0, [3, 20])
    assert point[3] > start[3]
    assert point[20] < start[20]


def test_that_the_map_keeps_still_under_the_hand_that_drags_a_start(
    window: MainWindow, player: Player, qapp: QApplication
) -> None:
    player.open(replace(library.shipped("logistic"), steps=20))
    player.finish()
    page, view = window.page, window.page.contour
    page.show_plane("0,1")
    qapp.processEvents()
    extent = view.plot.extent
    at = QPointF(*extent.place(*view._starts.points[0]))
    assert view.press(at)
    for moved in (10, 40):
        view.drag(at + QPointF(moved, moved))
        player.finish()
        assert view.plot.extent == extent
        there = extent.value(at.x() + moved, at.y() + moved)
        np.testing.assert_allclose(view._starts.points[0], there, atol=0.02)
    view.drop()
    plane = page._planes.plane
    assert plane is not None
    end = player.session.frame().lanes[0].path[-1]
    assert plane.value(plane.projected(end))[0] == pytest.approx(plane.floor)
    page.finish()


def test_that_the_button_chooses_main_directions_or_two_parameters(
    window: MainWindow, player: Player, qapp: QApplication
) -> None:
    player.open(replace(library.shipped("logistic"), steps=20))
    player.finish()
    qapp.processEvents()
    page = window.page
    button = page.contour.plane_button
    assert button.isVisible()
    assert "main directions" in button.accessibleName()

    def trigger(name: str) -> str:
        action = button.findChild(QAction, name)
        assert action is not None
        action.trigger()
        qapp.processEvents()
        return page.plane

    assert trigger("action_plane_1_2") == "0,2"
    assert trigger("action_plane_0_2") == "2,0"  # one parameter can't be both
    assert button.accessibleName().endswith(": b, w1")
    window.rebuild()
    assert window.page.plane == "2,0"
    button = window.page.contour.plane_button
    page = window.page
    assert trigger("action_plane_main") == "pca"
    player.open(library.shipped("noisy-line"))
    qapp.processEvents()
    assert not button.isVisible()
    page.contour.finish()


def test_that_the_surface_shows_the_plane_too(qtbot: QtBot) -> None:
    page = Page(THEME, plain)
    show(qtbot, page, wave(), (1000, 800))
    page.show_surface(True)
    page.surface().plane_button.chosen.emit("0,24")
    assert page.plane == "0,24"
    assert isinstance(page.surface()._frame.objective, Plane)  # type: ignore[union-attr]
    assert running(page.surface())  # sampled in slices
    page.finish()
    assert not running(page.surface())
    scene = page.surface().canvas.scene(400, 300)
    assert scene is not None
    plane = page.surface()._frame.objective  # type: ignore[union-attr]
    middle = np.array([[np.mean(side) for side in plane.box]])
    height = scene.relief.heights(middle)
    np.testing.assert_allclose(height, scene.relief.scale.heights(plane.value(middle)), atol=0.02)


@pytest.mark.parametrize(("plane", "changed"), [("pca", None), ("3,20", [3, 20])])
def test_that_a_start_on_the_surface_is_dragged_in_a_plane_as_on_the_map(
    qtbot: QtBot, plane: str, changed: list[int] | None
) -> None:
    page, seen = Page(THEME, plain, ("surface",)), wave()
    show(qtbot, page, seen, (1000, 800))
    page.show_plane(plane)
    page.finish()
    canvas, moved = page.surface().canvas, heard(page.start_moved)
    page.grab()
    at = QPointF(*page.surface()._runs._places[0]).toPoint()  # type: ignore[misc]
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(canvas, at + QPoint(4, 9))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(4, 9))
    page.finish()
    start = seen.lanes[0].task.starts[0]
    found = [[i for i in range(25) if point[i] != start[i]] for _, point in moved]
    assert found == ([changed] if changed else [])


def test_that_pictures_show_the_plane_that_is_asked_for(qapp: QApplication) -> None:
    made = []
    for plane in ("pca", "0,1"):
        canvas = Canvas(Picture(width=500, height=400, views=("landscape",), plane=plane))
        made.append(canvas.image(wave()))
        canvas._page.finish()
        assert canvas.image(wave()) == made[-1]  # sharp at once, though the ground is sampled in slices
        clear(qapp, canvas)
    assert made[0] != made[1]
    assert all(count(image, THEME.run(0).color) > 40 for image in made)
    for plane, reason in (("0,25", "there are 25 param"), ("1,1", "two different"), ("a", "must be pca")):
        with pytest.raises(SpecError, match=reason):
            clear(qapp, _drawn(plane))


def _drawn(plane: str) -> Canvas:
    canvas = Canvas(Picture(width=64, height=64, plane=plane))
    try:
        canvas.show(wave(steps=3))
    except SpecError:
        canvas.close()
        raise
    return canvas


def test_that_the_command_line_knows_planes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "made.png")
    words = ["render", "logistic", "--steps", "5", "--size", "300x200", "--out", out]
    assert main([*words, "--plane", "0,2"]) == 0
    assert Path(out).stat().st_size > 1000
    assert main([*words, "--plane", "0,7"]) == 2
    assert capsys.readouterr().err == "gdviz: plane 0,7: there are 3 parameters, counted from 0\n"


def test_that_nothing_is_said_of_the_directions_of_a_path_of_one_point() -> None:
    planes = Planes(plain)
    planes.flat(Session(library.shipped("network-wave")).frame())
    assert isinstance(planes.plane, Plane)
    assert note(planes.plane, plain) == ""
