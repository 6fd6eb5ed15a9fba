"""The window's words: every visible string goes through a `Translate`."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from gdviz.engine.status import Status
from gdviz.frame import Lane


class Translate(Protocol):
    """tr(text): the text in the chosen language; `context` tells apart words that are alike in English."""

    def __call__(self, text: str, context: str = "window") -> str: ...


def tr(text: str, context: str = "window") -> str:
    """The translation that Qt's installed translators know, or `text` itself."""
    return QCoreApplication.translate(context, text)


def plain(text: str, context: str = "window") -> str:
    """No translation: the text itself."""
    return text


def run_name(lane: Lane, tr: Translate) -> str:
    """The run's name: the user's own, or that of its optimizer."""
    return lane.label or tr(lane.optimizer.label, "catalogue")


def short_name(lane: Lane, tr: Translate) -> str:
    """The run's name where room is scarce."""
    return lane.label or tr(lane.optimizer.short or lane.optimizer.label, "catalogue")


def sentence(status: Status, tr: Translate) -> str:
    """The outcome in words."""
    return tr(status.template, "outcome").format(step=status.step, **status.values)
