"""The window in Chinese and in English: nothing is cut, nothing stays English, switching keeps the work."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QWidget,
)
from test_words import NAMES, latin

from gdviz import library
from gdviz.engine.catalogue import FAMILIES
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.scenario import Entry, Scenario
from gdviz.session import Session
from gdviz.ui.app import close
from gdviz.ui.docks.number_rows import NumberLabel
from gdviz.ui.docks.problem import ProblemForm
from gdviz.ui.docks.run_card import RunCard
from gdviz.ui.elided import ElidedLabel
from gdviz.ui.language import install, tr
from gdviz.ui.look import Look
from gdviz.ui.player import Player
from gdviz.ui.settings import Settings
from gdviz.ui.theme import theme
from gdviz.ui.window import MainWindow

LANGUAGES = ("en", "zh_CN")
Opener = Callable[..., MainWindow]
# Symbols of the formulas, keys, and what files are made of.
NOTATION = {"Shift", "Home", "End", "Esc", "PgUp", "PgDown", "PNG", "SVG", "PDF", "viridis", "cividis", "inf",
            "low|high", "xy", "sin", "shipped", "wave", "rise", "ten", "points"}


@pytest.fixture
def opened(qapp: QApplication, settings: Settings) -> Iterator[Opener]:
    """Opens a window in a language on a shipped scenario, with every run at its step 8."""
    made: list[tuple[MainWindow, Player]] = []

    def open_window(language: str, name: str = "ravine", step: int = 8) -> MainWindow:
        settings.language = language
        player = Player(Session(library.shipped(name)))
        player.finish()
        window = MainWindow(player, settings, Look(qapp, settings))
        made.append((window, player))
        window.resize(1280, 800)
        window.show()
        player.seek(step)
        player.choose(1)
        qapp.processEvents()
        return window

    yield open_window
    for window, player in made:
        close(window, player)
    install(qapp, "en")


def room_and_need(part: QWidget) -> tuple[float, float]:
    """How wide a text may be in a widget, and how wide it is."""
    if isinstance(part, QLabel):
        if part.wordWrap():
            return part.height(), part.heightForWidth(part.width())
        return part.width(), part.sizeHint().width()
    if isinstance(part, QComboBox):
        option = QStyleOptionComboBox()
        part.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        inside = part.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, part)
        return inside.width(), part.fontMetrics().horizontalAdvance(part.currentText())
    if isinstance(part, QLineEdit):
        return part.width() - 16, part.fontMetrics().horizontalAdvance(part.text())
    if isinstance(part, QTabBar):
        return 0.0, 0.0
    return part.width(), part.sizeHint().width()


def cut(top: QWidget) -> list[str]:
    """Every visible text that is wider than its place, those that are meant to end in … apart."""
    found = []
    for part in top.findChildren(QWidget):
        said = text_of(part)
        if not part.isVisible() or not said or isinstance(part, ElidedLabel | NumberLabel):
            continue
        room, need = room_and_need(part)
        if need > room:
            found.append(f"{part.objectName()} {said!r}: {need} in {room}")
        shown = part.visibleRegion().boundingRect()
        if shown.height() and shown.width() < part.width():
            found.append(f"{part.objectName()} {said!r}: only {shown.width()} of {part.width()} px are seen")
    for bar in top.findChildren(QTabBar):
        if bar.isVisible() and bar.sizeHint().width() > bar.width():
            found.append(f"{bar.objectName()}: {bar.sizeHint().width()} in {bar.width()}")
    return found


def text_of(part: QWidget) -> str:
    """What a widget says."""
    if isinstance(part, QComboBox):
        return part.currentText()
    if isinstance(part, QLabel | QAbstractButton | QLineEdit):
        return part.text()
    return part.toPlainText() if isinstance(part, QTextEdit) else ""


def everything_said(top: QWidget) -> Iterator[str]:
    """Every text of a window and its menus: on widgets, in lists, tool tips, and for those who can't see."""
    for part in (top, *top.findChildren(QWidget)):
        yield from (text_of(part), part.toolTip(), part.accessibleName(), part.accessibleDescription())
        yield part.windowTitle()
        if isinstance(part, QComboBox):
            for i in range(part.count()):
                yield from (part.itemText(i), str(part.itemData(i, 3) or ""))
        if isinstance(part, QMenu):
            yield part.title()
    for action in top.findChildren(QAction):
        if not action.associatedObjects():
            continue  # in no menu, as are those that pyqtgraph makes for its own
        yield from (action.text(), action.toolTip())


def english(texts: Iterator[str], allowed: set[str]) -> dict[str, set[str]]:
    """The texts with Latin words that are neither names nor notation, with those words."""
    found = {}
    for text in set(texts):
        plain = re.sub(r"<[^>]*>|“[^”]*”", " ", text)  # what is quoted is typed as it stands
        signs = r"\\[A-Za-z]+|[∇ηβ]\w*|\b[A-Za-z]_(?:\{\w+\}|\w\b)"
        words = latin(re.sub(signs, " ", plain)) - allowed
        if words:
            found[text] = words
    return found


def notation() -> set[str]:
    """Names, and those of parameters and memory fields as they are typed."""
    names = NAMES | NOTATION | {"gt", "lt", "max", "restarted", "solve", "where"}
    for method in Optimizer.catalogue.values():
        names |= set(method().init(np.zeros((1, 2)))._fields)
    for family in (*FAMILIES.values(), Scenario):
        for made in (*family.catalogue.values(), Scenario):
            names |= set(made.params())
    return names


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_text_is_cut_in_a_window_of_the_usual_size_and_none_stays_english(
    opened: Opener, qapp: QApplication, language: str
) -> None:
    window, found, words = opened(language), {}, notation()
    player = window._player
    for name in library.names():
        shipped = library.shipped(name)
        player.open(replace(shipped, steps=min(shipped.steps, 100)))  # 5000 say no more
        player.finish()
        player.seek(8)
        player.choose(1)
        for _ in range(6):
            qapp.processEvents()
        left = english(everything_said(window), words) if language != "en" else []
        found[name] = [*cut(window), *left]
    assert not {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_text_of_an_optimizers_card_is_cut(qapp: QApplication, language: str) -> None:
    install(qapp, language)
    look, found = theme(False, 1.0, language == "zh_CN"), []
    for kind, made in Optimizer.catalogue.items():
        card = RunCard(look, tr, 0, Entry(made()))
        card.setFixedWidth(look.px(234))
        card.show()
        card.show_entry(Entry(made()), Objective.named("ravine")())
        card._unfold.setChecked(True)
        qapp.processEvents()
        card.resize(card.width(), card.layout().totalHeightForWidth(card.width()))
        qapp.processEvents()
        found += [f"{kind}: {text}" for text in cut(card)]
        card.close()
        card.deleteLater()
    install(qapp, "en")
    assert not found


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_text_of_a_problem_is_cut(qapp: QApplication, language: str) -> None:
    install(qapp, language)
    form, found = ProblemForm(theme(False, 1.0, language == "zh_CN"), tr), []
    form.setFixedWidth(262)
    form.show()
    base = library.shipped("ravine")
    for kind, made in Objective.catalogue.items():
        form.show_scenario(base.with_objective(made()))
        qapp.processEvents()
        form.resize(form.width(), form.layout().totalHeightForWidth(form.width()))
        qapp.processEvents()
        found += [f"{kind}: {text}" for text in cut(form)]
    form.close()
    form.deleteLater()
    install(qapp, "en")
    assert not found


@pytest.mark.parametrize("action", ["keys", "export_picture", "export_film", "about"])
def test_that_a_chinese_dialog_says_nothing_in_english(opened: Opener, action: str) -> None:
    window = opened("zh_CN")
    window.commands[action].trigger()
    (dialog,) = [top for top in window.findChildren(QDialog) if top.isVisible()]
    assert len(set(everything_said(dialog))) > 3
    assert not english(everything_said(dialog), notation())


def test_that_headings_are_bold_enough_for_a_typeface_of_one_weight(opened: Opener) -> None:
    headings = [label for label in opened("zh_CN").findChildren(QLabel) if label.text() == "更新规则"]
    assert [label.font().weight() for label in headings] == [700]


def test_that_switching_the_language_keeps_step_document_and_selection(
    opened: Opener, tmp_path: Path
) -> None:
    window = opened("en")
    player, path = window._player, tmp_path / "mine.toml"
    window.document.write(str(path))
    player.choose(2)
    player.seek(17)
    player.toggle()
    before, title = player.scenario, window.windowTitle()
    for language, run in (("zh_CN", "优化器"), ("en", "Runs")):
        window._look.switch_language()
        assert window._look.language == language
        assert window.desk.docks["runs"].windowTitle() == run
        assert (player.session.playhead, player.session.chosen) == (17, 2)
        assert player.playing
        assert player.scenario is before
        assert window.document.path == path
        assert not window.document.unsaved
        assert window.windowTitle() == title
        assert window.time_bar._field.value() == 17
    player.pass_time(1.0)
    assert player.session.playhead > 17


def test_that_a_fault_of_a_file_is_told_in_chinese(opened: Opener, tmp_path: Path) -> None:
    window, path = opened("zh_CN"), tmp_path / "bad.toml"
    path.write_text("format = 7\n", encoding="utf-8")
    told: list[tuple[str, str]] = []
    window.document._say = lambda text, detail: told.append((text, detail))  # type: ignore[method-assign]
    window.document.load(str(path))
    window.document.load(str(tmp_path / "none.toml"))
    assert told == [
        ("无法打开 bad.toml", "场景：format 必须是 1，不能是“7”"),
        ("无法打开 none.toml", "文件或文件夹不存在"),
    ]
