"""What is checked before Qt starts: where it would abort, one sentence says what to do instead."""

from __future__ import annotations

import ctypes
import importlib
import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any, NoReturn

import pytest

from gdviz.ui import startup

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "xcb;offscreen"])
def test_that_platforms_without_a_display_need_none(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert startup.problem() is None


@pytest.mark.parametrize(("variable", "value", "sentence"), [
    ("", "", "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set); `gdviz run` needs none"),
    ("QT_QPA_PLATFORM", "xcb", "there is no display (DISPLAY is not set); `gdviz run` needs none"),
    ("DISPLAY", ":987", "the display :987 does not answer; `gdviz run` needs none"),
    ("WAYLAND_DISPLAY", "w-7", "the Wayland display w-7 does not answer; `gdviz run` needs none"),
])
def test_that_a_missing_display_is_told_and_nothing_aborts(
    variable: str, value: str, sentence: str, tmp_path: Path
) -> None:
    settings = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), variable or "UNUSED": value}
    done = subprocess.run([sys.executable, "-m", "gdviz"], cwd=ROOT, env=settings, capture_output=True,
                          text=True)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"gdviz: {sentence}\n")


def test_that_a_platform_that_qt_has_not_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nonsense")
    told = startup.problem() or ""
    assert told.startswith("QT_QPA_PLATFORM is 'nonsense', but Qt has ")
    assert "offscreen" in told
    monkeypatch.setenv("QT_PLUGIN_PATH", "/elsewhere")
    assert startup.problem() is None, "there it may be"


def test_that_the_version_that_crashes_on_this_python_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda name: "6.12.0")
    monkeypatch.setattr(sys, "version_info", (3, 11, 7, "final", 0))
    told = startup.problem() or ""
    assert "PySide6 6.12.0 crashes on Python 3.11" in told
    assert "PySide6-Essentials>=6.10.1,<6.12" in told
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(sys, "version_info", (3, 12, 1, "final", 0))
    assert startup.problem() is None


def test_that_a_missing_pyside_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> NoReturn:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert startup.problem() == f"PySide6 is not installed; {startup.INSTALL}"


def test_that_a_library_that_the_import_misses_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> NoReturn:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(importlib, "import_module", broken)
    assert startup.problem() == f"the system library libEGL.so.1 is missing; {startup.APT}"


def test_that_a_library_that_the_window_misses_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str, *rest: Any) -> NoReturn:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(ctypes, "CDLL", broken)
    assert startup.problem() == f"the system library libxcb-cursor.so.0 is missing; {startup.APT}"


def test_that_the_sentence_and_the_bootstrap_script_name_the_same_packages() -> None:
    script = (ROOT / "resources" / "bootstrap.sh").read_text().replace("\\\n", "")
    line = next(line for line in script.splitlines() if line.startswith("PACKAGES="))
    assert line == f'PACKAGES="{startup.PACKAGES}"'


def test_that_a_crash_leaves_a_trace_where_there_is_no_stderr(tmp_path: Path) -> None:
    code = ("import ctypes, sys; sys.stderr = None; from gdviz.ui import startup; "
            "startup.watch_for_crashes(); ctypes.string_at(0)")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "TMPDIR": str(tmp_path)})
    assert done.returncode < 0
    assert "Fatal Python error: Segmentation fault" in (tmp_path / "gdviz-crash.log").read_text()
