"""The page that pictures are taken of: the window's views, in a size and theme of their own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel

from gdviz.frame import Frame
from gdviz.picture import Picture
from gdviz.ui.language import Translate, plain
from gdviz.ui.page import Page
from gdviz.ui.theme import Theme, theme


class Canvas:
    """A page that is never shown on a screen; one frame after another is drawn on it.

    What only serves the hand, such as buttons, is left out. searchable: with figures that can be found in
    a PDF.
    """

    def __init__(self, picture: Picture, tr: Translate = plain, searchable: bool = False) -> None:
        look = theme(picture.theme == "dark", chinese=picture.lang == "zh_CN")
        self.theme: Theme = replace(look, tabular=not searchable)
        self._page = Page(self.theme, tr, views=picture.views)
        self._page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._page.resize(picture.width, picture.height)
        self._page.show()

    @property
    def size(self) -> QSize:
        """Of the page, in its own pixels."""
        return self._page.size()

    def show(self, frame: Frame) -> None:
        """Lay out and draw a frame."""
        self._page.show_frame(frame)
        QCoreApplication.sendPostedEvents()

    def paint(self, painter: QPainter) -> None:
        """Paint what is shown, by any painter: of an image, a vector file or a printer."""
        page = self._page
        painter.fillRect(QRectF(page.rect()), QColor(self.theme.plot))
        for view in page.views():
            plot = view.plot
            place = QRectF(QPointF(plot.mapTo(page, plot.rect().topLeft())), plot.size())
            plot.render(painter, place, plot.viewport().rect())
            title = view.head.findChild(QLabel)
            assert isinstance(title, QLabel)
            painter.setClipRect(QRectF(page.rect()))
            painter.setFont(title.font())
            painter.setPen(QColor(self.theme.text))
            box = QRectF(QPointF(title.mapTo(page, title.rect().topLeft())), title.size())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title.text())
        if len(page.views()) > 1:
            top = page.loss.geometry().top() - 0.5
            painter.setPen(QColor(self.theme.border))
            painter.drawLine(QPointF(0, top), QPointF(page.width(), top))

    def image(self, frame: Frame, scale: float = 1.0) -> QImage:
        """The frame as an image of `scale` device pixels for each pixel of the page."""
        self.show(frame)
        image = QImage(self.size * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        painter = QPainter(image)
        self.paint(painter)
        painter.end()
        return image

    def close(self) -> None:
        """Delete the page."""
        self._page.hide()
        self._page.deleteLater()


def clear(app: QApplication, canvas: Canvas) -> None:
    """Delete the canvas while Qt is still there: else the program would crash at exit."""
    canvas.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.processEvents()
