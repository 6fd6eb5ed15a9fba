"""Scenarios as NumPy programs: every one is executed, and lands where the run itself has landed."""

from __future__ import annotations

import ast
import contextlib
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest

from gdviz import library
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Run
from gdviz.engine.schedule import Schedule
from gdviz.scenario import Entry, Scenario
from gdviz.script.numpy_script import numpy_script
from gdviz.script.program import Script
from gdviz.session import Session
from gdviz.values import SpecError

Maker = Callable[[Scenario, Sequence[Run]], Script]
SAME = 1e-12


def made(objective: str, *runs: str, steps: int = 30, **more: object) -> Scenario:
    """A scenario from the objective's own start, unless another is given."""
    chosen = Objective.parse(objective)
    entries = tuple(Entry.parse(run) for run in runs)
    return replace(Scenario(objective=chosen, runs=entries, starts=(chosen.start,), steps=steps), **more)


def fitted(model: str, data: str, *runs: str, steps: int = 25, **more: object) -> Scenario:
    """A scenario of a data problem from the model's own start."""
    problem = DataProblem(model=Model.parse(model), data=Dataset.parse(data))
    entries = tuple(Entry.parse(run) for run in runs)
    return replace(Scenario(objective=problem, runs=entries, starts=(problem.start,), steps=steps), **more)


def ends(scenario: Scenario) -> tuple[tuple[Run, ...], list[np.ndarray]]:
    """The scenario's runs, and the last point that counts of each start of each."""
    session = Session(scenario)
    session.compute_to(scenario.steps)
    last = [run.last[row] if 0 <= run.last[row] < scenario.steps else scenario.steps
            for run in session.runs for row in range(len(scenario.starts))]
    rows = [(run, row) for run in session.runs for row in range(len(scenario.starts))]
    return session.runs, [run.trajectory.x[k][row] for (run, row), k in zip(rows, last, strict=True)]


def compiled(program: str) -> object:
    """The program as Python reads it."""
    return compile(program, "script", "exec")


def printed(program: str) -> list[tuple[np.ndarray, float]]:
    """The points and losses that a program prints, executed by itself."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), np.errstate():  # a program may set what is an error for good
        exec(compiled(program), {"__name__": "__main__"})
    found = [re.search(r"(\[[^\]]*\]) (\S+)$", line) for line in out.getvalue().splitlines()]
    return [(np.array(ast.literal_eval(line[1])), float(line[2])) for line in found if line]


def replayed(scenario: Scenario, maker: Maker = numpy_script, same: float = SAME) -> str:
    """The program of a scenario, after it was seen to land where the runs land; no path to gdviz in it.

    Where torch is not installed, a program for it is only read.
    """
    runs, wanted = ends(scenario)
    script = maker(scenario, runs)
    assert script.left_out == ()
    assert "import gdviz" not in script.text
    if "import torch" in script.text:
        if not find_spec("torch"):
            compiled(script.text)
            return script.text
        import torch

        torch.set_num_threads(1)  # threads wait for each other longer than these small sums take
    found = printed(script.text)
    assert len(found) == len(wanted)
    for (x, loss), last in zip(found, wanted, strict=True):
        np.testing.assert_allclose(x, last, rtol=same, atol=same * np.abs(last).max())
        np.testing.assert_allclose(loss, scenario.objective.value(last[None])[0], rtol=1e-6, atol=1e-12)
    return script.text


@pytest.mark.parametrize("kind", Objective.catalogue)
def test_that_a_script_descends_on_every_objective(kind: str) -> None:
    replayed(made(kind, "gradient-descent:lr=0.001", "newton:hessian=damped", steps=3))


@pytest.mark.parametrize("kind", Optimizer.catalogue)
def test_that_a_script_takes_the_steps_of_every_optimizer(kind: str) -> None:
    settings = ":lr=0.001" if "lr" in Optimizer.catalogue[kind].params() else ""
    replayed(made("rosenbrock", kind + settings, steps=40, starts=((-1.2, 1.0), (0.5, 2.0))))


@pytest.mark.parametrize("name", library.names())
def test_that_shipped_scenarios_become_scripts_that_replay_every_step(name: str) -> None:
    """Every step of them: Adam, for one, blows up whatever rounds otherwise than in the run."""
    replayed(library.find(name))


@pytest.mark.parametrize("kind", Schedule.catalogue)
def test_that_a_script_follows_every_schedule(kind: str) -> None:
    schedule = f"{kind}(then=cosine(t_max=9))" if kind == "linear-warmup" else kind
    text = replayed(made("ravine", f"adam:lr=0.3,schedule={schedule}", f"asgd:schedule={schedule}", steps=40))
    assert text.count("def ") <= 5


# Settings away from the defaults that change the rule, and torch has as well.
OPTIONS = (
    "adagrad:lr_decay=0.1,initial_accumulator_value=0.2,weight_decay=0.1", "rprop:eta_plus=1.5,lr=0.5",
    "nadam:weight_decay=0.1,decoupled_weight_decay=true", "adam:amsgrad=true,weight_decay=0.1",
    "radam:weight_decay=0.1,decoupled_weight_decay=true,beta2=0.9", "asgd:lr=0.001,t0=5,lambd=0.01",
    "rmsprop:momentum=0.5,centered=true,lr=0.001,noise=0.3", "nesterov:momentum=0,lr=0.001",
    "momentum:lr=0.001,dampening=0.4,weight_decay=0.1,clip_norm=3,clip_value=2.5",
    "adamw:weight_decay=0,amsgrad=true",
)


def test_that_a_script_knows_clipping_noise_and_first_steps_of_their_own() -> None:
    replayed(made(
        "rosenbrock", *OPTIONS, "newton:hessian=absolute", "preconditioned:hessian=absolute",
        "polyak:lowest=given,f_star=0.1", "lion:weight_decay=0.1", noise=0.1, seed=5, steps=20,
    ))


@pytest.mark.parametrize("search", ["exact", "armijo", "wolfe"])
def test_that_a_script_searches_along_its_lines_as_the_run_does(search: str) -> None:
    kinds = ("line-search", "conjugate-gradient:restart=2,", "bfgs", "lbfgs:history_size=2,")
    runs = [f"{kind}{'' if kind.endswith(',') else ':'}search={search}" for kind in kinds]
    for objective in ("himmelblau", "rosenbrock", "x-cos"):
        replayed(made(objective, *runs, steps=25))


def test_that_a_run_that_diverges_ends_where_it_does_in_gdviz() -> None:
    text = replayed(made("cosh", "gradient-descent:lr=8", starts=((10.0,), (3.0,)), steps=80))
    assert "it has diverged" in text


def test_that_what_a_script_says_of_a_scenario_cannot_end_its_comment() -> None:
    objective, run = "formula:f=x**4 - 3*x*y + y**2", "gradient-descent:lr=0.01"
    scenario = made(objective, run, title='a\nimport os\x00\n"""')
    named = replace(scenario, runs=(replace(scenario.runs[0], label='say "hi" \\'),))
    text = replayed(named)
    assert "import os" not in re.sub("#.*", "", text)


def test_that_what_cannot_be_written_is_said_and_the_rest_is_written() -> None:
    scenario = made("himmelblau", "gradient-descent:lr=0.01", "bfgs", noise=0.1)
    script = numpy_script(scenario, ends(scenario)[0])
    ((name, fault),) = script.left_out
    assert name == "BFGS"
    assert f"# Left out: BFGS. {fault}" in script.text
    assert len(printed(script.text)) == 1
    alone = replace(scenario, runs=scenario.runs[1:])
    with pytest.raises(SpecError, match="with noise or batches there is no script"):
        numpy_script(alone, ends(alone)[0])
