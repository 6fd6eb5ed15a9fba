"""Starts the window: application, settings, translations, faults, Ctrl+C, and a clean end."""

from __future__ import annotations

import logging
import signal
import socket
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QSettings,
    QSocketNotifier,
    QStandardPaths,
    Qt,
)
from PySide6.QtWidgets import QApplication, QMessageBox

from gdviz import library, scenario_file
from gdviz.scenario import Scenario
from gdviz.session import Session
from gdviz.ui import autosave
from gdviz.ui.language import DAMAGED, tr
from gdviz.ui.look import Look
from gdviz.ui.player import Player
from gdviz.ui.settings import Settings
from gdviz.ui.window import MainWindow
from gdviz.values import SpecError

log = logging.getLogger("gdviz")


def application(arguments: list[str]) -> QApplication:
    """The one QApplication, named so that settings find their place."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(arguments)
    app.setApplicationName("gdviz")
    app.setOrganizationName("gdviz")
    app.setDesktopFileName("gdviz")
    return app


def first_scenario(settings: Settings) -> Scenario:
    """What is shown when nothing was asked for: the last scenario, or that of a first start."""
    if settings.last_scenario:
        try:
            return scenario_file.loads(settings.last_scenario)
        except SpecError as fault:
            log.info("the last scenario can't be read: %s", fault)
            settings.fault("last_scenario")
    return library.shipped(library.FIRST)


def rescued(copy: Path, settings: Settings) -> Scenario | None:
    """The unsaved work of a session that crashed."""
    try:
        return autosave.recovered(copy)
    except SpecError as fault:
        log.info("the copy of unsaved work can't be read: %s", fault)
        settings.fault("autosave")
        return None


def tell_start(window: MainWindow, settings: Settings, was_rescued: bool) -> None:
    """Say once what was found at the start: work of a crashed session, damaged settings."""
    if was_rescued:
        window.say(
            tr("gdviz did not end properly the last time."), tr("What you had not saved is here again.")
        )
    if settings.faults:
        names = tr(", ").join(tr(DAMAGED.get(name, name)) for name in settings.faults)
        window.say(tr("Some settings were damaged and have been reset."), names)


def run_app(shown: Scenario | None, path: Path | None) -> int:
    """Show the window until it is closed, and return the exit code."""
    app = application(sys.argv[:1])
    settings = Settings(QSettings())
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
    copy, lock = autosave.claimed(folder, rescue=shown is None)
    kept = rescued(copy, settings) if shown is None else None
    player = Player(Session(shown or kept or first_scenario(settings)))
    window = MainWindow(player, settings, Look(app, settings))
    window.document.path = path
    window.document.tell()
    window.restore()
    player.ask()
    Faults(player, window)
    safe = autosave.Autosave(player, copy, window)
    wakeup = Interrupts(app)
    window.show()
    tell_start(window, settings, kept is not None)
    code = app.exec()
    wakeup.close()
    safe.clear()
    lock.unlock()
    close(window, player)
    return code


def close(window: MainWindow, player: Player) -> None:
    """Delete everything while Qt is still there: else it would crash at exit."""
    player.halt()
    window.deleteLater()
    player.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


class Faults(QObject):
    """Catches exceptions that no slot caught: play stops, it is logged, one dialog shows it."""

    def __init__(self, player: Player, window: MainWindow) -> None:
        super().__init__(window)
        self._player, self._window = player, window
        self._box: QMessageBox | None = None
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Take the place of sys.excepthook."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self._player.halt()
        details = "".join(traceback.format_exception(kind, fault, trace))
        log.error("%s", details)
        if self._box is not None:
            return
        box = QMessageBox(
            QMessageBox.Icon.Critical, "gdviz", tr("Something went wrong in gdviz."), parent=self._window
        )
        box.setObjectName("fault")
        box.setInformativeText(tr("Play has been stopped. You can go on and save your scenario."))
        box.setDetailedText(details)
        copy = box.addButton(tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._box = box

        def finished() -> None:
            if box.clickedButton() is copy:
                QApplication.clipboard().setText(details)
            self._box = None

        box.finished.connect(finished)
        box.open()


class Interrupts(QObject):
    """Lets Ctrl+C in a terminal end an idle program: a signal wakes Qt's loop through a socket."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._old = signal.set_wakeup_fd(self._writing.fileno())
        self._old_handler = signal.signal(signal.SIGINT, self._on_signal)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)

    def _on_signal(self, number: int, frame: object) -> None:
        QApplication.quit()

    def _on_readable(self) -> None:
        self._reading.recv(64)

    def close(self) -> None:
        """Give the signal back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old)
        signal.signal(signal.SIGINT, self._old_handler)
        self._reading.close()
        self._writing.close()
