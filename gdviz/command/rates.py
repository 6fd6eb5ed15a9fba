"""What becomes of each run at other learning rates, as `gdviz run --rates` writes it."""

from __future__ import annotations

import csv
import math
from argparse import Namespace
from collections.abc import Sequence
from typing import TextIO

import numpy as np

from gdviz.command.output import short
from gdviz.command.parser import Parser
from gdviz.engine.rate_sweep import RATES, RateSweep, has_rate, rate_range, spread
from gdviz.scenario import Scenario
from gdviz.values import SpecError

HEAD = ("run", "optimizer", "step", "lr", "loss")


def add(parser: Parser) -> None:
    """Give a sub-command the option."""
    parser.add_argument("--rates", metavar="FILE|-",
                        help=f"write the loss after the last step at {RATES} learning rates of every run, "
                             "inf where it diverged; - for stdout")


def check(arguments: Namespace, scenario: Scenario) -> None:
    """Raise SpecError where they are asked for and no run has a learning rate."""
    if arguments.rates is not None and not any(has_rate(entry.optimizer) for entry in scenario.runs):
        raise SpecError("--rates needs a run whose method has a learning rate")


def sweeps(scenario: Scenario) -> list[tuple[int, RateSweep]]:
    """The sweep of each run that has a learning rate, from its first start, with the run's number."""
    found = []
    for number, task in enumerate(scenario.tasks()):
        if has_rate(task.optimizer):
            sweep = RateSweep(task, scenario.steps, spread(*rate_range(task.optimizer)), most=math.inf)
            while not sweep.done:
                sweep.advance()
            found.append((number, sweep))
    return found


def write(stream: TextIO, scenario: Scenario, found: Sequence[tuple[int, RateSweep]]) -> None:
    """A row of CSV for each rate of each run."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEAD)
    for number, sweep in found:
        kind = scenario.runs[number].optimizer.kind
        pairs = zip(sweep.rates.tolist(), sweep.losses[-1].tolist(), strict=True)
        writer.writerows((number, kind, scenario.steps, repr(rate), repr(loss)) for rate, loss in pairs)


def lines(scenario: Scenario, found: Sequence[tuple[int, RateSweep]]) -> list[str]:
    """A sentence about each sweep."""
    told = []
    for number, sweep in found:
        end, kind = sweep.losses[-1], scenario.runs[number].optimizer.kind
        if not np.isfinite(end).any():
            told.append(f"rates of run {number} ({kind}): all diverge")
            continue
        best = int(np.argmin(end))
        said = f"best lr = {short(float(sweep.rates[best]))}, loss {short(float(end[best]))}"
        worse = sweep.rates[end > sweep.losses[0]]
        if len(worse):
            said += f"; the least lr that ends above the start: {short(float(worse[0]))}"
        told.append(f"rates of run {number} ({kind}): {said}")
    return told
