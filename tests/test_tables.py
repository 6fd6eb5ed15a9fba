"""CSV and JSON of runs: what they say is what was computed, bit for bit."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import Any

import numpy as np
import pytest

from gdviz import tables
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run
from gdviz.scenario import Entry, Scenario

HEADER = (
    "run,optimizer,start,step,loss,grad_norm,lr,value_evals,gradient_evals,hessian_evals,samples,epoch,x0,x1"
)


def scenario(
    *optimizers: str, objective: str = "rosenbrock", starts: Any = ((-1.2, 1.0),), **more: Any
) -> Scenario:
    entries = tuple(Entry(Optimizer.parse(text)) for text in optimizers)
    return Scenario.from_dict({
        "format": 1, "objective": Objective.parse(objective).to_dict(), "starts": [list(s) for s in starts],
        "runs": [entry.to_dict() for entry in entries], **more,
    })


def recorded(shown: Scenario) -> list[Run]:
    runs = [Run(task) for task in shown.tasks()]
    for run in runs:
        run.extend_to(shown.steps)
    return runs


def rows(shown: Scenario, runs: list[Run]) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    tables.write_csv(stream, shown, runs)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_that_the_header_is_the_agreed_one() -> None:
    shown = scenario("adam", steps=1)
    stream = io.StringIO(newline="")
    tables.write_csv(stream, shown, recorded(shown))
    assert stream.getvalue().split("\n")[0] == HEADER


def test_that_there_is_a_row_for_each_run_start_and_step_in_that_order() -> None:
    shown = scenario("adam", "newton", starts=((-1.2, 1.0), (0.5, 0.5)), steps=3)
    names = ("run", "optimizer", "start", "step")
    found = [tuple(row[name] for name in names) for row in rows(shown, recorded(shown))]
    assert found == [
        (run, kind, start, str(step))
        for run, kind in (("0", "adam"), ("1", "newton")) for start in "01" for step in range(4)
    ]


@pytest.mark.parametrize("kind", sorted(Optimizer.catalogue))
def test_that_the_numbers_read_back_as_the_same_floats(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "BLOCK", 256)
    shown = scenario(kind, steps=2 * tables.BLOCK + 10)  # more than two blocks
    runs = recorded(shown)
    found, record = rows(shown, runs), runs[0].trajectory
    last = tables.last_step(shown, runs[0], 0)
    assert len(found) == last + 1
    points = np.array([[float(row["x0"]), float(row["x1"])] for row in found])
    np.testing.assert_array_equal(points, record.x.rows(0, last + 1)[:, 0])
    for name, column in (("loss", record.loss), ("grad_norm", record.grad_norm)):
        np.testing.assert_array_equal([float(row[name]) for row in found], column.rows(0, last + 1)[:, 0])
    np.testing.assert_array_equal([float(row["lr"]) for row in found], runs[0].rates()[: last + 1, 0])
    counts = [[int(row[f"{name}_evals"]) for name in ("value", "gradient", "hessian")] for row in found]
    np.testing.assert_array_equal(counts, record.counts.rows(0, last + 1)[:, :3, 0])


def test_that_the_last_finite_row_of_a_diverged_start_is_its_last_row() -> None:
    shown = scenario("gradient-descent:lr=1.1", objective="parabola", starts=((10.0,), (0.0,)), steps=400)
    runs = recorded(shown)
    found = rows(shown, runs)
    far = [row for row in found if row["start"] == "0"]
    assert len(far) == runs[0].last[0] + 1 < 400
    assert abs(float(far[-1]["x0"])) <= 1e12 < abs(float(far[-1]["x0"])) * 1.2
    assert len([row for row in found if row["start"] == "1"]) == 401
    ended = tables.document(shown, runs)["runs"][0]
    assert ended["status"] == "diverged"
    assert ended["steps"] == len(far) - 1
    assert ended["x"] == [float(far[-1]["x0"])]


def test_that_steps_beyond_those_of_the_scenario_are_left_out() -> None:
    shown = scenario("adam", steps=5)
    runs = recorded(scenario("adam", steps=50))
    assert len(rows(shown, runs)) == 6
    assert tables.document(shown, runs)["runs"][0]["steps"] == 5


def test_that_the_outcome_in_json_is_the_recorded_one() -> None:
    shown = scenario("adam:lr=0.05", steps=20)
    run = recorded(shown)[0]
    found = tables.document(shown, [run])
    assert found["format"] == 1
    assert Scenario.from_dict(found["scenario"]) == shown
    status = run.status(20, shown.tolerance)
    assert found["runs"] == [{
        "run": 0, "optimizer": "adam:lr=0.05", "start": [-1.2, 1.0], "status": status.kind,
        "sentence": status.sentence, "steps": 20, "x": run.trajectory.x[20][0].tolist(),
        "loss": run.trajectory.loss[20][0], "grad_norm": run.trajectory.grad_norm[20][0],
        "evaluations": {"value": 0, "gradient": 20, "hessian": 0, "samples": 0},
        "predictions": [],
    }]


def test_that_numbers_that_are_not_finite_are_null_in_json() -> None:
    shown = scenario("newton", objective="cosh", starts=((8000.0,),), steps=3)
    stream = io.StringIO()
    tables.write_json(stream, shown, recorded(shown))
    found = json.loads(stream.getvalue(), parse_constant=pytest.fail)["runs"][0]
    assert found["loss"] is None
    assert found["grad_norm"] is None
    assert found["status"] == "diverged"
    assert found["x"] == [8000.0]


def test_that_a_long_run_is_written_in_small_pieces() -> None:
    class Pieces(io.StringIO):
        largest = 0

        def write(self, text: str) -> int:
            self.largest = max(self.largest, len(text))
            return super().write(text)

    shown = scenario("adam", steps=20_000)
    stream = Pieces(newline="")
    tables.write_csv(stream, shown, recorded(shown))
    assert stream.getvalue().count("\n") == 20_002
    assert stream.largest < 1_000


def test_that_each_row_has_the_rate_of_its_step_and_nan_where_there_is_none() -> None:
    class Changing(type(Optimizer.parse("newton"))):  # type: ignore[misc]
        def rate(self, step: int) -> float:
            return step / 10 if step else math.nan

    shown = scenario("newton", steps=tables.BLOCK + 2)
    run = recorded(shown)[0]
    object.__setattr__(run.task, "optimizer", Changing())
    found = [row["lr"] for row in rows(shown, [run])]
    assert found == ["nan", *(repr(step / 10) for step in range(1, tables.BLOCK + 3))]
