"""`gdviz script`: the scenario as a short program for NumPy or PyTorch that takes the same path."""

from __future__ import annotations

from collections.abc import Sequence

from gdviz.command import options, output
from gdviz.command.parser import Parser
from gdviz.session import Session

ABOUT = "Print the scenario as a short NumPy or PyTorch program that takes the same path."


def execute(words: Sequence[str]) -> int:
    """Do what the words after `gdviz script` say and return the exit code; raises SpecError."""
    parser = Parser("script", ABOUT)
    options.add(parser)
    parser.add_argument("--torch", action="store_true", help="for PyTorch instead of NumPy")
    parser.add_argument("--out", metavar="FILE.py|-", default=output.STDOUT,
                        help="where the program is written, - for stdout (the default)")
    arguments = parser.parse(words)
    output.check_targets(arguments, ("save", "out"))
    scenario = options.chosen(arguments)
    if arguments.torch:
        from gdviz.script.torch_script import torch_script as written
    else:
        from gdviz.script.numpy_script import numpy_script as written
    with output.opened(arguments.out) as stream, options.saving(scenario, arguments.save):
        session = Session(scenario)
        session.compute_to(scenario.steps)
        script = written(scenario, session.runs)
        stream.write(script.text)
    for name, fault in script.left_out:
        output.tell(f"left out: {name}: {fault}")
    return 0
