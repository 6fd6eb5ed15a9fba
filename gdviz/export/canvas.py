"""The page that pictures are taken of: the window's views, in a size and theme of their own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gdviz.frame import Frame
from gdviz.picture import Picture
from gdviz.ui.language import Translate, plain
from gdviz.ui.page import Page
from gdviz.ui.theme import Theme, theme


class Canvas:
    """A page that is never shown on a screen; one frame after another is drawn on it."""

    def __init__(self, picture: Picture, tr: Translate = plain) -> None:
        self.theme: Theme = theme(picture.theme == "dark", chinese=picture.lang == "zh_CN")
        self._page = Page(self.theme, tr, views=picture.views)
        self._page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._page.resize(picture.width, picture.height)
        self._page.show()

    def show(self, frame: Frame) -> None:
        """Lay out and draw a frame."""
        self._page.show_frame(frame)
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()

    def image(self, frame: Frame, scale: float = 1.0) -> QImage:
        """The frame as an image of `scale` device pixels for each pixel of the page."""
        self.show(frame)
        size = self._page.size()
        image = QImage(size * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(QColor(self.theme.plot))
        painter = QPainter(image)
        self._page.render(painter, QPoint(0, 0))
        painter.end()
        return image

    def save(self, frame: Frame, path: Path, scale: float = 1.0) -> None:
        """Write the frame as PNG; raises OSError."""
        if not self.image(frame, scale).save(str(path)):
            raise OSError(0, "the picture can't be written", str(path))

    def close(self) -> None:
        """Delete the page."""
        self._page.hide()
        self._page.deleteLater()


def clear(app: QApplication, canvas: Canvas) -> None:
    """Delete the canvas while Qt is still there: else the program would crash at exit."""
    canvas.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.processEvents()
