"""Scenarios with a model and data in place of an objective, and runs with batches of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gdviz import library
from gdviz.engine.batches import Batches
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import Objective
from gdviz.entry import Entry
from gdviz.scenario import Scenario
from gdviz.scenario_file import dumps, loads
from gdviz.session import Session
from gdviz.values import SpecError

PROBLEM = DataProblem(model=Model.parse("linear"), data=Dataset.parse("line:n=100,seed=2"))
TYPED = (
    "gradient-descent:lr=0.01",
    "gradient-descent:lr=0.01,order=sequential,batch_size=20",
    "adam:lr=0.1,order=replacement,accumulate=2,batch_size=1",
    "momentum:lr=1e-05,batch_size=full,zero_grad=false",
)
SCENARIO = Scenario(
    objective=PROBLEM, runs=tuple(Entry.parse(text, slot) for slot, text in enumerate(TYPED)),
    starts=(PROBLEM.start,), batch_size=50, steps=30,
)


def test_that_a_data_scenario_comes_back_from_its_file() -> None:
    text = dumps(SCENARIO)
    assert "[model]" in text
    assert "[data]" in text
    assert "[objective]" not in text
    assert loads(text) == SCENARIO
    assert hash(loads(text)) == hash(SCENARIO)


def test_that_runs_use_their_own_batches_or_the_scenarios() -> None:
    assert [task.batches for task in SCENARIO.tasks()] == [
        Batches(50, "shuffle"),
        Batches(20, "sequential"),
        Batches(1, "replacement", 2),
        Batches(0, "shuffle", 1, False),
    ]
    assert [task.updates_per_epoch() for task in SCENARIO.tasks()] == [2, 5, 50, 1]


def test_that_an_entry_is_read_as_it_is_typed() -> None:
    for text in TYPED:
        entry = Entry.parse(text)
        assert Entry.parse(entry.typed()) == entry
        assert Entry.from_dict(entry.to_dict()) == entry
    assert Entry.parse("gradient-descent:lr=0.01,batch_size=20").typed() == (
        "gradient-descent:lr=0.01,batch_size=20"
    )
    assert Entry.parse("newton:batch_size=7").batch_size == 7
    scheduled = Entry.parse("adam:schedule=constant(),batch_size=5,lr=0.25,order=sequential")
    assert (scheduled.batch_size, scheduled.order) == (5, "sequential")
    assert scheduled.optimizer.lr == 0.25


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("adam:batch_size=-1", "run: batch_size must be in"),
        ("adam:batch_size=2.5", "run: batch_size must be a whole number"),
        ("adam:order=shufle", "did you mean 'shuffle'"),
        ("adam:accumulate=0", "run: accumulate must be in"),
        ("adam:zero_grad=maybe", "run: zero_grad must be true or false"),
        ("adam:batch_size=2,batch_size=3", "batch_size is given twice"),
        ("adam:batchsize=2", "unknown parameter 'batchsize'"),
    ],
)
def test_that_bad_batch_settings_are_refused_by_name(text: str, sentence: str) -> None:
    with pytest.raises(SpecError, match=sentence):
        Entry.parse(text)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('kind = "line"', 'kind = "lime"', "unknown dataset 'lime'; did you mean 'line'"),
        ('kind = "linear"', 'kind = "linaer"', "unknown model 'linaer'; did you mean 'linear'"),
        ("[data]\n", "[dataset]\n", "unknown key 'dataset'; did you mean 'data'"),
        ("[model]\n", '[objective]\nkind = "parabola"\n[model]\n', "not both"),
        ('batch_size = 20', 'batch_size = "some"', "batch_size must be a whole number"),
        ("n = 100", "n = 0", "line: n must be in"),
    ],
)
def test_that_bad_data_scenarios_are_refused_in_one_sentence(old: str, new: str, sentence: str) -> None:
    text = dumps(SCENARIO)
    assert old in text
    with pytest.raises(SpecError, match=sentence):
        loads(text.replace(old, new, 1))


def test_that_a_missing_half_of_the_problem_is_named() -> None:
    table = SCENARIO.to_dict()
    for key in ("model", "data"):
        with pytest.raises(SpecError, match=f"the key '{key}' is missing"):
            Scenario.from_dict({k: v for k, v in table.items() if k != key})


def test_that_starts_may_be_left_out() -> None:
    table = SCENARIO.to_dict()
    del table["starts"]
    assert Scenario.from_dict(table).starts == (PROBLEM.start,)


def test_that_batches_do_not_part_runs_on_objectives_without_samples() -> None:
    plain = Scenario(objective=Objective.parse("parabola"), runs=(Entry.parse("adam:batch_size=3"),),
                     starts=((1.0,),))
    assert plain.tasks()[0].batches == Batches()
    assert plain.tasks()[0].epoch(30) == 0


def test_that_a_session_computes_all_runs_of_a_data_scenario() -> None:
    session = Session(SCENARIO)
    session.compute_to(30)
    frame = session.frame()
    assert [lane.known for lane in frame.lanes] == [30] * 4
    assert [int(lane.counts[30, 3, 0]) for lane in frame.lanes] == [30 * 50, 30 * 20, 60, 30 * 100]
    assert [lane.task.epoch(30) for lane in frame.lanes] == [15, 6, 0, 30]
    session.edit(replace(SCENARIO, batch_size=10))
    # Only the run that follows the scenario's batch size is computed anew.
    assert [lane.known for lane in session.frame().lanes] == [0, 30, 30, 30]


def test_that_the_steps_of_many_parameters_are_bounded() -> None:
    with pytest.raises(SpecError, match="runs × starts × steps may be at most"):
        replace(SCENARIO, steps=1_000_000, starts=((0.0, 0.0),) * 20)


def test_that_what_methods_remember_of_many_parameters_is_bounded_and_never_made() -> None:
    network = library.shipped("network-moons").with_objective(DataProblem(
        model=Model.parse("network:hidden=256"), data=Dataset.parse("moons")
    ))
    with pytest.raises(SpecError, match=r"record 1\d{6} numbers at each step: at most 2\d\d steps"):
        replace(network, runs=(Entry.parse("bfgs"),), steps=1000)
