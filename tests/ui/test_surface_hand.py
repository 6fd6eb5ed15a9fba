"""The surface under the hand and the keyboard: what turns it, what chooses a run, what is told."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from surface_views import ravine, surface

from gdviz import library
from gdviz.frame import Frame
from gdviz.session import Session
from gdviz.ui.theme import theme
from gdviz.ui.views.projection import Camera, Projection
from gdviz.ui.views.surface import SurfaceView
from gdviz.ui.views.surface_runs import spots

SIZE = 600, 400


@pytest.fixture
def frame(qapp: QApplication) -> Frame:
    return ravine()


@pytest.fixture
def view(qtbot: QtBot, frame: Frame) -> SurfaceView:
    return surface(qtbot, frame)


def head(view: SurfaceView, frame: Frame, run: int) -> QPoint:
    scene = view.canvas.scene(view.canvas.width(), view.canvas.height())
    assert scene is not None
    place = spots(scene, frame.lanes[run].path[frame.step, :1, :2])[0]
    assert place is not None
    return place.at.toPoint()


def drag(qtbot: QtBot, widget: QWidget, way: QPoint) -> None:
    start = QPoint(300, 150)
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(widget, start + way / 2)
    qtbot.mouseMove(widget, start + way)
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=start + way)


def wheel(widget: QWidget, at: QPoint, turn: int) -> None:
    place = QPointF(at)
    event = QWheelEvent(
        place, widget.mapToGlobal(place), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


# The hand


def test_that_dragging_turns_and_playing_does_not(qtbot: QtBot, view: SurfaceView) -> None:
    session = Session(library.shipped("ravine"))
    session.compute_to(60)
    before = view.canvas.camera
    for step in (1, 30):
        session.seek(step)
        view.show_frame(session.frame())
        view.grab()
    view.fit()
    assert view.canvas.camera == before
    drag(qtbot, view.canvas, QPoint(60, 20))
    assert view.canvas.camera.yaw == pytest.approx(before.yaw + 24)
    assert view.canvas.camera.pitch == pytest.approx(before.pitch + 8)
    view.show_frame(session.frame())
    assert view.canvas.camera.yaw == pytest.approx(before.yaw + 24)


def test_that_what_is_in_front_goes_with_the_hand(qtbot: QtBot, view: SurfaceView) -> None:
    view.grab()
    nearest = Camera(view.canvas.camera.yaw, 30.0)
    front = Projection(nearest, *SIZE).eye * [0.1, 0.1, 0]
    before = Projection(view.canvas.camera, *SIZE).places(front)
    drag(qtbot, view.canvas, QPoint(40, 30))
    after = Projection(view.canvas.camera, *SIZE).places(front)
    assert after[0] > before[0] + 5


def test_that_the_picture_is_coarse_only_for_the_time_of_a_gesture(qtbot: QtBot, view: SurfaceView) -> None:
    canvas = view.canvas

    def coarse() -> bool:
        scene = canvas.scene(canvas.width(), canvas.height())
        assert scene is not None
        return scene.coarse

    assert not coarse()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 150))
    qtbot.mouseMove(canvas, QPoint(340, 160))
    assert canvas.turning
    assert coarse()
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(340, 160))
    assert not canvas.turning
    assert not coarse()
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert coarse()
    qtbot.waitUntil(lambda: not canvas.turning)
    assert not coarse()


def test_that_no_timer_is_left_running_when_it_is_hidden(qtbot: QtBot, view: SurfaceView) -> None:
    qtbot.keyClick(view.canvas, Qt.Key.Key_Up)
    assert view.canvas.turning
    view.hide()
    assert not view.canvas.turning


@pytest.mark.parametrize("run", range(3))
def test_that_a_click_on_a_head_chooses_its_run(
    qtbot: QtBot, view: SurfaceView, frame: Frame, run: int
) -> None:
    with qtbot.waitSignal(view.run_chosen, timeout=1000) as told:
        qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=head(view, frame, run))
    assert told.args == [run]


def test_that_a_click_on_a_path_chooses_its_run(qtbot: QtBot, view: SurfaceView, frame: Frame) -> None:
    scene = view.canvas.scene(view.canvas.width(), view.canvas.height())
    assert scene is not None
    on_path = frame.lanes[2].path[3:5, 0, :2].mean(axis=0)[None]
    with qtbot.waitSignal(view.run_chosen, timeout=1000) as told:
        qtbot.mouseClick(
            view.canvas, Qt.MouseButton.LeftButton, pos=QPointF(*scene.places(on_path)[0]).toPoint()
        )
    assert told.args == [2]


def test_that_nothing_is_told_without_the_hand_or_beside_the_runs(
    qtbot: QtBot, view: SurfaceView, frame: Frame
) -> None:
    told: list[int] = []
    view.run_chosen.connect(told.append)
    view.show_frame(frame)
    view.fit()
    view.grab()
    qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    at = head(view, frame, 0)
    qtbot.mousePress(view.canvas, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(view.canvas, at + QPoint(30, 0))
    qtbot.mouseRelease(view.canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(30, 0))
    qtbot.mouseClick(view.canvas, Qt.MouseButton.RightButton, pos=head(view, frame, 0))
    assert told == []


def test_that_a_double_click_leads_back_to_the_first_look(qtbot: QtBot, view: SurfaceView) -> None:
    first = view.canvas.camera
    view.canvas.show_camera(Camera(100, 20, 3.0, 0.1, 0.1))
    qtbot.mouseDClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert view.canvas.camera == first


def test_that_the_fit_button_brings_all_in_sight_from_the_same_side(
    qtbot: QtBot, view: SurfaceView
) -> None:
    view.canvas.show_camera(Camera(100, 20, 3.0, 0.1, 0.1))
    button = view.findChild(QWidget, "button_fit_surface")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view.canvas.camera == Camera(100, 20)


def test_that_the_wheel_zooms_round_the_mouse(qtbot: QtBot, view: SurfaceView, frame: Frame) -> None:
    at = head(view, frame, 1)
    wheel(view.canvas, at, 240)
    assert view.canvas.camera.zoom == pytest.approx(1.44)
    moved = head(view, frame, 1) - at
    assert moved.manhattanLength() < 14
    wheel(view.canvas, at, -240)
    assert view.canvas.camera.zoom == pytest.approx(1.0)


def test_that_the_head_of_the_view_tells_what_is_under_the_mouse(
    qtbot: QtBot, view: SurfaceView, frame: Frame
) -> None:
    qtbot.mouseMove(view.canvas, head(view, frame, 1))
    numbers = view.head.numbers.split()
    assert numbers[::2] == ["x", "y", "f"]
    x, y = (float(text.replace("−", "-")) for text in numbers[1:5:2])
    assert x == pytest.approx(frame.lanes[1].path[12, 0, 0], abs=0.1)
    assert y == pytest.approx(frame.lanes[1].path[12, 0, 1], abs=0.1)
    qtbot.mouseMove(view.canvas, QPoint(2, 2))
    assert view.head.numbers == ""


# The keyboard


def test_that_with_the_focus_arrows_turn_instead_of_stepping(qtbot: QtBot, frame: Frame) -> None:
    page = QWidget()
    view = SurfaceView(theme())
    QVBoxLayout(page).addWidget(view)
    qtbot.addWidget(page)
    steps: list[int] = []
    shortcut = QShortcut(Qt.Key.Key_Right, page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: steps.append(1))
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    view.show_frame(frame)
    view.grab()
    before = view.canvas.camera
    page.setFocus()
    view.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Up)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Plus)
    assert steps == []
    assert view.canvas.camera.yaw == before.yaw + 5
    assert view.canvas.camera.pitch == before.pitch + 5
    assert view.canvas.camera.zoom == pytest.approx(1.2)
    after = view.canvas.camera
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.canvas.camera == after
    view.canvas.hide()


def test_that_the_focus_is_seen_and_a_click_leaves_the_keys_where_they_are(
    qtbot: QtBot, view: SurfaceView
) -> None:
    with qtbot.waitActive(view):
        view.activateWindow()
    view.canvas.clearFocus()
    plain = view.canvas.grab().toImage()
    qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not view.canvas.hasFocus()
    view.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    ringed = view.canvas.grab().toImage()
    assert plain.pixelColor(0, 200).name() == "#ffffff"
    assert ringed.pixelColor(0, 200).name().upper() == theme().focus
    assert view.canvas.accessibleName() == "Surface"
    assert view.objectName() == "view_surface"


def test_that_a_start_is_dragged_over_the_surface_and_the_room_stays(
    qtbot: QtBot, view: SurfaceView, frame: Frame
) -> None:
    moved: list[tuple[int, tuple[float, float]]] = []
    dropped: list[int] = []
    view.start_moved.connect(lambda index, point: moved.append((index, point)))
    view.start_dropped.connect(lambda: dropped.append(len(moved)))
    canvas, before = view.canvas, view.canvas.camera
    scene = canvas.scene(canvas.width(), canvas.height())
    assert scene is not None
    places = (frame.lanes[0].task.starts[0], (-3.0, -1.0))
    start, goal = (spots(scene, np.array([place]))[0] for place in places)
    assert start is not None
    assert goal is not None
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start.at.toPoint())
    qtbot.mouseMove(canvas, goal.at.toPoint())
    qtbot.mouseMove(canvas, QPoint(2, 2))  # beside the surface: the start stays
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert [index for index, _ in moved] == [0]
    assert moved[0][1] == pytest.approx((-3.0, -1.0), abs=0.06)
    assert dropped == [1]
    assert canvas.camera == before
    drag(qtbot, canvas, QPoint(60, 20))
    assert canvas.camera != before
    assert len(moved) == 1
