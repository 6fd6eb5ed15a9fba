"""The shipped scenarios played to their last step, and what becomes of them when something is tried."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from gdviz import library
from gdviz.engine.run import Run
from gdviz.scenario import Scenario
from gdviz.session import Session
from gdviz.tables import Outcome, outcomes


@cache
def played(name: str) -> tuple[Scenario, tuple[Run, ...]]:
    """A shipped scenario and its runs to the last step."""
    session = Session(library.shipped(name))
    session.compute_to(session.scenario.steps)
    return session.scenario, tuple(session.runs)


def ends(name: str) -> list[Outcome]:
    return list(outcomes(*played(name)))


def path(name: str, run: int, start: int = 0) -> np.ndarray:
    """The points (T, d) of one start of a run."""
    record = played(name)[1][run].trajectory
    return np.array([record.x[step][start] for step in range(record.steps + 1)])


def losses(name: str, run: int) -> np.ndarray:
    record = played(name)[1][run].trajectory
    return np.array([record.loss[step][0] for step in range(record.steps + 1)])


def altered(name: str, run: int, steps: int | None = None, **changed: float) -> Session:
    """One run of a shipped scenario alone, played with other numbers."""
    shown = library.shipped(name)
    entry = replace(shown.runs[run], optimizer=replace(shown.runs[run].optimizer, **changed))
    session = Session(replace(shown, runs=(entry,), steps=steps or shown.steps, question=None))
    session.compute_to(session.scenario.steps)
    return session


def tried(name: str, lr: float, run: int, steps: int) -> Outcome:
    """How a run ends with another learning rate."""
    session = altered(name, run, steps, lr=lr)
    return next(iter(outcomes(session.scenario, tuple(session.runs))))
