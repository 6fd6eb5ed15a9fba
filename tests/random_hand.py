"""A hand that does anything at all to the window, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)

from gdviz import library, scenario_file
from gdviz.session import Session
from gdviz.ui.fields import Choice
from gdviz.ui.player import Player
from gdviz.ui.views.view import View
from gdviz.ui.window import MainWindow

MOST_STEPS = 60
DRAWN_EVERY = 12  # actions between two looks at the events
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
# They ask the system for a file, end the program, or are done by an action of their own.
SPARED = {"action_quit", "action_open", "action_save", "action_save_as", "action_export_table"}
REBUILDING = ("button_theme", "button_language")
SLOW = {"action_present", "action_copy_picture", "action_export_picture", "action_export_film"}
TEXTS = (
    "", "0", "1", "-1", "0.5", "0,5", "1e-3", "2", "7", "30", "60", "1e999", "nan", "fast", "--1", "x^2+y^2",
    "0.999", "1e-400", " 3 ", "-2.5", "sinn(x)", "１２", "0x10", "1_000", "𝑥", "9" * 50,
)  # fmt: skip
KEYS = (
    Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_L, Qt.Key.Key_A, Qt.Key.Key_G, Qt.Key.Key_BracketLeft, Qt.Key.Key_Tab,
    Qt.Key.Key_BracketRight, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_PageDown,
    Qt.Key.Key_Backspace, Qt.Key.Key_Minus, Qt.Key.Key_5, Qt.Key.Key_E,
)  # fmt: skip


class RandomHand:
    """`act(n)` does n things to the window; `log` tells what they were."""

    def __init__(self, window: MainWindow, player: Player, seed: int, folder: Path) -> None:
        self._window, self._player, self._folder = window, player, folder
        self._draw = random.Random(seed)
        self.log: list[str] = []
        self._actions: tuple[tuple[float, Callable[[], str]], ...] = (
            (18, self._press_key), (16, self._edit_field), (12, self._click_button), (14, self._drag_slider),
            (12, self._drag_on_plot), (6, self._click_plot), (8, self._choose_from_menu), (4, self._undo),
            (3, self._redo), (5, self._choose), (2, self._open_shipped), (2, self._resize), (4, self._play),
            (3, self._click_card), (2, self._wheel), (1, self._save_and_load), (0.4, self._rebuild),
        )  # fmt: skip
        self._lacking = self._draw.sample([doing for _, doing in self._actions], len(self._actions))

    def act(self, times: int) -> None:
        """Do this many things, each kind once before chance decides; look at the events now and then."""
        weights, doings = zip(*self._actions, strict=True)
        for i in range(times):
            doing = self._lacking.pop() if self._lacking else self._draw.choices(doings, weights)[0]
            self.log.append(doing.__name__)
            self.log[-1] = f"{doing.__name__} {doing()}"
            self._close_dialogs()
            self._keep_short()
            self._keep_panels()
            if i % DRAWN_EVERY == 0:
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
                QApplication.processEvents()

    def _close_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.done(self._draw.choice((0, 1)) if "Rename" in widget.windowTitle() else 0)
            elif isinstance(widget, QMenu) and widget.isVisible():
                widget.close()

    def _keep_short(self) -> None:
        shown = self._player.scenario
        if shown.steps > MOST_STEPS or len(shown.starts) > 6:
            self._player.edit(replace(shown, steps=min(shown.steps, MOST_STEPS), starts=shown.starts[:6]))

    def _keep_panels(self) -> None:
        if not self._window.desk.problem.isVisible() and self._draw.random() < 0.05:
            self._window.commands["present"].setChecked(False)
            self._window.commands["reset_layout"].trigger()

    def _some(self, kind: type[QWidget]) -> QWidget | None:
        """A visible widget of this kind, by chance; the parts of Qt's own widgets apart."""
        found = [
            widget for widget in self._window.findChildren(kind)
            if widget.isVisible() and widget.isEnabled() and not widget.objectName().startswith("qt_")
        ]  # fmt: skip
        return self._draw.choice(found) if found else None

    def _place_in(self, widget: QWidget) -> QPoint:
        width, height = max(widget.width(), 1), max(widget.height(), 1)
        return QPoint(self._draw.randrange(width), self._draw.randrange(height))

    # What a hand does

    def _press_key(self) -> str:
        target = self._window.page if self._draw.random() < 0.6 else QApplication.focusWidget()
        target = target or self._window.page
        key = self._draw.choice(KEYS)
        QTest.keyClick(target, key, self._draw.choice((NONE, NONE, NONE, SHIFT)))
        return f"{key.name} on {target.objectName()}"

    def _edit_field(self) -> str:
        field = self._some(QLineEdit)
        if not isinstance(field, QLineEdit) or field.isReadOnly():
            return ""
        text = self._draw.choice(TEXTS)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text) if text.isascii() else field.insert(text)
        name = field.objectName()
        QTest.keyClick(field, self._draw.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)))
        return f"{text!r} into {name}"

    def _click_button(self) -> str:
        button = self._some(QAbstractButton)
        if not isinstance(button, QAbstractButton) or button.objectName() in REBUILDING:
            return ""
        name = button.objectName()
        if isinstance(button, QToolButton) and button.menu() is not None:
            offered = self._leaves(button.menu())
            return f"{name}: {self._trigger(self._draw.choice(offered)) if offered else ''}"
        QTest.mouseClick(button, LEFT)
        return name

    def _drag(self, widget: QWidget, places: Sequence[QPoint]) -> None:
        QTest.mousePress(widget, LEFT, NONE, places[0])
        for place in places[1:]:
            QTest.mouseMove(widget, place)
        if self._draw.random() < 0.05:
            self._player.undo()  # as Ctrl+Z in the middle of a drag
        QTest.mouseRelease(widget, LEFT, NONE, places[-1])

    def _drag_slider(self) -> str:
        slider = self._some(QAbstractSlider)
        if slider is None:
            return ""
        name = slider.objectName()
        self._drag(slider, [self._place_in(slider) for _ in range(4)])
        return name

    def _plot(self) -> QWidget:
        view = self._draw.choice(self._window.page.views())
        return view.plot.viewport() if isinstance(view, View) else view.canvas

    def _drag_on_plot(self) -> str:
        ground = self._plot()
        points = getattr(getattr(self._window.page.shown, "_starts", None), "points", [])
        places = [self._place_in(ground) for _ in range(4)]
        plot = ground.parent()
        landscape = getattr(self._window.page.shown, "plot", None)
        if plot is landscape and len(points) and self._draw.random() < 0.7:
            at = plot._box.mapToScene(0.0, 0.0)
            x, y = plot.extent.place(*self._draw.choice(list(points)))
            if all(abs(v) < 1e5 for v in (x, y)):
                places[0] = QPoint(round(at.x() + x), round(at.y() + y))
        self._drag(ground, places)
        return f"{plot.objectName()} {places}"

    def _click_plot(self) -> str:
        ground = self._plot()
        click = self._draw.choice((QTest.mouseClick, QTest.mouseDClick))
        click(ground, LEFT, NONE, self._place_in(ground))
        return str(ground.parent().objectName())

    def _wheel(self) -> str:
        ground = self._plot()
        at = QPointF(self._place_in(ground))
        for _ in range(self._draw.choice((1, 3, 30))):
            turned = QPoint(0, self._draw.choice((-120, 120, 480)))
            turn = QWheelEvent(at, ground.mapToGlobal(at), QPoint(), turned, Qt.MouseButton.NoButton,
                               NONE, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
            QApplication.sendEvent(ground, turn)
        return str(ground.parent().objectName())

    def _leaves(self, menu: QMenu) -> list[QAction]:
        found = []
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                found += self._leaves(inner)
            elif action.isEnabled() and not action.isSeparator():
                found.append(action)
        return found

    def _trigger(self, action: QAction) -> str:
        words = action.objectName() or action.text()
        if words not in SPARED and (words not in SLOW or self._draw.random() < 0.1):
            action.trigger()
        return words

    def _choose_from_menu(self) -> str:
        heavy = {"Theme", "Language", "Text size", "主题", "语言", "文字大小"}
        menus = [action.menu() for action in self._window.menuBar().actions()]
        menu = self._draw.choice(menus)
        assert isinstance(menu, QMenu)
        action = self._draw.choice(self._leaves(menu))
        home = action.parent()
        if isinstance(home, QMenu) and home.title() in heavy:
            return ""
        return self._trigger(action)

    def _undo(self) -> str:
        QTest.keyClick(self._window, Qt.Key.Key_Z, CONTROL)
        return ""

    def _redo(self) -> str:
        QTest.keyClick(self._window, Qt.Key.Key_Y, CONTROL)
        return ""

    def _choose(self) -> str:
        choice = self._some(Choice)
        if self._draw.random() < 0.5:
            choice = self._window.findChild(Choice, "choice_objective")
        if not isinstance(choice, Choice):
            return ""
        name, key = choice.objectName(), self._draw.choice(choice.choices())
        choice.take(key)
        return f"{name} {key}"

    def _open_shipped(self) -> str:
        name = self._draw.choice(list(library.names()))
        self._window.document.show_shipped(name, ask=False)
        return name

    def _resize(self) -> str:
        width, height = self._draw.randrange(500, 1600), self._draw.randrange(400, 1000)
        self._window.resize(width, height)
        return f"{width}×{height}"

    def _play(self) -> str:
        self._player.play()
        for _ in range(self._draw.randrange(4)):
            self._player.pass_time(self._draw.choice((0.016, 0.1, 3.0)))
        if self._draw.random() < 0.7:
            self._player.pause()
        return ""

    def _click_card(self) -> str:
        card = self._window.findChild(QWidget, f"run_card_{self._draw.randrange(4)}")
        if card is not None:
            QTest.mouseClick(card, LEFT, NONE, self._place_in(card))
        return ""

    def _save_and_load(self) -> str:
        path = self._folder / f"{self._draw.randrange(3)}.toml"
        self._window.document.write(str(path))
        self._window.document.load(str(path))
        self._window.document.path = None  # with a path, opening another document would ask first
        return path.name

    def _rebuild(self) -> str:
        name = self._draw.choice((*REBUILDING, "150", "100"))
        if name.isdigit():
            self._window._settings.text_size = int(name)
            self._window.rebuild()
        else:
            QTest.mouseClick(self._window.findChild(QToolButton, name), LEFT)
        return name


def check_replay(player: Player) -> None:
    """Raise unless the session shows what a new one shows of the same scenario, read from its text."""
    player.skip()  # while a question is open, what comes is hidden
    player.finish()
    again = Session(scenario_file.loads(scenario_file.dumps(player.scenario)))
    again.compute_to(again.scenario.steps)
    again.seek(player.session.playhead)
    again.choose(player.session.chosen)
    old, new = player.session.frame(), again.frame()
    for name in ("step", "steps", "chosen", "objective"):
        assert getattr(old, name) == getattr(new, name), name
    for one, other in zip(old.lanes, new.lanes, strict=True):
        assert (one.name, one.slot, one.shown, one.task) == (other.name, other.slot, other.shown, other.task)
        for name in ("path", "losses", "grad_norms", "counts", "last"):
            # A recording goes on beyond the scenario's steps where an earlier scenario had more of them.
            known = slice(None, old.steps + 1) if name != "last" else slice(None)
            mine, its = getattr(one, name)[known], getattr(other, name)[known]
            np.testing.assert_array_equal(mine, its, err_msg=f"{one.name} {name}")
        assert one.statuses == other.statuses
