"""The scenarios that come with the program, by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gdviz import scenario_file
from gdviz.assets import resource
from gdviz.scenario import Scenario
from gdviz.values import SpecError, hint

FIRST = "ravine"  # what the first start shows

# The gallery: its chapters in order, and what each shows, from the first lesson to the last.
CHAPTERS: dict[str, tuple[str, ...]] = {
    "First steps": ("direction", "learning-rate", "local-minimum", "basins", "formula"),
    "Landscapes": ("ravine", "zigzag", "plateau", "cliff", "kink", "saddle"),
    "Momentum and own rates": ("momentum", "adaptive", "bias-correction", "schedules", "warm-up"),
    "Curvature": ("preconditioning", "newton", "newton-maximum", "line-search", "conjugate-gradient",
                  "quasi-newton"),
    "Without gradients": ("exhaustive-search", "nelder-mead"),
    "Data and batches": ("three-points", "noisy-line", "batches", "zero-grad", "sgd-leaves-a-saddle"),
    "Models": ("overfitting", "logistic", "softmax", "multi-label", "network-moons", "network-losses",
               "network-wave", "dead-relu"),
}  # fmt: skip


def names() -> list[str]:
    """The shipped scenarios' names, in alphabetical order."""
    return sorted(path.stem for path in resource("scenarios").glob("*.toml"))


def course() -> list[str]:
    """The shipped scenarios' names, from the first lesson to the last."""
    return [name for held in CHAPTERS.values() for name in held]


def titled(title: str) -> str:
    """The name of the shipped scenario with this title; empty if there is none."""
    return next((name for name in course() if title and shipped(name).title == title), "")


def beside(title: str, way: int) -> str:
    """The lesson after (way 1) or before (-1) the one with this title, at an end the same; the first if the
    title is of none."""
    lessons, name = course(), titled(title)
    at = lessons.index(name) + way if name else 0
    return lessons[min(max(at, 0), len(lessons) - 1)]


def chapter(name: str) -> str:
    """The chapter of the gallery in which a shipped scenario stands."""
    return next(title for title, held in CHAPTERS.items() if name in held)


@cache
def shipped(name: str) -> Scenario:
    """The shipped scenario of that name, read once; raises SpecError with the nearest known name."""
    if name not in names():
        raise SpecError("unknown scenario {name!r}{hint}", name=name[:80], hint=hint(name, names()))
    return scenario_file.load(resource("scenarios", f"{name}.toml"))


def find(name: str) -> Scenario:
    """A shipped scenario by its name, or the file at that path; raises SpecError or OSError."""
    path = Path(name)
    if name in names() or not (path.suffix == ".toml" or path.exists()):
        return shipped(name)
    return scenario_file.load(path)
