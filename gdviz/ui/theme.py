"""The tokens every widget is drawn with: colours, type, scale, the runs' styles, the landscape's ramp."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtGui import QColor, QFont

FAMILIES = (
    "Inter", "gdviz Signs", "Segoe UI", ".AppleSystemUIFont", "Noto Sans", "Noto Sans CJK SC",
    "Microsoft YaHei UI", "PingFang SC", "WenQuanYi Micro Hei", "DejaVu Sans",
)  # fmt: skip

# By slot: dash in units of the line width (empty: solid), name of the marker.
_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2.2), (1.6, 1.8), (6, 2, 1.4, 2), (9, 3), (3, 1.5))
_MARKERS = ("o", "s", "t1", "d", "p", "h")


class RunStyle(NamedTuple):
    """What a run looks like everywhere: colour, dash, marker; hollow from the seventh run on."""

    color: str
    dash: tuple[float, ...]
    marker: str
    hollow: bool = False


@dataclass(frozen=True)
class Theme:
    """One fixed look; a change of theme, language or text size is a new Theme and new widgets.

    Colours are "#RRGGBB". `scale` multiplies every length in px. `chinese` asks for weight 700 where
    others get 600, because Chinese families with one weight are thickened by Qt only from 700 on.
    """

    dark: bool
    window: str
    plot: str
    base: str
    card: str
    text: str
    on_ink: str
    muted: str
    faint: str
    border: str
    border2: str
    hover: str
    pressed: str
    groove: str
    segment: str
    segment_chosen: str
    selected: str
    focus: str
    danger: str
    danger_tint: str
    gradient: str
    memory: str
    halo: str
    level: str  # level lines: this colour at level_alpha, every third at level_alpha_strong
    level_alpha: float
    level_alpha_strong: float
    runs: tuple[str, ...]
    bands: tuple[str, ...]  # lowest → highest
    scale: float = 1.0
    chinese: bool = False
    tabular: bool = True  # figures of one width; a PDF in which they can be searched needs the plain ones

    @property
    def ink(self) -> str:
        """The colour of the play button, the play-head and the minimum: that of the text."""
        return self.text

    @property
    def name(self) -> str:
        """"light" or "dark": the folder under resources/themes."""
        return "dark" if self.dark else "light"

    def px(self, length: float) -> int:
        """A length at 100 % text size, in whole logical pixels of this theme's text size."""
        return int(length * self.scale + 0.5)

    def font(self, size: float = 13, weight: int = 400, italic: bool = False) -> QFont:
        """Text of `size` px with tabular figures, so that live numbers do not tremble."""
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(700 if self.chinese and weight == 600 else weight))
        font.setItalic(italic)
        # Whatever the desktop says about hinting: else letters are a whole number of pixels wide on some.
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        if self.tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def color(self, token: str, alpha: float = 1.0) -> QColor:
        """The colour of a token (or of a "#RRGGBB") with an opacity in [0, 1]."""
        color = QColor(token if token.startswith("#") else getattr(self, token))
        color.setAlphaF(alpha)
        return color

    def run(self, slot: int) -> RunStyle:
        """The style of run `slot` (0, 1, …); from the seventh on the same colours with hollow markers."""
        turn = slot % len(self.runs)
        return RunStyle(self.runs[turn], _DASHES[turn], _MARKERS[turn], hollow=slot >= len(self.runs))

    def ramp(self, height: ArrayLike) -> NDArray[np.uint8]:
        """Landscape colours, lowest 0 → highest 1, interpolated between the samples; the ends clamp.

        height (n,) → (n, 3) red, green, blue. NaN is drawn as the highest.
        """
        samples = np.array([[int(band[i : i + 2], 16) for i in (1, 3, 5)] for band in self.bands], float)
        at = np.nan_to_num(np.clip(np.asarray(height, float).ravel(), 0, 1), nan=1.0)
        at = at * (len(samples) - 1)
        channels = [np.interp(at, np.arange(len(samples)), samples[:, i]) for i in range(3)]
        colors: NDArray[np.uint8] = np.rint(np.stack(channels, axis=1)).astype(np.uint8)
        return colors


def _colors(digits: str) -> tuple[str, ...]:
    return tuple("#" + six for six in digits.split())


LIGHT = Theme(
    dark=False,
    window="#F6F7F8", plot="#FFFFFF", base="#FFFFFF", card="#FFFFFF", text="#1B1F24", on_ink="#FFFFFF",
    muted="#5A6370", faint="#8A929D", border="#DFE2E6", border2="#C6CBD2", hover="#ECEEF1", pressed="#E1E4E8",
    groove="#DADEE3", segment="#E4E7EB", segment_chosen="#FFFFFF", selected="#CFE0FB", focus="#2F6FDE",
    danger="#B42318", danger_tint="#F3D9D6", gradient="#B3126B", memory="#5B6472", halo="#FFFFFF",
    level="#1B1F24", level_alpha=0.14, level_alpha_strong=0.30,
    runs=_colors("1877D6 C95000 0A6446 6E2A86 94700C 6B7783"),
    bands=_colors("BBDFF7 C2E1F8 C9E4F9 CFE6FA D5E9FA DBECFB E1EFFC E7F1FC EDF4FC F3F7FD F8FAFD"),
)  # fmt: skip

DARK = Theme(
    dark=True,
    window="#1D2025", plot="#15171B", base="#282C33", card="#24282E", text="#E6E8EB", on_ink="#1D2025",
    muted="#A0A8B3", faint="#757E8A", border="#32373F", border2="#4A515C", hover="#2B3037", pressed="#363C45",
    groove="#3D434C", segment="#15171B", segment_chosen="#363C45", selected="#2E4A78", focus="#7FB0FF",
    danger="#FF8A7A", danger_tint="#5A302C", gradient="#FF7DBB", memory="#A7B0BC", halo="#15171B",
    level="#FFFFFF", level_alpha=0.16, level_alpha_strong=0.34,
    runs=_colors("5B9BFF FA8526 6FE8C3 C77FAE FFD85A A9B4C0"),
    bands=_colors("1F425A 1E3D53 1E394D 1D3447 1C3040 1A2B3A 192734 17232E 161F28 141A22 12161C"),
)  # fmt: skip


def theme(dark: bool = False, scale: float = 1.0, chinese: bool = False) -> Theme:
    """The light or dark theme at a text size (1.0, 1.25, 1.5) for a language."""
    return replace(DARK if dark else LIGHT, scale=scale, chinese=chinese)
