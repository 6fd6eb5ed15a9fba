"""Frames of real sessions, and the mouse on plots, for the tests of the views."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

import gdviz.engine.catalogue  # noqa: F401  (fills the catalogues)
from gdviz.engine.objective import Objective
from gdviz.engine.optimizer import Optimizer
from gdviz.frame import Frame
from gdviz.scenario import Entry, Scenario
from gdviz.session import Session
from gdviz.ui.theme import theme

THEME = theme()


def scenario(objective: str | Objective, *runs: str, starts: tuple = (), steps: int = 30) -> Scenario:
    """A scenario from specs as they are typed; gradient descent if no run is named."""
    found = Objective.parse(objective) if isinstance(objective, str) else objective
    entries = tuple(Entry(Optimizer.parse(run), i) for i, run in enumerate(runs or ("gradient-descent",)))
    return Scenario(objective=found, runs=entries, starts=starts or (found.start,), steps=steps)


def frame(made: Scenario, step: int = 0, chosen: int = 0) -> Frame:
    """What a session shows when all is computed."""
    session = Session(made)
    session.compute_to(made.steps)
    session.seek(step)
    session.choose(chosen)
    return session.frame()


def lanes_changed(given: Frame, i: int, **changes: object) -> Frame:
    """The same frame with one lane changed."""
    lanes = list(given.lanes)
    lanes[i] = replace(lanes[i], **changes)
    return replace(given, lanes=tuple(lanes))


def show(qtbot, view: QWidget, shown: Frame, size: tuple[int, int] = (700, 500)) -> None:
    """Put a view on the screen with a frame in it."""
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    QApplication.processEvents()
    view.show_frame(shown)
    QApplication.processEvents()


def picture(view: QWidget) -> QImage:
    """What the plot of a view looks like."""
    return view.plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def pixels(image: QImage) -> np.ndarray:
    """(height, width, 3) red, green, blue."""
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return raw[:, :, 2::-1].astype(int)


def count(image: QImage, color: str, within: int = 12) -> int:
    """How many pixels have a colour, or nearly."""
    wanted = QColor(color).getRgb()[:3]
    return int((np.abs(pixels(image) - wanted).max(axis=2) <= within).sum())


def spot(view: QWidget, x: float, y: float) -> QPoint:
    """Where a point of the plane lies on the plot's widget."""
    area = view.plot.getPlotItem().getViewBox()
    scene = area.mapToScene(QPointF(*view.plot.extent.place(x, y)))
    return view.plot.mapFromScene(scene)


def mouse(view, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    """Send one event of the mouse."""
    target = view.plot.viewport()
    place = QPointF(at)
    event = QMouseEvent(kind, place, target.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, event)


LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def move(view: QWidget, at: QPoint) -> None:
    """Move the mouse without a button."""
    mouse(view, QEvent.Type.MouseMove, at, NONE, NONE)


def click(view: QWidget, at: QPoint) -> None:
    """Press and release."""
    mouse(view, QEvent.Type.MouseButtonPress, at, LEFT, LEFT)
    mouse(view, QEvent.Type.MouseButtonRelease, at, LEFT, NONE)


def double_click(view: QWidget, at: QPoint) -> None:
    """Twice, as Qt tells it."""
    click(view, at)
    mouse(view, QEvent.Type.MouseButtonDblClick, at, LEFT, LEFT)
    mouse(view, QEvent.Type.MouseButtonRelease, at, LEFT, NONE)


def drag(view: QWidget, *places: QPoint) -> None:
    """Press at the first place, move through the others, release at the last."""
    mouse(view, QEvent.Type.MouseButtonPress, places[0], LEFT, LEFT)
    for at in places[1:]:
        mouse(view, QEvent.Type.MouseMove, at, NONE, LEFT)
    mouse(view, QEvent.Type.MouseButtonRelease, places[-1], LEFT, NONE)


def wheel(view: QWidget, at: QPoint, turn: int = 120) -> None:
    """Turn the wheel."""
    target = view.plot.viewport()
    QApplication.sendEvent(
        target,
        QWheelEvent(
            QPointF(at), target.mapToGlobal(QPointF(at)), QPoint(), QPoint(0, turn), NONE,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip


def running(view: QWidget) -> list[QTimer]:
    """Timers that are not at rest."""
    return [timer for timer in view.findChildren(QTimer) if timer.isActive()]


def heard(signal) -> list:
    """A list that collects what a signal says."""
    said: list = []
    signal.connect(lambda *values: said.append(values if len(values) != 1 else values[0]))
    return said
