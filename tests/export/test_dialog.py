"""The export dialog: films go on in slices, can be cancelled without a trace, and nonsense is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import player, settings, window  # noqa: F401

from gdviz.picture import Picture
from gdviz.session import Session
from gdviz.ui import exporting, style
from gdviz.ui.export_dialog import ExportDialog
from gdviz.ui.fields import NumberField
from gdviz.ui.language import plain
from gdviz.ui.notice import Notice
from gdviz.ui.theme import LIGHT, theme
from gdviz.ui.window import MainWindow

VIEWS = ("contour", "loss")


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QWidget]:
    style.apply(qapp, theme())
    made = QWidget()
    yield made
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def dialog_of(parent: QWidget, session: Session, moving: bool) -> ExportDialog:
    picture = Picture(width=320, height=240, at=session.playhead, views=VIEWS)
    made = ExportDialog(LIGHT, plain, session, picture, parent, moving)
    made.open()
    return made


def field_of(dialog: ExportDialog, name: str) -> NumberField:
    field = dialog.findChild(NumberField, f"field_picture_{name}")
    assert isinstance(field, NumberField)
    return field


def type_in(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def accepting(dialog: ExportDialog) -> QPushButton:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    (button,) = (b for b in box.buttons() if box.buttonRole(b) == QDialogButtonBox.ButtonRole.AcceptRole)
    return button


def going_on(parent: QWidget) -> list[QTimer]:
    return [timer for timer in parent.findChildren(QTimer) if timer.isActive()]


@pytest.mark.parametrize("ending", ["gif", "webp", "apng"])
def test_that_a_cancelled_film_leaves_the_old_file_whole_and_nothing_beside_it(
    qtbot: QtBot, parent: QWidget, session: Session, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"run.{ending}"
    path.write_bytes(b"what was there before")
    dialog = dialog_of(parent, session, moving=True)
    bar = dialog.findChild(QProgressBar)
    dialog.write(str(path))
    qtbot.waitUntil(lambda: bar.value() > 100)
    assert len(list(tmp_path.iterdir())) == 2
    dialog.reject()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b"what was there before"
    assert not going_on(parent)


def test_that_a_film_is_finished_and_the_dialog_closes(
    qtbot: QtBot, parent: QWidget, session: Session, tmp_path: Path
) -> None:
    dialog = dialog_of(parent, session, moving=True)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.write(str(tmp_path / "run.gif"))
    with Image.open(tmp_path / "run.gif") as film:
        assert (film.size, film.n_frames) == ((320, 240), session.scenario.steps + 1)
    assert not going_on(parent)


def test_that_a_picture_is_of_the_step_that_is_shown_and_of_twice_the_size(
    qtbot: QtBot, parent: QWidget, session: Session, tmp_path: Path
) -> None:
    dialog = dialog_of(parent, session, moving=False)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.write(str(tmp_path / "made.png"))
    with Image.open(tmp_path / "made.png") as image:
        assert image.size == (640, 480)


@pytest.mark.parametrize(("name", "text"), [
    ("width", "0"), ("width", "-5"), ("width", "16385"), ("width", "wide"), ("height", "63"),
    ("height", "1e9"), ("height", ""), ("fps", "0"), ("fps", "101"), ("fps", "2.5"), ("fps", "nan"),
])
def test_that_nonsense_in_a_field_is_refused_until_it_is_mended(
    qtbot: QtBot, parent: QWidget, session: Session, name: str, text: str
) -> None:
    dialog = dialog_of(parent, session, moving=True)
    field = field_of(dialog, name)
    if text:
        type_in(qtbot, field, text)
    else:
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not accepting(dialog).isEnabled()
    assert field.accessibleDescription()
    type_in(qtbot, field, "80")
    assert accepting(dialog).isEnabled()
    assert field.accessibleDescription() == ""
    dialog.reject()


@pytest.mark.parametrize(("name", "said"), [
    ("run.jpg", "unknown ending '.jpg'"), ("nowhere/run.gif", "No such file or directory"),
])
def test_that_a_file_that_cannot_be_written_is_told_and_another_may_be_chosen(
    qtbot: QtBot, parent: QWidget, session: Session, tmp_path: Path, name: str, said: str
) -> None:
    dialog = dialog_of(parent, session, moving=True)
    dialog.write(str(tmp_path / name))
    qtbot.waitUntil(lambda: said in dialog.refusal)
    assert accepting(dialog).isEnabled()
    assert not going_on(parent)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.write(str(tmp_path / "run.gif"))


def test_that_the_copied_picture_has_no_buttons(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:
    monkeypatch.setattr(exporting, "SHARP", 1.0)
    window.tools.exporting.copy()
    copied = QGuiApplication.clipboard().image()
    page = window.page
    assert copied.size() == page.size()
    button = page.contour.head.findChild(QWidget, "button_fit_contour")
    place = button.mapTo(page, button.rect().topLeft())
    ground = copied.pixel(2, 2)
    seen = {copied.pixel(place.x() + x, place.y() + y) for x in range(button.width())
            for y in range(button.height())}
    assert seen == {ground}
    assert len({copied.pixel(x, page.height() // 3) for x in range(page.width())}) > 5, "it is empty"


def test_that_the_window_says_where_an_export_went(
    window: MainWindow, qtbot: QtBot, tmp_path: Path  # noqa: F811
) -> None:
    window.tools.exporting.picture()
    dialog = window.findChild(ExportDialog)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.write(str(tmp_path / "made.svg"))
    notice = window.findChild(Notice)
    assert notice.isVisible()
    assert notice.text() == f"Saved: {tmp_path / 'made.svg'}"
    notice.tell("a" * 999, 30, 300)
    assert notice.width() < 330
    notice._timer.timeout.emit()
    assert not notice.isVisible()
