"""The results of all runs: one row for each start of each."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QObject

from gdviz import tables
from gdviz.engine.arrays import norms
from gdviz.session import Session
from gdviz.ui.language import Translate, name_of, sentence
from gdviz.ui.results_table import RowsModel

WORDS = 3  # columns that hold words: run, start, outcome


class Result(NamedTuple):
    """One start of one run; None where there is no such number."""

    run: str
    start: tuple[float, ...]
    outcome: str
    steps: int
    reached: int | None
    loss: float
    grad_norm: float
    distance: float | None
    values: int
    gradients: int
    hessians: int


def first_below(losses: np.ndarray, mark: float) -> int | None:
    """The first step at which the loss (T,) is at most `mark`; None where it never is."""
    below = np.flatnonzero(losses <= mark)
    return int(below[0]) if len(below) else None


def results(session: Session, mark: float, tr: Translate) -> list[Result]:
    """Each start of each run, as far as it is recorded; `mark`: the loss that is to be reached."""
    shown, names = session.scenario, session.scenario.names()
    minima = np.array(shown.objective.minima, dtype=np.float64)
    found, rows = [], len(shown.starts)
    for i, outcome in enumerate(tables.outcomes(shown, session.runs)):
        losses = session.runs[outcome.run].trajectory.loss.rows(0, outcome.steps + 1)[:, i % rows]
        away = norms(minima - np.array(outcome.x)) if len(minima) else None
        found.append(
            Result(
                name_of(names[outcome.run], tr),
                outcome.start,
                sentence(outcome.status, tr),
                outcome.steps,
                first_below(losses, mark),
                outcome.loss,
                outcome.grad_norm,
                float(away.min()) if away is not None else None,
                *(outcome.evaluations[kind] for kind in ("value", "gradient", "hessian")),
            )
        )
    return found


class ResultsModel(RowsModel):
    """A row for each start of each run."""

    def __init__(self, tr: Translate, parent: QObject | None = None) -> None:
        heads = (
            tr("Run"), tr("Start"), tr("Outcome"), tr("Steps"), tr("Reached at step"), tr("Loss"), "‖∇f‖",
            tr("Distance to a minimum"), tr("Values"), tr("Gradients"), tr("Hessians"),
        )  # fmt: skip
        super().__init__(heads, WORDS, parent=parent)
