"""How long 120 frames take as a GIF, against matplotlib's FuncAnimation writing the same picture.

The picture is 640×480: level lines and bands, three paths with their heads, three losses with the play-head.
Both draw from one recording; only drawing and writing are measured, in turn, the best of several.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib import pyplot as plt
from matplotlib.animation import FuncAnimation, PillowWriter
from PIL import Image
from PySide6.QtWidgets import QApplication

from gdviz import library
from gdviz.export.canvas import Canvas, clear
from gdviz.export.render import written
from gdviz.picture import Picture
from gdviz.session import Session
from gdviz.ui import style
from gdviz.ui.theme import LIGHT, theme

FRAMES, FPS, LEVELS, GRID = 120, 25, 11, 200
ROUNDS, TURNS = 2, 6  # of matplotlib, and of gdviz within each
BAR = 10.0


def recorded() -> Session:
    """The scenario of the first start, run for as many steps as there are frames."""
    session = Session(replace(library.shipped(library.FIRST), steps=FRAMES - 1))
    session.compute_to(FRAMES - 1)
    return session


def by_gdviz(session: Session, path: Path) -> None:
    """The film as the window and the command line write it."""
    picture = Picture(width=640, height=480, fps=FPS)
    canvas = Canvas(picture)
    for _ in written(canvas, session, path, picture):
        pass
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    clear(app, canvas)


def by_matplotlib(session: Session, path: Path) -> None:
    """The film as one would write it with matplotlib."""
    frame = session.frame()
    (left, right), (bottom, top) = frame.objective.box[:2]
    figure, (landscape, loss) = plt.subplots(2, 1, figsize=(6.4, 4.8), dpi=100, height_ratios=(69, 31))
    x, y = np.meshgrid(np.linspace(left, right, GRID), np.linspace(bottom, top, GRID))
    heights = np.array(frame.objective.value(np.stack([x.ravel(), y.ravel()], axis=1))).reshape(x.shape)
    landscape.contourf(x, y, heights, LEVELS)
    landscape.contour(x, y, heights, LEVELS, colors="black", linewidths=0.5)
    loss.set_yscale("log")
    colors = [LIGHT.run(lane.slot).color for lane in frame.lanes]
    paths = [landscape.plot([], [], ".-", color=color)[0] for color in colors]
    heads = [landscape.plot([], [], "o", color=color)[0] for color in colors]
    for lane, color in zip(frame.lanes, colors, strict=True):
        loss.plot(lane.losses[:, 0], color=color)
    playhead = loss.axvline(0, color="black")

    def show(step: int) -> list[Any]:
        for lane, path_line, head in zip(frame.lanes, paths, heads, strict=True):
            places = lane.path[: step + 1, 0, :2]
            path_line.set_data(places[:, 0], places[:, 1])
            head.set_data(places[-1:, 0], places[-1:, 1])
        playhead.set_xdata([step, step])
        return [*paths, *heads, playhead]

    FuncAnimation(figure, show, frames=FRAMES).save(path, PillowWriter(fps=FPS))
    plt.close(figure)


def seconds(work: Callable[[Session, Path], None], session: Session, path: Path) -> float:
    begin = time.perf_counter()
    work(session, path)
    return time.perf_counter() - begin


def test_that_a_film_is_written_ten_times_faster_than_by_matplotlib(
    qapp: QApplication, tmp_path: Path
) -> None:
    mpl.use("Agg")
    style.apply(qapp, theme())
    session = recorded()
    ours, theirs = tmp_path / "ours.gif", tmp_path / "theirs.gif"
    by_gdviz(session, ours)  # what is loaded once is loaded
    fast, slow = [], []
    for _ in range(ROUNDS):
        slow.append(seconds(by_matplotlib, session, theirs))
        fast.extend(seconds(by_gdviz, session, ours) for _ in range(TURNS))
    for path in (ours, theirs):
        with Image.open(path) as film:
            assert (film.size, film.n_frames) == ((640, 480), FRAMES)
    ratio = min(slow) / min(fast)
    sizes = ours.stat().st_size // 1000, theirs.stat().st_size // 1000
    print(f"matplotlib {min(slow):.2f} s, {sizes[1]} kB; gdviz {min(fast):.2f} s, {sizes[0]} kB: {ratio:.1f}")
    assert ratio >= BAR
