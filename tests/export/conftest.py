"""Canvases and recordings to export, and pixels of what was exported."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gdviz import library
from gdviz.export.canvas import Canvas, clear
from gdviz.export.film import packed
from gdviz.export.palette import channels
from gdviz.picture import Picture
from gdviz.session import Session
from gdviz.ui import style
from gdviz.ui.theme import theme

MUCH = 48  # of 255, in any channel


@pytest.fixture
def session() -> Session:
    """The scenario of the first start, all steps recorded."""
    made = Session(library.shipped(library.FIRST))
    made.compute_to(made.scenario.steps)
    return made


@pytest.fixture
def canvas(qapp: QApplication) -> Iterator[Canvas]:
    """A small page."""
    style.apply(qapp, theme())
    made = Canvas(Picture(width=640, height=480))
    yield made
    clear(qapp, made)


def pixels(image: QImage) -> np.ndarray:
    """Red, green, blue (height, width, 3)."""
    return channels(packed(image))


def opened(path: Path) -> np.ndarray:
    """Red, green, blue of a file that Pillow can read."""
    with Image.open(path) as image:
        return np.array(image.convert("RGB"))


def differing(one: np.ndarray, other: np.ndarray) -> float:
    """The share of pixels that differ much."""
    assert one.shape == other.shape
    return float((np.abs(one.astype(np.int16) - other.astype(np.int16)).max(axis=2) > MUCH).mean())


def output(*words: str | Path) -> str:
    """What a program says."""
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True).stdout
