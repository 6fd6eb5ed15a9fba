"""The menu bar, made from the actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QMenuBar

from gdviz import library
from gdviz.ui.actions import Actions
from gdviz.ui.language import Translate
from gdviz.ui.look import Look
from gdviz.ui.settings import LANGUAGES, TEXT_SIZES, THEMES, Settings

# Each menu's actions in order; None is a separating line, a word in <> a submenu that the menus fill.
MENUS: dict[str, tuple[str | None, ...]] = {
    "File": ("new", "open", "<recent>", "gallery", "<scenarios>", "next_lesson", "previous_lesson",
             "import_data", None, "save", "save_as", None,
             "export_picture", "export_film", "export_table", "copy_picture", None, "quit"),
    "Edit": ("undo", "redo", None, "add_run", None, "random_start", "add_start", "remove_start",
             None, "copy_numpy", "copy_torch"),
    "Run": ("play", "step", "step_back", "step_10", "step_back_10", "first", "last", "reset", None, "loop",
            "slower", "faster", None, "results"),
    "View": ("fit", "surface", "graph", "grid", "rates", "log_loss", None, "<docks>", "panels", "present",
             "full_screen", None, "<theme>", "<language>", "<text_size>", None, "reset_layout"),
    "Help": ("guide", "gallery", None, "keys", "about"),
}  # fmt: skip

SUBMENUS = {
    "<recent>": "Open recent", "<scenarios>": "Scenarios", "<docks>": "Panels",
    "<theme>": "Theme", "<language>": "Language", "<text_size>": "Text size",
}  # fmt: skip


class MenuKeys(QObject):
    """Leaves plain keys to a menu bar that has the focus, as after Alt: by Qt's rules the shortcuts of the
    actions in its menus hold there too, so that Right would take a step instead of the next menu."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key before it is taken for a shortcut."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if not plain or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
            return False
        event.accept()
        return True


class Menus:
    """Fills a menu bar and keeps the submenus by name, for the window to fill."""

    def __init__(self, bar: QMenuBar, actions: Actions, tr: Translate) -> None:
        self._tr = tr
        self.submenus: dict[str, QMenu] = {}
        for old in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            old.deleteLater()  # to clear the bar takes them out and keeps them
        bar.clear()
        if bar.findChild(MenuKeys) is None:
            bar.installEventFilter(MenuKeys(bar))
        for title, names in MENUS.items():
            menu = bar.addMenu(tr(title, "menu"))
            menu.setObjectName(f"menu_{title.lower()}")
            menu.setToolTipsVisible(True)  # why an entry cannot be had
            for name in names:
                if name is None:
                    menu.addSeparator()
                elif name in SUBMENUS:
                    self.submenus[name] = menu.addMenu(tr(SUBMENUS[name], "menu"))
                else:
                    menu.addAction(actions[name])

    def fill_choices(self, name: str, choices: Sequence[tuple[object, str]], chosen: object) -> QActionGroup:
        """Fill a submenu with exclusive choices (data, words); its `triggered` tells the choice."""
        menu = self.submenus[name]
        menu.clear()
        group = QActionGroup(menu)
        for data, words in choices:
            action = menu.addAction(words)
            action.setData(data)
            action.setCheckable(True)
            action.setChecked(data == chosen)
            group.addAction(action)
        return group

    def fill_look(self, look: Look, settings: Settings) -> None:
        """List themes, languages and sizes of text."""
        tr = self._tr
        themes = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}
        languages = {"system": tr("As the system"), "en": "English", "zh_CN": "简体中文"}
        group = self.fill_choices("<theme>", [(key, themes[key]) for key in THEMES], settings.theme)
        group.triggered.connect(look.take_theme)
        spoken = [(key, languages[key]) for key in LANGUAGES]
        group = self.fill_choices("<language>", spoken, settings.language)
        group.triggered.connect(look.take_language)
        sizes = [(size, f"{size} %") for size in TEXT_SIZES]
        group = self.fill_choices("<text_size>", sizes, settings.text_size)
        group.triggered.connect(look.take_text_size)

    def fill_list(self, name: str, items: Sequence[tuple[object, str]]) -> None:
        """Fill a submenu with plain items (data, words); without any it is disabled."""
        menu = self.submenus[name]
        menu.clear()
        for data, words in items:
            menu.addAction(words).setData(data)
        menu.setEnabled(bool(items))

    def fill_scenarios(self) -> None:
        """List the chapters of the gallery; their scenarios' files are not read before the list is seen."""
        menu = self.submenus["<scenarios>"]
        menu.clear()
        self._chapters = {title: menu.addMenu(self._tr(title, "scenario")) for title in library.CHAPTERS}
        menu.aboutToShow.connect(self._fill_chapters)

    def _fill_chapters(self) -> None:
        for title, menu in self._chapters.items():
            for name in library.CHAPTERS[title]:
                menu.addAction(self._tr(library.shipped(name).title, "scenario")).setData(name)
        self._chapters = {}
