"""Every model on every data set of the catalogue that it can be fitted to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import gdviz.engine.catalogue  # noqa: F401
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.layer import Layer
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.models.network import Network
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task
from gdviz.values import SpecError

VARIANTS = {
    "network": ("network:hidden=3", "network:hidden=2,activation=sigmoid",
                "network:hidden=2,activation=leaky-relu", "network:hidden=2,activation=identity"),
    "polynomial": ("polynomial:degree=1", "polynomial:degree=3"),
}
DATA = {"line": "line:n=9,low=-1,high=2", "three-points": "three-points"}


def small(kind: str) -> Dataset:
    found: Dataset = Dataset.parse(DATA.get(kind, f"{kind}:n=11"))
    return found


def fitting() -> list[tuple[str, str]]:
    pairs = []
    for kind in sorted(Model.catalogue):
        for data in sorted(set(Dataset.catalogue) - {"csv"}):
            try:
                Model.named(kind)().require(small(data).table)
            except SpecError:
                continue
            pairs += [(text, data) for text in VARIANTS.get(kind, (kind,))]
    return pairs


PAIRS = fitting()


def made(model: str, data: str) -> tuple[DataProblem, np.ndarray]:
    problem = DataProblem(model=Model.parse(model), data=small(data))
    points = np.random.default_rng(3).normal(size=(5, problem.dimension))
    return problem, np.asfortranarray(points)


def test_that_every_model_and_data_set_has_a_partner() -> None:
    assert {model.split(":")[0] for model, _ in PAIRS} == set(Model.catalogue)
    assert {data for _, data in PAIRS} == set(Dataset.catalogue) - {"csv"}


@pytest.mark.parametrize(("model", "data"), PAIRS)
def test_that_derivatives_agree_with_central_differences(model: str, data: str) -> None:
    problem, x = made(model, data)
    h = 6e-6
    ways = h * np.eye(problem.dimension)
    slope = np.stack([(problem.value(x + way) - problem.value(x - way)) / (2 * h) for way in ways], axis=1)
    np.testing.assert_allclose(problem.gradient(x), slope, rtol=1e-6, atol=1e-7)
    risen = [problem.gradient(x + way) - problem.gradient(x - way) for way in ways]
    bend = np.stack(risen, axis=2) / (2 * h)
    np.testing.assert_allclose(problem.hessian(x), bend, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize(("model", "data"), PAIRS)
def test_that_rows_do_not_depend_on_the_rest_of_the_batch(model: str, data: str) -> None:
    problem, _ = made(model, data)
    x = np.asfortranarray(np.random.default_rng(4).normal(size=(130, problem.dimension)))
    value, gradient = problem.value_and_gradient(x)
    assert np.array_equal(value, problem.value(x))
    assert np.array_equal(gradient, problem.gradient(x))
    hessian = problem.hessian(x[:4])
    for row in (0, 3, 77, 129):
        alone = x[row : row + 1]
        assert problem.value(alone)[0] == value[row]
        assert np.array_equal(problem.gradient(alone)[0], gradient[row])
    assert np.array_equal(problem.hessian(x[3:4])[0], hessian[3])


@pytest.mark.parametrize(("model", "data"), PAIRS)
def test_that_a_batch_is_the_mean_of_its_samples(model: str, data: str) -> None:
    problem, x = made(model, data)
    index = np.array([2, 0, 1, 2])
    for theta in x[:2]:
        one = theta[None]
        losses = [problem.batch_value(one, np.array([i]))[0] for i in index]
        gradients = problem.sample_gradients(theta, index)
        assert gradients.shape == (4, problem.dimension)
        np.testing.assert_allclose(np.mean(losses), problem.batch_value(one, index)[0], rtol=1e-12)
        np.testing.assert_allclose(gradients.mean(axis=0), problem.batch_gradient(one, index)[0],
                                   rtol=1e-11, atol=1e-13)
        singles = [problem.batch_hessian(one, np.array([i]))[0] for i in index]
        np.testing.assert_allclose(np.mean(singles, axis=0), problem.batch_hessian(one, index)[0],
                                   rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize(("model", "data"), PAIRS)
def test_that_nothing_is_written_to_what_is_handed_in(model: str, data: str) -> None:
    problem, x = made(model, data)
    problem.inputs.flags.writeable = False
    problem.targets.flags.writeable = False
    x.flags.writeable = False
    for _ in range(2):
        first = (problem.value(x), problem.gradient(x), problem.hessian(x), problem.sample_gradients(x[0]))
    again = (problem.value(x), problem.gradient(x), problem.hessian(x), problem.sample_gradients(x[0]))
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))


@pytest.mark.parametrize(("model", "data"), PAIRS)
def test_that_names_start_and_box_have_the_models_size(model: str, data: str) -> None:
    problem, _ = made(model, data)
    assert len(set(problem.axes)) == problem.dimension
    assert len(problem.start) == len(problem.box) == problem.dimension
    for at, (low, high) in zip(problem.start, problem.box, strict=True):
        assert low < at < high
    assert "\\hat{y} =" in problem.formula or "p =" in problem.formula


@pytest.mark.parametrize(("model", "data"), PAIRS)
def test_that_parameters_for_standardised_features_predict_the_same_as_the_raw_ones(
    model: str, data: str
) -> None:
    plain, x = made(model, data)
    scaled = replace(plain, data=replace(plain.data, standardise=True))
    features = plain.table.features
    assert not np.allclose(scaled.inputs, plain.inputs)
    np.testing.assert_allclose(scaled.outputs(x, features), plain.outputs(scaled.raw(x), features), rtol=1e-9,
                               atol=1e-10)
    np.testing.assert_allclose(scaled.standardised(scaled.raw(x)), x, rtol=1e-8, atol=1e-9)


@pytest.mark.parametrize(("model", "data"), PAIRS)
def test_that_gradient_descent_lowers_the_loss(model: str, data: str) -> None:
    problem, _ = made(model, data)
    lr = 0.1 / problem.curvature(problem.start)[-1]
    run = Run(Task(problem, Optimizer.parse(f"gradient-descent:lr={lr}"), (problem.start,)))
    run.extend_to(30)
    assert (np.diff(run.trajectory.loss.rows()[:, 0]) < 0).all()


def test_that_a_network_starts_by_its_seed_and_others_do_not() -> None:
    network = DataProblem(model=Model.parse("network"), data=Dataset.parse("moons"))
    assert network.start_from(1) == network.start_from(1) != network.start_from(2)
    assert network.new_start(2) == network.start_from(2)
    first, second = Layer(8, 2), Layer(2, 8)
    assert network.dimension == first.size + second.size == 42
    assert np.abs(network.start[: first.size]).max() <= 1 / np.sqrt(2)
    assert np.abs(network.start[first.size :]).max() <= 1 / np.sqrt(8)
    line = DataProblem(model=Model.parse("linear"), data=Dataset.parse("line"))
    assert line.start_from(1) == line.start_from(2) == (0.0, 0.0)


def test_that_a_networks_hessian_of_many_samples_is_summed_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    problem, x = made("network:hidden=3", "blobs")
    whole = problem.hessian(x)
    monkeypatch.setattr("gdviz.engine.learning.network_hessian.CELLS", 4 * problem.dimension * 3)
    np.testing.assert_allclose(problem.hessian(x), whole, rtol=1e-12, atol=1e-13)


def test_that_a_network_parts_the_moons_and_a_straight_line_does_not() -> None:
    data = Dataset.parse("moons:n=100,noise=0.05")
    shares = []
    for model in ("network:hidden=8", "logistic"):
        problem = DataProblem(model=Model.parse(model), data=data)
        run = Run(Task(problem, Optimizer.parse("adam:lr=0.1"), (problem.start,)))
        run.extend_to(400)
        found = problem.classify(run.trajectory.x[400][0], problem.table.features)
        shares.append(np.mean(found == problem.table.targets[:, 0]))
    assert shares[0] == 1.0
    assert 0.75 < shares[1] < 0.95


def test_that_scores_of_ten_thousand_give_finite_losses_in_every_model() -> None:
    for model, data in PAIRS:
        problem, x = made(model, data)
        value, gradient = problem.value_and_gradient(1e4 * x)
        assert np.isfinite(value).all()
        assert np.isfinite(gradient).all()
        assert np.isfinite(problem.hessian(1e4 * x)).all()


@pytest.mark.parametrize(
    ("model", "data", "sentence"),
    [
        ("linear", "moons", "linear: cannot be fitted to classes; fitting models: logistic, network, soft"),
        ("softmax", "line", "softmax: cannot be fitted to regression; fitting models: linear"),
        ("logistic", "blobs", "logistic: two classes are needed, not 3"),
        ("multi-label", "moons", "multi-label: cannot be fitted to classes"),
    ],
)
def test_that_a_model_that_does_not_fit_is_refused_with_those_that_do(
    model: str, data: str, sentence: str
) -> None:
    with pytest.raises(SpecError, match=sentence):
        DataProblem(model=Model.parse(model), data=Dataset.parse(data))


def test_that_names_tell_output_and_input_apart() -> None:
    assert Layer(1, 1).names() == ("w", "b")
    assert Layer(1, 2, bias=False).names() == ("w1", "w2")
    assert Layer(2, 2).names() == ("w11", "w12", "w21", "w22", "b1", "b2")
    assert Layer(1, 12).names()[10] == "w11"
    assert Layer(2, 12).names()[10] == "w1,11"
    network = DataProblem(model=Network(hidden=1), data=Dataset.parse("line"))
    assert network.axes == ("W1.11", "b1.1", "W2.11", "b2.1")
