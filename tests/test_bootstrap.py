"""resources/bootstrap.sh: does what is missing, nothing twice, and hands every word on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = "libgl1 libegl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 " \
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"


class Machine:
    """A small tree with spaces in its path, and stand-ins for the system's tools that note their calls."""

    def __init__(self, folder: Path) -> None:
        self.tree, self.tools, self.log = folder / "a b" / "tree", folder / "tools", folder / "log"
        (self.tree / "resources").mkdir(parents=True)
        self.tools.mkdir()
        self.log.touch()
        shutil.copy(ROOT / "resources" / "bootstrap.sh", self.tree / "resources")
        (self.tree / "pyproject.toml").write_text("[project]\n")
        libraries = next(line for line in self.script().splitlines() if line.startswith("LIBRARIES="))
        self.tool("ldconfig", f"for l in {libraries.partition('=')[2]}; do echo \"$l (libc6)\"; done")
        self.tool("fc-list", "echo 'Micro Hei'")
        self.tool("id", "echo 0")
        self.tool("uname", "echo Linux")
        self.tool("apt-get", self.noting("apt-get"))
        self.tool("sudo", self.noting("sudo") + "; exit 1")
        self.tool("python3", f"""
            case "$*" in
              "-m venv"*) mkdir -p "$4/bin"; cp "$0" "$4/bin/python"; {self.noting("venv")};
                for c in gdviz pytest; do
                  printf '#!/bin/sh\\nprintf "%%s|" "$PWD" "$QT_QPA_PLATFORM" "$@"\\n' >"$4/bin/$c"
                  chmod +x "$4/bin/$c"
                done;;
              "-m pip"*) {self.noting("pip")};;
              *) exec "{sys.executable}" "$@";;
            esac""")

    def script(self) -> str:
        return (ROOT / "resources" / "bootstrap.sh").read_text().replace("\\\n", "")

    def noting(self, name: str) -> str:
        return f'echo {name} "$@" >>"{self.log}"'

    def tool(self, name: str, body: str) -> None:
        file = self.tools / name
        file.write_text(f"#!/bin/sh\n{body}\n")
        file.chmod(0o755)

    def run(self, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        settings = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        settings["PATH"] = f"{self.tools}:{settings['PATH']}"
        return subprocess.run(["sh", str(self.tree / "resources" / "bootstrap.sh"), *words], cwd=cwd,
                              env=settings, capture_output=True, text=True)

    def calls(self) -> list[str]:
        """What has been called since the last look."""
        found = self.log.read_text().splitlines()
        self.log.write_text("")
        return found


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_that_it_does_nothing_twice(machine: Machine, tmp_path: Path) -> None:
    first = machine.run("gdviz", "run", cwd=tmp_path)
    assert [call.split()[0] for call in machine.calls()] == ["venv", "pip"]
    assert "making .venv" in first.stderr
    second = machine.run("gdviz", "run", cwd=tmp_path)
    assert machine.calls() == []
    assert (second.returncode, second.stderr) == (0, "")
    assert first.stdout == second.stdout == f"{tmp_path}||run|"


def test_that_words_and_the_current_folder_are_handed_on(machine: Machine, tmp_path: Path) -> None:
    done = machine.run("gdviz", "a b.toml", "", "--start=-5,-2", cwd=tmp_path)
    assert done.stdout == f"{tmp_path}||a b.toml||--start=-5,-2|"


def test_that_pytest_runs_in_the_tree_and_without_a_display(machine: Machine, tmp_path: Path) -> None:
    done = machine.run("pytest", "-k", "a or b", cwd=tmp_path)
    assert done.stdout == f"{machine.tree}|offscreen|-k|a or b|"


def test_that_it_installs_again_when_the_project_asks_for_something_else(machine: Machine) -> None:
    machine.run("gdviz")
    machine.calls()
    (machine.tree / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    machine.run("gdviz")
    assert machine.calls() == ["pip -m pip install --quiet --disable-pip-version-check --editable .[test]"]


def test_that_a_tree_that_was_moved_gets_a_new_environment(machine: Machine) -> None:
    machine.run("gdviz")
    machine.calls()
    machine.tree = machine.tree.rename(machine.tree.parent / "elsewhere")
    assert machine.run("gdviz").returncode == 0
    assert [call.split()[0] for call in machine.calls()] == ["venv", "pip"]


def test_that_an_environment_made_by_hand_is_kept(machine: Machine) -> None:
    machine.run("gdviz")
    machine.calls()
    (machine.tree / ".venv" / "installed").unlink()
    machine.run("gdviz")
    assert [call.split()[0] for call in machine.calls()] == ["pip"]


def test_that_missing_libraries_and_fonts_are_installed_by_root(machine: Machine) -> None:
    machine.tool("ldconfig", "true")
    machine.tool("fc-list", "true")
    machine.run("gdviz")
    assert machine.calls()[:2] == [
        "apt-get update -qq",
        f"apt-get install -y -qq --no-install-recommends {PACKAGES} fonts-wqy-microhei",
    ]


def test_that_only_what_is_missing_is_installed(machine: Machine) -> None:
    machine.tool("ldconfig", f'"{sys.executable}" -c "import sys; print(sys.argv[1])" '
                 '"$(for l in libGL.so.1 libEGL.so.1 libxkbcommon-x11.so.0 libdbus-1.so.3 libfontconfig.so.1 '
                 'libglib-2.0.so.0 libxcb-icccm.so.4 libxcb-keysyms.so.1 libxcb-shape.so.0; '
                 'do echo "$l (libc6)"; done)"')
    machine.run("gdviz")
    assert machine.calls()[1].endswith("--no-install-recommends libxcb-cursor0")


def test_that_without_rights_the_line_is_printed_and_the_command_still_runs(machine: Machine) -> None:
    machine.tool("ldconfig", "true")
    machine.tool("id", "echo 1000")
    done = machine.run("gdviz", "list")
    assert f"sudo apt-get install {PACKAGES}\n" in done.stderr.replace("bootstrap:     ", "")
    assert "apt-get update -qq" not in machine.calls()
    assert done.stdout.endswith("|list|")


def test_that_a_failed_installation_is_not_taken_for_done(machine: Machine) -> None:
    machine.run("gdviz")
    (machine.tree / "pyproject.toml").write_text("[project]\nname = 'y'\n")
    python = machine.tree / ".venv" / "bin" / "python"
    python.write_text(python.read_text().replace("pip\"*) ", "pip\"*) exit 3; "))
    assert machine.run("gdviz").returncode != 0
    assert machine.run("gdviz").returncode != 0


def test_that_no_python_is_told(machine: Machine) -> None:
    for name in ("python3", "python", *(f"python3.{minor}" for minor in range(11, 15))):
        machine.tool(name, "exit 1")
    done = machine.run("gdviz")
    assert done.returncode == 1
    assert "bootstrap: Python 3.11 or newer is needed, and was not found\n" in done.stderr
    assert "apt-get install -y -qq --no-install-recommends python3 python3-venv" in machine.calls()


@pytest.mark.parametrize("words", [(), ("no-such-command",)])
def test_that_a_wrong_command_is_told(words: tuple[str, ...], machine: Machine) -> None:
    done = machine.run(*words)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("bootstrap: ")
