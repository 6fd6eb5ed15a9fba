"""Data problems as programs: samples, batches, models and their gradients are those of the run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from test_script import ends, fitted, replayed

from gdviz import library
from gdviz.engine.learning.activation import ACTIVATIONS
from gdviz.engine.learning.dataset import Dataset
from gdviz.scenario import Entry
from gdviz.script.numpy_script import numpy_script
from gdviz.script.torch_script import torch_script
from gdviz.values import SpecError

PROBLEMS = {
    "proportional": "three-points", "linear": "two-targets", "multi-label": "multi-label:n=50",
    "polynomial:degree=3": "line:n=60,standardise=true", "logistic": "blobs:classes=2,n=50",
    "softmax": "spirals:classes=3,n=50", "network:hidden=3": "moons:n=40",
}  # fmt: skip
DRAWN = [kind for kind in Dataset.catalogue if kind != "csv"]
FITTING = {"multi-label": "multi-label", "line": "linear", "three-points": "linear", "two-targets": "linear"}


@pytest.mark.parametrize("model", PROBLEMS)
def test_that_programs_fit_every_model(model: str) -> None:
    scenario = fitted(model, PROBLEMS[model], "gradient-descent:lr=0.02", "momentum:lr=0.01,batch_size=7")
    replayed(scenario)
    replayed(scenario, torch_script)


@pytest.mark.parametrize("kind", DRAWN)
def test_that_a_program_makes_the_samples_of_every_data_set(kind: str) -> None:
    scenario = fitted(FITTING.get(kind, "softmax"), kind, "gradient-descent:lr=0.01", steps=5)
    text = replayed(scenario)
    assert ("def samples" in text) == (kind != "three-points")


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_that_programs_know_every_activation(activation: str) -> None:
    scenario = fitted(f"network:hidden=3,activation={activation}", "line:n=20", "gradient-descent:lr=0.001")
    replayed(scenario)
    replayed(scenario, torch_script)


@pytest.mark.parametrize("order", ["shuffle", "sequential", "replacement"])
def test_that_programs_deal_out_batches_as_the_run_does(order: str) -> None:
    runs = [f"gradient-descent:lr=0.01,order={order},batch_size={size},accumulate={count}"
            for size, count in ((7, 1), (7, 3), (1, 1))]
    scenario = fitted("linear", "line:n=30,high=2", *runs, steps=40, seed=3)
    replayed(replace(scenario, runs=(*scenario.runs, Entry.parse("polyak:lr=0.1,batch_size=9"))))
    replayed(scenario, torch_script)


def test_that_programs_make_the_mistake_of_never_setting_the_gradient_to_zero() -> None:
    scenario = fitted("linear", "line:n=30,high=2", "gradient-descent:lr=0.01,zero_grad=false,batch_size=8",
                      noise=0.1)
    replayed(scenario)
    replayed(scenario, torch_script)


@pytest.mark.parametrize("model", PROBLEMS)
def test_that_a_program_has_the_hessian_of_every_model(model: str) -> None:
    alone = fitted(model, PROBLEMS[model], "newton:hessian=damped,batch_size=20", "newton:hessian=absolute",
                   "line-search:search=exact", "preconditioned:hessian=damped", steps=6)
    replayed(alone)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_that_a_program_knows_the_second_derivative_of_every_activation(activation: str) -> None:
    replayed(fitted(f"network:hidden=3,activation={activation}", "multi-label:n=30", "newton:hessian=damped",
                    steps=5))


@pytest.mark.parametrize("name", ["network-wave", "softmax", "noisy-line"])
def test_that_searches_round_as_the_run_does_however_many_parameters_there_are(name: str) -> None:
    """In 100 steps of a network the last digit of one sum would become the first of the end."""
    kinds = ("bfgs", "bfgs:search=armijo", "lbfgs", "conjugate-gradient:search=wolfe", "nelder-mead",
             "line-search:search=wolfe")
    replayed(replace(library.find(name), runs=tuple(map(Entry.parse, kinds)), steps=100, question=None))


def test_that_samples_from_a_file_are_written_down_if_they_are_few(tmp_path: Path) -> None:
    file, numbers = tmp_path / "samples.csv", np.random.default_rng(0).normal(size=(140, 4))
    numbers[:, 1] = 1.0
    file.write_text("a,b,c,d\n" + "\n".join(",".join(map(repr, row)) for row in numbers.tolist()))
    scenario = fitted("linear", f"csv:path={file},standardise=true", "gradient-descent:lr=0.1")
    text = replayed(scenario)
    assert str(tmp_path) not in text
    replayed(scenario, torch_script)


WRITTEN = {  # delimiter, decimal comma, encoding, model, targets: what stands in the last column
    "commas": (",", False, "utf-8-sig", "linear", None),
    "a spreadsheet": (";", True, "gb18030", "softmax", ("红", "蓝", "绿")),
    "tabs": ("\t", False, "utf-16", "logistic", ("2", "10")),
    "blanks": (" ", False, "utf-8", "network:hidden=2", ("no", "yes")),
    "labels": ("|", False, "utf-16-be", "multi-label", ("0", "1")),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_that_a_program_reads_a_file_that_is_too_long_to_be_written_down(tmp_path: Path, name: str) -> None:
    sign, comma, encoding, model, ends_with = WRITTEN[name]
    rng = np.random.default_rng(0)
    rows = [["长", "b", "last"]]
    for i in range(240):
        cells = [f"{number!r}" for number in rng.normal(size=3).tolist()]
        cells = [cell.replace(".", ",") if comma else cell for cell in cells]
        rows.append([*cells[:2], ends_with[i % len(ends_with)] if ends_with else cells[2]])
    rows[7][1], rows[9][2] = "NA", "?"
    file = tmp_path / f"{name} 样本.csv"
    file.write_bytes(("# made\n" + "\r\n".join(map(sign.join, rows)) + "\r\n").encode(encoding))
    task = ",task=labels" if model == "multi-label" else ",task=classes" if ends_with else ""
    scenario = fitted(model, f"csv:path={file}{task}", "gradient-descent:lr=0.05", steps=3)
    assert scenario.objective.terms == 238
    assert "csv.reader" in replayed(scenario)
    replayed(scenario, torch_script)


def test_that_very_many_starts_are_refused() -> None:
    scenario = fitted("linear", "line:n=20", "gradient-descent:lr=0.001", steps=1)
    many = replace(scenario, starts=tuple((float(i), 0.0) for i in range(301)))
    with pytest.raises(SpecError, match="the starts are more than 600 numbers"):
        numpy_script(many, ends(many)[0])


def test_that_programs_of_rescaling_methods_round_as_the_run_does() -> None:
    """In 300 steps of a network the last digit of the first would become the fourth one."""
    kinds = ("adam", "adam:beta1=0.4,amsgrad=true", "adamw", "nadam", "qhadam", "yogi", "radam", "adabelief",
             "rmsprop", "lion")
    runs = [f"{kind}{',' if ':' in kind else ':'}lr=0.02" for kind in kinds]
    wave = library.find("network-wave")
    replayed(replace(wave, runs=tuple(map(Entry.parse, [*runs, "adadelta"])), steps=300))
