"""Formulas set by ziamath, kept as images, and a label for one of them."""

from __future__ import annotations

import logging
import math
import warnings
from functools import lru_cache
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from gdviz.ui.theme import FAMILIES, Theme

logger = logging.getLogger(__name__)

# A line's height above and below its baseline, in ems: formulas that need no more all sit alike.
_ASCENT, _DESCENT = 1.05, 0.45

FRAME = 20  # ms: what the screen needs to show a window before the program is busy again


class Drawing(NamedTuple):
    """A drawn formula: its width, and how far it reaches above and below its baseline, in logical px."""

    image: QImage  # not a pixmap: it outlives the QApplication in the cache
    width: float
    ascent: float
    descent: float


@lru_cache(maxsize=512)
def formula_svg(latex: str, size: int, color: str) -> bytes | None:
    """The formula as SVG with its baseline at y = 0; None if ziamath refuses it."""
    with warnings.catch_warnings():  # it opens its own files in a way that Python 3.11 and 3.12 warn of
        warnings.simplefilter("ignore", DeprecationWarning)
        from ziamath.config import config
        from ziamath.zmath import Latex

    config.svg2 = False  # QtSvg draws no glyphs that are shared by <symbol>
    try:
        svg: str = Latex(latex, size=size, color=color).svg()
    except Exception as error:  # its parser fails in many ways, among them AssertionError and IndexError
        logger.info("no formula from %r: %r", latex, error)
        return None
    return svg.encode()


@lru_cache(maxsize=512)
def formula_drawing(latex: str, size: int, color: str, ratio: float, plain: str) -> Drawing:
    """The formula in letters of `size` px, `ratio` pixels of the screen to one; `plain` if it is refused.

    Drawings of one size have one height and one baseline unless a formula needs more.
    """
    svg = formula_svg(latex, size, color) if latex else None
    if svg is None:
        return _plain_drawing(plain, size, color, ratio)
    renderer = QSvgRenderer(QByteArray(svg))
    box = renderer.viewBoxF()
    baseline = _on_a_pixel(max(-box.top(), _ASCENT * size), ratio)
    descent = max(box.bottom(), _DESCENT * size)
    image = _blank(box.width(), baseline + descent, ratio)
    painter = QPainter(image)
    renderer.render(painter, box.translated(-box.left(), baseline))
    painter.end()
    return Drawing(image, box.width(), baseline, descent)


def _plain_drawing(text: str, size: int, color: str, ratio: float) -> Drawing:
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(round(size * 0.8))
    width = QFontMetricsF(font).horizontalAdvance(text) + 1
    baseline, descent = _on_a_pixel(_ASCENT * size, ratio), _DESCENT * size
    image = _blank(width, baseline + descent, ratio)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(QColor(color))
    painter.drawText(QPointF(0, baseline), text)
    painter.end()
    return Drawing(image, width, baseline, descent)


def _on_a_pixel(ascent: float, ratio: float) -> float:
    """The ascent in whole device pixels, so that all baselines are equally sharp."""
    return math.ceil(ascent * ratio) / ratio


def _blank(width: float, height: float, ratio: float) -> QImage:
    size = QSize(max(1, math.ceil(width * ratio)), max(1, math.ceil(height * ratio)))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


class FormulaLabel(QWidget):
    r"""One formula, left-aligned; smaller when there is no room for it.

    `{\color{#B3126B} g}` and `\textcolor{#B3126B}{g}` colour a part; a bare `\color` colours
    all that follows. A formula wider than `widest` is left out.

    Loading ziamath takes an eighth of a second. The first picture of the window does not wait for it: labels
    are empty until `wake` has been called, which follows the first of their paint events.
    """

    awake: ClassVar[bool] = False

    def __init__(
        self,
        theme: Theme,
        latex: str = "",
        size: float = 18,
        accessible_text: str = "",
        color: str | None = None,
        widest: float = math.inf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._widest = widest
        self._theme, self._size, self._color = theme, theme.px(size), color or theme.text
        self._latex = self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_formula(latex, accessible_text)

    def set_formula(self, latex: str, accessible_text: str = "") -> None:
        """Show another formula; the text says it to those who cannot see it, and where it cannot be set."""
        text = accessible_text or latex
        if (latex, text) == (self._latex, self._text):
            return
        self._latex, self._text = latex, text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def baseline(self) -> float:
        """How far the baseline lies below the label's top, in logical px."""
        return self._drawn(self._size).ascent

    def sizeHint(self) -> QSize:
        """As wide as the formula, as high as a line of formulas or more."""
        drawn = self._drawn(self._size)
        return QSize(math.ceil(drawn.width), math.ceil(drawn.ascent + drawn.descent))

    def minimumSizeHint(self) -> QSize:
        """A formula is never the reason for a wider window."""
        return QSize(min(self._theme.px(40), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The formula on its baseline, in the largest size that fits."""
        if not self.awake:
            QTimer.singleShot(FRAME, self.wake)
        drawn, size = self._drawn(self._size), self._size
        top = drawn.ascent
        while drawn.width > self.width() and size > self._size // 2:
            size = max(self._size // 2, min(size - 1, math.floor(size * self.width() / drawn.width)))
            drawn = self._drawn(size)
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        ratio = drawn.image.devicePixelRatio()
        shift = round((top - drawn.ascent) * ratio) / ratio
        whole = QRectF(0, shift, drawn.image.width() / ratio, drawn.image.height() / ratio)
        painter.drawImage(whole, drawn.image)

    def _drawn(self, size: int) -> Drawing:
        ratio = self.devicePixelRatioF()
        if self.awake:
            drawn = formula_drawing(self._latex, size, self._color, ratio, self._text)
            if drawn.width <= self._widest:
                return drawn
        return _plain_drawing("", size, self._color, ratio)

    @classmethod
    def wake(cls) -> None:
        """Load what sets formulas, and show them."""
        if not FormulaLabel.awake:
            FormulaLabel.awake = True
            for label in QApplication.allWidgets():
                if isinstance(label, FormulaLabel):
                    label.updateGeometry()
                    label.update()
