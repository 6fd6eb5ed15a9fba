"""The window's words: every visible string goes through a `Translate`."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from gdviz.assets import resource
from gdviz.engine.status import Status
from gdviz.frame import Lane
from gdviz.scenario import RunName


class Translate(Protocol):
    """tr(text): the text in the chosen language; `context` tells apart words that are alike in English."""

    def __call__(self, text: str, context: str = "window") -> str: ...


def tr(text: str, context: str = "window") -> str:
    """The translation that Qt's installed translators know, or `text` itself."""
    return QCoreApplication.translate(context, text)


def plain(text: str, context: str = "window") -> str:
    """No translation: the text itself."""
    return text


def name_of(name: RunName, tr: Translate, short: bool = False) -> str:
    """A run's name: the user's own, or that of its method, and what tells it from others of the same."""
    if name.label:
        return name.label
    method = ""
    if name.method is not None:
        method = tr((name.method.short if short else "") or name.method.label, "catalogue")
    return " ".join(part for part in (method, name.distinction) if part)


def run_name(lane: Lane, tr: Translate) -> str:
    """What the run is called."""
    return name_of(lane.name, tr)


def short_name(lane: Lane, tr: Translate) -> str:
    """What the run is called where room is scarce."""
    return name_of(lane.name, tr, short=True)


def sentence(status: Status, tr: Translate) -> str:
    """The outcome in words."""
    return tr(status.template, "outcome").format(step=status.step, **status.values)


def install(app: QCoreApplication, language: str) -> None:
    """Make `tr` speak "en" or "zh_CN"; Qt's own words follow."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if language == "en":
        return
    folders = {
        f"gdviz_{language}": str(resource("translations")),
        f"qtbase_{language}": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
    }
    for name, folder in folders.items():
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
