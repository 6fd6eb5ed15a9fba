"""`gdviz run`: compute a scenario without a window and say how each run ended."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import combinations
from typing import TextIO

from gdviz import scenario as document
from gdviz import tables
from gdviz.command import options, output
from gdviz.command.output import point, short
from gdviz.command.parser import Parser
from gdviz.engine.run import Run
from gdviz.scenario import Scenario
from gdviz.session import Session
from gdviz.values import SpecError

ABOUT = "Run a scenario without a window; print how each run ended."
HEAD = ("run", "optimizer", "start", "status", "steps", "x", "loss", "|grad|", "evaluations")
SINKS = ("save", "csv", "json")


def execute(words: Sequence[str]) -> int:
    """Do what the words after `gdviz run` say and return the exit code; raises SpecError."""
    parser = Parser("run", ABOUT)
    options.add(parser)
    parser.add_argument("--csv", metavar="FILE|-", help="write every step of every run, - for stdout")
    parser.add_argument("--json", metavar="FILE|-", help="write the outcome of every run, - for stdout")
    arguments = parser.parse(words)
    sinks = {name: getattr(arguments, name) for name in SINKS if getattr(arguments, name) is not None}
    piped = [name for name, target in sinks.items() if target == output.STDOUT]
    for first, second in combinations(sinks, 2):
        if os.path.realpath(sinks[first]) == os.path.realpath(sinks[second]):
            raise SpecError("--{first} and --{second} must not both be {target!r}", first=first,
                            second=second, target=sinks[second][:80])
    scenario = options.chosen(arguments)
    with ExitStack() as stack:
        # Opened before the runs are computed: what cannot be written is said at once.
        streams = {name: stack.enter_context(output.opened(target)) for name, target in sinks.items()}
        session = Session(scenario)
        session.compute_to(scenario.steps)
        _write(streams, scenario, session.runs)
    print(summary(scenario, session.runs), file=sys.stderr if piped else sys.stdout)
    return 0


def _write(streams: dict[str, TextIO], scenario: Scenario, runs: Sequence[Run]) -> None:
    if "save" in streams:
        streams["save"].write(document.dumps(scenario))
    if "csv" in streams:
        tables.write_csv(streams["csv"], scenario, runs)
    if "json" in streams:
        tables.write_json(streams["json"], scenario, runs)


def summary(scenario: Scenario, runs: Sequence[Run]) -> str:
    """The table of outcomes: a line for each start of each run."""
    rows = [HEAD]
    for outcome in tables.outcomes(scenario, runs):
        rows.append((
            str(outcome.run), outcome.optimizer, point(outcome.start), outcome.status.sentence,
            str(outcome.steps), point(outcome.x), short(outcome.loss), short(outcome.grad_norm),
            ", ".join(f"{kind} {count}" for kind, count in outcome.evaluations.items() if count),
        ))
    return output.aligned(rows)
