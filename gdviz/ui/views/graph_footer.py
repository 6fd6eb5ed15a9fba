"""Below the computational graph: which run and samples its numbers are of, and the gradient check."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gdviz.engine.learning.gradient_check import Check
from gdviz.ui.language import Translate
from gdviz.ui.numbers import significant
from gdviz.ui.swatch import paint_marker
from gdviz.ui.theme import RunStyle, Theme
from gdviz.ui.views.marks import paint_text, text_width

LINE, SIDE, MARKER, GAP = 20.0, 16.0, 9.0, 6.0  # pixels
ONE_LINE, TWO_LINES = 640.0, 330.0  # widths that have room for them

Told = tuple[RunStyle, tuple[str, str, str], Check | None, tuple[str, ...]]  # … and the parameters' names


class Footer:
    """One line, or more where there is no room for one."""

    def __init__(self, theme: Theme, tr: Translate) -> None:
        self._theme, self._tr = theme, tr
        self._told: Told | None = None

    def show(self, told: Told | None) -> None:
        """Show the run's style, what is said about it, and how its gradient was checked."""
        self._told = told

    def height(self, width: float) -> float:
        """Of the footer in a place of this width."""
        if self._told is None:
            return 0.0
        return self._theme.px(LINE) * len(self._lines(width)) + self._theme.px(8)

    def _lines(self, width: float) -> list[str]:
        """What stands at the left: the badge has room beside the first line, which may be empty.

        How many there are depends on the width alone: the graph above does not jump while it plays.
        """
        assert self._told is not None
        first, step, what = self._told[1]
        if width >= self._theme.px(ONE_LINE):
            return [f"{first} · {step} · {what}"]
        named = [f"{first} · {step}", what]
        return named if width >= self._theme.px(TWO_LINES) else ["", *named]

    # The badge

    def badge(self) -> str:
        """How the gradient check went, in a few words."""
        check = self._told[2] if self._told else None
        if check is None:
            return ""
        words = self._tr("gradient check")
        if math.isnan(check.error):
            return f"{words} ?"
        return f"{words} {'✓' if check.passed else '✗'} {significant(check.error, 1)}"

    def _badge_width(self) -> float:
        return text_width(self.badge(), self._theme.font(12, 600)) + self._theme.px(16)

    def _badge_place(self, rect: QRectF) -> QRectF:
        px = self._theme.px
        width, high = min(self._badge_width(), rect.width() - px(2 * SIDE)), px(LINE)
        top = rect.bottom() - px(6) - high * len(self._lines(rect.width()))
        return QRectF(rect.right() - px(SIDE) - width, top, width, high - px(1))

    def tip(self, rect: QRectF, at: QPointF) -> str:
        """What the badge says in full, where the mouse is on it."""
        if self._told is None or self._told[2] is None or not self._badge_place(rect).contains(at):
            return ""
        check, names, tr = self._told[2], self._told[3], self._tr
        lines = [tr("Back-propagation against central differences of the loss, on these samples.")]
        if math.isnan(check.error):
            lines.append(tr("The loss beside this point is not a finite number."))
        worst = tr("largest relative error {error} at {name}: {analytic} against {numeric}")
        lines.append(worst.format(error=significant(check.error), name=names[check.worst],
                                  analytic=f"{check.analytic:.9g}", numeric=f"{check.numeric:.9g}"))
        if check.checked < len(names):
            part = tr("{checked} of {all} parameters, drawn at random, stand for all.")
            lines.append(part.format(checked=check.checked, all=len(names)))
        return "\n".join(lines)

    # Painting

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """At the bottom of `rect`."""
        if self._told is None:
            return
        theme, (style, _, check, _) = self._theme, self._told
        px = theme.px
        font, lines = theme.font(12), self._lines(rect.width())
        left, room = rect.left() + px(SIDE), rect.width() - px(2 * SIDE)
        y, marked = rect.bottom() - px(6) - px(LINE) * (len(lines) - 0.5), False
        for line in lines:
            at = QPointF(left, y)
            if line and not marked:
                paint_marker(painter, style, QPointF(left + px(MARKER) / 2, y), px(MARKER), None)
                at.setX(left + px(MARKER + GAP))
                marked = True
            text = QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, left + room - at.x() + 1)
            paint_text(painter, at, text, font, theme.color("muted"))
            y += px(LINE)
        if check is not None:
            self._paint_badge(painter, self._badge_place(rect), check)

    def _paint_badge(self, painter: QPainter, place: QRectF, check: Check) -> None:
        theme = self._theme
        color = theme.color("text" if check.passed else "danger")
        painter.setPen(QPen(theme.color("border2" if check.passed else "danger"), theme.scale))
        painter.setBrush(theme.color("window" if check.passed else "danger_tint"))
        painter.drawRoundedRect(place, theme.px(4), theme.px(4))
        font = theme.font(12, 600)
        room = place.width() - theme.px(8)
        text = QFontMetricsF(font).elidedText(self.badge(), Qt.TextElideMode.ElideRight, room + 1)
        paint_text(painter, place.center(), text, font, color, None, Qt.AlignmentFlag.AlignHCenter)
