"""The surface: what is drawn, the hand that turns it, and that nothing breaks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.engine.arrays import Array
from gdviz.engine.objective import Objective
from gdviz.frame import Frame
from gdviz.scenario import Scenario
from gdviz.session import Session
from gdviz.spec import declared
from gdviz.ui.theme import theme
from gdviz.ui.views import surface_canvas
from gdviz.ui.views.projection import Camera
from gdviz.ui.views.surface import SurfaceView
from gdviz.ui.views.surface_runs import spots

SIZE = 600, 400


def frame_of(scenario: Scenario, at: int = 12) -> Frame:
    session = Session(scenario)
    session.compute_to(scenario.steps)
    session.seek(at)
    return session.frame()


def ravine(at: int = 12, **changes: object) -> Frame:
    return frame_of(replace(library.shipped("ravine"), **changes), at)  # type: ignore[arg-type]


def shown(qtbot: QtBot, frame: Frame, dark: bool = False) -> SurfaceView:
    view = SurfaceView(theme(dark))
    qtbot.addWidget(view)
    view.resize(*SIZE)
    view.show()
    view.show_frame(frame)
    return view


def picture(view: SurfaceView) -> NDArray[np.uint8]:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[..., :3].copy()


def count(pixels: NDArray[np.uint8], color: str) -> int:
    wanted = QColor(color)
    return int((pixels == [wanted.blue(), wanted.green(), wanted.red()]).all(axis=2).sum())


# What is drawn


@pytest.mark.parametrize("dark", [False, True])
def test_that_surface_and_heads_of_all_runs_are_drawn(qtbot: QtBot, dark: bool) -> None:
    view = shown(qtbot, ravine(), dark)
    pixels = picture(view)
    look = theme(dark)
    assert all(count(pixels, look.runs[run]) > 60 for run in range(3))
    assert len(np.unique(pixels.reshape(-1, 3), axis=0)) > 200
    assert count(pixels, look.plot) < pixels.shape[0] * pixels.shape[1] * 0.8


def test_that_a_hidden_lane_is_not_drawn(qtbot: QtBot) -> None:
    frame = ravine()
    lanes = tuple(replace(lane, shown=i != 1) for i, lane in enumerate(frame.lanes))
    view = shown(qtbot, replace(frame, lanes=lanes))
    pixels = picture(view)
    assert count(pixels, view._theme.runs[1]) == 0
    assert count(pixels, view._theme.runs[0]) > 60


def test_that_the_tail_is_bold_the_older_way_thin_and_the_way_to_come_pale(qtbot: QtBot) -> None:
    def redness(step: int) -> list[int]:
        """How red the picture is amid the third to seventh step of the red run, which are long ones."""
        frame = ravine(at=step)
        view = shown(qtbot, frame)
        pixels, canvas = picture(view).astype(int), view.canvas
        scene = canvas.scene(canvas.width(), canvas.height())
        assert scene is not None
        path = frame.lanes[1].path[2:8, 0, :2]
        places = scene.places(path[:-1] * 0.6 + path[1:] * 0.4).astype(int) + np.array([0, canvas.y()])
        spots = [pixels[y - 1 : y + 2, x - 1 : x + 2] for x, y in places.tolist()]
        return [int((spot[..., 2] - spot[..., 0]).max()) for spot in spots]

    early, late = redness(6), redness(30)
    assert min(early[:4]) > 150
    assert 40 < min(late) < max(late) < 150
    assert max(early[4:]) < max(late[4:])


def test_that_a_head_behind_a_hill_is_pale(qtbot: QtBot) -> None:
    frame = ravine(at=1)  # gradient descent stands high on the far wall of the valley
    view = shown(qtbot, frame)
    color = view._theme.runs[0]
    assert count(picture(view), color) > 60
    view.canvas.show_camera(Camera(yaw=150.0, pitch=12.0))
    scene = view.canvas.scene(view.canvas.width(), view.canvas.height())
    assert scene is not None
    assert [place.hidden for place in spots(scene, frame.lanes[0].path[1, :1, :2]) if place] == [True]
    assert count(picture(view), color) < 60


def test_that_the_same_frame_gives_the_same_picture_whatever_came_between(qtbot: QtBot) -> None:
    session = Session(library.shipped("ravine"))
    session.compute_to(60)
    view = shown(qtbot, session.frame())
    seen = []
    for step in (20, 60, 20, 0, 20):
        session.seek(step)
        view.show_frame(session.frame())
        seen.append(picture(view))
    assert np.abs(seen[0].astype(int) - seen[2]).max() < 8  # where blocks of a way meet
    assert np.array_equal(seen[2], seen[4])
    assert not np.array_equal(seen[0], seen[1])


def test_that_the_ground_is_painted_once_while_playing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[object] = []
    real = surface_canvas.paint_paper
    monkeypatch.setattr(surface_canvas, "paint_paper", lambda *args: (painted.append(args), real(*args)))
    session = Session(library.shipped("ravine"))
    session.compute_to(60)
    view = shown(qtbot, session.frame())
    for step in range(12):
        session.seek(step)
        view.show_frame(session.frame())
        view.grab()
    assert len(painted) == 1
    view.canvas.show_camera(Camera(50, 30))
    view.grab()
    assert len(painted) == 2


def test_that_a_long_noisy_way_is_the_same_going_back(qtbot: QtBot) -> None:
    session = Session(replace(library.shipped("ravine"), steps=3000, noise=2.0))
    session.compute_to(3000)
    view = shown(qtbot, session.frame())
    seen = []
    for step in (1700, 3000, 1700):
        session.seek(step)
        view.show_frame(session.frame())
        seen.append(picture(view).astype(int))
    assert (np.abs(seen[0] - seen[2]).max(axis=2) > 40).mean() < 0.01
    assert not np.array_equal(seen[0], seen[1])


def test_that_grid_lines_come_and_go(qtbot: QtBot) -> None:
    view = shown(qtbot, ravine())
    plain = picture(view)
    view.show_grid(True)
    assert not np.array_equal(picture(view), plain)
    view.show_grid(False)
    assert np.array_equal(picture(view), plain)


def test_that_the_axis_says_when_heights_are_compressed(qtbot: QtBot) -> None:
    assert shown(qtbot, ravine()).canvas._axes == ("x", "y", "f  (log)")
    saddle = library.shipped("ravine").with_objective(Objective.parse("saddle"))
    assert shown(qtbot, frame_of(saddle)).canvas._axes == ("x", "y", "f")


# Odd objectives and runs


class _Odd(Objective):
    label = about = formula = "odd"
    box = ((-2.0, 2.0), (-2.0, 2.0))
    start = (1.0, 1.0)

    def gradient(self, x: Array) -> Array:
        return x.copy()

    def hessian(self, x: Array) -> Array:
        return np.broadcast_to(np.eye(2), (len(x), 2, 2))


ODD: dict[str, Callable[[Array], Array]] = {
    "nowhere": lambda x: np.full(len(x), np.nan),
    "infinite": lambda x: np.full(len(x), np.inf),
    "flat": lambda x: np.full(len(x), 3.0),
    "half": lambda x: np.where(x[:, 0] > 0.3, np.nan, x[:, 1]),
    "pole": lambda x: 1 / (x[:, 0] ** 2 + x[:, 1] ** 2),
    "pit": lambda x: -1 / np.abs(x[:, 0]),
    "cliff": lambda x: np.where(x[:, 0] > 0, 1e6, 0.0) + x[:, 1] ** 2,
    "huge": lambda x: x[:, 0] * 1.7e308,
    "tiny": lambda x: 1e-300 * (x[:, 0] ** 2 + x[:, 1] ** 2),
    "steep": lambda x: np.exp(80 * x[:, 0] ** 2),
    "one point": lambda x: np.where(np.hypot(x[:, 0] - 1, x[:, 1] - 1) < 0.01, 1.0, np.nan),
}


@pytest.mark.parametrize(("name", "scale"), [(name, ("log", "linear")[k % 2]) for k, name in enumerate(ODD)])
def test_that_no_objective_breaks_the_picture(qtbot: QtBot, name: str, scale: str) -> None:
    def value(self: Objective, x: Array) -> Array:
        with np.errstate(all="ignore"):
            return np.asarray(ODD[name](x))

    odd = declared(type("_Own", (_Odd,), {"value": value, "scale": scale, "kind": f"odd-{name}"}))()
    view = shown(qtbot, frame_of(replace(library.shipped("ravine").with_objective(odd), steps=8), 4))
    view.resize(300, 200)
    first = picture(view)
    for camera in (Camera(100, 10), Camera(0, 80)):
        view.canvas.show_camera(camera)
        assert np.array_equal(picture(view), picture(view))
    assert first.std() > 0


def test_that_a_diverging_run_points_out_of_the_picture_and_stays_drawable(qtbot: QtBot) -> None:
    scenario = library.shipped("ravine")
    wild = replace(scenario.runs[0], optimizer=replace(scenario.runs[0].optimizer, lr=5.0))
    frame = frame_of(replace(scenario, runs=(wild, *scenario.runs[1:])), 60)
    assert frame.lanes[0].last[0] >= 0
    view = shown(qtbot, frame)
    assert count(picture(view), view._theme.runs[0]) > 20
    scene = view.canvas.scene(*SIZE)
    assert scene is not None
    place = spots(scene, frame.lanes[0].path[-1, :1, :2])[0]
    assert place is not None
    assert not place.inside
    assert scene.relief.x_range[0] > -8
    assert scene.relief.x_range[1] < 3


def test_that_many_starts_are_drawn(qtbot: QtBot) -> None:
    starts = tuple((x, y) for x in np.linspace(-5, 0, 12).tolist() for y in np.linspace(-2, 1, 12).tolist())
    view = shown(qtbot, ravine(at=3, starts=starts))
    assert count(picture(view), view._theme.runs[2]) > 800


def test_that_objectives_of_one_parameter_are_left_alone(qtbot: QtBot) -> None:
    flat = library.shipped("ravine").with_objective(Objective.parse("parabola"))
    view = shown(qtbot, frame_of(flat))
    view.fit()
    assert not view.grab().isNull()
