"""The computational graph: values forward, gradients backward, and the check of the gradients."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from test_data_torch import PROBLEMS, problem, reference

from gdviz.engine.learning.gradient_check import TOLERANCE, gradient_check
from gdviz.engine.learning.graph import GIVEN, LOSS, PARAMETER, Graph, latex
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import ALL_TERMS

BATCHES = {"all": ALL_TERMS, "batch": np.array([2, 0, 1, 2])}


def at(made: DataProblem, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).normal(0.0, 0.8, made.dimension)


def numeric(made: DataProblem, graph: Graph, name: str) -> np.ndarray:
    """∂L/∂node of a node of the spine by central differences of what comes after it."""
    h, names = 1e-6, [node.name for node in graph.spine]
    value = graph[name].value
    found = np.empty_like(value)
    for place in np.ndindex(value.shape):
        moved = [loss_from(made, graph, names, name, value, place, way * h) for way in (1, -1)]
        found[place] = (moved[0] - moved[1]) / (2 * h)
    return found


def loss_from(made: DataProblem, graph: Graph, names: list[str], name: str, value: np.ndarray,
              place: tuple[int, ...], h: float) -> float:
    """The loss with one number of a node changed: each operation is done by its own words."""
    known = {node.name: node.value for node in graph.nodes}
    known[name] = value.copy()
    known[name][place] += h
    for later in names[names.index(name) + 1 :]:
        known[later] = OPERATIONS[graph[later].operation](made, known)
    return float(known["L"])


def affine(w: str, b: str, of: str):
    def done(made: DataProblem, known: dict[str, np.ndarray]) -> np.ndarray:
        return known[w] @ known[of] + (known[b][:, None] if b else 0.0)

    return done


def powers(made: DataProblem, known: dict[str, np.ndarray]) -> np.ndarray:
    return np.vstack([known["x"] ** r for r in range(1, made.model.degree + 1)])  # type: ignore[attr-defined]


def softmax(made: DataProblem, known: dict[str, np.ndarray]) -> np.ndarray:
    large = np.exp(known["s"] - known["s"].max(axis=0))
    return large / large.sum(axis=0)


OPERATIONS = {
    "w x": affine("w", "", "x"), "w x + b": affine("w", "b", "x"), "wᵀx + b": affine("w", "b", "x"),
    "wᵀφ + b": affine("w", "b", "φ"), "W x + b": affine("W", "b", "x"),
    "W₁ x + b₁": affine("W₁", "b₁", "x"), "W₂ a + b₂": affine("W₂", "b₂", "a"),
    "(x, x², x³)": powers,
    "tanh z": lambda made, known: np.tanh(known["z"]),
    "σ(z)": lambda made, known: 1 / (1 + np.exp(-known["z"])),
    "max(z, 0)": lambda made, known: np.maximum(known["z"], 0),
    "max(z, 0.01 z)": lambda made, known: np.maximum(known["z"], 0.01 * known["z"]),
    "z": lambda made, known: known["z"],
    "ŷ − y": lambda made, known: known["ŷ"] - known["y"], "r²": lambda made, known: known["r"] ** 2,
    "σ(s)": lambda made, known: 1 / (1 + np.exp(-known["s"])), "softmax(s)": softmax,
    "BCE(p, y)": lambda made, known: -(known["y"] * np.log(known["p"])
                                       + (1 - known["y"]) * np.log(1 - known["p"])).sum(0, keepdims=True),
    "−Σ y log p": lambda made, known: -(known["y"] * np.log(known["p"])).sum(0, keepdims=True),
    "mean(q)": lambda made, known: known["q"].mean(), "mean(ℓ)": lambda made, known: known["ℓ"].mean(),
}  # fmt: skip


@pytest.mark.parametrize("batch", BATCHES)
@pytest.mark.parametrize("name", PROBLEMS)
def test_that_the_graph_computes_the_engines_loss_and_gradient(name: str, batch: str) -> None:
    made, index = problem(name), BATCHES[batch]
    theta = at(made)
    graph = made.graph(theta, index)
    assert graph["L"].value == pytest.approx(made.batch_value(theta[None], index)[0], rel=1e-13)
    wanted = made.batch_gradient(theta[None], index)[0]
    np.testing.assert_allclose(graph.gradient, wanted, rtol=1e-12, atol=1e-14)
    parameters = [node.value.ravel() for node in graph.nodes if node.role == PARAMETER]
    np.testing.assert_array_equal(np.concatenate(parameters), theta)
    for node in graph.nodes:
        assert set(node.inputs) <= {other.name for other in graph.nodes}
        assert bool(node.inputs) == bool(node.operation) == (node.role not in (GIVEN, PARAMETER))
        assert node.gradient is None or node.gradient.shape == node.value.shape


@pytest.mark.parametrize("name", PROBLEMS)
def test_that_every_node_is_its_operation_and_its_gradient_is_the_losss_derivative(name: str) -> None:
    made = problem(name)
    graph = made.graph(at(made), BATCHES["batch"])
    known = {node.name: node.value for node in graph.nodes}
    for node in graph.spine[1:]:
        found = OPERATIONS[node.operation](made, known)
        np.testing.assert_allclose(found, node.value, rtol=1e-12, atol=1e-14)
    for node in graph.spine[:-1]:
        np.testing.assert_allclose(node.gradient, numeric(made, graph, node.name), rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("name", PROBLEMS)
def test_that_the_graphs_gradient_equals_that_of_autograd(name: str) -> None:
    made, wanted = problem(name), reference("recorded", "derivatives")
    for theta, gradient in zip(wanted[f"{name}/points"], wanted[f"{name}/gradients"], strict=True):
        np.testing.assert_allclose(made.graph(theta).gradient, gradient, rtol=1e-10, atol=1e-12)


def test_that_gradients_of_one_sample_are_shares_of_the_batchs() -> None:
    made, index = problem("network-classes"), BATCHES["batch"]
    theta = at(made)
    graph = made.graph(theta, index)
    alone = [made.graph(theta, index[i : i + 1]) for i in range(len(index))]
    np.testing.assert_allclose(sum(each.gradient for each in alone) / len(index), graph.gradient, rtol=1e-12)
    for i, each in enumerate(alone):
        value, gradient = graph.seen(graph["z"], i)
        np.testing.assert_allclose(value, each["z"].value[:, 0], rtol=1e-14)
        np.testing.assert_allclose(gradient, each["z"].gradient[:, 0] / len(index), rtol=1e-12)
    mean, total = graph.seen(graph["z"])
    np.testing.assert_allclose(total, graph["b₁"].gradient, rtol=1e-12)
    np.testing.assert_allclose(mean, graph["z"].value.mean(axis=1))


@pytest.mark.parametrize("name", PROBLEMS)
def test_that_the_gradient_check_passes_and_finds_a_wrong_parameter(name: str) -> None:
    made, index = problem(name), BATCHES["batch"]
    for seed in range(3):
        theta = at(made, seed)
        gradient = made.graph(theta, index).gradient
        found = gradient_check(made, theta, index, gradient)
        assert found.passed
        assert found.error < 1e-6
        assert found.checked == made.dimension
        wrong = gradient.copy()
        wrong[-1] += 1e-3
        found = gradient_check(made, theta, index, wrong)
        assert not found.passed
        assert found.worst == made.dimension - 1
        assert found.analytic - found.numeric == pytest.approx(1e-3, rel=1e-3)


def test_that_the_gradient_check_passes_where_the_gradient_vanishes() -> None:
    made = problem("linear")
    theta = np.array(made.minima[0])
    assert gradient_check(made, theta, ALL_TERMS, made.graph(theta).gradient).error < TOLERANCE


def test_that_the_gradient_check_draws_a_part_of_many_parameters_and_says_so() -> None:
    made = replace(problem("network-classes"), model=Model.parse("network:hidden=60"))
    theta = at(made)
    gradient = made.graph(theta).gradient
    found = [gradient_check(made, theta, ALL_TERMS, gradient, seed) for seed in (0, 0, 1)]
    assert found[0] == found[1] != found[2]
    assert {each.checked for each in found} == {200}
    assert all(each.passed for each in found)


def test_that_nodes_stay_finite_for_scores_that_leave_no_doubt() -> None:
    for name in ("logistic", "softmax", "multi-label"):
        made = problem(name)
        graph = made.graph(40.0 * at(made))
        for node in graph.nodes:
            assert np.isfinite(node.value).all(), node.name
            assert node.gradient is None or np.isfinite(node.gradient).all(), node.name
        assert graph.nodes[-1].role == LOSS


def test_that_operations_are_written_as_latex() -> None:
    assert latex("z = W₁ x + b₁") == "z = W_{1} x + b_{1}"
    assert latex("ŷ = wᵀφ + b") == r"\hat{y} = w^\top \varphi  + b"
    assert latex("(x, …, x¹²)") == r"(x, \ldots , x^{12})"
