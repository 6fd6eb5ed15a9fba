"""A whole window on settings of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gdviz import library
from gdviz.session import Session
from gdviz.ui.app import close
from gdviz.ui.look import Look
from gdviz.ui.player import Player
from gdviz.ui.settings import Settings
from gdviz.ui.window import MainWindow


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that no one else reads; light and English, whatever the system has."""
    made = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made.theme, made.language = "light", "en"
    return made


@pytest.fixture
def player(qapp: QApplication) -> Player:
    """The player of the scenario that the first start shows."""
    made = Player(Session(library.shipped("ravine")))
    made.finish()
    return made


@pytest.fixture
def window(qapp: QApplication, player: Player, settings: Settings) -> Iterator[MainWindow]:
    """The window, shown."""
    made = MainWindow(player, settings, Look(qapp, settings))
    made.resize(1280, 800)
    made.show()
    qapp.processEvents()
    yield made
    close(made, player)
