"""Everything there is to choose from: importing this module fills every family's catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from gdviz.engine import datasets, losses, models, objectives, optimizers, schedules
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.loss import Loss
from gdviz.engine.learning.model import Model
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.schedule import Schedule
from gdviz.spec import Spec, load_all

Member = tuple[str, type[Spec]]

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


def grouped(members: Iterable[Member], groups: Iterable[str]) -> list[tuple[str, list[Member]]]:
    """Members (name, class) of a family under their headings, as they come; those without one at the end."""
    found: dict[str, list[Member]] = {group: [] for group in groups}
    for kind, made in members:
        found.setdefault(made.group, []).append((kind, made))
    return [(group, held) for group, held in found.items() if held]
