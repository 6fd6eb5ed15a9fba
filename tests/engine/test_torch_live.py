"""Paths, memory, clipping and schedules equal torch's, live, where torch can be imported."""

from __future__ import annotations

import importlib.util

import numpy as np
import pytest

from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.oracle import Oracle
from gdviz.engine.run import Run, Task
from gdviz.engine.schedule import Schedule
from tests.reference import own_paths
from tests.reference.torch_settings import SCHEDULE_STEPS, SCHEDULES, SETTINGS, STARTS

STEPS, BRIEF = 500, 120  # of SGD and Adam, of the other methods: their thousand are on record

if importlib.util.find_spec("torch") is not None:

    @pytest.fixture(scope="module")
    def torch_paths():
        """Imported when a test is run: not every worker has one of these, and it takes seconds."""
        from tests.reference import torch_paths

        return torch_paths

    @pytest.fixture(scope="module")
    def paths(torch_paths):
        return torch_paths.paths(STEPS, BRIEF)

    @pytest.mark.parametrize("index", range(len(SETTINGS)), ids=lambda i: f"{SETTINGS[i].kind}-{i % 3}")
    def test_that_every_step_of_a_path_equals_torchs(paths, index):
        steps = STEPS if SETTINGS[index].torch in ("SGD", "Adam") else BRIEF
        for i, name in enumerate(STARTS):
            own = own_paths.walked(SETTINGS[index], name, steps).trajectory.x.rows()[:, 0]
            assert own_paths.error(own, paths[: steps + 1, i, index]) <= own_paths.TOLERANCE, name

    def test_that_the_average_of_averaged_sgd_equals_torchs(torch_paths):
        import torch

        typed = "asgd:lr=0.01,lambd=0.01,alpha=0.5,t0=20"
        run = Run(Task(Objective.parse("himmelblau"), Optimizer.parse(typed), ((-0.5, -4.0),)))
        run.extend(100)
        kept = torch.get_default_dtype()
        torch.set_default_dtype(torch.float64)
        x = torch.tensor((-0.5, -4.0), requires_grad=True)
        optimizer = torch.optim.ASGD([x], lr=0.01, lambd=0.01, alpha=0.5, t0=20)
        for k in range(100):
            optimizer.zero_grad()
            torch_paths.himmelblau(*x).backward()
            optimizer.step()
            for name in ("ax", "eta", "mu"):
                own = run.trajectory.memory[name][k + 1][0]
                np.testing.assert_allclose(own, optimizer.state[x][name].numpy(), rtol=1e-12)
        torch.set_default_dtype(kept)

    @pytest.mark.parametrize("limits", [(1.0, 0.0), (0.0, 0.5), (1.0, 0.9), (1e-3, 0.0), (300.0, 0.0)])
    def test_that_clipping_equals_torchs(torch_paths, limits):
        norm, value = limits
        objective = Objective.parse("himmelblau")
        method = Optimizer.parse(f"gradient-descent:clip_norm={norm},clip_value={value}")
        for point in np.random.default_rng(0).uniform(-5, 5, (50, 2)):
            own = method.gradient(point[None], Oracle(objective, 1))[0]
            theirs = torch_paths.clipped(objective.gradient(point[None])[0], norm, value)
            np.testing.assert_allclose(own, theirs, rtol=1e-14, atol=0)

    @pytest.mark.parametrize("plan", SCHEDULES, ids=lambda plan: plan.typed)
    def test_that_a_schedule_equals_torchs_live(torch_paths, plan):
        theirs = torch_paths.rates(plan, 0.3, SCHEDULE_STEPS)
        defined = np.isfinite(theirs)
        own = np.array([Schedule.parse(plan.typed).rate(0.3, k) for k in range(SCHEDULE_STEPS)])
        np.testing.assert_allclose(own[defined], theirs[defined], rtol=0, atol=3e-13)
