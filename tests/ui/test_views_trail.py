"""The kept pixels of long paths are those of a fresh painting, whichever way the play-head went."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from view_frames import THEME, frame, picture, pixels, running, scenario, show, spot, wheel

from gdviz.ui.views.contour import ContourView
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import polyline
from gdviz.ui.views.runs import SLICE
from gdviz.ui.views.trail import Trail, Trails, Walked

VIEW = Extent(-2.0, 2.0, -1.0, 1.0, 400.0, 200.0)


@pytest.fixture
def walk(qapp):
    rng = np.random.default_rng(1)
    made = np.cumsum(rng.normal(size=(6000, 1, 2)) * 0.02, axis=0)
    return made / np.abs(made).max()


def painted(trails, path, last, extent=VIEW, stretch=False, trail=None):
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = lambda first, end: polyline(path[first : end + 1], extent)  # noqa: E731
    trails.paint(painter, extent, [Walked(trail, last, line)], stretch)
    painter.end()
    return pixels(image)


def fresh():
    return Trails(0.6), Trail(QColor("#1877D6"), 1.2, 500)


def ink(image):
    return int((image.min(axis=2) < 250).sum())


def test_that_going_back_shows_what_was_there_before(walk):
    trails, trail = fresh()
    steps = [500, 1500, 3000, 5999]
    forward = [painted(trails, walk, step, trail=trail) for step in steps]
    backward = [painted(trails, walk, step, trail=trail) for step in reversed(steps)]
    for there, back in zip(forward, reversed(backward), strict=True):
        assert (np.abs(there - back).max(axis=2) > 60).mean() < 0.002
    assert ink(forward[0]) < ink(forward[1]) < ink(forward[3])


def test_that_playing_paints_what_a_jump_paints(walk):
    trails, trail = fresh()
    for step in range(301):
        played = painted(trails, walk, step, trail=trail)
    other, jumped = fresh()
    np.testing.assert_allclose(ink(played), ink(painted(other, walk, 300, trail=jumped)), rtol=0.1)


def test_that_a_step_forward_paints_only_that_step(walk, monkeypatch):
    trails, trail = fresh()
    painted(trails, walk, 5000, trail=trail)
    asked = []
    add = Trail._add
    monkeypatch.setattr(Trail, "_add", lambda self, line: asked.append(len(line)) or add(self, line))
    painted(trails, walk, 5001, trail=trail)
    painted(trails, walk, 4000, trail=trail)
    assert asked == [2]


def test_that_another_view_is_painted_anew_but_not_during_a_gesture(walk):
    trails, trail = fresh()
    painted(trails, walk, 5000, trail=trail)
    closer = VIEW.zoomed(2.0, 200, 100)
    stretched = painted(trails, walk, 5000, closer, stretch=True, trail=trail)
    assert trail.fits(VIEW, 1.0)
    crisp = painted(trails, walk, 5000, closer, trail=trail)
    assert trail.fits(closer, 1.0)
    assert ink(stretched) > 0
    assert (stretched != crisp).any()


def test_that_a_path_outside_of_the_view_paints_nothing(walk):
    trails, trail = fresh()
    away = VIEW.moved(1e6, 0)
    assert ink(painted(trails, walk, 5999, away, trail=trail)) == 0


def test_that_noise_fills_its_area_like_a_full_painting(qapp):
    noise = np.random.default_rng(2).normal(size=(20_000, 1, 2)) * [0.4, 0.2]
    trails, trail = fresh()
    kept = painted(trails, noise, 19_999, trail=trail)
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.6)
    painter.setPen(QColor("#1877D6"))
    for (x, y), (u, v) in zip(VIEW.places(noise[:-1, 0]), VIEW.places(noise[1:, 0]), strict=True):
        painter.drawLine(QPointF(x, y), QPointF(u, v))
    painter.end()
    assert ink(kept) == pytest.approx(ink(pixels(image)), rel=0.03)


def test_that_a_long_run_looks_the_same_played_and_sought(qtbot):
    made = scenario("ravine", "gradient-descent:lr=0.2", "adam:lr=0.02", steps=2600)
    played, sought = ContourView(THEME), ContourView(THEME)
    show(qtbot, played, frame(made, 0))
    for step in (*range(0, 2600, 100), 2600, 1300):
        played.show_frame(frame(made, step))
        picture(played)
    show(qtbot, sought, frame(made, 1300))
    difference = np.abs(pixels(picture(played)) - pixels(picture(sought))).max(axis=2)
    assert (difference > 60).mean() < 0.001


def test_that_a_long_path_is_painted_slice_by_slice_after_a_zoom(qtbot, monkeypatch):
    view = ContourView(THEME)
    show(qtbot, view, frame(scenario("ravine", "gradient-descent:lr=0.001", steps=25_000), 25_000))
    picture(view)
    most = []
    advance = Trail.advance
    monkeypatch.setattr(
        Trail,
        "advance",
        lambda self, last, line, blocks: most.append(blocks) or advance(self, last, line, blocks),
    )
    wheel(view, spot(view, 0.0, 0.0))
    picture(view)
    assert most == []
    qtbot.waitUntil(lambda: running(view) == [])
    assert len(most) > 5
    assert set(most[:-1]) == {SLICE}
    trail = view._runs._paths[0]._trail
    assert trail.fits(view.plot.extent, 1.0)
    assert trail.whole(25_000) == 24_990
