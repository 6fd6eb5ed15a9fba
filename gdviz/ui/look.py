"""How the window looks and speaks: theme, text size and language, as chosen or as the system has them."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from gdviz.ui import style
from gdviz.ui.language import install
from gdviz.ui.settings import Settings
from gdviz.ui.theme import Theme, theme

PRESENTED = 150  # percent: the text size of a presentation


class Look(QObject):
    """Applies the settings to the application; `changed()` asks the window to be built anew."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app, self._settings = app, settings
        self.presenting = False

    @property
    def language(self) -> str:
        """ "en" or "zh_CN"."""
        chosen = self._settings.language
        if chosen != "system":
            return chosen
        return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"

    @property
    def dark(self) -> bool:
        chosen = self._settings.theme
        if chosen != "system":
            return chosen == "dark"
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    # The user's hand: menus hand in an action whose data is the choice.

    def take_theme(self, action: QAction) -> None:
        """"system", "light" or "dark"."""
        self._settings.theme = action.data()
        self.changed.emit()

    def switch_theme(self) -> None:
        """Dark becomes light and light dark."""
        self._settings.theme = "light" if self.dark else "dark"
        self.changed.emit()

    def take_language(self, action: QAction) -> None:
        """"system", "en" or "zh_CN"."""
        self._settings.language = action.data()
        self.changed.emit()

    def switch_language(self) -> None:
        """English becomes Chinese and Chinese English."""
        self._settings.language = "en" if self.language == "zh_CN" else "zh_CN"
        self.changed.emit()

    def take_text_size(self, action: QAction) -> None:
        """In percent."""
        self._settings.text_size = action.data()
        self.changed.emit()

    def present(self, on: bool) -> None:
        """Large type and thick lines for the back row of a lecture room."""
        self.presenting = on
        self.changed.emit()

    def apply(self) -> Theme:
        """Set palette, style sheet, fonts and translations, and return the theme to build widgets with."""
        install(self._app, self.language)
        size = PRESENTED if self.presenting else self._settings.text_size
        made = theme(self.dark, size / 100, self.language == "zh_CN")
        style.apply(self._app, made)
        return made
