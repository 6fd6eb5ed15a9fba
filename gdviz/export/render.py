"""A scenario as a picture file, without a window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gdviz import files
from gdviz.export.canvas import Canvas, clear
from gdviz.picture import Picture
from gdviz.scenario import Scenario
from gdviz.session import Session
from gdviz.ui import style
from gdviz.ui.theme import theme
from gdviz.values import SpecError, hint

WRITTEN = (".png",)


def render(scenario: Scenario, path: Path, picture: Picture) -> None:
    """Draw `scenario` as `picture` says and write it to `path`, whole; the ending decides the format.

    Works without a display. Raises SpecError for an unknown ending, OSError for the file.
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
    session = Session(scenario)
    step = scenario.steps if picture.at < 0 else picture.at
    session.compute_to(scenario.steps)
    session.seek(step)
    app = _application()
    style.apply(app, theme(picture.theme == "dark", chinese=picture.lang == "zh_CN"))
    canvas = Canvas(picture)
    try:
        with files.replaced(path) as beside:
            canvas.save(session.frame(), beside)
    finally:
        clear(app, canvas)


def _application() -> QApplication:
    """The application that draws: the running one, or one without a display."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication(sys.argv[:1])
