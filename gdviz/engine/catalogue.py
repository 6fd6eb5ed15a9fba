"""Everything there is to choose from: importing this module fills every family's catalogue."""

from __future__ import annotations

from gdviz.engine import objectives, optimizers, schedules
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.schedule import Schedule
from gdviz.spec import Spec, load_all

for package in (objectives, optimizers, schedules):
    load_all(package)

FAMILIES: dict[str, type[Spec]] = {
    "objectives": Objective,
    "optimizers": Optimizer,
    "schedules": Schedule,
}
