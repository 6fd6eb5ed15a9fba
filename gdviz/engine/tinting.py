"""Which tint each area of a map gets: areas that touch look different, as far as there are enough tints."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gdviz.engine.arrays import Array, norms

REACH = (1, 6, 18)  # cells: areas that a narrow strip parts also count as touching
DISTINCT = 4.5  # tints this far apart, as `unlike` counts, are told apart at a glance
DOTTED = 6.0  # how much more different dots make a tint
LITTLE = 0.025  # part of an area's border that may look alike on both of its sides


def borders(kinds: NDArray[np.int16], count: int) -> Array:
    """How many cells of the areas 0 … count - 1 touch or nearly touch each other, (count, count)."""
    found = np.zeros(count * count)
    pairs = [pair for s in REACH for pair in ((kinds[s:], kinds[:-s]), (kinds[:, s:], kinds[:, :-s]))]
    for one, other in pairs:
        one, other = one.ravel().astype(np.int64), other.ravel().astype(np.int64)
        met = (one != other) & (one >= 0) & (other >= 0)
        found += np.bincount(one[met] * count + other[met], minlength=count * count)
    square = found.reshape(count, count)
    return np.asarray(square + square.T)


def tints(places: Array, touching: Array, unlike: Array, before: Sequence[int]) -> list[int]:
    """The number of each area's tint; those that had one `before` keep it unless a neighbour looks alike.

    places (n, d): where the areas are; touching (n, n): their `borders`; unlike (k, k): how different the
    hues look. Tints from k on are the same hues with dots, for where plain ones would look alike. A hue that
    is new is taken, else the one whose last use is farthest.
    """
    hues = len(unlike)
    unlike = np.block([[unlike, unlike + DOTTED], [unlike + DOTTED, unlike]])
    confusing = np.clip(1 - unlike / DISTINCT, 0.0, 1.0)  # 1 for the same tint
    chosen = list(before)
    whole = np.maximum(touching.sum(axis=1), 1.0)

    def alike(area: int) -> Array:
        """The part of an area's border at which each tint looks like that on the other side."""
        among = touching[area, : len(chosen)]
        return np.asarray(among @ confusing[chosen] / whole[area]) if chosen else np.zeros(len(unlike))

    def best(area: int) -> int:
        away = norms(places[: len(chosen)] - places[area])
        away[area : area + 1] = np.inf  # where it has a tint already
        free = np.full(hues, np.inf)
        np.minimum.at(free, np.array(chosen, dtype=np.int64) % hues, away)
        dots = np.arange(2 * hues) >= hues
        same = alike(area)
        return int(np.lexsort((-np.tile(free, 2), dots, np.where(same > LITTLE, same, 0.0)))[0])

    for area in range(len(chosen), len(places)):
        chosen.append(best(area))
    shared = touching * confusing[np.ix_(chosen, chosen)]
    for area in np.flatnonzero(shared.sum(axis=1) > LITTLE * whole)[::-1]:
        other, now = best(area), alike(area)
        if now[other] < now[chosen[area]] - LITTLE:
            chosen[area] = other
    return chosen
