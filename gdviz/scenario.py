"""The document: what is being run, as one frozen value; as a table for files and for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

import gdviz.engine.catalogue  # noqa: F401  (fills the catalogues that specs are read from)
from gdviz import values
from gdviz.engine.batches import ORDERS, Batches
from gdviz.engine.exhaustive import Grid, rounded
from gdviz.engine.learning.dataset import Dataset
from gdviz.engine.learning.model import Model
from gdviz.engine.learning.problem import DataProblem
from gdviz.engine.objective import Objective, Point
from gdviz.engine.oracle import EVERYTHING
from gdviz.engine.run import Task
from gdviz.entry import ACCUMULATE, BATCH_SIZE, named
from gdviz.entry import Entry as Entry
from gdviz.entry import RunName as RunName
from gdviz.question import Question
from gdviz.spec import Spec, declared, param
from gdviz.values import Interval, SpecError, hint

FORMAT = 1
WITHIN = Interval("[-1e12, 1e12]")  # beyond it a coordinate counts as diverged
MOST_RUNS = 64
MOST_STARTS = 10_000
MOST_CELLS = 20_000_000  # recorded points of two parameters in all
MOST_NUMBERS = 400_000_000  # recorded in all: 3.2 GB


@declared
class Scenario(Spec):
    """What is minimised, by which runs, from where, for how long; every start of `starts` is run by each.

    starts: points (d,) each; runs: entries; question: asked before it is played, or None; the other fields
    are declared parameters.
    """

    kind: ClassVar[str] = "scenario"
    family: ClassVar[str] = "scenario"
    catalogue: ClassVar[dict[str, type[Any]]] = {}

    objective: Objective
    runs: tuple[Entry, ...]
    starts: tuple[Point, ...]
    question: Question | None = None
    title: str = param("", "What it shows, in a few words.")
    text: str = param("", "What to look for and what to try.")
    steps: int = param(60, "How many steps are computed.", within="[1, 1000000]")
    seed: int = param(0, "Decides all that is random.", within="[0, 4294967295]")
    noise: float = param(
        0.0, "Standard deviation of the noise on every gradient.", within="[0, inf)", symbol="σ"
    )
    tolerance: float = param(
        1e-6,
        "Gradient norm and step length below which a run has converged.",
        within="(0, inf)",
        log=True,
        advanced=True,
    )
    batch_size: int = param(0, "Samples in a batch, 0 for all of them.", within=BATCH_SIZE.text)
    order: str = param("shuffle", "How batches are drawn from the samples.", choices=ORDERS)
    accumulate: int = param(
        1, "Batches whose gradients are added up before an update.", within=ACCUMULATE.text, advanced=True
    )

    grid_search: int = param(
        0, "Values of each parameter that exhaustive search tries, 0 for no search.", within="[0, 200]",
        advanced=True,
    )  # fmt: skip
    grid_search_box: tuple[float, ...] = param(
        (), "Where it searches: low and high of each parameter; nothing for the customary range.",
        within=WITHIN.text, advanced=True,
    )  # fmt: skip

    def check(self) -> None:
        low, high = self.grid_search_box[::2], self.grid_search_box[1::2]
        if len(low) != len(high) or not all(a < b for a, b in zip(low, high, strict=True)):
            raise SpecError("scenario: grid_search_box needs a low and a higher number for each parameter")
        if not self.runs:
            raise SpecError("scenario: at least one run is needed")
        if len(self.runs) > MOST_RUNS:
            raise SpecError("scenario: at most {most} runs, not {n}", most=MOST_RUNS, n=len(self.runs))
        if not self.starts:
            raise SpecError("scenario: at least one start is needed")
        if len(self.starts) > MOST_STARTS:
            raise SpecError("scenario: at most {most} starts, not {n}", most=MOST_STARTS, n=len(self.starts))
        wanted = self.objective.dimension
        if len(self.starts) * len(self.runs) * self.steps * max(wanted, 2) > 2 * MOST_CELLS:
            raise SpecError("scenario: runs × starts × steps may be at most {most}",
                            most=2 * MOST_CELLS // max(wanted, 2))
        kept = tuple(values.checked("scenario", "start", start, (), WITHIN, ()) for start in self.starts)
        for start in kept:
            if len(start) != wanted:
                raise SpecError(
                    "scenario: {name} needs {wanted} coordinates, not {n}",
                    n=len(start),
                    wanted=wanted,
                    name=f"a start of {self.objective.kind}",
                )
        object.__setattr__(self, "starts", kept)
        numbers = sum(task.numbers for task in self.tasks())
        if numbers * self.steps > MOST_NUMBERS:
            raise SpecError("scenario: its runs record {numbers} numbers at each step: at most {most} steps",
                            numbers=numbers, most=MOST_NUMBERS // numbers)
        if self.question is not None:
            try:
                self.question.suit(wanted, len(self.runs))
            except SpecError:  # an edit took away what it asks for
                object.__setattr__(self, "question", None)

    def _key(self) -> tuple[Any, ...]:
        return (*super()._key(), self.objective, self.runs, self.starts, self.question)

    @property
    def batches(self) -> Batches:
        """How the samples are dealt out to runs that say nothing of their own."""
        return Batches(self.batch_size, self.order, self.accumulate)

    @property
    def grid(self) -> Grid | None:
        """What exhaustive search tries; nothing where it is not asked for, or of more than two parameters."""
        dimension = self.objective.dimension
        if not self.grid_search or dimension > 2:
            return None
        own = tuple(zip(self.grid_search_box[::2], self.grid_search_box[1::2], strict=True))
        return Grid(max(self.grid_search, 2), own if len(own) == dimension else rounded(self.objective.box))

    def tasks(self) -> tuple[Task, ...]:
        """What each run's course depends on."""
        return tuple(
            Task(self.objective, entry.optimizer, self.starts, self.noise, self.seed,
                 entry.batches(self.batches) if self.objective.terms else EVERYTHING)
            for entry in self.runs
        )

    def with_start(self, index: int, point: Point) -> Scenario:
        """The same with that start at a point, or where a start may be that is nearest to it."""
        kept = tuple(min(max(x, WITHIN.low), WITHIN.high) for x in point)
        return replace(self, starts=(*self.starts[:index], kept, *self.starts[index + 1 :]))

    def with_objective(self, objective: Objective) -> Scenario:
        """The same comparison on another objective, from that one's own start."""
        same = objective.kind == self.objective.kind and objective.dimension == self.objective.dimension
        starts = self.starts if same else (objective.start_from(self.seed),)
        box = self.grid_search_box if same else ()
        return replace(self, objective=objective, starts=starts, grid_search_box=box)

    def names(self) -> tuple[RunName, ...]:
        """What to call each run: runs of one method are told apart by the parameters that differ."""
        same: dict[str, list[Entry]] = {}
        for entry in self.runs:
            if not entry.label:
                same.setdefault(entry.optimizer.kind, []).append(entry)
        given = self.batches if self.objective.terms else None
        alone = len(same) == 1 and not any(entry.label for entry in self.runs)
        return tuple(named(entry, same.get(entry.optimizer.kind, []), alone, given) for entry in self.runs)

    def free_slot(self) -> int:
        """The first colour that no run has."""
        used = {entry.slot for entry in self.runs}
        return next(slot for slot in range(len(used) + 1) if slot not in used)

    def to_dict(self) -> dict[str, Any]:
        own = super().to_dict()
        del own["kind"]
        own["batch_size"] = self.batch_size or "full"
        return {
            "format": FORMAT,
            **own,
            "starts": [list(start) for start in self.starts],
            **_problem_tables(self.objective),
            **({"question": self.question.to_dict()} if self.question is not None else {}),
            "runs": [entry.to_dict() for entry in self.runs],
        }

    @classmethod
    def from_dict(cls, table: Mapping[str, Any]) -> Scenario:
        """Read what `to_dict` wrote; raises SpecError that names the key at fault."""
        rest = dict(table)
        if "format" not in rest:
            raise SpecError("scenario: format is missing; is this a scenario file?")
        number = rest.pop("format")
        if number != FORMAT or isinstance(number, bool):
            raise SpecError(
                "scenario: format must be {known}, not {number!r}", known=FORMAT, number=str(number)[:40]
            )
        known = (*cls.params(), "objective", "model", "data", "question", "runs", "starts")
        for key in rest:
            if key not in known:
                raise SpecError("scenario: unknown key {key!r}{hint}", key=key[:80], hint=hint(key, known))
        objective = _problem(rest)
        if "runs" not in rest:
            raise SpecError("scenario: the key {key!r} is missing", key="runs")
        runs, starts = rest.pop("runs"), rest.pop("starts", None)
        if starts is None:
            seed = values.checked("scenario", "seed", rest.get("seed", 0), 0, cls.params()["seed"].within, ())
            starts = [list(objective.start_from(seed))]
        for key, value in (("runs", runs), ("starts", starts)):
            if not isinstance(value, list | tuple):
                raise SpecError("scenario: {key!r} must be a list", key=key)
        if rest.get("batch_size") == "full":
            rest["batch_size"] = 0
        entries = tuple(Entry.from_dict(run, slot) for slot, run in enumerate(runs[: MOST_RUNS + 1]))
        if "question" in rest:
            rest["question"] = Question.from_dict(rest["question"])
            rest["question"].suit(objective.dimension, len(entries))
        return cls(objective=objective, runs=entries, starts=tuple(starts[: MOST_STARTS + 1]), **rest)


def _problem_tables(objective: Objective) -> dict[str, Any]:
    """What is minimised, as a file's tables: [objective], or [model] and [data]."""
    if isinstance(objective, DataProblem):
        return {"model": objective.model.to_dict(), "data": objective.data.to_dict()}
    return {"objective": objective.to_dict()}


def _problem(rest: dict[str, Any]) -> Objective:
    """Take the tables that `_problem_tables` wrote out of `rest`."""
    if "model" not in rest and "data" not in rest:
        if "objective" not in rest:
            raise SpecError("scenario: the key {key!r} is missing", key="objective")
        chosen: Objective = Objective.from_dict(rest.pop("objective"))
        return chosen
    for key in ("model", "data"):
        if key not in rest:
            raise SpecError("scenario: the key {key!r} is missing", key=key)
    if "objective" in rest:
        raise SpecError("scenario: either 'objective' or 'model' and 'data', not both")
    return DataProblem(model=Model.from_dict(rest.pop("model")), data=Dataset.from_dict(rest.pop("data")))
