"""`gdviz list`, `describe`, `check` and the hand-over to window and pictures."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gdviz import __version__, library
from gdviz.cli import COMMANDS, main
from gdviz.engine.catalogue import FAMILIES
from gdviz.engine.objective import Objective
from gdviz.picture import Picture
from gdviz.scenario import Scenario
from gdviz.ui import startup

EVERY = [(family, kind) for family, base in FAMILIES.items() for kind in sorted(base.catalogue)]


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_that_list_shows_every_family_and_the_scenarios(capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(said(capsys, "list", "--json"))
    assert list(listed) == ["format", *FAMILIES, "scenarios"]
    for family, base in FAMILIES.items():
        assert [row["name"] for row in listed[family]] == sorted(base.catalogue)
        assert all(row["label"] and row["about"] for row in listed[family])
    assert [row["name"] for row in listed["scenarios"]] == library.names()


@pytest.mark.parametrize("family", [*FAMILIES, "scenarios"])
def test_that_the_columns_of_a_family_are_aligned(family: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(said(capsys, "list", family, "--json"))[family]
    lines = said(capsys, "list", family).splitlines()
    if family in FAMILIES and FAMILIES[family].groups:
        rows.sort(key=lambda row: FAMILIES[family].groups.index(row["group"]))
        lines = [line.removeprefix("  ") for line in lines if line.startswith("  ")]
    columns = {(line.index(row["label"], len(row["name"])), len(line) - len(row["about"]))
               for line, row in zip(lines, rows, strict=True)}
    assert len(lines) == len(rows)
    assert len({label for label, _ in columns}) == 1
    assert all(line.endswith(row["about"]) for line, row in zip(lines, rows, strict=True))


@pytest.mark.parametrize("family", ["objectives", "optimizers"])
def test_that_everything_stands_under_a_heading_of_its_family(
    family: str, capsys: pytest.CaptureFixture[str]
) -> None:
    base, found, heading = FAMILIES[family], dict[str, set[str]](), ""
    for line in said(capsys, "list", family).splitlines():
        if line.startswith("  "):
            found[heading] |= {line.split()[0]}
        else:
            heading = line
            found[heading] = set()
    assert tuple(found) == base.groups
    for heading, names in found.items():
        assert names == {kind for kind, made in base.catalogue.items() if made.group == heading} != set()
    dimensions = {name: made().dimension for name, made in base.catalogue.items() if family == "objectives"}
    for name, dimension in dimensions.items():
        heading = base.catalogue[name].group
        assert heading == "Your own" or heading.startswith(("One variable", "Two variables: ")[dimension - 1])


@pytest.mark.parametrize(("family", "kind"), EVERY)
def test_that_describe_tells_all_parameters_and_the_source(
    family: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = FAMILIES[family].catalogue[kind]
    found = [table for table in json.loads(said(capsys, "describe", kind, "--json"))["found"]
             if table["family"] == chosen.family]
    assert len(found) == 1
    assert [about["name"] for about in found[0]["parameters"]] == list(chosen.params())
    text = said(capsys, "describe", kind)
    assert f"{kind} ({chosen.family}): {chosen.label}" in text
    assert chosen.source() in text
    for about in chosen.params().values():
        assert about.doc in text
        assert not about.within or about.within.text in text


def test_that_a_name_in_two_families_is_described_in_both(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "describe", "ravine")
    assert "ravine (objective): Ravine" in text
    assert "ravine (scenario): A ravine, three ways" in text


def test_that_minima_come_with_their_value_curvature_and_largest_stable_rate(
    capsys: pytest.CaptureFixture[str]
) -> None:
    text = said(capsys, "describe", "ravine")
    assert "(0.0, 0.0)  f = 0  eigenvalues 0.2, 4  η_max = 2/λ_max = 0.5" in text
    saddle = json.loads(said(capsys, "describe", "saddle", "--json"))["found"][0]
    assert saddle["saddles"] == [{"x": [0.0, 0.0], "f": 0.0, "eigenvalues": [-2.0, 2.0]}]
    assert saddle["minima"] == []


def test_that_values_in_a_spec_enter_its_description(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(said(capsys, "describe", "adam:amsgrad=true", "--json"))["found"][0]
    assert "v_max = max(v_max, v)" in found["rule"]
    assert next(p for p in found["parameters"] if p["name"] == "amsgrad")["value"] is True


@pytest.mark.parametrize("kind", sorted(Objective.catalogue))
def test_that_described_places_are_where_the_objective_says(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(said(capsys, "describe", kind, "--json"))["found"][0]
    objective = Objective.parse(kind)
    for place in ("minima", "saddles", "maxima"):
        assert [tuple(at["x"]) for at in found[place]] == list(getattr(objective, place))


def test_that_check_has_a_line_for_each_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    assert main(["run", "--steps", "1", "--save", str(good)]) == 0
    capsys.readouterr()
    bad.write_text("format = 2")
    assert main(["check", str(good), str(bad), str(good)]) == 2
    out, err = capsys.readouterr()
    assert out == f"{good}: ok\n" * 2
    assert err == f"gdviz: {bad}: scenario: format must be 1, not '2'\n"
    assert main(["check", str(good)]) == 0


def test_that_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "--version") == f"gdviz {__version__}\n"


@pytest.mark.parametrize("command", [*COMMANDS, ""])
def test_that_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, *command.split(), "--help")
    assert text.startswith(f"usage: gdviz {command}".strip())
    if not command:
        assert all(f"gdviz {name} " in text for name in COMMANDS)


def taken(monkeypatch: pytest.MonkeyPatch, module: str, name: str) -> list[tuple[Any, ...]]:
    """Put a function that keeps its arguments in the place of one that draws."""
    calls: list[tuple[Any, ...]] = []
    stand_in = ModuleType(module)
    setattr(stand_in, name, lambda *arguments: calls.append(arguments) or 0)  # type: ignore[func-returns-value]
    monkeypatch.setitem(sys.modules, module, stand_in)
    monkeypatch.setattr(startup, "problem", lambda: None)
    return calls


def test_that_render_hands_over_scenario_path_and_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = taken(monkeypatch, "gdviz.export.render", "render")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["render", "ravine", "--steps", "9", "--out", "x.PNG", "--size", "800x600", "--at", "5",
                 "--view", "contour", "--view", "loss", "--theme", "dark", "--lang", "zh_CN",
                 "--fps", "30"]) == 0
    ((scenario, path, picture),) = calls
    assert isinstance(scenario, Scenario)
    assert (scenario.steps, path) == (9, Path("x.PNG"))
    assert picture == Picture(views=("contour", "loss"), width=800, height=600, at=5, theme="dark",
                              lang="zh_CN", fps=30)


def test_that_the_window_gets_scenario_and_path(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = taken(monkeypatch, "gdviz.ui.app", "run_app")
    monkeypatch.setattr(startup, "watch_for_crashes", lambda: None)
    file = str(Path(__file__).parent.parent / "resources" / "scenarios" / "ravine.toml")
    for words in ([], ["ravine"], [file]):
        assert main(words) == 0
    ravine = library.shipped("ravine")
    assert calls == [(None, None), (ravine, None), (ravine, Path(file))]


def test_that_a_problem_at_the_start_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    taken(monkeypatch, "gdviz.ui.app", "run_app")
    monkeypatch.setattr(startup, "problem", lambda: "no display {here}")
    assert main([]) == 2
    assert capsys.readouterr().err == "gdviz: no display {here}\n"
