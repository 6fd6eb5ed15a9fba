"""Gives the session a clock: the only way from the user's hand to the state, and back as whole values."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gdviz.question import Guess
from gdviz.scenario import Scenario
from gdviz.session import Session

TICK = 16  # milliseconds between two ticks
BUDGET = 0.012  # seconds of computing in one tick
ANSWER = 0.002  # and before an edit is answered; the rest comes with the ticks
SLICE = 256  # steps computed between two looks at the clock
FINE_SLICE = 32
STEP, EPOCH = "step", "epoch"  # what is played and stepped by
SPEEDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0, 1000.0)  # units per second
USUAL, LONGEST = 8.0, 45.0  # steps per second, and seconds that no scenario takes unless the hand slows it


def suited(steps: int) -> float:
    """Steps per second for a first look: the usual speed, or a faster one where that would take too long."""
    return next((speed for speed in SPEEDS if speed >= USUAL and steps <= speed * LONGEST), SPEEDS[-1])


class Player(QObject):
    """Owns the session and one timer; everything else gets whole values by signal.

    scenario_changed(Scenario), frame_changed(Frame), playing_changed(bool), speed_changed(float, unit),
    loop_changed(bool), history_changed(can undo, can redo).
    """

    scenario_changed = Signal(object)
    frame_changed = Signal(object)
    playing_changed = Signal(bool)
    speed_changed = Signal(float, str)
    loop_changed = Signal(bool)
    history_changed = Signal(bool, bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._playing = False
        self._speed = suited(session.scenario.steps)
        self._hand_paced = False
        self._unit = STEP
        self._loop = False
        self._owed = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._on_tick)

    @property
    def scenario(self) -> Scenario:
        return self._session.scenario

    @property
    def session(self) -> Session:
        """For reading only, by those who write files."""
        return self._session

    @property
    def playing(self) -> bool:
        return self._playing

    @property
    def speed(self) -> float:
        """Units per second: steps, or epochs where there are samples."""
        return self._speed

    @property
    def unit(self) -> str:
        """STEP or EPOCH."""
        return self._unit

    @property
    def stride(self) -> int:
        """Steps to a unit: 1, or the updates of the chosen run's epoch."""
        return self._session.runs[self._session.chosen].task.updates_per_epoch() if self._unit == EPOCH else 1

    @property
    def loop(self) -> bool:
        return self._loop

    # Time

    @Slot()
    def play(self) -> None:
        """Move on by itself; from the start, if the play-head stands at the end."""
        asked = self._session.prediction
        if self._playing or (asked is not None and asked.locked):
            return
        if self._session.playhead >= self.scenario.steps:
            self._session.seek(0)
        self._playing = True
        self._owed = 0.0
        self._last = perf_counter()
        self._timer.start()
        self.playing_changed.emit(True)
        self._tell_frame()

    @Slot()
    def pause(self) -> None:
        if self._playing:
            self._playing = False
            self._rest()
            self.playing_changed.emit(False)

    @Slot()
    def toggle(self) -> None:
        if self._playing:
            self.pause()
        else:
            self.play()

    @Slot(int)
    def seek(self, step: int) -> None:
        """Put the play-head on `step`."""
        self._session.seek(step)
        self._owed = 0.0
        self._tell_frame()

    def move(self, units: int) -> None:
        """Stop, and move the play-head by so many steps, or to the end of an epoch."""
        self.pause()
        self.seek(self._moved(units))

    def _moved(self, units: int) -> int:
        """The step that lies so many units from the play-head: in epochs, at the end of one."""
        step, stride = self._session.playhead, self.stride
        return (step // stride if units > 0 else -(-step // stride)) * stride + units * stride

    @Slot(float, str)
    def set_speed(self, speed: float, unit: str = "") -> None:
        """Play so many units a second; without a unit, the one that was. From now on it stays that."""
        self._hand_paced = True
        self._speed, self._unit = speed, unit or self._unit
        self._owed = 0.0
        self.speed_changed.emit(speed, self._unit)

    def change_speed(self, places: int) -> None:
        """The next faster or slower of the offered speeds."""
        nearest = min(range(len(SPEEDS)), key=lambda i: abs(SPEEDS[i] - self._speed))
        self.set_speed(SPEEDS[min(max(nearest + places, 0), len(SPEEDS) - 1)])

    @Slot(bool)
    def set_loop(self, on: bool) -> None:
        self._loop = on
        self.loop_changed.emit(on)

    def pass_time(self, seconds: float) -> None:
        """Move the play-head by as many whole units as fit, as far as is computed; the rest is owed."""
        self._compute(BUDGET)
        self._owed += seconds * self._speed
        units = int(self._owed)
        if units < 1:
            return
        self._owed -= units
        step, end = self._session.playhead, self.scenario.steps
        if step >= end and self._loop:
            self._session.seek(0)
        elif step >= end:
            self.pause()
        else:
            self._session.seek(min(self._moved(units), end, max(self._session.known, step)))
        self._tell_frame()
        if self._session.playhead >= end and not self._loop:
            self.pause()

    def _on_tick(self) -> None:
        now = perf_counter()
        if self._playing:
            self.pass_time(min(now - self._last, 0.25))
        else:
            self._compute(BUDGET)
            self._tell_frame()
            self._rest()
        self._last = now

    def _rest(self) -> None:
        """Stop the timer when there is nothing left for it to do."""
        if not self._playing and self._session.complete:
            self._timer.stop()

    def _compute(self, seconds: float, steps: int = SLICE) -> None:
        deadline = perf_counter() + seconds
        while not self._session.complete and perf_counter() < deadline:
            self._session.compute(steps)

    def finish(self) -> None:
        """Compute all that is missing, however long it takes."""
        self._session.compute_to(self.scenario.steps)
        self._tell_frame()
        self._rest()

    def halt(self) -> None:
        """Stop all that goes on by itself: after a fault, and at the end."""
        self._timer.stop()
        if self._playing:
            self._playing = False
            self.playing_changed.emit(False)

    # Document

    @Slot()
    def refresh(self) -> None:
        """Tell everything again."""
        self.scenario_changed.emit(self.scenario)
        self.playing_changed.emit(self._playing)
        self.speed_changed.emit(self._speed, self._unit)
        self.loop_changed.emit(self._loop)
        self._tell_history()
        self._tell_frame()

    @Slot(object, str)
    def edit(self, scenario: Scenario, merge: str = "") -> None:
        """Replace the scenario; edits in a row with the same `merge` are one for undo."""
        if scenario == self.scenario:
            return
        self._session.edit(scenario, merge or None)
        self._changed()

    @Slot()
    def end_drag(self) -> None:
        """The drag that was merged is over."""
        self._session.end_merge()

    def open(self, scenario: Scenario, way_back: bool = False) -> None:
        """Show another document from its start, paused; way_back: undo returns to the one before."""
        self.pause()
        self._session.open(scenario, way_back)
        self._session.ask()
        if not self._hand_paced and self._speed != suited(scenario.steps):
            self._speed = suited(scenario.steps)
            self.speed_changed.emit(self._speed, self._unit)
        self._changed()

    @Slot()
    def ask(self) -> None:
        """Ask the scenario's question, from the start and paused."""
        self.pause()
        self._session.ask()
        self._tell_frame()

    @Slot(object)
    def guess(self, guess: Guess) -> None:
        """Take the answer to the scenario's question."""
        self._session.guess(guess)
        self._tell_frame()

    @Slot()
    def skip(self) -> None:
        """Leave the scenario's question open."""
        self._session.skip()
        self._tell_frame()

    def saved(self) -> None:
        """The scenario as it is has been written to a file."""
        self._session.saved = self.scenario
        self.scenario_changed.emit(self.scenario)

    @Slot()
    def undo(self) -> None:
        self._session.undo()
        self._changed()

    @Slot()
    def redo(self) -> None:
        self._session.redo()
        self._changed()

    @Slot(int)
    def choose(self, run: int) -> None:
        """Make run `run` the one that arrows and inspector follow."""
        self._session.choose(run)
        self._tell_frame()

    def _changed(self) -> None:
        self._compute(ANSWER, FINE_SLICE)
        self.scenario_changed.emit(self.scenario)
        self._tell_history()
        self._tell_frame()
        if not self._session.complete:
            self._last = perf_counter()
            self._timer.start()

    def _tell_history(self) -> None:
        self.history_changed.emit(self._session.can_undo, self._session.can_redo)

    def _tell_frame(self) -> None:
        if not self._session.complete and not self._timer.isActive():
            self._last = perf_counter()
            self._timer.start()
        self.frame_changed.emit(self._session.frame())
