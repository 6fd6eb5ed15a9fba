"""A surface on screen and the frame that it shows, for the tests of what is done to it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gdviz import library
from gdviz.frame import Frame
from gdviz.session import Session
from gdviz.ui.theme import theme
from gdviz.ui.views.surface import SurfaceView


def ravine() -> Frame:
    """The scenario of the first start at its step 12."""
    session = Session(library.shipped("ravine"))
    session.compute_to(60)
    session.seek(12)
    return session.frame()


def surface(qtbot: QtBot, frame: Frame) -> SurfaceView:
    """A surface of 600 × 400 px that shows the frame and has been painted."""
    made = SurfaceView(theme())
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.show_frame(frame)
    made.grab()
    return made
