"""The directions of conjugate gradients: the one before and the present one, and how conjugate they are."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from gdviz.engine.arrays import Array
from gdviz.engine.explanation.step import Explanation
from gdviz.ui.numbers import shown
from gdviz.ui.theme import RunStyle, Theme
from gdviz.ui.views.extent import Extent
from gdviz.ui.views.lines import paint_cut
from gdviz.ui.views.marks import HALO, paint_text, text_width

LONG = 64.0  # pixels to each side of the iterate
NONE = 1e-9  # part of the lengths that counts as none: what rounding leaves
FIELDS = {"p", "beta", "restarted"}


class Directions(NamedTuple):
    """before, present (d,): directions at x (d,); product: dᵀHd′, 0 where only rounding is left of it."""

    x: Array
    before: Array
    present: Array
    product: float


@np.errstate(all="ignore")
def directions(why: Explanation, dimension: int) -> Directions | None:
    """The directions of a step; None for other methods and dimensions, and where nothing was kept."""
    memory = why.next_memory
    if not set(memory) >= FIELDS or dimension != 2 or why.x.shape != (2,) or why.hessian is None:
        return None
    before, present = why.memory["p"], memory["p"]
    if memory["restarted"][0] > 0 or not before.any() or not present.any():
        return None
    bent = why.hessian @ present
    product = float(before @ bent)
    if abs(product) <= NONE * float(np.linalg.norm(before) * np.linalg.norm(bent)):
        product = 0.0
    return Directions(why.x, before, present, product) if np.isfinite(product) else None


class DirectionsPainter:
    """Paints both directions through the iterate."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, extent: Extent, seen: Directions, style: RunStyle) -> None:
        """The one before in grey, the present one in the run's colour, their product beside them."""
        theme, at = self._theme, np.array(extent.place(*seen.x.tolist()))
        if not extent.holds(*at.tolist()):
            return
        ends = []
        colors = theme.color("memory"), theme.color(style.color, 0.8)
        for way, color in zip((seen.before, seen.present), colors, strict=True):
            with np.errstate(all="ignore"):
                unit = way / np.array(extent.pixel) * [1.0, -1.0]
                unit = unit / np.hypot(*unit)
            if not np.isfinite(unit).all():
                return
            reach = LONG * theme.scale * unit
            ends.append(at - reach)
            pen = QPen(color, 1.4 * theme.scale)
            pen.setDashPattern([5.0, 3.0])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            paint_cut(painter, np.stack([at - reach, at + reach]), extent, 0.0)
        text = f"dᵀH d′ = {'0' if seen.product == 0 else shown(seen.product)}"
        self._paint_text(painter, extent, at, ends, text)

    def _paint_text(
        self, painter: QPainter, extent: Extent, at: Array, ends: list[Array], text: str
    ) -> None:
        """Behind the iterate, where the path comes from neither: opposite to both ways, kept in the area."""
        theme = self._theme
        font = theme.font(12, 500)
        wide, behind = text_width(text, font), at - (ends[0] + ends[1]) / 2
        across = float(at[0]) + (theme.px(24) if behind[0] >= 0 else -theme.px(24) - wide)
        across = min(max(across, theme.px(6)), extent.width - wide - theme.px(6))
        down = float(at[1]) + theme.px(34 if behind[1] <= 0 else -34)
        down = min(max(down, theme.px(12)), extent.height - theme.px(12))
        halo = theme.color("halo", HALO)
        paint_text(painter, QPointF(across, down), text, font, theme.color("muted"), halo)
