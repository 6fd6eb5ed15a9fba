"""Icons: every drawing shows something, in the theme's colour, at every pixel ratio."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from gdviz.assets import resource
from gdviz.ui.icons import app_icon, icon
from gdviz.ui.theme import DARK, LIGHT, theme

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))
NEEDED = {
    "first", "last", "back", "step", "play", "pause", "loop", "export", "theme", "language", "eye", "hidden",
    "layers", "fit", "add", "more", "chevron", "check", "remove", "duplicate", "close", "gdviz",
}  # fmt: skip


def pixels(shown: QIcon, ratio: float = 1.0, mode: QIcon.Mode = QIcon.Mode.Normal) -> NDArray[np.uint8]:
    image = shown.pixmap(QSize(20, 20), ratio, mode).toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    return np.array(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)


def test_that_every_icon_of_the_look_is_there() -> None:
    assert set(NAMES) >= NEEDED


@pytest.mark.parametrize("name", [name for name in NAMES if name != "gdviz"])
def test_that_every_icon_draws_something_in_its_colour(qapp: QApplication, name: str) -> None:
    drawn = pixels(icon(LIGHT, name, color="#FF0000"))
    ink = drawn[drawn[..., 3] == 255]
    assert 0.02 < (drawn[..., 3] > 0).mean() < 0.7
    assert len(ink)
    assert (ink == [255, 0, 0, 255]).all()
    assert "currentColor" in resource("icons", f"{name}.svg").read_text()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_that_an_icon_has_as_many_pixels_as_the_screen(qapp: QApplication, ratio: float) -> None:
    pixmap = icon(LIGHT, "loop").pixmap(QSize(20, 20), ratio)
    assert pixmap.width() == round(20 * ratio)
    assert pixmap.devicePixelRatio() == ratio


def test_that_an_icon_is_drawn_anew_not_made_large(qapp: QApplication) -> None:
    bars = pixels(icon(LIGHT, "pause"), 2.0)[..., 3]
    assert set(np.unique(bars)) == {0, 255}  # at this ratio all edges lie between pixels


def test_that_icons_follow_the_theme_and_pale_when_disabled(qapp: QApplication) -> None:
    for tokens in (LIGHT, DARK):
        drawn = pixels(icon(tokens, "play"))
        assert QColor(*map(int, drawn[10, 10])).name().upper() == tokens.muted
        pale = pixels(icon(tokens, "play"), mode=QIcon.Mode.Disabled)
        assert pale[10, 10, 3] == pytest.approx(128, abs=2)


def test_that_an_icon_grows_with_the_text_size_and_no_further(qapp: QApplication) -> None:
    assert icon(theme(scale=1.5), "play").actualSize(QSize(100, 100)) == QSize(30, 30)
    assert icon(LIGHT, "play").actualSize(QSize(16, 16)) == QSize(16, 16)


def test_that_an_unknown_icon_is_an_error_at_once(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon(LIGHT, "no-such-icon")


def test_that_the_programs_icon_shows_its_three_paths(qapp: QApplication) -> None:
    image = app_icon().pixmap(QSize(256, 256), 1.0).toImage()
    seen = {image.pixelColor(x, y).name().upper() for x in range(0, 256, 2) for y in range(0, 256, 2)}
    assert {*LIGHT.runs[:3], LIGHT.ink} <= seen
