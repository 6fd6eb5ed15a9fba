"""Runs as numbers for other programs: CSV with every step, JSON with every outcome."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

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
EPOCH = 0  # of an objective that is no data problem


@dataclass(frozen=True)
class Outcome:
    """Where one start of one run stands at its last recorded step.

    run: index; optimizer: as typed; start, x: points (d,); steps: the last step; loss, grad_norm: of the
    full, noise-free objective; evaluations: by kind, up to that step.
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


def last_step(scenario: Scenario, run: Run, row: int) -> int:
    """The last step of start `row` that counts: the last finite one, if it diverged."""
    known = min(run.trajectory.steps, scenario.steps)
    ended = int(run.last[row])
    return min(ended, known) if ended >= 0 else known


def outcomes(scenario: Scenario, runs: Sequence[Run]) -> Iterator[Outcome]:
    """Each start of each run; `runs` are the recordings of the scenario's tasks, in their order."""
    for number, run in enumerate(runs):
        record = run.trajectory
        for row, start in enumerate(scenario.starts):
            last = last_step(scenario, run, row)
            yield Outcome(
                run=number,
                optimizer=run.task.optimizer.typed(),
                start=start,
                status=run.status(scenario.steps, scenario.tolerance, row),
                steps=last,
                x=tuple(record.x[last][row].tolist()),
                loss=float(record.loss[last][row]),
                grad_norm=float(record.grad_norm[last][row]),
                evaluations=dict(zip(COUNTED, record.counts[last][:, row].tolist(), strict=True)),
            )


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


def _rows(run: Run, number: int, kind: str, rates: Any, row: int, steps: slice) -> Iterator[list[Any]]:
    """The rows of one start at some steps, as Python's own numbers, which csv writes by their repr."""
    record = run.trajectory
    columns = (column.rows(steps.start, steps.stop)[..., row] for column in (record.loss, record.grad_norm))
    counts = record.counts.rows(steps.start, steps.stop)[:, :, row].tolist()
    points = record.x.rows(steps.start, steps.stop)[:, row].tolist()
    loss, slope = (column.tolist() for column in columns)
    rate = rates[steps, row].tolist()
    for k in range(steps.stop - steps.start):
        head = (number, kind, row, steps.start + k, loss[k], slope[k], rate[k])
        yield [*head, *counts[k], EPOCH, *points[k]]


def document(scenario: Scenario, runs: Sequence[Run]) -> dict[str, Any]:
    """The scenario and the outcome of each start of each run, as JSON holds them; not finite is None."""
    return {
        "format": FORMAT,
        "scenario": scenario.to_dict(),
        "runs": [_plain(outcome) for outcome in outcomes(scenario, runs)],
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
    }


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None


def write_json(stream: TextIO, scenario: Scenario, runs: Sequence[Run]) -> None:
    """Write `document` with a line for each of its parts."""
    json.dump(document(scenario, runs), stream, ensure_ascii=False, allow_nan=False, indent=1)
    stream.write("\n")
