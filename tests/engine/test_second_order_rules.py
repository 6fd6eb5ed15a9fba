"""The equations that second-order methods show are what their steps do."""

from __future__ import annotations

import numpy as np
import pytest

from gdviz.engine.catalogue import Objective, Optimizer
from gdviz.engine.oracle import Oracle

METHODS = (
    *(f"{kind}:hessian={treated}" for kind in ("newton", "preconditioned")
      for treated in ("exact", "absolute", "damped")),
    *(f"{kind}:search={search}" for kind in ("line-search", "conjugate-gradient", "bfgs", "lbfgs")
      for search in ("exact", "armijo", "wolfe")),
    *(f"conjugate-gradient:beta={beta}" for beta in ("fletcher-reeves", "hestenes-stiefel")),
    "conjugate-gradient:restart=3", "lbfgs:history_size=2", "nelder-mead",
    "nelder-mead:reflection=1.5,expansion=1.8,contraction=0.4,shrink=0.3",
)
STARTS = {
    "rosenbrock": ((-1.2, 1.0), (0.5, 2.0)), "himmelblau": ((0.0, 0.5), (4.0, -4.0)),
    "x-cos": ((10.0,), (-4.0,)), "ravine": ((-5.0, -2.0), (0.7, 0.3)), "cosh": ((10.0,), (0.5,)),
}


def absolute(a):
    """|a|; of a square matrix the one with the absolute values of its eigenvalues."""
    if np.ndim(a) < 2:
        return np.abs(a)
    values, vectors = np.linalg.eigh(a)
    return (vectors * np.abs(values)) @ vectors.T


FUNCTIONS = {
    "sqrt": np.sqrt, "abs": absolute, "sign": np.sign, "min": np.minimum, "max": np.maximum, "exp": np.exp,
    "log": np.log, "norm": np.linalg.norm, "dot": np.dot, "outer": np.outer, "solve": np.linalg.solve,
    "where": np.where,
}


def evaluated(equations, symbols, row):
    """What each name stands for after the equations, for one row of the batch."""
    known = dict(FUNCTIONS)
    for name, value in symbols.items():
        known[name] = value[row] if isinstance(value, np.ndarray) else value
    known["I"] = np.eye(len(known["x"]))
    for equation in equations:
        name, _, expression = equation.partition(" = ")
        known[name] = eval(expression, {"__builtins__": {}}, known)
    return known


def walked(method, objective, steps=40, noise=0.0):
    """(step from 1, x, memory, next x, next memory, oracle) along a run of two starts."""
    chosen, optimizer = Objective.parse(objective), Optimizer.parse(method)
    x = np.array(STARTS[objective], order="F")
    memory, oracle = optimizer.init(x), Oracle(chosen, len(x), seed=3, noise=noise)
    with np.errstate(all="ignore"):
        for oracle.step in range(steps):
            new, after = optimizer.step(x, memory, oracle)
            yield optimizer, oracle.step + 1, x, memory, new, after, oracle
            x, memory = new, after


def unmoved(memory, row):
    """Whether the method could not go on, so that its equation does not hold."""
    return "singular" in memory._fields and bool(memory.singular[row, 0])


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("objective", "noise"), [*((name, 0.0) for name in STARTS), ("rosenbrock", 0.1)])
def test_that_the_equations_give_the_next_point_and_the_memory_they_name(method, noise, objective):
    compared = 0
    for optimizer, t, x, memory, new, after, oracle in walked(method, objective, noise=noise):
        symbols = optimizer.symbols(x, memory, after, oracle)
        for row in range(len(x)):
            if unmoved(after, row) or np.abs(x[row]).max() > 1e6:
                continue
            known = evaluated(optimizer.rule(t), symbols, row)
            scale = max(np.abs(x[row]).max(), np.abs(new[row]).max(), 1e-3)
            assert np.abs(known["x"] - new[row]).max() <= 1e-12 * scale, (t, row)
            assigned = {equation.partition(" = ")[0] for equation in optimizer.rule(t)}
            for name in assigned & {"beta", "candidate"}:
                assert known[name] == pytest.approx(getattr(after, name)[row], rel=1e-9, abs=1e-12), (t, name)
            compared += 1
    assert compared >= 10


@pytest.mark.parametrize("method", [m for m in METHODS if m.startswith("conjugate")])
@pytest.mark.parametrize("objective", STARTS)
def test_that_the_arrows_of_a_conjugate_step_add_up_to_it(method, objective):
    for optimizer, t, x, memory, new, after, oracle in walked(method, objective):
        symbols = optimizer.symbols(x, memory, after, oracle)
        names = [term.name for term in optimizer.terms(t)]
        assert names == (["gradient"] if t == 1 else ["direction", "gradient"])
        for row in range(len(x)):
            # memory fields mean those before the step, names that only the equations give those after it
            parts = [evaluated([f"part = {term.expression}"], symbols, row)["part"]
                     for term in optimizer.terms(t)]
            assert np.abs(sum(parts) - (new[row] - x[row])).max() <= 1e-12 * max(np.abs(x[row]).max(), 1.0)


def test_that_every_rule_speaks_of_known_names_only():
    for method in METHODS:
        optimizer = Optimizer.parse(method)
        for t in (1, 2, 3, 9):
            equations = optimizer.rule(t)
            assert equations[-1].startswith("x = ")
            assert all(len(equation) <= 400 for equation in equations)
            assert len(equations) <= 4 + 3 * 5


def test_that_a_limited_history_shows_as_many_loops_as_there_are_steps_to_remember():
    method = Optimizer.parse("lbfgs:history_size=3")
    assert len(method.rule(1)) == 3
    assert [sum(e.startswith("a") for e in method.rule(t)) for t in (1, 2, 3, 4, 9)] == [0, 1, 2, 3, 3]
