"""The dialogs that ask for a file: in our language, and with the ending of the type that was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gdviz.ui.file_dialog import ask_save


@pytest.mark.parametrize(("chosen", "ending"), [("PNG (*.png)", "png"), ("SVG (*.svg)", "svg")])
def test_that_a_name_without_an_ending_gets_that_of_the_chosen_type(
    qtbot: QtBot, tmp_path: Path, chosen: str, ending: str
) -> None:
    parent, taken = QWidget(), []
    qtbot.addWidget(parent)
    filters, words = "PNG (*.png);;SVG (*.svg)", {"Look in:": "查找位置：", "Files of type:": "文件类型："}
    dialog = ask_save(parent, lambda text: words.get(text, text), "?", filters, taken.append, "ravine.png",
                      str(tmp_path))  # fmt: skip
    assert dialog.labelText(QFileDialog.DialogLabel.LookIn) == "查找位置："
    assert dialog.labelText(QFileDialog.DialogLabel.FileType) == "文件类型："
    dialog.selectNameFilter(chosen)
    dialog.filterSelected.emit(chosen)
    dialog.selectFile("mine")
    dialog.accept()
    assert [Path(name).name for name in taken] == [f"mine.{ending}"]
