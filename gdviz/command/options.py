"""The options that say what is run: a scenario, and what overrides it."""

from __future__ import annotations

import itertools
import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from gdviz import library, scenario_file, values
from gdviz.command import output, problem
from gdviz.command.parser import Parser, explained
from gdviz.engine.objective import Point
from gdviz.file_fault import reason
from gdviz.scenario import Entry, Scenario
from gdviz.values import SpecError

BATCHES = ("batch_size", "order", "accumulate")
NUMBERS = ("steps", "seed", "noise", "grid_search", *BATCHES)
PLAIN_RUN = "gradient-descent"  # what runs on an objective that is given without scenario and optimizer


def add(parser: Parser) -> None:
    """Give a sub-command the scenario and the options that override it."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO",
                        help="a shipped scenario's name or a .toml file")
    problem.add(parser)
    parser.add_argument("--optimizer", metavar="SPEC", action="append",
                        help="what minimises it; repeat to compare; batch_size, order, accumulate and "
                             "zero_grad stand among its parameters")
    parser.add_argument("--start", metavar="X[,Y…]", action="append",
                        help="where from; repeat for more; a negative one is written --start=-5,-2")
    for name in NUMBERS:
        about = Scenario.params()[name]
        metavar = {"order": "|".join(about.choices), "batch_size": "full|N"}.get(name, "N")
        default = Scenario.default(name)
        parser.add_argument(option(name), metavar=metavar,
                            help=explained(about, "full" if name == "batch_size" else default))
    parser.add_argument("--grid-search-box", metavar="LOW,HIGH[,LOW,HIGH]",
                        help=explained(Scenario.params()["grid_search_box"], "the customary range"))
    parser.add_argument("--save", metavar="FILE.toml", help="write the scenario that was run")


def option(name: str) -> str:
    """How the option for a parameter is typed."""
    return "--" + name.replace("_", "-")


def chosen(arguments: Namespace) -> Scenario:
    """The scenario that the arguments describe; raises SpecError."""
    given = {name: _number(name, getattr(arguments, name)) for name in NUMBERS
             if getattr(arguments, name) is not None}
    base = _base(arguments, given.get("seed"))
    if problem.asked(arguments) or arguments.optimizer:
        base = replace(base, title="", text="")  # they tell of the comparison as it was
    if arguments.optimizer:
        base = replace(base, runs=tuple(map(Entry.parse, arguments.optimizer, itertools.count())))
    else:
        # What is asked of all runs at once goes before what the scenario's runs say of their own.
        own: dict[str, Any] = {name: None for name in BATCHES if name in given}
        base = replace(base, runs=tuple(replace(entry, **own) for entry in base.runs))
    if arguments.start:
        base = replace(base, starts=tuple(numbers("start", text) for text in arguments.start))
    dimension = base.objective.dimension
    if given.get("grid_search") and dimension > 2:
        raise SpecError("--grid-search: at most 2 parameters, not {n}", n=dimension)
    if arguments.grid_search_box is not None:
        given["grid_search_box"] = box = numbers("grid-search-box", arguments.grid_search_box)
        if len(box) != 2 * dimension:
            raise SpecError("--grid-search-box: {wanted} numbers are needed, not {n}", n=len(box),
                            wanted=2 * dimension)
    return replace(base, **given)


def _base(arguments: Namespace, seed: int | None) -> Scenario:
    """The scenario with the problem that is asked for, at that one's own start."""
    if not problem.asked(arguments):
        return find(library.FIRST if arguments.scenario is None else arguments.scenario)[0]
    if arguments.scenario is None:
        objective = problem.chosen(arguments, None)
        start = objective.start_from(Scenario.default("seed") if seed is None else seed)
        return Scenario(objective=objective, runs=(Entry.parse(PLAIN_RUN),), starts=(start,))
    base = find(arguments.scenario)[0]
    objective = problem.chosen(arguments, base.objective)
    start = objective.start_from(base.seed if seed is None else seed)
    return replace(base, objective=objective, starts=(start,))


def numbers(name: str, text: str) -> Point:
    """The numbers of an option; raises SpecError."""
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        raise SpecError("--{name} must be numbers with commas between, such as 3 or 3,-2; not {text!r}",
                        name=name, text=text[:80]) from None


@contextmanager
def saving(scenario: Scenario, name: str | None) -> Iterator[None]:
    """Write the scenario to the file `name`, if any; it stays if all that is done meanwhile goes well.

    What can't be written is said before anything is computed. Data in its folder are named from there.
    """
    if name is None:
        yield
        return
    with output.opened(name) as stream:
        stream.write(scenario_file.dumps(scenario, None if name == output.STDOUT else Path(name).parent))
        stream.flush()
        yield


def _number(name: str, raw: str) -> Any:
    if name == "batch_size" and raw == "full":
        return 0
    return values.read("scenario", name, raw, Scenario.default(name))


def find(text: str, others: Iterable[str] = ()) -> tuple[Scenario, Path | None]:
    """The shipped scenario of that name, or the file's, with its path; raises SpecError.

    others: words that could have been meant as well.
    """
    if text in library.names():
        return library.shipped(text), None
    if text.endswith(".toml") or os.path.basename(text) != text or os.path.exists(text):
        return load(text), Path(text)
    raise SpecError("unknown scenario {text!r}{hint}", text=text[:80],
                    hint=values.hint(text, (*library.names(), *others))
                    or "; `gdviz list scenarios` shows them")


def load(name: str) -> Scenario:
    """The scenario in a file; raises SpecError that begins with the file's name."""
    try:
        return scenario_file.load(Path(name))
    except OSError as fault:
        raise SpecError("{name}: {fault}", name=name, fault=reason(fault)) from None
    except SpecError as fault:
        raise SpecError("{name}: {fault}", name=name, fault=fault) from None
