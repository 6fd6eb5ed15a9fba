"""The parts of a program in their order, and what is said of the runs that it leaves out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from gdviz.engine.run import Run
from gdviz.scenario import RunName, Scenario
from gdviz.script.layout import INDENT, WIDTH
from gdviz.values import SpecError

MOST_ZEROS = 4  # written one by one
MOST_NUMBERS = 600  # of starts, or of data that no formula makes, that a script may hold


class Script(NamedTuple):
    """text: the program; left_out: the runs that it lacks, each with the reason."""

    text: str
    left_out: tuple[tuple[str, SpecError], ...]


class Program:
    """Lines of code, collected part by part. library: what it needs; imports: what it imports."""

    def __init__(self, library: str, imports: tuple[str, ...]) -> None:
        self.library, self._imports = library, imports
        self._head: list[str] = []
        self._lines: list[str] = []
        self.left_out: list[tuple[str, SpecError]] = []

    def possible(self, scenario: Scenario, runs: Sequence[Run]) -> Iterator[tuple[str, Run]]:
        """Each run with its name; raises SpecError where the scenario is too long to be written down."""
        if len(scenario.starts) * scenario.objective.dimension > MOST_NUMBERS:
            raise SpecError("there is no script: the starts are more than {most} numbers", most=MOST_NUMBERS)
        self._head = comment(scenario.title)
        names = [_name(name) for name in scenario.names()]
        yield from zip(names, runs, strict=True)

    @contextmanager
    def leaving_out(self, name: str) -> Iterator[None]:
        """Note why a run cannot be written, where it cannot."""
        try:
            yield
        except SpecError as fault:
            self.left_out.append((name, fault))

    def require(self, written: int) -> None:
        """Raise what was wrong with the first run where no run could be written."""
        if not written:
            raise self.left_out[0][1]

    def add(self, lines: Sequence[str], apart: int = 1) -> None:
        """Lines at the left margin, so many empty ones apart from what is before them."""
        if lines:
            self._lines += [*[""] * apart, *lines]

    def define(self, lines: Sequence[str]) -> None:
        """A function."""
        self._lines += ["", "", *lines]

    def run(self, name: str, lines: Sequence[str], numbers: Sequence[str]) -> None:
        """A run: its numbers and what it does."""
        self._lines += ["", *comment(name), *numbers, *([""] if numbers else []), *lines]

    def whole(self) -> Script:
        """All parts joined."""
        body = "\n".join(self._lines)
        imports = [*(name for name in ("csv", "math") if f"{name}." in body), *self._imports]
        needed = self.library
        if "np." in body and "numpy as np" not in imports:
            imports.insert(-1, "numpy as np")
            needed += " and NumPy"
        head = [*self._head, f"# Written by gdviz. Needs {needed} only."]
        for name, fault in self.left_out:
            head += comment(f"Left out: {name}. {fault}")
        lines = [*head, "", *(f"import {name}" for name in imports), *self._lines, ""]
        return Script("\n".join(lines), tuple(self.left_out))


def _name(name: RunName) -> str:
    """What a run is called, in English."""
    method = name.method.label if name.method is not None else ""
    return " ".join(" ".join((name.label, method, name.distinction)).split())


def comment(text: str) -> list[str]:
    """A text as lines of comment, without what could end them."""
    text = "".join(letter if letter.isprintable() else " " for letter in text)
    return textwrap.wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ")


def quoted(text: str) -> str:
    """A text as Python writes it, in double quotes."""
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"' if text.isprintable() else repr(text)


def lost(run: Run, steps: int) -> bool:
    """Whether a start of the run diverges within the steps."""
    return bool(((run.last >= 0) & (run.last < steps)).any())


def block(head: str, lines: Sequence[str]) -> list[str]:
    """Lines under a head."""
    return [head, *(INDENT + line for line in lines)]


def settings(scenario: Scenario, random: bool, array: str) -> list[str]:
    """Steps, start and, where something is random, the seed."""
    lines = [f"steps = {scenario.steps}"]
    if random:
        lines.append(f"seed = {scenario.seed}")
    if len(scenario.starts) > 1:
        lines += listed("starts = ", [f"{list(start)}" for start in scenario.starts], array)
    elif len(scenario.starts[0]) > MOST_ZEROS and not any(scenario.starts[0]):
        lines.append(f"start = {array.partition('.')[0]}.zeros({len(scenario.starts[0])})")
    else:
        lines += listed("start = ", [f"{part!r}" for part in scenario.starts[0]], array)
    return lines


def listed(head: str, parts: Sequence[str], made: str) -> list[str]:
    """head made([a, b, …]) on as many lines as it needs."""
    flat = f"{head}{made}([{', '.join(parts)}])"
    if len(flat) <= WIDTH:
        return [flat]
    inner: list[str] = []
    for part in parts:
        if inner and len(inner[-1]) + len(part) + 2 <= WIDTH:
            inner[-1] += f" {part},"
        else:
            inner.append(f"{INDENT}{part},")
    return [f"{head}{made}([", *inner, "])"]
