"""How the window looks and speaks: theme, text size and language, as chosen or as the system has them."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from gdviz.assets import resource
from gdviz.ui import style
from gdviz.ui.settings import Settings
from gdviz.ui.theme import Theme, theme


class Look(QObject):
    """Applies the settings to the application; the window is built anew after each change."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app, self._settings = app, settings
        self._translators: list[QTranslator] = []

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

    def apply(self) -> Theme:
        """Set palette, style sheet, fonts and translations, and return the theme to build widgets with."""
        self._translate()
        made = theme(self.dark, self._settings.text_size / 100, self.language == "zh_CN")
        style.apply(self._app, made)
        return made

    def _translate(self) -> None:
        for old in self._translators:
            self._app.removeTranslator(old)
            old.deleteLater()
        self._translators = []
        if self.language == "en":
            return
        own = str(resource("translations"))
        folders = (
            (f"gdviz_{self.language}", own),
            (f"qtbase_{self.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        )
        for name, folder in folders:
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
            self._translators.append(translator)
