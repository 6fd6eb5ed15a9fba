"""The equations of each first-order method give what its step does, and its terms sum to the step."""

from __future__ import annotations

import numpy as np
import pytest

from gdviz.engine import catalogue as catalogue
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import FirstOrder, Optimizer
from gdviz.engine.oracle import Oracle
from gdviz.engine.run import Run, Task

FUNCTIONS = {
    "sqrt": np.sqrt, "abs": np.abs, "sign": np.sign, "min": np.minimum, "max": np.maximum, "exp": np.exp,
    "log": np.log, "clip": np.clip, "where": np.where, "dot": np.dot, "norm": np.linalg.norm,
}
FIRST_ORDER = sorted(kind for kind, one in Optimizer.catalogue.items() if issubclass(one, FirstOrder))
OPTIONS = ("schedule", "clip_norm", "clip_value", "noise")


def variants(kind):
    """The method with its defaults, with each switch, choice and zero changed alone, and with all changed."""
    chosen = Optimizer.named(kind)
    changed = {}
    for name, about in chosen.params().items():
        default = chosen.default(name)
        if isinstance(default, bool):
            changed[name] = not default
        elif about.choices:
            changed[name] = about.choices[-1]
        elif default == 0.0 and name not in OPTIONS:
            changed[name] = 0.3
    changed |= {"t0": 3.0} if "t0" in chosen.params() else {}
    given = [{}, *({name: value} for name, value in changed.items()), changed, {"beta2": 0.9}, {"beta1": 0.3}]
    return [{"lr": 0.01, **one} for one in given if set(one) <= set(chosen.params())]


CASES = [(kind, given) for kind in FIRST_ORDER for given in variants(kind)]


def evaluate(expression, known):
    with np.errstate(all="ignore"):
        return eval(expression, {"__builtins__": {}}, {**FUNCTIONS, **known})


@pytest.mark.parametrize("objective", ["himmelblau", "x-cos"])
@pytest.mark.parametrize(("kind", "given"), CASES)
def test_that_the_equations_give_the_step_and_the_terms_sum_to_it(kind, given, objective):
    method, function = Optimizer.named(kind)(**given), Objective.parse(objective)
    run = Run(Task(function, method, (function.start,), noise=0.1, seed=5))
    run.extend(21)
    for k in (0, 1, 2, 6, 20):
        oracle = Oracle(function, 1, 5, 0.1)
        oracle.step = k
        x, after = run.trajectory.x[k], run.trajectory.x[k + 1]
        memory, new = run.trajectory.remembered(k), run.trajectory.remembered(k + 1)
        symbols = method.symbols(x, memory, new, oracle)
        before = {name: value[0] if np.ndim(value) else value for name, value in symbols.items()}
        known = dict(before)
        for equation in method.rule(k + 1):
            name, _, expression = equation.partition(" = ")
            known[name] = evaluate(expression, known)
        np.testing.assert_allclose(known["x"], after[0], rtol=1e-12, atol=1e-15)
        assert method.rule(k + 1)[-1].startswith("x = ")
        for name, value in new._asdict().items():
            if any(equation.startswith(name + " = ") for equation in method.rule(k + 1)):
                np.testing.assert_allclose(np.broadcast_to(known[name], value[0].shape), value[0], rtol=1e-11,
                                           atol=1e-15)
        terms = method.terms(k + 1)
        if terms:
            old = known | {name: before[name] for name in ("x", *memory._fields)}
            moved = sum(evaluate(term.expression, old) for term in terms)
            np.testing.assert_allclose(moved, (after - x)[0], rtol=1e-10, atol=1e-12 * np.abs(x).max())
            assert {term.role for term in terms} <= {"gradient", "memory"}


@pytest.mark.parametrize(("kind", "given"), CASES)
def test_that_every_memory_field_that_changes_has_an_equation(kind, given):
    method, function = Optimizer.named(kind)(**given), Objective.parse("himmelblau")
    run = Run(Task(function, method, (function.start,)))
    run.extend(8)
    names = {equation.partition(" = ")[0] for equation in method.rule(8)}
    for name, column in run.trajectory.memory.items():
        changes = (column[7] != column[8]).any()
        assert not changes or name in names


def test_that_a_rule_changes_with_the_step_where_the_method_does():
    method = Optimizer.parse("momentum:dampening=0.5")
    assert "v = momentum*v + g" in method.rule(1)
    assert "v = momentum*v + (1 - dampening)*g" in method.rule(2)
    assert "s = 1" in Optimizer.parse("radam").rule(5)
    assert "s = 1" not in Optimizer.parse("radam").rule(6)
