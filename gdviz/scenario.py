"""The document: what is being run, as one frozen value that can be saved as TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import tomli_w

import gdviz.engine.catalogue  # noqa: F401  (fills the catalogues that specs are read from)
from gdviz import files, values
from gdviz.engine.objective import Objective, Point
from gdviz.engine.optimizer import Optimizer
from gdviz.engine.run import Task
from gdviz.spec import Spec, declared, param
from gdviz.values import Interval, SpecError, hint

FORMAT = 1
LARGEST = 1_000_000  # bytes of a scenario file
MOST_RUNS = 64
MOST_STARTS = 10_000
MOST_CELLS = 20_000_000  # recorded points in all


@dataclass(frozen=True)
class Entry:
    """One run of the comparison: its optimizer, and how it is shown.

    label: a name of the user's own, or empty; slot: which colour, dash and marker; hidden: not drawn.
    """

    optimizer: Optimizer
    slot: int = 0
    label: str = ""
    hidden: bool = False

    def to_dict(self) -> dict[str, Any]:
        return {"label": self.label, "slot": self.slot, "hidden": self.hidden, **self.optimizer.to_dict()}

    @classmethod
    def from_dict(cls, table: Mapping[str, Any], slot: int = 0) -> Entry:
        if not isinstance(table, Mapping):
            raise SpecError("scenario: each of 'runs' must be a table")
        rest = dict(table)
        label = values.checked("run", "label", rest.pop("label", ""), "", None, ())
        hidden = values.checked("run", "hidden", rest.pop("hidden", False), False, None, ())
        slot = values.checked("run", "slot", rest.pop("slot", slot), 0, Interval("[0, 999]"), ())
        return cls(Optimizer.from_dict(rest), slot, label[:80], hidden)


class RunName(NamedTuple):
    """A run's name in parts: the user's own; the method's; what tells it from its like; each may be empty."""

    label: str
    method: type[Optimizer] | None
    distinction: str


def _name(entry: Entry, like: list[Entry], alone: bool) -> RunName:
    """The name of a run among others without a name of their own and of the same method."""
    if entry.label or len(like) < 2:
        return RunName(entry.label, None if entry.label else type(entry.optimizer), "")
    about, values_of = entry.optimizer.params(), [other.optimizer for other in like]
    differing = [name for name in about if len({str(getattr(o, name)) for o in values_of}) > 1]
    parts = []
    for name in differing[:2]:
        value = getattr(entry.optimizer, name)
        said = value.kind if isinstance(value, Spec) else values.typed(value).removesuffix(".0")
        parts.append(f"{about[name].symbol or name} = {said}")
    number = next(i for i, other in enumerate(like, 1) if other is entry)
    return RunName("", None if alone and parts else type(entry.optimizer), ", ".join(parts) or str(number))


@declared
class Scenario(Spec):
    """What is minimised, by which runs, from where, for how long; every start of `starts` is run by each.

    starts: points (d,) each; runs: entries; the other fields are declared parameters.
    """

    kind: ClassVar[str] = "scenario"
    family: ClassVar[str] = "scenario"
    catalogue: ClassVar[dict[str, type[Any]]] = {}

    objective: Objective
    runs: tuple[Entry, ...]
    starts: tuple[Point, ...]
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
    batch_size: int = param(0, "Samples in a batch, 0 for all of them.", within="[0, 1000000000]")
    order: str = param(
        "shuffle", "How batches are drawn from the samples.", choices=("shuffle", "sequential", "replacement")
    )

    def check(self) -> None:
        if not self.runs:
            raise SpecError("scenario: at least one run is needed")
        if len(self.runs) > MOST_RUNS:
            raise SpecError("scenario: at most {most} runs, not {n}", most=MOST_RUNS, n=len(self.runs))
        if not self.starts:
            raise SpecError("scenario: at least one start is needed")
        if len(self.starts) > MOST_STARTS:
            raise SpecError("scenario: at most {most} starts, not {n}", most=MOST_STARTS, n=len(self.starts))
        if len(self.starts) * len(self.runs) * self.steps > MOST_CELLS:
            raise SpecError("scenario: runs × starts × steps may be at most {most}", most=MOST_CELLS)
        wanted = self.objective.dimension
        kept = tuple(values.checked("scenario", "start", start, (), None, ()) for start in self.starts)
        for start in kept:
            if len(start) != wanted:
                raise SpecError(
                    "scenario: {name} needs {wanted} coordinates, not {n}",
                    n=len(start),
                    wanted=wanted,
                    name=f"a start of {self.objective.kind}",
                )
        object.__setattr__(self, "starts", kept)

    def _key(self) -> tuple[Any, ...]:
        return (*super()._key(), self.objective, self.runs, self.starts)

    def tasks(self) -> tuple[Task, ...]:
        """What each run's course depends on."""
        return tuple(
            Task(self.objective, entry.optimizer, self.starts, self.noise, self.seed) for entry in self.runs
        )

    def with_objective(self, objective: Objective) -> Scenario:
        """The same comparison on another objective, from that one's own start."""
        same = objective.kind == self.objective.kind and objective.dimension == self.objective.dimension
        starts = self.starts if same else (objective.start,)
        return replace(self, objective=objective, starts=starts)

    def names(self) -> tuple[RunName, ...]:
        """What to call each run: runs of one method are told apart by the parameters that differ."""
        same: dict[str, list[Entry]] = {}
        for entry in self.runs:
            if not entry.label:
                same.setdefault(entry.optimizer.kind, []).append(entry)
        alone = len(same) == 1 and not any(entry.label for entry in self.runs)
        return tuple(_name(entry, same.get(entry.optimizer.kind, []), alone) for entry in self.runs)

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
            "objective": self.objective.to_dict(),
            "runs": [entry.to_dict() for entry in self.runs],
        }

    @classmethod
    def from_dict(cls, table: Mapping[str, Any]) -> Scenario:
        """Read what `to_dict` wrote; raises SpecError that names the key at fault."""
        rest = dict(table)
        number = rest.pop("format", None)
        if number != FORMAT or isinstance(number, bool):
            raise SpecError(
                "scenario: format must be {known}, not {number!r}", known=FORMAT, number=str(number)[:40]
            )
        for key in ("objective", "runs"):
            if key not in rest:
                raise SpecError("scenario: the key {key!r} is missing", key=key)
        known = (*cls.params(), "objective", "runs", "starts")
        for key in rest:
            if key not in known:
                raise SpecError("scenario: unknown key {key!r}{hint}", key=key[:80], hint=hint(key, known))
        objective = Objective.from_dict(rest.pop("objective"))
        runs, starts = rest.pop("runs"), rest.pop("starts", [list(objective.start)])
        for key, value in (("runs", runs), ("starts", starts)):
            if not isinstance(value, list | tuple):
                raise SpecError("scenario: {key!r} must be a list", key=key)
        if rest.get("batch_size") == "full":
            rest["batch_size"] = 0
        entries = tuple(Entry.from_dict(run, slot) for slot, run in enumerate(runs[: MOST_RUNS + 1]))
        return cls(objective=objective, runs=entries, starts=tuple(starts[: MOST_STARTS + 1]), **rest)


def loads(text: str) -> Scenario:
    """Read a scenario from TOML; raises SpecError with the line or the key at fault."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise SpecError("not TOML: {fault}", fault=str(fault)[:200]) from None
    except RecursionError:
        raise SpecError("nested too deeply") from None
    return Scenario.from_dict(table)


def dumps(scenario: Scenario) -> str:
    """Write a scenario as TOML."""
    return tomli_w.dumps(scenario.to_dict())


def load(path: Path) -> Scenario:
    """Read a scenario file; raises SpecError for its content and OSError for the file."""
    if path.stat().st_size > LARGEST:
        raise SpecError("larger than {most} bytes", most=LARGEST)
    try:
        return loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise SpecError("not UTF-8 text") from None


def save(scenario: Scenario, path: Path) -> None:
    """Write a scenario file, whole; raises OSError."""
    files.write_text(path, dumps(scenario))
