"""Points that come in families: mirrored at the axes, or with their coordinates swapped."""

from __future__ import annotations

Pair = tuple[float, float]


def mirrored(*points: Pair) -> tuple[Pair, ...]:
    """Each point with every choice of signs of its coordinates, once."""
    signs = ((1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0))
    return tuple(dict.fromkeys((s * u, t * v) for u, v in points for s, t in signs))


def swapped(*points: Pair) -> tuple[Pair, ...]:
    """Each point, and the one with its coordinates exchanged, once."""
    return tuple(dict.fromkeys(pair for u, v in points for pair in ((u, v), (v, u))))
