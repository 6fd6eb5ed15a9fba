"""Fields, choices and switches tell of the user's hand and keep the last good value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gdviz.ui.fields import Choice, NumberField, Switch
from gdviz.ui.style import style_sheet
from gdviz.ui.theme import LIGHT

Key = Qt.Key


@pytest.fixture
def make_field(qtbot: QtBot) -> Callable[..., tuple[NumberField, list[Any]]]:
    def make(**options: bool) -> tuple[NumberField, list[Any]]:
        field = NumberField(LIGHT, "field_lr", "learning rate", **options)  # type: ignore[arg-type]
        qtbot.addWidget(field)
        field.show()
        field.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        edited: list[Any] = []
        field.value_edited.connect(edited.append)
        return field, edited

    return make


def type_in(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.selectAll()
    for letter in text:
        qtbot.keyClicks(field, letter)
    qtbot.keyClick(field, Key.Key_Return)


def test_that_showing_a_value_is_never_an_edit(make_field: Any) -> None:
    field, edited = make_field()
    field.show_value(0.43)
    field.editingFinished.emit()
    assert (field.text(), edited) == ("0.43", [])


def test_that_typing_and_return_is_one_edit(qtbot: QtBot, make_field: Any) -> None:
    field, edited = make_field()
    field.show_value(0.43)
    type_in(qtbot, field, "1·10^-3")
    field.clearFocus()
    assert edited == [0.001]
    assert (field.text(), field.value()) == ("0.001", 0.001)


def test_that_the_same_number_written_otherwise_is_no_edit(qtbot: QtBot, make_field: Any) -> None:
    field, edited = make_field()
    field.show_value(0.43)
    type_in(qtbot, field, "0,43")
    assert (edited, field.text()) == ([], "0.43")


def test_that_words_are_refused_and_the_last_good_value_stays(qtbot: QtBot, make_field: Any) -> None:
    field, edited = make_field()
    sentences: list[str] = []
    field.refused.connect(sentences.append)
    field.setToolTip("step length")
    field.show_value(0.43)
    type_in(qtbot, field, "abc")
    assert (edited, field.value(), field.text()) == ([], 0.43, "abc")
    assert sentences == ["“abc” is not a number"]
    assert field.property("refused") is True
    assert field.toolTip() == field.accessibleDescription() == sentences[0]
    qtbot.keyClick(field, Key.Key_Escape)
    assert (field.text(), field.property("refused"), field.toolTip()) == ("0.43", False, "step length")
    assert sentences[1:] == [""]


def test_that_the_owner_can_refuse_a_number(qtbot: QtBot, make_field: Any) -> None:
    field, edited = make_field()
    field.show_value(0.43)
    field.value_edited.connect(lambda value: field.refuse("lr must be in (0, ∞)"))
    type_in(qtbot, field, "-3")
    field.clearFocus()
    assert (edited, field.value(), field.property("refused")) == ([-3.0], 0.43, True)
    field.show_value(0.43)
    assert (field.text(), field.property("refused")) == ("0.43", False)


def test_that_the_owner_may_answer_with_another_value(qtbot: QtBot, make_field: Any) -> None:
    field, _ = make_field()
    field.show_value(5)
    field.value_edited.connect(lambda value: field.show_value(60))
    type_in(qtbot, field, "100")
    assert (field.value(), field.text()) == (60, "60")


def test_that_a_text_being_typed_survives_a_refresh(qtbot: QtBot, make_field: Any) -> None:
    field, _ = make_field()
    field.show_value(0.43)
    field.selectAll()
    qtbot.keyClicks(field, "0.")
    field.show_value(0.43)
    assert field.text() == "0."
    field.show_value(0.5)
    assert field.text() == "0.5"


def test_that_integers_stay_integers(qtbot: QtBot, make_field: Any) -> None:
    field, edited = make_field(integer=True)
    field.show_value(60)
    type_in(qtbot, field, "2.5")
    assert (edited, field.accessibleDescription()) == ([], "2.5 is not a whole number")
    type_in(qtbot, field, "12345678901234567891")
    type_in(qtbot, field, "1e3")
    assert edited == [12345678901234567891, 1000]
    assert all(type(value) is int for value in edited)


@pytest.mark.parametrize(
    ("options", "start", "key", "times", "texts"),
    [
        ({"integer": True}, 1, Key.Key_Down, 2, ["0", "-1"]),
        ({}, 0.48, Key.Key_Up, 3, ["0.49", "0.50", "0.51"]),
        ({}, 1.0, Key.Key_Down, 2, ["0", "-1"]),
        ({"log": True}, 0.02, Key.Key_Down, 3, ["0.01", "0.009", "0.008"]),
        ({"log": True}, 1e-7, Key.Key_Up, 2, ["2e-07", "3e-07"]),
    ],
)
def test_that_the_arrow_keys_step_by_the_last_digit(
    qtbot: QtBot, make_field: Any, options: Any, start: float, key: Key, times: int, texts: list[str]
) -> None:
    field, edited = make_field(**options)
    field.show_value(start)
    seen = []
    for _ in range(times):
        qtbot.keyClick(field, key)
        seen.append(field.text())
    assert seen == texts
    assert edited == [float(text) for text in texts]


def test_that_refusals_are_said_in_the_language_of_the_window(qtbot: QtBot) -> None:
    field = NumberField(LIGHT, "field", "x", tr={"“{}” is not a number": "“{}”不是数字"}.get)  # type: ignore[arg-type]
    qtbot.addWidget(field)
    field.show()
    type_in(qtbot, field, "a")
    assert field.toolTip() == "“a”不是数字"


ITEMS = [
    (None, "Convex", ""),
    ("bowl", "Bowl", "round"),
    ("ravine", "A ravine with a very long name that a narrow panel would cut", ""),
    (None, "Not convex", ""),
    ("rosenbrock", "Rosenbrock", ""),
]


@pytest.fixture
def choice(qtbot: QtBot) -> Choice:
    choice = Choice(LIGHT, "field_objective", "objective", ITEMS)
    qtbot.addWidget(choice)
    choice.resize(90, 28)
    choice.show()
    choice.setFocus()
    return choice


def test_that_only_the_users_hand_chooses(qtbot: QtBot, choice: Choice) -> None:
    chosen: list[str] = []
    choice.chosen.connect(chosen.append)
    choice.show_choice("bowl")
    assert (choice.choice(), choice.toolTip(), chosen) == ("bowl", "round", [])
    qtbot.keyClick(choice, Key.Key_Down)
    qtbot.keyClick(choice, Key.Key_Down)
    assert chosen == ["ravine", "rosenbrock"]  # the heading between them cannot be chosen
    choice.set_items(ITEMS)
    assert (choice.choice(), chosen) == ("rosenbrock", ["ravine", "rosenbrock"])
    choice.set_items(ITEMS[1:3])
    assert (choice.choice(), chosen) == ("", ["ravine", "rosenbrock"])


def test_that_typing_the_first_letters_chooses(qtbot: QtBot, choice: Choice) -> None:
    choice.show_choice("bowl")
    with qtbot.waitSignal(choice.chosen) as signal:
        qtbot.keyClicks(choice, "ro")
    assert signal.args == ["rosenbrock"]


def test_that_the_open_list_cuts_no_name(choice: Choice) -> None:
    choice.setStyleSheet(style_sheet(LIGHT))
    choice.showPopup()
    longest = choice.fontMetrics().horizontalAdvance(ITEMS[2][1])
    assert choice.width() < longest < choice.view().viewport().width()
    choice.hidePopup()


def test_that_an_unknown_key_shows_nothing(choice: Choice) -> None:
    choice.show_choice("no such thing")
    assert (choice.choice(), choice.currentIndex()) == ("", -1)


def test_that_a_wheel_passing_by_chooses_nothing(choice: Choice) -> None:
    choice.show_choice("bowl")
    choice.clearFocus()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(choice, wheel)
    assert (choice.choice(), wheel.isAccepted()) == ("bowl", False)


def test_that_a_switch_tells_only_of_clicks_and_keys(qtbot: QtBot) -> None:
    switch = Switch(LIGHT, "switch_shuffle", "shuffle")
    qtbot.addWidget(switch)
    switched: list[bool] = []
    switch.switched.connect(switched.append)
    switch.show_value(True)
    assert switched == []
    qtbot.keyClick(switch, Key.Key_Space)
    assert (switched, switch.isChecked(), switch.accessibleName()) == ([False], False, "shuffle")
