"""What is minimised, as it is typed: an objective, or a model and the data that it is fitted to."""

from __future__ import annotations

from argparse import Namespace

from gdviz.command.parser import Parser
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import Objective
from gdviz.values import SpecError


def add(parser: Parser) -> None:
    """Give a sub-command the options that say what is minimised."""
    parser.add_argument("--objective", metavar="SPEC", help="what is minimised: name or name:key=value,…")
    parser.add_argument("--model", metavar="SPEC", help="what is fitted to --data, in place of an objective")
    parser.add_argument("--data", metavar="SPEC", help="the samples that --model is fitted to")


def asked(arguments: Namespace) -> bool:
    """Whether the arguments say what is minimised."""
    return any(given is not None for given in (arguments.objective, arguments.model, arguments.data))


def chosen(arguments: Namespace, base: Objective | None) -> Objective:
    """The objective that is asked for; a model or data alone replace those of `base`, a scenario's.

    Raises SpecError.
    """
    model, data = arguments.model, arguments.data
    if arguments.objective is not None:
        if model is not None or data is not None:
            raise SpecError("either --objective or --model and --data, not both")
        parsed: Objective = Objective.parse(arguments.objective)
        return parsed
    fitted = base if isinstance(base, DataProblem) else None
    if fitted is None and (model is None or data is None):
        given, missing = ("--model", "--data") if data is None else ("--data", "--model")
        raise SpecError("{given} needs {missing}, or a scenario that has one", given=given, missing=missing)
    return DataProblem(
        model=fitted.model if fitted and model is None else Model.parse(model),
        data=fitted.data if fitted and data is None else Dataset.parse(data),
    )
