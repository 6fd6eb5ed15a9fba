"""`gdviz render`: a picture or film of a scenario, without a window."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gdviz import values
from gdviz.command import options, output
from gdviz.command.parser import Parser, explained
from gdviz.file_fault import reason
from gdviz.picture import ENDINGS, Chart, Picture
from gdviz.ui import startup
from gdviz.values import SpecError

ABOUT = "Draw a scenario into a file, without a window."
PLAIN = ("scale", "at", "sample", "plane", "theme", "lang", "fps")


def execute(words: Sequence[str]) -> int:
    """Do what the words after `gdviz render` say and return the exit code; raises SpecError."""
    parser = Parser("render", ABOUT)
    options.add(parser)
    parser.add_argument("--out", metavar="FILE", help=f"the picture or film: {' '.join(ENDINGS)}")
    parser.add_argument("--size", metavar="WxH", help="pixels (default 1280x800)")
    parser.add_argument("--view", metavar="NAME", action="append",
                        help="data, curve, contour, surface, landscape (curve or contour, as it fits), "
                             "graph, loss; repeat for several (default: landscape and loss)")
    for name in PLAIN:
        about = Picture.params()[name]
        metavar = "pca|I,J" if name == "plane" else "|".join(about.choices) or "N"
        parser.add_argument(options.option(name), metavar=metavar,
                            help=explained(about, Picture.default(name)))
    parser.add_argument("--basins", action="store_true", help=Picture.params()["basins"].doc)
    for name, about in Chart.params().items():
        parser.add_argument(f"--loss-{name}", metavar="|".join(about.choices) or "N",
                            help=explained(about, Chart.default(name)))
    arguments = parser.parse(words)
    scenario = options.chosen(arguments)
    picture = _picture(arguments)
    if picture.at > scenario.steps:
        raise SpecError("picture: at must be in [-1, {steps}], not {at}", steps=scenario.steps, at=picture.at)
    path = _target(arguments.out)
    output.check_targets(arguments, ("save", "out"))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no display is needed, nor asked
    fault = startup.problem()
    if fault:
        raise SpecError("{fault}", fault=fault)
    with options.saving(scenario, arguments.save):
        from gdviz.export.render import render

        try:
            render(scenario, path, picture)
        except OSError as failure:
            raise SpecError("{name}: cannot be written: {fault}", name=arguments.out,
                            fault=reason(failure)) from None
    return 0


def _target(name: str | None) -> Path:
    if name is None:
        raise SpecError("render needs --out FILE")
    path = Path(name)
    if path.suffix.lower() not in ENDINGS:
        raise SpecError("--out: the ending must be one of {endings}, not {name!r}", name=name[-80:],
                        endings=", ".join(ENDINGS))
    return path


def _picture(arguments: Namespace) -> Picture:
    """The picture that the arguments describe; raises SpecError."""
    given: dict[str, Any] = {
        name: values.read("picture", name, getattr(arguments, name), Picture.default(name))
        for name in PLAIN
        if getattr(arguments, name) is not None
    }
    chart = Chart(**{
        name: values.read("loss", name, given_text, Chart.default(name))
        for name in Chart.params()
        if (given_text := getattr(arguments, f"loss_{name}")) is not None
    })
    if arguments.size is not None:
        width, _, height = arguments.size.lower().partition("x")
        if not (width.isdecimal() and height.isdecimal()):
            raise SpecError("--size must be WIDTHxHEIGHT in pixels, such as 1280x800; not {size!r}",
                            size=arguments.size[:80])
        given |= {"width": values.read("picture", "width", width, 0),
                  "height": values.read("picture", "height", height, 0)}
    return Picture(views=tuple(arguments.view or ()), chart=chart, basins=arguments.basins, **given)
