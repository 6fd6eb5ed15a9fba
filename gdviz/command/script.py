"""`gdviz script`: the scenario as a short program for NumPy or PyTorch that takes the same path."""

from __future__ import annotations

import os
from collections.abc import Sequence

from gdviz.command import options, output
from gdviz.command.parser import Parser
from gdviz.session import Session
from gdviz.values import SpecError

ABOUT = "Print the scenario as a short NumPy or PyTorch program that takes the same path."


def execute(words: Sequence[str]) -> int:
    """Do what the words after `gdviz script` say and return the exit code; raises SpecError."""
    parser = Parser("script", ABOUT)
    options.add(parser)
    parser.add_argument("--torch", action="store_true", help="for PyTorch instead of NumPy")
    parser.add_argument("--out", metavar="FILE.py|-", default=output.STDOUT,
                        help="where the program is written, - for stdout (the default)")
    arguments = parser.parse(words)
    if arguments.save is not None and os.path.realpath(arguments.save) == os.path.realpath(arguments.out):
        raise SpecError("--save and --out must not both be {target!r}", target=arguments.out[:80])
    scenario = options.chosen(arguments)
    session = Session(scenario)
    session.compute_to(scenario.steps)
    if arguments.torch:
        from gdviz.script.torch_script import torch_script as written
    else:
        from gdviz.script.numpy_script import numpy_script as written
    script = written(scenario, session.runs)
    with output.opened(arguments.out) as stream:
        stream.write(script.text)
    if arguments.save is not None:
        with output.opened(arguments.save) as stream:
            options.save(stream, scenario, arguments.save)
    for name, fault in script.left_out:
        output.tell(f"left out: {name}: {fault}")
    return 0
