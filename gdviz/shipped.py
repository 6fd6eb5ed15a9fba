"""The scenarios that come with the program, by name."""

from __future__ import annotations

from pathlib import Path

from gdviz.assets import resource
from gdviz.values import SpecError, hint


def names() -> tuple[str, ...]:
    """The names of all shipped scenarios, in alphabetical order."""
    return tuple(sorted(file.stem for file in resource("scenarios").glob("*.toml")))


def path(name: str) -> Path:
    """The file of the shipped scenario `name`; raises SpecError with the nearest known name."""
    if name not in names():
        raise SpecError("unknown scenario {name!r}{hint}", name=name[:80], hint=hint(name, names()))
    return resource("scenarios", f"{name}.toml")
