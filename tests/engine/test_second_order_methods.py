"""Conjugate gradients, quasi-Newton methods and Nelder-Mead do what their sources promise."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize

from gdviz.engine.catalogue import Objective, Optimizer
from gdviz.engine.oracle import GRADIENT, VALUE, Oracle
from gdviz.engine.run import Run, Task
from gdviz.spec import declared


@declared
class Quadratic(Objective):
    """f(x) = ½ xᵀAx - bᵀx with a full matrix A and its minimum at `solution`."""

    kind = label = about = formula = "quadratic"
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (-5.0, 4.0)
    matrix = np.array([[10.0, 8.0], [8.0, 10.0]])
    solution = np.array([1.0, 3.0])

    def value(self, x):
        u = x - self.solution
        return 0.5 * ((u @ self.matrix) * u).sum(axis=1)

    def gradient(self, x):
        return (x - self.solution) @ self.matrix

    def hessian(self, x):
        return np.broadcast_to(self.matrix, (len(x), *self.matrix.shape))


@declared
class Quintic(Quadratic):
    kind = "five"
    box = ((-10.0, 10.0),) * 5
    start = (3.0, -1.0, 2.0, -2.0, 5.0)
    matrix = np.diag([1.0, 2.0, 3.0, 4.0, 5.0]) + 0.5
    solution = np.arange(5.0)


@declared
class Booth(Objective):
    """(x + 2y - 7)² + (2x + y - 5)²."""

    kind = label = about = formula = "booth"
    box = ((-10.0, 10.0), (-10.0, 10.0))
    start = (-5.0, 4.0)

    def value(self, x):
        return (x @ [1.0, 2.0] - 7) ** 2 + (x @ [2.0, 1.0] - 5) ** 2

    def gradient(self, x):
        return 2 * (x @ [1.0, 2.0] - 7)[:, None] * [1.0, 2.0] + 2 * (x @ [2.0, 1.0] - 5)[:, None] * [2.0, 1.0]

    def hessian(self, x):
        return np.broadcast_to([[10.0, 8.0], [8.0, 10.0]], (len(x), 2, 2))


def ran(objective, method, start=None, steps=60):
    chosen = Objective.parse(objective) if isinstance(objective, str) else objective
    run = Run(Task(chosen, Optimizer.parse(method), (start or chosen.start,)))
    run.extend(steps)
    return run


def path(run):
    return run.trajectory.x.rows()[:, 0]


@pytest.mark.parametrize("method", [
    *(f"conjugate-gradient:beta={b}" for b in ("fletcher-reeves", "polak-ribiere-plus", "hestenes-stiefel")),
    "bfgs:search=exact", "lbfgs:search=exact",
])
@pytest.mark.parametrize("start", [(-5.0, 4.0), (0.1, 0.2), (-9.0, -9.5), (7.0, -10.0)])
def test_that_exact_searches_solve_booth_in_two_steps(method, start):
    objective = Objective.catalogue.get("booth", Booth)()
    assert np.abs(path(ran(objective, method, start, steps=2))[2] - [1, 3]).max() <= 1e-12


@pytest.mark.parametrize("method", ["conjugate-gradient", "bfgs:search=exact", "lbfgs:search=exact"])
def test_that_exact_searches_solve_a_quadratic_in_as_many_steps_as_it_has_parameters(method):
    x = path(ran(Quintic(), method, steps=5))
    assert np.abs(x[4] - Quintic.solution).max() > 1e-6
    assert np.abs(x[5] - Quintic.solution).max() <= 1e-11


def test_that_bfgs_has_learned_the_H_inv_of_a_quadratic_when_it_arrives():
    run = ran(Quintic(), "bfgs:search=exact", steps=6)
    learned = run.trajectory.memory["H_inv"]
    assert np.array_equal(learned[1][0], np.eye(5))
    assert learned[6][0] == pytest.approx(np.linalg.inv(Quintic.matrix), abs=1e-8)


def test_that_successive_directions_are_at_right_angles_or_conjugate():
    steep = ran(Quintic(), "line-search", steps=6).trajectory.memory["p"].rows(1)[:, 0]
    conjugate = ran(Quintic(), "conjugate-gradient", steps=5).trajectory.memory["p"].rows(1)[:, 0]
    for k in range(4):
        sizes = np.linalg.norm(steep[k]) * np.linalg.norm(steep[k + 1])
        assert abs(steep[k] @ steep[k + 1]) <= 1e-11 * sizes
        for j in range(k):
            apart = conjugate[j] @ Quintic.matrix @ conjugate[k]
            assert abs(apart) <= 1e-9 * np.linalg.norm(conjugate[j]) * np.linalg.norm(conjugate[k]) * 5


def test_that_steepest_descent_with_an_exact_search_contracts_at_its_known_rate():
    losses = ran("ravine", "line-search", (20.0, 1.0), steps=12).trajectory.loss.rows()[:, 0]
    kappa = 20.0  # from the worst start, (κ, 1): the factor of each step is ((κ - 1) / (κ + 1))²
    assert losses[1:] / losses[:-1] == pytest.approx(((kappa - 1) / (kappa + 1)) ** 2, rel=1e-10)


def test_that_a_direction_starts_afresh_when_it_should():
    memory = ran("rosenbrock", "conjugate-gradient:restart=3", steps=9).trajectory.memory
    assert memory["restarted"].rows(1)[:, 0, 0].tolist() == [1, 0, 0, 1, 0, 0, 1, 0, 0]
    assert memory["age"].rows(1)[:, 0, 0].tolist() == [1, 2, 3] * 3
    assert (memory["beta"].rows(1)[:, 0, 0] == 0).tolist()[::3] == [True, True, True]
    run = ran("rosenbrock", "conjugate-gradient:search=armijo", (-1.2, 1.0), steps=60)
    assert run.trajectory.memory["restarted"].rows(2).sum() > 10, "a loose search often spoils the direction"
    assert not run.trajectory.memory["stuck"].rows().any()
    p, g = run.trajectory.memory["p"].rows(1)[:, 0], run.task.objective.gradient(path(run)[:-1])
    assert ((p * g).sum(axis=1) <= 0).all(), "each direction leads downhill"


@pytest.mark.parametrize("method", ["bfgs", "lbfgs"])
def test_that_quasi_newton_methods_need_no_more_gradients_than_scipy_on_rosenbrock(method):
    objective, start = Objective.parse("rosenbrock"), (-1.2, 1.0)
    other = minimize(lambda x: float(objective.value(x[None])[0]), start, method="BFGS",
                     jac=lambda x: objective.gradient(x[None])[0])
    run = ran(objective, method, start)
    arrived = int(np.argmax(np.abs(path(run) - 1).max(axis=1) <= 1e-8))
    assert arrived > 0
    assert run.trajectory.counts[arrived][GRADIENT, 0] <= 1.2 * other.njev


@pytest.mark.parametrize("method", [
    "conjugate-gradient", "conjugate-gradient:search=wolfe", "bfgs:search=exact", "bfgs:search=armijo",
    "lbfgs:search=armijo", "nelder-mead",
])
def test_that_methods_better_than_steepest_descent_reach_the_end_of_rosenbrocks_valley(method):
    run = ran("rosenbrock", method, (-1.2, 1.0), steps=150)
    assert np.abs(path(run)[-1] - 1).max() <= 1e-6
    assert run.status(150, 1e-6).kind == "converged"


@pytest.mark.parametrize("size", [1, 2, 5])
def test_that_the_two_loops_give_what_the_matrix_made_of_the_same_pairs_gives(size):
    run = ran("rosenbrock", f"lbfgs:history_size={size}", steps=12)
    memory, x = run.trajectory.memory, path(run)
    for k in range(2, 12):
        s, y, rho = (memory[name][k][0] for name in ("s", "y", "rho"))
        inverse = memory["gamma"][k][0, 0] * np.eye(2)
        for i in reversed(range(size)):
            left = np.eye(2) - rho[i] * np.outer(s[i], y[i])
            inverse = left @ inverse @ left.T + rho[i] * np.outer(s[i], s[i])
        g = run.task.objective.gradient(x[k - 1 : k])[0]
        assert memory["p"][k][0] == pytest.approx(-inverse @ g, rel=1e-8)
        assert np.array_equal(s[0], x[k - 1] - x[k - 2])


def test_that_negative_curvature_leaves_the_estimate_as_it_was():
    run = ran("saddle", "bfgs:search=armijo", (0.0, 0.5), steps=5)
    memory = run.trajectory.memory
    assert memory["skipped"].rows(1)[:, 0, 0].all()
    assert np.array_equal(memory["H_inv"][5][0], np.eye(2))


@pytest.mark.parametrize(("objective", "start"), [("rosenbrock", (-1.2, 1.0)), ("himmelblau", (0.0, 0.0)),
                                                  ("cosh", (10.0,)), ("ravine", (-5.0, -2.0)),
                                                  *(("rosenbrock", shrinking) for shrinking in (
                                                      (-1.8, -0.9), (1.3, -1.0), (1.4, -0.9), (-1.9, -0.5)))])
def test_that_nelder_mead_walks_as_scipys_does(objective, start):
    chosen, best = Objective.parse(objective), []
    run = ran(chosen, "nelder-mead:initial_size=0.5", start, steps=29)
    simplex = np.vstack([start, np.array(start) + 0.5 * np.eye(len(start))])
    other = minimize(lambda x: float(chosen.value(x[None])[0]), start, method="Nelder-Mead",
                     callback=lambda x: best.append(x.copy()),
                     options={"initial_simplex": simplex, "maxiter": 30, "xatol": 0.0, "fatol": 0.0})
    assert path(run)[1:] == pytest.approx(np.array(best), rel=1e-7, abs=1e-9)
    assert run.trajectory.counts[29][VALUE, 0] == other.nfev


def test_that_the_simplex_records_what_was_done_and_stays_in_order():
    run = ran("rosenbrock", "nelder-mead", (-1.2, 1.0), steps=120)
    memory = run.trajectory.memory
    done = memory["done"].rows(1)[:, 0, 0]
    assert {0.0, 1.0, 2.0, 3.0} <= set(done)
    assert (np.diff(memory["values"].rows(1)[:, 0], axis=1) >= 0).all()
    assert np.array_equal(memory["simplex"].rows(1)[:, 0, 0], path(run)[1:])
    asked = np.diff(run.trajectory.counts.rows(1)[:, VALUE, 0])
    expected = {0.0: (1, 2), 1.0: (2,), 2.0: (2,), 3.0: (2,), 4.0: (4,)}
    assert all(n in expected[what] for n, what in zip(asked, done[1:], strict=True))


def test_that_an_outside_contraction_must_be_better_than_the_reflection():
    @declared
    class Steps(Objective):
        kind = label = about = formula = "steps"
        box = ((-1.0, 1.0),)
        start = (0.0,)

        def value(self, x):
            known = {0.0: 0.0, 0.5: 10.0, -0.5: 5.0, -0.25: 7.0, 0.25: 2.0}
            return np.array([known[u] for u in x[:, 0]])

        def gradient(self, x):
            return np.ones(x.shape)

        def hessian(self, x):
            return np.zeros((len(x), 1, 1))

    optimizer, oracle = Optimizer.parse("nelder-mead"), Oracle(Steps(), 1)
    _, memory = optimizer.step(np.zeros((1, 1)), optimizer.init(np.zeros((1, 1))), oracle)
    assert memory.done.item() == 4
    assert memory.simplex[0, :, 0].tolist() == [0.0, 0.25]
    assert oracle.counts[VALUE, 0] == 2 + 2 + 1


def test_that_a_simplex_that_cannot_improve_shrinks_towards_its_lowest_vertex():
    @declared
    class Needle(Objective):
        kind = label = about = formula = "needle"
        box = ((-1.0, 1.0), (-1.0, 1.0))
        start = (0.0, 0.0)

        def value(self, x):
            return 2.0 * (x != 0).sum(axis=1)  # 0 at the origin, 2 on the axes, 4 elsewhere

        def gradient(self, x):
            return np.ones(x.shape)

        def hessian(self, x):
            return np.zeros((*x.shape, 2))

    run = ran(Needle(), "nelder-mead:shrink=0.25", (0.0, 0.0), steps=5)
    memory = run.trajectory.memory
    shrunk = np.flatnonzero(memory["done"].rows(1)[:, 0, 0] == 4) + 1
    assert shrunk.tolist() == [1, 2, 3, 4, 5]
    for k in shrunk:
        before = memory["simplex"][k - 1][0]  # the start is the lowest vertex all along
        after = memory["simplex"][k][0]
        expected = before[0] + 0.25 * (before[1:] - before[0])
        assert np.sort(after[1:], axis=0) == pytest.approx(np.sort(expected, axis=0), rel=1e-12)
        assert np.array_equal(memory["pivot"][k][0], before[0])
        assert memory["reach"][k][0, 0] == -0.25
