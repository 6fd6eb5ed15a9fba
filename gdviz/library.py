"""The scenarios that come with the program, by name."""

from __future__ import annotations

from pathlib import Path

from gdviz import scenario
from gdviz.assets import resource
from gdviz.scenario import Scenario
from gdviz.values import SpecError, hint

FIRST = "ravine"  # what the first start shows


def names() -> list[str]:
    """The shipped scenarios' names, in alphabetical order."""
    return sorted(path.stem for path in resource("scenarios").glob("*.toml"))


def shipped(name: str) -> Scenario:
    """The shipped scenario of that name; raises SpecError with the nearest known name."""
    if name not in names():
        raise SpecError("unknown scenario {name!r}{hint}", name=name[:80], hint=hint(name, names()))
    return scenario.load(resource("scenarios", f"{name}.toml"))


def find(name: str) -> Scenario:
    """A shipped scenario by its name, or the file at that path; raises SpecError or OSError."""
    path = Path(name)
    if name in names() or not (path.suffix == ".toml" or path.exists()):
        return shipped(name)
    return scenario.load(path)
