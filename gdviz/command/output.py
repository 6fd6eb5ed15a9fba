"""Where results go: the terminal, a pipe, or a file that is replaced whole."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, TextIO

from gdviz import files
from gdviz.file_fault import REASONS, reason
from gdviz.values import SpecError

STDOUT = "-"
MANY, SHOWN = 9, 3  # coordinates beyond which only the first are shown


@contextlib.contextmanager
def opened(name: str) -> Iterator[TextIO]:
    """The stream for the output `name`: stdout for "-", else the file, replaced whole when all went well.

    Raises SpecError where it cannot be written.
    """
    if name == STDOUT:
        yield raw_stdout()
        return
    path = Path(name)
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, REASONS["EISDIR"])
        if path.exists() and not path.is_file():  # a device or a named pipe stays what it is
            with path.open("w", encoding="utf-8", newline="") as stream:
                yield stream
            return
        with files.replaced(path) as beside, beside.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise SpecError("{name}: cannot be written: {fault}", name=name, fault=reason(fault)) from None


def check_targets(arguments: Namespace, options: Sequence[str]) -> None:
    """Raise SpecError where one of the options that name files names none, or two the same."""
    given = {name: getattr(arguments, name) for name in options if getattr(arguments, name) is not None}
    for name, target in given.items():
        if not target:
            raise SpecError("--{name} needs the name of a file", name=name)
    for first, second in combinations(given, 2):
        if os.path.realpath(given[first]) == os.path.realpath(given[second]):
            raise SpecError("--{first} and --{second} must not both be {target!r}", first=first,
                            second=second, target=given[second][:80])


def raw_stdout() -> TextIO:
    """Stdout for data: UTF-8 and unchanged line ends on every system."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    return sys.stdout


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    json.dump(value, raw_stdout(), ensure_ascii=False, indent=1)
    print()


def aligned(rows: Sequence[Sequence[str]], indent: str = "") -> str:
    """Lines of text with the cells of `rows` in columns; the last column is as long as it is."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    padded = ((cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join((indent + "  ".join(cells)).rstrip() for cells in padded)


def short(number: float) -> str:
    """A number for reading: six significant digits."""
    return f"{number + 0.0:.6g}"


def point(x: Sequence[float]) -> str:
    """A point for reading: its coordinates with commas between; the first of very many."""
    if len(x) > MANY:
        return f"{', '.join(map(short, x[:SHOWN]))}, … ({len(x)} numbers)"
    return ", ".join(map(short, x))


def one_line(text: str) -> str:
    """The text without line ends and other characters that a terminal would obey."""
    return "".join(char if char.isprintable() else "?" for char in " ".join(text.split()))


def tell(fault: str) -> None:
    """Say what is wrong in one line on stderr; where nobody can be told, the exit code has to do."""
    with contextlib.suppress(OSError):
        if sys.stderr is not None:  # print would take stdout
            print(f"gdviz: {one_line(fault)}", file=sys.stderr)
