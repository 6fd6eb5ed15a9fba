"""`gdviz explain`: what it says is the step that was taken, to the last digit."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import numpy as np
import pytest

from gdviz import library, scenario_file
from gdviz.cli import main
from gdviz.engine.explanation.step import explain
from gdviz.engine.measures import regimes
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run

ITERATES = {  # what the last line of numbers of a rule is, evaluated as it stands
    "gradient-descent:lr=0.2": 4, "momentum:lr=0.1,momentum=0.8": 7, "nesterov": 3, "adam:lr=0.3": 9,
    "rmsprop": 5, "adagrad": 11,
}  # fmt: skip


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What `gdviz explain` prints for these words; nothing on stderr and no fault."""
    assert main(["explain", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def rows(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, str]]:
    """The rows that `gdviz run --csv -` writes for these words."""
    assert main(["run", *words, "--csv", "-"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def numbers(text: str) -> list[float]:
    return [float(part) for part in re.findall(r"-?(?:inf|\d[\d.]*(?:e[-+]?\d+)?)", text)]


def row(text: str, name: str) -> list[float]:
    """The numbers of the row with this name."""
    (line,) = [line for line in text.splitlines() if re.match(rf"{re.escape(name)}(  |$)", line)]
    return numbers(line.split("  ")[-1])


def vector(text: str) -> np.ndarray:
    """The value of what is written, (1.0, 2.0) standing for arrays."""
    spelled = re.sub(r"\((-?[\d.e+-]+(?:, -?[\d.e+-]+)+)\)", r"array([\1])", text)
    for sign, operator in (("−", "-"), ("·", "*"), ("√array", "sqrt")):
        spelled = spelled.replace(sign, operator)
    known = {"array": np.array, "sqrt": np.sqrt, "__builtins__": {}}
    return np.asarray(eval(spelled, known))


@pytest.mark.parametrize("name", library.names())
def test_that_every_number_of_a_step_is_told_in_full(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = library.shipped(name)
    for number, task in enumerate(shown.tasks()):
        run = Run(task)
        run.extend_to(3)
        for start in {0, len(shown.starts) - 1}:
            told = said(capsys, name, "--run", str(number), "--at", "3", "--start-row", str(start))
            e = explain(task, run, 3, start)
            assert row(told, "position") == e.x.tolist()
            assert row(told, "next") == e.next_x.tolist()
            (slope,) = [line for line in told.splitlines() if re.match(r"gradient +∇f", line)]
            assert numbers(slope.split("  ")[-1]) == e.gradient.tolist()
            for label, value in (("loss", e.f), ("next loss", e.next_f), ("first order", e.first_order),
                                 ("second order", e.second_order), ("change of loss", e.actual)):
                assert row(told, label) == [value]


def test_that_the_regime_is_the_one_in_the_band_of_the_window(capsys: pytest.CaptureFixture[str]) -> None:
    for name, run, step in (("ravine", 0, 4), ("schedules", 0, 9), ("cliff", 0, 6), ("direction", 0, 29)):
        task = library.shipped(name).tasks()[run]
        record = Run(task)
        record.extend_to(60)
        x, losses = record.trajectory.x.rows(), record.trajectory.loss.rows()
        expected = regimes.REGIMES[int(regimes.along(task, x, losses, np.array([step]))[0])]
        told = said(capsys, name, "--run", str(run), "--at", str(step))
        assert f"regime: {expected.name}. {expected.remedy}" in told.splitlines()
    words = ("--objective", "absolute", "--optimizer", "gradient-descent", "--at", "3")
    assert "regime" not in said(capsys, *words)


@pytest.mark.parametrize("typed", ITERATES)
def test_that_the_written_rule_evaluates_to_the_next_iterate(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    step, words = ITERATES[typed], ("ravine", "--optimizer", typed)
    told = said(capsys, *words, "--at", str(step)).splitlines()
    (at,) = [i for i, line in enumerate(told) if line.startswith("x ←")]
    after = rows(capsys, *words)[step + 1]
    wanted = [float(after["x0"]), float(after["x1"])]
    assert vector(told[at + 1].partition("←")[2]) == pytest.approx(wanted, rel=1e-12)
    assert numbers(told[at + 2]) == pytest.approx(wanted, rel=1e-12)


@pytest.mark.parametrize("kind", sorted(Optimizer.catalogue))
def test_that_every_method_ends_where_the_run_goes_on(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--objective", "mccormick", "--optimizer", kind, "--start", "1,1", "--steps", "5")
    told, after = said(capsys, *words, "--at", "2"), rows(capsys, *words)[3]
    assert row(told, "next") == [float(after["x0"]), float(after["x1"])]
    assert row(told, "next loss") == [float(after["loss"])]


def test_that_run_and_start_are_chosen_by_their_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("ravine", "--start", "1,1", "--start=-2,0.5")
    told = said(capsys, *words, "--run", "1", "--at", "0", "--start-row", "1")
    assert told.startswith("Momentum, step 0 → 1\n")
    assert row(told, "position") == [-2.0, 0.5]


def test_that_noise_is_that_of_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--objective", "saddle", "--noise", "0.3", "--seed", "5")
    told, after = said(capsys, *words, "--at", "6"), rows(capsys, *words)[7]
    assert row(told, "next") == [float(after["x0"]), float(after["x1"])]


def test_that_the_last_step_of_a_run_that_diverged_is_named_as_such(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("learning-rate", "--optimizer", "gradient-descent:lr=1e9")
    told, last = said(capsys, *words, "--at", "30"), rows(capsys, *words)[-1]
    step = int(last["step"])
    assert step < 30
    assert re.match(rf"diverged.*: its last step\nGradient descent, step {step} → {step + 1}\n", told)
    assert row(told, "position") == [float(last["x0"])]


def test_that_the_scenario_can_be_saved_beside_the_explanation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, "ravine", "--at", "4", "--seed", "9", "--save", str(tmp_path / "kept.toml"))
    assert told == said(capsys, str(tmp_path / "kept.toml"), "--at", "4")
    assert main(["explain", "ravine", "--at", "4", "--save", "-"]) == 0
    out, err = capsys.readouterr()
    assert scenario_file.loads(out) == library.shipped("ravine")
    assert err.startswith("Gradient descent, step 4 → 5\n")


def test_that_a_saved_scenario_finds_its_data_from_another_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("samples.csv").write_text("x,y\n1,2\n2,4\n", encoding="utf-8")
    Path("kept").mkdir()
    words = ("--model", "linear", "--data", "csv:path=samples.csv", "--at", "1")
    assert said(capsys, *words, "--save", "kept/fit.toml") == said(capsys, "kept/fit.toml", "--at", "1")


@pytest.mark.parametrize(("words", "sentence"), [
    ("ravine", "explain needs --at STEP"),
    ("ravine --at x", "explain: at must be a whole number, not 'x'"),
    ("ravine --at 61", "explain: at must be in [0, 60], not 61"),
    ("ravine --at=-1", "explain: at must be in [0, 60], not -1"),
    ("ravine --at 1 --run 3", "explain: run must be in [0, 2], not 3"),
    ("ravine --at 1 --start-row 1", "explain: start_row must be in [0, 0], not 1"),
    ("ravin --at 1", "unknown scenario 'ravin'; did you mean 'ravine'?"),
    ("ravine --step 1", "unknown option '--step'; did you mean '--steps'?"),
])  # fmt: skip
def test_that_bad_input_is_one_line(words: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", *words.split()]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"gdviz: {sentence}\n"
