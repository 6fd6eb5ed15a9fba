"""The window's words: every visible string goes through a `Translate`."""

from __future__ import annotations

import re
from typing import Protocol, TypeVar

from PySide6.QtCore import QCollator, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gdviz.assets import resource
from gdviz.engine.schedule import Schedule
from gdviz.engine.status import Status
from gdviz.file_fault import reason
from gdviz.frame import Lane
from gdviz.scenario import RunName
from gdviz.spec import Spec
from gdviz.table_sheet import Remark
from gdviz.values import SpecError

S = TypeVar("S", bound=Spec)

HINT = "; did you mean {name}?"
DAMAGED = {
    "settings": "the whole file", "theme": "theme", "language": "language", "text_size": "text size",
    "geometry": "place of the window", "layout": "layout of the panels", "last_scenario": "last scenario",
    "autosave": "copy of unsaved work",
}  # fmt: skip
PEOPLE = {  # choices that bear names, in English
    "armijo": "Armijo", "wolfe": "Wolfe", "fletcher reeves": "Fletcher–Reeves",
    "polak ribiere plus": "Polak–Ribière+", "hestenes stiefel": "Hestenes–Stiefel",
}  # fmt: skip


class Translate(Protocol):
    """tr(text): the text in the chosen language; `context` tells apart words that are alike in English."""

    def __call__(self, text: str, context: str = "window") -> str: ...


def tr(text: str, context: str = "window") -> str:
    """The translation that Qt's installed translators know, or `text` itself."""
    return QCoreApplication.translate(context, text)


def plain(text: str, context: str = "window") -> str:
    """No translation: the text itself."""
    return text


def chinese() -> Translate:
    """The Chinese translation, whatever language the window speaks; "" for what has none."""
    translator = QTranslator()
    translator.load("gdviz_zh_CN", str(resource("translations")))

    def speak(text: str, context: str = "window") -> str:
        return translator.translate(context, text) or ""

    return speak


def name_of(name: RunName, tr: Translate, short: bool = False) -> str:
    """A run's name: the user's own, or that of its method, and what tells it from others of the same."""
    if name.label:
        return name.label
    method = ""
    if name.method is not None:
        brief = name.method.short if short else ""
        # Beside what tells a run from its like there is room for initials only.
        method = tr(brief or name.method.label, "initials" if brief and name.distinction else "catalogue")
    return " ".join(part for part in (method, _distinction(name.distinction, tr)) if part)


def _distinction(text: str, tr: Translate) -> str:
    """What tells a run from its like, "search = wolfe": symbols, numbers and what has no words stay."""
    parts = []
    for part in text.split(", "):
        name, equals, value = part.partition(" = ")
        spec = Schedule.catalogue.get(value)
        word = tr(spec.label, "catalogue") if spec else tr(value.replace("-", " "), "choice")
        word = tr("full", "choice") if value == "full" else word
        known = {name.replace("_", " "), value.replace("-", " "), spec.label if spec else ""}
        said = [tr(name.replace("_", " "), "parameter"), word]
        kept = [new if new not in known else old for new, old in zip(said, (name, value), strict=True)]
        parts.append(equals.join(kept))
    return ", ".join(parts)


def choice_words(value: str, tr: Translate) -> str:
    """What a value that can be chosen is called: "damped", "Polak–Ribière+"."""
    words = value.replace("-", " ")
    said = tr(words, "choice")
    return PEOPLE.get(words, words) if said == words else said


def run_name(lane: Lane, tr: Translate) -> str:
    """What the run is called."""
    return name_of(lane.name, tr)


def short_name(lane: Lane, tr: Translate) -> str:
    """What the run is called where room is scarce."""
    return name_of(lane.name, tr, short=True)


def in_order(catalogue: dict[str, type[S]], tr: Translate) -> list[tuple[str, type[S]]]:
    """What a catalogue holds, (kind, class), by the labels as they are read: Chinese by their sound."""
    collator = QCollator(QLocale(QLocale.Language.Chinese))
    return sorted(catalogue.items(), key=lambda pair: collator.sortKey(tr(pair[1].label, "catalogue")))


def sentence(status: Status, tr: Translate) -> str:
    """The outcome in words."""
    return tr(status.template, "outcome").format(step=status.step, **status.values)


def refusal(fault: Exception, tr: Translate, named: bool = True) -> str:
    """Why something was refused, by our own checks or by the system; `named`: with what it was part of."""
    if isinstance(fault, OSError):
        return tr(reason(fault), "refused")
    if not isinstance(fault, SpecError):
        return str(fault)
    values = dict(fault.values)
    for name in ("what", "family", "why"):
        if name in values:
            values[name] = tr(str(values[name]), "refused")
    near = re.search(r"did you mean (.+)\?$", str(values.get("hint", "")))
    if near:
        values["hint"] = tr(HINT, "refused").format(name=near[1])
    template = tr(fault.template, "refused")
    if not named:
        template = template.removeprefix("{kind}: ").removeprefix("{kind}：")
    return template.format(**values)


def said(remark: Remark, tr: Translate) -> str:
    """What was assumed, in words."""
    values = {
        name: tr(value, "choice") if name == "delimiter" else value for name, value in remark.values
    }
    return tr(remark.template, "remark").format(**values)


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
