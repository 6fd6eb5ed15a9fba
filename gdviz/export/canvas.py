"""The page that pictures are taken of: the window's views, in a size and theme of their own."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QRegularExpression, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gdviz.export.painter import FramePainter, Key, Stamp
from gdviz.frame import Frame
from gdviz.picture import Picture
from gdviz.ui.language import Translate, plain
from gdviz.ui.page import LANDSCAPES, VIEWS, Page
from gdviz.ui.sight import Sight, show_sight
from gdviz.ui.theme import Theme, theme
from gdviz.ui.views.basins import Basins
from gdviz.ui.views.planes import parameters
from gdviz.ui.views.plot import Plot
from gdviz.ui.views.step_axis import BY_RATE
from gdviz.ui.views.view import View
from gdviz.values import SpecError, hint

LANDSCAPE = "landscape"  # stands for the one of these that fits the objective
FITTING = ("contour", "curve")
LAYERS = 3  # of the page, which tell each other one after another how large they may be
# There is one place for all of them; a surface and a curve are of different objectives, either may be meant.
APART = [("contour", "surface"), *((name, "graph") for name in (LANDSCAPE, *LANDSCAPES) if name != "graph")]


class SearchableTheme(Theme):
    """The same look, in letters that a PDF can give back as text.

    Qt writes into a PDF which character a glyph stands for only for those of the font's own table: neither
    for figures of one width (tnum) nor for the minus that stands higher beside figures (calt).
    """

    def font(self, size: float = 13, weight: int = 400, italic: bool = False) -> QFont:
        """Switched off in so many words: what a font leaves open, it takes from that of the application."""
        font = super().font(size, weight, italic)
        for feature in ("tnum", "calt"):
            font.setFeature(QFont.Tag(feature), 0)
        return font

    @classmethod
    def of(cls, theme: Theme) -> SearchableTheme:
        """The searchable look of a theme."""
        values: dict[str, Any] = {field.name: getattr(theme, field.name) for field in fields(theme)}
        return cls(**values | {"tabular": False})


class Canvas:
    """A page that is never shown on a screen; one frame after another is drawn on it.

    What only serves the hand, such as buttons, is left out. searchable: with figures that can be found in
    a PDF; sight: how the window shows it, else as a view finds itself. Raises SpecError for a view that
    is not known, `show` for one that can't show the objective.
    """

    def __init__(
        self,
        picture: Picture,
        tr: Translate = plain,
        searchable: bool = False,
        sight: Sight | None = None,
    ) -> None:
        self._sight, self._plane, self._basins = sight, picture.plane, picture.basins
        look = theme(picture.theme == "dark", chinese=picture.lang == "zh_CN")
        self.theme: Theme = SearchableTheme.of(look) if searchable else look
        self._stamps: OrderedDict[Key, Stamp] = OrderedDict()
        self._asked = [
            name for asked in picture.views for name in (FITTING if asked == LANDSCAPE else (asked,))
        ]
        known = [LANDSCAPE, *sorted(VIEWS)]
        for name in self._asked:
            if name not in known:
                raise SpecError("unknown view {name!r}; known: {known}{hint}", name=name[:80],
                                known=" ".join(known), hint=hint(name, known))
        for one, other in APART:
            if {one, other} <= set(picture.views):
                raise SpecError("views {one!r} and {other!r} can't be in one picture; leave one out",
                                one=one, other=other)
        self._page = Page(self.theme, tr, views=self._asked)
        self._page.loss.show_chart(picture.chart)
        self._page.show_plane(picture.plane)
        self._page.show_basins(picture.basins)
        if picture.chart.x == BY_RATE:
            self._page.below.rates()
        parts = self._page.findChildren(QWidget, QRegularExpression("^(view|canvas)_"))
        for part in (self._page.landscape, self._page.below, *parts):
            part.setMinimumSize(1, 1)  # room for a hand is not asked for
        for plot in self._page.findChildren(Plot):
            plot.setMinimumSize(1, 1)
            _thicken(plot)
        self._page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._page.setUpdatesEnabled(False)  # it is painted here only, not for a screen as well
        if "graph" in self._asked:
            self._page.graph().show_sample(picture.sample)
        self._wanted = QSize(picture.width, picture.height)
        self._page.resize(self._wanted)
        self._page.show()

    @property
    def size(self) -> QSize:
        """Of the page, in its own pixels."""
        return self._page.size()

    def show(self, frame: Frame) -> None:
        """Lay out a frame, ready to be painted."""
        numbers = parameters(self._plane)
        if numbers and max(numbers) >= frame.objective.dimension:
            raise SpecError("plane {text}: there are {n} parameters, counted from 0", text=self._plane,
                            n=frame.objective.dimension)
        if self._basins and not Basins.possible(frame):
            raise SpecError("basins are of one or two parameters only, not of {n}",
                            n=frame.lanes[0].path.shape[2])
        self._page.show_frame(frame)
        for _ in range(LAYERS):  # a page that had nothing to show could not be so large
            if self._page.size() != self._wanted:
                QCoreApplication.sendPostedEvents()
                self._page.resize(self._wanted)
        if self._sight is not None:  # from the first frame on
            sight, self._sight = self._sight, None
            show_sight(self._page, sight)
            QCoreApplication.sendPostedEvents()
        self._page.finish()
        fitting = _name(self._page.shown)
        asked = [name for name in self._asked if name != _name(self._page.loss)]
        if asked and fitting not in asked:
            raise SpecError("view {name!r} can't show {objective}; did you mean {fitting!r}?",
                            name=asked[0], objective=frame.objective.kind, fitting=fitting)
        self._check_chart(frame)
        QCoreApplication.sendPostedEvents()

    def _check_chart(self, frame: Frame) -> None:
        """Raise SpecError where the plot of the loss is shown and can't show what is asked of it."""
        below = self._page.below
        for name, names in zip("xy", below.offered, strict=True):
            wanted = getattr(below.loss.wanted, name)
            if wanted not in names and below.isVisibleTo(self._page):
                raise SpecError("the loss plot can't show {name!r} of {objective}; possible: {known}{hint}",
                                name=wanted, objective=frame.objective.kind, known=" ".join(names),
                                hint=hint(wanted, names))

    def paint(self, painter: QPainter) -> None:
        """Paint what is shown, by any painter: of an image, a vector file or a printer."""
        page = self._page
        painter.fillRect(QRectF(page.rect()), QColor(self.theme.plot))
        for view in page.views():
            shown = view.plot if isinstance(view, View) else view.canvas
            place = QRectF(QPointF(shown.mapTo(page, shown.rect().topLeft())), shown.size())
            if isinstance(view, View):
                view.plot.render(painter, place, view.plot.viewport().rect())
            else:
                view.paint_scene(painter, place)
            title = view.head.findChild(QLabel)
            assert isinstance(title, QLabel)
            painter.setClipRect(QRectF(page.rect()))
            painter.setFont(title.font())
            painter.setPen(QColor(self.theme.text))
            box = QRectF(QPointF(title.mapTo(page, title.rect().topLeft())), title.size())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title.text())
        if len(page.views()) > 1:
            top = page.below.geometry().top() - 0.5
            painter.setPen(QColor(self.theme.border))
            painter.drawLine(QPointF(0, top), QPointF(page.width(), top))

    def image(self, frame: Frame, scale: float = 1.0) -> QImage:
        """The frame as an image of `scale` device pixels for each pixel of the page."""
        self.show(frame)
        image = QImage(self.size * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        painter = FramePainter(image)
        painter.stamps = self._stamps
        self.paint(painter)
        painter.end()
        return image

    def close(self) -> None:
        """Delete the page."""
        self._page.hide()
        self._page.deleteLater()


def _thicken(plot: Plot) -> None:
    """Let the axes' lines grow with the picture, as all others do: pyqtgraph's stay one device pixel wide."""
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        for pen, show in ((axis.pen(), axis.setPen), (axis.tickPen(), axis.setTickPen)):
            pen.setCosmetic(False)
            show(pen)


def _name(view: QWidget) -> str:
    """What a view is called on the command line."""
    return view.objectName().removeprefix("view_")


def clear(app: QApplication, canvas: Canvas) -> None:
    """Delete the canvas while Qt is still there: else the program would crash at exit."""
    canvas.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.processEvents()
