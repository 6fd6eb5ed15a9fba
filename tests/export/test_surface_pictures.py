"""Pictures and films of the surface: asked for by name, or of what the window shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from export.conftest import differing, opened, pixels
from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.conftest import player, settings, window  # noqa: F401

from gdviz.engine.objective import Objective
from gdviz.export.canvas import Canvas, clear
from gdviz.export.render import render
from gdviz.picture import Picture
from gdviz.session import Session
from gdviz.ui import exporting
from gdviz.ui.export_dialog import ExportDialog
from gdviz.ui.sight import Sight
from gdviz.ui.views.projection import Camera
from gdviz.ui.views.surface import SurfaceView
from gdviz.ui.window import MainWindow
from gdviz.values import SpecError

SMALL = Picture(width=640, height=480, views=("surface",))


def drawn(app: QApplication, session: Session, picture: Picture, scale: float = 1.0, **more) -> np.ndarray:
    canvas = Canvas(picture, **more)
    made = pixels(canvas.image(session.frame(), scale))
    clear(app, canvas)
    return made


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_a_picture_of_the_surface_is_no_map_and_fills_the_page(
    qapp: QApplication, session: Session, theme: str
) -> None:
    picture = replace(SMALL, theme=theme)
    made = drawn(qapp, session, picture)
    assert differing(made, drawn(qapp, session, replace(picture, views=("contour",)))) > 0.01
    rows = np.flatnonzero((made != made[-1, 0]).any(axis=(1, 2)))
    assert rows[0] < 24
    assert rows[-1] > 480 - 60


def test_that_the_loss_stands_below_the_surface(qapp: QApplication, session: Session) -> None:
    both = drawn(qapp, session, replace(SMALL, views=("surface", "loss")))
    map_and_loss = drawn(qapp, session, replace(SMALL, views=("contour", "loss")))
    same = (both == map_and_loss).all(axis=(1, 2))
    assert same[340:].all()
    assert not same[40:320].all()


def test_that_an_enlarged_surface_is_the_same_one(qapp: QApplication, session: Session) -> None:
    session.seek(20)
    plain, large = (drawn(qapp, session, SMALL, scale) for scale in (1, 3))
    assert large.shape == (1440, 1920, 3)
    reduced = large.reshape(480, 3, 640, 3, 3).mean(axis=(1, 3)).round()
    assert differing(plain, reduced) < 0.02


@pytest.mark.parametrize("size", [(64, 64), (100, 700), (1999, 101)])
def test_that_a_surface_has_the_size_that_was_asked_for(
    tmp_path: Path, session: Session, size: tuple[int, int]
) -> None:
    path = tmp_path / "made.png"
    render(session.scenario, path, replace(SMALL, width=size[0], height=size[1]))
    assert opened(path).shape == (size[1], size[0], 3)


def test_that_a_film_shows_the_surface(tmp_path: Path, session: Session) -> None:
    path = tmp_path / "made.gif"
    render(replace(session.scenario, steps=5), path, replace(SMALL, width=200, height=150))
    with Image.open(path) as film:
        assert (film.size, film.n_frames) == ((200, 150), 6)


def test_that_the_surface_goes_with_the_curve_but_not_with_the_map(
    qapp: QApplication, tmp_path: Path, session: Session
) -> None:
    wanted = replace(SMALL, views=("landscape", "surface"))
    assert (drawn(qapp, session, wanted) == drawn(qapp, session, SMALL)).all()
    with pytest.raises(SpecError, match="'contour' and 'surface' can't be in one picture"):
        Canvas(replace(SMALL, views=("contour", "surface")))
    curve = replace(session.scenario, objective=Objective.parse("parabola"), starts=((1.0,),))
    with pytest.raises(SpecError, match="'surface' can't show parabola; did you mean 'curve'"):
        render(curve, tmp_path / "made.png", SMALL)


def test_that_a_picture_is_seen_from_where_it_is_told(qapp: QApplication, session: Session) -> None:
    sights = [Sight(cameras=(Camera(yaw=yaw), None)) for yaw in (20.0, 200.0)]
    sides = [drawn(qapp, session, SMALL, sight=sight) for sight in sights]
    assert differing(*sides) > 0.02


def test_that_the_window_copies_and_exports_the_surface_as_it_is_turned(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:
    monkeypatch.setattr(exporting, "SHARP", 1.0)
    window.commands["surface"].trigger()
    surface = window.page.shown
    assert isinstance(surface, SurfaceView)
    window.grab()
    surface.canvas.show_camera(surface.canvas.camera.turned(70.0, -10.0))
    canvas = surface.canvas
    corner = canvas.mapTo(window.page, canvas.rect().topLeft())
    seen = pixels(canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    window.tools.exporting.copy()
    copied = pixels(QGuiApplication.clipboard().image())
    shown = copied[corner.y() : corner.y() + canvas.height(), corner.x() : corner.x() + canvas.width()]
    assert differing(shown, seen) < 0.002
    window.tools.exporting.picture()
    dialog = window.findChild(ExportDialog)
    dialog._scale.show_choice("1")
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.write(str(tmp_path / "made.png"))
    assert differing(opened(tmp_path / "made.png"), copied) < 0.002
