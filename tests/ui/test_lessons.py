"""The texts of the gallery name what is there, and every scenario can be drawn in both languages."""

from __future__ import annotations

import re

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from gdviz import library
from gdviz.scenario import Scenario
from gdviz.session import Session
from gdviz.ui.catalogue_choice import CatalogueChoice
from gdviz.ui.formula import FormulaLabel
from gdviz.ui.language import install, tr
from gdviz.ui.lesson import controls, first_sentence, paragraphs, plain_text, rich
from gdviz.ui.theme import LIGHT
from gdviz.ui.thumbnails import Look, Thumbnails
from gdviz.ui.window import MainWindow

GREEK = re.compile("[α-ω]")
KNOWN = {"λ", "α"}  # the largest curvature; the length of a step along a ray


def texts(shown: Scenario) -> list[str]:
    """All that a scenario says, in the language of the window."""
    said = [shown.text] + ([shown.question.text] if shown.question else [])
    return [tr(text, "scenario") for text in said]


def words_on(place: QWidget) -> set[str]:
    """Every word on a control there, in lower case; names of parameters with and without their symbols."""
    found = {action.text() for action in place.findChildren(QAction)}
    for widget in place.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton):
            found |= {widget.text(), re.sub(r" \S{1,2}$", "", widget.text())}
        elif isinstance(widget, FormulaLabel):
            found.add(widget._latex)
        elif isinstance(widget, CatalogueChoice):
            found |= {entry.label for group in widget._offer.groups() for entry in group.entries}
        elif isinstance(widget, QComboBox):
            found |= {widget.itemText(i) for i in range(widget.count())}
    return {text.lower() for text in found}


def test_that_texts_name_only_controls_that_exist_and_as_many_in_both_languages(window: MainWindow) -> None:
    counts = []
    for _ in range(2):
        counts.append({})
        always = words_on(window)
        for name in library.names():
            shown = library.shipped(name)
            named = {control.lower() for text in texts(shown) for control in controls(text)} - always
            if named:
                for form in (window.desk.problem, window.desk.runs, window.desk.start):
                    form.show_scenario(shown)
                there = words_on(window.desk.docks["problem"]) | words_on(window.desk.docks["runs"])
                assert named <= there | words_on(window.desk.docks["start"]), name
            counts[-1][name] = [(len(controls(text)), len(paragraphs(text))) for text in texts(shown)]
        window._look.switch_language()
    english, chinese = counts
    assert english == chinese
    assert sum(number for told in english.values() for number, _ in told) > 15


def test_that_symbols_in_a_text_are_those_of_its_runs() -> None:
    for name in library.names():
        shown = library.shipped(name)
        symbols = {about.symbol for entry in shown.runs for about in entry.optimizer.params().values()}
        allowed = set("".join(symbols)) | KNOWN
        for text in texts(shown):
            assert set(GREEK.findall(text)) <= allowed, name


def test_that_every_scenario_is_run_and_drawn_in_both_languages(qapp: QApplication) -> None:
    sessions = {}
    for name in library.names():
        sessions[name] = session = Session(library.shipped(name))
        session.compute_to(session.scenario.steps)
        session.seek(session.scenario.steps)
    for language in ("en", "zh_CN"):
        install(qapp, language)
        thumbnails = Thumbnails(tr)
        for name, session in sessions.items():
            image = thumbnails._drawn(session, Look(LIGHT, language, 144, 90, 1.0))
            colors = {image.pixel(x, y) for x in range(0, 144, 3) for y in range(0, 90, 3)}
            assert len(colors) > 3, name
        thumbnails.stop()
    install(qapp, "en")


def test_that_controls_are_set_apart_and_sums_are_not_broken() -> None:
    text = "Set ‹Batch size› to 1 & see 1 − 2η < 3. Then stop."
    assert controls(text) == ["Batch size"]
    assert plain_text(text).startswith("Set Batch size to")
    made = rich(text, LIGHT)
    assert "\u00a0Batch\u00a0size\u00a0</span>" in made
    assert "1\u00a0−\u00a02η\u00a0&lt;\u00a03" in made
    assert first_sentence("按‹播放›。然后停。") == "按播放。"
    assert first_sentence("It is 0.001 wide. Then more.") == "It is 0.001 wide."
