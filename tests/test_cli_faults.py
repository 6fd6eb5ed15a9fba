"""Bad input on the command line: exit code 2 and one line that names the thing and what is allowed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gdviz.cli import main
from gdviz.session import Session

ROOT = Path(__file__).parent.parent


def fault(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one line that is said about bad input."""
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("gdviz: ")
    assert err.count("\n") == 1
    assert err.endswith("\n")
    return err.removeprefix("gdviz: ").strip()


@pytest.mark.parametrize(("words", "sentence"), [
    ("run ravin", "unknown scenario 'ravin'; did you mean 'ravine'?"),
    ("rnu", "unknown scenario 'rnu'; did you mean 'run'?"),
    ("describ adam", "unknown scenario 'describ'; did you mean 'describe'?"),
    ("frobnicate", "unknown scenario 'frobnicate'; `gdviz list scenarios` shows them"),
    ("run --optimizer adm", "unknown optimizer 'adm'; did you mean 'adam'?"),
    ("run --objective rosenbrok", "unknown objective 'rosenbrok'; did you mean 'rosenbrock'?"),
    ("run --optimizer momentum:momentun=1",
     "momentum: unknown parameter 'momentun'; did you mean 'momentum'?"),
    ("run --optimizer adam:beta1=1", "adam: beta1 must be in [0, 1), not 1.0"),
    ("run --optimizer adam:lr=nan", "adam: lr must be in (0, inf), not nan"),
    ("run --optimizer adam:amsgrad=maybe", "adam: amsgrad must be true or false, not 'maybe'"),
    ("run --optimizer adam:lr", "adam: expected name=value, not 'lr'"),
    ("run --steps 0", "scenario: steps must be in [1, 1000000], not 0"),
    ("run --steps 1e3", "scenario: steps must be a whole number, not '1e3'"),
    ("run --seed -1", "scenario: seed must be in [0, 4294967295], not -1"),
    ("run --noise -1", "scenario: noise must be in [0, inf), not -1.0"),
    ("run --batch-size half", "scenario: batch_size must be a whole number, not 'half'"),
    ("run --order sequentia",
     "scenario: order must be one of shuffle, sequential, replacement, not 'sequentia'; "
     "did you mean 'sequential'?"),
    ("run --start 1", "scenario: a start of ravine needs 2 coordinates, not 1"),
    ("run --start 1,nan", "scenario: start must be in [-1e12, 1e12], not nan"),
    ("run --start 1;2",
     "--start must be numbers with commas between, such as 3 or 3,-2; not '1;2'"),
    ("run --start -5,-2",
     "argument --start: expected one argument; a negative start is written --start=-5,-2"),
    ("run --step 5", "unknown option '--step'; did you mean '--steps'?"),
    ("run --optimiser=adam", "unknown option '--optimiser'; did you mean '--optimizer'?"),
    ("--versoin", "unknown option '--versoin'; did you mean '--version'?"),
    ("run ravine saddle", "one argument too many: 'saddle'"),
    ("run --csv - --json -", "--csv and --json must not both be '-'"),
    ("run --csv a --json ./a", "--csv and --json must not both be './a'"),
    ("render --out x.png --save ./x.png", "--save and --out must not both be 'x.png'"),
    ("run --csv=", "--csv needs the name of a file"),
    ("run --noise=--", "argument --noise: expected one argument"),
    ("script --save - --out missing/x.py", "missing/x.py: cannot be written: No such file or directory"),
    ("script --save missing/x.toml", "missing/x.toml: cannot be written: No such file or directory"),
    ("list optimizer",
     "unknown family 'optimizer': it must be one of {families}; did you mean 'optimizers'?"),
    ("describe adm", "unknown name 'adm'; did you mean 'adam'?"),
    ("describe", "describe needs a NAME; `gdviz list` shows them"),
    ("check", "check needs at least one FILE"),
    ("render", "render needs --out FILE"),
    ("render --out x.jpg",
     "--out: the ending must be one of .png, .svg, .pdf, .gif, .webp, .apng, .mp4, not 'x.jpg'"),
    ("render --out missing/x.png", "missing/x.png: cannot be written: No such file or directory"),
    ("render --out x.png --at 61", "picture: at must be in [-1, 60], not 61"),
    ("render --out x.png --size big", "--size must be WIDTHxHEIGHT in pixels, such as 1280x800; not 'big'"),
    ("render --out x.png --size 9x9", "picture: width must be in [64, 16384], not 9"),
    ("render --out x.png --theme drak",
     "picture: theme must be one of light, dark, not 'drak'; did you mean 'dark'?"),
])
def test_that_bad_words_are_told_in_one_line(
    words: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from gdviz.command.list import KNOWN

    assert fault(capsys, *words.split()) == sentence.replace("{families}", ", ".join(KNOWN))


@pytest.mark.parametrize(("content", "sentence"), [
    (b"\x00\xff\xfe\x80", "not UTF-8 text"),
    (b"format = ", "not TOML: Invalid value (at end of document)"),
    (b"", "scenario: format is missing; is this a scenario file?"),
    (b"a = " + b"[" * 5000, "nested too deeply"),
    (b"#" * 1_000_001, "larger than 1000000 bytes"),
    (b'format = 1\nruns = []\n[objective]\nkind = "bowel"', "unknown objective 'bowel'"),
    (b'format = 1\nstpes = 3\nruns = []\n[objective]\nkind = "ravine"',
     "scenario: unknown key 'stpes'; did you mean 'steps'?"),
])
def test_that_a_bad_file_is_named_with_its_fault(
    content: bytes, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    assert fault(capsys, "run", str(file)).startswith(f"{file}: {sentence}")
    assert fault(capsys, "check", str(file)).startswith(f"{file}: {sentence}")
    assert fault(capsys, str(file)).startswith(f"{file}: {sentence}")  # nor does a window open


@pytest.mark.parametrize(("name", "reason"), [
    ("missing.toml", "No such file or directory"),
    ("folder", "it is a folder"),
    ("pipe", "it is not a file"),
    ("file.txt/x.toml", "Not a directory"),
    ("x" * 300 + ".toml", "File name too long"),
])
def test_that_a_file_that_cannot_be_read_is_told(
    name: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").touch()
    os.mkfifo(tmp_path / "pipe")
    assert fault(capsys, "run", str(tmp_path / name)) == f"{tmp_path / name}: {reason}"


@pytest.mark.parametrize("option", ["--csv", "--json", "--save"])
@pytest.mark.parametrize(("target", "reason"), [
    ("missing/out", "No such file or directory"),
    ("folder", "it is a folder"),
    ("file/out", "Not a directory"),
])
def test_that_an_output_that_cannot_be_written_is_told_and_leaves_nothing(
    option: str, target: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    words = ["run", "--steps", "1", option, str(tmp_path / target), "--csv", str(tmp_path / "other.csv")]
    words = words if option != "--csv" else words[:5]
    assert fault(capsys, *words) == f"{tmp_path / target}: cannot be written: {reason}"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]


def test_that_an_empty_name_is_not_the_first_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    assert fault(capsys, "run", "").startswith("unknown scenario ''")


def test_that_control_characters_in_a_name_do_not_reach_the_terminal(
    capsys: pytest.CaptureFixture[str]
) -> None:
    assert fault(capsys, "run", "a\x1b[31m\nb.toml") == "a?[31m b.toml: No such file or directory"


@pytest.mark.parametrize("words", [("run", "--steps", "1"), ("--help",)], ids=" ".join)
def test_that_a_full_disk_behind_stdout_is_told(words: tuple[str, ...]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "gdviz", *words], cwd=ROOT, stdout=full,
                              stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (2, "gdviz: standard output: No space left on device\n")


def test_that_a_command_without_a_stream_says_on_the_other_what_belongs_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as closed:
        closed.setattr(sys, "stdout", None)
        assert main(["script", "--steps", "1"]) == 0
        assert main(["check", "none.toml"]) == 2
        assert sys.stdout is None
    assert capsys.readouterr() == ("", "gdviz: none.toml: No such file or directory\n")
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["run", "ravin"]) == 2
    assert main(["run", "--steps", "1", "--csv", "-"]) == 0
    out, _ = capsys.readouterr()
    assert {line.count(",") for line in out.splitlines()} == {13}


def test_that_a_command_that_is_told_to_end_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "compute_to", lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    assert main(["run", "--csv", str(tmp_path / "steps.csv"), "--save", str(tmp_path / "kept.toml")]) == 143
    assert list(tmp_path.iterdir()) == []
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_that_a_terminal_that_knows_only_ascii_gets_all_it_can_show() -> None:
    done = subprocess.run([sys.executable, "-m", "gdviz", "describe", "adam"], cwd=ROOT, capture_output=True,
                          env={**os.environ, "PYTHONIOENCODING": "ascii"}, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u03b2" in done.stdout
