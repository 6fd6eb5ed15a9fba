"""Paths and learning rates equal the ones that torch left on record; torch itself is not needed.

An error is the largest difference of a coordinate over the largest coordinate of torch's x, never over 1.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gdviz.engine.schedule import Schedule
from tests.reference import own_paths
from tests.reference.torch_settings import SCHEDULES, SETTINGS, STARTS, STEPS

FOLDER = Path(own_paths.__file__).parent


@pytest.fixture(scope="module")
def recorded():
    with np.load(FOLDER / "paths.npz") as file:
        return dict(file)


@pytest.fixture(scope="module")
def planned():
    with np.load(FOLDER / "schedules.npz") as file:
        return dict(file)


def test_that_the_record_is_of_the_settings_in_the_table(recorded, planned):
    typed = [[setting.typed(name) for setting in SETTINGS] for name in STARTS]
    assert recorded["typed"].tolist() == typed
    assert recorded["steps"][-1] == STEPS
    assert planned["typed"].tolist() == [plan.typed for plan in SCHEDULES]


def test_that_every_method_of_torch_has_three_settings():
    kinds = [setting.kind for setting in SETTINGS]
    assert len(set(kinds)) == 13
    assert all(kinds.count(kind) >= 3 for kind in kinds)


def test_that_the_reference_folder_stays_small():
    assert sum(file.stat().st_size for file in FOLDER.iterdir() if file.is_file()) < 300_000


@pytest.mark.parametrize("name", STARTS)
@pytest.mark.parametrize("index", range(len(SETTINGS)), ids=lambda i: f"{SETTINGS[i].kind}-{i % 3}")
def test_that_a_path_equals_the_one_torch_walked(recorded, index, name):
    run = own_paths.walked(SETTINGS[index], name, STEPS)
    steps = recorded["steps"]
    own = run.trajectory.x.rows()[:, 0]
    assert len(own) == STEPS + 1
    theirs = recorded["x"][:, list(STARTS).index(name), index]
    assert own_paths.error(own[steps], theirs) <= own_paths.TOLERANCE


@pytest.mark.parametrize("plan", SCHEDULES, ids=lambda plan: plan.typed)
def test_that_a_schedule_equals_torchs(planned, plan):
    # torch multiplies from step to step where it can, and so gathers rounding: compared with lr, not with 0.
    theirs = planned["rates"][SCHEDULES.index(plan)]
    defined = np.isfinite(theirs)
    assert defined[:20].all()
    lr = float(planned["lr"])
    own = np.array([Schedule.parse(plan.typed).rate(lr, k) for k in range(len(theirs))])
    np.testing.assert_allclose(own[defined], theirs[defined], rtol=0, atol=1e-12 * lr)
