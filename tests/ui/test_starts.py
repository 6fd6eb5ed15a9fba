"""The program starts and ends, again and again, without a crash and without a word."""

from __future__ import annotations

from pathlib import Path

import starts

SAID = "This plugin does not support propagateSizeHints()"  # by the offscreen platform, of itself


def told(text: str) -> list[str]:
    return [line for line in text.splitlines() if line != SAID]


def test_that_it_starts_and_quits_while_playing_with_the_same_settings(tmp_path: Path) -> None:
    for _ in range(2):
        code, text = starts.ended(tmp_path)
        assert (code, told(text)) == (0, [])


def test_that_ctrl_c_ends_an_idle_window_without_a_traceback(tmp_path: Path) -> None:
    code, text = starts.ended(tmp_path, interrupted=True)
    assert code in (0, 130)
    assert not told(text)
