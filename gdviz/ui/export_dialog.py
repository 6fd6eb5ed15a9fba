"""Asks how large a picture or film is to be and where it goes, writes it in slices, and can be cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from gdviz.export import film, still
from gdviz.export.canvas import Canvas
from gdviz.export.render import written
from gdviz.picture import Picture
from gdviz.session import Session
from gdviz.ui.fields import Choice, NumberField
from gdviz.ui.file_dialog import ask_save
from gdviz.ui.language import Translate, refusal
from gdviz.ui.rows import muted_label, reason, spoken
from gdviz.ui.sight import Sight
from gdviz.ui.theme import Theme
from gdviz.values import SpecError

SCALES = (1, 2, 3, 4)


class ExportDialog(QDialog):
    """Size, scale, pictures a second; then the file; then a bar that shows how far it is.

    The picture is drawn anew at that size, from a session of its own, so the window can go on meanwhile.
    saved(Path): the file is there.
    """

    saved = Signal(object)

    def __init__(
        self,
        theme: Theme,
        tr: Translate,
        session: Session,
        picture: Picture,
        parent: QWidget,
        moving: bool = False,
        sight: Sight | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(tr("Export film") if moving else tr("Export picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._tr, self._moving = theme, tr, moving
        self._sight = sight
        self._path = Path()
        self._session = session.twin()
        self._picture = replace(picture, at=session.scenario.steps) if moving else picture
        self._canvas: Canvas | None = None
        self._work: Iterator[float] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._fields: dict[str, NumberField] = {}
        self._build()

    def _build(self) -> None:
        theme, tr = self._theme, self._tr
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        names = ("width", "height", "fps") if self._moving else ("width", "height")
        for row, name in enumerate(names):
            field = NumberField(theme, f"field_picture_{name}", spoken(name, tr), integer=True, tr=tr)
            field.show_value(getattr(self._picture, name))
            field.value_edited.connect(self._on_number)
            field.refused.connect(self._say)
            field.setToolTip(tr(Picture.params()[name].doc, "parameter"))
            words = tr("Pictures a second") if name == "fps" else spoken(name, tr).capitalize()
            grid.addWidget(muted_label(theme, words), row, 0)
            grid.addWidget(field, row, 1)
            self._fields[name] = field
        items = [(str(scale), f"{scale}×", "") for scale in SCALES]
        self._scale = Choice(theme, "field_picture_scale", tr("Scale"), items)
        self._scale.show_choice("1" if self._moving else "2")
        grid.addWidget(muted_label(theme, tr("Scale")), len(names), 0)
        grid.addWidget(self._scale, len(names), 1)
        self._refusal = QLabel()
        self._refusal.setFont(theme.font(12))
        self._refusal.setStyleSheet(f"color:{theme.danger}")
        self._refusal.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("export_progress")
        self._bar.setAccessibleName(tr("Progress"))
        self._bar.setRange(0, 1000)
        self._bar.hide()
        buttons = QDialogButtonBox()
        self._start = buttons.addButton(tr("Choose a file…"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        layout.setSpacing(theme.px(12))
        layout.addLayout(grid)
        layout.addWidget(self._refusal)
        layout.addWidget(self._bar)
        layout.addWidget(buttons)
        self.setMinimumWidth(theme.px(340))

    def _on_number(self, value: int) -> None:
        for name, field in self._fields.items():
            if field is self.sender():
                try:
                    self._picture = self._picture.resized(**{name: value})
                except SpecError as fault:
                    field.refuse(reason(fault, self._tr))

    @property
    def refusal(self) -> str:
        """Why nothing can be written, or empty."""
        return self._refusal.text()

    def _say(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._start.setEnabled(not sentence)

    def _ask(self) -> None:
        endings = film.ENDINGS if self._moving else still.ENDINGS
        filters = ";;".join(f"{ending[1:].upper()} (*{ending})" for ending in endings)
        name = f"{self._session.scenario.objective.kind}{endings[0]}"
        ask_save(self, self._tr, self.windowTitle(), filters, self.write, name)

    def write(self, name: str) -> None:
        """Begin to write the file; the rest follows in slices."""
        self._start.setEnabled(False)
        self._bar.setVisible(self._moving)
        self._canvas = Canvas(self._picture, self._tr, name.lower().endswith(".pdf"), self._sight)
        scale = float(self._scale.choice())
        self._work = written(self._canvas, self._session, Path(name), self._picture, scale)
        self._path = Path(name)
        self._timer.start()

    def _go_on(self) -> None:
        assert self._work is not None
        if not self._session.complete:
            self._session.compute(4096)
            return
        try:
            done = next(self._work, None)
        except (OSError, SpecError) as fault:
            self._end()
            self._say(refusal(fault, self._tr))
            self._start.setEnabled(True)
            return
        if done is None:
            self._end()
            self.accept()
            self.saved.emit(self._path)
            return
        self._bar.setValue(round(1000 * done))

    def _end(self) -> None:
        self._timer.stop()
        self._bar.hide()
        if self._work is not None:
            self._work.close()  # type: ignore[attr-defined]
            self._work = None
        if self._canvas is not None:
            self._canvas.close()
            self._canvas = None

    def done(self, result: int) -> None:
        """Cancelled or finished: nothing goes on, and a file that was not finished is not there."""
        self._end()
        super().done(result)
