"""Parameters, declared once: forms, command line, scenario files, checks and docs all read these.

A *spec* is an immutable dataclass whose fields carry their own bounds and meaning. As text it is
``kind:name=value,name=value``; a spec inside a spec is written ``name=kind(name=value)``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

import numpy as np

from gdviz import values
from gdviz.values import Interval, SpecError, hint


@dataclass(frozen=True)
class Param:
    """What is known about one parameter besides its name and default.

    doc: one sentence; within: allowed interval; choices: allowed words; symbol: as in formulas
    (``β₁``); log: its natural scale is logarithmic; advanced: folded away in forms; low, high: the
    range a slider covers, where it is narrower than the interval.
    """

    doc: str
    within: Interval | None = None
    choices: tuple[str, ...] = ()
    symbol: str = ""
    log: bool = False
    advanced: bool = False
    low: float | None = None
    high: float | None = None


def param(
    default: Any,
    doc: str,
    *,
    within: str = "",
    choices: tuple[str, ...] = (),
    symbol: str = "",
    log: bool = False,
    advanced: bool = False,
    low: float | None = None,
    high: float | None = None,
) -> Any:
    """Declare a parameter of a spec; its type is that of the default."""
    interval = Interval(within) if within else None
    about = Param(doc, interval, choices, symbol, log, advanced, low, high)
    return field(default=default, metadata={"param": about})


class Spec:
    """Base of all parameterised things; each family (optimizers, objectives, …) keeps a catalogue.

    kind: its name in the catalogue, on the command line and in files; label: its name for people;
    family: what its kind of thing is called; groups: the headings under which lists of the family show its
    members, in their order; group: the one of a member.
    """

    kind: ClassVar[str]
    label: ClassVar[str]
    family: ClassVar[str]
    groups: ClassVar[tuple[str, ...]] = ()
    group: ClassVar[str] = ""
    catalogue: ClassVar[dict[str, type[Any]]]

    if TYPE_CHECKING:  # what `register` and `declared` make of every spec
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init__(self, **given: Any) -> None:
        """Take values by name, each checked and of its default's type; other fields as they are.

        Raises SpecError for a value that its declaration rules out.
        """
        for f in fields(self):
            value = given.pop(f.name, f.default)
            if value is MISSING:
                raise TypeError(f"{type(self).__name__} needs {f.name}")
            object.__setattr__(self, f.name, self._kept(f, value))
        if given:
            raise TypeError(f"{type(self).__name__} has no {', '.join(given)}")
        self.check()

    def _kept(self, f: Field[Any], value: Any) -> Any:
        about: Param | None = f.metadata.get("param")
        if about is None or (isinstance(f.default, Spec) and isinstance(value, Spec)):
            return value
        if isinstance(f.default, Spec):
            return type(f.default).from_dict(value)
        return values.checked(self.kind, f.name, value, f.default, about.within, about.choices)

    def __setattr__(self, name: str, value: Any) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __repr__(self) -> str:
        held = (f"{f.name}={getattr(self, f.name)!r}" for f in fields(self))
        return f"{type(self).__name__}({', '.join(held)})"

    def check(self) -> None:
        """Raise SpecError for combinations of values that no single interval can rule out."""

    @classmethod
    def params(cls) -> dict[str, Param]:
        """Every parameter's declaration, in the order in which forms show them."""
        return {f.name: f.metadata["param"] for f in cls.param_fields()}

    @classmethod
    def param_fields(cls) -> list[Field[Any]]:
        """The dataclass fields that are parameters, advanced ones last."""
        found = [f for f in fields(cls) if "param" in f.metadata]
        return sorted(found, key=lambda f: f.metadata["param"].advanced)

    @classmethod
    def default(cls, name: str) -> Any:
        """The declared default of a parameter."""
        return next(f.default for f in cls.param_fields() if f.name == name)

    @classmethod
    def source(cls) -> str:
        """Where it is from: what the docstring says after ``Source:``."""
        _, _, tail = (cls.__doc__ or "").partition("Source:")
        return " ".join(tail.split("\n\n")[0].split())

    def to_dict(self) -> dict[str, Any]:
        """Every value, written out, so that old files keep their meaning when defaults change."""
        return {"kind": self.kind} | {name: _plain(getattr(self, name)) for name in self.params()}

    def typed(self) -> str:
        """The spec as typed on a command line: lr and whatever else differs from the defaults."""
        said = self._said()
        return f"{self.kind}:{said}" if said else self.kind

    def _said(self) -> str:
        parts = []
        for name in self.params():
            value = getattr(self, name)
            if name == "lr" or not _same(value, self.default(name)):
                parts.append(f"{name}={_typed(value)}")
        return ",".join(parts)

    def _key(self) -> tuple[Any, ...]:
        held = (getattr(self, name) for name in self.params())
        return (type(self), *((v.shape, v.tobytes()) if isinstance(v, np.ndarray) else v for v in held))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spec) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    @classmethod
    def named(cls, kind: str) -> type[Self]:
        """The class of that name, or SpecError with the nearest known one."""
        chosen = cls.catalogue.get(kind)
        if chosen is None:
            raise SpecError(
                "unknown {family} {kind!r}{hint}",
                family=cls.family,
                kind=kind[:80],
                hint=hint(kind, cls.catalogue),
            )
        return chosen

    @classmethod
    def _known(cls, name: str) -> None:
        if name not in cls.params():
            raise SpecError(
                "{kind}: unknown parameter {name!r}{hint}",
                kind=cls.kind,
                name=name[:80],
                hint=hint(name, cls.params()),
            )

    @classmethod
    def from_dict(cls, table: Mapping[str, Any]) -> Self:
        """Make the spec that `to_dict` described; keys that are missing keep their defaults."""
        if not isinstance(table, Mapping) or not isinstance(table.get("kind"), str):
            raise SpecError("{family}: a table with a key 'kind' is needed", family=cls.family)
        rest = dict(table)
        chosen = cls.named(rest.pop("kind"))
        for name in rest:
            chosen._known(name)
        return chosen(**rest)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``kind`` or ``kind:name=value,name=value`` as typed on a command line."""
        kind, _, said = text.strip().partition(":")
        return cls._parsed(kind.strip(), said)

    @classmethod
    def _parsed(cls, kind: str, said: str) -> Self:
        chosen = cls.named(kind)
        table: dict[str, Any] = {}
        for item in values.split(said):
            name, equals, raw = (part.strip() for part in item.partition("="))
            if not equals:
                raise SpecError("{kind}: expected name=value, not {item!r}", kind=kind, item=item[:80])
            chosen._known(name)
            if name in table:
                raise SpecError("{kind}: {name} is given twice", kind=kind, name=name)
            default = chosen.default(name)
            if isinstance(default, Spec):
                table[name] = type(default)._parsed(*values.nested(kind, name, raw))
            else:
                table[name] = values.read(kind, name, raw, default)
        return chosen(**table)


def _plain(value: Any) -> Any:
    """The value as TOML and JSON hold it."""
    if isinstance(value, Spec):
        return value.to_dict()
    if isinstance(value, np.ndarray):
        return value.tolist()
    return list(value) if isinstance(value, tuple) else value


def _typed(value: Any) -> str:
    """The value as typed on a command line."""
    if isinstance(value, Spec):
        said = value._said()
        return f"{value.kind}({said})" if said else value.kind
    return values.typed(value)


def _same(a: Any, b: Any) -> bool:
    return not isinstance(a, np.ndarray) and bool(a == b)


T = TypeVar("T", bound=Spec)


def declared(cls: type[T]) -> type[T]:
    """Collect the parameters of a spec class that others inherit from.

    What a dataclass writes for each class, `Spec` has once for all: with over a hundred classes the
    difference is a tenth of the program's start.
    """
    return dataclass(init=False, repr=False, eq=False, match_args=False)(cls)


def register(cls: type[T]) -> type[T]:
    """Collect a spec class's parameters and add it to its family's catalogue under its file's name."""
    cls = declared(cls)
    cls.kind = cls.__module__.rpartition(".")[2].replace("_", "-")
    cls.catalogue[cls.kind] = cls
    return cls


def load_all(package: ModuleType) -> None:
    """Import every module of a package, so that its specs register themselves."""
    for info in sorted(pkgutil.iter_modules(package.__path__, package.__name__ + "."), key=lambda i: i.name):
        importlib.import_module(info.name)
