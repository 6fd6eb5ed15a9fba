"""An edit that would record more than there is room for is refused in words, and changes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from gdviz import scenario
from gdviz.ui.player import Player
from gdviz.ui.window import MainWindow


@pytest.fixture
def full(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is room for what is shown, and for no more."""
    shown = player.scenario
    monkeypatch.setattr(scenario, "MOST_NUMBERS", shown.steps * sum(task.numbers for task in shown.tasks()))


def test_that_a_run_too_many_is_refused_below_them(window: MainWindow, player: Player, full: None) -> None:
    before, words = player.scenario, window.findChild(QLabel, "runs_refusal")
    assert words is not None
    assert words.isHidden()
    window.desk.runs._duplicate(0)
    assert player.scenario is before
    assert player.session.chosen == 0
    assert "at most 48 steps" in words.text()
    assert not words.isHidden()
    window.desk.runs._remove(0)
    assert len(player.scenario.runs) == 2
    assert words.isHidden()


def test_that_a_start_too_many_is_refused_in_a_box(window: MainWindow, player: Player, full: None) -> None:
    before = player.scenario
    window.commands["add_start"].trigger()
    assert player.scenario is before
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "There can't be another start"
    assert "at most 30 steps" in box.informativeText()
    box.close()
