"""Runs as numbers for other programs: CSV with every step, JSON with every outcome."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.exhaustive import found
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import Point
from gdviz.engine.run import Run
from gdviz.engine.status import Status
from gdviz.scenario import Scenario

FORMAT = 1
COLUMNS = (
    "run", "optimizer", "start", "step", "loss", "grad_norm", "lr",
    "value_evals", "gradient_evals", "hessian_evals", "samples", "epoch",
)
COUNTED = ("value", "gradient", "hessian", "samples")
BLOCK = 4096  # rows that are turned into text at a time


@dataclass(frozen=True)
class Outcome:
    """Where one start of one run stands at its last recorded step.

    run: index; optimizer: the run as typed; start, x: points (d,); steps: the last step; loss, grad_norm:
    of the full, noise-free objective; evaluations: by kind, up to that step; predictions: of the fitted
    model at x, numbers or probabilities for each sample that was asked for.
    """

    run: int
    optimizer: str
    start: tuple[float, ...]
    status: Status
    steps: int
    x: tuple[float, ...]
    loss: float
    grad_norm: float
    evaluations: dict[str, int]
    predictions: tuple[Point, ...] = ()


def last_step(scenario: Scenario, run: Run, row: int) -> int:
    """The last step of start `row` that counts: the last finite one, if it diverged."""
    known = min(run.trajectory.steps, scenario.steps)
    ended = int(run.last[row])
    return min(ended, known) if ended >= 0 else known


def outcomes(scenario: Scenario, runs: Sequence[Run], samples: Sequence[Point] = ()) -> Iterator[Outcome]:
    """Each start of each run; `runs` are the recordings of the scenario's tasks, in their order.

    samples: features (k,) for which the model of a data problem predicts; raises SpecError for a wrong
    number of them.
    """
    for number, run in enumerate(runs):
        record = run.trajectory
        for row, start in enumerate(scenario.starts):
            last = last_step(scenario, run, row)
            yield Outcome(
                run=number,
                optimizer=scenario.runs[number].typed(),
                start=start,
                status=run.status(scenario.steps, scenario.tolerance, row),
                steps=last,
                x=tuple(record.x[last][row].tolist()),
                loss=float(record.loss[last][row]),
                grad_norm=float(record.grad_norm[last][row]),
                evaluations=dict(zip(COUNTED, record.counts[last][:, row].tolist(), strict=True)),
                predictions=_predicted(scenario, record.x[last][row], samples),
            )


def _predicted(scenario: Scenario, x: Array, samples: Sequence[Point]) -> tuple[Point, ...]:
    problem = scenario.objective
    if not samples or not isinstance(problem, DataProblem):
        return ()
    with np.errstate(all="ignore"):  # a run that diverged predicts what is not finite
        return tuple(map(tuple, problem.predict(x, np.array(samples)).tolist()))


def write_csv(stream: TextIO, scenario: Scenario, runs: Sequence[Run]) -> None:
    """Write a row for each run, start and step from 0; numbers read back as the same float64.

    Open `stream` with newline=""; it is written block by block, however long the runs are.
    """
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow((*COLUMNS, *(f"x{i}" for i in range(scenario.objective.dimension))))
    for number, run in enumerate(runs):
        rates, kind = run.rates(), run.task.optimizer.kind
        for row in range(len(scenario.starts)):
            end = last_step(scenario, run, row) + 1
            for begin in range(0, end, BLOCK):
                writer.writerows(_rows(run, number, kind, rates, row, slice(begin, min(begin + BLOCK, end))))


def _rows(run: Run, number: int, kind: str, rates: Array, row: int, steps: slice) -> Iterator[list[Any]]:
    """The rows of one start at some steps, as Python's own numbers, which csv writes by their repr."""
    record = run.trajectory
    columns = (column.rows(steps.start, steps.stop)[..., row] for column in (record.loss, record.grad_norm))
    counts = record.counts.rows(steps.start, steps.stop)[:, :, row].tolist()
    points = record.x.rows(steps.start, steps.stop)[:, row].tolist()
    loss, slope = (column.tolist() for column in columns)
    rate = rates[steps, row].tolist()
    for k in range(steps.stop - steps.start):
        head = (number, kind, row, steps.start + k, loss[k], slope[k], rate[k])
        yield [*head, *counts[k], run.task.epoch(steps.start + k), *points[k]]


def document(scenario: Scenario, runs: Sequence[Run], samples: Sequence[Point] = ()) -> dict[str, Any]:
    """The scenario and the outcome of each start of each run, as JSON holds them; not finite is None.

    "search" is what exhaustive search found, None where the scenario asks for none. A prediction is a
    number, or a list of numbers where the model has several outputs.
    """
    return {
        "format": FORMAT,
        "scenario": scenario.to_dict(),
        "runs": [_plain(outcome) for outcome in outcomes(scenario, runs, samples)],
        "search": _searched(scenario),
    }


def _plain(outcome: Outcome) -> dict[str, Any]:
    return {
        "run": outcome.run,
        "optimizer": outcome.optimizer,
        "start": list(outcome.start),
        "status": outcome.status.kind,
        "sentence": outcome.status.sentence,
        "steps": outcome.steps,
        "x": [_finite(part) for part in outcome.x],
        "loss": _finite(outcome.loss),
        "grad_norm": _finite(outcome.grad_norm),
        "evaluations": outcome.evaluations,
        "predictions": [_prediction(numbers) for numbers in outcome.predictions],
    }


def _searched(scenario: Scenario) -> dict[str, Any] | None:
    """What exhaustive search tried and found: as many values of each parameter as `size` says, in `box`."""
    if scenario.grid is None:
        return None
    result = found(scenario.objective, scenario.grid)
    counts = (result.evaluations, 0, 0, result.samples)
    return {
        "box": [list(ends) for ends in scenario.grid.box],
        "size": list(result.losses.shape),
        "x": list(result.best),
        "loss": _finite(result.loss),
        "evaluations": dict(zip(COUNTED, counts, strict=True)),
    }


def _prediction(numbers: Point) -> float | list[float | None] | None:
    return _finite(numbers[0]) if len(numbers) == 1 else [_finite(number) for number in numbers]


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None


def write_json(
    stream: TextIO, scenario: Scenario, runs: Sequence[Run], samples: Sequence[Point] = ()
) -> None:
    """Write `document` with a line for each of its parts."""
    json.dump(document(scenario, runs, samples), stream, ensure_ascii=False, allow_nan=False, indent=1)
    stream.write("\n")
