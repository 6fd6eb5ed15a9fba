"""`gdviz list`: what there is to choose from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from gdviz import library
from gdviz.command import output
from gdviz.command.parser import Parser
from gdviz.engine.catalogue import FAMILIES, grouped
from gdviz.values import SpecError, hint

ABOUT = "List objectives, optimizers, …: name, label, and what it is."
SCENARIOS = "scenarios"
KNOWN = (*FAMILIES, SCENARIOS)
Row = tuple[str, str, str]  # name, label, one sentence


def execute(words: Sequence[str]) -> int:
    """Do what the words after `gdviz list` say and return the exit code; raises SpecError."""
    parser = Parser("list", ABOUT)
    parser.add_argument("family", nargs="?", metavar="FAMILY", help=", ".join(KNOWN))
    parser.add_argument("--json", action="store_true", help="as JSON")
    arguments = parser.parse(words)
    if arguments.family is not None and arguments.family not in KNOWN:
        raise SpecError("unknown family {family!r}: it must be one of {known}{hint}",
                        family=arguments.family[:80], known=", ".join(KNOWN),
                        hint=hint(arguments.family, KNOWN))
    wanted = KNOWN if arguments.family is None else (arguments.family,)
    tables = {family: members(family) for family in wanted}
    if arguments.json:
        keys = ("name", "label", "about")
        found: dict[str, list[dict[str, Any]]] = {
            family: [dict(zip(keys, row, strict=True)) for row in rows] for family, rows in tables.items()
        }
        for family in set(found) - {SCENARIOS}:
            for told in found[family]:
                told |= _group(family, told["name"])
        for told in found.get(SCENARIOS, ()):
            told |= _gallery(told["name"])
        output.print_json({"format": 1} | found)
    elif arguments.family is not None:
        print(_told(arguments.family, tables[arguments.family]))
    else:
        for family, rows in tables.items():
            print(family, _told(family, rows, indent="  "), sep="\n")
    return 0


def _told(family: str, rows: list[Row], indent: str = "") -> str:
    """The rows of a family one below the other, under the headings of its groups if it has any."""
    groups = FAMILIES[family].groups if family in FAMILIES else ()
    if not groups:
        return output.aligned(rows, indent)
    of = {name: FAMILIES[family].catalogue[name] for name, _, _ in rows}
    lines = dict(zip(of, output.aligned(rows, indent + "  ").splitlines(), strict=True))
    told = [(f"{indent}{heading}", *(lines[name] for name, _ in held))
            for heading, held in grouped(of.items(), groups)]  # fmt: skip
    return "\n".join(line for part in told for line in part)


def _group(family: str, name: str) -> dict[str, str]:
    """The heading under which a member of a family is listed, where the family has headings."""
    known = FAMILIES[family]
    return {"group": known.catalogue[name].group} if known.groups else {}


def _gallery(name: str) -> dict[str, Any]:
    """Where a scenario stands in the gallery, and what it asks before it is played."""
    question = library.shipped(name).question
    return {"chapter": library.chapter(name), "question": question.to_dict() if question else None}


def members(family: str) -> list[Row]:
    """The name, label and one sentence of each member of a family, by name."""
    if family == SCENARIOS:
        loaded = ((name, library.shipped(name)) for name in library.names())
        return [(name, scenario.title, re.split(r"(?<=[.?!])\s", scenario.text)[0])
                for name, scenario in loaded]
    catalogue = FAMILIES[family].catalogue
    return [(name, catalogue[name].label, catalogue[name].about) for name in sorted(catalogue)]
