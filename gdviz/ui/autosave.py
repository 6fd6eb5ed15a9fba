"""Keeps unsaved work safe from a crash: a copy beside the settings, removed at a clean end."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer

from gdviz import scenario_file
from gdviz.scenario import Scenario
from gdviz.ui.player import Player
from gdviz.values import SpecError

DELAY = 1000  # milliseconds after the last edit
WINDOWS = 9  # that may be open at once with a copy of their own

log = logging.getLogger("gdviz")


class Autosave(QObject):
    """Writes the scenario to `path` soon after each edit, as long as it differs from what was saved."""

    def __init__(self, player: Player, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._path = player, path
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.write)
        player.scenario_changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        if self._player.session.unsaved:
            self._timer.start()
        else:
            self.clear()

    def write(self) -> None:
        """Write the copy now; a disk that is full or read-only is no reason to disturb the user."""
        self._timer.stop()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            scenario_file.save(self._player.scenario, self._path)
        except OSError as fault:
            log.info("the copy of unsaved work can't be written: %s", fault)

    def clear(self) -> None:
        """Remove the copy: nothing is unsaved, or the program ends as it should."""
        self._timer.stop()
        try:
            self._path.unlink(missing_ok=True)
        except OSError as fault:
            log.info("the copy of unsaved work can't be removed: %s", fault)


def recovered(path: Path) -> Scenario | None:
    """What a session that crashed left behind; None if there is nothing.

    Raises SpecError when it is damaged; it is then moved aside, so that it is not found again.
    """
    try:
        if not path.exists():
            return None
        return scenario_file.load(path)
    except OSError as fault:
        log.info("the copy of unsaved work can't be read: %s", fault)
        return None
    except SpecError:
        with contextlib.suppress(OSError):
            path.replace(path.with_suffix(".damaged"))
        raise


def claimed(folder: Path, rescue: bool) -> tuple[Path, QLockFile]:
    """The place of a window's copy, and the lock that keeps other windows from it.

    rescue: first one where a window that has gone left its copy, else first one without.
    """
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    free: list[tuple[Path, QLockFile]] = []
    for i in range(WINDOWS):
        path = folder / f"autosave{i + 1 if i else ''}.toml"
        lock = QLockFile(str(path.with_suffix(".lock")))
        lock.setStaleLockTime(0)  # a lock is stale when its program has gone, however old it is
        if lock.tryLock(0):
            free.append((path, lock))
        elif lock.error() != QLockFile.LockError.LockFailedError:
            break  # the folder cannot be written: nor will there be a copy
    if not free:
        return path, lock
    chosen = next((each for each in free if each[0].exists() == rescue), free[0])
    for each in free:
        if each is not chosen:
            each[1].unlock()
    return chosen
