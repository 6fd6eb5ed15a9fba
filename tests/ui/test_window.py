"""The window as a whole: what the hand does, what is shown."""

from __future__ import annotations

import gc
import weakref
from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gdviz import scenario_file
from gdviz.ui.fields import NumberField
from gdviz.ui.player import Player
from gdviz.ui.settings import Settings
from gdviz.ui.window import MainWindow


def child(window: MainWindow, kind: type, name: str) -> QWidget:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def enter(qtbot: QtBot, field: QWidget, text: str) -> None:
    """Type into a field as a person would."""
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


PARTS = (
    "view_contour", "view_curve", "view_loss", "dock_problem", "dock_runs", "dock_start", "dock_inspector",
    "time_bar", "scrub", "field_step", "field_speed", "field_start_0", "field_start_1", "field_steps",
    "field_seed", "choice_objective", "button_add_run", "run_card_0", "run0_lr", "run0_lr_slider", "run_tabs",
)  # fmt: skip


def test_that_every_part_can_be_found_by_its_name(window: MainWindow) -> None:
    assert [name for name in PARTS if window.findChild(QWidget, name) is None] == []


def test_that_keys_drive_time_where_the_plots_have_focus(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    window.page.setFocus()
    for key, modifier, step in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 11),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 10),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 60),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, 50),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0),
    ):
        qtbot.keyClick(window.page, key, modifier)
        assert player.session.playhead == step
    qtbot.keyClick(window.page, Qt.Key.Key_Space)
    assert player.playing
    qtbot.keyClick(window.page, Qt.Key.Key_Space)
    assert not player.playing
    qtbot.keyClick(window.page, Qt.Key.Key_L)
    assert player.loop
    qtbot.keyClick(window.page, Qt.Key.Key_BracketRight)
    assert player.speed == 15.0


def test_that_fields_and_sliders_keep_their_own_keys(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    steps = child(window, QLineEdit, "field_steps")
    steps.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_L):
        qtbot.keyClick(steps, key)
    slider = child(window, QAbstractSlider, "run0_lr_slider")
    slider.setFocus()
    before = player.scenario.runs[0].optimizer.lr
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert player.session.playhead == 0
    assert not player.playing
    assert player.scenario.runs[0].optimizer.lr > before


def test_that_enter_in_a_field_gives_the_keys_back_to_the_plots(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    enter(qtbot, child(window, NumberField, "run0_lr"), "0.2")
    assert player.scenario.runs[0].optimizer.lr == 0.2
    assert window.page.hasFocus() or window.page.isAncestorOf(QApplication.focusWidget())


def test_that_every_number_field_refuses_nonsense_and_keeps_the_last_good_value(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    before = player.scenario
    for field in window.findChildren(NumberField):
        if not field.isVisible():
            continue
        for nonsense in ("fast", "nan", "1e999", "--1", ""):
            enter(qtbot, field, nonsense) if nonsense else None
        assert player.scenario == before, field.objectName()
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    enter(qtbot, child(window, NumberField, "field_steps"), "0")
    enter(qtbot, child(window, NumberField, "run1_momentum"), "1")
    assert player.scenario == before


def test_that_dragging_the_learning_rate_is_one_edit(window: MainWindow, player: Player) -> None:
    slider = child(window, QAbstractSlider, "run0_lr_slider")
    before = player.scenario
    for rate in (0.1, 0.2, 0.3):
        slider.value_dragged.emit(rate)  # type: ignore[attr-defined]
    slider.drag_ended.emit()  # type: ignore[attr-defined]
    assert player.scenario.runs[0].optimizer.lr == 0.3
    player.undo()
    assert player.scenario == before


def test_that_dragging_the_start_moves_every_path_and_the_play_head_stays(
    window: MainWindow, player: Player
) -> None:
    player.seek(8)
    for point in ((-1.0, -0.5), (0.5, 0.25)):
        window.page.start_moved.emit(0, point)
    window.page.start_dropped.emit()
    assert player.scenario.starts == ((0.5, 0.25),)
    assert player.session.playhead == 8
    assert child(window, QLineEdit, "field_start_0").text() == "0.5"  # type: ignore[attr-defined]
    player.undo()
    assert player.scenario.starts == ((-5.0, -2.0),)


def test_that_another_objective_shows_the_view_that_fits(window: MainWindow, player: Player) -> None:
    choice = child(window, QComboBox, "choice_objective")
    for kind, view in (("parabola", window.page.curve), ("himmelblau", window.page.contour)):
        choice.chosen.emit(kind)  # type: ignore[attr-defined]
        assert player.scenario.objective.kind == kind
        assert window.page.landscape.currentWidget() is view


def test_that_runs_are_added_duplicated_hidden_and_removed(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    qtbot.mouseClick(child(window, QToolButton, "button_add_run"), Qt.MouseButton.LeftButton)
    enter(qtbot, child(window, QLineEdit, "picker_search"), "newton")
    assert [entry.optimizer.kind for entry in player.scenario.runs][-1] == "newton"
    assert player.session.chosen == 3
    assert player.scenario.runs[3].slot == 3
    qtbot.mouseClick(child(window, QAbstractButton, "button_eye_0"), Qt.MouseButton.LeftButton)
    assert player.scenario.runs[0].hidden
    window.desk.runs._duplicate(1)
    assert player.scenario.runs[4].optimizer == player.scenario.runs[1].optimizer
    assert player.scenario.runs[4].slot == 4
    for _ in range(9):
        window.desk.runs._remove(0)
    assert len(player.scenario.runs) == 1


def test_that_a_click_on_a_card_chooses_its_run(window: MainWindow, player: Player, qtbot: QtBot) -> None:
    qtbot.mouseClick(child(window, QWidget, "run_card_2"), Qt.MouseButton.LeftButton, pos=QPoint(100, 12))
    assert player.session.chosen == 2


def test_that_theme_language_and_text_size_change_while_running(
    window: MainWindow, player: Player, settings: Settings
) -> None:
    player.seek(8)
    dock = weakref.ref(window.desk.docks["runs"])
    page = weakref.ref(window.page)
    window._look.switch_theme()
    window._look.switch_language()
    settings.text_size = 150
    window.rebuild()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert dock() is None
    assert page() is None
    assert player.session.playhead == 8
    assert settings.theme == "dark"
    assert settings.language == "zh_CN"
    assert len(window.findChildren(QDockWidget)) == 5
    window._look.switch_language()


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
def test_that_every_part_keeps_its_place_when_theme_and_text_size_change(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    def places() -> dict[str, QRect]:
        docks = {name: dock.geometry() for name, dock in window.desk.docks.items() if dock.isVisible()}
        return {**docks, "page": window.page.geometry()}

    def settled() -> dict[str, QRect]:
        same = 0
        while same < 20:  # docks follow their contents, and these follow the docks
            old = places()
            QApplication.processEvents()
            same = same + 1 if places() == old else 0
        return places()

    window.resize(*size)
    before = settled()
    for times in (1, 2):
        for _ in range(times):
            window._look.switch_theme()
        qtbot.waitUntil(lambda: places() == before)


def test_that_docks_are_as_wide_as_their_text_needs(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    for percent, width in ((125, 330), (100, 264), (150, 396), (100, 264)):
        settings.text_size = percent
        window.rebuild()
        qtbot.waitUntil(lambda width=width: window.desk.docks["runs"].width() == width)
    window.resize(900, 600)
    settings.text_size = 150
    window.rebuild()
    qtbot.waitUntil(lambda: window.desk.docks["runs"].width() != 264)  # there is no room for more
    settings.text_size = 100
    window.rebuild()
    qtbot.waitUntil(lambda: window.desk.docks["runs"].width() == 232)


def test_that_no_shortcut_is_doubled(window: MainWindow) -> None:
    keys = Counter(
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for _, action in window.commands.items()
        for key in action.shortcuts()
    )
    assert not [key for key, times in keys.items() if times > 1]


def test_that_every_control_has_an_accessible_name(window: MainWindow) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSlider)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} in {widget.parent().objectName()}"
        for kind in kinds
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not widget.objectName().startswith("qt_")
    ]
    assert not nameless


def test_that_the_layout_is_remembered(window: MainWindow, settings: Settings) -> None:
    window.desk.docks["inspector"].hide()
    window.close()
    assert not settings.layout.isEmpty()
    assert scenario_file.loads(settings.last_scenario) == window._player.scenario


def test_that_f9_hides_the_panels(window: MainWindow, qtbot: QtBot) -> None:
    before = [dock for dock in window.desk.docks.values() if dock.isVisible()]
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not any(dock.isVisible() for dock in window.desk.docks.values())
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert [dock for dock in window.desk.docks.values() if dock.isVisible()] == before != []


def test_that_help_lists_every_key(window: MainWindow) -> None:
    window.commands["keys"].trigger()
    text = child(window, QWidget, "help_text").toPlainText()  # type: ignore[attr-defined]
    for _, action in window.commands.items():
        if not action.shortcut().isEmpty():
            assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in text
    child(window, QWidget, "help").close()


def test_that_the_map_has_the_arrows_of_the_chosen_runs_terms(window: MainWindow, player: Player) -> None:
    player.choose(1)
    player.seek(8)
    why = player.session.frame().explanation
    arrows = window.page.contour._runs.arrows
    assert [role for role, _, _ in arrows] == ["memory", "gradient", "step"]
    assert sum(dx for _, dx, _ in arrows[:2]) == pytest.approx(why.change[0])
