"""Methods that torch does not have equal their papers' algorithms, written again in plain Python numbers."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gdviz.engine import catalogue as catalogue
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task
from gdviz.engine.status import STALLED
from tests.reference.own_paths import error

STEPS = 300
SMOOTH = {"polyak": 30}  # later it hops across the ravine, where rounding grows to the size of the hops


def rosenbrock(x, y):
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2, (-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x))


def himmelblau(x, y):
    a, b = x * x + y - 11, x + y * y - 7
    return a * a + b * b, (4 * x * a + 2 * b, 2 * a + 4 * y * b)


FUNCTIONS = {"rosenbrock": rosenbrock, "himmelblau": himmelblau}


def sign(number):
    return (number > 0) - (number < 0)


def adabelief(lr, beta1=0.9, beta2=0.999, eps=1e-16):
    """Zhuang et al. (2020), Algorithm 2."""
    m, s = [0.0, 0.0], [0.0, 0.0]

    def step(t, theta, f, g):
        for i in range(2):
            m[i] = beta1 * m[i] + (1 - beta1) * g[i]
            s[i] = beta2 * s[i] + (1 - beta2) * (g[i] - m[i]) ** 2 + eps
            m_hat, s_hat = m[i] / (1 - beta1**t), s[i] / (1 - beta2**t)
            theta[i] -= lr * m_hat / (math.sqrt(s_hat) + eps)

    return step


def yogi(lr, beta1=0.9, beta2=0.999, eps=1e-3, initial_accumulator_value=1e-6):
    """Zaheer et al. (2018), Algorithm 2."""
    m, v = [0.0, 0.0], [initial_accumulator_value] * 2

    def step(t, theta, f, g):
        for i in range(2):
            m[i] = beta1 * m[i] + (1 - beta1) * g[i]
            v[i] = v[i] - (1 - beta2) * sign(v[i] - g[i] ** 2) * g[i] ** 2
            theta[i] -= lr * m[i] / (math.sqrt(v[i]) + eps)

    return step


def lion(lr, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """Chen et al. (2023), Algorithm 2."""
    m = [0.0, 0.0]

    def step(t, theta, f, g):
        for i in range(2):
            c = beta1 * m[i] + (1 - beta1) * g[i]
            theta[i] -= lr * (sign(c) + weight_decay * theta[i])
            m[i] = beta2 * m[i] + (1 - beta2) * g[i]

    return step


def qhm(lr, momentum=0.999, nu=0.7):
    """Ma & Yarats (2019), equations 3 and 4."""
    buffer = [0.0, 0.0]

    def step(t, theta, f, g):
        for i in range(2):
            buffer[i] = momentum * buffer[i] + (1 - momentum) * g[i]
            theta[i] -= lr * ((1 - nu) * g[i] + nu * buffer[i])

    return step


def qhadam(lr, nu1=0.7, nu2=1.0, beta1=0.995, beta2=0.999, eps=1e-8):
    """Ma & Yarats (2019), QHAdam."""
    m, v = [0.0, 0.0], [0.0, 0.0]

    def step(t, theta, f, g):
        for i in range(2):
            m[i] = beta1 * m[i] + (1 - beta1) * g[i]
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2
            m_hat, v_hat = m[i] / (1 - beta1**t), v[i] / (1 - beta2**t)
            above = (1 - nu1) * g[i] + nu1 * m_hat
            theta[i] -= lr * above / (math.sqrt((1 - nu2) * g[i] ** 2 + nu2 * v_hat) + eps)

    return step


def sign_descent(lr):
    """Bernstein et al. (2018), Algorithm 1."""

    def step(t, theta, f, g):
        for i in range(2):
            theta[i] -= lr * sign(g[i])

    return step


def polyak(lr=1.0, f_star=0.0, lowest="known"):
    """Polyak (1969); both test functions have the minimum 0."""

    def step(t, theta, f, g):
        length = lr * (f - f_star) / (g[0] ** 2 + g[1] ** 2)
        for i in range(2):
            theta[i] -= length * g[i]

    return step


SETTINGS = [
    ("adabelief", adabelief, {"lr": 0.01}),
    ("adabelief", adabelief, {"lr": 0.005, "beta1": 0.8, "beta2": 0.99, "eps": 1e-6}),
    ("adabelief", adabelief, {"lr": 0.02, "beta1": 0.3, "eps": 1e-3}),
    ("yogi", yogi, {"lr": 0.01}),
    ("yogi", yogi, {"lr": 0.005, "beta1": 0.8, "beta2": 0.99}),
    ("yogi", yogi, {"lr": 0.05, "beta1": 0.95, "eps": 1e-2, "initial_accumulator_value": 0.1}),
    ("lion", lion, {"lr": 0.001}),
    ("lion", lion, {"lr": 0.002, "beta1": 0.8, "beta2": 0.95}),
    ("lion", lion, {"lr": 0.003, "beta2": 0.999, "weight_decay": 0.1}),
    ("qhm", qhm, {"lr": 0.001}),
    ("qhm", qhm, {"lr": 0.002, "momentum": 0.9, "nu": 0.9}),
    ("qhm", qhm, {"lr": 0.001, "momentum": 0.3, "nu": 0.5}),
    ("qhadam", qhadam, {"lr": 0.01}),
    ("qhadam", qhadam, {"lr": 0.01, "nu1": 1.0, "nu2": 0.8, "beta1": 0.9}),
    ("qhadam", qhadam, {"lr": 0.005, "nu1": 0.5, "beta2": 0.99, "eps": 1e-4}),
    ("sign-descent", sign_descent, {"lr": 0.0013}),
    ("sign-descent", sign_descent, {"lr": 0.0007}),
    ("sign-descent", sign_descent, {"lr": 0.002}),
    ("polyak", polyak, {"lr": 0.2}),
    ("polyak", polyak, {"lr": 0.1, "lowest": "given", "f_star": 0.05}),
    ("polyak", polyak, {"lr": 0.05, "lowest": "given", "f_star": -1.0}),
]


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize(("kind", "paper", "options"), SETTINGS)
def test_that_a_method_equals_its_papers_algorithm(kind, paper, options, name):
    objective = Objective.parse(name)
    run = Run(Task(objective, Optimizer.named(kind)(**options), (objective.start,)))
    steps = SMOOTH.get(kind, STEPS)
    run.extend(steps)
    theta, step, path = list(objective.start), paper(**options), [objective.start]
    for t in range(1, steps + 1):
        f, g = FUNCTIONS[name](*theta)
        step(t, theta, f, g)
        path.append(tuple(theta))
    assert error(run.trajectory.x.rows()[:, 0], np.array(path)) <= 1e-12


def test_that_polyaks_step_solves_a_straight_slope_at_once():
    # On f = x² the step (f - f*)/g² · g is half of x: each step halves the distance.
    run = Run(Task(Objective.parse("parabola"), Optimizer.parse("polyak"), ((8.0,),)))
    run.extend(3)
    assert run.trajectory.x.rows()[:, 0, 0].tolist() == [8.0, 4.0, 2.0, 1.0]


def test_that_polyaks_step_says_so_where_no_minimum_is_known():
    run = Run(Task(Objective.parse("saddle"), Optimizer.parse("polyak"), ((1.0, 1.0),)))
    run.extend(5)
    status = run.status(5, 1e-6)
    assert status.kind == STALLED
    assert "no minimum of this objective is known" in status.sentence
    given = Run(Task(Objective.parse("saddle"), Optimizer.parse("polyak:lowest=given"), ((1.0, 0.5),)))
    given.extend(5)
    assert given.status(5, 1e-6).kind != STALLED
    assert given.trajectory.x[1].tolist() != [[1.0, 0.5]]


def test_that_polyaks_step_counts_a_value_and_a_gradient():
    run = Run(Task(Objective.parse("himmelblau"), Optimizer.parse("polyak"), ((-0.5, -4.0),)))
    run.extend(7)
    assert run.trajectory.counts[7][:, 0].tolist() == [7, 7, 0, 0]


def test_that_polyaks_step_stays_where_the_slope_is_zero():
    run = Run(Task(Objective.parse("rosenbrock"), Optimizer.parse("polyak:lowest=given,f_star=-1"),
                   ((1.0, 1.0),)))
    run.extend(3)
    assert run.trajectory.x[3].tolist() == [[1.0, 1.0]]


def test_that_averaged_sgd_averages_its_iterates_from_t0_on():
    run = Run(Task(Objective.parse("himmelblau"), Optimizer.parse("asgd:lr=0.01,t0=5"), ((-0.5, -4.0),)))
    run.extend(30)
    x, ax = run.trajectory.x.rows()[:, 0], run.trajectory.memory["ax"].rows()[:, 0]
    np.testing.assert_array_equal(ax[1:8], x[1:8])
    # The weight 1/2 first meets the iterate of step 8: torch's mu lags a step.
    np.testing.assert_allclose(ax[30], x[7:31].mean(axis=0), rtol=1e-13)
