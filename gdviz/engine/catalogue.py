"""Everything there is to choose from: importing this module fills every family's catalogue."""

from __future__ import annotations

from gdviz.engine import objectives, optimizers, schedules
from gdviz.engine.learning import datasets, losses, models
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.loss import Loss
from gdviz.engine.learning.model import Model
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.schedule import Schedule
from gdviz.spec import Spec, load_all

for package in (objectives, optimizers, schedules, datasets, models, losses):
    load_all(package)

FAMILIES: dict[str, type[Spec]] = {
    "objectives": Objective,
    "optimizers": Optimizer,
    "schedules": Schedule,
    "datasets": Dataset,
    "models": Model,
    "losses": Loss,
}
