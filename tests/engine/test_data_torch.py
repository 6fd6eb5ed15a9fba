"""Models, losses and training paths against what torch was recorded to give."""

from __future__ import annotations

import runpy
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

import gdviz.engine.catalogue  # noqa: F401
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.loss import Loss
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task
from tests.reference.data_settings import PROBLEMS, SEED, TRAININGS

REFERENCE = Path(__file__).parents[1] / "reference"
PATHS = dict(np.load(REFERENCE / "data_paths.npz"))
SOURCES = ["recorded", *(["live"] if find_spec("torch") else [])]


@cache
def reference(source: str, part: str) -> dict[str, np.ndarray]:
    """What the script in tests/reference finds: as it was recorded, or now, where torch is installed."""
    if source == "recorded":
        return dict(np.load(REFERENCE / f"data_{part}.npz"))
    found: dict[str, np.ndarray] = runpy.run_path(str(REFERENCE / "make_data_paths.py"))[part]()
    return found


def problem(name: str) -> DataProblem:
    model, data = PROBLEMS[name]
    return DataProblem(model=Model.parse(model), data=Dataset.parse(data))


def test_that_every_model_and_loss_is_compared() -> None:
    compared = {problem(name).model.kind for name in PROBLEMS}
    assert compared == set(Model.catalogue)
    assert {problem(name).loss.kind for name in PROBLEMS} == set(Loss.catalogue)
    assert {key.split("/")[0] for key in reference("recorded", "derivatives")} == set(PROBLEMS)
    assert set(PATHS) == set(TRAININGS)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("name", PROBLEMS)
def test_that_value_gradient_and_hessian_equal_those_of_autograd(name: str, source: str) -> None:
    wanted = {part: reference(source, "derivatives")[f"{name}/{part}"] for part in
              ("features", "targets", "points", "values", "gradients", "hessians")}
    made = problem(name)
    np.testing.assert_allclose(made.table.features, wanted["features"], rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(made.table.targets, wanted["targets"], rtol=1e-12, atol=1e-12)
    points = wanted["points"]
    np.testing.assert_allclose(made.value(points), wanted["values"], rtol=1e-10)
    np.testing.assert_allclose(made.gradient(points), wanted["gradients"], rtol=1e-10, atol=1e-10)
    np.testing.assert_allclose(made.hessian(points), wanted["hessians"], rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("scores", ["ordinary", "huge"])
@pytest.mark.parametrize("kind", sorted(Loss.catalogue))
def test_that_losses_and_their_slopes_equal_torchs_for_scores_up_to_ten_thousand(
    kind: str, scores: str, source: str
) -> None:
    wanted = {part: reference(source, "losses")[f"{kind}/{scores}/{part}"] for part in
              ("scores", "targets", "value", "slope")}
    loss: Loss = Loss.named(kind)()
    given = np.ascontiguousarray(wanted["scores"].T)[None]
    targets = np.ascontiguousarray(wanted["targets"].T)
    value, slope = loss.judged(given.copy(), targets)
    assert np.isfinite(value).all()
    np.testing.assert_allclose(value[0], wanted["value"], rtol=1e-12)
    scale = loss.weight / loss.divisor(targets)
    np.testing.assert_allclose(slope[0].T * scale, wanted["slope"], rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(loss.each(given, targets).mean(), wanted["value"], rtol=1e-12)
    assert np.isfinite(loss.bend(given)).all()


@pytest.mark.parametrize("name", TRAININGS)
def test_that_training_on_the_same_batches_takes_torchs_path(name: str) -> None:
    wanted = PATHS[name]
    which, optimizer, batches = TRAININGS[name]
    made = Run(Task(problem(which), Optimizer.parse(optimizer), (tuple(wanted[0]),), seed=SEED,
                    batches=batches))
    made.extend_to(len(wanted) - 1)
    np.testing.assert_allclose(made.trajectory.x.rows()[:, 0], wanted, rtol=1e-10, atol=1e-12)
