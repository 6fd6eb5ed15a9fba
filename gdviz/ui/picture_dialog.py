"""Asks how large a picture is to be and where it goes, and writes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gdviz import files
from gdviz.export.canvas import Canvas
from gdviz.export.render import WRITTEN
from gdviz.frame import Frame
from gdviz.picture import Picture
from gdviz.ui.fields import Choice, NumberField
from gdviz.ui.language import Translate
from gdviz.ui.rows import muted_label, reason, spoken
from gdviz.ui.theme import Theme
from gdviz.values import SpecError

SCALES = (1, 2, 3, 4)


class PictureDialog(QDialog):
    """Size, scale, then the file; the picture is drawn anew at that size by the window's own views."""

    def __init__(self, theme: Theme, tr: Translate, frame: Frame, size: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("picture_dialog")
        self.setWindowTitle(tr("Export picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._tr, self._frame = theme, tr, frame
        self._picture = Picture(
            width=max(size.width(), 64),
            height=max(size.height(), 64),
            theme="dark" if theme.dark else "light",
            lang="zh_CN" if theme.chinese else "en",
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        self._fields: dict[str, NumberField] = {}
        for row, name in enumerate(("width", "height")):
            field = NumberField(theme, f"field_picture_{name}", spoken(name, tr), integer=True, tr=tr)
            field.show_value(getattr(self._picture, name))
            field.value_edited.connect(self._on_number)
            field.refused.connect(self._say)
            grid.addWidget(muted_label(theme, spoken(name, tr).capitalize()), row, 0)
            grid.addWidget(field, row, 1)
            self._fields[name] = field
        items = [(str(scale), f"{scale}×", "") for scale in SCALES]
        self._scale = Choice(theme, "field_picture_scale", tr("Scale"), items)
        self._scale.show_choice("2")
        grid.addWidget(muted_label(theme, tr("Scale")), 2, 0)
        grid.addWidget(self._scale, 2, 1)
        self._refusal = QLabel()
        self._refusal.setFont(theme.font(12))
        self._refusal.setStyleSheet(f"color:{theme.danger}")
        self._refusal.setWordWrap(True)
        buttons = QDialogButtonBox()
        self._save = buttons.addButton(tr("Choose a file…"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        layout.setSpacing(theme.px(12))
        layout.addLayout(grid)
        layout.addWidget(self._refusal)
        layout.addWidget(buttons)
        self.setMinimumWidth(theme.px(320))

    def _on_number(self, value: int) -> None:
        for name, field in self._fields.items():
            if field is self.sender():
                try:
                    self._picture = self._picture.resized(**{name: value})
                except SpecError as fault:
                    field.refuse(reason(fault, self._tr))

    def _say(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._save.setEnabled(not sentence)

    def _ask(self) -> None:
        patterns = " ".join(f"*{ending}" for ending in WRITTEN)
        dialog = QFileDialog(self, self._tr("Export picture"), "", f"{self._tr('Pictures')} ({patterns})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.selectFile("gdviz.png")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, name: str) -> None:
        """Draw the picture and write it to a file, whole."""
        canvas = Canvas(self._picture, self._tr)
        try:
            with files.replaced(Path(name)) as beside:
                canvas.save(self._frame, beside, float(self._scale.choice()))
        except OSError as fault:
            self._say(fault.strerror or str(fault))
            return
        finally:
            canvas.close()
        self.accept()
