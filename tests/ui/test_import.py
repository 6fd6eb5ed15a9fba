"""Samples from a file: the dialog, the ways to it, and what it makes of the document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QPushButton
from test_chinese import cut, english, everything_said, notation

from gdviz.engine.datasets.csv import Csv
from gdviz.engine.learning.problem import DataProblem
from gdviz.ui.columns import Columns
from gdviz.ui.docks.problem import FILE
from gdviz.ui.fields import Choice, Switch
from gdviz.ui.import_dialog import ImportDialog
from gdviz.ui.language import install, tr
from gdviz.ui.player import Player
from gdviz.ui.theme import theme
from gdviz.ui.window import MainWindow

NUMBERS = "x,z,y\n1,10,2\n2,20,4\n3,15,6\n4,5,8\n"
PUMP = "Druck;Menge;Ort;Güte\n1,5;10;Nord;gut\n2,5;11;Süd;schlecht\n3,1;;Nord;gut\n4,0;14;Ost;gut\n"
CHINESE = "身高,体重,类别\n170,60,甲\n165,50,乙\n180,80,丙\n"
Ask = Callable[..., ImportDialog]


@pytest.fixture
def ask(window: MainWindow, tmp_path: Path) -> Ask:
    """Writes a table and opens the dialog on it."""

    def asked(content: str, encoding: str = "utf-8", name: str = "pump.csv") -> ImportDialog:
        path = tmp_path / name
        path.write_bytes(content.encode(encoding))
        window.document.open_path(path)
        return dialog_of(window)

    return asked


def dialog_of(window: MainWindow) -> ImportDialog:
    (found,) = (dialog for dialog in window.findChildren(ImportDialog) if dialog.isVisible())
    return found


def choose(dialog: ImportDialog, name: str, key: str) -> None:
    """Take an item of a list as the user's hand does."""
    choice = dialog.findChild(Choice, f"import_{name}")
    assert choice is not None
    choice.take(key)


def press(dialog: ImportDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def shown(player: Player) -> DataProblem:
    problem = player.scenario.objective
    assert isinstance(problem, DataProblem)
    return problem


def test_that_importing_is_one_edit_that_can_be_undone(ask: Ask, player: Player) -> None:
    before = player.scenario
    press(ask(NUMBERS), "button_import")
    problem = shown(player)
    assert isinstance(problem.data, Csv)
    assert (problem.data.features, problem.data.target, problem.model.kind) == ("x|z", "y", "linear")
    assert player.scenario.runs == before.runs
    assert player.scenario.title == "pump"
    player.undo()
    assert player.scenario == before


@pytest.mark.parametrize(
    ("content", "model", "task"),
    [(NUMBERS, "linear", "regression"), (PUMP, "logistic", "classes"), (CHINESE, "softmax", "classes")],
)
def test_that_the_first_model_fits_the_target(
    ask: Ask, player: Player, content: str, model: str, task: str
) -> None:
    press(ask(content), "button_import")
    assert (shown(player).model.kind, shown(player).table.task) == (model, task)


def test_that_it_says_what_was_assumed_and_texts_are_no_features(ask: Ask) -> None:
    dialog = ask(PUMP)
    for words in ("parted by semicolon", "decimal comma", "0 = gut, 1 = schlecht", "left out: 4"):
        assert words in dialog.assumed
    columns = dialog.findChild(Columns)
    assert columns is not None
    assert (columns.joined("feature"), columns.joined("target")) == ("Druck|Menge", "Güte")
    assert [columns.item(3, j).text() for j in range(4)] == ["3,1", "", "Nord", "gut"]


def test_that_columns_model_and_standardising_can_be_chosen(ask: Ask, player: Player) -> None:
    dialog = ask(NUMBERS)
    for name, key in (("column_0", "target"), ("column_2", "unused"), ("model", "network")):
        choose(dialog, name, key)
    switch = dialog.findChild(Switch, "import_standardise")
    assert switch is not None
    assert not switch.isChecked()
    switch.click()
    press(dialog, "button_import")
    data, model = shown(player).data, shown(player).model
    assert (data.features, data.target, data.standardise, model.kind) == ("z", "x", True, "network")


def test_that_chinese_in_gb18030_is_read_and_another_encoding_can_be_said(ask: Ask, player: Player) -> None:
    dialog = ask(CHINESE, "gb18030")
    assert "GB18030" in dialog.assumed
    choose(dialog, "encoding", "utf-8")
    assert "is not text in UTF-8" in dialog.refusal
    choose(dialog, "encoding", "gb18030")
    press(dialog, "button_import")
    assert shown(player).table.feature_names == ("身高", "体重")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("x,y\n1,2\n2,three\n3,4\n4,5\n", "row 3, column 'y': 'three' is not a finite number"),
        ("x,y\n1,2\n2,3,9\n", "row 3 has 3 cells"),
        ("x,y\n", "no rows below the header"),
        ("x\n1\n2\n", "choose a column as feature"),
        ("", "is empty"),
    ],
)
def test_that_a_bad_file_is_refused_with_row_and_column(
    ask: Ask, player: Player, content: str, words: str
) -> None:
    before = player.scenario
    dialog = ask(content)
    assert words in dialog.refusal
    button = dialog.findChild(QPushButton, "button_import")
    assert button is not None
    assert not button.isEnabled()
    press(dialog, "button_import")
    assert player.scenario is before


def test_that_without_feature_or_target_nothing_is_imported(ask: Ask) -> None:
    dialog = ask(NUMBERS)
    choose(dialog, "column_2", "unused")
    assert dialog.refusal == "choose a column as target"
    choose(dialog, "column_2", "target")
    assert not dialog.refusal


@pytest.mark.parametrize("rebuilt", [False, True], ids=["at-once", "in-another-theme"])
def test_that_a_table_can_be_dropped_on_the_window(
    window: MainWindow, player: Player, tmp_path: Path, rebuilt: bool
) -> None:
    if rebuilt:
        window._look.switch_theme()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    path, mime = tmp_path / "dropped.CSV", QMimeData()
    path.write_text(NUMBERS)
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                                Qt.KeyboardModifier.NoModifier))
    press(dialog_of(window), "button_import")
    assert shown(player).data.path == str(path)


def test_that_the_menu_and_the_list_of_problems_ask_for_a_file(
    window: MainWindow, player: Player
) -> None:
    choice = window.findChild(Choice, "choice_objective")
    assert choice is not None
    for ask_for in (window.commands["import_data"].trigger,
                    lambda: choice.take(FILE)):
        ask_for()
        (dialog,) = (found for found in window.findChildren(QFileDialog) if found.isVisible())
        dialog.reject()
        assert choice.choice() == "ravine"


def test_that_the_columns_of_what_is_shown_can_be_chosen_anew(
    ask: Ask, window: MainWindow, player: Player
) -> None:
    press(ask(NUMBERS), "button_import")
    window.document.write(str(Path(shown(player).data.path).with_name("mine.toml")))
    title = player.scenario.title
    button = window.findChild(QPushButton, "button_columns")
    assert button is not None
    assert button.isVisible()
    button.click()
    dialog = dialog_of(window)
    choose(dialog, "column_1", "unused")
    press(dialog, "button_import")
    assert shown(player).data.features == "x"
    assert player.scenario.title == title
    assert shown(player).dimension == 2


def test_that_cancel_changes_nothing(ask: Ask, player: Player) -> None:
    before = player.scenario
    buttons = ask(NUMBERS).findChild(QDialogButtonBox)
    assert buttons is not None
    buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert player.scenario is before


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_nothing_is_cut_in_the_dialog_and_nothing_stays_english(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("水泵.csv")
    path.write_text(PUMP.replace("Druck;Menge;Ort;Güte", "压力;流量;地点;质量").replace("gut", "好")
                    .replace("schlecht", "差").replace("Nord", "北").replace("Süd", "南"), encoding="gb18030")
    install(qapp, language)
    dialog = ImportDialog(theme(False, 1.0, language == "zh_CN"), tr, Csv(path=str(path)), None, None)
    dialog.show()
    qapp.processEvents()
    found = cut(dialog), language == "zh_CN" and english(everything_said(dialog), notation())
    dialog.close()
    install(qapp, "en")
    assert not any(found), found


def test_that_one_feature_is_counted_as_one(ask: Ask) -> None:
    dialog = ask("a,b\n1,2\n2,4\n3,5\n")
    assert dialog._count.text() == "3 samples, 1 feature"
