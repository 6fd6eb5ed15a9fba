"""A model fitted to samples, as an objective."""

from __future__ import annotations

import numpy as np
import pytest

import gdviz.engine.catalogue  # noqa: F401
from gdviz.engine.batches import Batches
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model, Trace
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.oracle import SAMPLES
from gdviz.engine.run import Run, Task
from gdviz.values import SpecError


def problem(model: str, data: str) -> DataProblem:
    return DataProblem(model=Model.parse(model), data=Dataset.parse(data))


THREE = problem("proportional", "three-points")


def run(
    objective: DataProblem, start: tuple[float, ...], batches: Batches, steps: int, lr: float = 0.01
) -> Run:
    made = Run(Task(objective, Optimizer.parse(f"gradient-descent:lr={lr!r}"), (start,), batches=batches))
    made.extend_to(steps)
    return made


def test_that_the_three_points_give_the_known_figures_to_the_last_digit() -> None:
    path = run(THREE, (1.0,), Batches(), 400).trajectory.x
    assert path[100][0, 0] == 1.9999444396553017
    assert path[400][0, 0] == 1.999999999999999
    assert THREE.predict(path[100][0], np.array([[4.0]]))[0, 0] == 7.999777758621207


def test_that_one_sample_at_a_time_gives_the_known_figures_to_the_last_digit() -> None:
    made = run(THREE, (1.0,), Batches(1, "sequential"), 600)
    assert made.trajectory.x[300][0, 0] == 1.9999999999999236
    assert made.trajectory.x[600][0, 0] == 1.9999999999999993
    assert made.task.epoch(300) == 100
    assert made.task.epoch(600) == 200
    assert made.trajectory.counts[600][SAMPLES, 0] == 600


def test_that_the_three_points_are_shown_as_a_curve_from_0_to_4() -> None:
    assert THREE.box == ((0.0, 4.0),)
    assert THREE.start == (1.0,)
    assert THREE.minima == ((2.0,),)
    assert THREE.lowest() == 0.0
    assert THREE.axes == ("w",)


def test_that_the_least_squares_line_is_the_minimum() -> None:
    line = problem("linear", "line:noise=2,seed=4")
    (minimum,) = line.minima
    x, y = line.table.features[:, 0], line.table.targets[:, 0]
    np.testing.assert_allclose(minimum, np.polyfit(x, y, 1), rtol=1e-12)
    assert np.abs(line.gradient(np.array([minimum]))).max() < 1e-12
    for low, high in line.box:
        assert low < 0.0 < high
    assert all(low < at < high for at, (low, high) in zip(minimum, line.box, strict=True))


def test_that_the_full_gradient_is_computed_once_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    forward = type(THREE.model).forward

    def counted(self: Model, theta: np.ndarray, *rest: np.ndarray) -> Trace:
        asked.append(len(theta))
        return forward(self, theta, *rest)

    monkeypatch.setattr(type(THREE.model), "forward", counted)
    made = run(THREE, (1.0,), Batches(), 200)
    assert len(asked) == 201
    assert made.trajectory.counts[200][SAMPLES, 0] == 600


def test_that_values_without_the_cache_of_a_run_have_the_same_bits() -> None:
    line = problem("linear", "line:n=50")
    record = run(line, (0.0, 0.0), Batches(), 90).trajectory
    path = np.array(record.x.rows()[:, 0])
    assert np.array_equal(record.loss.rows()[:, 0], line.value(path))
    for k in range(90):
        step = path[k : k + 1] - 0.01 * line.gradient(path[k : k + 1])
        assert np.array_equal(step[0], path[k + 1])


@pytest.mark.parametrize("n", [1, 2, 7, 100, 3000])
def test_that_a_row_of_a_batch_has_the_bits_of_the_row_alone(n: int) -> None:
    rng = np.random.default_rng(1)
    for model in ("proportional", "linear"):
        objective = problem(model, f"line:n={n}")
        x = np.asfortranarray(rng.normal(size=(300, objective.dimension)))
        value, gradient = objective.value_and_gradient(x)
        assert np.array_equal(value, objective.value(x))
        assert np.array_equal(gradient, objective.gradient(x))
        hessian = objective.hessian(x)
        for row in (0, 1, 150, 299):
            alone = x[row : row + 1]
            assert objective.value(alone)[0] == value[row]
            assert np.array_equal(objective.gradient(alone)[0], gradient[row])
            assert np.array_equal(objective.hessian(alone)[0], hessian[row])


def test_that_a_diverging_fit_ends_at_its_last_finite_point() -> None:
    made = run(THREE, (1.0,), Batches(1), 3000, lr=3.0)
    assert made.ended
    assert np.isfinite(made.trajectory.loss.rows()).all()
    assert made.status(3000, 1e-6).kind == "diverged"


def test_that_standardising_is_undone_by_raw_parameters() -> None:
    plain = problem("linear", "line:n=40,low=100,high=300")
    scaled = problem("linear", "line:n=40,low=100,high=300,standardise=true")
    assert (plain.shift[0], plain.deviation[0]) == (0.0, 1.0)
    assert scaled.inputs[0].mean() == pytest.approx(0.0, abs=1e-12)
    assert scaled.inputs[0].std() == pytest.approx(1.0)
    theta = np.array([[3.0, -1.0], [0.5, 2.0]])
    np.testing.assert_allclose(scaled.value(theta), plain.value(scaled.raw(theta)), rtol=1e-9)
    np.testing.assert_allclose(scaled.standardised(scaled.raw(theta)), theta, rtol=1e-9)
    np.testing.assert_allclose(scaled.raw(np.array(scaled.minima)), plain.minima, rtol=1e-9)
    samples = np.array([[200.0], [-3.0]])
    raw = plain.predict(scaled.raw(theta)[0], samples)
    np.testing.assert_allclose(scaled.predict(theta[0], samples), raw)


def test_that_a_model_without_bias_is_scaled_but_not_shifted() -> None:
    scaled = problem("proportional", "three-points:standardise=true")
    assert scaled.shift[0] == 0.0
    assert scaled.deviation[0] == pytest.approx(np.sqrt(14 / 3))
    np.testing.assert_allclose(scaled.raw(np.array(scaled.minima)), [[2.0]], rtol=1e-14)


def test_that_predictions_take_a_row_for_each_sample() -> None:
    theta = np.array([2.0])
    assert THREE.predict(theta, np.array([[4.0], [5.0]])).tolist() == [[8.0], [10.0]]
    with pytest.raises(SpecError, match="x needs 1 numbers, not 2"):
        THREE.predict(theta, np.array([[4.0, 5.0]]))


def test_that_the_samples_are_read_only_and_shared_by_equal_data_sets() -> None:
    first, second = Dataset.parse("line:seed=8"), Dataset.parse("line:seed=8")
    assert first.table is second.table
    with pytest.raises(ValueError, match="read-only"):
        first.table.features[0] = 1.0


def test_that_new_starts_differ_by_their_seed_and_lie_in_the_box() -> None:
    starts = {THREE.new_start(seed) for seed in range(5)}
    assert len(starts) == 5
    assert all(0.0 <= start[0] <= 4.0 for start in starts)
    assert THREE.new_start(3) == THREE.new_start(3)


def test_that_the_surface_is_the_value_up_to_rounding() -> None:
    rng = np.random.default_rng(0)
    for model, data in (("linear", "line"), ("linear", "two-targets"), ("polynomial", "line:low=-1,high=1"),
                        ("logistic", "moons")):
        objective = problem(model, data)
        x = rng.normal(size=(50, objective.dimension)) * 3
        np.testing.assert_allclose(objective.surface(x), objective.value(x), rtol=1e-9)
