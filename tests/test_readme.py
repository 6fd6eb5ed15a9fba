"""The README tells the truth: its commands run, its keys and files exist, its optimizer works."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from gdviz.cli import main
from gdviz.engine.optimizer import Optimizer
from gdviz.ui import startup
from gdviz.ui.actions import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = "normalized-descent"


def section(title: str) -> str:
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def block(text: str, language: str) -> str:
    return text.partition(f"```{language}\n")[2].partition("```")[0]


def examples() -> list[list[str]]:
    """The words of every line of the section on the command line."""
    lines = block(section("The command line"), "sh").splitlines()
    return [shlex.split(line, comments=True) for line in lines]


def test_that_every_example_of_the_command_line_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = []
    for module, name in (("gdviz.export.render", "render"), ("gdviz.ui.app", "run_app")):
        stand_in = ModuleType(module)
        setattr(stand_in, name, lambda *given: drawn.append(given) or 0)  # type: ignore[func-returns-value]
        monkeypatch.setitem(sys.modules, module, stand_in)
    monkeypatch.setattr(startup, "problem", lambda: None)
    monkeypatch.setattr(startup, "watch_for_crashes", lambda: None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.chdir(tmp_path)
    assert len(examples()) > 10
    for program, *words in examples():
        assert program == "gdviz"
        assert main(words) == 0, (words, capsys.readouterr().err)
    assert len(drawn) == 2 + sum(words[1:2] == ["render"] for words in examples())
    assert {path.name for path in tmp_path.iterdir()} == {"noisy.toml", "steps.csv", "ravine.py", "rates.csv"}


def test_that_the_keys_are_those_of_the_window() -> None:
    told = set(re.findall(r"`([^`]+)`", section("The window").partition("|---|")[2]))
    assert told == {key for command in COMMANDS.values() for key in command.keys}


def test_that_the_map_names_what_exists() -> None:
    folders = [(-1, ROOT)]
    for line in block(section("The map of the code"), "").splitlines():
        indent = len(line) - len(line.lstrip())
        while folders[-1][0] >= indent:
            folders.pop()
        for name in re.match(r"\s*((?:[\w.]+/?(?:\s{1,2}|$))+)", line + " ")[1].split():  # type: ignore[index]
            path = folders[-1][1] / name
            assert path.exists(), path
        folders.append((indent, path))


def test_that_every_module_at_the_top_is_on_the_map() -> None:
    told = block(section("The map of the code"), "")
    for path in (ROOT / "gdviz").iterdir():
        assert path.name in told or path.name in ("__init__.py", "__pycache__"), path.name


@pytest.fixture
def extended(tmp_path: Path) -> Path:
    """A copy of the program with the README's optimizer in the place that the README names."""
    shutil.copytree(ROOT / "gdviz", tmp_path / "gdviz", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    told = section("Add an optimizer in one file")
    place = re.search(r"Save this as `([^`]+)`", told)
    assert place is not None
    (tmp_path / place[1]).write_text(block(told, "python"), encoding="utf-8")
    return tmp_path


def gdviz(tree: Path, *words: str) -> str:
    done = subprocess.run([sys.executable, "-m", "gdviz", *words], cwd=tree, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_that_one_file_adds_an_optimizer(extended: Path) -> None:
    assert EXAMPLE not in Optimizer.catalogue
    assert f"{EXAMPLE} " in gdviz(extended, "list", "optimizers")
    assert "Hazan, Levy & Shalev-Shwartz (2015)" in gdviz(extended, "describe", EXAMPLE)
    command = block(section("Add an optimizer in one file"), "sh")
    assert f"{EXAMPLE}:lr=0.2" in gdviz(extended, *shlex.split(command)[1:])
    out = gdviz(extended, "run", "--objective", "parabola", "--optimizer", f"{EXAMPLE}:lr=0.5",
                "--steps", "3", "--csv", "-")
    assert [float(line.split(",")[-1]) for line in out.splitlines()[1:]] == pytest.approx([10, 9.5, 9, 8.5])


def test_that_the_example_follows_the_rules_of_the_house(extended: Path) -> None:
    settings = ["--config", str(ROOT / "pyproject.toml")]
    done = subprocess.run([sys.executable, "-m", "ruff", "check", *settings, "gdviz/engine/optimizers"],
                          cwd=extended, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
