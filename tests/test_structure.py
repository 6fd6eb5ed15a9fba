"""The shape of the project: who may know whom, how long a file may be, what may lie where."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOP = {"gdviz", "resources", "tests", "pyproject.toml", "README.md"}
LINES = 300
BYTES = 300_000
MACHINE = re.compile(r"/(?:home|root|work|tmp)/\w")
REGISTRY = re.compile(r"https?://[^\s\"']*(?:/simple\b|pypi\.org|pythonhosted|mirrors?\.)")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|NotImplementedError)\b")


def git_files() -> list[Path] | None:
    """What git tracks, or None outside of a checkout."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True,
                                check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    found = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [file for file in found if file.is_file()] or None


def walked() -> list[Path]:
    """What lies in the project's folders, where git does not tell."""
    inside = (file for top in sorted(TOP) for file in (ROOT / top).rglob("*"))
    found = [file for file in inside if file.is_file() and "__pycache__" not in file.parts]
    return [*found, ROOT / "README.md", ROOT / "pyproject.toml"]


FILES = git_files() or walked()
PYTHON = [file for file in FILES if file.suffix == ".py"]


def named(file: Path) -> str:
    return str(file.relative_to(ROOT))


def texts() -> list[tuple[str, str]]:
    """Every text file's name and content, but for this one, which spells out what is looked for."""
    found = []
    for file in FILES:
        if file != Path(__file__) and b"\0" not in file.read_bytes():
            found.append((named(file), file.read_text(encoding="utf-8")))
    return found


def checked(*words: str) -> None:
    """Run a checking tool in the project's folder; what it finds is the failure."""
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_that_the_top_level_holds_only_the_agreed_five() -> None:
    found = {file.relative_to(ROOT).parts[0] for file in FILES}
    assert {name for name in found if not name.startswith(".")} == TOP


def test_that_layers_know_only_what_they_may() -> None:
    checked("-c", "import sys; from importlinter.cli import lint_imports; "
                  "sys.exit(lint_imports(no_cache=True, no_logo=True))")


def test_that_ruff_finds_nothing() -> None:
    checked("-m", "ruff", "check", ".")


def test_that_mypy_finds_nothing() -> None:
    checked("-m", "mypy")


def test_that_every_file_is_short_and_opens_with_what_it_is_for() -> None:
    long, silent = {}, []
    for file in PYTHON:
        text = file.read_text(encoding="utf-8")
        if text.count("\n") > LINES:
            long[named(file)] = text.count("\n")
        opening = ast.get_docstring(ast.parse(text)) or ""
        if not opening.split("\n\n")[0].rstrip().endswith((".", "?", ":")):
            silent.append(named(file))
    assert PYTHON
    assert (long, silent) == ({}, [])


def test_that_no_file_is_large() -> None:
    assert [named(file) for file in FILES if file.stat().st_size > BYTES] == []


def test_that_resources_hold_no_python() -> None:
    assert [named(file) for file in PYTHON if file.is_relative_to(ROOT / "resources")] == []


@pytest.mark.parametrize(
    "pattern", [MACHINE, REGISTRY, UNFINISHED], ids=["machine", "registry", "unfinished"]
)
def test_that_no_text_holds_what_it_should_not(pattern: re.Pattern[str]) -> None:
    found = [f"{name}: {match[0]}" for name, text in texts() for match in [pattern.search(text)] if match]
    assert found == []


def test_that_a_wheel_holds_the_resources_and_nothing_else(tmp_path: Path) -> None:
    checked("-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    (wheel,) = tmp_path.glob("*.whl")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    tracked = {named(file) for file in FILES}
    wanted = {name for name in tracked if name.startswith("gdviz/")}
    wanted |= {f"gdviz/{name}" for name in tracked if name.startswith("resources/")}
    assert wanted <= held
    assert not {name for name in held if not name.startswith("gdviz/")}


def test_that_pyside_keeps_its_references_to_none() -> None:
    """6.12.0 on Python 3.11 loses one with every call that returns nothing, until Python aborts."""
    code = ("import sys; from PySide6.QtGui import QPainterPath; path = QPainterPath(); "
            "before = sys.getrefcount(None); [path.lineTo(i, i) for i in range(1000)]; "
            "sys.exit(before - sys.getrefcount(None) > 100)")
    checked("-c", code)
