"""`gdviz [SCENARIO]`: the window."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from gdviz import __version__, library
from gdviz.command import options
from gdviz.command.parser import Parser
from gdviz.ui import startup
from gdviz.values import SpecError

ABOUT = "See gradient descent, step by step."


def execute(words: Sequence[str], commands: dict[str, str]) -> int:
    """Do what the words after `gdviz` say when they begin with none of `commands` (name → about)."""
    width = max(map(len, commands))
    listed = "\n".join(f"  gdviz {name.ljust(width)}  {about}" for name, about in commands.items())
    parser = Parser("", ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter,
                    epilog=f"without a window (gdviz COMMAND --help says more):\n{listed}\n\n"
                           f"shipped scenarios: {', '.join(library.names())}")
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO",
                        help="a shipped scenario's name or a .toml file")
    parser.add_argument("--version", action="version", version=f"gdviz {__version__}")
    if words and not words[0].startswith("-"):
        options.find(words[0], commands)  # first, for what follows it may be meant for a command
    name = parser.parse(words).scenario
    scenario, path = (None, None) if name is None else options.find(name, commands)
    fault = startup.problem()
    if fault:
        raise SpecError("{fault}", fault=fault)
    startup.watch_for_crashes()
    from gdviz.ui.app import run_app

    return run_app(scenario, path)
