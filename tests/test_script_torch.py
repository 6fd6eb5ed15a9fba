"""Scenarios as PyTorch programs: every one is executed, and lands where the run itself has landed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from test_script import OPTIONS, ends, made, replayed

from gdviz import library
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.schedule import Schedule
from gdviz.scenario import Entry, Scenario
from gdviz.script.torch_script import torch_script
from gdviz.values import SpecError

THERE = [kind for kind, method in Optimizer.catalogue.items() if method().torch() is not None]
taken = partial(replayed, maker=torch_script)


def known(scenario: Scenario) -> tuple[Entry, ...]:
    """The runs whose methods torch has."""
    return tuple(run for run in scenario.runs if run.optimizer.torch() is not None)


@pytest.mark.parametrize("name", [name for name in library.names() if known(library.find(name))])
def test_that_torch_replays_every_step_of_shipped_scenarios(name: str) -> None:
    """Its sums round otherwise. Adam blows that up where a gradient is 0 but for rounding, so none is."""
    scenario = library.find(name)
    taken(replace(scenario, runs=known(scenario)))


@pytest.mark.parametrize("kind", Objective.catalogue)
def test_that_torch_descends_on_every_objective(kind: str) -> None:
    taken(made(kind, "gradient-descent:lr=0.001", steps=8))


@pytest.mark.parametrize("kind", THERE)
def test_that_torch_takes_the_steps_of_its_optimizers(kind: str) -> None:
    taken(made("rosenbrock", f"{kind}:lr=0.001", steps=40, starts=((-1.2, 1.0), (0.5, 2.0))))


@pytest.mark.parametrize("kind", Schedule.catalogue)
def test_that_torch_follows_every_schedule(kind: str) -> None:
    schedule = f"{kind}(then=cosine(t_max=9))" if kind == "linear-warmup" else kind
    few = f"{kind}(total_steps=25)" if kind == "one-cycle" else schedule
    taken(made("ravine", f"adam:lr=0.3,schedule={schedule}", f"nesterov:schedule={few}", steps=40))


def test_that_torch_knows_clipping_and_noise() -> None:
    taken(made("rosenbrock", *OPTIONS, noise=0.1, seed=5, steps=20))


def test_that_a_run_that_diverges_ends_where_it_does_in_gdviz_with_torch_too() -> None:
    taken(made("cosh", "gradient-descent:lr=8", starts=((10.0,), (3.0,)), steps=80))


def test_that_a_method_torch_has_not_is_left_out_or_refused() -> None:
    scenario = made("ravine", "newton", "adam")
    script = torch_script(scenario, ends(scenario)[0])
    assert [name for name, _ in script.left_out] == ["Newton"]
    assert script.text.count("print(") == 1
    alone = made("ravine", "newton")
    with pytest.raises(SpecError, match=r"torch\.optim has no such method"):
        torch_script(alone, ends(alone)[0])
