"""Asks for a file to open or to save to, without blocking; Qt's own dialog says all of it in our language."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from gdviz.ui.language import Translate

Taken = Callable[[str], object]


def ask_open(
    parent: QWidget, tr: Translate, title: str, filters: str, taken: Taken, folder: str = ""
) -> QFileDialog:
    """Ask for a file that exists; `taken` gets its path."""
    dialog = _asked(parent, tr, title, filters, taken, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_save(
    parent: QWidget, tr: Translate, title: str, filters: str, taken: Taken, name: str, folder: str = ""
) -> QFileDialog:
    """Ask for a file to be written, `name` being offered; without an ending it gets that of its type."""
    dialog = _asked(parent, tr, title, filters, taken, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_ending(filters))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_ending(chosen)))
    dialog.selectFile(name)
    dialog.open()
    return dialog


def _ending(filters: str) -> str:
    """The first ending that filters name: "png" of "PNG (*.png);;SVG (*.svg)"."""
    found = re.search(r"\*\.(\w+)", filters)
    return found[1] if found else ""


def _asked(
    parent: QWidget, tr: Translate, title: str, filters: str, taken: Taken, folder: str
) -> QFileDialog:
    dialog = QFileDialog(parent, title, folder, filters)
    labels = QFileDialog.DialogLabel  # what Qt's own translations leave in English
    dialog.setLabelText(labels.LookIn, tr("Look in:"))
    dialog.setLabelText(labels.FileType, tr("Files of type:"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(taken)
    return dialog
