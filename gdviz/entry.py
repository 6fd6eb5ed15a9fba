"""One run of a scenario: which optimizer, on which batches, shown how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from gdviz import values
from gdviz.engine.batches import ORDERS, Batches
from gdviz.engine.optimizer import Optimizer
from gdviz.spec import Spec
from gdviz.values import Interval, SpecError

BATCH_SIZE = Interval("[0, 1000000000]")
ACCUMULATE = Interval("[1, 1000000]")


@dataclass(frozen=True)
class Entry:
    """One run of the comparison: its optimizer, the batches it uses, and how it is shown.

    label: a name of the user's own, or empty; slot: which colour, dash and marker; hidden: not drawn.
    batch_size, order, accumulate: as in the scenario, in place of the scenario's where they are not None;
    zero_grad: False for the mistake of never setting the gradient to zero.

    As text they stand among the optimizer's parameters: ``gradient-descent:lr=0.01,batch_size=20``.
    """

    optimizer: Optimizer
    slot: int = 0
    label: str = ""
    hidden: bool = False
    batch_size: int | None = None
    order: str | None = None
    accumulate: int | None = None
    zero_grad: bool = True

    def batches(self, given: Batches) -> Batches:
        """How the samples are dealt out to this run in a scenario that deals them out as `given`."""
        return Batches(
            given.size if self.batch_size is None else self.batch_size,
            given.order if self.order is None else self.order,
            given.accumulate if self.accumulate is None else self.accumulate,
            self.zero_grad,
        )

    def _own(self) -> dict[str, Any]:
        """What it says about batches, as files hold it."""
        said = {"order": self.order, "accumulate": self.accumulate}
        if self.batch_size is not None:
            said["batch_size"] = self.batch_size or "full"
        if not self.zero_grad:
            said["zero_grad"] = False
        return {name: value for name, value in said.items() if value is not None}

    @property
    def own_batches(self) -> str:
        """What is unusual about its own batches in a few words, "b = 20, order = sequential", or empty."""
        usual = {"order": "shuffle", "accumulate": 1}
        told = {name: value for name, value in self._own().items() if usual.get(name) != value}
        names = {"batch_size": "b", "accumulate": "k"}
        return ", ".join(f"{names.get(name, name)} = {values.typed(value)}" for name, value in told.items())

    def typed(self) -> str:
        """As typed on a command line: the optimizer, and what the run says about batches."""
        own = ",".join(f"{name}={values.typed(value)}" for name, value in self._own().items())
        given = self.optimizer.typed()
        return given + (("," if ":" in given else ":") + own if own else "")

    @classmethod
    def parse(cls, text: str, slot: int = 0) -> Entry:
        """Read what `typed` writes; raises SpecError."""
        kind, _, said = text.strip().partition(":")
        own: dict[str, Any] = {}
        rest = []
        for item in values.split(said):
            name, equals, raw = (part.strip() for part in item.partition("="))
            if not equals or name not in _OWN:
                rest.append(item)
            elif name in own:
                raise SpecError("{kind}: {name} is given twice", kind=kind.strip(), name=name)
            else:
                full = name == "batch_size" and raw == "full"
                own[name] = raw if full else values.read("run", name, raw, _OWN[name][0])
        return cls(Optimizer.parse(f"{kind}:{','.join(rest)}"), slot, **_batch_settings(own))

    def to_dict(self) -> dict[str, Any]:
        shown = {"label": self.label, "slot": self.slot, "hidden": self.hidden}
        return {**shown, **self._own(), **self.optimizer.to_dict()}

    @classmethod
    def from_dict(cls, table: Mapping[str, Any], slot: int = 0) -> Entry:
        if not isinstance(table, Mapping):
            raise SpecError("scenario: each of 'runs' must be a table")
        rest = dict(table)
        label = values.checked("run", "label", rest.pop("label", ""), "", None, ())
        hidden = values.checked("run", "hidden", rest.pop("hidden", False), False, None, ())
        slot = values.checked("run", "slot", rest.pop("slot", slot), 0, Interval("[0, 999]"), ())
        own = _batch_settings({name: rest.pop(name) for name in _OWN if name in rest})
        return cls(Optimizer.from_dict(rest), slot, label[:80], hidden, **own)


# A run's own settings: a value of their type, the interval and the choices.
_OWN: dict[str, tuple[Any, Interval | None, tuple[str, ...]]] = {
    "batch_size": (0, BATCH_SIZE, ()),
    "order": ("", None, ORDERS),
    "accumulate": (1, ACCUMULATE, ()),
    "zero_grad": (True, None, ()),
}


def _batch_settings(given: Mapping[str, Any]) -> dict[str, Any]:
    """A run's own settings, checked; a batch size may be the word ``full``."""
    meant = {**given, "batch_size": 0} if given.get("batch_size") == "full" else given
    return {name: values.checked("run", name, value, *_OWN[name]) for name, value in meant.items()}


BATCHED = ("size", "order", "accumulate", "zero_grad")


class RunName(NamedTuple):
    """A run's name in parts: the user's own; the method's; what tells it from its like; each may be empty."""

    label: str
    method: type[Optimizer] | None
    distinction: str


def named(entry: Entry, like: list[Entry], alone: bool, given: Batches | None) -> RunName:
    """The name of a run among others without a name of their own and of the same method.

    given: the scenario's batches, or None where there are no samples to be dealt out.
    """
    if entry.label or len(like) < 2:
        return RunName(entry.label, None if entry.label else type(entry.optimizer), "")
    about, values_of = entry.optimizer.params(), [other.optimizer for other in like]
    differing = [name for name in about if len({str(getattr(o, name)) for o in values_of}) > 1]
    parts = []
    for name in differing[:2]:
        value = getattr(entry.optimizer, name)
        said = value.kind if isinstance(value, Spec) else values.typed(value).removesuffix(".0")
        parts.append(f"{about[name].symbol or name} = {said}")
    dealt = [other.batches(given) for other in like] if given is not None else []
    for name in BATCHED:
        if len({getattr(batches, name) for batches in dealt}) > 1:
            value = getattr(dealt[like.index(entry)], name)
            said = "full" if name == "size" and not value else values.typed(value)
            parts.append(f"{'b' if name == 'size' else name} = {said}")
    number = next(i for i, other in enumerate(like, 1) if other is entry)
    distinction = ", ".join(parts[:3]) or str(number)
    return RunName("", None if alone and parts else type(entry.optimizer), distinction)
