"""What the hand drags in the pictures: starts and learning rates, edited while they move."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from gdviz.engine.objective import Point
from gdviz.scenario import Scenario
from gdviz.ui.desk import Desk
from gdviz.ui.page import Page
from gdviz.ui.player import Player


class Dragging(QObject):
    """Each gesture is one edit, and the panels follow after the pictures."""

    def __init__(self, page: Page, desk: Desk, player: Player) -> None:
        super().__init__(page)
        self._desk, self._player = desk, player
        page.start_moved.connect(self._move_start)
        page.rate_moved.connect(self._turn_rate)
        for let_go in (page.start_dropped, page.rate_dropped):
            let_go.connect(player.end_drag)
            let_go.connect(desk.go_on)

    def _move_start(self, index: int, point: Point) -> None:
        if index < len(self._player.scenario.starts):
            short = tuple(float(f"{x:.4g}") for x in point)  # finer than a pixel, and no longer than is read
            self._edit(self._player.scenario.with_start(index, short), f"start{index}")

    def _turn_rate(self, run: int, rate: float) -> None:
        runs = self._player.scenario.runs
        if run < len(runs):
            turned = replace(runs[run], optimizer=replace(runs[run].optimizer, lr=rate))
            self._edit(replace(self._player.scenario, runs=(*runs[:run], turned, *runs[run + 1 :])),
                       f"rate{run}")

    def _edit(self, scenario: Scenario, merge: str) -> None:
        self._desk.wait()
        self._player.edit(scenario, merge)
