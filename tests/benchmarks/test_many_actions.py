"""Five thousand things done to the window, with the hand of tests/ui/test_random_actions.py.

Slower than the default run may be (about 80 s): python -m pytest tests/benchmarks/test_many_actions.py
"""

from __future__ import annotations

import pytest
from ui import conftest, test_random_actions

window, player, settings = conftest.window, conftest.player, conftest.settings


@pytest.mark.parametrize(("actions", "seed"), [(5_000, 1)])
def test_that_five_thousand_actions_leave_a_session_that_its_scenario_replays(
    window: conftest.MainWindow, player: conftest.Player, tmp_path: conftest.Path, actions: int, seed: int
) -> None:
    test_random_actions.act(window, player, tmp_path, actions, seed)
