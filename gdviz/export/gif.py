"""Writes a GIF frame by frame: one palette for all, and of each frame only the rectangle that has changed."""

from __future__ import annotations

import struct
from typing import BinaryIO

import numpy as np
from PIL import GifImagePlugin, Image

from gdviz.export.palette import COLORS, Palette

CLEAR = COLORS  # the number after those of the palette: what was there before shines through
FASTEST = 50  # frames a second: browsers show what is faster at a tenth of its speed


class GifWriter:
    """Frames are pixels (height, width) as 0xffRRGGBB; the file is whole after `end`."""

    def __init__(self, stream: BinaryIO, palette: Palette, width: int, height: int) -> None:
        self._stream, self._palette = stream, palette
        self._before: np.ndarray | None = None
        table = palette.colors.tobytes().ljust(3 * 256, b"\0")
        # 0xf7: a table of 2⁸ colours for all frames; then the background's index and the shape of pixels.
        stream.write(b"GIF89a" + struct.pack("<HHBBB", width, height, 0xF7, 0, 0) + table)
        stream.write(b"!\xff\x0bNETSCAPE2.0\x03\x01" + struct.pack("<H", 0) + b"\0")  # again for ever

    def add(self, pixels: np.ndarray, hundredths: int) -> None:
        """Show a frame for so many hundredths of a second."""
        left, top, right, bottom = changed(self._before, pixels)
        inside = slice(top, bottom), slice(left, right)
        part = self._palette.applied(pixels[inside])
        if self._before is not None:
            part[pixels[inside] == self._before[inside]] = CLEAR
        # 4: what was drawn before stays below; 1: one of the colours is clear.
        self._stream.write(b"!\xf9\x04" + struct.pack("<BHB", 4 | 1, hundredths, CLEAR) + b"\0")
        for block in GifImagePlugin.getdata(Image.fromarray(part), (left, top)):
            self._stream.write(block)
        self._before = pixels

    def end(self) -> None:
        """Nothing follows."""
        self._stream.write(b";")


def changed(before: np.ndarray | None, pixels: np.ndarray) -> tuple[int, int, int, int]:
    """The smallest rectangle (left, top, right, bottom) in which two frames differ; at least one pixel."""
    if before is None:
        return 0, 0, pixels.shape[1], pixels.shape[0]
    differs = before != pixels
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not len(rows):
        return 0, 0, 1, 1
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
