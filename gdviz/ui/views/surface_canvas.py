"""The picture of a surface: turned and zoomed by the hand; what does not move is painted once and kept."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gdviz.engine.arrays import Array
from gdviz.ui.theme import Theme
from gdviz.ui.views.canvas import on_screen, paint_focus
from gdviz.ui.views.facets import Tinted
from gdviz.ui.views.paper import paint_paper
from gdviz.ui.views.plot import STILL
from gdviz.ui.views.projection import Camera, Projection
from gdviz.ui.views.relief import Relief
from gdviz.ui.views.room import Room
from gdviz.ui.views.scene import Scene
from gdviz.ui.views.viewpoint import viewpoint

MARGIN_X, MARGIN_Y = 34.0, 30.0  # pixels round the room for ticks and names
DEGREES = 0.4  # that a pixel of dragging turns
KEY_DEGREES = 5.0
SHARPEN_AFTER = 120  # ms between the last turn and the fine picture

_TURNS = {
    Qt.Key.Key_Left: (-KEY_DEGREES, 0.0),
    Qt.Key.Key_Right: (KEY_DEGREES, 0.0),
    Qt.Key.Key_Up: (0.0, KEY_DEGREES),
    Qt.Key.Key_Down: (0.0, -KEY_DEGREES),
}
_ZOOMS = {Qt.Key.Key_Plus: 1.2, Qt.Key.Key_Equal: 1.2, Qt.Key.Key_Minus: 1 / 1.2}

Grab = Callable[[QPointF], bool]  # whether there is something to hold
PaintRuns = Callable[[QPainter, Scene, bool], None]  # on a scene, which turns or stands still


class SurfaceCanvas(QWidget):
    """A relief in its room; `paint_runs` draws what is above it, anew each time. No method of the view that
    holds it may be `paint_runs` or `grab`: each would keep the other alive.

    clicked(QPointF), hovered(object), a QPointF or None, and dragged(QPointF) and dropped() while what `grab`
    found is held instead of the room, by the user's hand only.
    """

    clicked = Signal(QPointF)
    hovered = Signal(object)
    dragged = Signal(QPointF)
    dropped = Signal()

    def __init__(
        self, theme: Theme, paint_runs: PaintRuns, grab: Grab | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._paint_runs = theme, paint_runs
        self._grab = grab or (lambda at: False)
        self._over = self._holding = False
        self._relief: Callable[[], Relief] | None = None
        self._axes = ("x", "y", "f")
        self._grid = False
        self.camera = Camera()
        self._home: Camera | None = self.camera
        self._wanted = np.empty((0, 2))
        self._scene: Scene | None = None
        self._picture: tuple[Scene, float, bool, Tinted | None, QPixmap] | None = None
        self._tinted: Tinted | None = None
        self._pressed: QPointF | None = None
        self._turning = False
        self._sharpening = QTimer(self)
        self._sharpening.setSingleShot(True)
        self._sharpening.setInterval(SHARPEN_AFTER)
        self._sharpening.timeout.connect(self.update)
        self.setMouseTracking(True)
        # With a click the keys stay with the window: arrows step through time unless one tabs to here.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setMinimumSize(theme.px(160), theme.px(120))

    # What is shown

    def show_relief(self, relief: Callable[[], Relief], axes: tuple[str, str, str]) -> None:
        """Show what `relief` gives when it is painted, with these names of the axes."""
        self._relief, self._axes = relief, axes
        self.update()

    def show_tints(self, tinted: Tinted | None) -> None:
        """Tint the surface by these instead of by its height."""
        if tinted is not self._tinted:
            self._tinted = tinted
            self.update()

    def look_at(self, points: Array) -> None:
        """Look from where points (k, 2) of the plane are seen; that is also where a reset leads to."""
        self._wanted, self._home = points, None
        self.update()

    def show_grid(self, on: bool) -> None:
        """Lines at the ticks on the floor and the walls."""
        self._grid = on
        self.update()

    def show_camera(self, camera: Camera) -> None:
        """Look from there."""
        self.camera = camera
        self.update()

    @property
    def home(self) -> Camera | None:
        """Where a reset leads to; None before that is found."""
        return self._home

    def settle(self, camera: Camera, home: Camera | None = None) -> None:
        """Look from there, and let a reset lead to `home`, or else to the same place."""
        self._home = home or camera
        self.show_camera(camera)

    @property
    def turning(self) -> bool:
        """Whether the picture is coarse for the time of a gesture."""
        return self._sharpening.isActive()

    def scene(self, width: float, height: float, fine: bool = False) -> Scene | None:
        """The relief on so many pixels; kept until something changes; coarse during a gesture, or `fine`."""
        if self._relief is None or width < 1 or height < 1:
            return None
        relief, margin = self._relief(), self._theme.px
        if self._home is None:
            self._home = self.camera = viewpoint(relief, self._wanted)
        projection = Projection(
            self.camera, width, height, *relief.halves, margin(MARGIN_X), margin(MARGIN_Y)
        )
        kept = self._scene
        same = kept is not None and kept.relief is relief and kept.projection == projection
        coarse = self.turning and not fine
        if kept is None or not same or kept.coarse != coarse:
            self._scene = Scene(relief, projection, coarse)
        return self._scene

    # Painting

    def paint_scene(self, painter: QPainter, rect: QRectF) -> None:
        """Paint everything in `rect`: on screens from kept pixels, elsewhere as lines and areas."""
        ratio = on_screen(painter)
        scene = self.scene(rect.width(), rect.height(), fine=not ratio)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.fillRect(rect, self._theme.color("plot"))
        painter.translate(rect.topLeft())
        if scene is not None:
            if ratio:
                painter.drawPixmap(QPointF(0, 0), self._ground(scene, ratio))
            else:
                self._paint_ground(painter, scene)
            self._paint_runs(painter, scene, scene.coarse)
        painter.restore()

    def _ground(self, scene: Scene, ratio: float) -> QPixmap:
        kept = self._picture
        same = kept is not None and kept[0] is scene and kept[3] is self._tinted
        if kept is None or not same or kept[1:3] != (ratio, self._grid):
            width, height = scene.projection.width, scene.projection.height
            pixmap = QPixmap(int(np.ceil(width * ratio)), int(np.ceil(height * ratio)))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(self._theme.color("plot"))
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, scene)
            painter.end()
            kept = self._picture = (scene, ratio, self._grid, self._tinted, pixmap)
        return kept[4]

    def _paint_ground(self, painter: QPainter, scene: Scene) -> None:
        room = Room(self._theme, scene)
        room.paint_walls(painter, self._grid)
        paint_paper(painter, self._theme, scene, self._tinted)
        room.paint_axes(painter, self._axes)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scene, and a ring while the keyboard turns it."""
        painter = QPainter(self)
        self.paint_scene(painter, QRectF(self.rect()))
        if self.hasFocus():
            paint_focus(painter, self._theme, self.rect())
        painter.end()

    # The hand

    def _look(self, camera: Camera) -> None:
        if camera != self.camera:
            self._sharpening.start()
            self.show_camera(camera)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag or a click may begin."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed, self._turning = event.position(), False
        self._holding = self._grab(event.position())
        if self._holding:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn with the hand, or tell what is under it."""
        at = event.position()
        if self._holding:
            self.dragged.emit(at)
            self.hovered.emit(at)
            return
        if self._pressed is None:
            over, self._over = self._over, self._grab(at)
            if over != self._over:
                self.update()
            self.hovered.emit(at)
            return
        way = at - self._pressed
        if self._turning or abs(way.x()) + abs(way.y()) > STILL:
            if not self._turning:
                self._turning = True
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.hovered.emit(None)
            self._pressed = at
            self._look(self.camera.turned(way.x() * DEGREES, way.y() * DEGREES))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, or click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        at, turned = self._pressed, self._turning
        self._pressed, self._turning = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._holding:
            self._holding = False
            self.dropped.emit()
        elif turned:
            self._sharpening.stop()
            self.update()
        else:
            self.clicked.emit(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look from where one looked at first."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._sharpening.stop()
            self.show_camera(self._home or Camera())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom round the mouse."""
        turn, at = event.angleDelta().y() or event.angleDelta().x(), event.position()
        if turn:
            across, down = at.x() / max(self.width(), 1) - 0.5, at.y() / max(self.height(), 1) - 0.5
            self._look(self.camera.zoomed(1.2 ** (turn / 120), across, down))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def event(self, event: QEvent) -> bool:
        """With the focus, arrows and + and - are for turning, not for the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _meant(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows turn, + and - zoom."""
        if not _meant(event):
            super().keyPressEvent(event)
        elif event.key() in _TURNS:
            self._look(self.camera.turned(*_TURNS[Qt.Key(event.key())]))
        else:
            self._look(self.camera.zoomed(_ZOOMS[Qt.Key(event.key())]))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on unseen."""
        self._sharpening.stop()
        super().hideEvent(event)


def _meant(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    key = event.key()
    return held == Qt.KeyboardModifier.NoModifier and ((key in _TURNS and not shifted) or key in _ZOOMS)
