"""The results of all runs as a table that views sort, and that is copied and saved as text."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gdviz import tables
from gdviz.engine.arrays import norms
from gdviz.session import Session
from gdviz.ui.language import Translate, name_of, sentence
from gdviz.ui.numbers import exact, significant

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
WORDS = (0, 1, 2)  # columns that hold words: run, start, outcome
REACHED = 4  # the column of the step at which the loss reaches the mark


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


class ResultsModel(QAbstractTableModel):
    """A row for each start of each run; `SORT_ROLE` gives what to sort by."""

    def __init__(self, tr: Translate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results: list[Result] = []
        self.heads = (
            tr("Run"), tr("Start"), tr("Outcome"), tr("Steps"), tr("Reached at step"), tr("Loss"), "‖∇f‖",
            tr("Distance to a minimum"), tr("Values"), tr("Gradients"), tr("Hessians"),
        )  # fmt: skip

    def show_results(self, found: Sequence[Result]) -> None:
        """Show these; a selection stays where the rows are the same."""
        if len(found) == len(self._results):
            self._results = list(found)
            last = self.index(len(found) - 1, len(self.heads) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._results = list(found)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One for each start of each run."""
        return 0 if parent.isValid() else len(self._results)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as there are heads."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if section in WORDS else RIGHT
        return self.heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell as it is shown, aligned, told in full, or sorted by."""
        value = self._results[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _exact(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if index.column() in WORDS else RIGHT
        return _sorted(value) if role == SORT_ROLE else None

    def text(self, rows: Iterable[int], separator: str) -> str:
        """These rows under their heads, numbers exactly."""
        stream = io.StringIO()
        writer = csv.writer(stream, delimiter=separator, lineterminator="\n")
        writer.writerow(self.heads)
        writer.writerows([_exact(value) for value in self._results[row]] for row in rows)
        return stream.getvalue()


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(significant(part) for part in value)
    return significant(value) if isinstance(value, float) else _exact(value)


def _exact(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return ", ".join(map(exact, value))
    return exact(value) if isinstance(value, float) else str(value)


def _sorted(value: object) -> object:
    """What Qt can compare: no number comes last, as nan does."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return math.inf
    if isinstance(value, tuple):
        return float(value[0])
    return float(value) if isinstance(value, int) else value
