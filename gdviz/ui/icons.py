"""Icons: the drawings of resources/icons in a theme's colour, crisp at any device-pixel ratio."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gdviz.assets import resource
from gdviz.ui.theme import Theme


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _image(name: str, color: str, edge: int) -> QImage:
    # Images, not pixmaps: a pixmap that outlives the QApplication is an error.
    image = QImage(edge, edge, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color).encode())).render(painter)
    painter.end()
    return image


class _Engine(QIconEngine):
    """Draws one icon at whatever size in device pixels it is asked for; never larger than `edge` px."""

    def __init__(self, name: str, color: str, edge: int) -> None:
        super().__init__()
        self._name, self._color, self._edge = name, color, edge

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._color, self._edge)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size.boundedTo(QSize(self._edge, self._edge))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size * scale)  # size is in logical pixels since Qt 6.8
        pixmap.setDevicePixelRatio(scale)
        if pixmap.isNull():  # asked for where a button has no room for it
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        edge = min(rect.width(), rect.height())
        image = _image(self._name, self._color, max(1, round(edge * ratio)))
        place = QRectF(0, 0, edge, edge)
        place.moveCenter(QRectF(rect).center())
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(painter.opacity() * 0.5)
        painter.drawImage(place, image)
        painter.restore()


def icon(theme: Theme, name: str, size: int = 20, color: str | None = None) -> QIcon:
    """The icon `name` in `color` (a "#RRGGBB"; the theme's muted if None), `size` px at 100 % text size.

    Disabled it is drawn at half its opacity. Raises FileNotFoundError for a name without a drawing.
    """
    _drawing(name)
    return QIcon(_Engine(name, color or theme.muted, theme.px(size)))


def app_icon() -> QIcon:
    """The program's own icon, in its own colours, for window frames and task bars."""
    return QIcon(_Engine("gdviz", "", 512))
