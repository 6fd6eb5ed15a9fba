"""Where a method ends from each place of a part of the space: coarse at first, then finer, in slices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from gdviz.engine.arrays import Array
from gdviz.engine.attractors import Attractors
from gdviz.engine.run import Task
from gdviz.engine.sweep import Sweep

UNKNOWN, DIVERGED, ASTRAY = -3, -2, -1  # in place of the number of an attractor
COARSE = 9  # cells each way for one start of the first pass; of the second 3, of the last 1
FINER = 9  # times as many starts as all passes before
STARTS = 2048  # in one sweep: few enough that its steps are short
SLICE = 120_000  # numbers between two looks at the mouse, about
STEP = 20_000  # numbers: what a step of few starts takes as long as
MOST = 450_000_000  # numbers that a survey may take
PATIENCE = 4  # times as many for the first pass: better a coarse answer than none


@dataclass(frozen=True)
class Question:
    """Where runs of `task`, but from any start, are after `steps` steps."""

    task: Task
    steps: int

    @classmethod
    def of(cls, task: Task, steps: int) -> Question:
        """The question about a run, the same one for all of its starts."""
        return cls(replace(task, starts=()), steps)


class Survey:
    """The answers at the centres of cells. x (n,) and y (m,): their coordinates, y none for one parameter.

    kinds (m, n): number of the attractor, or UNKNOWN, DIVERGED, ASTRAY (not near any); moved (m, n): the
    number of the last step that was longer than a tenth of what counts as near; ends (m, n, d). Until its own
    start is known a cell has the answer of its block. Both sizes must be multiples of COARSE, but for one
    of y alone.
    """

    def __init__(self, question: Question, attractors: Attractors, x: Array, y: Array | None = None) -> None:
        self.question, self.attractors = question, attractors
        self.x, self.y = x, y
        shape = (1 if y is None else len(y), len(x))
        self.kinds = np.full(shape, UNKNOWN, dtype=np.int16)
        self.moved = np.zeros(shape, dtype=np.int32)
        self.ends = np.full((*shape, 1 if y is None else 2), np.nan)
        self.begun = self.done = self.cut = False
        self._numbers = 0
        self._parts = self._planned()
        self._part: tuple[int, np.ndarray, np.ndarray] | None = None
        self._sweep: Sweep | None = None

    def _planned(self) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
        """The side of a block, and the rows and columns of its centres, one sweep after the other."""
        m, n = self.kinds.shape
        row, column = np.divmod(np.arange(m * n), n)
        before = np.zeros(m * n, dtype=bool)
        for side in (COARSE, 3, 1):
            if side < COARSE and self._numbers * FINER > MOST:
                self.cut = True
                return
            chosen = (column % side == side // 2) & ((row % side == side // 2) | (m == 1))
            places = np.flatnonzero(chosen & ~before)
            before |= chosen
            for part in np.array_split(places, -(-len(places) // STARTS)):
                yield side, row[part], column[part]
            self.begun = True

    def advance(self) -> None:
        """Find out a little more."""
        done = 0
        while done < SLICE and not self.done:
            if self._sweep is None:
                self._part = next(self._parts, None)
                if self._part is None:
                    self.done = True
                    return
                _, row, column = self._part
                parts = [self.x[column]] + ([] if self.y is None else [self.y[row]])
                short = self.attractors.radius / 10
                self._sweep = Sweep(self.question.task, np.array(parts).T, self.question.steps, short)
            before = self._sweep.numbers
            if not self._sweep.done:
                self._sweep.advance()
            spent = self._sweep.numbers - before + STEP
            done, self._numbers = done + spent, self._numbers + spent
            if self._numbers > PATIENCE * MOST and not self.begun:
                self.done = self.cut = True
            elif self._sweep.done:
                self._fill(self._sweep)
                self._sweep = None

    def _fill(self, sweep: Sweep) -> None:
        """Write the answers of a sweep into the blocks round its starts."""
        assert self._part is not None
        side, row, column = self._part
        kinds = np.full(len(row), DIVERGED)
        sound = ~sweep.diverged
        kinds[sound] = self.attractors.nearest(sweep.ends[sound])
        around = range(-(side // 2), side // 2 + 1)
        for down in around if len(self.kinds) > 1 else (0,):
            for across in around:
                place = row + down, column + across
                self.kinds[place], self.moved[place], self.ends[place] = kinds, sweep.moved, sweep.ends

    def at(self, column: int, row: int) -> tuple[int, Array]:
        """The answer and the end (d,) for the cell in this column and row."""
        return int(self.kinds[row, column]), self.ends[row, column]

