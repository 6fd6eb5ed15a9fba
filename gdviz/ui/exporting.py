"""From the window into files and onto the clipboard: pictures, films and tables of what is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from gdviz import files, tables
from gdviz.picture import Picture
from gdviz.ui.file_dialog import ask_save
from gdviz.ui.language import refusal, tr
from gdviz.ui.notice import show_notice
from gdviz.ui.page import Page
from gdviz.ui.player import Player
from gdviz.ui.sight import sight_of
from gdviz.ui.theme import Theme

SHARP = 2.0  # pixels of a copied picture for each of the window: it is enlarged on slides


class Exporting(QObject):
    """`failed(text, detail)` where a table can't be written; dialogs for the rest tell that themselves."""

    failed = Signal(str, str)

    def __init__(
        self, window: QMainWindow, player: Player, page: Page, theme: Theme, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._player, self._page, self._theme = window, player, page, theme

    def picture(self) -> None:
        """Ask for size and file, and write the picture."""
        self._export(moving=False)

    def film(self) -> None:
        """Ask for size and file, and write the film."""
        self._export(moving=True)

    def _export(self, moving: bool) -> None:
        session, sight = self._player.session, sight_of(self._page)
        from gdviz.ui.export_dialog import ExportDialog  # what a start does not need is loaded later

        dialog = ExportDialog(self._theme, tr, session, self._shown(), self._window, moving, sight)
        dialog.saved.connect(self._tell_saved)
        dialog.open()

    def _tell_saved(self, path: Path) -> None:
        show_notice(self._window, tr("Saved: {file}").format(file=path))

    def _shown(self) -> Picture:
        """What is on screen, as an export draws it."""
        page, session = self._page, self._player.session
        names = (view.objectName().removeprefix("view_") for view in page.views())
        views = tuple("loss" if name == "rates" else name for name in names)  # the chart tells them apart
        return Picture(
            width=max(page.width(), 64), height=max(page.height(), 64), at=session.playhead,
            theme=self._theme.name, lang="zh_CN" if self._theme.chinese else "en", views=views,
            sample=page.sample, plane=page.plane, basins=page.basins, chart=page.below.chart,
        )  # fmt: skip

    def copy(self) -> None:
        """Put the picture on the clipboard, without what is only there for the hand."""
        from gdviz.export.canvas import Canvas

        canvas = Canvas(self._shown(), tr, sight=sight_of(self._page))
        frame, ratio = self._player.session.frame(), max(self._page.devicePixelRatioF(), SHARP)
        image = canvas.image(frame, ratio)
        QApplication.clipboard().setImage(image)
        canvas.close()
        told = tr("Copied: a picture of {width}×{height} pixels")
        show_notice(self._window, told.format(width=image.width(), height=image.height()))

    def table(self) -> None:
        """Ask for a file and write all runs as CSV."""
        ask_save(self._window, tr, tr("Export runs as CSV"), "CSV (*.csv)", self.write_table, "runs.csv")

    def write_table(self, name: str) -> None:
        """Write all runs to a CSV file, whole."""
        self._player.finish()
        session = self._player.session
        try:
            with (
                files.replaced(Path(name)) as beside,
                beside.open("w", encoding="utf-8", newline="") as stream,
            ):
                tables.write_csv(stream, session.scenario, session.runs)
            self._tell_saved(Path(name))
        except OSError as fault:
            self.failed.emit(tr("{file} can't be saved").format(file=Path(name).name), refusal(fault, tr))
