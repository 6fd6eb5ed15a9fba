"""Names at the right ends of lines, pushed apart so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence


def apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near as can be to the wanted ones, at least `gap` apart and within low…high if they fit."""
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    groups: list[tuple[float, int]] = []  # first place, how many
    middles: list[list[float]] = []
    for i in order:
        groups.append((wanted[i], 1))
        middles.append([wanted[i]])
        while True:
            count = len(middles[-1])
            first = sum(middles[-1]) / count - gap * (count - 1) / 2
            first = max(min(first, high - gap * (count - 1)), low)
            groups[-1] = (first, count)
            if len(groups) < 2 or groups[-2][0] + gap * groups[-2][1] <= first:
                break
            groups.pop()
            merged = middles.pop()
            middles[-1] += merged
    placed = [0.0] * len(wanted)
    each = iter(order)
    for first, count in groups:
        for k in range(count):
            placed[next(each)] = first + gap * k
    return placed
