"""Single values of parameters: reading them from text, checking them, and saying what is wrong."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from numbers import Integral, Real
from typing import Any

import numpy as np


class SpecError(ValueError):
    """A value outside what its declaration allows; the message is one sentence for the user.

    `template` and `values` are the same sentence in parts, so that it can be translated.
    """

    def __init__(self, template: str, **values: Any) -> None:
        super().__init__(template.format(**values) if values else template)
        self.template, self.values = template, values


@dataclass(frozen=True)
class Interval:
    """An interval of finite numbers in mathematicians' notation: ``[0, 1)``, ``(0, inf)``."""

    text: str

    @property
    def low(self) -> float:
        return float(self.text[1:-1].split(",")[0])

    @property
    def high(self) -> float:
        return float(self.text[1:-1].split(",")[1])

    def __contains__(self, value: float) -> bool:
        above = value >= self.low if self.text[0] == "[" else value > self.low
        below = value <= self.high if self.text[-1] == "]" else value < self.high
        return above and below and math.isfinite(value)


def hint(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'adam'?`` when something known is near, else the empty string."""
    close = difflib.get_close_matches(str(word)[:60].lower(), list(known), n=1, cutoff=0.6)
    return f"; did you mean {close[0]!r}?" if close else ""


def what(default: Any) -> str:
    """What kind of value stands where `default` stands, in words."""
    if isinstance(default, bool):
        return "true or false"
    if isinstance(default, int):
        return "a whole number"
    if isinstance(default, float):
        return "a finite number"
    if _is_pairs(default):
        return "pairs of numbers low|high"
    return "numbers" if isinstance(default, tuple) else "text"


def _is_pairs(default: Any) -> bool:
    """Whether it is a tuple of pairs of numbers; flat numbers may be given for one."""
    return isinstance(default, tuple) and bool(default) and isinstance(default[0], tuple)


def checked(
    kind: str, name: str, value: Any, default: Any, within: Interval | None, choices: tuple[str, ...]
) -> Any:
    """Return `value` with the type of `default`, or raise SpecError saying what is allowed."""
    if isinstance(default, bool):
        if not isinstance(value, (bool, np.bool_)):
            raise _wrong(kind, name, value, default)
        return bool(value)
    if isinstance(default, str):
        return _checked_text(kind, name, value, choices)
    if isinstance(default, tuple):
        return _checked_numbers(kind, name, value, default, within)
    if isinstance(default, float) and isinstance(value, np.ndarray):
        return _checked_rows(kind, name, value, within or _ANY)
    return _checked_number(kind, name, value, default, within or _ANY)


def _checked_text(kind: str, name: str, value: Any, choices: tuple[str, ...]) -> str:
    if not isinstance(value, str):
        raise _wrong(kind, name, value, "")
    if choices and value not in choices:
        raise SpecError(
            "{kind}: {name} must be one of {choices}, not {value!r}{hint}",
            kind=kind,
            name=name,
            choices=", ".join(choices),
            value=value[:80],
            hint=hint(value, choices),
        )
    return value


def _checked_numbers(
    kind: str, name: str, value: Any, default: tuple[Any, ...], within: Interval | None
) -> tuple[Any, ...]:
    """Numbers, or pairs of numbers where the default has pairs."""
    if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
        raise _wrong(kind, name, value, default)
    parts = list(value)
    if not _is_pairs(default):
        return tuple(_checked_number(kind, name, part, 0.0, within or _ANY) for part in parts)
    if not any(isinstance(part, Iterable) for part in parts):
        parts = list(zip(parts[::2], parts[1::2], strict=False)) if len(parts) % 2 == 0 else [parts]
    pairs = [_checked_numbers(kind, name, part, (), within) for part in parts]
    if any(len(pair) != 2 for pair in pairs):
        raise _wrong(kind, name, value, default)
    return tuple(pairs)


def _checked_rows(kind: str, name: str, value: np.ndarray, within: Interval) -> np.ndarray:
    """A number for each row of a batch (B, 1), made read-only."""
    if not all(float(part) in within for part in value.ravel()):
        raise _outside(kind, name, value, within)
    kept = np.array(value, dtype=np.float64)
    kept.flags.writeable = False
    return kept


def _checked_number(kind: str, name: str, value: Any, default: float, within: Interval) -> float:
    """An int or a float, as the default is one; a whole number may stand for a float."""
    number: float
    if isinstance(default, int) and isinstance(value, Integral) and not isinstance(value, bool):
        number = int(value)
    elif isinstance(default, float) and isinstance(value, Real) and not isinstance(value, bool):
        number = _float(value)
    else:
        raise _wrong(kind, name, value, default)
    if number not in within:
        raise _outside(kind, name, number, within)
    return number


def _float(value: Any) -> float:
    try:
        return float(value)
    except OverflowError:  # a whole number of hundreds of digits
        return math.inf


_ANY = Interval("(-inf, inf)")


def _wrong(kind: str, name: str, value: Any, default: Any) -> SpecError:
    return SpecError(
        "{kind}: {name} must be {what}, not {value!r}",
        kind=kind,
        name=name,
        what=what(default),
        value=_short(value),
    )


def _outside(kind: str, name: str, value: Any, within: Interval) -> SpecError:
    return SpecError(
        "{kind}: {name} must be in {within}, not {value}",
        kind=kind,
        name=name,
        within=within.text,
        value=_short(value),
    )


def _short(value: Any) -> str:
    return str(value).replace("\n", " ")[:80]


def split(text: str) -> list[str]:
    """Split at the commas outside parentheses that are followed by ``name=``."""
    items, depth, begin = [], 0, 0
    for i, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if char == "," and depth <= 0 and re.match(r"\s*[A-Za-z]\w*\s*=(?!=)", text[i + 1 : i + 80]):
            items.append(text[begin:i])
            begin = i + 1
    items.append(text[begin:])
    return [item for item in items if item.strip()]


def nested(kind: str, name: str, raw: str) -> tuple[str, str]:
    """Split ``inner(name=value)`` into its kind and its parameters."""
    inner, opened, said = raw.partition("(")
    if opened and not said.endswith(")"):
        raise SpecError(
            "{kind}: {name} must be written name(key=value), not {value!r}",
            kind=kind,
            name=name,
            value=raw[:80],
        )
    return inner.strip(), said[:-1]


def read(kind: str, name: str, raw: str, default: Any) -> Any:
    """Turn typed text into a value of the type of `default`; the parts of a tuple are joined by ``|``."""
    if isinstance(default, bool):
        words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
        if raw.lower() not in words:
            raise _wrong(kind, name, raw, default)
        return words[raw.lower()]
    if isinstance(default, str):
        return raw
    try:
        if isinstance(default, tuple):
            return tuple(float(part) for part in raw.split("|") if part.strip())
        return int(raw) if isinstance(default, int) else float(raw)
    except ValueError:
        raise _wrong(kind, name, raw, default) from None


def typed(value: Any) -> str:
    """The value as typed on a command line; `read` gives it back."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "|".join(typed(part) for part in value)
    if isinstance(value, np.ndarray):
        return "|".join(repr(float(part)) for part in value.ravel())
    return repr(value) if isinstance(value, float) else str(value)
