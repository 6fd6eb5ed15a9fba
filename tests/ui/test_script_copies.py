"""The Edit menu's scripts: what they put on the clipboard, and what is said where there is none."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMenu

from gdviz import library
from gdviz.ui.language import install
from gdviz.ui.notice import Notice
from gdviz.ui.window import MainWindow


def entry(window: MainWindow, name: str) -> tuple[bool, str]:
    """Whether the Edit menu offers an entry when it opens, and the entry's tip."""
    menu = window.menuBar().findChild(QMenu, "menu_edit")
    assert menu is not None
    menu.aboutToShow.emit()
    return window.commands[name].isEnabled(), window.commands[name].toolTip()


def said(window: MainWindow) -> str:
    """What stands under the menu bar for a moment."""
    notice = window.findChild(Notice)
    assert notice is not None
    assert notice.isVisible()
    return notice.text()


def test_that_the_script_is_on_the_clipboard_and_a_tip_says_so(window: MainWindow) -> None:
    for name, imported in (("copy_numpy", "numpy as np"), ("copy_torch", "torch")):
        assert entry(window, name)[0]
        window.commands[name].trigger()
        text = QApplication.clipboard().text()
        assert f"import {imported}" in text
        assert text.count("print(") == 3
        assert said(window).startswith("Copied: ")
        assert f" {len(text.splitlines())} lines" in said(window)


def test_that_an_entry_without_a_script_is_disabled_and_says_why(window: MainWindow) -> None:
    window._player.open(library.shipped("newton-maximum"))
    window._player.skip()
    assert entry(window, "copy_numpy")[0]
    assert entry(window, "copy_torch") == (False, "Newton: torch.optim has no such method")
    window._player.open(library.shipped("ravine"))
    assert entry(window, "copy_torch")[0]


def test_that_what_is_left_out_is_said_in_the_language_of_the_window(
    qapp: QApplication, window: MainWindow
) -> None:
    window._player.open(library.shipped("preconditioning"))
    install(qapp, "zh_CN")
    window.commands["copy_torch"].trigger()
    install(qapp, "en")
    assert "未写入：对角预处理：“torch.optim”没有这种方法" in said(window)
