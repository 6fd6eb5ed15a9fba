"""The window after a change of theme, language or text size has made its contents anew."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QToolButton

from gdviz.ui.import_dialog import ImportDialog
from gdviz.ui.window import MainWindow


def test_that_the_corner_has_each_button_once_and_in_full(window: MainWindow, qapp: QApplication) -> None:
    bar = window.menuBar()
    before = {button.objectName(): button.geometry() for button in bar.findChildren(QToolButton)}
    window._look.switch_theme()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    after = [(button.objectName(), button.geometry()) for button in bar.findChildren(QToolButton)]
    assert sorted(name for name, _ in after) == sorted(before)
    assert dict(after) == before


def test_that_nothing_of_before_stays_behind(window: MainWindow, qapp: QApplication) -> None:
    counts = []
    for _ in range(2):
        window._look.switch_theme()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        qapp.processEvents()
        kinds = Counter(type(thing).__name__ for thing in window.findChildren(QObject))
        del kinds["QPropertyAnimation"]  # of Qt's own, until it has ended
        counts.append(kinds)
    assert counts[1] - counts[0] == Counter()


def test_that_a_dropped_table_asks_once(window: MainWindow, qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("a,b\n1,2\n2,3\n")
    window._look.switch_theme()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.document.open_path(tmp_path / "table.csv")
    dialogs = window.findChildren(ImportDialog)
    for dialog in dialogs:
        dialog.reject()
    assert len(dialogs) == 1
