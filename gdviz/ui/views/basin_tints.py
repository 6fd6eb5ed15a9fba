"""The colours of basins: a hue for each end, paler where it takes longer; stripes where runs diverge."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtGui import QColor, QImage

from gdviz.engine.arrays import Array
from gdviz.ui.theme import Theme
from gdviz.ui.views.basin_ends import End

if TYPE_CHECKING:
    from gdviz.engine.attractors import Attractors
    from gdviz.engine.basins import Survey

# Lightness differs as well as hue, most of all among the first four: see the test of their distances.
LIGHT = ("#B7C4FB", "#F5EC9F", "#F3AEA6", "#A5EEF2", "#83D8C2", "#D7CAE1", "#F7CB8B", "#B4E5B4")
DARK = ("#24588C", "#6C5318", "#23265F", "#1F4A36", "#493470", "#733457", "#1B7772", "#422501")
ASTRAY_LIGHT, ASTRAY_DARK = "#E4E7EB", "#2B3037"
FRESH, FADED = 0.1, 0.5  # how near to the paper the quickest and the slowest come
QUICK = 0.3  # part of the logarithm of all steps below which a start is among the quickest
FEW = 0.002  # part of all cells
TINY = 0.0005
STRIPE = 10.0  # pixels from one stripe to the next, and from one dot to the next
PLAIN, STRIPED, DOTTED = 0, 1, 2
DARKER = 0.28  # of ink in a dot
STRONG = 0.4  # of the danger colour in a stripe


class There(NamedTuple):
    """Whether places diverge, and whether places end near nothing; a few cells are not worth a word."""

    diverged: bool
    astray: bool


class Painted(NamedTuple):
    """tints (m, n, 3); marks (m, n, 3): the colour of stripes and dots; pattern (m, n): which of them."""

    tints: Array
    marks: Array
    pattern: np.ndarray

    def colors(self, period: int) -> Array:
        """The tints (m, n, 3) with their stripes and dots, every `period` cells."""
        row, column = np.arange(len(self.tints))[:, None], np.arange(self.tints.shape[1])
        return np.where(marked(self.pattern, row, column, period)[..., None], self.marks, self.tints)


def marked(pattern: np.ndarray, row: np.ndarray, column: np.ndarray, period: int) -> np.ndarray:
    """Where there is a stripe or a dot of a pattern, at these rows and columns."""
    stripes = (row + column) % period == 0
    dots = (row % period == 0) & (column % period == 0)
    dots = dots | ((row % period == period // 2) & (column % period == period // 2))
    return np.asarray(((pattern == STRIPED) & stripes) | ((pattern == DOTTED) & dots))


class BasinTints:
    """Ends keep their hue as long as the same attractors are shown, unless one alike comes to touch it."""

    def __init__(self, theme: Theme) -> None:
        names = DARK if theme.dark else LIGHT
        self._hues = np.array([_rgb(QColor(name)) for name in names])
        self._unlike: Array | None = None
        self._paper = _rgb(theme.color("plot"))
        self._astray = _rgb(QColor(ASTRAY_DARK if theme.dark else ASTRAY_LIGHT))
        self._diverged, danger = _rgb(theme.color("danger_tint")), _rgb(theme.color("danger"))
        self._stripe = self._diverged + STRONG * (danger - self._diverged)
        self._scale, self._ink = theme.scale, _rgb(theme.color("ink"))
        self._of: Attractors | None = None
        self._chosen: list[int] = []

    def hues(self, survey: Survey) -> list[int]:
        """The number of each attractor's hue, more than there are for one with dots.

        Basins that touch look different, to every eye.
        """
        from gdviz.engine.tinting import borders, tints
        from gdviz.ui.color_vision import unlike

        attractors, points = survey.attractors, survey.attractors.points
        if attractors is not self._of:
            self._of, self._chosen = attractors, []
        if self._unlike is None:
            self._unlike = unlike(self._hues)
        touching = borders(survey.kinds, len(points))
        self._chosen = tints(points, touching, self._unlike, self._chosen)
        return self._chosen

    def ends(self, survey: Survey) -> tuple[End, ...]:
        """The ends that places of a survey have, in their hues; a few cells are not worth a disc."""
        points, hues = survey.attractors.points, self._chosen
        kinds, counts = np.unique(survey.kinds, return_counts=True)
        numbers = kinds[(kinds >= 0) & (counts > TINY * survey.kinds.size)].tolist()
        found = []
        for k in numbers:
            dotted, hue = divmod(hues[k], len(self._hues))
            dots = QColor(*map(int, self._dot(self._hues[hue]))) if dotted else None
            found.append(End(tuple(map(float, points[k])), QColor(*map(int, self._hues[hue])), dots))
        return tuple(found)

    def _dot(self, tint: Array) -> Array:
        return np.asarray(tint + DARKER * (self._ink - tint))

    @staticmethod
    def there(survey: Survey) -> There:
        """What has to be said of a survey."""
        from gdviz.engine.basins import ASTRAY, DIVERGED

        diverged, astray = (float((survey.kinds == kind).mean()) > FEW for kind in (DIVERGED, ASTRAY))
        return There(diverged, astray)

    def painted(self, survey: Survey) -> Painted:
        """The tints of a survey's cells, and what is drawn into them."""
        from gdviz.engine.basins import ASTRAY, DIVERGED, UNKNOWN

        kinds = survey.kinds
        chosen = np.array(self.hues(survey) or [0], dtype=np.int64)
        hues, dotted = self._hues[chosen % len(self._hues)], chosen >= len(self._hues)
        slow = np.log1p(survey.moved) / np.log1p(max(survey.question.steps, 1))
        fade = FRESH + (FADED - FRESH) * np.clip((slow - QUICK) / (1 - QUICK), 0, 1)[..., None]
        base = hues[np.maximum(kinds, 0)]
        tints = base + fade * (self._paper - base)
        tints[kinds == ASTRAY] = self._astray
        tints[kinds == DIVERGED] = self._diverged
        tints[kinds == UNKNOWN] = self._paper
        marks = self._dot(tints)
        marks[kinds == DIVERGED] = self._stripe
        pattern = np.where(dotted[np.maximum(kinds, 0)] & (kinds >= 0), DOTTED, PLAIN)
        pattern[kinds == DIVERGED] = STRIPED
        return Painted(tints, marks, pattern)

    def image(self, survey: Survey, painted: Painted, cell: float) -> QImage:
        """A pixel for each cell (of `cell` pixels on the screen); clear where nothing is known."""
        from gdviz.engine.basins import UNKNOWN

        m, n = survey.kinds.shape
        pixels = np.full((m, n, 4), 255, dtype=np.uint8)
        pixels[..., :3] = np.rint(painted.colors(max(round(STRIPE * self._scale / cell), 3)))
        pixels[survey.kinds == UNKNOWN] = 0
        return QImage(pixels.tobytes(), n, m, 4 * n, QImage.Format.Format_RGBA8888).convertToFormat(
            QImage.Format.Format_ARGB32_Premultiplied
        )


def _rgb(color: QColor) -> Array:
    return np.array([color.red(), color.green(), color.blue()], dtype=np.float64)
