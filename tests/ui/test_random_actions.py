"""Anything at all is done to the window, in any order: it goes on and shows what its scenario says."""

from __future__ import annotations

import traceback
from pathlib import Path

from caught_faults import faults_caught
from PySide6.QtWidgets import QApplication
from random_hand import RandomHand, check_replay

from gdviz.ui.player import Player
from gdviz.ui.window import MainWindow

ACTIONS, SEED = 300, 1
CHECKED_EVERY = 50


def act(window: MainWindow, player: Player, folder: Path, actions: int, seed: int) -> None:
    """Do so many things, and check that nothing went wrong."""
    hand = RandomHand(window, player, seed, folder)
    shown = set()
    player.scenario_changed.connect(shown.add)
    with faults_caught() as faults:
        for _ in range(0, actions, CHECKED_EVERY):
            hand.act(CHECKED_EVERY)
            player.pause()
            QApplication.processEvents()
            assert not faults, "\n".join([*hand.log[-20:], *traceback.format_exception(faults[0])])
            check_replay(player)
    assert len(shown) > actions / 5


def test_that_any_actions_in_any_order_leave_a_session_that_its_scenario_replays(
    window: MainWindow, player: Player, tmp_path: Path
) -> None:
    act(window, player, tmp_path, ACTIONS, SEED)
