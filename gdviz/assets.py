"""Where the files under resources/ are: in the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(str(files("gdviz")))
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a file or folder under resources/, whether or not it exists.

    resource("icons", "play.svg") → …/resources/icons/play.svg
    """
    return _root().joinpath(*parts)
