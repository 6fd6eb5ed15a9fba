"""Data problems on the command line: the figures that known examples must give, and what is refused."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import numpy as np
import pytest

from gdviz import library, scenario, scenario_file
from gdviz.cli import main
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.learning.table import CLASSES

THREE = ("--model", "proportional", "--data", "three-points", "--optimizer", "gradient-descent:lr=0.01",
         "--start", "1")
LINE = ("--model", "linear", "--data", "line:n=100,slope=2,intercept=3,noise=0.5,high=2", "--optimizer",
        "gradient-descent:lr=0.01")


def steps(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, str]]:
    """The rows that `gdviz run … --csv -` prints."""
    assert main(["run", *words, "--csv", "-"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def outcome(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    """The first run of what `gdviz run … --json -` prints."""
    assert main(["run", *words, "--json", "-"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)["runs"][0]
    return found


def saved(tmp_path: Path, *words: str) -> scenario.Scenario:
    assert main(["run", *words, "--save", str(tmp_path / "saved.toml")]) == 0
    return scenario_file.load(tmp_path / "saved.toml")


def fault(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["run", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.removeprefix("gdviz: ").strip()


def test_that_gradient_descent_on_three_points_gives_the_known_weights(
    capsys: pytest.CaptureFixture[str]
) -> None:
    rows = steps(capsys, *THREE, "--steps", "400")
    assert rows[0]["x0"] == "1.0"
    assert (rows[100]["x0"], rows[400]["x0"]) == ("1.9999444396553017", "1.999999999999999")
    assert (rows[400]["samples"], rows[400]["epoch"]) == ("1200", "400")


def test_that_one_sample_at_a_time_gives_the_known_weights(capsys: pytest.CaptureFixture[str]) -> None:
    rows = steps(capsys, *THREE, "--steps", "600", "--batch-size", "1", "--order", "sequential")
    assert (rows[300]["x0"], rows[600]["x0"]) == ("1.9999999999999236", "1.9999999999999993")
    assert [rows[k]["epoch"] for k in (2, 3, 300, 600)] == ["0", "1", "100", "200"]
    assert rows[600]["samples"] == "600"


def test_that_the_known_prediction_is_in_json_and_summary(capsys: pytest.CaptureFixture[str]) -> None:
    words = (*THREE, "--steps", "100", "--predict", "4", "--predict=-1,0")
    predicted = outcome(capsys, *words)["predictions"]
    assert predicted == [7.999777758621207, -1.9999444396553017, 0.0]
    assert main(["run", *words]) == 0
    table = capsys.readouterr().out.partition("\n\n")[2].splitlines()
    assert [line.split()[-2:] for line in table] == [["x", "y"], ["4", "7.99978"], ["-1", "-1.99994"],
                                                     ["0", "0"]]


@pytest.mark.parametrize(("size", "updates"), [("full", 50), ("20", 250), ("1", 5000)])
@pytest.mark.parametrize("order", ["shuffle", "sequential"])
def test_that_50_epochs_of_100_samples_take_the_known_updates(
    size: str, updates: int, order: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = steps(capsys, *LINE, "--batch-size", size, "--order", order, "--steps", str(updates))
    assert (rows[-1]["step"], rows[-1]["epoch"], rows[-1]["samples"]) == (str(updates), "50", "5000")
    assert rows[-2]["epoch"] == "49"


def test_that_accumulated_batches_are_as_good_as_one_large_batch(capsys: pytest.CaptureFixture[str]) -> None:
    own = steps(capsys, *LINE, "--order", "sequential", "--batch-size", "10", "--accumulate", "5",
                "--steps", "20")
    large = steps(capsys, *LINE, "--order", "sequential", "--batch-size", "50", "--steps", "20")
    assert [row["epoch"] for row in own] == [row["epoch"] for row in large]
    for name in ("x0", "x1"):
        assert [float(row[name]) for row in own] == pytest.approx([float(row[name]) for row in large])


def test_that_a_run_keeps_the_batches_it_is_typed_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = "gradient-descent:lr=0.01,batch_size=20,zero_grad=false"
    words = (*LINE[:4], "--optimizer", typed, "--steps", "3")
    assert outcome(capsys, *words)["optimizer"] == typed
    assert outcome(capsys, *words)["evaluations"] == {"value": 0, "gradient": 3, "hessian": 0, "samples": 60}
    shown = saved(tmp_path, *words, "--batch-size", "7")
    assert (shown.batch_size, shown.runs[0].batch_size, shown.runs[0].zero_grad) == (7, 20, False)


def test_that_batches_asked_for_go_before_those_of_the_scenarios_runs(tmp_path: Path) -> None:
    shown = saved(tmp_path, "batches", "--batch-size", "10", "--steps", "2")
    assert [task.batches.size for task in shown.tasks()] == [10, 10, 10]


def test_that_half_of_a_data_problem_replaces_that_of_the_scenario(tmp_path: Path) -> None:
    problem = saved(tmp_path, "three-points", "--model", "linear", "--steps", "2").objective
    assert isinstance(problem, DataProblem)
    assert (problem.model, problem.data) == (Model.parse("linear"), Dataset.parse("three-points"))
    assert problem.dimension == 2


def test_that_the_seed_decides_a_random_start(tmp_path: Path) -> None:
    words = ("--model", "network", "--data", "moons:n=20", "--steps", "1")
    first, again, other = (saved(tmp_path, *words, "--seed", seed) for seed in "334")
    assert first == again
    assert first.starts != other.starts
    assert first.starts == (first.objective.start_from(3),)


def test_that_a_data_file_is_found_from_where_the_scenario_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "own.csv").write_text("a,b,c\n1,2,5\n2,1,4\n3,5,13\n")
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "here" / "own.toml"
    words = ["run", "--model", "linear", "--data", "csv:path=here/own.csv", "--steps", "2"]
    assert main([*words, "--save", str(file), "--predict", "1,2"]) == 0
    out = capsys.readouterr().out
    assert "assumed: features: a, b; target: c" in out
    assert 'path = "own.csv"' in file.read_text()
    monkeypatch.chdir("/")
    assert main(["run", str(file)]) == 0


def test_that_a_run_that_diverged_predicts_null(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--model", "proportional", "--data", "three-points", "--optimizer", "gradient-descent:lr=1",
             "--predict", "1e308")
    assert outcome(capsys, *words)["predictions"] == [None]


@pytest.mark.parametrize(("model", "names"), [("logistic", ["p(1)"]), ("softmax", ["p(0)", "p(1)"])])
def test_that_probabilities_are_named_by_their_class(
    model: str, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--model", model, "--data", "moons", "--steps", "2", "--predict=-1,2")
    assert main(["run", *words]) == 0
    head, line = capsys.readouterr().out.partition("\n\n")[2].splitlines()
    assert head.split()[3:] == ["x1", "x2", *names]
    found = outcome(capsys, *words)["predictions"]
    numbers = np.ravel(np.array(found))
    assert [float(word) for word in line.split()[-len(names):]] == pytest.approx(numbers, abs=1e-5)
    assert len(names) == 1 or numbers.sum() == pytest.approx(1.0)


@pytest.mark.parametrize(("words", "sentence"), [
    ("--objective ravine --data line", "either --objective or --model and --data, not both"),
    ("--objective ravine --model linear --data line", "either --objective or --model and --data, not both"),
    ("--model linear", "--model needs --data, or a scenario that has one"),
    ("ravine --data line", "--data needs --model, or a scenario that has one"),
    ("--model linaer --data line", "unknown model 'linaer'; did you mean 'linear'?"),
    ("--model linear --data lime", "unknown dataset 'lime'; did you mean 'line'?"),
    ("--model linear --data line:n=0", "line: n must be in [1, 1000000], not 0"),
    ("--model linear --data moons", "linear: cannot be fitted to classes; fitting models: logistic, network, "
     "softmax"),
    ("--model linear --data csv:path=missing.csv", "missing.csv: cannot be read: No such file or directory"),
    ("--model linear --data line --accumulate 0", "scenario: accumulate must be in [1, 1000000], not 0"),
    ("--model linear --data line --optimizer adam:batch_size=-1",
     "run: batch_size must be in [0, 1000000000], not -1"),
    ("ravine --predict 4", "--predict needs --model and --data, or a scenario that has them"),
    ("three-points --predict x",
     "--predict must be numbers with commas between, such as 3 or 3,-2; not 'x'"),
    ("three-points --predict nan", "--predict: a feature must be in (-inf, inf), not nan"),
    ("logistic --predict 4", "predict: x1, x2 needs 2 numbers, not 1"),
    ("logistic --predict -4,2",
     "argument --predict: expected one argument; a negative feature is written --predict=-5,2"),
])
def test_that_what_is_wrong_with_a_data_problem_is_told_in_one_line(
    words: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fault(capsys, *words.split()) == sentence


@pytest.mark.parametrize("kind", sorted(set(Dataset.catalogue) - {"csv"}))
def test_that_data_are_described_by_task_and_size(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["describe", kind, "--json"]) == 0
    found = [table for table in json.loads(capsys.readouterr().out)["found"] if table["family"] == "dataset"]
    table = Dataset.parse(kind).table
    assert (found[0]["task"], found[0]["samples"]) == (table.task, table.terms)
    assert len(found[0]["classes"]) == (table.outputs if table.task == CLASSES else 0)
    assert main(["describe", kind]) == 0
    assert f"samples    {table.terms}\n" in capsys.readouterr().out


@pytest.mark.parametrize("kind", sorted(Model.catalogue))
def test_that_models_are_described_by_formula_and_parameters(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["describe", kind, "--json"]) == 0
    found = [table for table in json.loads(capsys.readouterr().out)["found"] if table["family"] == "model"]
    model = Model.parse(kind)
    assert [fits["task"] for fits in found[0]["fits"]] == list(model.losses)
    for fits in found[0]["fits"]:
        problem = DataProblem(model=model, data=Dataset.parse(fits["data"]))
        assert (fits["size"], fits["names"]) == (problem.dimension, list(problem.axes))
        assert fits["formula"] == model.formula(problem.table)
        assert fits["loss"] == problem.loss.kind
    assert main(["describe", kind]) == 0
    assert found[0]["fits"][0]["formula"] in capsys.readouterr().out


@pytest.mark.parametrize("name", library.names())
def test_that_a_shipped_scenario_is_described_by_what_it_minimises(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = library.shipped(name)
    assert main(["describe", name]) == 0
    text = capsys.readouterr().out
    kinds = [shown.objective.kind]
    if isinstance(shown.objective, DataProblem):
        kinds = [shown.objective.model.kind, shown.objective.data.kind]
    assert all(any(line.split()[-1:] == [kind] for line in text.splitlines()) for kind in kinds)
    assert all(entry.typed() in text for entry in shown.runs)


def test_that_an_exhaustive_search_stands_below_the_runs_and_in_the_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = (*THREE, "--grid-search", "41", "--grid-search-box", "0,4", "--steps", "40")
    assert main(["run", *words]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "exhaustive search: best w = 2, loss 0, value 41, samples 123"
    assert "gradient 40, samples 120" in said[1]
    assert main(["run", *words, "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["search"] == {
        "box": [[0, 4]], "size": [41], "x": [2], "loss": 0,
        "evaluations": {"value": 41, "gradient": 0, "hessian": 0, "samples": 123},
    }
    made = saved(tmp_path, *words)
    assert (made.grid_search, made.grid_search_box) == (41, (0.0, 4.0))
    capsys.readouterr()
    assert fault(capsys, "softmax", "--grid-search", "9") == "--grid-search: at most 2 parameters, not 12"
    assert "box: 2 numbers are needed, not 4" in fault(capsys, *THREE, "--grid-search-box", "0,4,1,2")
    for box, said in (("4,0", "a low and a higher number"), ("-1e308,1e308", "must be in [-1e12, 1e12]")):
        assert said in fault(capsys, *THREE, f"--grid-search-box={box}")


def test_that_what_batches_cost_and_bring_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "batches", "--steps", "100", "--batches"]) == 0
    head, *rows = capsys.readouterr().out.split("\n\n")[1].splitlines()
    assert "gradient noise" in head
    told = [row.split() for row in rows]
    wanted = [["100", "1", "1", "100"], ["20", "1", "5", "20"], ["1", "1", "100", "1"]]
    assert [row[2:6] for row in told] == wanted
    noise = [float(row[-2]) for row in told]
    assert 0 == noise[0] < noise[1] < noise[2]
    assert fault(capsys, "ravine", "--batches").startswith("--batches needs --model and --data")
