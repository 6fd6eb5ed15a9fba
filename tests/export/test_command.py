"""`gdviz render` in a process of its own: a clean end, silence, and never a torn file."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from gdviz import library, scenario_file

ROOT = Path(__file__).resolve().parents[2]
KILLS = 25
FILM_KILLS = 8
SMALL = ("--size", "320x240", "--steps", "12")
# For each line that it is sent, it makes a process that writes the file again and again: the process says its
# number when it begins, so that the kill can be placed within the work, and how it ended is told at its end.
# What is slow to load is loaded once.
WRITER = """
import os, sys
from dataclasses import replace
from pathlib import Path
from gdviz import library, scenario_file
path, shown = Path(sys.argv[1]), library.shipped("ravine")
{before}
for line in sys.stdin:
    made = os.fork()
    if made:
        print(os.waitstatus_to_exitcode(os.waitpid(made, 0)[1]), flush=True)
        continue
    print(os.getpid(), flush=True)
    while True:
        {again}
"""
SAVER = WRITER.format(
    before='long = [replace(shown, title=mark, text=mark * 20000) for mark in "ab"]',
    again="[scenario_file.save(one, path) for one in long]",
)
FILMER = WRITER.format(
    before="""
from gdviz.export.render import render
from gdviz.picture import Picture
long = [Picture(width=160, height=120, at=last) for last in (24, 20)]
render(shown, path, long[-1])
""",
    again="[render(shown, path, one) for one in long]",
)
Killer = Callable[[float], None]


def gdviz(*words: str) -> subprocess.CompletedProcess[str]:
    # Without a display, and as a user starts it.
    kept = {key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "DISPLAY")}
    return subprocess.run([sys.executable, "-m", "gdviz", *words], cwd=ROOT, env=kept, capture_output=True,
                          text=True)


@pytest.mark.parametrize("ending", ["pdf", "gif"])
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


@contextmanager
def killer(program: str, path: Path) -> Iterator[Killer]:
    """Lets a process write `path` for so many seconds, and kills it in the midst of it."""
    words = [sys.executable, "-c", program, str(path)]
    settings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(words, cwd=ROOT, env=settings, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as maker:  # fmt: skip
        told, asked = maker.stdout, maker.stdin
        assert told is not None
        assert asked is not None

        def kill_at_work(seconds: float) -> None:
            print(file=asked, flush=True)
            number = int(told.readline())
            ended, _, _ = select.select([told], [], [], seconds)
            assert not ended, "it ended by itself"
            os.kill(number, signal.SIGKILL)
            assert int(told.readline()) == -signal.SIGKILL

        yield kill_at_work
        asked.close()


def test_that_a_kill_while_saving_never_tears_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kept.toml"
    scenario_file.save(library.shipped("ravine"), path)
    titles = set()
    with killer(SAVER, path) as kill_at_work:
        for k in range(KILLS):
            kill_at_work(0.02 + 0.0013 * k)
            read = scenario_file.load(path)
            assert read.text in (read.title * 20000, library.shipped("ravine").text)
            titles.add(read.title)
    assert titles & {"a", "b"}, "no kill came after a save"


def test_that_a_kill_during_a_film_never_tears_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kept.gif"
    with killer(FILMER, path) as kill_at_work:
        for k in range(FILM_KILLS):
            kill_at_work(0.02 + 0.02 * k)
            with Image.open(path) as film:
                assert film.size == (160, 120)
                assert film.n_frames in (21, 25)
                for frame in range(film.n_frames):
                    film.seek(frame)
                    film.load()
            assert path.read_bytes().endswith(b";")
