"""Questions to be predicted: read, refused, answered by the runs, and what may be seen meanwhile."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from gdviz import cli, library, scenario_file
from gdviz.engine.objective import Objective
from gdviz.engine.run import Run
from gdviz.question import ARRIVES, DIVERGES, OSCILLATES, UNDERWAY, fate
from gdviz.scenario import Scenario
from gdviz.session import Session
from gdviz.values import SpecError

FILE = """format = 1
starts = [[10.0]]
steps = 40
[objective]
kind = "parabola"
[[runs]]
kind = "gradient-descent"
lr = 0.2
[[runs]]
kind = "gradient-descent"
lr = 1.1
[[runs]]
kind = "gradient-descent"
lr = 1.0
[[runs]]
kind = "gradient-descent"
lr = 0.001
"""


def asking(table: str) -> Scenario:
    return scenario_file.loads(f"{FILE}[question]\n{table}")


def answered(table: str) -> object:
    """What the runs answer."""
    shown = asking(table)
    runs = [Run(task) for task in shown.tasks()]
    for run in runs:
        run.extend_to(shown.steps)
    assert shown.question is not None
    return shown.question.answer(runs, shown.steps, shown.tolerance)


@pytest.mark.parametrize("table", [
    'kind = "where"\ntext = "Where?"\nrun = 3', 'kind = "which"\ntext = "Which?"\nby = "first"',
    'kind = "what"\ntext = "What?"',
])  # fmt: skip
def test_that_a_question_is_part_of_the_file(table: str) -> None:
    shown = asking(table)
    assert shown.question is not None
    assert scenario_file.loads(scenario_file.dumps(shown)) == shown != scenario_file.loads(FILE)


@pytest.mark.parametrize(("table", "said"), [
    ('kind = "wher"\ntext = "?"', "unknown question 'wher'; did you mean 'where'?"),
    ('kind = "where"\ntxt = "?"', "where: unknown parameter 'txt'; did you mean 'text'?"),
    ('kind = "where"', "question: the key 'text' is missing"),
    ('kind = "what"\ntext = "?"\nrun = 4', "there is no run 4, they are counted from 0 to 3"),
    ('kind = "which"\ntext = "?"\nby = "los"', "by must be one of loss, first"),
    ('text = "?"', "question: a table with a key 'kind' is needed"),
])  # fmt: skip
def test_that_a_question_that_can_t_be_asked_is_refused_in_one_line(table: str, said: str) -> None:
    with pytest.raises(SpecError) as caught:
        asking(table)
    assert said in str(caught.value)


def test_that_a_place_is_asked_for_only_where_it_can_be_seen() -> None:
    table = library.shipped("softmax").to_dict() | {"question": {"kind": "where", "text": "Where?"}}
    with pytest.raises(SpecError, match="needs one or two parameters, not 12"):
        Scenario.from_dict(table)


@pytest.mark.parametrize(("run", "outcome"), list(enumerate([ARRIVES, DIVERGES, OSCILLATES, UNDERWAY])))
def test_that_the_outcome_is_found_in_the_run(run: int, outcome: str) -> None:
    assert answered(f'kind = "what"\ntext = "?"\nrun = {run}') == outcome


def test_that_the_place_and_the_best_run_are_found_in_the_runs() -> None:
    place = answered('kind = "where"\ntext = "?"\nrun = 3')
    assert place == pytest.approx((10 * 0.998**40,))
    assert answered('kind = "which"\ntext = "?"') == (0,)
    assert answered('kind = "which"\ntext = "?"\nby = "first"') == (0,)


def test_that_equals_win_together() -> None:
    table = asking('kind = "which"\ntext = "?"').to_dict()
    table["runs"] = [table["runs"][0]] * 2
    shown = Scenario.from_dict(table)
    runs = [Run(task) for task in shown.tasks()]
    assert shown.question is not None
    assert shown.question.answer(runs, 0, shown.tolerance) == (0, 1)


def test_that_a_swing_that_fades_is_no_oscillation() -> None:
    k = np.arange(60.0)
    for factor, outcome in ((0.8, UNDERWAY), (1.0, OSCILLATES), (1.05, DIVERGES)):
        path = ((-factor) ** k)[:, None]
        assert fate(path, path[:, 0] ** 2) == outcome


# In the session


def asked(table: str) -> Session:
    session = Session(asking(table))
    session.ask()
    session.compute_to(40)
    return session


def test_that_nothing_is_asked_of_those_who_only_compute() -> None:
    assert Session(asking('kind = "what"\ntext = "?"')).frame().prediction is None


def test_that_time_waits_for_a_guess_and_shows_no_future() -> None:
    session = asked('kind = "where"\ntext = "?"')
    session.seek(12)
    frame = session.frame()
    assert frame.step == 0
    assert [lane.known for lane in frame.lanes] == [0] * 4
    assert {lane.statuses[0].kind for lane in frame.lanes} == {"running"}
    session.guess((3.0,))
    session.seek(12)
    assert [lane.known for lane in session.frame().lanes] == [12] * 4


def test_that_the_end_tells_how_far_off_the_guess_was_and_lifts_the_veil() -> None:
    session = asked('kind = "where"\ntext = "?"')
    session.guess((5.0,))
    session.guess((3.0,))
    session.seek(39)
    session.guess((0.0,))  # too late
    assert session.frame().prediction.truth is None
    session.seek(40)
    told = session.frame().prediction
    assert told.off == pytest.approx(3.0, abs=1e-6)
    session.seek(2)
    assert session.frame().lanes[0].known == 40
    assert session.frame().prediction == told


@pytest.mark.parametrize(("guess", "right"), [(0, True), (1, False)])
def test_that_a_run_is_right_or_wrong(guess: int, right: bool) -> None:
    session = asked('kind = "which"\ntext = "?"')
    session.guess(guess)
    session.seek(40)
    assert session.frame().prediction.right is right


def test_that_skipping_shows_everything_and_asking_again_begins_anew() -> None:
    session = asked('kind = "what"\ntext = "?"')
    session.skip()
    session.seek(7)
    assert session.frame().lanes[0].known == 40
    session.ask()
    assert session.frame().step == 0
    assert session.frame().lanes[0].known == 0


def test_that_an_edit_that_takes_the_run_away_takes_the_question_with_it() -> None:
    session = asked('kind = "what"\ntext = "?"\nrun = 3')
    session.edit(replace(session.scenario, runs=session.scenario.runs[:3]))
    assert session.scenario.question is None
    assert session.frame().prediction is None
    session.undo()
    assert session.scenario.question is not None


# On the command line


def test_that_the_command_line_shows_and_checks_questions(
    capsys: pytest.CaptureFixture[str]
) -> None:
    name = next(name for name in library.names() if library.shipped(name).question)
    question = library.shipped(name).question
    assert question is not None
    assert cli.main(["describe", name]) == 0
    assert question.text in capsys.readouterr().out
    assert cli.main(["list", "scenarios", "--json"]) == 0
    told = {each["name"]: each for each in json.loads(capsys.readouterr().out)["scenarios"]}
    assert told[name]["question"] == question.to_dict()
    assert told["ravine"]["question"] is None
    assert told["ravine"]["chapter"] == "Landscapes"


def test_that_every_scenario_stands_in_one_chapter_and_no_chapter_has_others() -> None:
    listed = [name for names in library.CHAPTERS.values() for name in names]
    assert sorted(listed) == library.names()


def test_that_a_told_guess_goes_when_the_problem_has_another_number_of_parameters() -> None:
    session = asked('kind = "where"\ntext = "?"')
    session.guess((3.0,))
    session.seek(40)
    assert session.frame().prediction.truth is not None
    session.edit(replace(session.scenario, runs=session.scenario.runs[:2]))
    assert session.prediction is not None  # what was told stays to be read
    session.edit(session.scenario.with_objective(Objective.parse("ravine")))
    assert session.prediction is None
