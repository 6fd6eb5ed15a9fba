"""One scenario in the gallery: its picture, its title, what it shows in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton

from gdviz.ui.theme import Theme

WIDTH, PICTURE = 216, 132  # px
PAD, TITLE_LINES, ABOUT_LINES = 10, 2, 3


class GalleryCard(QAbstractButton):
    """A click chooses it; `opened()` at a double click, Enter or Space."""

    opened = Signal()

    def __init__(self, theme: Theme, name: str, title: str, about: str, asks: str) -> None:
        super().__init__()
        self.name = name
        self._theme, self._title, self._about, self._asks = theme, title, about, asks
        self._image: QImage | None = None
        self.setObjectName(f"gallery_{name}")
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setToolTip(asks)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        px = theme.px
        text = px(18) * TITLE_LINES + px(16) * ABOUT_LINES + px(6)
        self.setFixedSize(px(WIDTH), px(PICTURE) + text + 2 * px(PAD))

    @property
    def picture(self) -> QSize:
        """The room for the picture."""
        return QSize(self.width() - 2, self._theme.px(PICTURE))

    @property
    def shown(self) -> bool:
        """Whether the picture is there."""
        return self._image is not None

    def show_picture(self, image: QImage) -> None:
        """Show the picture."""
        self._image = image
        self.update()

    # The hand

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open it; other keys are the gallery's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            event.ignore()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card of LOOK's kind: picture above, texts below, a ring while it has the focus."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("faint" if self.underMouse() else "border"), 1))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(whole, px(6), px(6))
        picture = QRectF(1, 1, self.width() - 2, px(PICTURE))
        self._paint_picture(painter, picture)
        top = picture.bottom() + px(PAD)
        width = self.width() - 2 * px(PAD)
        font, small = theme.font(13, 600), theme.font(12)
        top = self._paint_text(painter, top, width, self._title, font, "text", TITLE_LINES, px(18))
        self._paint_text(painter, top + px(4), width, self._about, small, "muted", ABOUT_LINES, px(16))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = px(2) / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(6), px(6))
        painter.end()

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        painter.save()
        corners = QPainterPath()
        corners.addRoundedRect(place.adjusted(0, 0, 0, px(8)), px(5), px(5))
        painter.setClipPath(corners)
        painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
        painter.fillRect(place, theme.color("plot"))
        if self._image is not None:
            painter.drawImage(place, self._image)
        painter.restore()
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if self._asks:
            self._paint_sign(painter, place)

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        """A question mark in a disc: this one asks before it is played."""
        theme, px = self._theme, self._theme.px
        disc = QRectF(place.right() - px(28), place.top() + px(8), px(20), px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        painter.drawEllipse(disc)
        painter.setPen(theme.color("on_ink"))
        painter.setFont(theme.font(13, 600))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "?")

    def _paint_text(
        self, painter: QPainter, top: float, width: float, text: str, font: QFont, color: str, most: int,
        height: float,
    ) -> float:  # fmt: skip
        """At most so many lines of `height` px, the last one elided; returns where they end."""
        painter.setPen(self._theme.color(color))
        painter.setFont(font)
        left = self._theme.px(PAD)
        for line in elided_lines(text, font, width, most):
            place = QRectF(QPointF(left, top), QPointF(left + width + 2, top + height))
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
            top += height
        return top


def elided_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """The text in lines of `width` px; what has no room in the last of `most` becomes an ellipsis."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) == most - 1:
            rest = text[start:]
            lines.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return lines
