"""Explanations of steps: that they are true, for every method of the catalogue, and that they read well."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import gdviz.engine.catalogue  # noqa: F401
from gdviz.engine.explanation.account import account
from gdviz.engine.explanation.step import Explanation, explain
from gdviz.engine.expression.text import number_text, written
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import FirstOrder, Optimizer
from gdviz.engine.run import Run, Task
from gdviz.values import SpecError

EXTRAS: dict[str, list[object]] = {
    "weight_decay": [0.1], "dampening": [0.3], "clip_norm": [0.5], "clip_value": [0.3], "noise": [0.2],
}  # fmt: skip
OBJECTIVES = ["ravine", "rosenbrock", "himmelblau", "x-cos", "saddle"]


def variants(kind: str) -> list[Optimizer]:
    """The method as it comes, and with each choice, switch and extra taken once."""
    plain_one = Optimizer.named(kind)()
    made = [plain_one]
    for name, about in plain_one.params().items():
        default = plain_one.default(name)
        if about.choices:
            others: list[object] = [choice for choice in about.choices if choice != default]
        elif isinstance(default, bool):
            others = [not default]
        else:
            others = EXTRAS.get(name, [])
        made += [replace(plain_one, **{name: other}) for other in others]
    return made


VARIANTS = [variant for kind in Optimizer.catalogue for variant in variants(kind)]


def recorded(optimizer: Optimizer, objective: Objective, steps: int = 40) -> Run:
    starts = (objective.start, tuple(0.7 * c + 0.1 for c in objective.start))
    run = Run(Task(objective, optimizer, starts, 0.0, 7))
    run.extend_to(steps)
    return run


def near(found: object, wanted: np.ndarray, size: np.ndarray) -> bool:
    """Whether both agree to 1e-12 of `size`, or neither is finite there."""
    a, b = np.broadcast_arrays(np.asarray(found, dtype=np.float64), wanted)
    if (np.isfinite(a) != np.isfinite(b)).any():
        return False
    finite = np.isfinite(a)
    return bool((np.abs(a - b) <= 1e-12 * size)[finite].all())


def assert_that_the_equations_hold(run: Run, step: int, row: int) -> None:
    """The last equation gives the next iterate, the terms sum up to the step."""
    told = f"{run.task.optimizer.typed()} on {run.task.objective.kind}, step {step}, start {row}"
    known = int(run.last[row]) if run.last[row] >= 0 else run.trajectory.steps
    e = explain(run.task, run, min(step, known), row)
    if step < known:
        np.testing.assert_array_equal(e.next_x, run.trajectory.x[step + 1][row])
    if e.halted:
        np.testing.assert_array_equal(e.next_x, e.x)
        return
    size = np.abs(e.x) + np.abs(e.next_x)
    assert e.equations[-1].name == "x"
    assert near(e.equations[-1].value, e.next_x, size), told
    if e.terms:
        parts = np.array([part.value for part in e.terms])
        assert near(parts.sum(axis=0), e.change, size + np.abs(parts).sum(axis=0)), told


@pytest.mark.parametrize(("i", "optimizer"), list(enumerate(VARIANTS)), ids=[v.typed() for v in VARIANTS])
def test_that_the_equations_of_every_variant_give_the_next_iterate(i: int, optimizer: Optimizer) -> None:
    run = recorded(optimizer, Objective.named(OBJECTIVES[i % len(OBJECTIVES)])())
    for row in (0, 1):
        for step in {0, 1, run.trajectory.steps // 2, run.trajectory.steps}:
            assert_that_the_equations_hold(run, step, row)


@pytest.mark.parametrize("objective", Objective.catalogue)
def test_that_they_do_so_for_every_pair_of_the_catalogue_at_random_steps(objective: str) -> None:
    random = np.random.default_rng(list(objective.encode()))
    made = Objective.named(objective)()
    for kind in Optimizer.catalogue:
        run = recorded(Optimizer.named(kind)(), made, 10)
        step, row = random.integers(run.trajectory.steps + 1), random.integers(2)
        assert_that_the_equations_hold(run, int(step), int(row))


def step_8(typed: str = "momentum:lr=0.12,momentum=0.8") -> Explanation:
    run = Run(Task(Objective.parse("ravine"), Optimizer.parse(typed), ((-5.0, -2.0),)))
    run.extend_to(8)
    return explain(run.task, run, 8)


def test_that_numbers_stand_where_the_symbols_stand() -> None:
    e = step_8()
    first, last = e.equations
    v, g, x, after = map(number_text, (e.memory["v"], e.gradient, e.x, e.next_memory["v"]))
    assert first.text == "v ← μ · v + g"
    assert written(first.worked) == f"v ← 0.8 · {v} + {g}"
    assert [token.role for token in first.worked] == ["step", *["plain"] * 3, "memory", "plain", "gradient"]
    assert last.text == "x ← x − η · v"
    assert [t.role for t in last.worked if t.value is not None] == ["position", "plain", "step"]
    assert written(last.worked) == f"x ← {x} − 0.12 · {after}"


def test_that_a_negative_number_stands_in_brackets_after_a_sign() -> None:
    run = Run(Task(Objective.parse("parabola"), Optimizer.parse("gradient-descent:lr=0.25"), ((-8.0,),)))
    e = explain(run.task, run, 0)
    assert written(e.equations[0].worked) == "x ← -8.0 − 0.25 · (-16.0)"


def test_that_the_terms_are_those_of_the_memory_before() -> None:
    e = step_8()
    assert [(part.name, part.role, part.latex) for part in e.terms] == [
        ("velocity", "memory", r"-\eta\,\mu\,v"),
        ("gradient", "gradient", r"-\eta\,g"),
    ]
    np.testing.assert_allclose(e.terms[0].value, -0.12 * 0.8 * e.memory["v"])
    np.testing.assert_allclose(e.next_memory["v"], e.equations[0].value)


def test_that_promise_and_outcome_of_a_step_are_told() -> None:
    e = step_8("gradient-descent:lr=0.1")
    np.testing.assert_allclose(e.first_order, -0.1 * np.sum(e.gradient**2), rtol=1e-14)
    np.testing.assert_allclose(e.first_order + e.second_order, e.actual, rtol=1e-12)
    assert e.actual == e.next_f - e.f
    assert e.rate == 0.1
    assert np.isnan(step_8("newton").rate) or step_8("newton").rate == 1.0


def test_that_the_text_has_every_digit() -> None:
    e = step_8()
    text = account(e)
    assert text.splitlines()[0] == "Momentum, step 8 → 9"
    assert f"({float(e.next_x[0])!r}, {float(e.next_x[1])!r})" in text
    assert repr(e.first_order) in text
    assert "v before" in text


def test_that_a_row_of_a_sweep_is_explained_with_its_own_rate() -> None:
    objective = Objective.parse("ravine")
    rates = np.array([[0.1], [0.2], [0.3]])
    swept = Run(Task(objective, replace(Optimizer.parse("momentum"), lr=rates), ((-5.0, -2.0),) * 3))
    swept.extend_to(10)
    alone = Run(Task(objective, Optimizer.parse("momentum:lr=0.2"), ((-5.0, -2.0),)))
    alone.extend_to(10)
    e, wanted = explain(swept.task, swept, 6, row=1), explain(alone.task, alone, 6)
    assert e.rate == 0.2
    assert account(e) == account(wanted)


def test_that_a_diverged_run_is_explained_at_its_last_step() -> None:
    run = Run(Task(Objective.parse("parabola"), Optimizer.parse("gradient-descent:lr=9"), ((10.0,),)))
    run.extend_to(50)
    assert explain(run.task, run, 50).step == run.last[0] < 50
    assert account(explain(run.task, run, 50))


def test_that_a_method_that_cannot_go_on_says_why() -> None:
    run = Run(Task(Objective.parse("formula:f=x**3 + y**3"), Optimizer.parse("newton"), ((0.0, 0.0),)))
    e = explain(run.task, run, 0)
    assert "singular" in e.halted
    assert e.halted in account(e)


def test_that_a_step_or_start_that_is_not_there_is_refused() -> None:
    run = Run(Task(Objective.parse("ravine"), Optimizer.parse("adam"), ((-5.0, -2.0),)))
    run.extend_to(3)
    with pytest.raises(SpecError, match="step 4 is not recorded: there are steps 0 to 3"):
        explain(run.task, run, 4)
    with pytest.raises(SpecError, match="no start 1"):
        explain(run.task, run, 0, row=1)
    assert account(explain(run.task, run.trajectory, 3)) == account(explain(run.task, run, 3))


def test_that_a_gradient_method_tells_which_gradient_it_used() -> None:
    noisy = Task(Objective.parse("ravine"), Optimizer.parse("gradient-descent:noise=0.5"), ((-5.0, -2.0),))
    run = Run(noisy)
    run.extend_to(2)
    e = explain(noisy, run, 1)
    used = next(token.value for token in e.equations[0].worked if token.role == "gradient")
    assert isinstance(e.optimizer, FirstOrder)
    assert not np.allclose(used, e.gradient)
    np.testing.assert_allclose(e.x - 0.1 * used, e.next_x)


@pytest.mark.parametrize("kind", ["line-search", "conjugate-gradient", "bfgs", "lbfgs", "newton"])
def test_that_a_step_beyond_all_numbers_is_accounted_for_without_a_warning(kind: str) -> None:
    run = Run(Task(Objective.parse("rosenbrock"), Optimizer.named(kind)(), ((-1.0, 1.0),), 1e308, 3))
    run.extend(3)
    for step in range(run.trajectory.steps + 1):
        assert account(explain(run.task, run, step))


def test_that_the_curvature_along_the_shortest_step_is_told() -> None:
    run = Run(Task(Objective.parse("absolute"), Optimizer.parse("gradient-descent:lr=1e-165"), ((1e-165,),)))
    assert "Over so short a step the slope hardly changes." in account(explain(run.task, run, 0))
