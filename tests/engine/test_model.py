"""The quadratic model that a method says it works with has its stationary point where the step heads for."""

from __future__ import annotations

import numpy as np
import pytest

import gdviz.engine.catalogue  # noqa: F401
from gdviz.engine.explanation.step import explain
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run, Task

METHODS = (
    "newton", "newton:hessian=absolute,lr=0.5", "newton:hessian=damped,damping=3", "preconditioned",
    "preconditioned:hessian=absolute", "preconditioned:hessian=damped", "bfgs", "lbfgs",
)  # fmt: skip


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("objective", ["rosenbrock", "x-cos"])
def test_that_the_step_heads_for_the_stationary_point_of_the_model(method: str, objective: str) -> None:
    found, optimizer = Objective.parse(objective), Optimizer.parse(method)
    task = Task(found, optimizer, (found.start,))
    run = Run(task)
    run.extend(4)
    for step in range(4):
        why = explain(task, run, step)
        assert why.hessian is not None
        matrix = optimizer.model(why.hessian, why.next_memory)
        assert matrix is not None
        whole = -np.linalg.solve(matrix, why.gradient)
        length = float(why.next_memory["alpha"][0]) if "alpha" in why.next_memory else why.rate
        np.testing.assert_allclose(why.change, length * whole, rtol=1e-6, atol=1e-12)


def test_that_a_method_without_curvature_has_no_model() -> None:
    assert Optimizer.parse("adam").model(np.eye(2), {}) is None
