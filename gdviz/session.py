"""The one owner of state: the scenario, its runs, the play-head, the chosen run, undo and redo."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from weakref import WeakKeyDictionary

from gdviz.engine.explanation.step import Explanation, explain
from gdviz.engine.run import Clock, Run, Task
from gdviz.engine.status import Status
from gdviz.frame import Frame, Lane
from gdviz.question import Guess, Prediction
from gdviz.scenario import RunName, Scenario

KEPT = 24  # runs of earlier scenarios that are kept, so that undo answers at once
WORK = 1_500_000  # numbers between two looks at the clock: some 10 ms
KEPT_NUMBERS = 50_000_000  # that they may hold together: 400 MB
MOST_UNDO = 200


class Session:
    """Edits replace the scenario; its runs are found by task: what is unchanged is never computed anew.

    clock: by which the steps of runs are timed.
    """

    def __init__(self, scenario: Scenario, clock: Clock = perf_counter) -> None:
        self._clock = clock
        self._runs: dict[Task, Run] = {}
        self._statuses: WeakKeyDictionary[Run, tuple[tuple[int, bytes, int, float], tuple[Status, ...]]]
        self._statuses = WeakKeyDictionary()
        self._undo: list[Scenario] = []
        self._redo: list[Scenario] = []
        self._merging: str | None = None
        self._explained: list[tuple[Run, int, Explanation]] = []  # those of the last frame
        self.saved = scenario
        self.playhead = 0
        self.chosen = 0
        self.prediction: Prediction | None = None
        self.scenario = scenario
        self._set(scenario)

    def _set(self, scenario: Scenario) -> None:
        if self.prediction and not self._means_the_same(scenario, self.prediction):
            self.prediction = None
        self.scenario = scenario
        self.playhead = min(self.playhead, scenario.steps)
        self.chosen = min(self.chosen, len(scenario.runs) - 1)
        tasks = scenario.tasks()
        for task in tasks:
            self._runs[task] = self._runs.pop(task) if task in self._runs else Run(task, self._clock)
        self._current = [self._runs[task] for task in tasks]
        self._forget(set(tasks))

    def _forget(self, used: set[Task]) -> None:
        """Drop the oldest recordings that no run has, as far as they are too many or take too much room."""
        numbers = 0
        for i, task in enumerate(reversed([task for task in self._runs if task not in used])):
            numbers += task.numbers * self._runs[task].trajectory.steps
            if i >= KEPT or (i and numbers > KEPT_NUMBERS):
                del self._runs[task]

    def _means_the_same(self, scenario: Scenario, asked: Prediction) -> bool:
        """Whether a guess still fits when the scenario becomes this one."""
        old, told = self.scenario, asked.truth is not None
        return (
            scenario.question == asked.question
            and scenario.objective.dimension == old.objective.dimension
            and (told or len(scenario.runs) == len(old.runs))
        )

    def twin(self) -> Session:
        """Another play-head on the same recordings: both may extend them, and neither disturbs the other."""
        made = Session(self.scenario, self._clock)
        made._current = list(self._current)
        made.playhead, made.chosen = self.playhead, self.chosen
        return made

    # Editing

    def open(self, scenario: Scenario, way_back: bool = False) -> None:
        """Start with another document, the play-head at 0; way_back: undo returns to the one before."""
        if way_back:
            self._undo.append(self.scenario)
            del self._undo[:-MOST_UNDO]
        else:
            self._undo.clear()
        self._redo.clear()
        self._merging = None
        self.playhead = self.chosen = 0
        self.prediction = None
        self.saved = scenario
        self._set(scenario)

    def edit(self, scenario: Scenario, merge: str | None = None) -> None:
        """Replace the scenario; edits in a row with the same `merge` are undone together."""
        if scenario == self.scenario:
            return
        if merge is None or merge != self._merging:
            self._undo.append(self.scenario)
            del self._undo[:-MOST_UNDO]
        self._merging = merge
        self._redo.clear()
        self._set(scenario)

    def end_merge(self) -> None:
        """The next edit is undone on its own."""
        self._merging = None

    def undo(self) -> None:
        self._step_history(self._undo, self._redo)

    def redo(self) -> None:
        self._step_history(self._redo, self._undo)

    def _step_history(self, source: list[Scenario], target: list[Scenario]) -> None:
        self._merging = None
        if source:
            target.append(self.scenario)
            self._set(source.pop())

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    @property
    def unsaved(self) -> bool:
        """Whether the scenario differs from what was last opened or saved."""
        return self.scenario != self.saved

    # Time

    def seek(self, step: int) -> None:
        """Put the play-head on `step`, kept within the scenario's steps."""
        if self.prediction and self.prediction.locked:
            return
        self.playhead = min(max(step, 0), self.scenario.steps)
        if self.prediction and self.playhead:
            self.prediction = replace(self.prediction, fixed=True)

    def choose(self, run: int) -> None:
        """Make run `run` the one that arrows and inspector follow."""
        self.chosen = min(max(run, 0), len(self._current) - 1)

    # Predicting

    def ask(self) -> None:
        """Go to the start and ask the scenario's question, if it has one."""
        if self.scenario.question is not None:
            self.playhead = 0
            self.prediction = Prediction(self.scenario.question)

    def guess(self, guess: Guess) -> None:
        """Take an answer, or another one as long as no time has passed."""
        if self.prediction and not self.prediction.fixed:
            self.prediction = replace(self.prediction, guess=guess)

    def skip(self) -> None:
        """Ask no longer: everything may be seen."""
        self.prediction = None

    def _tell(self) -> None:
        """Find out what was right, as soon as the runs have been played to their end."""
        asked, end = self.prediction, self.scenario.steps
        if asked and asked.fixed and asked.truth is None and self.playhead >= end and self.complete:
            truth = asked.question.answer(self.runs, end, self.scenario.tolerance)
            self.prediction = replace(asked, truth=truth)

    # Computing

    @property
    def complete(self) -> bool:
        """Whether every run is recorded to the scenario's last step, or has ended."""
        return not any(self._lacks(run) for run in self._current)

    def _lacks(self, run: Run) -> bool:
        return not run.ended and run.trajectory.steps < self.scenario.steps

    @property
    def known(self) -> int:
        """The step to which every run is recorded; runs that have ended do not count."""
        going = [run.trajectory.steps for run in self._current if not run.ended]
        return min([*going, self.scenario.steps])

    def compute(self, steps: int) -> None:
        """Record at most `steps` more steps of the run that is most behind; fewer where each takes long."""
        lacking = [run for run in self._current if self._lacks(run)]
        if lacking:
            run = min(lacking, key=lambda run: run.trajectory.steps)
            quick = max(WORK // run.task.cost, 1)
            run.extend(min(steps, quick, self.scenario.steps - run.trajectory.steps))

    def compute_to(self, step: int) -> None:
        """Record every run to `step`."""
        for run in self._current:
            run.extend_to(min(step, self.scenario.steps))

    @property
    def runs(self) -> tuple[Run, ...]:
        """The recordings of the scenario's runs."""
        return tuple(self._current)

    # Showing

    def frame(self) -> Frame:
        """Everything the views draw, as it is known now."""
        shown = self.scenario
        names = shown.names()
        lanes = tuple(self._lane(i, names[i]) for i in range(len(self._current)))
        self._tell()
        if self.prediction and self.prediction.truth is None:
            lanes = tuple(lane.veiled(self.playhead) for lane in lanes)
        why, before = self._why()
        return Frame(
            self.playhead, shown.steps, self.chosen, shown.objective, shown.tolerance, lanes, why,
            self.prediction, shown.grid, before,
        )  # fmt: skip

    def _why(self) -> tuple[Explanation, Explanation | None]:
        """Why the chosen run goes on as it does, and why it came; what the last frame had is kept."""
        run, known = self._current[self.chosen], self._explained
        now = min(self.playhead, run.trajectory.steps)
        self._explained = []
        for step in (now, now - 1)[: now + 1]:
            found = next((told for of, at, told in known if of is run and at == step), None)
            self._explained.append((run, step, found or explain(run.task, run, step)))
        why, *before = [told for _, _, told in self._explained]
        return why, before[0] if before else None

    def _lane(self, i: int, name: RunName) -> Lane:
        run, entry, end = self._current[i], self.scenario.runs[i], self.scenario.steps + 1
        record = run.trajectory
        return Lane(
            name=name,
            slot=entry.slot,
            shown=not entry.hidden,
            task=run.task,
            path=record.x.rows(0, end),
            losses=record.loss.rows(0, end),
            grad_norms=record.grad_norm.rows(0, end),
            counts=record.counts.rows(0, end),
            seconds=record.seconds.rows(0, end),
            memory={name: column.rows(0, end) for name, column in record.memory.items()},
            last=run.last.copy(),
            statuses=self._status(run),
        )

    def _status(self, run: Run) -> tuple[Status, ...]:
        steps, tolerance = self.scenario.steps, self.scenario.tolerance
        asked = (run.trajectory.steps, run.last.tobytes(), steps, tolerance)
        known, found = self._statuses.get(run, (None, ()))
        if known != asked:
            found = tuple(run.status(steps, tolerance, row) for row in range(len(run.last)))
            self._statuses[run] = (asked, found)
        return found
