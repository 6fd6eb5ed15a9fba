"""`gdviz explain`: why one step of a run went where it went, with every number, as text."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np

from gdviz import values
from gdviz.command import options, output
from gdviz.command.graph_text import graph_text
from gdviz.command.parser import Parser
from gdviz.engine.explanation.account import account
from gdviz.engine.explanation.stability import holds
from gdviz.engine.explanation.step import Explanation, explain
from gdviz.engine.expression.text import number_text
from gdviz.engine.measures.regimes import regime
from gdviz.engine.objective import Objective
from gdviz.engine.run import Run
from gdviz.values import Interval, SpecError

ABOUT = "Say why one step went where it went: the rule with its numbers."
MOST_TOLD = 8  # known minima
COUNTED = {  # what is asked for, each counted from 0
    "run": "which run, counted from 0 (default 0)",
    "at": "the step that is explained: the one that leaves point STEP",
    "start_row": "which start, counted from 0 (default 0)",
}


def execute(words: Sequence[str]) -> int:
    """Do what the words after `gdviz explain` say and return the exit code; raises SpecError."""
    parser = Parser("explain", ABOUT)
    options.add(parser)
    for name, about in COUNTED.items():
        parser.add_argument(options.option(name), metavar="STEP" if name == "at" else "N", help=about)
    arguments = parser.parse(words)
    output.check_targets(arguments, ("save",))
    if arguments.at is None:
        raise SpecError("explain needs --at STEP")
    scenario = options.chosen(arguments)
    most = {"run": len(scenario.runs), "at": scenario.steps + 1, "start_row": len(scenario.starts)}
    run, at, row = (_counted(name, getattr(arguments, name), most[name]) for name in COUNTED)
    # A single run is computed, and no further than is asked: comparing costs nothing here.
    task = scenario.tasks()[run]
    record = Run(task)
    record.extend_to(at)
    explanation = explain(task, record, at, row)
    graph = graph_text(task, explanation.x, explanation.step)
    told = "\n".join([account(explanation), *_regime(record, explanation, row),
                      *_held(explanation, task.objective)])  # fmt: skip
    told = "\n\n".join(filter(None, [told, graph]))
    if explanation.step < at:  # nobody should take the last step for the one that was asked for
        told = f"{record.status(scenario.steps, scenario.tolerance, row).sentence}: its last step\n{told}"
    with options.saving(scenario, arguments.save):
        print(told, file=sys.stderr if arguments.save == output.STDOUT else sys.stdout)
    return 0


def _regime(record: Run, e: Explanation, row: int) -> list[str]:
    """The land, or how the path takes it, as the window names it, with the customary remedy."""
    recorded = record.trajectory
    before = explain(record.task, record, e.step - 1, row) if e.step else None
    found = regime(record.task, recorded.x.rows(), recorded.loss.rows(), e, before, row)
    return [f"regime: {found.name}. {found.remedy}"] if found.name else []


def _held(explanation: Explanation, objective: Objective) -> list[str]:
    """The learning rate from which on each of the lowest known minima is lost."""
    known = holds(explanation.optimizer, objective, explanation.disturbed == "sum")
    said = [f"minimum {number_text(np.array(hold.point))}: f = {hold.value!r}, λ_max = {hold.curvature!r}, "
            f"stable for η < {hold.limit!r}" for hold in known[:MOST_TOLD]]
    return [*said, f"and {len(known) - MOST_TOLD} more minima"] if len(known) > MOST_TOLD else said


def _counted(name: str, raw: str | None, count: int) -> int:
    """What was typed, one of 0 … count - 1; raises SpecError."""
    number = 0 if raw is None else values.read("explain", name, raw, 0)
    return int(values.checked("explain", name, number, 0, Interval(f"[0, {count - 1}]"), ()))
