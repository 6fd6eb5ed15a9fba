"""Small pictures of the shipped scenarios, drawn by the program itself: one after another, while idle."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from gdviz import library
from gdviz.session import Session
from gdviz.ui.language import Translate
from gdviz.ui.page import Page
from gdviz.ui.theme import Theme
from gdviz.ui.views.curve import CurveLayers
from gdviz.ui.views.plot import Plot
from gdviz.ui.views.view import View

BUDGET = 0.010  # seconds of computing between two looks at the hand
SLICE = 128  # steps
FITTINGS = 4  # what stands round a plot may take another share of another size
ROOM = 1.5  # the page is drawn larger and then made small, so that lines get fine


class Look(NamedTuple):
    """What a picture depends on besides its scenario: theme, language, size in px, device pixels per px."""

    theme: Theme
    language: str
    width: int
    height: int
    ratio: float


class Thumbnails(QObject):
    """`ready(name, image)` for each picture that was wanted; what has been drawn is kept.

    A scenario that asks a question is shown before it is played, any other at its end.
    """

    ready = Signal(str, object)

    def __init__(self, tr: Translate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._kept: dict[tuple[str, Look], QImage] = {}
        self._wanted: list[str] = []
        self._look: Look | None = None
        self._session: Session | None = None
        self._pages: dict[str, Page] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def want(self, names: Sequence[str], look: Look) -> None:
        """Ask for pictures in this order, in place of those asked for before."""
        self.stop()
        self._look = look
        self._wanted = list(names)
        self._timer.start(0)

    def stop(self) -> None:
        """Draw no more; nothing goes on unseen."""
        self._timer.stop()
        self._wanted, self._session = [], None
        for page in self._pages.values():
            page.hide()
            page.deleteLater()
        self._pages.clear()

    def _go_on(self) -> None:
        """Compute for a while, or draw one picture."""
        if not self._wanted or self._look is None:
            self.stop()
            return
        name, look = self._wanted[0], self._look
        if (name, look) not in self._kept:
            if self._session is None:
                self._session = Session(library.shipped(name))
                self._session.ask()
            if not self._computed(self._session):
                return
            self._kept[name, look] = self._drawn(self._session, look)
            self._session = None
        self._wanted.pop(0)
        self.ready.emit(name, self._kept[name, look])

    def _computed(self, session: Session) -> bool:
        """Whether as much is recorded as will be seen."""
        if session.prediction is not None:
            return True
        deadline = perf_counter() + BUDGET
        while not session.complete and perf_counter() < deadline:
            session.compute(SLICE)
        session.seek(session.scenario.steps)
        return session.complete

    def _drawn(self, session: Session, look: Look) -> QImage:
        """The landscape, or where there is none the data, without head and axes."""
        frame = session.frame()
        kind = "landscape" if frame.objective.dimension <= 2 else "data"
        page = self._pages.get(kind) or self._page(kind, look)
        page.show_frame(frame)
        view = page.views()[0]
        assert isinstance(view, View)
        wanted = QSize(round(look.width * ROOM), round(look.height * ROOM))
        for _ in range(FITTINGS):
            QCoreApplication.sendPostedEvents()
            view.plot.getPlotItem().layout.activate()
            if _area(view.plot).size() == wanted:
                break
            page.resize(page.size() + wanted - _area(view.plot).size())
        page.show_frame(frame)
        if kind == "landscape":
            page.shown.fit()
        image = QImage(round(look.width * look.ratio), round(look.height * look.ratio),
                       QImage.Format.Format_ARGB32_Premultiplied)  # fmt: skip
        image.setDevicePixelRatio(look.ratio)
        image.fill(look.theme.color("plot"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view.plot.render(painter, QRectF(0, 0, look.width, look.height), _area(view.plot))
        painter.end()
        return image

    def _page(self, kind: str, look: Look) -> Page:
        """A page that is never shown on a screen."""
        views = ["contour", "curve"] if kind == "landscape" else ["data"]
        page = self._pages[kind] = Page(look.theme, self._tr, views)
        page.curve.show_layers(CurveLayers(slope=False))
        for part in page.findChildren(QWidget):
            if part.objectName().startswith("view_") or isinstance(part, Plot) or part is page.landscape:
                part.setMinimumSize(1, 1)  # room for a hand is not asked for
        page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        page.setUpdatesEnabled(False)
        page.resize(round(look.width * ROOM) + 80, round(look.height * ROOM) + 90)
        page.show()
        return page


def _area(plot: Plot) -> QRect:
    """The part of a plot within its axes."""
    box = plot.getPlotItem().getViewBox()
    return QRect(box.mapRectToScene(box.rect()).toAlignedRect())
