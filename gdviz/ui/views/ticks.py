"""Where the ticks of an axis stand and what is written at them."""

from __future__ import annotations

import math
from itertools import count
from typing import NamedTuple

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


WIDEST = 7  # characters beside the left axis
FEWEST = 2  # ticks that tell a scale; for them they may stand nearer to each other than they should,
CLOSEST = 0.6  # but not nearer than this part of it


class Tick(NamedTuple):
    """A place on an axis; an empty text is a line of the grid without a tick."""

    value: float
    text: str


def even(low: float, high: float, length: float, least: float) -> list[Tick]:
    """Ticks at multiples of 1, 2 or 5 · 10ⁿ, at least `least` of `length` pixels apart."""
    raw = (high - low) / max(length / least, 1.0)
    if not (math.isfinite(raw) and raw > 0):
        return []
    unit = 10.0 ** math.floor(math.log10(raw))
    nice = (0.5, 1, 2, 5, 10)
    place = next(i for i in range(1, 5) if nice[i] * unit >= raw * (1 - 1e-9))
    step = nice[place] * unit
    if _count(low, high, step) < FEWEST and nice[place - 1] * unit >= raw * CLOSEST:
        step = nice[place - 1] * unit
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    multiples = (k * step for k in range(first, last + 1))
    values = list(dict.fromkeys(multiples))  # far from 0 numbers may be too coarse for them
    largest = max(abs(first), abs(last)) * step
    texts = [number(value, step, largest) for value in values]
    if max(map(len, texts), default=0) > WIDEST:
        texts = [_short(value, step, largest) for value in values]
    return [Tick(value, text) for value, text in zip(values, texts, strict=True)]


def _count(low: float, high: float, step: float) -> int:
    return math.floor(high / step + 1e-9) - math.ceil(low / step - 1e-9) + 1


def number(value: float, step: float, largest: float) -> str:
    """A number with the decimals that `step` needs; powers of ten for the very large and the very small."""
    if largest and not 1e-3 <= largest < 1e4:
        mantissa, power = _parts(value, step, largest)
        return mantissa + (f"·{ten(power)}" if value else "")
    return _minus(f"{value:.{max(0, -math.floor(math.log10(step) + 1e-9))}f}")


def _parts(value: float, step: float, largest: float) -> tuple[str, int]:
    power = math.floor(math.log10(largest) + 1e-9)
    decimals = max(0, power - math.floor(math.log10(step) + 1e-9))
    return _minus(f"{value / 10.0**power:.{decimals}f}") if value else "0", power


def _short(value: float, step: float, largest: float) -> str:
    """As `number` where that is too wide: 1.5e7; of very long ones only the last digits, which differ."""
    if not value:
        return "0"
    if 1e-3 <= largest < 1e4:
        text = number(value, step, largest)
    else:
        mantissa, power = _parts(value, step, largest)
        text = _minus(f"{mantissa}e{power}")
    return text if len(text) <= WIDEST else "…" + text[1 - WIDEST :]


def ten(power: int) -> str:
    """10ⁿ in Unicode."""
    return "10" + str(power).translate(_SUPERSCRIPTS)


def decade(power: int) -> str:
    """0.01 … 1000, powers of ten beyond."""
    return f"{10.0**power:g}" if -2 <= power <= 3 else ten(power)


def _minus(text: str) -> str:
    return text.replace("-", "−") if text.strip("-0.") else text.lstrip("-")


def decades(low: float, high: float, length: float, least: float) -> list[Tick]:
    """Ticks of an axis that shows log10: decades, each with a line, named every one, two, five … of them.

    Where less than one decade is in sight, 1, 2 and 5 or still rounder numbers.
    """
    first, last = math.ceil(low - 1e-9), math.floor(high + 1e-9)
    if last - first < 1:
        return _within(low, high, length, least)
    room = length / (high - low)
    every = next(n * 10**power for power in count() for n in (1, 2, 5) if n * 10**power * room >= least)
    lines = 1 if room >= 8 else every
    shown = range(-(-first // lines) * lines, last + 1, lines)
    return [Tick(k, decade(k) if k % every == 0 else "") for k in shown]


def _within(low: float, high: float, length: float, least: float) -> list[Tick]:
    """Ticks at even values, placed by their logarithm."""
    if not -300 < low < high < 300:
        return []
    ticks = even(10.0**low, 10.0**high, length, least)
    placed = [Tick(math.log10(tick.value), tick.text) for tick in ticks if tick.value > 0]
    room = length / (high - low)
    kept: list[Tick] = []
    for tick in placed:
        if not kept or (tick.value - kept[-1].value) * room >= least * 0.6:
            kept.append(tick)
    return kept
