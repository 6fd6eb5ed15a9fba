"""The window's document: saving, opening, dropping, faults, and results that diverge."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMessageBox

from gdviz import library, scenario_file
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.scenario import Entry
from gdviz.ui.app import Faults
from gdviz.ui.player import Player
from gdviz.ui.window import MainWindow


def test_that_undo_brings_back_what_was_made_of_a_scenario_without_a_file(
    window: MainWindow, player: Player, tmp_path: Path
) -> None:
    shown = window.document
    shown.show_shipped("learning-rate")
    assert not player.session.can_undo  # nothing of the user's own was there
    player.edit(made := replace(player.scenario, steps=33))
    shown.show_shipped("zigzag")
    assert player.session.playhead == 0
    assert not shown.unsaved
    player.undo()
    assert player.scenario == made
    assert shown.unsaved
    player.redo()
    assert player.scenario == library.shipped("zigzag")
    player.undo()
    shown.write(str(tmp_path / "mine.toml"))
    shown.show_shipped("zigzag")
    assert not player.session.can_undo


def test_that_a_scenario_is_saved_opened_and_dropped(
    window: MainWindow, player: Player, tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    player.edit(replace(player.scenario, steps=33))
    assert window.isWindowModified()
    window.document.write(str(path))
    assert not window.isWindowModified()
    assert scenario_file.load(path).steps == 33
    window.document.show_shipped("learning-rate", ask=False)
    assert player.scenario.steps != 33
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert player.scenario.steps == 33
    assert window._settings.recent[0] == path


@pytest.mark.parametrize("content", [b"format = 2", b"\xff\xfe", b"[[[", b""])
def test_that_a_damaged_file_leaves_the_document_as_it_was(
    window: MainWindow, player: Player, tmp_path: Path, content: bytes
) -> None:
    path, before = tmp_path / "bad.toml", player.scenario
    path.write_bytes(content)
    window.document.load(str(path))
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "bad.toml" in box.text()
    box.close()
    assert player.scenario == before


def test_that_a_save_that_fails_says_so_and_keeps_the_document_unsaved(
    window: MainWindow, player: Player, tmp_path: Path
) -> None:
    player.edit(replace(player.scenario, steps=33))
    window.document.write(str(tmp_path / "no" / "such" / "folder.toml"))
    box = window.findChild(QMessageBox)
    assert box is not None
    box.close()
    assert window.isWindowModified()


def test_that_closing_with_unsaved_changes_asks_first(
    window: MainWindow, player: Player, tmp_path: Path
) -> None:
    window.document.write(str(tmp_path / "mine.toml"))
    player.edit(replace(player.scenario, steps=33))
    window.close()
    assert window.isVisible()
    box = window.findChild(QMessageBox)
    assert box is not None
    box.button(QMessageBox.StandardButton.Discard).click()
    assert not window.isVisible()


def test_that_the_runs_are_exported_as_csv(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "runs.csv"
    window.tools.exporting.write_table(str(path))
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("run,optimizer,start,step,loss")
    assert len(lines) == 1 + 3 * 61


def test_that_a_fault_in_a_slot_stops_play_and_is_shown_once(
    window: MainWindow, player: Player, caplog: pytest.LogCaptureFixture
) -> None:
    hook = sys.excepthook
    faults = Faults(player, window)
    try:
        player.play()
        for _ in range(3):
            try:
                raise RuntimeError("a bug")
            except RuntimeError as fault:
                faults.caught(RuntimeError, fault, fault.__traceback__)
    finally:
        sys.excepthook = hook
    assert not player.playing
    boxes = [box for box in window.findChildren(QMessageBox) if box.objectName() == "fault"]
    assert len(boxes) == 1
    assert "a bug" in boxes[0].detailedText()
    boxes[0].close()


def test_that_a_diverging_run_leaves_a_usable_window(window: MainWindow, player: Player) -> None:
    shown = library.shipped("learning-rate")
    runs = (Entry(Optimizer.parse("gradient-descent:lr=1.1")),)
    player.open(replace(shown, runs=runs, steps=5000))
    player.finish()
    for step in (0, 50, 130, 5000):
        player.seek(step)
    assert not window.grab().isNull()
    player.open(
        replace(
            library.shipped("ravine").with_objective(Objective.parse("rosenbrock")),
            runs=(Entry(Optimizer.parse("gradient-descent:lr=1")),),
        )
    )
    player.finish()
    player.seek(60)
    assert not window.grab().isNull()
