"""`gdviz run`: compute a scenario without a window and say how each run ended."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from gdviz import tables
from gdviz.command import batches, options, output, predict, rates, search
from gdviz.command.output import point, short
from gdviz.command.parser import Parser
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import Point
from gdviz.scenario import Scenario
from gdviz.session import Session
from gdviz.tables import Outcome

ABOUT = "Run a scenario without a window; print how each run ended."
HEAD = ("run", "optimizer", "start", "status", "steps", "x", "loss", "|grad|", "evaluations")
TABLES = ("csv", "json", "rates")


def execute(words: Sequence[str]) -> int:
    """Do what the words after `gdviz run` say and return the exit code; raises SpecError."""
    parser = Parser("run", ABOUT)
    options.add(parser)
    parser.add_argument("--csv", metavar="FILE|-", help="write every step of every run, - for stdout")
    parser.add_argument("--json", metavar="FILE|-",
                        help="write the outcome of every run and of the search, - for stdout")
    predict.add(parser)
    batches.add(parser)
    rates.add(parser)
    arguments = parser.parse(words)
    output.check_targets(arguments, ("save", *TABLES))
    scenario = options.chosen(arguments)
    features = predict.features(arguments, scenario)
    compared = batches.wanted(arguments, scenario)
    rates.check(arguments, scenario)
    sinks = {name: getattr(arguments, name) for name in TABLES if getattr(arguments, name) is not None}
    with ExitStack() as stack:
        streams = {name: stack.enter_context(output.opened(target)) for name, target in sinks.items()}
        stack.enter_context(options.saving(scenario, arguments.save))
        session = Session(scenario)
        session.compute_to(scenario.steps)
        found = list(tables.outcomes(scenario, session.runs, features))
        if "csv" in streams:
            tables.write_csv(streams["csv"], scenario, session.runs)
        if "json" in streams:
            tables.write_json(streams["json"], scenario, session.runs, features)
        swept = rates.sweeps(scenario) if "rates" in streams else []
        if "rates" in streams:
            rates.write(streams["rates"], scenario, swept)
    told = list(summary(scenario, found, features))
    if compared:
        told.append("\n" + batches.table(scenario, session.runs))
    told += rates.lines(scenario, swept)
    piped = output.STDOUT in (arguments.save, *sinks.values())
    print("\n".join(told), file=sys.stderr if piped else sys.stdout)
    return 0


def summary(scenario: Scenario, found: Sequence[Outcome], features: Sequence[Point]) -> Iterator[str]:
    """The table of outcomes, a line for each start of each run; then what is predicted for `features`."""
    rows = [HEAD]
    for outcome in found:
        rows.append((
            str(outcome.run), outcome.optimizer, point(outcome.start), outcome.status.sentence,
            str(outcome.steps), point(outcome.x), short(outcome.loss), short(outcome.grad_norm),
            ", ".join(f"{kind} {count}" for kind, count in outcome.evaluations.items() if count),
        ))
    yield output.aligned(rows)
    if scenario.grid is not None:
        yield search.line(scenario.objective, scenario.grid)
    if isinstance(scenario.objective, DataProblem):
        if features:
            yield "\n" + predict.table(scenario.objective, found, features)
        yield from (f"assumed: {remark}" for remark in scenario.objective.table.assumed)
