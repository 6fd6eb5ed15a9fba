"""What is slower than the default run may be: 20 000 ticks in one window, 30 starts and quits.

Memory is what the whole process holds, Qt's pictures included, after a first round that fills the caches:
`python -m pytest -n 0 -s tests/benchmarks/test_soak.py` prints by how much it grew (about 2 minutes).
"""

from __future__ import annotations

import gc
import resource
from pathlib import Path

import starts
from PySide6.QtWidgets import QApplication
from ui import conftest

window, player, settings = conftest.window, conftest.player, conftest.settings

TICKS, DRAWN_EVERY, WARM = 20_000, 4, 3_000
BAR = 5_000_000  # bytes


def tick(window: conftest.MainWindow, player: conftest.Player, times: int) -> None:
    """Play in a loop, and draw every n-th frame."""
    for i in range(times):
        player.pass_time(0.016)
        if i % DRAWN_EVERY == 0:
            QApplication.processEvents()
            window.grab()


def resident() -> int:
    """Bytes of memory that the process holds now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def test_that_memory_stays_where_it_is(window: conftest.MainWindow, player: conftest.Player) -> None:
    player.set_loop(True)
    player.set_speed(60.0)
    player.play()
    tick(window, player, WARM)
    before = resident()
    tick(window, player, TICKS)
    grown = resident() - before
    player.pause()
    print(f"{TICKS} ticks: {grown / 1e6:+.2f} MB")
    assert grown < BAR


def test_that_thirty_starts_and_quits_end_with_zero(tmp_path: Path) -> None:
    codes = [starts.ended(tmp_path)[0] for _ in range(30)]
    assert codes == [0] * 30
