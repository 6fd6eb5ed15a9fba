"""How long the window takes to appear, against a bare pyqtgraph window with one plot.

Measured from the start of the process to the end of the first paint event of the window's plot, offscreen,
the best of several starts of each, taken in turn. Both find their modules compiled, as after the first start
of any program, wherever the environment forbids Python to keep what it compiles.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTS = 7
BAR = 2.0

WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is self.plot.viewport():
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self):
        if not self.told:
            self.told = True
            print(time.time(), flush=True)
            self.app.quit()

def watch(app, plot):
    painted = Painted()
    painted.app, painted.plot, painted.told = app, plot, False
    app.installEventFilter(painted)
    return painted
"""

BARE = (
    WATCH
    + """
import pyqtgraph as pg
app = pg.mkQApp()
plot = pg.plot([1, 2, 3])
painted = watch(app, plot)
app.exec()
"""
)

WINDOW = (
    WATCH
    + """
from PySide6.QtCore import QSettings
from gdviz import library
from gdviz.session import Session
from gdviz.ui.app import application, close
from gdviz.ui.look import Look
from gdviz.ui.player import Player
from gdviz.ui.settings import Settings
from gdviz.ui.window import MainWindow
app = application(["gdviz"])
settings = Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat))
player = Player(Session(library.shipped(library.FIRST)))
window = MainWindow(player, settings, Look(app, settings))
painted = watch(app, window.page.contour.plot)
window.restore()
window.show()
app.exec()
close(window, player)
"""
)


def seconds(program: str, folder: Path) -> float:
    """From the start of a process to its first painted window."""
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    begin = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder / "settings.ini")],
        cwd=ROOT, capture_output=True, text=True, check=True, env=os.environ | kept,
    )  # fmt: skip
    return float(done.stdout.split()[0]) - begin


def test_that_the_window_appears_in_at_most_twice_the_time_of_a_bare_plot(tmp_path: Path) -> None:
    bare, window = [], []
    for _ in range(STARTS):
        bare.append(seconds(BARE, tmp_path))
        window.append(seconds(WINDOW, tmp_path))
    ratio = min(window) / min(bare)
    print(f"bare {min(bare):.3f} s, window {min(window):.3f} s, ratio {ratio:.2f}")
    assert ratio <= BAR
