"""Unsaved work outlives a crash, and damage is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gdviz import library, scenario_file
from gdviz.ui.app import first_scenario, rescued, tell_start
from gdviz.ui.autosave import Autosave, claimed, recovered
from gdviz.ui.player import Player
from gdviz.ui.settings import Settings
from gdviz.ui.window import MainWindow
from gdviz.values import SpecError


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "data" / "autosave.toml"


@pytest.fixture
def safe(player: Player, copy: Path) -> Iterator[Autosave]:
    made = Autosave(player, copy)
    yield made
    made.clear()


def test_that_an_edit_is_soon_copied_and_found_after_a_crash(
    safe: Autosave, player: Player, copy: Path, qtbot: QtBot
) -> None:
    player.edit(replace(player.scenario, steps=33))
    qtbot.waitUntil(copy.exists, timeout=5000)
    found = recovered(copy)
    assert found is not None
    assert found.steps == 33


def test_that_a_saved_document_leaves_no_copy(safe: Autosave, player: Player, copy: Path) -> None:
    player.edit(replace(player.scenario, steps=33))
    safe.write()
    player.saved()
    assert not copy.exists()
    assert recovered(copy) is None


def test_that_a_folder_that_cannot_be_written_disturbs_nobody(player: Player, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    safe = Autosave(player, tmp_path / "file" / "autosave.toml")
    safe.write()
    safe.clear()


@pytest.mark.parametrize("damage", [b"", b"\x00\xff" * 99, b"format = 1"])
def test_that_a_damaged_copy_is_told_once_and_set_aside(
    settings: Settings, copy: Path, damage: bytes
) -> None:
    copy.parent.mkdir()
    copy.write_bytes(damage)
    assert rescued(copy, settings) is None
    assert settings.faults == ["autosave"]
    assert not copy.exists()
    with pytest.raises(SpecError):
        scenario_file.load(copy.with_suffix(".damaged"))


def test_that_damaged_settings_fall_back_and_are_told(tmp_path: Path, window: MainWindow) -> None:
    store = QSettings(str(tmp_path / "bad.ini"), QSettings.Format.IniFormat)
    for key, value in (("theme", "purple"), ("text_size", [1, 2]), ("last_scenario", "[[["), ("recent", 7)):
        store.setValue(key, value)
    store.setValue("layout", QByteArray(b"nonsense"))
    bad = Settings(store)
    assert (bad.theme, bad.text_size, bad.recent) == ("system", 100, [])
    assert first_scenario(bad) == library.shipped(library.FIRST)
    assert bad.faults == ["theme", "text_size", "last_scenario"]
    tell_start(window, bad, was_rescued=True)
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 2
    assert "theme" in boxes[1].informativeText()
    for box in boxes:
        box.close()


def test_that_a_settings_file_of_garbage_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "garbage.ini"
    path.write_bytes(bytes(range(256)) * 20)
    found = Settings(QSettings(str(path), QSettings.Format.IniFormat))
    assert found.theme in ("system", "light", "dark")


def test_that_a_damaged_layout_leaves_the_window_usable(window: MainWindow, settings: Settings) -> None:
    settings.layout = QByteArray(b"\x00\x01garbage")
    settings.geometry = QByteArray(b"\x00\x01garbage")
    window.restore()
    assert window.desk.docks["runs"].isVisible()
    assert {"layout", "geometry"} <= set(settings.faults)


def test_that_two_windows_at_once_have_a_copy_each_and_neither_takes_the_others(tmp_path: Path) -> None:
    first, held = claimed(tmp_path, rescue=True)
    first.write_text("the work of a window that is still open")
    second, other = claimed(tmp_path, rescue=True)
    assert second != first
    other.unlock()
    held.unlock()
    again, lock = claimed(tmp_path, rescue=True)
    assert again == first, "now it has gone, and its work can be rescued"
    lock.unlock()
    beside, lock = claimed(tmp_path, rescue=False)
    assert beside != first, "who asked for a scenario must not write over what can be rescued"
    lock.unlock()


def test_that_a_folder_that_cannot_be_written_has_a_place_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path, _ = claimed(tmp_path / "file", rescue=True)
    assert recovered(path) is None
