"""`gdviz run`: what it computes, prints and writes."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from gdviz import library, scenario, scenario_file
from gdviz.cli import main
from gdviz.engine.run import Run
from gdviz.session import Session

ROOT = Path(__file__).parent.parent
GDVIZ = [sys.executable, "-m", "gdviz"]


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What gdviz prints on stdout for these words; nothing on stderr and no fault."""
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def saved(tmp_path: Path, *words: str) -> scenario.Scenario:
    """The scenario that gdviz runs for these words."""
    assert main(["run", *words, "--save", str(tmp_path / "saved.toml")]) == 0
    return scenario_file.load(tmp_path / "saved.toml")


def typed(shown: scenario.Scenario) -> list[str]:
    return [entry.optimizer.typed() for entry in shown.runs]


def test_that_run_without_words_runs_the_ravine(tmp_path: Path) -> None:
    assert saved(tmp_path) == library.shipped("ravine")


@pytest.mark.parametrize("name", library.names())
def test_that_every_shipped_scenario_prints_a_line_for_each_run(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = library.shipped(name)
    lines = said(capsys, "run", name).splitlines()
    assert lines[0].split()[:2] == ["run", "optimizer"]
    if shown.grid is not None:
        assert lines.pop().startswith("exhaustive search: best ")
    assert len(lines) == 1 + len(shown.runs) * len(shown.starts)
    runs = [run for run in shown.tasks() for _ in shown.starts]
    for line, run in zip(lines[1:], runs, strict=True):
        assert run.optimizer.typed() in line


def test_that_the_summary_is_aligned_and_says_the_outcome(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "run", "--objective", "ravine", "--optimizer", "newton", "--steps", "3").splitlines()
    assert lines == [
        "run  optimizer      start   status                             steps  x     loss  |grad|  "
        "evaluations",
        "0    newton:lr=1.0  -5, -2  converged at step 2, at a minimum  3      0, 0  0     0       "
        "gradient 3, hessian 3",
    ]


def test_that_an_objective_alone_is_run_by_gradient_descent_from_its_own_start(tmp_path: Path) -> None:
    shown = saved(tmp_path, "--objective", "himmelblau")
    assert shown.objective.kind == "himmelblau"
    assert typed(shown) == ["gradient-descent:lr=0.1"]
    assert shown.starts == (shown.objective.start,)


def test_that_another_objective_keeps_the_runs_of_the_scenario_but_not_its_starts(tmp_path: Path) -> None:
    shown = saved(tmp_path, "ravine", "--objective", "himmelblau")
    assert typed(shown) == typed(library.shipped("ravine"))
    assert shown.starts == (shown.objective.start,)
    assert shown.title == shown.text == ""


def test_that_optimizers_replace_the_runs_of_the_scenario(tmp_path: Path) -> None:
    shown = saved(tmp_path, "ravine", "--optimizer", "adam:lr=0.05", "--optimizer", "newton")
    assert typed(shown) == ["adam:lr=0.05", "newton:lr=1.0"]
    assert [entry.slot for entry in shown.runs] == [0, 1]
    assert shown.starts == library.shipped("ravine").starts


def test_that_every_option_overrides_the_scenario(tmp_path: Path) -> None:
    shown = saved(tmp_path, "ravine", "--start=-5,-2", "--start", "1,2", "--steps", "7", "--seed", "3",
                  "--noise", "0.5", "--batch-size", "16", "--order", "sequential")
    assert shown.starts == ((-5.0, -2.0), (1.0, 2.0))
    assert (shown.steps, shown.seed, shown.noise) == (7, 3, 0.5)
    assert (shown.batch_size, shown.order) == (16, "sequential")
    assert saved(tmp_path, str(tmp_path / "saved.toml"), "--batch-size", "full").batch_size == 0


def test_that_a_saved_scenario_replays_the_same_numbers(tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    file = tmp_path / "own.toml"
    assert main(["run", "--objective", "saddle", "--optimizer", "adam", "--noise", "0.1", "--seed", "5",
                 "--csv", str(first), "--save", str(file)]) == 0
    assert main(["run", str(file), "--csv", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_that_run_prints_the_numbers_that_the_window_shows(capsys: pytest.CaptureFixture[str]) -> None:
    found = list(csv.DictReader(io.StringIO(out_of(capsys, "run", "ravine", "--csv", "-"))))
    session = Session(library.shipped("ravine"))
    session.compute_to(60)
    path = session.frame().lanes[2].path
    shown = [[float(row["x0"]), float(row["x1"])] for row in found if row["run"] == "2"]
    assert shown == path[:, 0].tolist()


def out_of(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What gdviz prints on stdout when that is for a pipe; the summary is then on stderr."""
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert err.startswith("run ")
    return out


def test_that_a_dash_gives_stdout_to_the_data_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(out_of(capsys, "run", "--json", "-"))["format"] == 1
    assert scenario_file.loads(out_of(capsys, "run", "--save", "-")) == library.shipped("ravine")


def test_that_divergence_is_a_result_and_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "run", "--objective", "parabola", "--optimizer", "gradient-descent:lr=1.1",
               "--steps", "1000")
    assert "diverged after step" in out


def test_that_an_output_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out.csv"
    file.write_text("old")

    def full(run: Run) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Run, "rates", full)
    assert main(["run", "--csv", str(file)]) == 2
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]
    assert "No space left on device" in capsys.readouterr().err


def test_that_a_link_keeps_pointing_to_the_file_that_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("old")
    link.symlink_to(target)
    assert main(["run", "--steps", "1", "--csv", str(link)]) == 0
    assert link.is_symlink()
    assert target.read_text().startswith("run,optimizer")


def test_that_a_device_stays_a_device(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    assert main(["run", "--steps", "1", "--csv", str(pipe)]) == 0
    assert os.read(reader, 100).startswith(b"run,optimizer")
    os.close(reader)
    assert pipe.is_fifo()


def test_that_a_reader_that_leaves_early_ends_the_run_quietly() -> None:
    run = subprocess.Popen([*GDVIZ, "run", "--steps", "5000", "--csv", "-"], cwd=ROOT, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, text=True)
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.readline()
    run.stdout.close()
    assert run.stderr.read() == ""
    run.stderr.close()
    assert run.wait() == 141


def test_that_control_c_ends_a_run_without_a_trace(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    # A shell lets what it starts with & ignore the signal, and children inherit that.
    run = subprocess.Popen([*GDVIZ, "run", "--steps", "1000000", "--csv", str(file)], cwd=ROOT,
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                           preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    while not list(tmp_path.iterdir()):  # the output is opened before the runs are computed
        assert run.poll() is None
    run.send_signal(signal.SIGINT)
    assert run.communicate() == ("", "")
    assert run.returncode == 130
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", ["run --steps 2", "list --json", "describe adam", "check {ravine}"])
def test_that_commands_without_a_picture_do_not_load_qt(words: str) -> None:
    ravine = str(ROOT / "resources" / "scenarios" / "ravine.toml")
    code = ("import sys; from gdviz.cli import main; code = main(sys.argv[1:]); "
            "assert not {'PySide6', 'pyqtgraph'} & set(sys.modules), 'Qt is loaded'; sys.exit(code)")
    arguments = [word.format(ravine=ravine) for word in words.split()]
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
