"""The panels of a data problem: batches, standardising, and what is refused at each field."""

from __future__ import annotations

from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from test_data_view import data_scenario

from gdviz import library
from gdviz.engine.batches import Batches
from gdviz.ui.desk import YIELDING
from gdviz.ui.fields import Switch
from gdviz.ui.numbers import significant
from gdviz.ui.player import Player
from gdviz.ui.window import MainWindow


def enter(window: MainWindow, qtbot: QtBot, name: str, text: str) -> QLineEdit:
    """Type into a field as a person would, wherever it is folded away."""
    field = window.findChild(QLineEdit, name)
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    return field


def test_that_the_batches_are_told_in_updates_and_samples(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    player.open(data_scenario("linear/line", batch=20))
    words = window.findChild(QLabel, "batch_words")
    assert words is not None
    assert words.text() == "GD: 1 update per epoch"
    player.choose(1)
    assert words.text() == "5 updates per epoch"
    fold = window.findChild(QToolButton, "button_more_start")
    assert fold is not None
    fold.click()
    enter(window, qtbot, "field_accumulate", "2")
    assert player.scenario.accumulate == 2
    assert words.text() == "3 updates per epoch\nb·k = 20·2 = 40 samples per update"


def test_that_a_wrong_number_of_samples_is_refused_at_its_field(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    player.open(data_scenario("linear/line"))
    before = player.scenario
    for name, texts in {"batch_size": ("-1", "2.5", "x"), "accumulate": ("0", "nan")}.items():
        for form, text in product(("field", "run1"), texts):
            assert enter(window, qtbot, f"{form}_{name}", text).property("refused"), (form, name, text)
    assert player.scenario is before


def test_that_a_run_can_have_batches_of_its_own(window: MainWindow, player: Player, qtbot: QtBot) -> None:
    player.open(data_scenario("linear/line"))
    for name in ("run1_own_batches", "run1_zero_grad"):
        switch = window.findChild(Switch, name)
        assert switch is not None
        switch.click()
    enter(window, qtbot, "run1_batch_size", "10")
    assert player.scenario.tasks()[1].batches == Batches(10, "shuffle", 1, False)
    assert player.scenario.tasks()[0].batches == Batches()
    switch = window.findChild(Switch, "run1_own_batches")
    assert switch is not None
    switch.click()
    assert player.scenario.runs[1].batch_size is None


def test_that_what_standardising_does_is_told_in_figures(window: MainWindow, player: Player) -> None:
    player.open(data_scenario("linear/line"))
    player.finish()
    note = window.findChild(QLabel, "standardised_note")
    switch = window.findChild(Switch, "switch_standardise")
    assert note is not None
    assert switch is not None
    assert not note.isVisible()
    assert not switch.isChecked()
    switch.click()
    player.finish()
    player.seek(20)
    problem = player.scenario.objective
    x = problem.table.features[:, 0]
    w, b = problem.raw(player.session.runs[0].trajectory.x[20])[0]
    assert problem.data.standardise
    assert note.text() == (
        f"x: mean {significant(x.mean())}, scale {significant(x.std())}\n"
        f"In the data's own units: w = {significant(w)}, b = {significant(b)}"
    ).replace(" = ", "\u00a0=\u00a0")
    player.undo()
    assert not note.isVisible()


def test_that_only_the_runs_scroll_where_the_column_is_too_short(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    player.open(library.shipped("network-moons"))
    docks = window.desk.docks

    def yielding() -> set[str]:
        return {name for name in YIELDING if docks[name].height() < docks[name].whole}

    for height, scrolling in ((800, {"runs"}), (1100, set()), (800, {"runs"})):
        window.resize(1280, height)
        qtbot.waitUntil(lambda scrolling=scrolling: yielding() == scrolling)


def test_that_what_is_rarely_set_of_data_and_model_is_folded_away(
    window: MainWindow, player: Player, qapp: QApplication
) -> None:
    player.open(library.shipped("network-moons"))
    qapp.processEvents()
    fold = window.findChild(QToolButton, "button_more_data")
    hidden, noise = (window.findChild(QLineEdit, name) for name in ("model_hidden", "data_noise"))
    assert fold is not None
    assert hidden is not None
    assert noise is not None
    assert not hidden.isVisible()
    fold.click()
    assert hidden.isVisible()
    assert noise.isVisible()
    player.open(library.shipped("three-points"))  # which has no parameters
    assert not fold.isVisible()


def test_that_a_card_tells_its_own_batches(window: MainWindow, player: Player) -> None:
    player.open(library.shipped("batches"))
    cards = [window.findChild(QWidget, f"run_card_{i}") for i in range(3)]
    assert [card.accessibleName() for card in cards if card] == ["GD b = full", "GD b = 20", "GD b = 1"]
