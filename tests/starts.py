"""Starts the program as a process of its own, waits for its window, and ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 60.0  # seconds that one start and quit may take
# Says when the window is up and the loop runs; then it is quit as by its menu, or from outside.
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from gdviz.ui.app import application, run_app

def shown():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))
    print("shown", flush=True)
    if sys.argv[1] == "quit":
        window.commands["play"].trigger()
        QTimer.singleShot(30, window.commands["quit"].trigger)

app = application(sys.argv[:1])
QTimer.singleShot(0, shown)
sys.exit(run_app(None, None))
"""


def ended(folder: Path, interrupted: bool = False) -> tuple[int, str]:
    """Exit code and standard error of one start and end, with settings in `folder`."""
    places = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **places}
    words = [sys.executable, "-c", PROGRAM, "wait" if interrupted else "quit"]
    with subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True) as program:  # fmt: skip
        assert program.stdout is not None
        try:
            assert program.stdout.readline() == "shown\n"
            if interrupted:
                program.send_signal(signal.SIGINT)
            _, told = program.communicate(timeout=LONGEST)
        finally:
            program.kill()
        return program.returncode, told
