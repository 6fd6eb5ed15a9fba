"""What fitted models predict for features that are typed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from itertools import chain

import numpy as np

from gdviz import values
from gdviz.command import options, output
from gdviz.command.output import point, short
from gdviz.command.parser import Parser
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.learning.table import CLASSES
from gdviz.engine.objective import Point
from gdviz.scenario import Scenario
from gdviz.tables import Outcome
from gdviz.values import SpecError


def add(parser: Parser) -> None:
    """Give a sub-command the option."""
    parser.add_argument("--predict", metavar="X[,Y…]", action="append",
                        help="the features of a sample for which predictions are printed; repeat for more; "
                             "a negative one is written --predict=-5")


def features(arguments: Namespace, scenario: Scenario) -> tuple[Point, ...]:
    """The samples that are asked for, checked against the scenario's data; raises SpecError."""
    given = [options.numbers("predict", text) for text in arguments.predict or ()]
    if not given:
        return ()
    problem = scenario.objective
    if not isinstance(problem, DataProblem):
        raise SpecError("--predict needs --model and --data, or a scenario that has them")
    if len(problem.table.feature_names) == 1:  # then commas part samples
        given = [(x,) for x in chain.from_iterable(given)]
    for x in given:
        values.checked("--predict", "a feature", x, (), None, ())
        problem.predict(np.array(scenario.starts[0]), np.array([x]))
    return tuple(given)


def table(problem: DataProblem, found: Sequence[Outcome], samples: Sequence[Point]) -> str:
    """A line for each outcome and sample: the features, and the numbers or probabilities predicted."""
    rows = [("run", "optimizer", "start", *problem.table.feature_names, *_names(problem))]
    for outcome in found:
        told = (str(outcome.run), outcome.optimizer, point(outcome.start))
        for x, predicted in zip(samples, outcome.predictions, strict=True):
            rows.append((*told, *map(short, x), *map(short, predicted)))
    return output.aligned(rows)


def _names(problem: DataProblem) -> tuple[str, ...]:
    """What each predicted number is: a target, or the probability of a class or label."""
    samples = problem.table
    if samples.task != CLASSES:
        return samples.target_names
    told = samples.classes if len(problem.targets) > 1 else samples.classes[1:]
    return tuple(f"p({name})" for name in told)
