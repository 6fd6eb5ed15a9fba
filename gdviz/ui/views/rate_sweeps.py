"""The sweeps over the learning rate of the runs that are shown, computed while they are looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter

from gdviz.engine.rate_sweep import RateSweep, has_rate, question, rate_range, spread
from gdviz.engine.run import Task
from gdviz.frame import Frame
from gdviz.ui.views.canvas import on_screen

Key = tuple[Task, int, tuple[float, float]]
SEEN = 24  # slices between two pictures of a sweep that goes on


class RateSweeps(QObject):
    """changed(): there is something else to be painted. A change of a run's rate alone changes no sweep."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sweeps: dict[Key, RateSweep] = {}
        self._keys: dict[int, Key] = {}
        self._asked: dict[int, tuple[Task, int, Key]] = {}
        self._order: list[int] = []
        self._slices = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def show(self, frame: Frame) -> None:
        """Have one for each run of the frame that is shown and has a learning rate, the chosen one first."""
        shown = [i for i, lane in enumerate(frame.lanes) if lane.shown and has_rate(lane.optimizer)]
        self._keys = {i: self._key(i, frame) for i in shown}
        self._asked = {i: asked for i, asked in self._asked.items() if i in self._keys}
        self._order = sorted(shown, key=lambda i: i != frame.chosen)
        self._sweeps = {
            key: self._sweeps.get(key) or RateSweep(key[0], key[1], spread(*key[2]))
            for key in self._keys.values()
        }

    def _key(self, i: int, frame: Frame) -> Key:
        task = frame.lanes[i].task
        known = self._asked.get(i)
        if known is None or known[0] is not task or known[1] != frame.steps:
            known = task, frame.steps, (question(task), frame.steps, rate_range(task.optimizer))
            self._asked[i] = known
        return known[2]

    @property
    def lanes(self) -> list[int]:
        """The places of the runs that have one."""
        return list(self._keys)

    def of(self, lane: int) -> RateSweep:
        """The sweep of a run that has one."""
        return self._sweeps[self._keys[lane]]

    def go_on(self, painter: QPainter) -> None:
        """What is painted is looked at: find out what is missing, soon."""
        if self._missing() is not None and on_screen(painter) and not self._timer.isActive():
            self._timer.start(0)

    def rest(self) -> None:
        """Compute nothing until it is painted again."""
        self._timer.stop()

    def finish(self) -> None:
        """Find out at once all that is missing."""
        while (sweep := self._missing()) is not None:
            sweep.advance()
        self._timer.stop()

    def _missing(self) -> RateSweep | None:
        return next((sweep for i in self._order if not (sweep := self.of(i)).done), None)

    def _go_on(self) -> None:
        sweep = self._missing()
        if sweep is None:
            return
        sweep.advance()
        self._slices += 1
        if sweep.done or self._slices % SEEN == 0:
            self.changed.emit()
        if self._missing() is not None:
            self._timer.start(0)
