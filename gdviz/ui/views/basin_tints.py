"""The colours of basins: a hue for each end, paler where it takes longer; stripes where runs diverge."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtGui import QColor, QImage

from gdviz.engine.arrays import Array, norms
from gdviz.ui.theme import Theme

if TYPE_CHECKING:
    from gdviz.engine.attractors import Attractors
    from gdviz.engine.basins import Survey

# Lightness differs as well as hue, most of all among the first four: see the test of their distances.
LIGHT = ("#B7C4FB", "#F5EC9F", "#F3AEA6", "#A5EEF2", "#FBCE97", "#DFAEDA", "#CDD7B2", "#E9D3E6")
DARK = ("#24588C", "#6C5318", "#23265F", "#1F4A36", "#6A4372", "#3C6E78", "#5B783A", "#5B5B66")
ASTRAY_LIGHT, ASTRAY_DARK = "#E4E7EB", "#2B3037"
FRESH, FADED = 0.1, 0.5  # how near to the paper the quickest and the slowest come
QUICK = 0.3  # part of the logarithm of all steps below which a start is among the quickest
FEW = 0.002  # part of all cells
STRIPE = 10.0  # pixels from one stripe to the next
STRONG = 0.4  # of the danger colour in a stripe


class There(NamedTuple):
    """Whether places diverge, and whether places end near nothing; a few cells are not worth a word."""

    diverged: bool
    astray: bool


class BasinTints:
    """Ends keep their hue as long as the same attractors are shown."""

    def __init__(self, theme: Theme) -> None:
        names = DARK if theme.dark else LIGHT
        self._hues = np.array([_rgb(QColor(name)) for name in names])
        self._paper = _rgb(theme.color("plot"))
        self._astray = _rgb(QColor(ASTRAY_DARK if theme.dark else ASTRAY_LIGHT))
        self._diverged, danger = _rgb(theme.color("danger_tint")), _rgb(theme.color("danger"))
        self._stripe = self._diverged + STRONG * (danger - self._diverged)
        self._scale = theme.scale
        self._of: Attractors | None = None
        self._chosen: list[int] = []

    def hues(self, attractors: Attractors) -> list[int]:
        """The number of each attractor's hue: a new one, else the one whose last use is farthest away."""
        if attractors is not self._of:
            self._of, self._chosen = attractors, []
        points = attractors.points
        for point in points[len(self._chosen) :]:
            away = norms(points[: len(self._chosen)] - point)
            used = np.array(self._chosen, dtype=np.int64)
            free = [float(away[used == hue].min(initial=np.inf)) for hue in range(len(self._hues))]
            self._chosen.append(int(np.argmax(free)))
        return self._chosen

    @staticmethod
    def there(survey: Survey) -> There:
        """What has to be said of a survey."""
        from gdviz.engine.basins import ASTRAY, DIVERGED

        diverged, astray = (float((survey.kinds == kind).mean()) > FEW for kind in (DIVERGED, ASTRAY))
        return There(diverged, astray)

    def image(self, survey: Survey, cell: float) -> QImage:
        """A pixel for each cell (of `cell` pixels on the screen); clear where nothing is known."""
        from gdviz.engine.basins import ASTRAY, DIVERGED, UNKNOWN

        kinds = survey.kinds
        m, n = kinds.shape
        hues = self._hues[self.hues(survey.attractors)] if len(survey.attractors.points) else self._hues
        slow = np.log1p(survey.moved) / np.log1p(max(survey.question.steps, 1))
        fade = FRESH + (FADED - FRESH) * np.clip((slow - QUICK) / (1 - QUICK), 0, 1)[..., None]
        base = hues[np.maximum(kinds, 0)]
        rgb = base + fade * (self._paper - base)
        rgb[kinds == ASTRAY] = self._astray
        period = max(round(STRIPE * self._scale / cell), 3)
        stripes = (np.arange(m)[:, None] + np.arange(n)) % period == 0
        rgb[kinds == DIVERGED] = self._diverged
        rgb[(kinds == DIVERGED) & stripes] = self._stripe
        pixels = np.full((m, n, 4), 255, dtype=np.uint8)
        pixels[..., :3] = np.rint(rgb)
        pixels[kinds == UNKNOWN] = 0
        return QImage(pixels.tobytes(), n, m, 4 * n, QImage.Format.Format_RGBA8888).convertToFormat(
            QImage.Format.Format_ARGB32_Premultiplied
        )


def _rgb(color: QColor) -> Array:
    return np.array([color.red(), color.green(), color.blue()], dtype=np.float64)
