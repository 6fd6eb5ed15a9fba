"""The bar of time: its buttons follow the actions, and only the user's hand seeks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.ui.fields import Choice, NumberField
from gdviz.ui.sliders import TimeSlider
from gdviz.ui.theme import LIGHT, theme
from gdviz.ui.time_bar import TimeBar
from tests.ui.view_frames import frame

KEYS = ("first", "back", "play", "step", "last", "loop")
CHINESE = {"step {} of {}": "第 {} 步，共 {} 步", "{} steps/s": "{} 步/秒"}


@pytest.fixture
def actions(qtbot: QtBot) -> dict[str, QAction]:
    made = {key: QAction(f"&{key.capitalize()}") for key in KEYS}
    made["loop"].setCheckable(True)
    made["play"].setShortcut(QKeySequence("Space"))
    return made


@pytest.fixture
def bar(qtbot: QtBot, actions: dict[str, QAction]) -> TimeBar:
    made = TimeBar(LIGHT, actions)
    qtbot.addWidget(made)
    made.resize(1280, 60)
    made.show_step(8, 60)
    made.show()
    return made


def part(bar: TimeBar, kind: type[QWidget], name: str) -> Any:
    found = bar.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def words(bar: TimeBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.text()]


@pytest.mark.parametrize("key", KEYS)
def test_that_a_button_triggers_and_follows_its_action(
    qtbot: QtBot, bar: TimeBar, actions: dict[str, QAction], key: str
) -> None:
    button = part(bar, QToolButton, f"button_{key}")
    with qtbot.waitSignal(actions[key].triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked() == actions[key].isChecked() == (key == "loop")
    actions[key].setEnabled(False)
    assert not button.isEnabled()
    assert (button.accessibleName(), actions[key].icon().isNull()) == (key.capitalize(), True)
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_that_the_play_button_shows_its_key_and_becomes_pause(bar: TimeBar) -> None:
    button = part(bar, QToolButton, "button_play")
    assert button.toolTip() == "Play (Space)"
    assert (button.width(), button.height()) == (40, 40)
    before = button.grab().toImage()
    bar.show_playing(True)
    assert button.grab().toImage() != before
    bar.show_playing(False)
    assert button.grab().toImage() == before


def test_that_showing_steps_and_speeds_seeks_nothing(bar: TimeBar) -> None:
    told: list[float] = []
    bar.sought.connect(told.append)
    bar.speed_chosen.connect(told.append)
    bar.show_step(9, 60)
    bar.show_step(3, 5)
    bar.show_speed(30)
    bar.show_speed(0.5)
    assert told == []
    assert part(bar, NumberField, "field_step").text() == "3"
    assert words(bar) == ["step", "of 5"]
    assert part(bar, Choice, "field_speed").currentText() == "0.5 steps/s"


def test_that_scrubbing_and_typing_seek(qtbot: QtBot, bar: TimeBar) -> None:
    sought: list[int] = []
    bar.sought.connect(sought.append)
    scrub, field = part(bar, TimeSlider, "scrub"), part(bar, NumberField, "field_step")
    qtbot.keyClick(scrub, Qt.Key.Key_Right)
    field.selectAll()
    qtbot.keyClicks(field, "42")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sought == [9, 42]


def test_that_a_step_outside_the_run_is_refused(qtbot: QtBot, bar: TimeBar) -> None:
    sought: list[int] = []
    bar.sought.connect(sought.append)
    field = part(bar, NumberField, "field_step")
    field.selectAll()
    qtbot.keyClicks(field, "61")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (sought, field.value(), field.toolTip()) == ([], 8, "the step must lie between 0 and 60")


def test_that_a_number_being_typed_is_not_overrun_by_time(qtbot: QtBot, bar: TimeBar) -> None:
    field = part(bar, NumberField, "field_step")
    bar.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, "4")
    bar.show_step(9, 60)
    assert field.text() == "4"


def test_that_the_user_chooses_a_speed(qtbot: QtBot, bar: TimeBar) -> None:
    box = part(bar, Choice, "field_speed")
    assert [box.itemText(i) for i in (0, 1, 8)] == ["1 step/s", "2 steps/s", "1000 steps/s"]
    with qtbot.waitSignal(bar.speed_chosen) as signal:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert signal.args == [15.0, "step"]


@pytest.mark.parametrize(
    ("template", "texts"),
    [("第 {} 步，共 {} 步", ["第", "步，共 60 步"]), ("共 {1} 步，第 {0} 步", ["共 60 步，第", "步"])],
)
def test_that_another_language_may_order_the_words_otherwise(
    qtbot: QtBot, actions: dict[str, QAction], template: str, texts: list[str]
) -> None:
    words_of = {**CHINESE, "step {} of {}": template}
    bar = TimeBar(theme(chinese=True), actions, lambda text: words_of.get(text, text))
    qtbot.addWidget(bar)
    bar.show_step(8, 60)
    assert words(bar) == texts
    assert part(bar, Choice, "field_speed").currentText() == "8 步/秒"


def test_that_tab_goes_from_left_to_right(bar: TimeBar) -> None:
    names, widget = [], part(bar, QToolButton, "button_first")
    start: QWidget = widget
    following: QWidget = start
    while True:
        if following.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.append(following.objectName())
        following = following.nextInFocusChain()
        if following is start or following.window() is not bar:
            break
    wanted = [f"button_{key}" for key in KEYS[:5]] + ["scrub", "field_step", "field_speed", "button_loop"]
    assert [name for name in names if name in wanted] == wanted


def test_that_the_scrubber_gives_way_to_long_numbers(bar: TimeBar) -> None:
    field = part(bar, NumberField, "field_step")
    width = field.width()
    bar.show_step(1_000_000, 10_000_000)
    assert field.width() > width
    assert bar.minimumSizeHint().width() < 700


def test_that_epochs_are_told_and_can_be_played_by(qtbot: QtBot, bar: TimeBar) -> None:
    made = frame(replace(library.shipped("batches"), steps=250), 8, 1)
    bar.show_frame(made)
    box, epoch = part(bar, Choice, "field_speed"), part(bar, QLabel, "epoch_shown")
    assert (epoch.text(), epoch.isVisible()) == ("epoch 1.6 of 50.0", True)
    assert box.currentText() == "8 steps/s"
    with qtbot.waitSignal(bar.speed_chosen) as signal:
        box.activated.emit(box.findData("2 epoch"))
    assert signal.args == [2.0, "epoch"]
    bar.show_speed(2.0, "epoch")
    assert box.currentText() == "2 epochs/s"
    bar.show_frame(replace(made, chosen=0))
    assert epoch.text() == "epoch 8 of 250"
    bar.show_frame(frame(library.shipped("ravine"), 8))
    assert not epoch.isVisible()
    assert (box.currentText(), box.count()) == ("2 steps/s", 9)
