"""The main window: makes the parts and joins them; holds no state of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QToolBar, QVBoxLayout, QWidget

from gdviz.engine.objective import Point
from gdviz.frame import Frame
from gdviz.scenario import Scenario
from gdviz.ui.actions import Actions
from gdviz.ui.corner import Button, add_corner
from gdviz.ui.desk import Desk
from gdviz.ui.document import Document
from gdviz.ui.icons import app_icon
from gdviz.ui.language import tr
from gdviz.ui.look import Look
from gdviz.ui.menus import Menus
from gdviz.ui.page import Page
from gdviz.ui.player import Player
from gdviz.ui.script_copies import ScriptCopies
from gdviz.ui.settings import LANGUAGES, TEXT_SIZES, THEMES, Settings
from gdviz.ui.tab_order import move_focus
from gdviz.ui.time_bar import TimeBar
from gdviz.ui.tools import Tools
from gdviz.ui.tour import Tour

LAYOUT = 1  # raised when saved layouts no longer fit


class MainWindow(QMainWindow):
    """A view of the player: its contents are made anew when theme, language or text size change."""

    def __init__(self, player: Player, settings: Settings, look: Look) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 520)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._player, self._settings, self._look = player, settings, look
        self.document = Document(player, settings, self, tr)
        self.document.named.connect(self.setWindowTitle)
        self.document.recent_changed.connect(self._fill_recent)
        player.scenario_changed.connect(self._on_scenario)
        look.changed.connect(self.rebuild)
        self._built = False
        center = QWidget()  # stays when its contents are made anew: without it the docks would take its room
        self._place = QVBoxLayout(center)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.setCentralWidget(center)
        self._build()

    # Building

    def _build(self) -> None:
        theme = self._look.apply()
        self._scale = theme.scale
        self.page = Page(theme, tr)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._place.addWidget(self.page)
        self.commands = Actions(theme, tr, self, self.page)
        self.desk = Desk(theme, tr, self)
        buttons = {"back": "step_back", **{key: key for key in ("first", "play", "step", "last", "loop")}}
        self.time_bar = TimeBar(theme, {key: self.commands[name] for key, name in buttons.items()}, tr)
        self._add_time_bar()
        self.tools = Tools(self, self._player, self.document, self.commands, self.page, theme)
        self._menus = Menus(self.menuBar(), self.commands, tr)
        ScriptCopies(self.tools, self._player, self.commands, self.menuBar())
        self._fill_menus()
        corner: dict[str, Button] = {
            "guide": self.commands["guide"],
            "export": self.commands["export_picture"],
            "theme": (tr("Light or dark"), self._look.switch_theme),
            "language": (tr("Language"), self._look.switch_language),
        }
        add_corner(self.menuBar(), theme, corner)
        tools = (self._player, self.document, self.desk, self.page, self.commands, self.time_bar)
        self.tour = Tour(self, theme, *tools)
        self._connect()
        self._built = True
        self.document.tell()
        self._player.refresh()
        self.page.take_keys()

    def _add_time_bar(self) -> None:
        bar = QToolBar(tr("Time"))
        bar.setObjectName("toolbar_time")
        bar.setMovable(False)
        bar.addWidget(self.time_bar)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, bar)
        self._bar = bar

    def _connect(self) -> None:
        player, page, desk, bar = self._player, self.page, self.desk, self.time_bar
        for name, slot in (
            ("play", player.toggle),
            ("undo", player.undo),
            ("redo", player.redo),
            ("quit", self.close),
            ("reset_layout", self._reset_layout),
            ("full_screen", self._set_full_screen),
            ("panels", self._hide_panels),
            ("present", self._present),
        ):
            self.commands[name].triggered.connect(slot)
        self.commands["loop"].toggled.connect(player.set_loop)
        page.start_moved.connect(self._on_start_moved)
        page.start_dropped.connect(player.end_drag)
        page.start_dropped.connect(desk.go_on)
        page.run_chosen.connect(player.choose)
        page.sought.connect(player.seek)
        desk.edited.connect(player.edit)
        desk.released.connect(player.end_drag)
        desk.run_chosen.connect(player.choose)
        desk.file_asked.connect(self.tools.importing.begin)
        bar.sought.connect(player.seek)
        bar.speed_chosen.connect(player.set_speed)
        player.frame_changed.connect(self._on_frame)
        player.playing_changed.connect(self._on_playing)
        player.speed_changed.connect(bar.show_speed)
        player.loop_changed.connect(self.commands["loop"].setChecked)
        player.history_changed.connect(self._on_history)

    def _disconnect(self) -> None:
        player = self._player
        player.frame_changed.disconnect(self._on_frame)
        player.playing_changed.disconnect(self._on_playing)
        player.speed_changed.disconnect(self.time_bar.show_speed)
        player.loop_changed.disconnect(self.commands["loop"].setChecked)
        player.history_changed.disconnect(self._on_history)

    def rebuild(self) -> None:
        """Make all contents anew, after theme, language or text size changed."""
        layout, checked, scale = self.saveState(LAYOUT), self.commands.checked(), self._scale
        chart, plane = self.page.loss.wanted, self.page.plane
        self._disconnect()
        self.desk.remove(self)
        self.removeToolBar(self._bar)
        self._bar.deleteLater()
        self.menuBar().clear()
        self._place.removeWidget(self.page)
        self.page.setParent(None)
        self.page.deleteLater()
        self.tools.deleteLater()
        self.commands.remove(self)
        self._build()
        self.page.show_plane(plane)
        self.commands.check(checked)
        self.page.loss.show_chart(chart)
        self.restoreState(layout, LAYOUT)
        self.desk.widen(scale)

    # Menus

    def _fill_menus(self) -> None:
        menus, settings = self._menus, self._settings
        themes = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}
        languages = {"system": tr("As the system"), "en": "English", "zh_CN": "简体中文"}
        group = menus.fill_choices("<theme>", [(key, themes[key]) for key in THEMES], settings.theme)
        group.triggered.connect(self._look.take_theme)
        group = menus.fill_choices(
            "<language>", [(key, languages[key]) for key in LANGUAGES], settings.language
        )
        group.triggered.connect(self._look.take_language)
        sizes = [(size, f"{size} %") for size in TEXT_SIZES]
        menus.fill_choices("<text_size>", sizes, settings.text_size).triggered.connect(
            self._look.take_text_size
        )
        menus.fill_scenarios()
        menus.submenus["<scenarios>"].triggered.connect(self._on_shipped)
        menus.submenus["<recent>"].triggered.connect(self._on_recent)
        self.desk.fill_menus(menus)
        self._fill_recent()

    def _fill_recent(self) -> None:
        recent = self._settings.recent
        self._menus.fill_list("<recent>", [(str(path), path.name) for path in recent])

    def _on_shipped(self, action: QAction) -> None:
        self.document.show_shipped(action.data())

    def _on_recent(self, action: QAction) -> None:
        self.document.open_path(Path(action.data()))

    # What the player tells

    def _on_scenario(self, scenario: Scenario) -> None:
        self.setWindowModified(self.document.unsaved)
        self.document.tell()
        if self._built:
            self.desk.show_scenario(scenario)
            self.tools.show_scenario(scenario)

    def _on_frame(self, frame: Frame) -> None:
        self.page.show_frame(frame)
        self.desk.show_frame(frame)
        self.time_bar.show_frame(frame)
        self.tour.show_frame(frame)

    def _on_playing(self, playing: bool) -> None:
        self.time_bar.show_playing(playing)
        self.commands["play"].setText(tr("Pause") if playing else tr("Play"))

    def _on_history(self, undo: bool, redo: bool) -> None:
        self.commands["undo"].setEnabled(undo)
        self.commands["redo"].setEnabled(redo)

    # The user's hand

    def _on_start_moved(self, index: int, point: Point) -> None:
        if index < len(self._player.scenario.starts):
            short = tuple(float(f"{x:.4g}") for x in point)  # finer than a pixel, and no longer than is read
            self.desk.wait()
            self._player.edit(self._player.scenario.with_start(index, short), f"start{index}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Escape in a field gives the keys back to the plots."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.page.take_keys()
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as one reads."""
        return move_focus(self, forward)

    def _set_full_screen(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

    def _hide_panels(self, hide: bool) -> None:
        self.desk.setVisible(not hide)

    def _present(self, on: bool) -> None:
        self._look.present(on)
        self.commands["panels"].setChecked(on)
        self.desk.setVisible(not on)

    def _reset_layout(self) -> None:
        self.commands["panels"].setChecked(False)
        self.desk.reset(self)
        self.page.setSizes([690, 310])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A scenario file may be dropped anywhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file that was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.document.open_path(Path(url.toLocalFile()))
                return

    # Coming and going

    def restore(self) -> None:
        """Take the place and layout of the last time, as far as they are sound."""
        place = self._settings.geometry
        if not self.restoreGeometry(place):
            self.resize(1280, 800)
            if not place.isEmpty():
                self._settings.fault("geometry")
        layout: QByteArray = self._settings.layout
        if not layout.isEmpty() and not self.restoreState(layout, LAYOUT):
            self._settings.fault("layout")

    def say(self, text: str, detail: str) -> None:
        """Tell something in a box that waits for nobody."""
        box = QMessageBox(QMessageBox.Icon.Information, "gdviz", text, parent=self)
        box.setInformativeText(detail)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def showEvent(self, event: QShowEvent) -> None:
        """The plots have the keys from the beginning."""
        super().showEvent(event)
        self.page.take_keys()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember place, layout and scenario; ask first where work would be lost."""
        if not self.document.may_close(self.close):
            event.ignore()
            return
        self._player.halt()
        self.tools.remember(self._settings)
        self._settings.geometry = self.saveGeometry()
        self._settings.layout = self.desk.layout(LAYOUT)
        self._settings.sync()
        super().closeEvent(event)
