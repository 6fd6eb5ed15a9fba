"""Pictures have the pixels, size and texts that were asked for, or are refused."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from export.conftest import differing, opened, output, pixels
from PySide6.QtWidgets import QApplication

from gdviz import library
from gdviz.export.canvas import Canvas, clear
from gdviz.export.render import render, written
from gdviz.picture import Picture
from gdviz.session import Session
from gdviz.values import SpecError


def drawn(app: QApplication, session: Session, picture: Picture, searchable: bool) -> np.ndarray:
    """The last step as the canvas draws it."""
    canvas = Canvas(picture, searchable=searchable)
    session.seek(session.scenario.steps)
    made = pixels(canvas.image(session.frame()))
    clear(app, canvas)
    return made


def test_that_a_png_has_the_very_pixels(qapp: QApplication, tmp_path: Path, session: Session) -> None:
    picture = Picture(width=641, height=479)
    render(session.scenario, tmp_path / "made.png", picture)
    assert (opened(tmp_path / "made.png") == drawn(qapp, session, picture, False)).all()


if shutil.which("pdftotext"):

    def test_that_every_text_of_a_pdf_can_be_found(tmp_path: Path, session: Session) -> None:
        render(session.scenario, tmp_path / "made.pdf", Picture())
        words = output("pdftotext", "-layout", tmp_path / "made.pdf", "-").split()
        assert {"Landscape", "Loss", "start", "Adam", "Momentum", "x", "y"} <= set(words)
        assert {"−2", "−1", "0", "1", "−7", "2", "0.01", "10⁻⁴", "60"} <= set(words)
        assert not [word for word in words if not re.search(r"\w", word)], "a sign without its number"


@pytest.mark.parametrize("size", [(64, 64), (160, 120), (100, 700), (1999, 101)])
def test_that_a_picture_has_the_size_that_was_asked_for(
    tmp_path: Path, session: Session, size: tuple[int, int]
) -> None:
    for views in ((), ("loss",)):
        path = tmp_path / "made.png"
        render(session.scenario, path, Picture(width=size[0], height=size[1], views=views))
        assert opened(path).shape == (size[1], size[0], 3)


@pytest.mark.parametrize(("name", "views"), [
    ("ravine", ("loss",)), ("ravine", ("contour",)), ("ravine", ("landscape",)), ("network-moons", ("data",)),
])
def test_that_a_single_view_fills_the_picture(qapp: QApplication, name: str, views: tuple[str, ...]) -> None:
    session = Session(library.shipped(name))
    session.compute_to(session.scenario.steps)
    made = drawn(qapp, session, Picture(width=640, height=480, views=views), False)
    background = made[-1, 0]
    rows = np.flatnonzero((made != background).any(axis=(1, 2)))
    columns = np.flatnonzero((made != background).any(axis=(0, 2)))
    assert rows[0] < 24
    assert rows[-1] > 480 - 24
    assert columns[0] < 24
    assert columns[-1] > 640 - 24


@pytest.mark.parametrize(("name", "sentence"), [
    ("los", "unknown view 'los'; known: landscape contour curve data graph loss surface; "
            "did you mean 'loss'?"),
    ("countour", "unknown view 'countour'; known: landscape contour curve data graph loss surface; "
                 "did you mean 'contour'?"),
    ("curve", "view 'curve' can't show ravine; did you mean 'contour'?"),
])
def test_that_a_view_that_cannot_be_shown_is_refused(
    tmp_path: Path, session: Session, name: str, sentence: str
) -> None:
    with pytest.raises(SpecError) as raised:
        render(session.scenario, tmp_path / "made.png", Picture(views=("loss", name)))
    assert str(raised.value) == sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "sentence"), [
    ("made.jpg", "unknown ending '.jpg' of 'made.jpg'"),
    ("made", "unknown ending '' of 'made'"),
])
def test_that_an_unknown_ending_is_refused(
    canvas: Canvas, tmp_path: Path, session: Session, name: str, sentence: str
) -> None:
    with pytest.raises(SpecError, match=re.escape(sentence)):
        list(written(canvas, session, tmp_path / name, Picture()))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
def test_that_lines_keep_their_width_in_enlarged_pictures(
    canvas: Canvas, session: Session, scale: int
) -> None:
    image = pixels(canvas.image(session.frame(), scale))
    line, border = (canvas.theme.color(token).getRgb()[:3] for token in ("border2", "border"))
    left = (image[52 * scale + scale // 2, : 60 * scale] == line).all(axis=1)
    bottom = (image[240 * scale : 320 * scale, 300 * scale + scale // 2] == line).all(axis=1)
    between = (image[280 * scale : 340 * scale, 10 * scale] == border).all(axis=1)
    assert (left.sum(), bottom.sum(), between.sum()) == (scale, scale, scale)


def test_that_an_enlarged_picture_is_the_same_one(canvas: Canvas, session: Session) -> None:
    session.seek(20)
    plain, large = (pixels(canvas.image(session.frame(), scale)) for scale in (1, 3))
    assert large.shape == (1440, 1920, 3)
    reduced = large.reshape(480, 3, 640, 3, 3).mean(axis=(1, 3)).round()
    assert differing(plain, reduced) < 0.02


def test_that_the_data_alone_fill_a_picture_and_a_scale_enlarges_all(tmp_path: Path) -> None:
    path, picture = tmp_path / "made.png", Picture(views=("data",), width=240, height=160, at=2, scale=3)
    render(library.shipped("three-points"), path, picture)
    found = opened(path)
    assert found.shape[:2] == (480, 720)
    dark = np.flatnonzero((found.max(axis=2) < 60).any(axis=1))
    assert 20 < dark.min() < dark.max()  # the title at the top
