"""The fields of the exhaustive search: how many values of each parameter, and from where to where."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.ui.player import Player
from gdviz.ui.window import MainWindow


def enter(window: MainWindow, qtbot: QtBot, name: str, text: str) -> QLineEdit:
    """Type into a field as a person would."""
    field = window.findChild(QLineEdit, f"field_grid_search{name}")
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    return field


def shown(window: MainWindow) -> dict[str, str]:
    """The fields that can be seen, and what stands in them."""
    names = ("", *(f"_{end}_{number}" for number in (0, 1) for end in ("low", "high")))
    fields = {name: window.findChild(QLineEdit, f"field_grid_search{name}") for name in names}
    return {name: field.text() for name, field in fields.items() if field is not None and field.isVisible()}


def button(window: MainWindow, name: str) -> QToolButton:
    made = window.findChild(QToolButton, name)
    assert made is not None
    return made


def test_that_the_ranges_of_a_search_are_typed_undone_and_given_back(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    player.open(library.shipped("batches"))
    assert shown(window) == {}
    button(window, "button_more_start").click()
    assert shown(window) == {"": "0"}
    enter(window, qtbot, "", "11")
    customary = player.scenario.grid
    assert customary is not None
    assert len(shown(window)) == 5
    assert not button(window, "button_customary_box").isVisible()
    enter(window, qtbot, "_low_0", "-1")
    (_, high), other = customary.box
    assert player.scenario.grid_search_box == (-1.0, high, *other)
    assert player.scenario.grid.box == ((-1.0, high), other)  # type: ignore[union-attr]
    enter(window, qtbot, "_high_1", "9")
    player.undo()
    assert shown(window)["_high_1"] == f"{other[1]:g}"
    assert shown(window)["_low_0"] == "-1"
    button(window, "button_customary_box").click()
    assert player.scenario.grid == customary
    named = [window.findChild(QLineEdit, f"field_grid_search_low_{n}").accessibleName() for n in (0, 1)]
    assert named == ["Lowest w", "Lowest b"]


def test_that_a_range_from_high_to_low_is_refused_at_its_field(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    player.open(library.shipped("three-points"))
    button(window, "button_more_start").click()
    assert shown(window) == {"": "41", "_low_0": "0", "_high_0": "4"}
    before = player.scenario
    wrong = {"": ("-1", "201", "1.5"), "_low_0": ("nan", "7", "4"), "_high_0": ("inf", "0")}
    for name, texts in wrong.items():
        for text in texts:
            field = enter(window, qtbot, name, text)
            assert field.property("refused"), (name, text)
            told = [label.text() for label in window.desk.start.findChildren(QLabel) if label.isVisible()]
            assert field.accessibleDescription() in told
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert player.scenario is before
    assert shown(window) == {"": "41", "_low_0": "0", "_high_0": "4"}


def test_that_of_many_parameters_no_search_is_offered(window: MainWindow, player: Player) -> None:
    player.open(library.shipped("softmax"))
    button(window, "button_more_start").click()
    field = window.findChild(QWidget, "field_grid_search")
    assert field is not None
    assert not field.isEnabled()
    assert "too many" in field.toolTip()
