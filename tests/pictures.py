"""The README's pictures, drawn by the program itself.

Run as a program it draws them anew into resources/pictures; a test checks that they still look so.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage

from gdviz import library
from gdviz.session import Session
from gdviz.ui.app import application, close
from gdviz.ui.formula import FormulaLabel
from gdviz.ui.look import Look
from gdviz.ui.player import Player
from gdviz.ui.settings import Settings
from gdviz.ui.window import MainWindow

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "pictures"
THEMES = ("light", "dark")
STEPS = {"light": 8, "dark": 22}


def draw(theme: str) -> QImage:
    """The window with the scenario of the first start, as a stranger first sees it at work."""
    app = application(["gdviz"])
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        settings.theme, settings.language = theme, "en"
        player = Player(Session(library.shipped(library.FIRST)))
        window = MainWindow(player, settings, Look(app, settings))
        window.resize(1280, 800)
        window.show()
        app.processEvents()
        player.finish()
        player.seek(STEPS[theme])
        player.choose(1)
        FormulaLabel.wake()
        for _ in range(3):  # panels that scroll get their room in several steps
            app.processEvents()
        image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        close(window, player)
    return image


def main() -> None:
    """Draw every picture anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    FOLDER.mkdir(exist_ok=True)
    for theme in THEMES:
        draw(theme).save(str(FOLDER / f"window-{theme}.png"))


if __name__ == "__main__":
    main()
