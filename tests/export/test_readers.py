"""Vectors of every scenario and kind of view, reopened by other programs, look as the screen does."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pytest
from export.conftest import differing, opened, output, pixels
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from gdviz import library
from gdviz.export.canvas import Canvas, clear
from gdviz.export.render import written
from gdviz.export.still import DPI
from gdviz.picture import Picture
from gdviz.session import Session
from gdviz.ui import style
from gdviz.ui.theme import theme

SIZE = QSize(640, 480)
# Letters and marks stand on whole pixels of a screen, but where they are in vectors: so it is compared with
# an enlarged screen, which is then reduced again, as is the PDF, of which poppler aligns areas to pixels.
ENLARGED = 3
PIXELS = rb"<image|/Subtype\s*/Image"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
Seen = Iterable[tuple[str, np.ndarray]]


def silent(*words: str | Path) -> None:
    """Run a program that has nothing to complain of."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, ""), words


def by_qt(folder: Path, names: list[str]) -> Seen:
    for name in names:
        image = QImage(SIZE, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(str(folder / f"{name}.svg")).render(painter)
        painter.end()
        yield name, pixels(image)


def by_rsvg(folder: Path, names: list[str]) -> Seen:
    for name in names:
        silent("rsvg-convert", "-o", folder / "seen.png", folder / f"{name}.svg")
        yield name, opened(folder / "seen.png")


def by_chromium(folder: Path, names: list[str]) -> Seen:
    """All of them below each other on one page: it takes half a second to start."""
    assert CHROMIUM is not None
    height = SIZE.height()
    lines = [f'<img src="{name}.svg" style="display: block">' for name in names]
    (folder / "all.html").write_text('<body style="margin: 0">' + "".join(lines), encoding="utf-8")
    output(CHROMIUM, "--headless", "--no-sandbox", "--hide-scrollbars", f"--screenshot={folder / 'all.png'}",
           f"--window-size={SIZE.width()},{height * len(names)}", (folder / "all.html").as_uri())
    seen = opened(folder / "all.png")
    for k, name in enumerate(names):
        yield name, seen[k * height : (k + 1) * height]


def by_poppler(folder: Path, names: list[str]) -> Seen:
    for name in names:
        silent("pdftoppm", "-r", str(DPI * ENLARGED), "-singlefile", folder / f"{name}.pdf", folder / "seen")
        with Image.open(folder / "seen.ppm") as image:
            yield name, np.array(image.reduce(ENLARGED))


Reader = Callable[[Path, list[str]], Seen]
# Ending, the share of pixels that may differ, and whether it is there.
READERS: dict[Reader, tuple[str, float, bool]] = {
    by_qt: (".svg", 0.0025, True),
    by_rsvg: (".svg", 0.0025, shutil.which("rsvg-convert") is not None),
    by_chromium: (".svg", 0.0025, CHROMIUM is not None),
    by_poppler: (".pdf", 0.004, shutil.which("pdftoppm") is not None),
}
# Old ways are translucent; where those of several runs cross all the time, it is not the same whether each
# of them is (in vectors) or their picture as a whole (on the screen). The straight lower edge of noise lies
# between two rows of pixels, which one program rounds up and another down. Dashes begin where a line does in
# vectors, but on the screen where it comes into view: curves that come from far outside it have other gaps.
CROSSING = {"schedules": 1.6, "batches": 1.2, "overfitting": 2.6}
# A name is that of a scenario, for its page, and perhaps of a view, for it alone.
PAGES = [name for names in library.CHAPTERS.values() for name in names]
VIEWS = ["learning-rate curve", "ravine contour", "ravine surface", "saddle surface", "network-moons graph",
         "ravine loss", "network-moons data"]  # fmt: skip
GROUPS = {"pages": PAGES[::2], "further pages": PAGES[1::2], "views": VIEWS}


def drawn(app: QApplication, folder: Path, name: str, look: str, endings: list[str]) -> dict[str, np.ndarray]:
    """Write the last step of what the name says; by the files' names what the screen shows of it."""
    scenario, *views = name.split()
    picture = Picture(width=SIZE.width(), height=SIZE.height(), theme=look, views=tuple(views))
    style.apply(app, theme(look == "dark"))
    session, shown = Session(library.shipped(scenario)), {}
    session.compute_to(session.scenario.steps)
    for ending in endings:
        canvas = Canvas(picture, searchable=ending == ".pdf")
        list(written(canvas, session, folder / f"{name}{ending}", picture))
        image = canvas.image(session.frame(), ENLARGED)
        clear(app, canvas)
        large = Image.frombuffer("RGBX", (image.width(), image.height()), image.constBits(), "raw", "BGRX")
        shown[name + ending] = np.array(large.reduce(ENLARGED).convert("RGB"))
    return shown


@pytest.mark.parametrize("group", GROUPS)
def test_that_every_program_shows_the_same_pictures(qapp: QApplication, tmp_path: Path, group: str) -> None:
    names, screens, faults = GROUPS[group], {}, {}
    endings = [".svg"] if group == "further pages" else [".svg", ".pdf"]
    for k, name in enumerate(names):
        screens |= drawn(qapp, tmp_path, name, ("light", "dark")[k % 2], endings)
    for reader, (ending, most, there) in READERS.items():
        for name, seen in reader(tmp_path, names) if there and ending in endings else ():
            share = differing(seen, screens[name + ending])
            if share >= most * CROSSING.get(name, 1.0):
                faults[f"{reader.__name__} {name}"] = share
    assert not faults
    if group == "views":  # but for the data's: a model's ground is a picture
        files = [tmp_path / f"{name}{ending}" for ending in endings for name in VIEWS[:-1]]
        assert not [file.name for file in files if re.search(PIXELS, file.read_bytes())]
