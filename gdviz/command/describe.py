"""`gdviz describe`: all that is known about one name."""

from __future__ import annotations

import inspect
import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from gdviz import library, values
from gdviz.command import output, samples
from gdviz.command.output import point, short
from gdviz.command.parser import Parser
from gdviz.engine.catalogue import FAMILIES
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model
from gdviz.engine.objective import Objective, Point
from gdviz.engine.optimizer import Optimizer
from gdviz.scenario import Scenario
from gdviz.spec import Spec
from gdviz.values import SpecError, hint

ABOUT = "Describe an objective, optimizer, … or shipped scenario: parameters, formula, source, minima."
PLACES = ("minima", "saddles", "maxima")


def execute(words: Sequence[str]) -> int:
    """Do what the words after `gdviz describe` say and return the exit code; raises SpecError."""
    parser = Parser("describe", ABOUT)
    parser.add_argument("name", nargs="?", metavar="NAME", help="a name from `gdviz list`, or a SPEC")
    parser.add_argument("--json", action="store_true", help="as JSON")
    arguments = parser.parse(words)
    if arguments.name is None:
        raise SpecError("describe needs a NAME; `gdviz list` shows them")
    tables = found(arguments.name)
    if arguments.json:
        output.print_json({"format": 1, "found": tables})
    else:
        print("\n\n".join(_text(table) for table in tables))
    return 0


def found(text: str) -> list[dict[str, Any]]:
    """What each family knows under that name; raises SpecError if none does.

    text: a name, or a spec ``name:key=value,…`` whose values enter formula and minima.
    """
    name = text.partition(":")[0].strip()
    tables = [known(family.parse(text)) for family in FAMILIES.values() if name in family.catalogue]
    if text in library.names():
        tables.append(_scenario(text, library.shipped(text)))
    if not tables:
        names = [kind for family in FAMILIES.values() for kind in family.catalogue]
        raise SpecError("unknown name {name!r}{hint}", name=name[:80],
                        hint=hint(name, (*names, *library.names())) or "; `gdviz list` shows them")
    return tables


def known(spec: Spec) -> dict[str, Any]:
    """All that is known about a spec, as JSON holds it."""
    text, _, _ = inspect.cleandoc(type(spec).__doc__ or "").partition("Source:")
    table: dict[str, Any] = {
        "family": spec.family, "name": spec.kind, "label": spec.label, "about": getattr(spec, "about", ""),
        "text": text.strip(), "source": spec.source(), "parameters": _parameters(spec),
    }
    if isinstance(spec, Objective):
        table |= {"formula": spec.formula, "axes": list(spec.axes), "box": [list(side) for side in spec.box],
                  "start": list(spec.start)}
        table |= {place: [_place(spec, x, place) for x in getattr(spec, place)] for place in PLACES}
    if isinstance(spec, Optimizer):
        table["rule"] = list(spec.rule())
    if isinstance(spec, Dataset):
        table |= samples.of_data(spec)
    if isinstance(spec, Model):
        table["fits"] = samples.of_model(spec)
    return table


def _parameters(spec: Spec) -> list[dict[str, Any]]:
    plain = type(spec)().to_dict()
    return [
        {"name": name, "symbol": about.symbol, "default": plain[name], "value": spec.to_dict()[name],
         "within": about.within.text if about.within else None, "choices": list(about.choices),
         "log": about.log, "advanced": about.advanced, "doc": about.doc}
        for name, about in spec.params().items()
    ]


def _place(objective: Objective, x: Point, place: str) -> dict[str, Any]:
    """A stationary point: its value and curvatures, and at a minimum the largest stable learning rate."""
    table: dict[str, Any] = {"x": list(x), "f": _finite(float(objective.value(np.array([x]))[0]))}
    hessian = objective.hessian(np.array([x]))
    table["eigenvalues"] = objective.curvature(x).tolist() if np.isfinite(hessian).all() else None
    if place == "minima":
        steepest = max(table["eigenvalues"] or [0.0])
        table["lr_max"] = 2.0 / steepest if steepest > 0 else None
    return table


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None


def _scenario(name: str, scenario: Scenario) -> dict[str, Any]:
    return {"family": "scenario", "name": name, "label": scenario.title, "about": scenario.text,
            "optimizers": [entry.typed() for entry in scenario.runs],
            "question": scenario.question.to_dict() if scenario.question else None,
            "scenario": scenario.to_dict()}


def _text(table: dict[str, Any]) -> str:
    """The table for reading."""
    lines = [f"{table['name']} ({table['family']}): {table['label']}", table["about"]]
    if table["family"] == "scenario":
        asked = ["", f"predict    {table['question']['text']}"] if table["question"] else []
        return "\n".join([*lines, *asked, "", *_settings(table)])
    lines += ["", table["text"]]
    lines += ["", "formula    " + table["formula"]] if "formula" in table else []
    lines += ["", *samples.lines(table)]
    lines += ["", *(f"{'rule' if i == 0 else '':11}{rule}" for i, rule in enumerate(table.get("rule", ())))]
    if "start" in table:
        box = ", ".join(f"{axis} {short(low)} … {short(high)}"
                        for axis, (low, high) in zip(table["axes"], table["box"], strict=True))
        lines += [f"box        {box}", f"start      {point(table['start'])}"]
    for place in PLACES:
        lines += ["", place, *(_place_text(at) for at in table[place])] if table.get(place) else []
    lines += ["", "parameters", _parameters_text(table["parameters"])] if table["parameters"] else []
    lines += ["", f"source     {table['source']}"] if table["source"] else []
    return "\n".join(line for line, before in zip(lines, ["", *lines], strict=False) if line or before)


def _place_text(at: dict[str, Any]) -> str:
    value = "not finite" if at["f"] is None else short(at["f"])
    parts = [f"  ({', '.join(map(repr, at['x']))})", f"f = {value}"]
    if at["eigenvalues"] is not None:
        parts.append(f"eigenvalues {point(at['eigenvalues'])}")
    if at.get("lr_max") is not None:
        parts.append(f"η_max = 2/λ_max = {short(at['lr_max'])}")
    return "  ".join(parts)


def _parameters_text(parameters: list[dict[str, Any]]) -> str:
    rows = [("name", "symbol", "default", "allowed", "meaning")]
    for about in parameters:
        default = about["default"]
        allowed = "|".join(about["choices"]) or about["within"] or values.what(default)
        if isinstance(default, dict):  # a spec inside the spec
            allowed, default = "NAME(key=value,…)", default["kind"]
        rows.append((about["name"], about["symbol"], _word(default), allowed, about["doc"]))
    return output.aligned(rows, indent="  ")


def _word(default: Any) -> str:
    return values.typed(tuple(default) if isinstance(default, list) else default)


def _settings(table: dict[str, Any]) -> list[str]:
    scenario = dict(table["scenario"])
    kept = ("steps", "seed", "noise", "tolerance", "batch_size", "order", "accumulate")
    rows = [(name, scenario[name]["kind"]) for name in ("objective", "model", "data") if name in scenario]
    rows += [("run", optimizer) for optimizer in table["optimizers"]]
    rows += [("start", point(start)) for start in scenario["starts"]]
    rows += [(name, str(scenario[name])) for name in kept]
    return [output.aligned(rows)]
