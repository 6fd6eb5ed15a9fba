"""Films, reopened by other programs, have every frame for as long as it should be seen."""

from __future__ import annotations

import json
import shutil
import signal
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from export.conftest import differing, output, pixels
from PIL import Image, ImageSequence
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from gdviz import library
from gdviz.export import film
from gdviz.export.canvas import Canvas
from gdviz.export.film import durations, steps_shown
from gdviz.export.painter import FramePainter
from gdviz.export.render import render, written
from gdviz.picture import Picture
from gdviz.session import Session

STEPS = 11
# The last frame stays for a second. Hundredths in a GIF: 1/30 s is 3, 4, 3, … of them.
SHOWN = {".gif": 30, ".webp": 25, ".apng": 25}


def made(canvas: Canvas, session: Session, path: Path, fps: int = 25, scale: float = 1.0) -> Path:
    for _ in written(canvas, session, path, Picture(at=STEPS, fps=fps), scale):
        pass
    return path


@pytest.mark.parametrize("ending", sorted(SHOWN))
def test_that_pillow_reads_every_frame_and_its_time(
    canvas: Canvas, session: Session, tmp_path: Path, ending: str
) -> None:
    fps = SHOWN[ending]
    with Image.open(made(canvas, session, tmp_path / f"run{ending}", fps)) as read:
        assert (read.size, read.n_frames) == ((640, 480), STEPS + 1)
        frames, times = [], []
        for frame in ImageSequence.Iterator(read):
            frames.append(np.array(frame.convert("RGB")))
            times.append(frame.info["duration"])
    assert times == pytest.approx([1000 / fps] * STEPS + [1000], abs=7)
    assert sum(times[:-1]) == pytest.approx(1000 * STEPS / fps, abs=6)
    for step, seen in enumerate(frames):
        session.seek(step)
        shown = pixels(canvas.image(session.frame()))
        assert differing(seen, shown) < (0.005 if ending == ".webp" else 0.001), step  # WebP loses a little


if shutil.which("ffprobe"):

    @pytest.mark.parametrize(("ending", "fps", "frames"), [
        *[(".mp4", 10, STEPS + 1 + 10) for name in ("av",) if find_spec(name)],
        (".gif", 25, STEPS + 1), (".apng", 25, STEPS + 1),
    ])
    def test_that_ffprobe_counts_the_frames(
        canvas: Canvas, session: Session, tmp_path: Path, ending: str, fps: int, frames: int
    ) -> None:
        path = made(canvas, session, tmp_path / f"run{ending}", fps)
        words = ("-v", "error", "-count_frames", "-show_streams", "-of", "json")
        (stream,) = json.loads(output("ffprobe", *words, path))["streams"]
        assert (stream["width"], stream["height"], int(stream["nb_read_frames"])) == (640, 480, frames)


if find_spec("av"):

    def test_that_an_mp4_of_odd_size_loses_one_row_and_column_and_nothing_else(
        qapp: QApplication, session: Session, tmp_path: Path
    ) -> None:
        import av

        odd = Canvas(Picture(width=641, height=479))
        with av.open(str(made(odd, session, tmp_path / "run.mp4", 10))) as container:
            seen = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
        session.seek(STEPS)
        whole = pixels(odd.image(session.frame()))
        odd.close()
        assert {frame.shape for frame in seen} == {(478, 640, 3)}
        assert len(seen) == STEPS + 1 + 10
        assert differing(seen[-1], whole[:478, :640]) < 0.02


def test_that_a_film_can_be_enlarged(canvas: Canvas, session: Session, tmp_path: Path) -> None:
    with Image.open(made(canvas, session, tmp_path / "run.gif", scale=2.0)) as read:
        assert (read.size, read.n_frames) == ((1280, 960), STEPS + 1)


def test_that_a_gif_is_never_faster_than_browsers_show(
    canvas: Canvas, session: Session, tmp_path: Path
) -> None:
    with Image.open(made(canvas, session, tmp_path / "run.gif", fps=100)) as read:
        assert read.info["duration"] == 20


def test_that_a_long_run_is_shown_in_half_a_minute() -> None:
    steps = steps_shown(100_000, 25)
    assert len(steps) <= film.LONGEST * 25 + 1
    assert (steps[0], steps[-1]) == (0, 100_000)
    assert steps_shown(3, 25) == [0, 1, 2, 3]
    assert steps_shown(0, 25) == [0]


@pytest.mark.parametrize("fps", [7, 24, 30, 60])
def test_that_rounded_times_do_not_add_up(fps: int) -> None:
    times = durations(fps * 10 + 1, fps, 100)
    assert sum(times[:-1]) == 1000
    assert times[-1] == 100


def test_that_stamped_texts_look_like_painted_ones(
    canvas: Canvas, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def frames() -> list[np.ndarray]:
        shown = []
        for step in range(20, 26):
            session.seek(step)
            shown.append(pixels(canvas.image(session.frame())))
        return shown

    kept = frames()
    for name in ("strokePath", "fillPath"):
        monkeypatch.setattr(FramePainter, name, getattr(QPainter, name))
    for plain, again in zip(frames(), kept, strict=True):
        assert differing(plain, again) < 0.0001
        assert (plain != again).any(axis=2).mean() < 0.01


def told_to_end(number: int, frame: object) -> None:
    raise SystemExit(number)


@pytest.mark.parametrize(("number", "answer", "end"), [
    (signal.SIGINT, signal.default_int_handler, KeyboardInterrupt), (signal.SIGTERM, told_to_end, SystemExit),
])  # fmt: skip
def test_that_a_signal_lets_qt_finish_its_frame_and_leaves_the_old_film(
    number: signal.Signals, answer: Any, end: type[BaseException], qapp: QApplication, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "kept.gif"
    path.write_bytes(b"old")
    drawn, frames = Canvas.image, list[QImage]()

    def interrupted(self: Canvas, *what: Any) -> QImage:
        signal.raise_signal(number)
        frames.append(drawn(self, *what))
        return frames[-1]

    monkeypatch.setattr(Canvas, "image", interrupted)
    before = signal.signal(number, answer)
    try:
        with pytest.raises(end):
            render(replace(library.shipped("ravine"), steps=3), path, Picture(width=160, height=120, at=1))
    finally:
        signal.signal(number, before)
    assert frames
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("kept.gif", b"old")]
