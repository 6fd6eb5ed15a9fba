"""The bar of time below the pictures: stepping, playing, scrubbing, the step, the speed, the loop."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gdviz.frame import Frame
from gdviz.ui.buttons import IconButton
from gdviz.ui.fields import Choice, Item, NumberField
from gdviz.ui.numbers import exact
from gdviz.ui.sliders import TimeSlider
from gdviz.ui.theme import Theme

SPEEDS = (1, 2, 4, 8, 15, 30, 60, 120, 1000)  # steps/s
EPOCH_SPEEDS = (1, 2, 4, 8, 15, 30)  # epochs/s
STEP, EPOCH = "step", "epoch"  # units of the speed
ROOMY, NARROW = 960, 660  # px: narrower bars do without the epoch, without the words beside the step


class TimeBar(QWidget):
    """One row: buttons for `actions` (first, back, play, step, last, loop), scrubber, step, speed, loop.

    `sought(step)` and `speed_chosen(units per second, unit)` by the user's hand only. Epochs are units where
    a run's epoch has several updates. `tr` translates what stands
    here; "step {} of {}" may have its two numbers anywhere, also as {1} before {0}.
    """

    sought = Signal(int)
    speed_chosen = Signal(float, str)

    def __init__(
        self,
        theme: Theme,
        actions: Mapping[str, QAction],
        tr: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._tr = theme, tr
        self._last = 0
        self.setObjectName("time_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(60))

        keys = ("first", "back", "step", "last", "loop")
        self._buttons = {key: self._button(key, actions[key]) for key in keys}
        self._play = IconButton(
            theme, "button_play", "play", action=actions["play"], size=40, color=theme.on_ink
        )
        self._scrub = TimeSlider(theme, "scrub", tr("step shown"))
        self._field = NumberField(theme, "field_step", tr("step shown"), integer=True, tr=tr)
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._before, self._after, self._epoch = self._label(), self._label(), self._label()
        self._epoch.setObjectName("epoch_shown")
        self._epoch.hide()
        self._epochs = False  # whether epochs are units
        self._pace = (8.0, STEP)
        self._speed = Choice(theme, "field_speed", tr("speed"))

        self._lay_out()
        self._scrub.moved.connect(self.sought)
        self._field.value_edited.connect(self._seek)
        self._speed.chosen.connect(self._choose_speed)
        self.show_step(0, 0)
        self.show_speed(8)

    def show_step(self, step: int, last: int) -> None:
        """Show step `step` of 0 … `last`. A number that is being typed stays."""
        self._last = last
        self._scrub.show_step(step, last)
        if not self._field.is_typing():
            self._field.show_value(step)
        template = self._tr("step {} of {}").replace("{}", "{0}", 1).replace("{}", "{1}", 1)
        before, _, after = template.partition("{0}")
        self._before.setText(before.replace("{1}", str(last)).strip())
        self._after.setText(after.replace("{1}", str(last)).strip())
        digits = QFontMetricsF(self._field.font()).horizontalAdvance("0" * len(str(last)))
        self._field.setFixedWidth(max(self._theme.px(48), round(digits) + self._theme.px(24)))

    def lock(self, on: bool) -> None:
        """Let the step be changed or not."""
        self._scrub.setEnabled(not on)
        self._field.setEnabled(not on)

    def show_frame(self, frame: Frame) -> None:
        """Show the frame's step, and the epoch of the chosen run where a run's epoch has several updates."""
        self.show_step(frame.step, frame.steps)
        epochs = max(lane.task.updates_per_epoch() for lane in frame.lanes) > 1
        if epochs != self._epochs:
            self._epochs = epochs
            self._list_speeds()
        self._fit()
        if epochs:
            updates = frame.lanes[frame.chosen].task.updates_per_epoch()
            now, last = (f"{step / updates:.{updates > 1:d}f}" for step in (frame.step, frame.steps))
            self._epoch.setText(self._tr("epoch {} of {}").format(now, last))
            widest = QFontMetricsF(self._epoch.font()).horizontalAdvance("0" * (len(last) - len(now)))
            self._epoch.setContentsMargins(0, 0, round(widest), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words only where they leave the scrubber enough room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width() / self._theme.scale
        self._epoch.setVisible(self._epochs and width >= ROOMY)
        for label in (self._before, self._after):
            label.setVisible(width >= NARROW)

    def show_playing(self, playing: bool) -> None:
        """Show that time runs (pause can be pressed) or stands (play)."""
        self._play.show_icon("pause" if playing else "play")

    def show_speed(self, speed: float, unit: str = STEP) -> None:
        """Show a speed in units per second; one that is not in the list is added to it."""
        self._pace = (speed, unit)
        self._list_speeds()

    def _list_speeds(self) -> None:
        """The speeds that can be chosen; where there are no epochs, steps are what is shown."""
        speed, unit = self._pace
        unit = unit if self._epochs else STEP
        items: list[Item] = []
        for each, usual in ((STEP, SPEEDS), (EPOCH, EPOCH_SPEEDS)):
            if each == STEP or self._epochs:
                speeds = sorted({*map(float, usual), *([float(speed)] if unit == each else [])})
                items += [self._speed_item(one, each) for one in speeds]
        if [item[0] for item in items] != [self._speed.itemData(i) for i in range(self._speed.count())]:
            self._speed.set_items(items)
        self._speed.show_choice(f"{exact(speed)} {unit}")

    def _lay_out(self) -> None:
        px = self._theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.setSpacing(0)
        parts: tuple[tuple[QWidget, int], ...] = (
            (self._buttons["first"], 4), (self._buttons["back"], 6), (self._play, 6),
            (self._buttons["step"], 4), (self._buttons["last"], 20), (self._scrub, 20), (self._before, 4),
            (self._field, 4), (self._after, 14), (self._epoch, 6), (self._speed, 4),
            (self._buttons["loop"], 0),
        )  # fmt: skip
        for part, gap in parts:
            row.addWidget(part, 1 if part is self._scrub else 0, Qt.AlignmentFlag.AlignVCenter)
            row.addSpacing(px(gap))

    def _button(self, key: str, action: QAction) -> IconButton:
        return IconButton(self._theme, f"button_{key}", key, action=action, size=32)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setFont(self._theme.font())
        label.setStyleSheet(f"color: {self._theme.muted}")
        return label

    def _speed_item(self, speed: float, unit: str) -> Item:
        if unit == EPOCH:
            template = self._tr("{} epoch/s") if speed == 1 else self._tr("{} epochs/s")
        else:
            template = self._tr("{} step/s") if speed == 1 else self._tr("{} steps/s")
        return f"{exact(speed)} {unit}", template.format(exact(speed)), ""

    def _seek(self, step: int) -> None:
        if 0 <= step <= self._last:
            self.sought.emit(step)
        else:
            self._field.refuse(self._tr("the step must lie between 0 and {}").format(self._last))

    def _choose_speed(self, key: str) -> None:
        speed, unit = key.split()
        self.speed_chosen.emit(float(speed), unit)
