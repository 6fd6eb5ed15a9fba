"""Scenarios as TOML: text, and files whose data may lie beside them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import tomli_w

from gdviz import files
from gdviz.scenario import Scenario
from gdviz.text_file import SHIPPED, portable
from gdviz.values import SpecError

LARGEST = 1_000_000  # bytes


def loads(text: str, folder: Path | None = None) -> Scenario:
    """Read a scenario from TOML whose relative paths count from `folder`.

    Raises SpecError with the line or the key at fault.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise SpecError("not TOML: {fault}", fault=str(fault)[:200]) from None
    except RecursionError:
        raise SpecError("nested too deeply") from None
    data = table.get("data")
    if folder is not None and isinstance(data, dict) and isinstance(data.get("path"), str):
        data["path"] = _anchored(data["path"], folder)
    return Scenario.from_dict(table)


def dumps(scenario: Scenario, folder: Path | None = None) -> str:
    """Write a scenario as TOML; data in `folder` are named from there, so that both can move together."""
    table = scenario.to_dict()
    data = table.get("data", {})
    if data.get("path"):
        data["path"] = _named_from(data["path"], folder)
    return tomli_w.dumps(table)


def load(path: Path) -> Scenario:
    """Read a scenario file; raises SpecError for its content and OSError for the file."""
    if files.size(path) > LARGEST:
        raise SpecError("larger than {most} bytes", most=LARGEST)
    try:
        return loads(path.read_text(encoding="utf-8-sig"), path.parent)
    except UnicodeDecodeError:
        raise SpecError("not UTF-8 text") from None


def save(scenario: Scenario, path: Path) -> None:
    """Write a scenario file, whole; raises OSError."""
    files.write_text(path, dumps(scenario, path.parent))


def _anchored(path: str, folder: Path) -> str:
    """The path of data, counted from `folder` where it is relative."""
    return str(folder / path) if path and not path.startswith(SHIPPED) else path


def _named_from(path: str, folder: Path | None) -> str:
    """How a file in `folder` names data, so that `_anchored` finds them again wherever both are moved to."""
    name = portable(path)
    if folder is None or name.startswith(SHIPPED):
        return name
    told, near = Path(name).absolute(), folder.absolute()
    return told.relative_to(near).as_posix() if told.is_relative_to(near) else str(told)
