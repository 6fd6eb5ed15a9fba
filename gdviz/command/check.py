"""`gdviz check`: whether scenario files can be read."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from gdviz.command import options, output
from gdviz.command.parser import Parser
from gdviz.values import SpecError

ABOUT = "Check scenario files; a line for each."


def execute(words: Sequence[str]) -> int:
    """Do what the words after `gdviz check` say; the exit code is 2 if any file is at fault."""
    parser = Parser("check", ABOUT)
    parser.add_argument("files", nargs="*", metavar="FILE", help="a scenario file")
    files = parser.parse(words).files
    if not files:
        raise SpecError("check needs at least one FILE")
    sound = True
    for name in files:
        try:
            options.load(name)
        except SpecError as fault:
            sound = False
            sys.stdout.flush()  # so that the lines stay in order where both streams go to one place
            output.tell(str(fault))
        else:
            print(f"{output.one_line(name)}: ok")
    return 0 if sound else 2
