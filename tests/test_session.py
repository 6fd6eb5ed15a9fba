"""The session: one owner of state, the same frame by every way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gdviz.session
from gdviz import library, scenario_file
from gdviz.engine.optimizer import Optimizer
from gdviz.frame import Frame
from gdviz.scenario import Entry, Scenario
from gdviz.session import Session


def same(a: Frame, b: Frame) -> bool:
    return (a.step, a.steps, a.chosen) == (b.step, b.steps, b.chosen) and all(
        np.array_equal(p.path, q.path)
        and np.array_equal(p.losses, q.losses)
        and p.statuses == q.statuses
        and all(np.array_equal(p.memory[name], q.memory[name]) for name in p.memory)
        for p, q in zip(a.lanes, b.lanes, strict=True)
    )


def noisy() -> Scenario:
    return replace(library.shipped("ravine"), noise=0.4, seed=11)


@given(st.lists(st.integers(-5, 70), min_size=1, max_size=12))
@settings(max_examples=25, deadline=None)
def test_that_seeking_in_any_order_gives_the_frames_of_stepping(way: list[int]) -> None:
    stepped, wandering = Session(noisy()), Session(noisy())
    for k in range(61):
        stepped.compute_to(k)
    stepped.compute_to(60)
    for k in way:
        wandering.seek(k)
        wandering.compute(7)
    wandering.compute_to(60)
    stepped.seek(way[-1])
    assert same(stepped.frame(), wandering.frame())


def test_that_the_play_head_stays_when_parameters_are_edited() -> None:
    session = Session(library.shipped("ravine"))
    session.seek(8)
    runs = session.scenario.runs
    session.edit(replace(session.scenario, runs=(Entry(Optimizer.parse("adam:lr=0.5")), *runs[1:])))
    assert session.playhead == 8
    session.edit(replace(session.scenario, steps=5))
    assert session.playhead == 5


def test_that_undo_brings_back_the_same_recordings() -> None:
    session = Session(library.shipped("ravine"))
    session.compute_to(60)
    before = session.frame()
    session.edit(replace(session.scenario, starts=((1.0, 1.0),)))
    session.compute_to(60)
    session.undo()
    assert np.shares_memory(before.lanes[0].path, session.frame().lanes[0].path)
    session.redo()
    assert session.scenario.starts == ((1.0, 1.0),)
    assert not session.can_redo


def test_that_the_edits_of_one_drag_are_undone_together() -> None:
    session = Session(library.shipped("ravine"))
    first = session.scenario
    for x in (1.0, 2.0, 3.0):
        session.edit(replace(session.scenario, starts=((x, 1.0),)), merge="start0")
    session.end_merge()
    session.edit(replace(session.scenario, starts=((9.0, 1.0),)), merge="start0")
    session.undo()
    assert session.scenario.starts == ((3.0, 1.0),)
    session.undo()
    assert session.scenario == first
    assert not session.can_undo


def test_that_an_edit_forgets_what_was_undone() -> None:
    session = Session(library.shipped("ravine"))
    session.edit(replace(session.scenario, steps=5))
    session.undo()
    session.edit(replace(session.scenario, steps=6))
    assert not session.can_redo


def test_that_unchanged_runs_are_not_computed_anew() -> None:
    session = Session(library.shipped("ravine"))
    session.compute_to(60)
    kept = session.runs[1]
    runs = session.scenario.runs
    session.edit(replace(session.scenario, runs=(runs[1], runs[2])))
    assert session.runs[0] is kept


def test_that_runs_of_long_gone_scenarios_are_let_go() -> None:
    session = Session(library.shipped("ravine"))
    for i in range(100):
        session.edit(replace(session.scenario, starts=((i / 10, 1.0),)), merge="drag")
    assert len(session._runs) <= 3 + 24


def test_that_long_steps_are_computed_a_few_at_a_time() -> None:
    words = "[model]\nkind = 'linear'\n[data]\nkind = 'line'\nn = 100000\n[[runs]]\nkind = 'adam'"
    session = Session(scenario_file.loads(f"format = 1\n{words}"))
    session.compute(256)
    assert 1 <= session.known <= 16
    alone = Session(session.scenario)
    alone.compute_to(session.known)
    assert same(alone.frame(), session.frame())


def test_that_large_recordings_are_let_go_sooner_but_for_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(library.shipped("ravine"))
    for i in range(9):
        entry = Entry(Optimizer.named("adam")(lr=0.1 + i))
        session.edit(replace(session.scenario, runs=(entry,)))
        session.compute_to(60)
        monkeypatch.setattr(gdviz.session, "KEPT_NUMBERS", 4 * 60 * session.runs[0].task.numbers)
    assert len(session._runs) == 1 + 4
    monkeypatch.setattr(gdviz.session, "KEPT_NUMBERS", 0)
    session.undo()
    assert session.complete
    assert len(session._runs) == 1 + 1


def test_that_opening_leaves_no_way_back_and_nothing_unsaved() -> None:
    session = Session(library.shipped("ravine"))
    session.edit(replace(session.scenario, steps=5))
    assert session.unsaved
    session.open(library.shipped("learning-rate"))
    assert not session.can_undo
    assert not session.unsaved
    assert session.playhead == 0


def test_that_frames_cannot_be_written() -> None:
    session = Session(library.shipped("ravine"))
    session.compute_to(5)
    for lane in session.frame().lanes:
        assert not lane.path.flags.writeable
        assert not any(column.flags.writeable for column in lane.memory.values())


def test_that_a_new_run_never_shows_the_outcome_of_one_that_was_let_go() -> None:
    session = Session(library.shipped("learning-rate"))
    for i in range(120):  # an old run's place in memory is used again
        rate = 0.5 + i / 1e6 if i % 2 else 0.01 + i / 1e6
        run = Entry(Optimizer.parse(f"gradient-descent:lr={rate}"))
        session.edit(replace(session.scenario, runs=(run,)), merge="drag")
        session.compute_to(session.scenario.steps)
        (outcome,) = session.frame().lanes[0].statuses
        assert outcome.kind == ("converged" if i % 2 else "out-of-steps")


def test_that_a_run_that_diverges_where_it_was_last_seen_running_is_told_to_have_diverged() -> None:
    scenario = library.shipped("ravine")
    entry = scenario.runs[0]
    wild = replace(entry, optimizer=replace(entry.optimizer, lr=1e200))
    session = Session(replace(scenario, runs=(wild,)))
    assert session.frame().lanes[0].statuses[0].kind == "running"
    session.compute_to(5)
    assert session.frame().lanes[0].statuses[0].kind == "diverged"
