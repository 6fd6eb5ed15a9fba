"""Lists to choose from: found by typing in both languages, driven by keys alone, made when opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from test_chinese import cut, english, everything_said, notation

from gdviz.engine.optimizer import Optimizer
from gdviz.ui import offers
from gdviz.ui.catalogue_choice import CatalogueChoice
from gdviz.ui.docks import problem_offer
from gdviz.ui.docks.problem_offer import ProblemOffer
from gdviz.ui.import_dialog import ImportDialog
from gdviz.ui.language import install, plain, tr
from gdviz.ui.look import Look
from gdviz.ui.offers import FamilyOffer, Offer
from gdviz.ui.picker import KEY, Picker
from gdviz.ui.player import Player
from gdviz.ui.settings import Settings
from gdviz.ui.theme import LIGHT
from gdviz.ui.window import MainWindow

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
METHODS, PROBLEMS = FamilyOffer(Optimizer, plain), ProblemOffer(plain)


def opened(window: MainWindow) -> Picker:
    """The list that is open."""
    (found,) = (one for one in window.findChildren(Picker) if one.isVisible())
    return found


def gone(window: MainWindow) -> bool:
    for _ in range(2):  # what it was opened from, then the list itself
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return not window.findChildren(Picker)


def shown(picker: Picker) -> list[str]:
    return [item.data(KEY) for item in picker._items()]


def pointed(picker: Picker) -> str:
    found = picker.findChild(QListWidget, "picker_list")
    assert found is not None
    return str(found.currentItem().data(KEY))


@pytest.mark.parametrize(("offer", "text", "best", "others"), [
    (METHODS, "adam", "adam", {"adamw", "nadam", "yogi"}),
    (METHODS, "Newton", "newton", {"bfgs", "line-search"}),
    (METHODS, "lbfgs", "lbfgs", set()),
    (METHODS, "friction", "momentum", set()),
    (METHODS, "quasi newton", "bfgs", {"lbfgs", "conjugate-gradient", "line-search"}),
    (METHODS, "动量", "momentum", {"lion", "nesterov", "qhm", "adam"}),
    (METHODS, "拟牛顿 的逆", "bfgs", set()),
    (PROBLEMS, "holder", "holder-table", set()),
    (PROBLEMS, "ＳＡＤＤＬＥ", "saddle", {"bounded-saddle", "monkey-saddle", "dixon-price"}),
    (PROBLEMS, "峡谷", "ravine", {"rosenbrock", "booth"}),
    (PROBLEMS, "moons", "data:moons", set()),
    (PROBLEMS, "csv", "file:", set()),
])  # fmt: skip
def test_that_typing_finds_names_sentences_and_headings_in_both_languages(
    qtbot: QtBot, offer: Offer, text: str, best: str, others: set[str]
) -> None:
    picker = Picker(LIGHT, plain, "Anything", offer.groups())
    qtbot.addWidget(picker)
    picker._search.setText(text)
    assert pointed(picker) == best
    assert {best} | others <= set(shown(picker))
    assert len(shown(picker)) < 18
    picker._search.setText(text + " zzz")
    assert shown(picker) == []
    assert picker._about.text() == "nothing found"


def test_that_keys_alone_add_an_optimizer_and_tell_what_is_pointed_at(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    button = window.findChild(QToolButton, "button_add_run")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    picker, search = opened(window), QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    assert search.accessibleName() == "Add optimizer"
    keys = [entry.key for group in METHODS.groups() for entry in group.entries]
    assert shown(picker) == keys
    for key, at in ((Qt.Key.Key_Up, 0), (Qt.Key.Key_Down, 1), (Qt.Key.Key_PageDown, 11), (Qt.Key.Key_Up, 10)):
        qtbot.keyClick(search, key)
        assert pointed(picker) == keys[at]
        made = Optimizer.named(keys[at])
        assert picker.findChild(QLabel, "picker_about").text() == made.about
        assert search.accessibleDescription() == f"{made.label}: {made.about}"
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert gone(window)
    assert player.scenario.runs[-1].optimizer.kind == keys[10]
    assert QApplication.focusWidget() is button
    before = player.scenario
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
        qtbot.keyClick(window, Qt.Key.Key_A, CONTROL_SHIFT)
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert gone(window)
        assert QApplication.focusWidget() is button
    assert player.scenario is before


def test_that_a_closed_box_steps_and_opens_by_keys(window: MainWindow, player: Player, qtbot: QtBot) -> None:
    choice = window.findChild(CatalogueChoice, "choice_objective")
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert player.scenario.objective.kind == "rosenbrock"
    choice.take("formula")
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert player.scenario.objective.kind == "absolute"  # not the table, which would ask for a file
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert player.scenario.objective.kind == "formula"
    qtbot.keyClicks(choice, "h")
    picker = opened(window)
    assert picker._search.text() == "h"
    qtbot.keyClicks(QApplication.focusWidget(), "imm")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Enter)
    assert player.scenario.objective.kind == "himmelblau"
    assert choice.currentText() == "Himmelblau"
    assert QApplication.focusWidget() is choice


def test_that_no_list_is_made_before_it_is_opened(
    qapp: QApplication, player: Player, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gdviz.ui.app import close

    def early(*given: object) -> None:
        raise AssertionError(given)

    for module in (offers, problem_offer):
        monkeypatch.setattr(module, "groups_of", early)
    window = MainWindow(player, settings, Look(qapp, settings))
    window.show()
    qapp.processEvents()
    player.edit(player.scenario.with_objective(player.scenario.objective.named("peaks")()))
    close(window, player)


def test_that_another_method_takes_the_place_of_a_cards_own(window: MainWindow, player: Player) -> None:
    window.desk.runs._cards[1]._ask()
    picker = opened(window)
    assert pointed(picker) == "momentum"
    picker.chosen.emit("nesterov")
    kinds = [entry.optimizer.kind for entry in player.scenario.runs]
    assert kinds == ["gradient-descent", "nesterov", "adam"]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gone(window)  # with the card that it was opened from


def test_that_a_click_beside_it_another_size_or_another_focus_ends_it(
    window: MainWindow, player: Player, qtbot: QtBot
) -> None:
    before = player.scenario
    endings = (
        lambda: qtbot.mouseClick(opened(window), Qt.MouseButton.LeftButton, pos=QPoint(900, 400)),
        lambda: window.resize(1200, 700),
        lambda: window.findChild(QWidget, "field_steps").setFocus(),
    )
    for end in endings:
        window.desk.runs.ask()
        end()
        assert gone(window)
    assert player.scenario is before
    assert QApplication.focusWidget().objectName() == "field_steps"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_lists_fit_the_smallest_window_and_say_nothing_in_another_language(
    window: MainWindow, settings: Settings, qapp: QApplication, language: str
) -> None:
    settings.language = language
    settings.text_size = 125
    window.rebuild()
    window.resize(760, 520)
    qapp.processEvents()
    runs = window.desk.runs
    choice = window.findChild(CatalogueChoice, "choice_objective")
    for ask in (choice.showPopup, runs.ask, runs._cards[2]._ask):
        ask()
        picker = opened(window)
        qapp.processEvents()
        assert picker.rect().contains(picker._panel.geometry())
        assert picker._panel.height() > 300
        assert not cut(picker)
        for item in picker._items():
            picker._point_at(item)
            assert picker._about.heightForWidth(picker._about.width()) <= picker._about.height()
        assert language == "en" or not english(everything_said(picker), notation())
        picker._dismiss()
        assert gone(window)
    install(qapp, "en")


def test_that_a_list_of_a_floating_or_closed_panel_opens_over_the_window(window: MainWindow) -> None:
    dock = window.desk.docks["runs"]
    dock.setFloating(True)
    window.commands["add_run"].trigger()
    assert opened(window).parentWidget() is window
    opened(window)._dismiss()
    dock.setFloating(False)
    dock.hide()
    window.commands["add_run"].trigger()
    middle = opened(window)._panel.geometry().center().x()
    assert abs(middle - window.width() / 2) < 2
    opened(window)._dismiss()


def test_that_a_family_without_headings_has_none(qtbot: QtBot) -> None:
    from gdviz.engine.schedule import Schedule

    (group,) = FamilyOffer(Schedule, tr).groups()
    assert group.heading == ""
    assert len(group.entries) == len(Schedule.catalogue)


def test_that_the_mouse_points_and_chooses(window: MainWindow, player: Player, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.findChild(CatalogueChoice, "choice_objective"), Qt.MouseButton.LeftButton)
    picker = opened(window)
    found = picker.findChild(QListWidget, "picker_list")
    item = next(item for item in picker._items() if item.data(KEY) == "sphere")
    picker._mouse = QPoint(-1, -1)  # as if it had come from elsewhere
    found.itemEntered.emit(item)
    assert pointed(picker) == "sphere"
    heading = found.item(0)
    for at, kind in ((heading, "ravine"), (item, "sphere")):
        found.scrollToItem(at)
        place = found.visualItemRect(at).center()
        qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert player.scenario.objective.kind == kind
    assert gone(window)


def test_that_a_list_goes_with_the_dialog_or_window_it_was_opened_from(
    window: MainWindow, player: Player, tmp_path: Path, qapp: QApplication
) -> None:
    path = tmp_path / "table.csv"
    path.write_text("x,y\n1,2\n2,4\n3,6\n", encoding="utf-8")
    window.document.open_path(path)
    (dialog,) = window.findChildren(ImportDialog)
    choice = dialog.findChild(CatalogueChoice, "import_model")
    choice.showPopup()
    (picker,) = dialog.findChildren(Picker)
    assert shown(picker) == ["linear", "network", "polynomial", "proportional"]
    picker._before = choice  # as in an active window
    dialog.close()
    qapp.processEvents()
    assert gone(window)
    window.desk.runs._cards[0]._ask()
    window.rebuild()
    qapp.processEvents()
    assert gone(window)
    with_list = window.findChild(CatalogueChoice, "choice_objective")
    with_list.setFocus()
    with_list.showPopup()
    before, picker = player.scenario, opened(window)
    window.rebuild()
    picker._dismiss()
    assert gone(window)
    assert player.scenario is before
