"""Drives the real window on a real X server with real keys: python tests/drive_window.py, under Xvfb.

First as a program of its own, which must end with exit code 0; then in this process, where the widgets
can be read: each key must have moved the play-head as it should.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from math import log10
from pathlib import Path
from time import monotonic

LONGEST = 30.0  # seconds that any one thing may take
ROOT = Path(__file__).resolve().parent.parent
Condition = Callable[[], bool]


def press(window: str, *keys: str) -> None:
    """Type keys into an X window, as a keyboard would."""
    subprocess.run(["xdotool", "windowfocus", window, "key", "--delay", "60", *keys], check=True)


def pull(start: tuple[int, int], end: tuple[int, int]) -> None:
    """Drag from one place of the screen to another, as a hand does, bit by bit."""
    words = ["mousemove", "--sync", *map(str, start), "mousedown", "1"]
    for part in (0.25, 0.5, 0.75, 1.0):
        there = (round(a + part * (b - a)) for a, b in zip(start, end, strict=True))
        words += ["mousemove", "--sync", *map(str, there), "sleep", "0.05"]
    subprocess.run(["xdotool", *words, "mouseup", "1"], check=True)


def shown(program: subprocess.Popen[bytes]) -> str:
    """The X window of a program, as soon as it can be seen."""
    search = ["xdotool", "search", "--sync", "--all", "--onlyvisible", "--pid", str(program.pid), "--name",
              "gdviz$"]
    end = monotonic() + LONGEST
    while monotonic() < end:
        assert program.poll() is None, f"gdviz ended with {program.returncode} before it showed a window"
        with contextlib.suppress(subprocess.TimeoutExpired):
            found = subprocess.run(search, timeout=1, capture_output=True, text=True).stdout.split()
            if found:  # a window that goes away while it is looked at ends the search with nothing
                return found[-1]
    raise AssertionError("gdviz showed no window")


def drive_program() -> None:
    """Start the installed command, wait for its window, and end it by its key."""
    program = subprocess.Popen([Path(sys.executable).parent / "gdviz"])
    try:
        press(shown(program), "ctrl+q")
        code = program.wait(timeout=LONGEST)
    finally:
        program.kill()
    assert code == 0, f"gdviz ended with {code}"
    print("the program opens its window and ends with 0")


def drive_keys() -> None:
    """Run the window here; read the play-head after each key."""
    from PySide6.QtCore import QPointF, QTimer
    from PySide6.QtWidgets import QAbstractSlider, QApplication, QMainWindow

    from gdviz import library
    from gdviz.ui.app import application, run_app
    from gdviz.ui.views.rate_view import RateView

    app = application(sys.argv[:1])

    def window() -> QMainWindow | None:
        shown = (top for top in QApplication.topLevelWidgets() if isinstance(top, QMainWindow))
        return next((top for top in shown if top.isVisible()), None)

    def step() -> int:
        top = window()
        assert top is not None
        scrub = top.findChild(QAbstractSlider, "scrub")
        assert scrub is not None, "there is no slider 'scrub'"
        return scrub.value()

    def rates() -> RateView | None:
        """The view of the loss by learning rate, if it is seen."""
        top = window()
        view = top.findChild(RateView) if top is not None else None
        return view if view is not None and view.isVisible() else None

    def rate() -> float:
        """The learning rate at which its handle stands."""
        view = rates()
        assert view is not None
        return view.rate or 0.0

    def at(given: float) -> tuple[int, int]:
        """Where on the screen it has a learning rate."""
        view = rates()
        assert view is not None
        plot, extent = view.plot, view.plot.extent
        inside = QPointF(extent.place(log10(given), 0)[0], 0.6 * extent.height)
        seen = plot.mapFromScene(plot.getPlotItem().getViewBox().mapToScene(inside))
        place = plot.viewport().mapToGlobal(seen)
        return place.x(), place.y()

    def typed(*keys: str) -> None:
        top = window()
        assert top is not None
        press(str(int(top.winId())), *keys)

    def story() -> Iterator[tuple[str, Condition]]:
        """Each thing that is awaited, with what must become true."""
        yield "the window is shown", lambda: window() is not None
        yield "the play-head is at 0", lambda: step() == 0
        typed("space")
        yield "Space plays", lambda: step() >= 3
        typed("space")
        here = step()
        typed("Right")
        yield "Space pauses and Right steps", lambda: step() > here
        here = step()
        typed("Left")
        yield "Left steps back", lambda: step() == here - 1
        typed("Home", "Right", "Right", "Right")
        yield "Home and three times Right lead to 3", lambda: step() == 3
        typed("shift+Right")
        yield "Shift+Right steps ten", lambda: step() == 13
        typed("End")
        yield "End leads to the last step", lambda: step() == library.shipped("ravine").steps
        typed("r")
        yield "R shows the loss by learning rate", lambda: rates() is not None
        before = rate()
        pull(at(before), at(before / 2))
        yield "the handle halves the learning rate", lambda: abs(rate() / before - 0.5) < 0.05
        typed("ctrl+z")
        yield "Ctrl+Z takes the whole drag back", lambda: rate() == before
        typed("ctrl+q")
        yield "Ctrl+Q closes the window", lambda: window() is None

    told = story()
    awaited: list[tuple[str, Condition, float]] = []
    faults: list[str] = []

    def move_on() -> None:
        """Go from what has become true to what is awaited next."""
        while awaited and awaited[0][1]():
            print(awaited.pop()[0])
            upcoming = next(told, None)
            if upcoming is not None:
                awaited.append((*upcoming, monotonic() + LONGEST))
        if awaited and monotonic() > awaited[0][2]:
            raise AssertionError(f"never: {awaited[0][0]}")

    def look() -> None:
        try:
            move_on()
        except Exception as fault:
            faults.append(repr(fault))
            timer.stop()
            app.quit()

    awaited.append((*next(told), monotonic() + LONGEST))
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    code = run_app(library.shipped("ravine"), None)
    timer.stop()
    if not faults:
        move_on()
    assert not faults, faults
    assert not awaited, f"the window was closed before: {awaited[0][0]}"
    assert code == 0, f"the window ended with {code}"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_CONFIG_HOME"] = os.environ["HOME"] = home  # neither reads nor keeps settings
        drive_program()
        drive_keys()
