"""The docks round the pictures: problem, runs, start at the left, guide and inspector at the right."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from gdviz.frame import Frame
from gdviz.scenario import Scenario
from gdviz.ui.buttons import IconButton
from gdviz.ui.docks.guide import Guide, has_guide
from gdviz.ui.docks.inspector import Inspector
from gdviz.ui.docks.panel import Panel, shared
from gdviz.ui.docks.problem import ProblemForm
from gdviz.ui.docks.runs import RunsForm
from gdviz.ui.docks.start import StartForm
from gdviz.ui.docks.widths import Widths
from gdviz.ui.language import Translate
from gdviz.ui.menus import Menus
from gdviz.ui.theme import Theme

YIELDING = ("runs", "start", "problem")  # which dock gives room up first
MOST_GUIDE = 0.62  # of the right side; more while it asks, for an answer below the fold is not found


class Desk(QObject):
    """Makes the docks, hands them what is to be shown, and passes on what they want."""

    edited = Signal(object, str)
    released = Signal()
    run_chosen = Signal(int)
    file_asked = Signal(object)

    def __init__(self, theme: Theme, tr: Translate, window: QMainWindow) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._waiting = False
        self._scenario: Scenario | None = None
        self._frame: Frame | None = None
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(0)  # after what is due to be painted
        self._following.timeout.connect(self._follow)
        self._sharing = QTimer(self)
        self._sharing.setSingleShot(True)
        self._sharing.setInterval(0)  # after the docks have got their room
        self._sharing.timeout.connect(self._suit)
        middle = window.centralWidget()
        assert middle is not None
        middle.installEventFilter(self)
        self.problem = ProblemForm(theme, tr)
        self.runs = RunsForm(theme, tr)
        self.start = StartForm(theme, tr)
        self.guide = Guide(theme, tr)
        self.inspector = Inspector(theme, tr)
        self.docks = {
            "problem": Panel(theme, "problem", tr("Problem"), self.problem, scroll=True),
            "runs": Panel(theme, "runs", tr("Runs"), self.runs, line=True, scroll=True),
            "start": Panel(
                theme, "start", tr("Start and stop"), self.start, line=True, stretch=True, scroll=True
            ),
            "guide": Panel(theme, "guide", tr("Scenario guide"), self.guide, bare=True, scroll=True),
            "inspector": Panel(
                theme, "inspector", tr("Inspector"), self.inspector, bare=True, stretch=True, scroll=True
            ),
        }
        self._widths = Widths(theme, window, self.docks)
        self._column = [self.docks[name] for name in ("problem", "runs", "start")]
        for dock in self._column:
            dock.fitted.connect(self._share)
        self.docks["guide"].fitted.connect(self._share)
        self.docks["guide"].fitted.connect(self._sharing.start)  # its contents change in several steps
        self._readable = False  # whether the guide has anything to say
        self._guided = bool(window.property("guided"))  # whether the user wants to see it where it has
        self._asking = self._locked = False  # whether it has a question, for which time waits
        self.guide.closed.connect(self.turn_guide)
        self._fold_button(tr("More settings"))
        for form in (self.problem, self.runs, self.start):
            form.edited.connect(self.edited)
        for form in (self.problem, self.runs):
            form.released.connect(self.released)
        self.problem.file_asked.connect(self.file_asked)
        self.runs.run_chosen.connect(self.run_chosen)
        self.inspector.run_chosen.connect(self.run_chosen)
        self.inspector.show_page(int(window.property("inspector_page") or 0))
        self.inspector.page_chosen.connect(self._keep_page)
        self.reset(window)

    def _fold_button(self, words: str) -> None:
        button = IconButton(self._theme, "button_more_start", "more", words, size=26, icon_size=18)
        button.setCheckable(True)
        button.toggled.connect(self.start.unfold)
        self.docks["start"].heading.add(button)

    def _keep_page(self, index: int) -> None:
        """Remember the inspector's page where the next desk finds it, when theme or language change."""
        self._window.setProperty("inspector_page", index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the room anew when the window grows or shrinks."""
        if event.type() == QEvent.Type.Resize:
            self._sharing.start()
        return super().eventFilter(watched, event)

    def _suit(self) -> None:
        """Give the docks the widths that suit the window, then share what is left.

        Never from within another change: a dock that is hidden while it is being shown stays half there.
        """
        if self._widths.suit(self._folded):
            self._sharing.start()
        self._share()

    def _share(self) -> None:
        """Give each dock of the column the height of its contents, as far as there is room."""
        left = Qt.DockWidgetArea.LeftDockWidgetArea
        docked = [
            dock
            for dock in self._column
            if dock.isVisible() and not dock.isFloating() and self._window.dockWidgetArea(dock) == left
        ]
        center = self._window.centralWidget()
        middle = center.height() if center is not None else 0
        guide, inspector = pair = self.docks["guide"], self.docks["inspector"]
        right = Qt.DockWidgetArea.RightDockWidgetArea
        placed = (dock.isVisible() and not dock.isFloating() for dock in pair)
        if all(placed) and all(self._window.dockWidgetArea(dock) == right for dock in pair):
            room = middle - 1  # a line between them
            most = room - inspector.minimumHeight() if self._asking else int(MOST_GUIDE * room)
            part = min(guide.whole, most)
            self._window.resizeDocks(list(pair), [part, room - part], Qt.Orientation.Vertical)
        if docked:
            heights = shared(docked, middle, [self.docks[name] for name in YIELDING])
            self._window.resizeDocks(docked, heights, Qt.Orientation.Vertical)

    def reset(self, window: QMainWindow) -> None:
        """Put every dock where it belongs."""
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        for name, dock in self.docks.items():
            dock.setFloating(False)
            window.addDockWidget(right if name in ("guide", "inspector") else left, dock)
            dock.setVisible(name != "guide")
        self._widths.reset()
        self._sharing.start()

    def widen(self, old: float) -> None:
        """Make the docks as much wider as the text has grown since its scale was `old`."""
        self._widths.widen(old)
        self._sharing.start()

    def layout(self, version: int) -> QByteArray:
        """What has to be kept of where the docks are."""
        return self._widths.layout(version)

    def remove(self, window: QMainWindow) -> None:
        """Take every dock away, before others are made."""
        # The layout does not tell the next desk of a guide that was open when all were folded away.
        window.setProperty("guided", self._folded and self._guided)
        self._following.stop()
        self._sharing.stop()
        middle = window.centralWidget()
        if middle is not None:
            middle.removeEventFilter(self)
        for dock in (*self._column, self.docks["guide"]):
            dock.fitted.disconnect(self._share)
        for dock in self.docks.values():
            window.removeDockWidget(dock)
            dock.setParent(None)
            dock.deleteLater()
        self.deleteLater()

    def setVisible(self, on: bool) -> None:
        """Show or hide all docks; the guide only where there is one to be read."""
        if not on and not self._folded:
            self._guided = not self.docks["guide"].isHidden()
        guide = (on or self._locked) and self._guided and self._readable
        for name, dock in self.docks.items():
            dock.setVisible(guide if name == "guide" else on)
        self._widths.forget()
        self._sharing.start()

    @property
    def _folded(self) -> bool:
        """Whether the panels are folded away."""
        return all(dock.isHidden() and not self._widths.tucked(dock) for dock in self._column)

    def turn_guide(self) -> None:
        """Open the guide, or close it."""
        self.show_guide(self.docks["guide"].isHidden())

    def show_guide(self, on: bool = True) -> None:
        """Open or close the guide; without anything to say it stays closed until there is."""
        self._guided = on
        self.docks["guide"].setVisible(on and self._readable)

    def fill_menus(self, menus: Menus) -> None:
        """List the docks."""
        for dock in self.docks.values():
            menus.submenus["<docks>"].addAction(dock.toggleViewAction())

    def wait(self) -> None:
        """Until `go_on`, show nothing before the pictures are painted: they are what the hand moves."""
        self._waiting = True

    def go_on(self) -> None:
        """Show at once what came last, and all that comes."""
        self._waiting = False
        self._following.stop()
        self._follow()

    def show_scenario(self, scenario: Scenario) -> None:
        """Hand on what is being run."""
        self._scenario = scenario
        self._show()

    def show_frame(self, frame: Frame) -> None:
        """Hand on what is known at the step shown."""
        self._frame = frame
        self._show()

    def _show(self) -> None:
        if self._waiting:
            self._following.start()
        else:
            self._follow()

    def _follow(self) -> None:
        scenario, self._scenario, frame, self._frame = self._scenario, None, self._frame, None
        if scenario is not None:
            self._hand_on(scenario)
        if frame is not None:
            self.problem.show_frame(frame)
            self.start.show_frame(frame)
            self.runs.show_chosen(frame.chosen)
            self.inspector.show_frame(frame)
            self.guide.show_frame(frame)
            self._locked = frame.prediction is not None and frame.prediction.locked
            if self._locked:
                self.show_guide()  # what time waits for must be seen, where panels are folded away as well
            if self._asking != (frame.prediction is not None):
                self._asking = not self._asking
                self._sharing.start()

    def _hand_on(self, scenario: Scenario) -> None:
        for form in (self.problem, self.runs, self.start, self.guide):
            form.show_scenario(scenario)
        guide = self.docks["guide"]
        if self._readable and not self._folded:
            self._guided = not guide.isHidden()  # the user may have closed it, or a layout opened it
        self._readable = has_guide(scenario)
        guide.toggleViewAction().setEnabled(self._readable)
        if not self._folded:
            guide.setVisible(self._guided and self._readable)
