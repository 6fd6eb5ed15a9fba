"""The table of results: its numbers, its order, and its ways out."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyleOptionHeader,
    QTableView,
    QWidget,
)

from gdviz import library
from gdviz.ui.formula_header import PADDING
from gdviz.ui.player import Player
from gdviz.ui.results_dialog import ResultsDialog
from gdviz.ui.window import MainWindow

LOSS, STEPS, REACHED, DISTANCE, GRADIENTS = 5, 3, 4, 7, 9


@pytest.fixture
def dialog(window: MainWindow, player: Player) -> Iterator[ResultsDialog]:
    player.edit(replace(player.scenario, starts=((-5.0, -2.0), (1.0, 1.0))))
    player.finish()
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(ResultsDialog)
    assert isinstance(found, ResultsDialog)
    yield found
    if shiboken6.isValid(found):
        found.close()


def table(dialog: ResultsDialog) -> QTableView:
    found = dialog.findChild(QTableView, "results_table")
    assert isinstance(found, QTableView)
    return found


def column(dialog: ResultsDialog, number: int) -> list[str]:
    model = table(dialog).model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_that_every_start_of_every_run_has_its_numbers(dialog: ResultsDialog, player: Player) -> None:
    rows = dialog._model.text(range(6), "\t").splitlines()[1:]
    runs, minimum = player.session.runs, np.array(player.scenario.objective.minima[0])
    for i, line in enumerate(rows):
        cells, record = line.split("\t"), runs[i // 2].trajectory
        assert float(cells[LOSS]) == record.loss[60][i % 2]
        assert float(cells[DISTANCE]) == pytest.approx(np.linalg.norm(record.x[60][i % 2] - minimum))
        assert int(cells[STEPS]) == 60
        assert int(cells[GRADIENTS]) == 60


def test_that_the_head_of_the_slopes_is_set_as_mathematics(dialog: ResultsDialog) -> None:
    header, heads = table(dialog).horizontalHeader(), dialog._model.heads
    place = heads.index("‖∇f‖")
    assert [i for i in range(len(heads)) if header._latex(i)] == [place]
    option = QStyleOptionHeader()
    header.initStyleOptionForIndex(option, place)
    assert option.text == ""
    section = QRect(header.sectionPosition(place), 0, header.sectionSize(place), header.height())
    image = header.grab(section).toImage()
    muted = QColor(dialog._theme.muted).lightness() + 60
    ink = [x for x in range(image.width()) for y in range(6, image.height() - 6)
           if image.pixelColor(x, y).lightness() < muted]
    assert image.width() - 2 * PADDING < max(ink) < image.width() - PADDING + 2
    assert max(ink) - min(ink) > 20
    assert dialog._model.text([0], "\t").split("\t")[place] == "‖∇f‖"


def test_that_the_mark_of_the_loss_can_be_edited(dialog: ResultsDialog, player: Player) -> None:
    field = dialog.findChild(QLineEdit, "field_results_loss")
    assert field is not None
    for text, mark in (("0.1", 0.1), ("5", 5.0), ("-1", -1.0)):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        losses = [run.trajectory.loss.rows(0, 61)[:, row] for run in player.session.runs for row in (0, 1)]
        expected = [str(int(np.argmax(loss <= mark))) if (loss <= mark).any() else "–" for loss in losses]
        assert column(dialog, REACHED) == expected
    assert dialog.isVisible()


def test_that_a_click_on_a_head_sorts_by_number_and_rows_without_one_come_last(
    dialog: ResultsDialog,
) -> None:
    shown = table(dialog)
    shown.sortByColumn(LOSS, Qt.SortOrder.AscendingOrder)
    losses = [float(line.split("\t")[LOSS]) for line in
              dialog._model.text(dialog._rows(), "\t").splitlines()[1:]]  # fmt: skip
    assert losses == sorted(losses)
    shown.sortByColumn(REACHED, Qt.SortOrder.AscendingOrder)
    reached = column(dialog, REACHED)
    assert reached == sorted(reached, key=lambda text: float("inf") if text == "–" else int(text))


def test_that_the_selection_or_all_is_copied_with_tabs(dialog: ResultsDialog) -> None:
    dialog.copy()
    assert len(QApplication.clipboard().text().splitlines()) == 7
    table(dialog).selectRow(2)
    QTest.keyClick(table(dialog), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 2
    assert lines[1].split("\t")[0] == column(dialog, 0)[2]


def test_that_it_is_saved_as_csv_and_a_refusal_is_said(dialog: ResultsDialog, tmp_path: Path) -> None:
    dialog.write(str(tmp_path / "results.csv"))
    with (tmp_path / "results.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert len(rows) == 7
    assert {len(row) for row in rows} == {11}
    dialog.write(str(tmp_path / "none" / "results.csv"))
    assert dialog._words.text() == "No such file or directory"


def test_that_it_follows_the_runs_and_ends_cleanly(dialog: ResultsDialog, player: Player) -> None:
    player.edit(replace(player.scenario, runs=player.scenario.runs[:1], steps=20))
    player.finish()
    assert column(dialog, STEPS) == ["20", "20"]
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    player.seek(3)


def test_that_a_run_that_diverged_has_its_row(dialog: ResultsDialog, player: Player) -> None:
    entry = player.scenario.runs[0]
    steep = replace(entry, optimizer=replace(entry.optimizer, lr=100.0))
    player.edit(replace(player.scenario, runs=(steep,), steps=400))
    player.finish()
    assert all("diverged" in text for text in column(dialog, 2))


def test_that_nothing_in_it_is_nameless_or_cut(dialog: ResultsDialog) -> None:
    for widget in (table(dialog), dialog.findChild(QLineEdit, "field_results_loss")):
        assert isinstance(widget, QWidget)
        assert widget.accessibleName()
    shown = table(dialog)
    for number in range(shown.model().columnCount()):
        assert shown.columnWidth(number) >= shown.sizeHintForColumn(number)
    assert dialog.width() <= 1280


def test_that_the_batches_of_a_data_problem_are_compared(
    window: MainWindow, player: Player, tmp_path: Path
) -> None:
    player.open(replace(library.shipped("batches"), steps=200))
    player.finish()
    player.seek(50)
    window.commands["results"].trigger()
    dialog = window.findChild(ResultsDialog)
    assert dialog is not None
    tab = dialog.findChild(QPushButton, "button_tab_batches")
    assert tab is not None
    tab.click()
    dialog.write(str(tmp_path / "batches.csv"))
    with (tmp_path / "batches.csv").open(encoding="utf-8", newline="") as stream:
        heads, *rows = csv.reader(stream)
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    assert [(row["Run"], row["Batch b"], row["Updates per epoch"]) for row in told] == [
        ("b = full", "100", "1"), ("b = 20", "20", "5"), ("b = 1", "1", "100")
    ]  # fmt: skip
    noise = [float(row["Noise of g"]) for row in told]
    assert 0 == noise[0] < noise[1] < noise[2]
    assert all(float(row["Update, µs"]) > 0 for row in told)
    losses = [run.trajectory.loss[200][0] for run in player.session.runs]
    assert [float(row["Last loss"]) for row in told] == losses
    words = dialog.findChild(QLabel, "batches_words")
    assert words is not None
    assert "step 50 with 100 samples" in words.text()
    player.open(library.shipped("ravine"))
    assert not tab.isVisible()
    assert table(dialog).isVisible()
    dialog.close()
