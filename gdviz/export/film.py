"""A run as a film: GIF, WebP, APNG or MP4, made frame by frame so that it can be watched and stopped."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage

from gdviz.export.canvas import Canvas
from gdviz.frame import Frame
from gdviz.values import SpecError

ENDINGS = (".gif", ".webp", ".apng", ".mp4")
LONGEST = 30  # seconds; of longer runs only every so many steps are shown
HELD = 1.0  # seconds that the last frame stays
COLORS = 255
SAMPLED = 6  # frames that the palette of a GIF is made from

FrameAt = Callable[[int], Frame]


def steps_shown(last: int, fps: int) -> list[int]:
    """The steps of the film's frames, from 0 to `last`."""
    stride = max(1, math.ceil((last + 1) / (fps * LONGEST)))
    return [*range(0, last, stride), last]


def write(
    canvas: Canvas, frame_at: FrameAt, last: int, path: Path, ending: str, fps: int, scale: float = 1.0
) -> Iterator[float]:
    """Write the steps 0…last; yields after each frame how much is done, from 0 to 1.

    Close the iterator to stop; what has been written is then of no use. Raises OSError, and SpecError
    where a library is missing.
    """
    steps = steps_shown(last, fps)
    if ending == ".mp4":
        yield from _mp4(canvas, frame_at, steps, path, fps, scale)
        return
    palette = Palette.of(canvas, frame_at, steps, scale) if ending == ".gif" else None
    pictures: list[Image.Image] = []
    for k, step in enumerate(steps):
        pixels = array(canvas.image(frame_at(step), scale))
        pictures.append(palette.applied(pixels) if palette else Image.fromarray(pixels))
        yield (k + 1) / (len(steps) + 1)
    frame = round(1000 / fps)
    durations = [frame] * (len(steps) - 1) + [round(1000 * HELD)]
    first, rest = pictures[0], pictures[1:]
    if ending == ".gif":
        first.save(
            path,
            "GIF",
            save_all=True,
            append_images=rest,
            duration=durations,
            loop=0,
            optimize=False,
            disposal=1,
        )
    elif ending == ".webp":
        first.save(
            path, "WEBP", save_all=True, append_images=rest, duration=durations, loop=0, quality=85, method=2
        )
    else:
        first.save(
            path, "PNG", save_all=True, append_images=rest, duration=durations, loop=0, compress_level=4
        )
    yield 1.0


def array(image: QImage) -> np.ndarray:
    """An image as numbers (height, width, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


class Palette:
    """One set of colours for all frames, so that what stands still costs nothing; no dither.

    A colour is looked up by the 5 upper bits of its channels, in a table made once.
    """

    def __init__(self, colors: np.ndarray) -> None:
        self._colors = colors
        levels = np.arange(32) * 8 + 4
        grid = np.stack(np.meshgrid(levels, levels, levels, indexing="ij"), axis=-1).reshape(-1, 3)
        nearest = np.empty(len(grid), np.uint8)
        for begin in range(0, len(grid), 4096):
            part = grid[begin : begin + 4096, None, :].astype(np.int32) - colors[None, :, :].astype(np.int32)
            nearest[begin : begin + 4096] = np.argmin((part * part).sum(axis=2), axis=1)
        self._table = nearest

    @classmethod
    def of(cls, canvas: Canvas, frame_at: FrameAt, steps: list[int], scale: float) -> Palette:
        """The colours of some frames, and exactly those that cover most of them."""
        chosen = sorted({steps[round(i)] for i in np.linspace(0, len(steps) - 1, SAMPLED)})
        sample = np.concatenate([array(canvas.image(frame_at(step), scale)) for step in chosen])
        made = Image.fromarray(sample[::2, ::2].copy()).quantize(
            COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
        colors = np.array(made.getpalette(), np.uint8).reshape(-1, 3)[:COLORS]
        flat = sample[::2, ::2].reshape(-1, 3).astype(np.uint32)
        packed, counts = np.unique(flat[:, 0] << 16 | flat[:, 1] << 8 | flat[:, 2], return_counts=True)
        common = packed[np.argsort(counts)[::-1][:96]]
        exact = np.stack([common >> 16, common >> 8 & 255, common & 255], axis=1).astype(np.uint8)
        return cls(np.concatenate([exact, colors])[:COLORS])

    def applied(self, pixels: np.ndarray) -> Image.Image:
        """The picture in the palette's colours."""
        high = pixels >> 3
        index = (high[..., 0].astype(np.uint16) << 10) | (high[..., 1].astype(np.uint16) << 5) | high[..., 2]
        image = Image.fromarray(self._table[index])
        image.putpalette(self._colors.tobytes())
        return image


def _mp4(
    canvas: Canvas, frame_at: FrameAt, steps: list[int], path: Path, fps: int, scale: float
) -> Iterator[float]:
    try:
        import av
    except ImportError:
        raise SpecError("MP4 needs the library av: pip install 'gdviz[video]'") from None
    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=fps)
        stream.pix_fmt = "yuv420p"
        stream.options = {"crf": "18", "preset": "veryfast"}
        held = [steps[-1]] * round(fps * HELD)
        for k, step in enumerate([*steps, *held]):
            if k < len(steps):
                pixels = array(canvas.image(frame_at(step), scale))
                pixels = np.ascontiguousarray(pixels[: len(pixels) // 2 * 2, : pixels.shape[1] // 2 * 2])
            if k == 0:
                stream.height, stream.width = pixels.shape[:2]
            for packet in stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")):
                container.mux(packet)
            yield (k + 1) / (len(steps) + len(held) + 1)
        for packet in stream.encode():
            container.mux(packet)
    yield 1.0
