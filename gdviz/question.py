"""A question that a scenario asks before it is played, and the answer that its runs give."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from gdviz.engine.arrays import Array, norms
from gdviz.engine.objective import Point
from gdviz.engine.run import Run
from gdviz.engine.status import CONVERGED, DIVERGED
from gdviz.spec import Spec, declared, param
from gdviz.values import SpecError

ARRIVES, UNDERWAY, OSCILLATES, DIVERGES = OUTCOMES = ("arrives", "under-way", "oscillates", "diverges")
TURNING, FADING = 0.4, 0.5  # of its length a swinging path gains less; of its steps a fading one keeps less
LOSS, FIRST = MEASURES = ("loss", "first")
Guess = Point | int | str  # a place, the index of a run, an outcome
Truth = Point | tuple[int, ...] | str  # a place, the runs that are best, an outcome


@declared
class Question(Spec):
    """What is to be predicted; the answer is never written down, but found in the runs. text: as asked."""

    family = "question"
    catalogue: ClassVar[dict[str, type[Any]]] = {}

    text: str = param("", "What is asked, in one sentence.")

    def check(self) -> None:
        if not self.text.strip():
            raise SpecError("question: the key {key!r} is missing", key="text")

    def suit(self, dimension: int, runs: int) -> None:
        """Raise SpecError where it can't be asked of so many parameters and runs."""

    @abstractmethod
    def answer(self, runs: Sequence[Run], steps: int, tolerance: float) -> Truth:
        """What the first start of each run, recorded to its end, answers."""


@declared
class OfRun(Question):
    """A question about one of the runs."""

    run: int = param(0, "Which run, counted from 0.", within="[0, 63]")

    def suit(self, dimension: int, runs: int) -> None:
        if self.run >= runs:
            raise SpecError("question: there is no run {run}, they are counted from 0 to {last}",
                            run=self.run, last=runs - 1)


@declared
class Where(OfRun):
    """Where on the map or curve a run ends."""

    def suit(self, dimension: int, runs: int) -> None:
        super().suit(dimension, runs)
        if dimension > 2:
            raise SpecError("question: {kind!r} needs one or two parameters, not {n}", kind=self.kind,
                            n=dimension)

    def answer(self, runs: Sequence[Run], steps: int, tolerance: float) -> Truth:
        record = runs[self.run].trajectory
        return tuple(map(float, record.x[min(record.steps, steps)][0]))


@declared
class Which(Question):
    """Which run is best: by the loss at the last step, or as the first to converge."""

    by: str = param("loss", "What counts: the loss at the end, or who converges first.", choices=MEASURES)

    def suit(self, dimension: int, runs: int) -> None:
        if runs < 2:
            raise SpecError("question: {kind!r} needs at least two runs", kind=self.kind)

    def answer(self, runs: Sequence[Run], steps: int, tolerance: float) -> Truth:
        scores = [self._score(run, steps, tolerance) for run in runs]
        best = min(scores)
        return tuple(i for i, score in enumerate(scores) if score == best < np.inf)

    def _score(self, run: Run, steps: int, tolerance: float) -> float:
        """The less the better; infinite where it takes no part."""
        status = run.status(steps, tolerance)
        if self.by == FIRST:
            return float(status.step) if status.kind == CONVERGED else np.inf
        ended = status.kind == DIVERGED
        return np.inf if ended else float(run.trajectory.loss[min(run.trajectory.steps, steps)][0])


@declared
class What(OfRun):
    """What becomes of a run: one of OUTCOMES."""

    def answer(self, runs: Sequence[Run], steps: int, tolerance: float) -> Truth:
        run = runs[self.run]
        kind = run.status(steps, tolerance).kind
        if kind in (CONVERGED, DIVERGED):
            return ARRIVES if kind == CONVERGED else DIVERGES
        rows = min(run.trajectory.steps, steps) + 1
        return fate(run.trajectory.x.rows(0, rows)[:, 0], run.trajectory.loss.rows(0, rows)[:, 0])


for _made in (Where, Which, What):
    _made.kind = _made.__name__.lower()
    Question.catalogue[_made.kind] = _made


def fate(path: Array, losses: Array) -> str:
    """What becomes of a path (T, d) that has neither converged nor left the plane, with its losses (T,).

    It diverges if the loss ends above where it began and the steps grow. It oscillates if its way is long
    against what it gains, and does not fade. Else it is under way. The last half of the path is judged, its
    second part held against its first.
    """
    late = path[len(path) // 2 :]
    lengths = norms(np.diff(late, axis=0))
    if len(lengths) < 4:
        return UNDERWAY
    first, second = (float(part.mean()) for part in np.array_split(lengths, 2))
    if losses[-1] > losses[0] and second > first:
        return DIVERGES
    gained = float(np.linalg.norm(late[-1] - late[0]))
    turning = gained < TURNING * float(lengths.sum())
    return OSCILLATES if turning and second > FADING * first else UNDERWAY


@dataclass(frozen=True)
class Prediction:
    """A question that is being asked. guess: None until there is one; fixed: time has begun to run since;
    truth: None until the runs have been played to their end.
    """

    question: Question
    guess: Guess | None = None
    fixed: bool = False
    truth: Truth | None = None

    @property
    def locked(self) -> bool:
        """Whether time has to wait for a guess."""
        return self.guess is None

    @property
    def off(self) -> float:
        """How far the guessed place lies from the true one; nan where no place was asked for."""
        if not isinstance(self.question, Where) or self.guess is None or self.truth is None:
            return float("nan")
        return float(np.linalg.norm(np.subtract(self.guess, self.truth)))

    @property
    def right(self) -> bool:
        """Whether the guess is the truth; of a place nothing is exactly right."""
        if isinstance(self.truth, tuple):
            return isinstance(self.question, Which) and self.guess in self.truth
        return self.guess == self.truth
