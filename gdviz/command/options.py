"""The options that say what is run: a scenario, and what overrides it."""

from __future__ import annotations

import errno
import os
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from gdviz import library, values
from gdviz import scenario as document
from gdviz.command.parser import Parser, explained
from gdviz.engine.objective import Objective, Point
from gdviz.engine.optimizer import Optimizer
from gdviz.scenario import Entry, Scenario
from gdviz.values import SpecError

NUMBERS = ("steps", "seed", "noise", "batch_size", "order")
PLAIN_RUN = "gradient-descent"  # what runs on an objective that is given without scenario and optimizer


def add(parser: Parser) -> None:
    """Give a sub-command the scenario and the options that override it."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO",
                        help="a shipped scenario's name or a .toml file")
    parser.add_argument("--objective", metavar="SPEC", help="what is minimised: name or name:key=value,…")
    parser.add_argument("--optimizer", metavar="SPEC", action="append",
                        help="what minimises it; repeat to compare")
    parser.add_argument("--start", metavar="X[,Y…]", action="append",
                        help="where from; repeat for more; a negative one is written --start=-5,-2")
    for name in NUMBERS:
        about = Scenario.params()[name]
        metavar = {"order": "|".join(about.choices), "batch_size": "full|N"}.get(name, "N")
        default = Scenario.default(name)
        parser.add_argument(option(name), metavar=metavar,
                            help=explained(about, "full" if name == "batch_size" else default))
    parser.add_argument("--save", metavar="FILE.toml", help="write the scenario that was run")


def option(name: str) -> str:
    """How the option for a parameter is typed."""
    return "--" + name.replace("_", "-")


def chosen(arguments: Namespace) -> Scenario:
    """The scenario that the arguments describe; raises SpecError."""
    base = _base(arguments)
    if arguments.objective is not None or arguments.optimizer:
        base = replace(base, title="", text="")  # they tell of the comparison as it was
    if arguments.optimizer:
        base = replace(base, runs=_entries(arguments.optimizer))
    if arguments.start:
        starts = tuple(_point(text) for text in arguments.start)
        base = replace(base, starts=starts)
    given = {name: getattr(arguments, name) for name in NUMBERS}
    return replace(base, **{name: _number(name, raw) for name, raw in given.items() if raw is not None})


def _base(arguments: Namespace) -> Scenario:
    """The scenario with the objective that is asked for, at that one's own start."""
    if arguments.objective is None:
        return find(arguments.scenario or library.FIRST)[0]
    objective = Objective.parse(arguments.objective)
    if arguments.scenario is None:
        plain = {"format": document.FORMAT, "objective": objective.to_dict(), "runs": [{"kind": PLAIN_RUN}]}
        return Scenario.from_dict(plain)
    return replace(find(arguments.scenario)[0], objective=objective, starts=(objective.start,))


def _entries(texts: Iterable[str]) -> tuple[Entry, ...]:
    return tuple(Entry(Optimizer.parse(text), slot) for slot, text in enumerate(texts))


def _point(text: str) -> Point:
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        raise SpecError("--start must be numbers with commas between, such as 3 or 3,-2; not {text!r}",
                        text=text[:80]) from None


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
                    hint=values.hint(text, (*library.names(), *others)))


def load(name: str) -> Scenario:
    """The scenario in a file; raises SpecError that begins with the file's name."""
    path = Path(name)
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder, not a file")
        if path.exists() and not path.is_file():  # a device may never end
            raise OSError(errno.EINVAL, "not a file")
        return document.load(path)
    except OSError as fault:
        raise SpecError("{name}: {fault}", name=name, fault=fault.strerror or fault) from None
    except SpecError as fault:
        raise SpecError("{name}: {fault}", name=name, fault=fault) from None
