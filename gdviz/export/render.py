"""A scenario as a picture or film, without a window."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from gdviz import files
from gdviz.export import film, still
from gdviz.export.canvas import Canvas, clear
from gdviz.frame import Frame
from gdviz.picture import Picture
from gdviz.scenario import Scenario
from gdviz.session import Session
from gdviz.ui import style
from gdviz.ui.language import install, tr
from gdviz.ui.theme import theme
from gdviz.values import SpecError, hint

WRITTEN = (*still.ENDINGS, *film.ENDINGS)
SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def render(scenario: Scenario, path: Path, picture: Picture) -> None:
    """Draw `scenario` as `picture` says and write it to `path`, whole; the ending decides the format.

    Works without a display. Raises SpecError for an unknown ending or view, OSError for the file.
    """
    app = _application()
    install(app, picture.lang)
    style.apply(app, theme(picture.theme == "dark", chinese=picture.lang == "zh_CN"))
    session = Session(scenario)
    canvas = Canvas(picture, tr, searchable=path.suffix.lower() == ".pdf")
    try:
        session.compute_to(scenario.steps)
        with Patience() as patience:
            for _ in written(canvas, session, path, picture, picture.scale):
                patience.check()
    finally:
        clear(app, canvas)


class Patience:
    """Ctrl+C, or another signal to end, does so between two frames: amid one Qt would lose it, or crash.

    The second one ends the work at once.
    """

    def __enter__(self) -> Patience:
        self._asked: int | None = None
        found = {number: signal.getsignal(number) for number in SIGNALS}
        self._old = {number: old for number, old in found.items() if callable(old)}
        for number in self._old:
            signal.signal(number, self._on_signal)
        return self

    def __exit__(self, *fault: object) -> None:
        for number, old in self._old.items():
            signal.signal(number, old)

    def _on_signal(self, number: int, frame: object) -> None:
        before, self._asked = self._asked, number
        if before is not None:
            self.check()

    def check(self) -> None:
        """Do what the signal asks for, raise KeyboardInterrupt or SystemExit, if there was one."""
        if self._asked is not None:
            self._old[self._asked](self._asked, None)


def written(
    canvas: Canvas, session: Session, path: Path, picture: Picture, scale: float = 1.0
) -> Iterator[float]:
    """Write a picture or film of a session that is computed; yields how much is done, from 0 to 1.

    The old file is replaced at the end, whole; closing the iterator leaves it as it was.
    """
    ending = path.suffix.lower()
    if ending not in WRITTEN:
        raise SpecError(
            "unknown ending {ending!r} of {name!r}; known: {known}{hint}",
            ending=ending,
            name=path.name[:80],
            known=" ".join(WRITTEN),
            hint=hint(ending, WRITTEN),
        )
    last = session.scenario.steps if picture.at < 0 else min(picture.at, session.scenario.steps)

    def frame_at(step: int) -> Frame:
        session.seek(step)
        return session.frame()

    with files.replaced(path) as beside:
        if ending in still.ENDINGS:
            still.write(canvas, frame_at(last), beside, ending, scale)
            yield 1.0
        else:
            yield from film.write(canvas, frame_at, last, beside, ending, picture.fps, scale)


def _application() -> QApplication:
    """The application that draws: the running one, or one without a display."""
    existing = QCoreApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_tell)
    return QApplication(sys.argv[:1])


def _tell(kind: QtMsgType, context: object, message: str) -> None:
    """Pass on what Qt says, but for what the offscreen platform says of itself."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)
