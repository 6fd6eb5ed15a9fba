"""One set of colours for all frames of a film, so that what stands still costs nothing; no dither."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

COLORS = 255
EXACT = 96  # of them are the commonest of the film, unchanged


class Palette:
    """A colour is looked up by the 5 upper bits of its channels, in a table that fills as they appear.

    colors (n, 3), of which the first `exact` keep their cells.
    """

    def __init__(self, colors: np.ndarray, exact: int = 0) -> None:
        self.colors = colors
        self._table = np.zeros(1 << 15, np.uint8)
        self._known = np.zeros(1 << 15, bool)
        for i in reversed(range(exact)):  # where two share a cell, the commoner one has it
            red, green, blue = (int(channel) >> 3 for channel in colors[i])
            self._table[red << 10 | green << 5 | blue] = i
            self._known[red << 10 | green << 5 | blue] = True

    def _learn(self, cells: np.ndarray) -> None:
        """Find the nearest colours of the middles of cells (n,)."""
        middles = np.stack([cells >> 10, cells >> 5 & 31, cells & 31], axis=1).astype(np.float32) * 8 + 4
        wanted = self.colors.astype(np.float32)
        # |a − b|² = |a|² − 2ab + |b|², of which |a|² is the same for all b.
        gaps = middles @ (-2 * wanted.T) + (wanted * wanted).sum(axis=1)
        self._table[cells] = gaps.argmin(axis=1)
        self._known[cells] = True

    @classmethod
    def of(cls, frames: Sequence[np.ndarray]) -> Palette:
        """The colours of some frames (height, width) of 0xffRRGGBB, and exactly those that cover most."""
        packed = np.concatenate([frame[::3, ::3] for frame in frames])
        found, counts = np.unique(packed, return_counts=True)
        common = channels(found[np.argsort(counts)[::-1][:EXACT]])
        made = Image.fromarray(channels(packed)).quantize(
            COLORS - len(common), Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
        others = np.array(made.getpalette(), np.uint8).reshape(-1, 3)
        return cls(np.concatenate([common, others])[:COLORS], len(common))

    def applied(self, pixels: np.ndarray) -> np.ndarray:
        """Pixels of 0xffRRGGBB → numbers of the palette's colours."""
        cells = pixels >> 9 & 0x7C00
        cells |= pixels >> 6 & 0x3E0
        cells |= pixels >> 3 & 0x1F
        known = self._known[cells]
        if not known.all():
            self._learn(np.unique(cells[~known]))
        numbers: np.ndarray = self._table[cells]
        return numbers


def channels(pixels: np.ndarray) -> np.ndarray:
    """0xffRRGGBB (…,) → red, green, blue (…, 3)."""
    return np.stack([pixels >> 16 & 255, pixels >> 8 & 255, pixels & 255], axis=-1).astype(np.uint8)
