"""Settings of every test: no display is needed, and a test of the window leaves nothing behind."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The workers have every processor already: more threads only wait for each other, and burn time doing so.
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

WATCHED = ("ui", "export", "benchmarks")  # folders under tests/ whose tests use Qt


def pytest_configure(config: pytest.Config) -> None:
    """Let pass what the offscreen platform says of itself whenever a window has a minimum size or a popup."""
    config.addinivalue_line("qt_log_ignore", "^This plugin does not support ")


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over all modules and tests: they stay, and are very many."""
    gc.collect()
    gc.freeze()


class Heard(logging.Handler):
    """Keeps every record that is worth a warning."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test of the window that logs a warning or leaves a timer running; Qt's own warnings fail it
    by the setting qt_log_level_fail.

    A test that expects a log record asks for the fixture `caplog` and looks for itself.
    """
    if request.path.relative_to(Path(__file__).parent).parts[0] not in WATCHED:
        yield
        return
    from gdviz.ui.formula import FormulaLabel

    FormulaLabel.awake = True  # as it is a moment after the first window has been shown
    heard = Heard()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    running = running_timers()
    for timer in running:
        timer.stop()
    assert not running, f"timers left running: {running}"
    if "caplog" not in request.fixturenames:
        assert not heard.records


def running_timers() -> list[object]:
    """The active timers that Python code has made, those of deleted widgets apart."""
    import shiboken6
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    alive = shiboken6.getAllValidWrappers()
    return [thing for thing in alive if isinstance(thing, QTimer) and thing.isActive()]
