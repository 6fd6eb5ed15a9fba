"""The docks round the pictures: problem, runs, start and stop at the left, the inspector at the right."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from gdviz.frame import Frame
from gdviz.scenario import Scenario
from gdviz.ui.buttons import IconButton
from gdviz.ui.docks.inspector import Inspector
from gdviz.ui.docks.panel import Panel, shared
from gdviz.ui.docks.problem import ProblemForm
from gdviz.ui.docks.runs import RunsForm
from gdviz.ui.docks.start import StartForm
from gdviz.ui.language import Translate
from gdviz.ui.menus import Menus
from gdviz.ui.theme import Theme

YIELDING = ("runs", "problem", "start")  # which dock gives room up first
WIDE = 1400  # px from which on the panels get their full width


class Desk(QObject):
    """Makes the docks, hands them what is to be shown, and passes on what they want."""

    edited = Signal(object, str)
    released = Signal()
    run_chosen = Signal(int)
    file_asked = Signal(object)

    def __init__(self, theme: Theme, tr: Translate, window: QMainWindow) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self.problem = ProblemForm(theme, tr)
        self.runs = RunsForm(theme, tr)
        self.start = StartForm(theme, tr)
        self.inspector = Inspector(theme, tr)
        self.docks = {
            "problem": Panel(theme, "problem", tr("Problem"), self.problem, scroll=True),
            "runs": Panel(theme, "runs", tr("Runs"), self.runs, line=True, scroll=True),
            "start": Panel(
                theme, "start", tr("Start and stop"), self.start, line=True, stretch=True, scroll=True
            ),
            "inspector": Panel(
                theme, "inspector", tr("Inspector"), self.inspector, bare=True, stretch=True, scroll=True
            ),
        }
        self._column = [self.docks[name] for name in ("problem", "runs", "start")]
        for dock in self._column:
            dock.fitted.connect(self._share)
        self._fold_button(tr("More settings"))
        for form in (self.problem, self.runs, self.start):
            form.edited.connect(self.edited)
        for form in (self.problem, self.runs):
            form.released.connect(self.released)
        self.problem.file_asked.connect(self.file_asked)
        self.runs.run_chosen.connect(self.run_chosen)
        self.inspector.run_chosen.connect(self.run_chosen)
        self.reset(window)

    def _fold_button(self, words: str) -> None:
        button = IconButton(self._theme, "button_more_start", "more", words, size=26, icon_size=18)
        button.setCheckable(True)
        button.toggled.connect(self.start.unfold)
        self.docks["start"].heading.add(button)

    def _share(self) -> None:
        """Give each dock of the column the height of its contents, as far as there is room."""
        left = Qt.DockWidgetArea.LeftDockWidgetArea
        docked = [
            dock
            for dock in self._column
            if dock.isVisible() and not dock.isFloating() and self._window.dockWidgetArea(dock) == left
        ]
        if docked:
            middle = self._window.centralWidget()
            room = middle.height() if middle is not None else 0
            heights = shared(docked, room, [self.docks[name] for name in YIELDING])
            self._window.resizeDocks(docked, heights, Qt.Orientation.Vertical)

    def reset(self, window: QMainWindow) -> None:
        """Put every dock where it belongs."""
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        for name, dock in self.docks.items():
            dock.setFloating(False)
            window.addDockWidget(right if name == "inspector" else left, dock)
            dock.show()
        wide = window.width() >= WIDE
        widths = [self._theme.px(272 if wide else 264), self._theme.px(328 if wide else 304)]
        window.resizeDocks(
            [self.docks["problem"], self.docks["inspector"]], widths, Qt.Orientation.Horizontal
        )

    def remove(self, window: QMainWindow) -> None:
        """Take every dock away, before others are made."""
        for dock in self._column:
            dock.fitted.disconnect(self._share)
        for dock in self.docks.values():
            window.removeDockWidget(dock)
            dock.setParent(None)
            dock.deleteLater()
        self.deleteLater()

    def setVisible(self, on: bool) -> None:
        """Show or hide all docks."""
        for dock in self.docks.values():
            dock.setVisible(on)

    def fill_menus(self, menus: Menus) -> None:
        """List the docks, and the optimizers that can be added."""
        for dock in self.docks.values():
            menus.submenus["<docks>"].addAction(dock.toggleViewAction())
        self.runs.fill_add_menu(menus.submenus["<add>"])

    def show_scenario(self, scenario: Scenario) -> None:
        """Hand on what is being run."""
        for form in (self.problem, self.runs, self.start):
            form.show_scenario(scenario)

    def show_frame(self, frame: Frame) -> None:
        """Hand on what is known at the step shown."""
        self.problem.show_frame(frame)
        self.start.show_frame(frame)
        self.runs.show_chosen(frame.chosen)
        self.inspector.show_frame(frame)
