"""`gdviz render` in a process of its own: a clean end, silence, and never a torn file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from gdviz import library, scenario

ROOT = Path(__file__).resolve().parents[2]
KILLS = 25
FILM_KILLS = 6  # each takes a second
SMALL = ("--size", "320x240", "--steps", "12")
# Each says when it is about to begin again, so that the kill can be placed within the work.
SAVER = """
import sys
from dataclasses import replace
from pathlib import Path
from gdviz import library, scenario
shown = library.shipped("ravine")
long = [replace(shown, title=mark, text=mark * 20000) for mark in "ab"]
print("ready", flush=True)
while True:
    for one in long:
        scenario.save(one, Path(sys.argv[1]))
"""
FILMER = """
import sys
from pathlib import Path
from gdviz import library
from gdviz.export.render import render
from gdviz.picture import Picture
shown, picture = library.shipped("ravine"), Picture(width=160, height=120, at=3)
print("ready", flush=True)
while True:
    render(shown, Path(sys.argv[1]), picture)
"""


def gdviz(*words: str) -> subprocess.CompletedProcess[str]:
    # Without a display, and as a user starts it.
    kept = {key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "DISPLAY")}
    return subprocess.run([sys.executable, "-m", "gdviz", *words], cwd=ROOT, env=kept, capture_output=True,
                          text=True)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "gif"])
def test_that_render_ends_with_nothing_to_say(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"made.{ending}"
    done = gdviz("render", "ravine", *SMALL, "--out", str(path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.stat().st_size > 1000


def test_that_an_unknown_view_is_told_on_one_line(tmp_path: Path) -> None:
    done = gdviz("render", "ravine", *SMALL, "--view", "contuor", "--out", str(tmp_path / "made.png"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == ("gdviz: unknown view 'contuor'; known: landscape contour curve data graph loss "
                           "surface; did you mean 'contour'?\n")
    assert list(tmp_path.iterdir()) == []


def kill_at_work(program: str, path: Path, seconds: float) -> None:
    """Let a program write `path` again and again, and kill it in the midst of it."""
    begun = subprocess.Popen([sys.executable, "-c", program, str(path)], cwd=ROOT, stdout=subprocess.PIPE,
                             env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    with begun:
        assert begun.stdout is not None
        begun.stdout.readline()
        try:
            begun.wait(seconds)
        except subprocess.TimeoutExpired:
            begun.send_signal(signal.SIGKILL)
    assert begun.returncode == -signal.SIGKILL, "it ended by itself"


def test_that_a_kill_while_saving_never_tears_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kept.toml"
    scenario.save(library.shipped("ravine"), path)
    titles = set()
    for k in range(KILLS):
        kill_at_work(SAVER, path, 0.02 + 0.0013 * k)
        read = scenario.load(path)
        assert read.text in (read.title * 20000, library.shipped("ravine").text)
        titles.add(read.title)
    assert titles & {"a", "b"}, "no kill came after a save"


def test_that_a_kill_during_a_film_never_tears_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kept.gif"
    black, red = (Image.new("RGB", (160, 120), color) for color in ("black", "red"))
    black.save(path, save_all=True, append_images=[red])
    for k in range(FILM_KILLS):
        kill_at_work(FILMER, path, 0.02 + 0.02 * k)
        with Image.open(path) as film:
            assert film.size == (160, 120)
            assert film.n_frames in (2, 4)
            for frame in range(film.n_frames):
                film.seek(frame)
                film.load()
        assert path.read_bytes().endswith(b";")
