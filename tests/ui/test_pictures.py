"""The README's pictures show the program as it is."""

from __future__ import annotations

import numpy as np
import pytest
from pictures import FOLDER, THEMES, draw
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

# Typefaces are drawn a little differently from machine to machine; what moved or changed its colour is more.
MOST_CHANGED = 0.02  # of the pixels


def pixels(image: QImage) -> np.ndarray:
    """Height × width × 3, as numbers that can be subtracted."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


@pytest.mark.parametrize("theme", THEMES)
def test_that_the_readmes_picture_is_what_the_program_draws(qapp: QApplication, theme: str) -> None:
    kept, drawn = pixels(QImage(str(FOLDER / f"window-{theme}.png"))), pixels(draw(theme))
    assert kept.shape == drawn.shape
    changed = (np.abs(kept - drawn).max(axis=2) > 48).mean()
    assert changed < MOST_CHANGED
