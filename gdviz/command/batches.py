"""What the batches of each run cost and bring, measured, as `gdviz run --batches` prints it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from time import perf_counter

from gdviz import tables
from gdviz.command import output
from gdviz.command.output import short
from gdviz.command.parser import Parser
from gdviz.engine.measures.batch_comparison import batch_figures
from gdviz.engine.run import Run
from gdviz.scenario import Scenario
from gdviz.values import SpecError

HEAD = ("run", "optimizer", "batch", "batches", "updates/epoch", "samples/update", "us/update", "ms/epoch",
        "gradient noise", "loss")  # fmt: skip


def add(parser: Parser) -> None:
    """Give a sub-command the option."""
    parser.add_argument("--batches", action="store_true",
                        help="also what the batches of each run cost and bring: measured time, and variance "
                             "of the gradient at the last step")


def wanted(arguments: Namespace, scenario: Scenario) -> bool:
    """Whether it is asked for; raises SpecError where there are no samples."""
    if arguments.batches and not scenario.objective.terms:
        raise SpecError("--batches needs --model and --data, or a scenario that has them")
    return bool(arguments.batches)


def table(scenario: Scenario, runs: Sequence[Run]) -> str:
    """A line for the first start of each run, measured now at its last step."""
    rows: list[Sequence[str]] = [HEAD]
    for number, run in enumerate(runs):
        last = tables.last_step(scenario, run, 0)
        told = batch_figures(run, last, last, perf_counter)
        numbers = (told.per_update, 1e6 * told.seconds, 1e3 * told.epoch_seconds, told.noise, told.loss)
        rows.append((str(number), scenario.runs[number].typed(), str(told.batch), str(told.accumulated),
                     str(told.updates), *map(short, numbers)))  # fmt: skip
    return output.aligned(rows)
