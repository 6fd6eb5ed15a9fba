"""The player: time, edits and what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.frame import Frame
from gdviz.session import Session
from gdviz.ui.player import EPOCH, SPEEDS, STEP, Player


@pytest.fixture
def player(qapp: object) -> Iterator[Player]:
    made = Player(Session(library.shipped("ravine")))
    made.finish()
    yield made
    made.halt()


def steps_of(player: Player) -> list[int]:
    seen: list[int] = []
    player.frame_changed.connect(lambda frame: seen.append(frame.step))
    return seen


def test_that_the_player_owes_fractions_of_a_step(player: Player) -> None:
    player.set_speed(30.0)
    player.play()
    seen = steps_of(player)
    for _ in range(6):
        player.pass_time(0.05)
    assert seen == [1, 3, 4, 6, 7, 9]


def test_that_the_timer_drives_the_player(player: Player, qtbot: QtBot) -> None:
    player.set_speed(1000.0)
    with qtbot.waitSignal(player.frame_changed, timeout=2000, check_params_cb=lambda frame: frame.step > 0):
        player.play()
    player.pause()
    assert not player._timer.isActive()


def test_that_play_stops_at_the_last_step_and_begins_again_from_the_first(player: Player) -> None:
    player.play()
    player.pass_time(100.0)
    assert not player.playing
    assert player.session.playhead == 60
    player.play()
    assert player.session.playhead == 0


def test_that_a_loop_goes_round(player: Player) -> None:
    player.set_loop(True)
    player.play()
    player.pass_time(100.0)
    assert player.playing
    player.pass_time(1.0)
    assert player.session.playhead == 0


def test_that_stepping_stops_playing_and_stays_inside(player: Player) -> None:
    player.play()
    player.move(-1)
    assert not player.playing
    assert player.session.playhead == 0
    player.move(1000)
    assert player.session.playhead == 60


def test_that_stepping_forth_and_back_shows_the_same_frame(player: Player) -> None:
    frames: list[Frame] = []
    player.frame_changed.connect(frames.append)
    player.seek(8)
    player.move(1)
    player.move(-1)
    assert frames[0].explanation is not frames[1].explanation
    assert (frames[0].lanes[0].path == frames[2].lanes[0].path).all()
    assert (frames[0].explanation.next_x == frames[2].explanation.next_x).all()


def test_that_speeds_have_ends(player: Player) -> None:
    for _ in range(20):
        player.change_speed(1)
    assert player.speed == SPEEDS[-1]
    for _ in range(20):
        player.change_speed(-1)
    assert player.speed == SPEEDS[0]


def test_that_an_edit_is_answered_at_once_with_the_whole_path(player: Player) -> None:
    player.seek(8)
    frames: list[Frame] = []
    player.frame_changed.connect(frames.append)
    player.edit(replace(player.scenario, starts=((-1.0, 0.5),)), "start0")
    assert frames[-1].step == 8
    assert frames[-1].lanes[0].path[0, 0].tolist() == [-1.0, 0.5]
    assert frames[-1].lanes[0].known >= 8


def test_that_a_long_run_is_computed_in_slices_while_paused(qapp: object, qtbot: QtBot) -> None:
    player = Player(Session(replace(library.shipped("ravine"), steps=3000)))
    player.refresh()
    assert not player.session.complete
    qtbot.waitUntil(lambda: player.session.complete, timeout=10000)
    qtbot.waitUntil(lambda: not player._timer.isActive(), timeout=2000)


def test_that_the_same_scenario_is_no_edit(player: Player, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(player.scenario_changed):
        player.edit(replace(player.scenario))


def test_that_undo_and_redo_are_told(player: Player) -> None:
    seen: list[tuple[bool, bool]] = []
    player.history_changed.connect(lambda undo, redo: seen.append((undo, redo)))
    player.edit(replace(player.scenario, steps=30))
    player.undo()
    player.redo()
    assert seen == [(True, False), (False, True), (True, False)]


def test_that_epochs_are_played_and_stepped_whole(qapp: object) -> None:
    player = Player(Session(replace(library.shipped("batches"), steps=512)))
    player.finish()
    player.choose(1)  # 5 updates per epoch
    player.set_speed(4.0, EPOCH)
    player.seek(7)
    for units, step in ((1, 10), (-1, 5), (10, 55), (-10, 5), (1000, 512), (-1, 510), (-1000, 0)):
        player.move(units)
        assert player.session.playhead == step
    player.play()
    seen = steps_of(player)
    for _ in range(4):
        player.pass_time(0.375)
    player.choose(0)  # all samples: an epoch is an update
    player.pass_time(0.25)
    assert [step for step in seen if step] == [5, 15, 20, 30, 30, 31]
    player.set_speed(2.0, STEP)
    player.move(1)
    assert player.session.playhead == 32
    player.halt()


def test_that_long_scenarios_are_played_faster_until_the_hand_chooses_a_speed(player: Player) -> None:
    told: list[float] = []
    player.speed_changed.connect(lambda speed, unit: told.append(speed))
    for name in ("batches", "network-moons", "zigzag"):
        player.open(library.shipped(name))
    assert told == [120.0, 30.0, 8.0]
    player.change_speed(-1)
    player.open(library.shipped("batches"))
    assert player.speed == 4.0
    assert Player(player.session).speed == 120.0
