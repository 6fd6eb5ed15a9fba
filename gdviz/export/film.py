"""A run as a film: GIF, WebP, APNG or MP4, made frame by frame so that it can be watched and stopped."""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage

from gdviz.export.canvas import Canvas
from gdviz.export.gif import FASTEST, GifWriter
from gdviz.export.palette import Palette
from gdviz.frame import Frame
from gdviz.values import SpecError

ENDINGS = (".gif", ".webp", ".apng", ".mp4")
LONGEST = 30  # seconds; of longer runs only every so many steps are shown
HELD = 1.0  # seconds that the last frame stays
SAMPLED = 4  # frames that the palette of a GIF is made from

FrameAt = Callable[[int], Frame]
Drawn = Callable[[int], np.ndarray]  # a step → its pixels (height, width) as 0xffRRGGBB


def steps_shown(last: int, fps: int) -> list[int]:
    """The steps of the film's frames, from 0 to `last`."""
    stride = max(1, math.ceil((last + 1) / (fps * LONGEST)))
    return [*range(0, last, stride), last]


def durations(count: int, fps: int, unit: int) -> list[int]:
    """How long each frame is shown, in `unit`-ths of a second, so that rounding never adds up."""
    ends = [round(unit * (k + 1) / fps) for k in range(count - 1)]
    return [*np.diff([0, *ends]).tolist(), round(unit * HELD)]


def write(
    canvas: Canvas, frame_at: FrameAt, last: int, path: Path, ending: str, fps: int, scale: float = 1.0
) -> Iterator[float]:
    """Write the steps 0…last; yields after each frame how much is done, from 0 to 1.

    Close the iterator to stop; what has been written is then of no use. Raises OSError, and SpecError
    where a library is missing.
    """

    def drawn(step: int) -> np.ndarray:
        return packed(canvas.image(frame_at(step), scale))

    writers = {".gif": _gif, ".webp": _webp, ".apng": _apng, ".mp4": _mp4}
    yield from writers[ending](drawn, last, path, fps)
    yield 1.0


def packed(image: QImage) -> np.ndarray:
    """An image of 32 bits as numbers (height, width) of their own: those of Qt die with the image."""
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()


def _gif(drawn: Drawn, last: int, path: Path, fps: int) -> Iterator[float]:
    fps = min(fps, FASTEST)
    steps = steps_shown(last, fps)
    chosen = sorted({steps[round(i)] for i in np.linspace(0, len(steps) - 1, SAMPLED)})
    sample = {step: drawn(step) for step in chosen}
    palette = Palette.of(list(sample.values()))
    height, width = sample[steps[0]].shape
    with path.open("wb") as stream:
        writer = GifWriter(stream, palette, width, height)
        for k, (step, shown) in enumerate(zip(steps, durations(len(steps), fps, 100), strict=True)):
            pixels = sample.pop(step) if step in sample else drawn(step)
            writer.add(pixels, shown)
            yield (k + 1) / (len(steps) + 1)
        writer.end()


def _webp(drawn: Drawn, last: int, path: Path, fps: int) -> Iterator[float]:
    yield from _whole(drawn, last, path, fps, "WEBP", {"quality": 85, "method": 2})


def _apng(drawn: Drawn, last: int, path: Path, fps: int) -> Iterator[float]:
    yield from _whole(drawn, last, path, fps, "PNG", {"compress_level": 4})


def _whole(
    drawn: Drawn, last: int, path: Path, fps: int, format: str, settings: dict[str, int]
) -> Iterator[float]:
    """Formats that Pillow writes all at once; until then the frames are kept small."""
    steps = steps_shown(last, fps)
    kept = Kept()
    for k, step in enumerate(steps):
        kept.add(drawn(step))
        yield (k + 1) / (len(steps) + 1)
    first, rest = next(iter(kept)), Kept(kept.frames[1:], kept.size)
    first.save(path, format, save_all=True, append_images=rest, loop=0,
               duration=durations(len(steps), fps, 1000), **settings)


class Kept:
    """Frames in little room; Pillow goes through them more than once."""

    def __init__(self, frames: Sequence[bytes] = (), size: tuple[int, int] = (0, 0)) -> None:
        self.frames, self.size = list(frames), size

    def add(self, pixels: np.ndarray) -> None:
        """Keep the pixels (height, width) of another frame."""
        self.size = pixels.shape[1], pixels.shape[0]
        self.frames.append(zlib.compress(pixels.tobytes(), 1))

    def __iter__(self) -> Iterator[Image.Image]:
        for data in self.frames:
            yield Image.frombuffer("RGB", self.size, zlib.decompress(data), "raw", "BGRX", 0, 1)


def _mp4(drawn: Drawn, last: int, path: Path, fps: int) -> Iterator[float]:
    try:
        import av
    except ImportError:
        raise SpecError("MP4 needs the library av: pip install 'gdviz[video]'") from None
    steps = steps_shown(last, fps)
    held = [steps[-1]] * round(fps * HELD)
    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=fps)
        stream.pix_fmt = "yuv420p"
        stream.options = {"crf": "18", "preset": "veryfast"}
        for k, step in enumerate([*steps, *held]):
            if k < len(steps):
                pixels = drawn(step)
                # Both sides must be even.
                pixels = np.ascontiguousarray(pixels[: len(pixels) // 2 * 2, : pixels.shape[1] // 2 * 2])
                pixels = pixels.view(np.uint8).reshape(*pixels.shape, 4)
            if k == 0:
                stream.height, stream.width = pixels.shape[:2]
            for packet in stream.encode(av.VideoFrame.from_ndarray(pixels, format="bgra")):
                container.mux(packet)
            yield (k + 1) / (len(steps) + len(held) + 1)
        for packet in stream.encode():
            container.mux(packet)
